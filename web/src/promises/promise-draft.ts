import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { asCurrency, type Currency, isPositive, type Money } from '@quittance/core/money/money.ts'
import { isTooFar } from '@quittance/core/promises/furthest-day.ts'
import { promisedSums } from '@quittance/core/promises/promised-sums.ts'
import { asMoney } from '../app/wire.ts'
import type { DueLine } from './TickedItems.tsx'

/** A promise being typed for several due lines: mirrors the form. */
export interface PromiseDraft {
  readonly promisedFor: CalendarDate | null
  /** Due line → what is promised of it, in the smallest unit; null where the field is empty. */
  readonly amounts: ReadonlyMap<number, number | null>
  /** One amount for all of them, or one for each. */
  readonly split: 'total' | 'each'
  /** What is promised in all, where one amount holds for all; null: what is left of those ticked. */
  readonly total: number | null
}

/** These due lines, all that is left of each. */
export const newPromise = (items: readonly DueLine[], chosen: ReadonlySet<number>): PromiseDraft => ({
  promisedFor: null,
  amounts: new Map(items.flatMap(({ id, amountDue }) => (chosen.has(id) ? [[id, amountDue.amount]] : []))),
  split: 'total',
  total: null,
})

/** A due line ticked with what is left of it, or no longer; the total is made anew. */
export function withItem(draft: PromiseDraft, item: DueLine, isChosen: boolean): PromiseDraft {
  const amounts = new Map(draft.amounts)
  if (isChosen) amounts.set(item.id, item.amountDue.amount)
  else amounts.delete(item.id)
  return { ...draft, amounts, total: null }
}

export const withAmount = (draft: PromiseDraft, item: number, amount: number | null): PromiseDraft => ({
  ...draft,
  amounts: new Map(draft.amounts).set(item, amount),
})

/** What is promised in all, one sum a currency; null where an amount is not known yet. */
export function sumsOf(draft: PromiseDraft, items: readonly DueLine[]): Money[] | null {
  const isEach = draft.split === 'each'
  if (isEach && [...draft.amounts.values()].includes(null)) return null
  const chosen = items.filter(({ id }) => draft.amounts.has(id))
  return promisedSums(
    chosen.map(({ id, amountDue }) => ({ id, left: asMoney(amountDue) })),
    { amount: isEach ? null : draft.total, parts: partsOf(draft) },
  )
}

/** The one currency of those ticked, or of all where none is; null where there are several: no single amount holds for them. */
export function currencyOf(draft: PromiseDraft, items: readonly DueLine[]): Currency | null {
  const chosen = items.filter(({ id }) => draft.amounts.has(id))
  const all = new Set((chosen.length > 0 ? chosen : items).map(({ amountDue }) => amountDue.currency))
  const [only] = all
  return only !== undefined && all.size === 1 ? asCurrency(only) : null
}

export type MissingInPromise = 'needsItems' | 'needsDate' | 'notPast' | 'tooFar' | 'needsAmount'

/** The first thing that keeps the promise from being noted; undefined when it is ready. */
export function missingInPromise(
  draft: PromiseDraft,
  items: readonly DueLine[],
  today: CalendarDate,
): MissingInPromise | undefined {
  if (draft.amounts.size === 0) return 'needsItems'
  if (draft.promisedFor === null) return 'needsDate'
  if (draft.promisedFor < today) return 'notPast'
  if (isTooFar('promise', draft.promisedFor, today)) return 'tooFar'
  const each = draft.split === 'each' ? [...draft.amounts.values()] : []
  const sums = sumsOf(draft, items)
  return sums === null || !sums.every(isPositive) || each.some((one) => one === null || one <= 0)
    ? 'needsAmount'
    : undefined
}

/** What was promised of each due line, as the server takes it; none where one amount holds for all. */
export const partsOf = (draft: PromiseDraft): { item: number; amount: number }[] =>
  draft.split === 'total'
    ? []
    : [...draft.amounts].flatMap(([item, amount]) => (amount === null ? [] : [{ item, amount }]))
