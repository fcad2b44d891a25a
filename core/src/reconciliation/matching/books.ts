import type { CalendarDate } from '../../calendar/calendar-date.ts'
import type { LineKind } from '../statements/statement.ts'

/**
 * All that matching may look at, in one currency and for one firm that invoices. Amounts are whole numbers of the
 * smallest unit; a credit note's are negative.
 */
export interface Books {
  readonly customers: readonly BookedCustomer[]
  readonly items: readonly BookedItem[]
  /** Items paid lately or before: a number quoted a second time is not a new payment. */
  readonly settled: readonly SettledItem[]
  /** Payments already entered by hand or from a ledger that no bank line stands for yet: never counted twice. */
  readonly recorded: readonly RecordedPayment[]
  readonly promises: readonly BookedPromise[]
  /** What people confirmed or corrected, oldest first. */
  readonly learnt: readonly LearntLine[]
  /** What the organisation was told never concerns a customer. */
  readonly ignored: readonly IgnoreRule[]
  /** Of the firm itself, to know its transfers between its own accounts; left out where nobody says. */
  readonly own?: { readonly names: readonly string[]; readonly ibans: readonly string[] }
}

export interface BookedCustomer {
  readonly id: number
  readonly code: string
  readonly name: string
  /** Trade name and names it was merged from. */
  readonly otherNames: readonly string[]
  readonly siren: string | null
  readonly city: string | null
  readonly country: string
  readonly ibans: readonly string[]
  readonly parent: number | null
  /** Discount for early payment (escompte): hundredths of a percent, and within how many days of the issue date. */
  readonly earlyDiscount: { readonly basisPoints: number; readonly days: number } | null
}

export interface BookedItem {
  readonly id: number
  readonly customer: number
  readonly invoiceNumber: string
  /** Purchase order, contract or other references the payer may quote. */
  readonly references: readonly string[]
  /** Of the structured reference printed on the invoice, RF or the firm's own; null when none. */
  readonly paymentReference: string | null
  readonly issueDate: CalendarDate
  readonly dueDate: CalendarDate
  /** As issued, this due line alone. */
  readonly amount: number
  /** What is left. */
  readonly amountDue: number
  readonly isDeposit: boolean
}

export interface SettledItem {
  readonly customer: number
  readonly invoiceNumber: string
  readonly amount: number
  readonly settledOn: CalendarDate
}

export interface RecordedPayment {
  readonly id: number
  readonly customer: number
  readonly receivedOn: CalendarDate
  readonly amount: number
  readonly means: 'transfer' | 'cheque' | 'card' | 'directDebit' | 'billOfExchange' | 'cash' | 'other'
  readonly reference: string | null
  /** Cheques handed in together share one; null otherwise. */
  readonly slip: number | null
}

export interface BookedPromise {
  readonly customer: number
  readonly items: readonly number[]
  readonly amount: number
  readonly on: CalendarDate
}

/** A bank line as matching sees it, whatever the format it came in. */
export interface BankLine {
  readonly id: number
  readonly bookedOn: CalendarDate
  /** Signed: matching looks at credits; a debit that came back is for `findReturned`. */
  readonly amount: number
  readonly kind: LineKind
  readonly label: string
  readonly remittance: string
  readonly creditorReference: string | null
  readonly documents: readonly string[]
  readonly endToEndId: string | null
  readonly payerName: string | null
  readonly ultimateName: string | null
  readonly payerIban: string | null
  readonly isBatch: boolean
  readonly original: { readonly amount: number; readonly currency: string } | null
  readonly charges: number | null
}

/** A line of the past with what it truly paid: nothing at all for a line that concerns no customer. */
export interface LearntLine {
  readonly line: Pick<
    BankLine,
    'bookedOn' | 'amount' | 'kind' | 'label' | 'remittance' | 'endToEndId' | 'payerName' | 'payerIban'
  >
  readonly customers: readonly number[]
  readonly allocations: readonly {
    readonly invoiceNumber: string
    readonly customer: number
    readonly amount: number
  }[]
  readonly difference: { readonly reason: 'discount' | 'bankFee' | 'rounding'; readonly amount: number } | null
}

export interface IgnoreRule {
  readonly id: number
  readonly iban: string | null
  /** Words that stand together in the label, plain capitals. */
  readonly wording: string | null
}
