import { addDays, addMonths, type CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { type Money, money } from '@quittance/core/money/money.ts'
import { splitEvenly } from '@quittance/core/money/split.ts'
import { isTooFar } from '@quittance/core/promises/furthest-day.ts'

export const rhythms = ['monthly', 'fortnightly', 'weekly'] as const
export type Rhythm = (typeof rhythms)[number]

/** One date of a plan; null where it is empty or not readable yet. */
export interface PlanRow {
  readonly dueOn: CalendarDate | null
  /** Smallest unit. */
  readonly amount: number | null
}

/** A plan being typed: mirrors the form, nothing derived. */
export interface PlanDraft {
  /** The due lines it is about. */
  readonly chosen: ReadonlySet<number>
  readonly count: number
  readonly firstOn: CalendarDate | null
  readonly rhythm: Rhythm
  /** The dates as a person changed them; null as long as they follow from the rest. */
  readonly rows: readonly PlanRow[] | null
}

/** Three dates, one a month, the first in a month. */
export const newPlan = (chosen: Iterable<number>, today: CalendarDate): PlanDraft => ({
  chosen: new Set(chosen),
  count: 3,
  firstOn: addMonths(today, 1),
  rhythm: 'monthly',
  rows: null,
})

interface HeldPlan {
  readonly items: readonly number[]
}

/** Those asked for, and all that is due of the plans they are in: a plan is replaced whole. */
export function withWhole(
  asked: readonly number[],
  due: readonly { readonly id: number }[],
  plans: readonly HeldPlan[],
): ReadonlySet<number> {
  const whole = new Set(
    plans.filter(({ items }) => items.some((id) => asked.includes(id))).flatMap(({ items }) => items),
  )
  return new Set(due.flatMap(({ id }) => (asked.includes(id) || whole.has(id) ? [id] : [])))
}

/** The plans whose place it takes: an item is in one at a time. */
export const plansReplaced = <Plan extends HeldPlan>({ chosen }: PlanDraft, plans: readonly Plan[]): Plan[] =>
  plans.filter(({ items }) => items.some((id) => chosen.has(id)))

interface AwaitedPromise {
  readonly customer: { readonly id: number }
  readonly isKept: boolean
  readonly items: readonly { readonly id: number; readonly amountDue: { readonly amount: number } }[]
}

/**
 * The promises still awaited about its invoices, whose place it takes; `inTheWay`: one about other invoices too, or of
 * another customer, whose word would be lost.
 */
export function promisesReplaced<One extends AwaitedPromise>(
  { chosen }: PlanDraft,
  promises: readonly One[],
  customer: number,
): { readonly replaced: One[]; readonly inTheWay: One | undefined } {
  const about = promises.filter(({ isKept, items }) => !isKept && items.some(({ id }) => chosen.has(id)))
  const isWithin = ({ items, customer: giver }: One) =>
    giver.id === customer && items.every(({ id, amountDue }) => amountDue.amount <= 0 || chosen.has(id))
  return { replaced: about.filter(isWithin), inTheWay: about.find((one) => !isWithin(one)) }
}

/** Other items, number, first date or rhythm: the dates are made anew. */
export const replanned = (draft: PlanDraft, change: Partial<Omit<PlanDraft, 'rows'>>): PlanDraft => ({
  ...draft,
  ...change,
  rows: null,
})

/** The dates as they stand: changed by hand, else even parts of the total at the rhythm asked. */
export function rowsOf(draft: PlanDraft, total: Money): readonly PlanRow[] {
  if (draft.rows !== null) return draft.rows
  return splitEvenly(total, draft.count).map(({ amount }, index) => ({
    dueOn: draft.firstOn && nth(draft.firstOn, draft.rhythm, index),
    amount,
  }))
}

// From the first date each time: the 31st stays the 31st after a short month.
function nth(first: CalendarDate, rhythm: Rhythm, index: number): CalendarDate {
  if (rhythm === 'monthly') return addMonths(first, index)
  return addDays(first, index * (rhythm === 'weekly' ? 7 : 14))
}

/** One date changed by hand; the others stay as they are shown. */
export function withRow(draft: PlanDraft, total: Money, index: number, change: Partial<PlanRow>): PlanDraft {
  return { ...draft, rows: rowsOf(draft, total).map((row, at) => (at === index ? { ...row, ...change } : row)) }
}

/** What the dates leave of the total; below zero they come to too much. */
export const restOf = (rows: readonly PlanRow[], total: Money): Money =>
  money(
    rows.reduce((rest, { amount }) => rest - (amount ?? 0), total.amount),
    total.currency,
  )

export type Missing = 'items' | 'date' | 'past' | 'tooFar' | 'amount' | 'sameDay' | 'sum'

/** The first thing that keeps the plan from being agreed; undefined when it is ready. */
export function missingIn(draft: PlanDraft, total: Money, today: CalendarDate): Missing | undefined {
  if (draft.chosen.size === 0) return 'items'
  const rows = rowsOf(draft, total)
  const days = rows.flatMap(({ dueOn }) => dueOn ?? [])
  if (days.length < rows.length) return 'date'
  if (days.some((day) => day < today)) return 'past'
  if (days.some((day) => isTooFar('plan', day, today))) return 'tooFar'
  if (rows.some(({ amount }) => amount === null || amount <= 0)) return 'amount'
  if (new Set(days).size < days.length) return 'sameDay'
  return restOf(rows, total).amount === 0 ? undefined : 'sum'
}

/** The dates of a plan that misses nothing, as the server takes them. */
export const instalmentsOf = (draft: PlanDraft, total: Money): { dueOn: CalendarDate; amount: Money }[] =>
  rowsOf(draft, total).flatMap(({ dueOn, amount }) =>
    dueOn && amount !== null ? [{ dueOn, amount: money(amount, total.currency) }] : [],
  )
