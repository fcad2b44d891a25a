import type { CalendarDate } from '../calendar/calendar-date.ts'
import type { Aging } from '../imports/freshness.ts'
import type { Money } from '../money/money.ts'
import type { PlanFacts } from '../promises/plan-standing.ts'
import type { ScenarioOrigin } from './choose-scenario.ts'
import type { Scenario } from './scenario.ts'

/** A rung already climbed by an open item, with the offset it had then. */
export interface StepTaken {
  readonly key: string
  readonly delayDays: number
  readonly on: CalendarDate
}

/** A stop with an end (the first day it no longer stops anything), or until somebody lifts it. */
export type Until = CalendarDate | 'furtherNotice'

/** One due line with something left (negative: a credit note not yet used), and all that may keep it out of a reminder. */
export interface SituationItem {
  readonly id: number
  readonly invoiceNumber: string
  readonly kind: 'invoice' | 'deposit' | 'interim' | 'creditNote'
  readonly issueDate: CalendarDate
  readonly dueDate: CalendarDate
  readonly amountDue: Money
  /** All of it is contested. */
  readonly disputed: boolean
  /** The part contested, in the smallest unit: the rest is chased. Absent where nothing is, or all of it. */
  readonly disputedAmount?: number
  /** Up to that day nothing is asked, and from it the days late count: more time was granted. The due date stays. */
  readonly delayedUntil?: CalendarDate
  readonly pausedUntil: Until | null
  /** The day the customer promised to pay this item; silent up to and including that day. */
  readonly promisedFor: CalendarDate | null
  /** The last day on which a payment keeps that promise; absent: the promised day itself. */
  readonly promiseKeptUntil?: CalendarDate
  /** What was promised for that day has come, though something may be left to pay. */
  readonly promiseKept: boolean
  /** The last day on which a payment that had kept that promise, or that plan, came back: a word is broken again from it. */
  readonly takenBackOn?: CalendarDate
  /** The payment plan that covers this item, unless a person ended it. */
  readonly plan: PlanFacts | null
  /** Paid by direct debit, card on file…: chased only after a rejection. */
  readonly automaticMeans: boolean
  readonly rejectedOn: CalendarDate | null
  /** Since when a full file of the source that had stated it no longer has it. */
  readonly missingSince: CalendarDate | null
  readonly taken: readonly StepTaken[]
  /** The scenario somebody chose for its invoice; absent: the customer's. */
  readonly scenario?: Scenario
}

/** Where open invoices of a customer come from. */
export interface SourceFacts extends Aging {
  readonly id: number
  readonly name: string
}

/** A line of the bank that keeps reminders back: until it is matched, or until the credit it left is allocated. */
export interface WaitingBankLine {
  readonly on: CalendarDate
  readonly waitsFor: 'match' | 'allocation'
}

/** All that the decision may look at, for one customer and one legal entity. */
export interface Situation {
  readonly customer: number
  readonly legalEntity: number
  readonly scenario: Scenario
  /** Where that scenario comes from; told to who asks, it decides nothing. */
  readonly scenarioOrigin?: ScenarioOrigin
  readonly pausedUntil: Until | null
  readonly handedOver: boolean
  readonly insolvent: boolean
  /** Late items and those not yet due alike, credit notes included. */
  readonly items: readonly SituationItem[]
  /** The sources that stated an item of these last; none for what was entered by hand. */
  readonly sources: readonly SourceFacts[]
  /** Payments received and not allocated, one sum per currency. */
  readonly unallocatedCredit: readonly Money[]
  /** A bank line not matched yet that may come from this customer, or that came from it and pays nobody knows what. */
  readonly bankLinePending: boolean
  /** Which one; absent when nobody can say. */
  readonly bankLine?: WaitingBankLine
  /** Last time we spoke to them, by any means: reminder, call, letter or manual message. */
  readonly lastContactOn: CalendarDate | null
  /** A message whose departure is not known: nothing else goes until a person says. */
  readonly uncertainMessage: boolean
  /** The day the oldest answer came that nobody has read yet; absent when all are read, or when answers hold nothing. */
  readonly unreadAnswer?: CalendarDate
  /** The call, letter or decision step waiting for a person. */
  readonly openTask: { readonly step: string; readonly item: number; readonly dueOn: CalendarDate } | null
  /** Somebody put today's message aside until that day. */
  readonly setAsideUntil: CalendarDate | null
  readonly hasUsableEmail: boolean
  readonly hasPostalAddress: boolean
  /** A mobile number, and a gateway to send to it; absent: no SMS can leave, an SMS step goes as an e-mail. */
  readonly hasUsableMobile?: boolean
}

/** The rules of the organisation that the decision applies to every customer, where the scenario says nothing else. */
export interface DunningRules {
  /** Days between two contacts of one customer, whatever the step says. */
  readonly minimumDaysBetweenContacts: number
  /** Hundredths of the unit of each currency (500: 5,00 €, ¥5); an item with less left is not chased. */
  readonly tolerance: number
  /** Hundredths of the unit of each currency: above it a person approves the message; absent: no ceiling. */
  readonly approvalAbove?: number
  /** Good Friday and 26 December are not working days there. */
  readonly alsaceMoselle: boolean
  /** The scenario goes on at week-ends and on public holidays; absent: on working days only. */
  readonly everyDay?: boolean
}
