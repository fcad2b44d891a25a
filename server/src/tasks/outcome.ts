import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import type { DisputeReason } from '@quittance/core/disputes/dispute-reason.ts'
import type { Language } from '@quittance/core/money/format-money.ts'
import type { Money } from '@quittance/core/money/money.ts'
import type { HandoverReceiver, TaskDecision, WriteOffReason } from '@quittance/core/tasks/decision.ts'
import type { TaskContext } from './task-context.ts'

/** What a person may say came of a task. */
export const outcomeNames = [
  'done',
  'dropped',
  'promises',
  'notReached',
  'saysPaid',
  'disputes',
  'wrongContact',
  'wantsCopy',
  'notFound',
] as const

/** What a person says came of a task. Only what its outcome needs is there. */
export interface Outcome {
  readonly outcome: (typeof outcomeNames)[number]
  readonly note: string | null
  /** What it is about, of the items of the task; all of them when left out. */
  readonly items?: readonly number[] | undefined
  readonly promisedFor?: CalendarDate | undefined
  /** In the smallest unit of the currency of its items; what is left of them when left out. */
  readonly promisedAmount?: number | undefined
  /** What was promised of single items, in the smallest unit of each. */
  readonly promisedParts?: readonly { readonly item: number; readonly amount: number }[] | undefined
  readonly dispute?: DisputeTold | undefined
  readonly wrong?: 'phone' | 'person' | undefined
  readonly decision?: TaskDecision | undefined
  readonly plan?: PlanTold | undefined
  readonly handover?: HandoverTold | undefined
  readonly writeOffReason?: WriteOffReason | undefined
}

export interface DisputeTold {
  readonly reason: DisputeReason
  readonly category: number | null
  readonly owner: number | null
  readonly deadline: CalendarDate | null
  /** The part contested of its only item, in the smallest unit; null: all of it. */
  readonly part: number | null
}

export interface PlanTold {
  /** Any of its customer or the subsidiaries, not only those of the task. */
  readonly items: readonly number[]
  readonly instalments: readonly { readonly dueOn: CalendarDate; readonly amount: Money }[]
  /** The plans, and the promises, in whose place it is agreed. */
  readonly replaces?: readonly number[] | undefined
  readonly replacesPromises?: readonly number[] | undefined
}

export interface HandoverTold {
  readonly receiver: HandoverReceiver
  readonly receiverName: string
  readonly reference: string | null
}

export interface Ending {
  readonly today: CalendarDate
  readonly language: Language
  readonly context: TaskContext
}
