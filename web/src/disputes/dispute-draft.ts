import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { isPositive, type Money } from '@quittance/core/money/money.ts'
import { asMoney } from '../app/wire.ts'
import type { DueLine } from '../promises/TickedItems.tsx'

export const nobody = 'nobody'

/** A dispute being typed: mirrors the form. */
export interface DisputeDraft {
  /** The due lines it is about. */
  readonly chosen: ReadonlySet<number>
  /** A reason, or `category-7` for one of the organisation's own. */
  readonly reason: string | null
  readonly isPart: boolean
  readonly part: Money | null
  /** A person's id, or `nobody`. */
  readonly owner: string
  readonly deadline: CalendarDate | null
  readonly note: string
}

/** Nothing said yet; whoever reports it follows it. */
export const newDispute = (chosen: Iterable<number>, me: number): DisputeDraft => ({
  chosen: new Set(chosen),
  reason: null,
  isPart: false,
  part: null,
  owner: String(me),
  deadline: null,
  note: '',
})

export function withLine(draft: DisputeDraft, id: number, isChosen: boolean): DisputeDraft {
  const chosen = new Set(draft.chosen)
  if (isChosen) chosen.add(id)
  else chosen.delete(id)
  return { ...draft, chosen }
}

/** What is left of the only due line ticked: a part of it may be contested. Null where there are several, or none. */
export function leftOf({ chosen }: DisputeDraft, items: readonly DueLine[]): Money | null {
  const [only, ...others] = items.filter(({ id }) => chosen.has(id))
  return only && others.length === 0 ? asMoney(only.amountDue) : null
}

/** The part contested; null: all of it. */
export const partOf = (draft: DisputeDraft, items: readonly DueLine[]): Money | null =>
  draft.isPart && leftOf(draft, items) !== null ? draft.part : null

export const isTooMuch = (draft: DisputeDraft, items: readonly DueLine[]): boolean =>
  (partOf(draft, items)?.amount ?? 0) > (leftOf(draft, items)?.amount ?? 0)

export type MissingInDispute = 'needsItems' | 'needsReason' | 'needsPart' | 'pastDeadline'

/** The first thing that keeps the dispute from being reported; undefined when it is ready. */
export function missingInDispute(
  draft: DisputeDraft,
  items: readonly DueLine[],
  today: CalendarDate,
): MissingInDispute | undefined {
  if (draft.chosen.size === 0) return 'needsItems'
  if (draft.reason === null) return 'needsReason'
  if (draft.deadline !== null && draft.deadline < today) return 'pastDeadline'
  if (!draft.isPart || leftOf(draft, items) === null) return undefined
  const part = partOf(draft, items)
  return part === null || !isPositive(part) || isTooMuch(draft, items) ? 'needsPart' : undefined
}
