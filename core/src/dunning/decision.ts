import type { CalendarDate } from '../calendar/calendar-date.ts'
import type { Money } from '../money/money.ts'
import type { Channel, Step } from './scenario.ts'
import type { Until, WaitingBankLine } from './situation.ts'

/** Why an open item does not count today. */
export const exclusionReasons = [
  'dispute',
  'paused',
  'promise',
  'plan',
  'delay',
  'automaticMeans',
  'tooSmall',
  'credit',
] as const
export type ExclusionReason = (typeof exclusionReasons)[number]

/** Why nothing goes out to a customer although something is late. */
export const holdReasons = [
  'legal',
  'handedOver',
  'paused',
  'promise',
  'dispute',
  'plan',
  'delay',
  'automaticMeans',
  'tooSmall',
  'credit',
  'bankPending',
  'uncertain',
  'answerUnread',
  'humanToday',
  'decision',
  'setAside',
  'tooSoon',
  'badContact',
  'notWorkingDay',
] as const
export type HoldReason = (typeof holdReasons)[number]

/**
 * `until` is the first day on which the item counts again (the day after a promise, the very day a pause ends),
 * 'furtherNotice' when a person or an event must lift it, null when time changes nothing (too small).
 */
export interface Exclusion {
  readonly item: number
  readonly because: ExclusionReason
  readonly until: Until | null
  /** The date of the plan that is awaited, for an item under one. */
  readonly instalment?: CalendarDate
}

/** A promised day, or a date of a payment plan, that was not kept: the item counts again, from `since` on. */
export interface BrokenWord {
  readonly item: number
  readonly because: 'promise' | 'plan'
  readonly on: CalendarDate
  readonly since: CalendarDate
}

/**
 * An item as the message shows it. `daysLate` is negative before the due date. `climbs` is the rung it takes with
 * this contact, null when none of its own is due.
 */
export interface ListedItem {
  readonly item: number
  readonly daysLate: number
  readonly amountDue: Money
  readonly climbs: Step | null
}

/** Why a person looks before a contact that is due: what it says may not be so any more. */
export type CheckFirst =
  | {
      readonly because: 'staleSource'
      readonly source: string
      /** null: no file of it was ever in to the end. */
      readonly lastGoodOn: CalendarDate | null
    }
  | { readonly because: 'missingInvoice'; readonly item: number; readonly since: CalendarDate }
  /** More is asked for than the scenario lets go without a person. */
  | { readonly because: 'aboveCeiling'; readonly asked: Money; readonly ceiling: Money }
  /** The step is one that a person approves each time. */
  | { readonly because: 'stepToApprove' }

interface Facts {
  /** Everything late that counts, per currency, before credits. */
  readonly late: readonly Money[]
  /** Late items (before the due date: those a courtesy was due for) that do not count, oldest first. */
  readonly excluded: readonly Exclusion[]
  /** Of the items that count, those that a promise or a plan kept back before it was broken; absent when there is none. */
  readonly broken?: readonly BrokenWord[]
}

/** A contact is due: an e-mail to write, or a task for a person. */
export interface Take extends Facts {
  readonly kind: 'take'
  readonly because: 'stepDue'
  /** Before the due date, or after it. */
  readonly about: 'upcoming' | 'overdue'
  readonly step: Step
  /** The item whose rung gives step, channel and tone. */
  readonly carrying: number
  readonly items: readonly ListedItem[]
  /** How many invoices the listed due lines belong to; absent in decisions kept before it was told. */
  readonly invoices?: number
  /**
   * Credit notes and unallocated payments shown and deducted, as positive amounts, for the currencies listed.
   * None in a courtesy message.
   */
  readonly credits: readonly Money[]
  /** What is listed less credits, per currency. */
  readonly toPay: readonly Money[]
  /** No usable e-mail: the e-mail step goes as a letter, for a person to print. */
  readonly insteadOfEmail: 'letter' | null
  /** No usable mobile number: the SMS goes as an e-mail, or as a letter where `insteadOfEmail` says so. */
  readonly insteadOfSms?: 'email'
  /** What the step adds to what is to pay, per currency; absent when it adds nothing. */
  readonly fees?: readonly Money[]
  /** It leaves once a person approved it, whatever leaves by itself; absent when nothing is to be checked. */
  readonly checkFirst?: readonly CheckFirst[]
}

/**
 * `until` is the first day on which a contact may leave again, 'furtherNotice' when a person or an event must lift it,
 * null when time changes nothing (too small).
 */
export interface Hold extends Facts {
  readonly kind: 'hold'
  readonly because: HoldReason
  readonly until: Until | null
  /** The step that waits, when one is due. */
  readonly step: Step | null
  /** The item of that step; where everything late is excluded, the excluded item whose reason is given. */
  readonly carrying: number | null
  /** What a person must do so that it does not stay silent. */
  readonly needs: 'allocateCredit' | 'correctAddress' | 'resolveUncertain' | null
  /** The contact that is too recent, when that is why. */
  readonly lastContactOn?: CalendarDate
  /** The bank line that waits, when that is why. */
  readonly bankLine?: WaitingBankLine
  /** The day the answer came that nobody has read, when that is why. */
  readonly answeredOn?: CalendarDate
}

export interface Rest extends Facts {
  readonly kind: 'rest'
  readonly because: 'nothingOverdue' | 'noStepDue' | 'finished'
  /** First working day on which the next contact may leave, if nothing changes. */
  readonly next: { readonly on: CalendarDate; readonly step: Step; readonly item: number } | null
}

export type Decision = Take | Hold | Rest

/** By which way a contact really goes out. */
export const sentAs = ({
  insteadOfEmail,
  insteadOfSms,
  step,
}: Pick<Take, 'insteadOfEmail' | 'insteadOfSms' | 'step'>): Channel => insteadOfEmail ?? insteadOfSms ?? step.channel
