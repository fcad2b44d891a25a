import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'

/** A row of customers.csv: what the firm knows. */
export interface YearCustomer {
  readonly id: string
  readonly name: string
  readonly tradeName: string
  readonly siren: string
  readonly city: string
  readonly country: string
  /** Empty when the books do not know it. */
  readonly iban: string
  readonly accountCode: string
  readonly parent: string | null
  readonly termsDays: number
  readonly endOfMonth: boolean
  /** Hundredths of a percent; 0 for none. */
  readonly discountPoints: number
  readonly discountDays: number
}

/** Cents; a credit note is negative. Its id is the number printed on it. */
export interface YearInvoice {
  readonly id: string
  readonly customer: string
  readonly type: 'invoice' | 'credit_note'
  readonly issueDate: CalendarDate
  readonly dueDate: CalendarDate
  readonly amount: number
  readonly poNumber: string
}

export type WriteoffReason = 'discount' | 'bankFee' | 'rounding'

/** What a line truly pays. No allocation: it pays no invoice, though a customer may have sent it. */
export interface Truth {
  readonly customers: readonly string[]
  readonly allocations: readonly TrueAllocation[]
  readonly writeoff: { readonly reason: WriteoffReason; readonly amount: number } | null
}

/** `by` is in capitals. */
export interface Telling {
  readonly invoice: string
  readonly by: string
}

export interface TrueAllocation {
  readonly invoice: string
  readonly amount: number
  /** Cents of this invoice the write-off closes; 0 mostly. */
  readonly gap: number
  /** A part only: more of it is to come. */
  readonly leavesOpen: boolean
}

export type AmountClass =
  | 'one'
  | 'sum of 2-3'
  | 'sum of 4-12'
  | 'credit deducted'
  | 'partial'
  | 'balance'
  | 'discount'
  | 'foreign fee'
  | 'rounding'
  | 'overpaid'
  | 'retention'
  | 'cheques'
  | 'second payment'
  | 'prepayment'
  | 'no customer'
  | 'customer, no invoice'
  | 'debit'

export type TextClass =
  | 'exact'
  | 'changed'
  | 'tail'
  | 'date'
  | 'nothing'
  | 'own number'
  | 'order number'
  | 'account code'
  | 'range'
  | 'mistyped'
  | 'already paid'
  | 'one forgotten'
  | 'one left out'
  | 'other'

export type WhoClass = 'itself' | 'parent' | 'factor' | 'treasury' | 'director' | 'sister' | 'nobody'

export type Operation = 'transfer' | 'instant' | 'foreign' | 'cheque' | 'card' | 'bill' | 'internal' | 'debit'

/** One movement on the account, before a bank's format cuts it. Cents, a credit positive. */
export interface YearLine {
  /** At most sixteen characters: it stands in the reference of a CFONB record. */
  readonly id: string
  readonly day: CalendarDate
  readonly amount: number
  readonly operation: Operation
  /** Who sent it as his bank writes him, already cut; '' when the bank does not say. */
  readonly payerName: string
  readonly payerIban: string
  /** What the payer wrote, 140 characters at most. */
  readonly remittance: string
  readonly endToEndId: string
  /** Numbers the payer listed as structured references to documents. */
  readonly documents: readonly string[]
  readonly truth: Truth
  /** What in the text tells an invoice of the truth apart from any other, as long as no bank cuts it off. */
  readonly told: readonly Telling[]
  readonly amountClass: AmountClass
  readonly textClass: TextClass
  readonly whoClass: WhoClass
}

/** Everything that is known of the firm, and everything its bank will say. */
export interface BankYear {
  readonly seed: number
  readonly opensOn: CalendarDate
  readonly firmName: string
  readonly firmIban: string
  /** Where the firm puts what it does not need. */
  readonly firmSavings: string
  readonly customers: readonly YearCustomer[]
  readonly invoices: readonly YearInvoice[]
  /** What was left of each invoice issued before the opening day. */
  readonly openAtStart: ReadonlyMap<string, number>
  /** Some months of lines before the opening day, confirmed. */
  readonly history: readonly YearLine[]
  /** In order of day. */
  readonly lines: readonly YearLine[]
}
