import type { FecLine } from '@quittance/core/imports/fec/fec-line.ts'
import type { LedgerFacts } from '@quittance/core/imports/fec/ledger-facts.ts'
import type { FecReceivables } from '@quittance/core/imports/fec/rebuild-receivables.ts'

/** One customer as the ledger has it, in cents; `debit` and `credit` are of account 411. */
export interface LedgerBalance {
  readonly customer: string
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
  balances(rebuilt: FecReceivables, facts: LedgerFacts): LedgerBalance[]
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
    balances({ movements }, facts) {
      const all = new Map<string, number>()
      for (const { customer, amount } of movements) all.set(customer, (all.get(customer) ?? 0) + amount)
      const rebuilt = rebuiltOf(facts)
      const customers = [...new Set([...sides.keys(), ...all.keys()])].sort()
      return customers.map((customer) => {
        const { debit, credit } = sides.get(customer) ?? { debit: 0, credit: 0 }
        return {
          customer,
          debit,
          credit,
          besides: (all.get(customer) ?? 0) - (debit - credit),
          rebuilt: rebuilt.get(customer) ?? 0,
        }
      })
    },
  }
}

function rebuiltOf({ items, payments }: LedgerFacts): Map<string, number> {
  const sums = new Map<string, number>()
  const add = (customer: string, amount: number): void => {
    sums.set(customer, (sums.get(customer) ?? 0) + amount)
  }
  for (const { customer, kind, left } of items) add(customer, kind === 'creditNote' ? -left : left)
  for (const { customer, left } of payments) add(customer, -left)
  return sums
}
