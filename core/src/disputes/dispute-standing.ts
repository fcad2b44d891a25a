import type { CalendarDate } from '../calendar/calendar-date.ts'

/** Who is to do the next thing. */
export const turns = ['ourTurn', 'customerTurn', 'thirdTurn'] as const
export type Turn = (typeof turns)[number]

/** What is waited for before it can be resolved. */
export const awaitedDocuments = ['creditNote', 'correctedInvoice'] as const
export type AwaitedDocument = (typeof awaitedDocuments)[number]

/** How it ended; 'settled': by itself, nothing was left to pay. */
export const outcomes = ['creditNote', 'correctedInvoice', 'rejected', 'agreed', 'settled'] as const
export type Outcome = (typeof outcomes)[number]

/** A dispute as it stands: what is left of each of its due lines, in the smallest unit. */
export interface DisputeFacts {
  readonly resolvedOn: CalendarDate | null
  readonly outcome: Outcome | null
  readonly deadline: CalendarDate | null
  readonly turn: Turn
  readonly leftOfItems: readonly number[]
}

/**
 * What the facts change by themselves. A dispute closes when nothing is left of any of its due lines, and never for less:
 * a part payment says nothing of the rest. One that closed by itself opens again when a payment is taken back.
 */
export function changeByItself({ resolvedOn, outcome, leftOfItems }: DisputeFacts): 'settles' | 'reopens' | null {
  const isSettled = leftOfItems.length > 0 && leftOfItems.every((left) => left <= 0)
  if (resolvedOn === null) return isSettled ? 'settles' : null
  return outcome === 'settled' && !isSettled ? 'reopens' : null
}

/** The person who follows it has let the deadline go by while it is our turn: they are asked again. */
export const isOverdue = (
  { resolvedOn, deadline }: Pick<DisputeFacts, 'resolvedOn' | 'deadline'>,
  today: CalendarDate,
): boolean => resolvedOn === null && deadline !== null && deadline < today
