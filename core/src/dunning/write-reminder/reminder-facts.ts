import type { CalendarDate } from '../../calendar/calendar-date.ts'
import type { CustomerCategory } from '../../customers/category.ts'
import type { Language } from '../../money/format-money.ts'
import type { Money } from '../../money/money.ts'
import type { KnownRates, LateInterestRule } from '../late-interest.ts'
import type { StepFee } from '../scenario.ts'

/** All that a message may say about one customer, on one day, for one legal entity. */
export interface ReminderFacts {
  readonly language: Language
  readonly today: CalendarDate
  readonly customer: { readonly name: string; readonly category: CustomerCategory }
  readonly contact: MessageContact | null
  readonly legalEntity: SendingEntity
  /** `signature` may run over several lines; without one the name and the firm sign. */
  readonly sender: { readonly name: string; readonly signature: string | null }
  /** Who will call if nothing comes; null when the scenario has no call. */
  readonly caller: string | null
  /** At least one. The first carries the message: it gives `invoice.*`. */
  readonly items: readonly ReminderItem[]
  /** Credit notes and payments not yet allocated, as positive amounts: shown and deducted. */
  readonly credits: readonly ReminderCredit[]
  /** Days on which earlier reminders of these items left, oldest first. */
  readonly history: readonly CalendarDate[]
  /** The promise about these items that was not kept, the last one; absent or null when there is none. */
  readonly brokenPromise?: { readonly on: CalendarDate; readonly amount: Money } | null
  /** The day asked for; null when the message asks for none. */
  readonly deadline: CalendarDate | null
  /** The choice of the legal entity; null when nobody chose, and then nothing is reckoned. Public bodies have the rule of the law. */
  readonly lateInterest: LateInterestRule | null
  readonly rates: KnownRates
  /** What the step adds to what is left to pay; absent or null: nothing. Said to companies only. */
  readonly stepFee?: StepFee | null
  /** The invoices go with the message as attachments. */
  readonly invoicesAttached: boolean
  /** A letter: one answers it otherwise than by a reply. Absent: an e-mail. */
  readonly onPaper?: boolean
  /** Addresses of the customer space; null as long as there is none. */
  readonly portal: { readonly url: string; readonly promiseUrl: string; readonly disputeUrl: string } | null
}

export interface MessageContact {
  readonly civility: 'Mme' | 'M.' | null
  readonly firstName: string | null
  readonly lastName: string | null
}

/** The firm that invoices, as its messages and letters show it. */
export interface SendingEntity {
  readonly name: string
  /** « SARL », « SAS »… */
  readonly legalForm: string | null
  /** As it is printed: « 20 000 € ». */
  readonly capital: string | null
  readonly siren: string | null
  /** « RCS Nantes ». */
  readonly rcs: string | null
  readonly vatNumber: string | null
  readonly addressLines: readonly string[]
  readonly city: string | null
  readonly phone: string | null
  readonly email: string | null
  readonly iban: string | null
  readonly bic: string | null
}

export interface ReminderItem {
  readonly invoiceNumber: string
  readonly kind: 'invoice' | 'deposit' | 'interim'
  readonly issueDate: CalendarDate
  readonly dueDate: CalendarDate
  /** Zero or less before the due date has passed. */
  readonly daysLate: number
  readonly amountDue: Money
  /** Payments already taken off `amountDue`: the interest of the days before them is reckoned on more. */
  readonly paid: readonly { readonly on: CalendarDate; readonly amount: Money }[]
  /** What a person gave up of its invoice; absent: nothing. */
  readonly waived?: readonly ('interest' | 'fee')[]
}

export interface ReminderCredit {
  readonly kind: 'creditNote' | 'payment'
  /** Number of the credit note, reference of the payment. */
  readonly reference: string | null
  readonly date: CalendarDate
  readonly amount: Money
}
