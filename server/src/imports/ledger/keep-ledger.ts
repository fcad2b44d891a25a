import type { LedgerFacts } from '@quittance/core/imports/fec/ledger-facts.ts'
import { money } from '@quittance/core/money/money.ts'
import type { Db } from '../../platform/database/db.ts'
import type { Session } from '../planning/plan-batch.ts'
import { ledgerCurrency } from '../reading/ledger/ledger-cells.ts'
import { customerOf, type Ledger, type LedgerTotals } from '../reading/ledger/ledger-table.ts'
import { insertSourceCustomers } from '../staging/source-rows.ts'
import {
  insertSourceAllocations,
  insertSourceBalances,
  insertSourcePayments,
  keepLedger,
  type SourceAllocation,
  type SourceBalance,
  type SourcePayment,
} from './ledger-queries.ts'

/** What is kept of a ledger as a whole; amounts in cents. */
export interface KeptLedger extends LedgerTotals {
  readonly payments: number
  readonly paid: number
  /** It carries over a balance without its invoices, or a credit: a year before it can no longer be added. */
  readonly carriesBare: boolean
}

const atOnce = 5000

/** Keeps what a ledger holds beside its invoices, until it goes in. */
export async function keepLedgerOf(db: Db, session: Session, file: number, ledger: Ledger): Promise<void> {
  const payments = paymentsOf(ledger)
  for (const some of slices(payments)) await insertSourcePayments(db, file, ledgerCurrency, some)
  for (const some of slices(allocationsOf(ledger.facts))) await insertSourceAllocations(db, file, some)
  for (const some of slices(balancesOf(ledger))) await insertSourceBalances(db, file, some)
  for (const { customerCode: code, customerName: name } of payments)
    session.directory.customerOf({ customer: { code, name }, total: money(0, ledgerCurrency) }, {})
  await insertSourceCustomers(db, file, session.directory.newDrafts())
  const { items, payments: paid } = ledger.facts
  const kept: KeptLedger = {
    ...ledger.totals,
    payments: paid.length,
    paid: paid.reduce((sum, { amount }) => sum + amount, 0),
    carriesBare: items.some(({ nature }) => nature === 'openingBalance') || paid.some(({ isOpening }) => isOpening),
  }
  await keepLedger(db, file, { ledger: kept, from: kept.from, to: kept.to })
}

function paymentsOf({ facts, customers, totals }: Ledger): SourcePayment[] {
  return facts.payments.map(({ customer, receivedOn, key, label, reference, ...payment }) => {
    const { code, name } = customerOf(customers, customer)
    const day = receivedOn ?? totals.to
    if (day === null) throw new Error('A ledger without a single day was refused before')
    return {
      line: payment.line,
      amount: payment.amount,
      isOpening: payment.isOpening,
      customerCode: code,
      customerName: name,
      receivedOn: day as SourcePayment['receivedOn'],
      ledgerKey: key,
      reference,
      label,
    }
  })
}

/** By the keys of the entries, which stay from one export to the next. */
function allocationsOf({ items, allocations }: LedgerFacts): SourceAllocation[] {
  const keys = new Map(items.map(({ line, key }) => [line, key]))
  const sums = new Map<string, SourceAllocation & { amount: number }>()
  for (const { item, credit, amount } of allocations) {
    const itemKey = keys.get(item)
    if (itemKey === undefined) throw new Error(`Nothing stands on line ${item}`)
    const key = `${credit} ${itemKey}`
    const before = sums.get(key)
    if (before) before.amount += amount
    else sums.set(key, { creditLine: credit, itemKey, creditKey: keys.get(credit) ?? null, amount })
  }
  return [...sums.values()]
}

/** An auxiliary may be called like another customer's account: people know both by that code. */
function balancesOf({ balances, customers }: Ledger): SourceBalance[] {
  const byCode = new Map<string, SourceBalance>()
  for (const { customer, debit, credit, besides, rebuilt } of balances) {
    const { code, name } = customerOf(customers, customer)
    const before = byCode.get(code)
    byCode.set(code, {
      customerCode: code,
      customerName: name,
      debit: debit + (before?.debit ?? 0),
      credit: credit + (before?.credit ?? 0),
      besides: besides + (before?.besides ?? 0),
      rebuilt: rebuilt + (before?.rebuilt ?? 0),
    })
  }
  return [...byCode.values()]
}

function* slices<T>(all: readonly T[]): Generator<readonly T[]> {
  for (let from = 0; from < all.length; from += atOnce) yield all.slice(from, from + atOnce)
}
