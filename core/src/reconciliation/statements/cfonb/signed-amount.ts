import type { ExactAmount } from '../exact-amount.ts'

const credits = '{ABCDEFGHI'
const debits = '}JKLMNOPQR'

/**
 * What the French code page of mainframes (CCSID 297) makes of the two braces. One national list swaps them, so the sign
 * of an amount that ends so is settled by the balances.
 */
const accents: Readonly<Record<string, 'credit' | 'debit'>> = { é: 'credit', É: 'credit', è: 'debit', È: 'debit' }

export interface SignedAmount {
  readonly amount: ExactAmount
  /** Its sign rests on a letter that two lists read in two ways. */
  readonly isUncertain: boolean
}

/**
 * Fourteen characters without a decimal mark; the last one holds the last digit and the sign. Lower case is taken.
 * undefined for anything else. A bare digit at the end has no sign and is refused, but for an amount of zero.
 */
export function parseSigned(text: string, decimals: number): SignedAmount | undefined {
  const written = text.trim()
  const last = written.slice(-1)
  const digits = written.slice(0, -1).replaceAll(' ', '0')
  if (written === '' || !/^\d{0,13}$/.test(digits)) return undefined
  const read = lastCharacter(last)
  if (!read || (read.isBare && (Number(digits) !== 0 || read.digit !== 0))) return undefined
  const units = BigInt(`${digits}${read.digit}`)
  return { amount: { units: read.isDebit ? -units : units, scale: decimals }, isUncertain: read.isUncertain }
}

interface LastCharacter {
  readonly digit: number
  readonly isDebit: boolean
  readonly isUncertain: boolean
  readonly isBare: boolean
}

function lastCharacter(last: string): LastCharacter | undefined {
  const accent = accents[last]
  if (accent) return { digit: 0, isDebit: accent === 'debit', isUncertain: true, isBare: false }
  if (/^\d$/.test(last)) return { digit: Number(last), isDebit: false, isUncertain: false, isBare: true }
  const upper = last.toUpperCase()
  const [credit, debit] = [credits.indexOf(upper), debits.indexOf(upper)]
  if (credit >= 0) return { digit: credit, isDebit: false, isUncertain: false, isBare: false }
  return debit >= 0 ? { digit: debit, isDebit: true, isUncertain: false, isBare: false } : undefined
}
