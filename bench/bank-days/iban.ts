import type { Dice } from './dice.ts'

const digitsOf = (text: string): string => [...text].map((sign) => Number.parseInt(sign, 36).toString()).join('')
const modulo97 = (digits: string): number => [...digits].reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0)

/** With its two check digits right. */
function ibanOf(country: string, rest: string): string {
  const check = 98 - modulo97(digitsOf(`${rest}${country}00`))
  return `${country}${String(check).padStart(2, '0')}${rest}`
}

const frenchBanks = ['30004', '30003', '30002', '13806', '10278', '17806', '20041', '16958', '14707', '30066'] as const

/** A French one has the key of its own that banks check besides. */
function frenchIban(dice: Dice): string {
  const bank = dice.of(frenchBanks)
  const branch = dice.digits(5)
  const account = dice.digits(11)
  const key = 97 - modulo97(`${bank}${branch}${account}00`)
  return ibanOf('FR', `${bank}${branch}${account}${String(key).padStart(2, '0')}`)
}

const lengths: Readonly<Record<string, number>> = { DE: 18, BE: 12, ES: 20 }

/** An account in the country; Italy and Great Britain with their letters. */
export function someIban(dice: Dice, country: string): string {
  if (country === 'FR') return frenchIban(dice)
  if (country === 'IT') return ibanOf('IT', `X${dice.digits(22)}`)
  if (country === 'GB') return ibanOf('GB', `BARC${dice.digits(14)}`)
  return ibanOf(country, dice.digits(lengths[country] ?? 18))
}

/** Nine digits that pass the Luhn check. */
export function someSiren(dice: Dice): string {
  const start = `${dice.between(3, 9)}${dice.digits(7)}`
  const sum = [...start].reduce((total, digit, at) => {
    const twice = Number(digit) * (at % 2 === 1 ? 2 : 1)
    return total + (twice > 9 ? twice - 9 : twice)
  }, 0)
  return `${start}${(10 - (sum % 10)) % 10}`
}
