import { speaksOfDiscount, speaksOfPart, speaksOfRetention } from '../line-words.ts'
import { ln, lnShare, type Weight } from '../weight.ts'
import type { AmountFit, Case, ItemSet, PoolItem } from './hypothesis.ts'

export interface Fit {
  readonly fit: AmountFit
  /** Against the same amount coming for something else. */
  readonly weight: Weight
}

/** More than this was never taken by a bank on the way. */
export const mostBankFee = 6_000
export const mostRounding = 10

/** Of a sum, less where all its amounts are multiples of one: among those, any amount is soon reached. */
function surpriseOf(one: Case, { items, manner }: ItemSet): Weight {
  if (items.length === 1) return one.surpriseOfOne
  if (manner !== 'sum' && manner !== 'run' && manner !== 'butOne') return one.surprise
  const step = items.reduce((divisor, { face }) => greatestDivisor(divisor, Math.abs(face)), one.read.line.amount)
  return Math.max(2000, one.surprise - Math.max(0, ln(step) - ln(12)))
}

function greatestDivisor(a: number, b: number): number {
  let [left, right] = [a, b]
  while (right !== 0) [left, right] = [right, left % right]
  return left
}

/** To the cent. */
export const exactFit = (one: Case, set: ItemSet): Fit => ({ fit: 'exact', weight: surpriseOf(one, set) })

/** The discount agreed, taken by all of the set to whom it was still open; a payer who does so does it again. */
export function discountFit(one: Case, set: ItemSet): Fit {
  const taken = lnShare(one.habits.discount + 0.8, one.habits.lines + 1.6)
  return {
    fit: 'discount',
    weight: surpriseOf(one, set) + Math.max(taken, -2500) + (speaksOfDiscount(one.read.plain) ? 1500 : 0),
  }
}

/** Everything that may explain why a set is worth a little more or less than what came. */
export function inexactFits(one: Case, set: ItemSet): Fit[] {
  const { amount } = one.read.line
  const total = set.items.reduce((sum, { face }) => sum + face, 0)
  const gap = total - amount
  if (gap === 0) return []
  const fits = [...roundings(one, set, gap)]
  if (gap > 0) fits.push(...fees(one, set, gap), ...parts(one, set, total, gap))
  else fits.push(...tooMuch(one, set, total))
  return fits
}

function roundings(one: Case, set: ItemSet, gap: number): Fit[] {
  const surprise = surpriseOf(one, set)
  if (Math.abs(gap) <= mostRounding) return [{ fit: 'rounding', weight: surprise - 2500 - ln(10) }]
  const toTheEuro = Math.abs(gap) < 100 && one.read.line.amount % 100 === 0
  return toTheEuro ? [{ fit: 'rounding', weight: one.surprise - 3000 }] : []
}

function fees(one: Case, set: ItemSet, gap: number): Fit[] {
  const { charges, original } = one.read.line
  if (!one.isForeign || gap > mostBankFee || gap < 50) return []
  const told = charges === gap || original?.amount === one.read.line.amount + gap
  if (told) return [{ fit: 'bankFee', weight: surpriseOf(one, set) - 300 }]
  const isUsual = gap % 50 === 0 ? 900 : 0
  const isSmall = gap <= 3_500 ? 0 : -700
  return [{ fit: 'bankFee', weight: one.surprise - 700 - ln(gap <= 3_500 ? 350 : 1000) + isUsual + isSmall }]
}

const usualParts = [50, 30, 40, 20, 25, 33, 60, 70, 75, 80, 10]

/** A share that people agree on: a half, three tenths. */
export const isUsualPart = (total: number, amount: number): boolean =>
  usualParts.some((percent) => Math.abs(Math.round((total * percent) / 100) - amount) <= 1)

function parts(one: Case, set: ItemSet, total: number, gap: number): Fit[] {
  const { amount } = one.read.line
  const says = speaksOfPart(one.read.plain) ? 1500 : 0
  const unnamed = set.items.filter(({ quote }) => quote === null || quote.weight < 3000).length
  const spread = set.items.length > 1 ? 1500 + Math.min(unnamed, 3) * 1000 : 0
  const base = one.surprise - ln(total) - 2600 - spread + says
  const retained = Math.abs(gap - Math.round(total / 20)) <= set.items.length
  const bonus = isUsualPart(total, amount) ? 2200 : amount % 10_000 === 0 ? 900 : 0
  return [
    { fit: 'partial', weight: base + bonus },
    ...(retained
      ? [{ fit: 'retention', weight: one.surprise - 3200 + (speaksOfRetention(one.read.plain) ? 2000 : 0) } as const]
      : []),
  ]
}

function tooMuch(one: Case, { items }: ItemSet, total: number): Fit[] {
  if (total <= 0) return []
  const asIssued = items.reduce((sum, { item }) => sum + item.amount, 0)
  const original = asIssued === one.read.line.amount && asIssued !== total
  const gap = one.read.line.amount - total
  const isRound = gap % 1000 === 0 ? 1800 : gap % 100 === 0 ? 900 : 0
  return [{ fit: 'tooMuch', weight: original ? one.surprise - 3000 : isRound - 2500 - (gap > total ? 2000 : 0) }]
}

/** Items alone that are nearly the amount: a rounding, a fee or a retention away from it. */
export function nearlyTheAmount(one: Case): PoolItem[] {
  const { amount } = one.read.line
  const above = one.isForeign ? mostBankFee : 99
  return one.pool.filter(
    ({ face }) =>
      face > 0 &&
      face !== amount &&
      ((face - amount <= above && amount - face <= 99) || Math.abs(face - amount - Math.round(face / 20)) <= 1),
  )
}
