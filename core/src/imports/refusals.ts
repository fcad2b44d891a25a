import type { Field } from './fields.ts'

/** What can be wrong with a row of an electronic invoice alone. */
export type EInvoiceRefusalCode =
  | 'unreadableFile'
  | 'missingPayable'
  | 'otherSeller'
  | 'sisterSeller'
  | 'boughtByUs'
  /** Others in the same drop, or the one that is there, say something else under its number. */
  | 'namesakesDisagree'
  | 'knownOtherwise'

/** What can be wrong with a row of a list of customers alone. */
export type CustomerRefusalCode = 'unreadableDays' | 'unreadableRate' | 'customerTwice' | 'parentInRing'

/** What can be wrong with one row. The sentences are in `messages.ts`. */
export type RefusalCode =
  | EInvoiceRefusalCode
  | CustomerRefusalCode
  | 'missingNumber'
  | 'roundedNumber'
  | 'missingCustomer'
  | 'missingDueDate'
  | 'missingAmount'
  | 'unreadableAmount'
  | 'ambiguousAmount'
  | 'tooManyDecimals'
  | 'amountTooLarge'
  | 'unreadableDate'
  | 'noSuchDay'
  | 'dateTooFar'
  | 'dueBeforeIssue'
  | 'dueLargerThanTotal'
  | 'paidLargerThanTotal'
  | 'negativeInvoice'
  | 'signsDisagree'
  | 'badEmail'
  | 'unknownCurrency'
  | 'currencyMismatch'
  | 'unknownSide'
  | 'paymentRow'
  | 'sideDisagrees'
  | 'duplicateNumber'
  | 'tooManyDueLines'
  | 'cancelledInvoice'
  | 'draftInvoice'
  | 'unknownCustomer'
  | 'shiftedCells'
  | 'textTooLong'
  | 'numberTaken'
  | 'paymentsStand'
  | 'sameDueDate'
  | 'dueLinesDisagree'
  | 'identifierTaken'
  | 'numberHeld'
  | 'unreadableLedgerLine'
  | 'unreadableLevel'

/** The text that, put in this field's place, makes the row right as far as we can tell; '' means "import without". */
export interface Fix {
  readonly field: Field
  readonly value: string
}

/** Why a row does not go in: where in the file, what stood there, and a correction to offer when there is one. */
export interface Refusal {
  readonly line: number
  readonly field: Field
  /** The header of the column at fault; absent when no column holds the field. */
  readonly column?: string
  readonly code: RefusalCode
  readonly value: string
  /** The other thing the sentence speaks of: the issue date, the total, the first line with this number. */
  readonly other?: string
  readonly fix?: Fix
}

/** What is worth saying of an electronic invoice alone. */
export type EInvoiceWarningCode =
  | 'payableDisagrees'
  | 'totalDisagrees'
  | 'overpaid'
  | 'saidPaid'
  | 'minimumProfile'
  | 'instalmentsUnclear'
  | 'termsNotRead'
  | 'commaRead'
  | 'dayRead'
  | 'figureNotRead'
  | 'factored'
  | 'takesPlace'
  | 'takesPlaceOfSettled'
  | 'takesPlaceOfUnknown'
  | 'wasReplaced'
  | 'sellerUnproven'
  | 'otherIban'
  | 'sameInvoice'
  | 'setAside'
  | 'saidBefore'

/** What is worth saying of a row of a list of customers alone. */
export type CustomerWarningCode = 'ibanLeftOut' | 'ibanDoubtful' | 'termsLeftOut' | 'categoryLeftOut'

/** What was understood but is worth saying: the row goes in. */
export type WarningCode =
  | EInvoiceWarningCode
  | CustomerWarningCode
  | 'paidByStatus'
  | 'paidBySettledDate'
  | 'statusSaysPaid'
  | 'totalFromDue'
  | 'readAsCreditNote'
  | 'amountRounded'
  | 'amountsDisagree'
  | 'dueDateFromTerms'
  | 'farDueDate'
  | 'zeroAmount'
  | 'sirenLeftOut'
  | 'vatNumberLeftOut'
  | 'numberMade'
  | 'repeatedRow'
  | 'instalment'
  | 'salesRepUnknown'
  | 'creditPartlyUsed'
  | 'numberFromLabel'
  | 'openingBalance'
  | 'openingKnown'
  | 'owedOtherwise'
  | 'ledgerNumberMade'

export interface Warning {
  readonly line: number
  readonly code: WarningCode
  readonly field: Field
  readonly value: string
}
