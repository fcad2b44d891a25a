/** A French account as a relevé d'identité bancaire writes it: code banque, code guichet, numéro de compte. */
export interface FrenchAccount {
  readonly bank: string
  readonly branch: string
  readonly number: string
}

/** Letters of an account number count as these digits: A and J are 1, B, K and S are 2, and so on. */
const letterDigits = '12345678912345678923456789'

const asDigits = (text: string): string =>
  text.replace(/[A-Z]/g, (letter) => letterDigits[letter.charCodeAt(0) - 65] ?? '')

const remainderBy97 = (digits: string): number =>
  [...digits].reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0)

/**
 * The clé RIB, two digits: 97 less the remainder of 89 × bank + 15 × branch + 3 × number (Comité français d'organisation et
 * de normalisation bancaires). Null where one of the three has not its length of 5, 5 and 11.
 */
export function ribKey({ bank, branch, number }: FrenchAccount): string | null {
  if (!/^[A-Z\d]{5}$/.test(bank) || !/^[A-Z\d]{5}$/.test(branch) || !/^[A-Z\d]{11}$/.test(number)) return null
  const [b, g, c] = [bank, branch, number].map((part) => remainderBy97(asDigits(part))) as [number, number, number]
  return String(97 - ((89 * b + 15 * g + 3 * c) % 97)).padStart(2, '0')
}

/**
 * The IBAN of an account known by its three parts, as CFONB files write it: nothing is asked of the bank, both keys follow
 * from the parts. Null where a part has not its length. Accounts of Monaco are written MC.
 */
export function frenchIban(account: FrenchAccount, country: 'FR' | 'MC' = 'FR'): string | null {
  const key = ribKey(account)
  if (key === null) return null
  const bban = `${account.bank}${account.branch}${account.number}${key}`
  const digits = [...`${bban}${country}00`].map((sign) => Number.parseInt(sign, 36)).join('')
  return `${country}${String(98 - remainderBy97(digits)).padStart(2, '0')}${bban}`
}
