import type { FecLine } from '@quittance/core/imports/fec/fec-line.ts'
import type { LedgerFacts } from '@quittance/core/imports/fec/ledger-facts.ts'
import type { CustomerBooks } from '@quittance/core/imports/fec/rebuild-receivables.ts'

/** One customer as the ledger has it, in cents; `debit` and `credit` are of account 411. */
export interface LedgerBalance {
  readonly debit: number
  readonly credit: number
  /** Other accounts of the customer that count: 413, 416, deposits of 4191. Debit less credit. */
  readonly besides: number
  /** What Quittance makes of it: items less payments. */
  readonly rebuilt: number
}

export interface Balances {
  add(customer: string, line: FecLine): void
  sums(): { readonly debit: number; readonly credit: number }
  balanceOf(books: CustomerBooks, facts: LedgerFacts): LedgerBalance
}

/** Adds up the lines of account 411 by customer, and sets what was rebuilt beside them. */
export function openBalances(): Balances {
  const sides = new Map<string, { debit: number; credit: number }>()
  return {
    add(customer, { debit, credit }) {
      const side = sides.get(customer) ?? { debit: 0, credit: 0 }
      side.debit += debit
      side.credit += credit
      sides.set(customer, side)
    },
    sums: () => ({
      debit: [...sides.values()].reduce((sum, one) => sum + one.debit, 0),
      credit: [...sides.values()].reduce((sum, one) => sum + one.credit, 0),
    }),
    balanceOf({ customer, movements }, facts) {
      const { debit, credit } = sides.get(customer) ?? { debit: 0, credit: 0 }
      const all = movements.reduce((sum, { amount }) => sum + amount, 0)
      return { debit, credit, besides: all - (debit - credit), rebuilt: rebuiltOf(facts) }
    },
  }
}

const rebuiltOf = ({ items, payments }: LedgerFacts): number =>
  items.reduce((sum, { kind, left }) => sum + (kind === 'creditNote' ? -left : left), 0) -
  payments.reduce((sum, { left }) => sum + left, 0)
