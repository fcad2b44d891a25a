/** What an electronic invoice says of its payment beside days and amounts; null where it is silent. */
export interface PaymentInstruction {
  /** BT-83: what the payer is asked to quote. */
  readonly reference: string | null
  /** BT-84, the first one. */
  readonly iban: string | null
  /** BT-59: who is to be paid when it is not the seller. */
  readonly payee: string | null
  /** The money is owed to a factor: by its type (393, 396, 472, 473, 501, 502) or by its payee. */
  readonly isFactored: boolean
  /** BT-12. */
  readonly contract: string | null
  /** BT-25: the invoice that a credit note is about, or that a corrected one takes the place of. */
  readonly preceding: string | null
  /** Whether it takes the place of the preceding one (384, 471, 472, 473). */
  readonly isCorrection: boolean
  /** Notes of the French rules: PMD, PMT, AAB. */
  readonly lateInterest: string | null
  readonly indemnity: string | null
  readonly discount: string | null
}
