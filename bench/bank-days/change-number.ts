import type { Dice } from './dice.ts'
import type { NumberChange } from './payer-habits.ts'

/** The rank alone, as people say it: 'FA2025-01374' is '1374', '202500012' is '012'. */
export function tailOf(number: string): string {
  const digits = /[0-9]+$/.exec(number)?.[0] ?? number
  const rank = digits.length > 5 ? digits.slice(-5) : digits
  const bare = rank.replace(/^0+/, '')
  return bare.length >= 2 ? bare : rank.slice(-3)
}

/** The same number as this payer's software writes it. */
export function changed(number: string, change: NumberChange): string {
  switch (change) {
    case 'no separators':
      return number.replace(/[^A-Z0-9]/g, '')
    case 'spaces':
      return number.replace(/[^A-Z0-9]/g, ' ').replace(/^([A-Z]+)([0-9])/, '$1 $2')
    case 'other separators':
      return /[^A-Z0-9]/.test(number) ? number.replace(/[^A-Z0-9]/g, '/') : number.replace(/^([A-Z]+)([0-9])/, '$1-$2')
    case 'no prefix':
      return number.replace(/^[A-Z]+[^A-Z0-9]?/, '')
    case 'O for 0':
      return number.replace(/0/g, 'O')
    case 'no zeros':
      return number.replace(/([^0-9]|^)0+([0-9]+)$/, '$1$2')
    case 'I for 1':
      return number.replace(/(?<=[0-9])1|1(?=[0-9])/g, 'I')
    case 'more zeros':
      return number.replace(/([0-9]+)$/, '00$1')
    case 'short year':
      return number.replace(/20([2][0-9])(?=[^0-9]|[0-9]{3})/, '$1')
    case 'dots':
      return number.replace(/[^A-Z0-9]/g, '.').replace(/^([A-Z]+)([0-9])/, '$1.$2')
    case 'other prefix':
      return number.replace(/^[A-Z]+/, 'FACT')
  }
}

/** One digit wrong; where the firm has such a number, the payer hits it, best of all one of the same amount. */
export function mistyped(dice: Dice, number: string, amountOf: (number: string) => number | undefined): string {
  const places = [...number].flatMap((sign, at) => (/[0-9]/.test(sign) && at >= number.length - 4 ? [at] : []))
  const wrong = places.flatMap((at) =>
    [...'0123456789']
      .filter((digit) => digit !== number[at])
      .map((digit) => `${number.slice(0, at)}${digit}${number.slice(at + 1)}`),
  )
  const real = wrong.filter((other) => amountOf(other) !== undefined)
  const same = real.filter((other) => amountOf(other) === amountOf(number))
  return dice.of([same, real, wrong, [number]].find((list) => list.length > 0) ?? [number])
}
