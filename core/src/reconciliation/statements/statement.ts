import type { CalendarDate } from '../../calendar/calendar-date.ts'
import type { Currency } from '../../money/money.ts'

/** One account over one period, as a bank's file gives it. Amounts are whole numbers of the currency's smallest unit. */
export interface BankStatement {
  /** The bank's own name for it; two files may repeat it. */
  readonly statementId: string | null
  readonly account: AccountWritten
  readonly currency: Currency
  readonly opening: StatementBalance | null
  readonly closing: StatementBalance | null
  /** Its message calls it a statement (camt.053), whatever balances it gives. */
  readonly isStatement?: boolean
  /** In the order of the file, booked ones only. */
  readonly lines: readonly StatementLine[]
}

/** An account as the file writes it: an IBAN where the bank gives one, else what a French or foreign bank calls it. */
export interface AccountWritten {
  /** What is shown and printed: 'FR7630006000011234567890189', '0000888899H', '25040066/0123456789'. */
  readonly text: string
  readonly iban: string | null
  /** CFONB: five characters each, and eleven for the number; null elsewhere. */
  readonly bank: string | null
  readonly branch: string | null
  readonly number: string | null
}

export interface StatementBalance {
  /** Signed: a debit balance is negative. */
  readonly amount: number
  readonly on: CalendarDate | null
}

/** What a line is, as far as the bank's operation code says; banks differ, so a decision never rests on it alone. */
export type LineKind =
  | 'transfer'
  | 'directDebit'
  | 'chequeDeposit'
  | 'card'
  | 'billOfExchange'
  | 'returned'
  | 'fee'
  | 'other'

export interface StatementLine {
  /** Line of the file (records of fixed length count as lines), from 1. */
  readonly fileLine: number
  /** Lines of one entry share it: a batch whose details add up is one line per detail. From 0. */
  readonly entry: number
  readonly bookedOn: CalendarDate
  readonly valueOn: CalendarDate | null
  /** Signed, never zero: a credit is positive. */
  readonly amount: number
  readonly kind: LineKind
  /** The bank's code: 'PMNT/RCDT/ESCT', '05', 'NTRF', 'CREDIT'. */
  readonly operation: string | null
  /** The bank's words as a person reads them: label, then complements; one line of text. */
  readonly label: string
  /** Free remittance text only, all of it, blocks joined by a space; '' when there is none. */
  readonly remittance: string
  /** Checked or not, as written: RF references and other structured ones. */
  readonly creditorReference: string | null
  /** Numbers the payer listed as structured references to documents. */
  readonly documents: readonly string[]
  readonly endToEndId: string | null
  readonly mandate: string | null
  /** For a credit who paid; for a returned direct debit the customer all the same; for a debit who was paid. */
  readonly otherName: string | null
  readonly otherUltimateName: string | null
  readonly otherIban: string | null
  /** The bank's own reference of the line (AcctSvcrRef, CFONB reference or entry number, FITID); null when blank or zeros. */
  readonly bankReference: string | null
  /** Several payments in one line whose details are not in the file. */
  readonly isBatch: boolean
  /** A payment that came back: why, as the bank codes it ('AM04', CFONB reason); null when it did not. */
  readonly returned: { readonly reason: string | null; readonly text: string | null } | null
  /** Where the payer's bank or the exchange took something on the way; null when the file does not say. */
  readonly original: { readonly amount: number; readonly currency: Currency } | null
  readonly charges: number | null
}
