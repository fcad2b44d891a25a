import { minorUnitDigits } from '../../money/currency.ts'
import { type Currency, largestAmount } from '../../money/money.ts'

/** A decimal number as a bank writes it, whatever its precision: `units` divided by ten to the power of `scale`. */
export interface ExactAmount {
  readonly units: bigint
  readonly scale: number
}

export const zeroAmount: ExactAmount = { units: 0n, scale: 0 }

const shape = { '.': /^([+-]?)(\d*)(?:\.(\d*))?$/, ',': /^([+-]?)(\d*)(?:,(\d*))?$/ } as const

/** Longer is no amount of money; sums of such numbers stay quick. */
const mostCharacters = 40

/** Reads digits with one decimal mark and no grouping; undefined for anything else. */
export function parseExact(text: string, mark: '.' | ','): ExactAmount | undefined {
  const written = text.trim()
  const found = written.length > mostCharacters ? null : shape[mark].exec(written)
  if (!found) return undefined
  const [, sign = '', whole = '', part = ''] = found
  if (whole === '' && part === '') return undefined
  const units = BigInt(`${whole}${part}`)
  return { units: sign === '-' ? -units : units, scale: part.length }
}

export function addExact(a: ExactAmount, b: ExactAmount): ExactAmount {
  const scale = Math.max(a.scale, b.scale)
  return { units: unitsAt(a, scale) + unitsAt(b, scale), scale }
}

export const negateExact = ({ units, scale }: ExactAmount): ExactAmount => ({ units: -units, scale })

export const isZeroExact = ({ units }: ExactAmount): boolean => units === 0n

export const sumExact = (amounts: readonly ExactAmount[]): ExactAmount => amounts.reduce(addExact, zeroAmount)

const unitsAt = ({ units, scale }: ExactAmount, at: number): bigint => units * 10n ** BigInt(at - scale)

/** `-1234.50`, with two decimals at least and no zeros behind them: « 8.850 » and « 8.85 » are one amount. */
export function exactText(amount: ExactAmount): string {
  const { units, scale } = { units: unitsAt(amount, Math.max(amount.scale, 2)), scale: Math.max(amount.scale, 2) }
  const digits = String(units < 0n ? -units : units).padStart(scale + 1, '0')
  const [whole, part] = [digits.slice(0, -scale), digits.slice(-scale)]
  const kept = part.slice(0, 2) + part.slice(2).replace(/0+$/, '')
  return `${units < 0n ? '-' : ''}${whole}.${kept}`
}

/** The whole number of the currency's smallest unit, or why there is none: « 1.905 » EUR is no number of cents. */
export function toMinorUnits(
  amount: ExactAmount,
  currency: Currency,
): { readonly amount: number } | { readonly wrong: 'impossiblePrecision' | 'amountTooLarge' } {
  const digits = minorUnitDigits(currency)
  const units = amount.scale <= digits ? unitsAt(amount, digits) : wholeUnits(amount, digits)
  if (units === undefined) return { wrong: 'impossiblePrecision' }
  const whole = Number(units)
  return Math.abs(whole) > largestAmount ? { wrong: 'amountTooLarge' } : { amount: whole === 0 ? 0 : whole }
}

function wholeUnits({ units, scale }: ExactAmount, digits: number): bigint | undefined {
  const factor = 10n ** BigInt(scale - digits)
  return units % factor === 0n ? units / factor : undefined
}
