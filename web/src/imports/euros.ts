import { asCurrency, type Money, money } from '@quittance/core/money/money.ts'

/** Cents of a ledger, whose books are in euros. */
export const euros = (cents: number): Money => money(cents, asCurrency('EUR'))
