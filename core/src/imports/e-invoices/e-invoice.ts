import type { CalendarDate } from '../../calendar/calendar-date.ts'
import type { Currency } from '../../money/money.ts'

export type EInvoiceSyntax = 'CII' | 'ZUGFeRD 1.0' | 'UBL Invoice' | 'UBL CreditNote'

/** What the file claims: a credit note reduces a debt, a corrected invoice takes the place of an earlier one. */
export type EInvoiceKind = 'invoice' | 'creditNote' | 'correctedInvoice'

export interface EInvoiceParty {
  readonly name: string | null
  /** BT-30 or BT-47: SIREN in France (scheme 0002). */
  readonly legalId: string | null
  /** BT-29 or BT-46 with a scheme (0009 is SIRET), as written. */
  readonly ids: readonly string[]
  readonly vatId: string | null
  /** BT-56, BT-57, BT-58 of a buyer. */
  readonly contact: string | null
  readonly phone: string | null
  readonly email: string | null
  readonly address: EInvoiceAddress
}

/** BG-5 or BG-8. */
export interface EInvoiceAddress {
  readonly line1: string | null
  readonly line2: string | null
  readonly postcode: string | null
  readonly city: string | null
  /** ISO 3166-1, two letters. */
  readonly country: string | null
}

/** A day on which something is to be paid; `amount` where the file says how much of it, in the smallest unit. */
export interface EInvoiceDue {
  readonly date: CalendarDate
  readonly amount: number | null
}

/**
 * An electronic invoice as its file states it (EN 16931; BT numbers are its business terms). Amounts are in the smallest
 * unit of `currency`; null is an element that is absent or cannot be read, in which case `problems` says so.
 */
export interface EInvoice {
  readonly syntax: EInvoiceSyntax
  /** BT-23: in France B, S or M with a digit; 2 is « already paid ». */
  readonly process: string | null
  /** BT-24. */
  readonly profile: string | null
  readonly kind: EInvoiceKind
  /** BT-1. */
  readonly number: string | null
  /** BT-3, UNTDID 1001. */
  readonly typeCode: string | null
  /** BT-2. */
  readonly issueDate: CalendarDate | null
  /** BT-5. */
  readonly currency: Currency | null
  readonly seller: EInvoiceParty
  readonly buyer: EInvoiceParty
  /** BT-59: who is to be paid when it is not the seller (a factor). */
  readonly payee: string | null
  /** BT-9, and the instalments of the extended profiles, in the order of the file. */
  readonly dueDates: readonly EInvoiceDue[]
  /** BT-20. */
  readonly paymentTerms: readonly string[]
  /** BT-83: what the payer is asked to quote. */
  readonly paymentReference: string | null
  /** BT-81, UNTDID 4461. */
  readonly paymentMeans: readonly string[]
  /** BT-84, as written. */
  readonly payeeIbans: readonly string[]
  /** BT-91. */
  readonly debtorIbans: readonly string[]
  /** BT-89. */
  readonly mandates: readonly string[]
  /** BT-109, BT-110, BT-112, BT-113, BT-114, BT-115. */
  readonly totalWithoutVat: number | null
  readonly vatTotal: number | null
  readonly totalWithVat: number | null
  readonly prepaid: number | null
  readonly rounding: number | null
  readonly payable: number | null
  /** BT-25. */
  readonly precedingInvoices: readonly string[]
  /** BT-10. */
  readonly buyerReference: string | null
  /** BT-13. */
  readonly orderReference: string | null
  /** BT-12. */
  readonly contract: string | null
  /** BT-11. */
  readonly project: string | null
  readonly lines: number
  /** BT-21 and BT-22: in France PMT (40 € indemnity), PMD (late interest), AAB (discount). */
  readonly notes: readonly EInvoiceNote[]
  readonly problems: readonly EInvoiceProblem[]
}

export interface EInvoiceNote {
  readonly subject: string | null
  readonly text: string
}

export type EInvoiceProblemCode =
  /** BR-CO-16: payable = total − prepaid + rounding. */
  | 'payableDoesNotAddUp'
  /** BR-CO-15: total = without VAT + VAT. */
  | 'totalDoesNotAddUp'
  | 'unreadableAmount'
  | 'unreadableDate'
  | 'decimalComma'
  | 'otherDateFormat'
  | 'dueBeforeIssue'
  | 'missing'
  | 'unknownCurrency'
  | 'instalmentsDoNotAddUp'

/** What is wrong in the file; `field` is the name of a property of `EInvoice`, `value` what stood there. */
export interface EInvoiceProblem {
  readonly code: EInvoiceProblemCode
  readonly field: string
  readonly value?: string
}
