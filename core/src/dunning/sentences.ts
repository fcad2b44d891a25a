import { addDays, type CalendarDate } from '../calendar/calendar-date.ts'
import type { BrokenWord, CheckFirst, Exclusion, Hold, HoldReason, Rest, Take } from './decision.ts'
import type { CancelReason } from './recheck.ts'
import type { Until } from './situation.ts'

/** What a sentence may name. Whatever is unknown is left out of it, never guessed. */
export interface SentenceFacts {
  readonly customerName: string
  /** Number of the invoice an open item belongs to. */
  readonly invoiceOf: (item: number) => string | null
  /** Who has to do the call, letter or decision that is waiting. */
  readonly assignee?: string | null
}

type Next = NonNullable<Rest['next']>

/** One language: each function gives one full sentence, each label a few words. */
export interface Sentences {
  readonly take: (take: Take, facts: SentenceFacts) => string
  readonly hold: (hold: Hold, facts: SentenceFacts) => string
  readonly rest: (rest: Rest, facts: SentenceFacts) => string
  readonly exclusion: (exclusion: Exclusion, facts: SentenceFacts) => string
  readonly broken: (broken: BrokenWord) => string
  readonly checkFirst: (check: CheckFirst, facts: SentenceFacts) => string
  readonly next: (next: Next, facts: SentenceFacts) => string
  readonly cancelled: (because: CancelReason, facts: SentenceFacts) => string
  readonly holdLabels: Readonly<Record<HoldReason, string>>
}

/** The last day of silence, as a promise names it, of an `until` which is the day after. */
export const lastDayOf = (until: Until | null): CalendarDate | null =>
  until === null || until === 'furtherNotice' ? null : addDays(until, -1)

/** What the exclusions of a hold have in common: the one it tells, and how many others differ from it. */
export function toldExclusion(hold: Hold): { readonly told: Exclusion; readonly others: number } | null {
  const told = hold.excluded.find((one) => one.item === hold.carrying && one.because === hold.because)
  if (!told) return null
  const others = hold.excluded.filter((one) => one.because !== told.because || one.until !== told.until).length
  return { told, others }
}
