import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import type { PlanItem } from './api.ts'

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
export const newPromise = (items: readonly PlanItem[], chosen: ReadonlySet<number>): PromiseDraft => ({
  promisedFor: null,
  amounts: new Map(items.flatMap(({ id, amountDue }) => (chosen.has(id) ? [[id, amountDue.amount]] : []))),
  split: 'total',
  total: null,
})

/** A due line ticked with what is left of it, or no longer; the total is made anew. */
export function withItem(draft: PromiseDraft, item: PlanItem, isChosen: boolean): PromiseDraft {
  const amounts = new Map(draft.amounts)
  if (isChosen) amounts.set(item.id, item.amountDue.amount)
  else amounts.delete(item.id)
  return { ...draft, amounts, total: null }
}

export const withAmount = (draft: PromiseDraft, item: number, amount: number | null): PromiseDraft => ({
  ...draft,
  amounts: new Map(draft.amounts).set(item, amount),
})

/** What is promised in all, in the smallest unit; null where it is not known yet. */
export function amountOf(draft: PromiseDraft, items: readonly PlanItem[]): number | null {
  if (draft.split === 'each') {
    const given = [...draft.amounts.values()]
    return given.every((one) => one !== null) ? given.reduce<number>((sum, one) => sum + (one ?? 0), 0) : null
  }
  if (draft.total !== null) return draft.total
  return items.filter(({ id }) => draft.amounts.has(id)).reduce((sum, { amountDue }) => sum + amountDue.amount, 0)
}

export type MissingInPromise = 'needsItems' | 'needsDate' | 'notPast' | 'needsAmount'

/** The first thing that keeps the promise from being noted; undefined when it is ready. */
export function missingInPromise(
  draft: PromiseDraft,
  items: readonly PlanItem[],
  today: CalendarDate,
): MissingInPromise | undefined {
  if (draft.amounts.size === 0) return 'needsItems'
  if (draft.promisedFor === null) return 'needsDate'
  if (draft.promisedFor < today) return 'notPast'
  const each = draft.split === 'each' ? [...draft.amounts.values()] : []
  const amount = amountOf(draft, items)
  return amount === null || amount <= 0 || each.some((one) => one === null || one <= 0) ? 'needsAmount' : undefined
}

/** What was promised of each due line, as the server takes it; none where one amount holds for all. */
export const partsOf = (draft: PromiseDraft): { item: number; amount: number }[] =>
  draft.split === 'total'
    ? []
    : [...draft.amounts].flatMap(([item, amount]) => (amount === null ? [] : [{ item, amount }]))
