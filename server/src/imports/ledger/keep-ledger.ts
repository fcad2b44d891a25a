import type { LedgerFacts } from '@quittance/core/imports/fec/ledger-facts.ts'
import { money } from '@quittance/core/money/money.ts'
import type { Db } from '../../platform/database/db.ts'
import { sql } from '../../platform/database/sql.ts'
import type { Session } from '../planning/plan-batch.ts'
import { ledgerCurrency } from '../reading/ledger/ledger-cells.ts'
import type { LedgerPart, LedgerTotals } from '../reading/ledger/ledger-table.ts'
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

/** Keeps what a ledger says of some customers beside their invoices, until it goes in. */
export async function keepLedgerParts(
  db: Db,
  session: Session,
  file: number,
  parts: readonly LedgerPart[],
): Promise<void> {
  if (parts.length === 0) return
  const payments = parts.flatMap(paymentsOf)
  await insertSourcePayments(db, file, ledgerCurrency, payments)
  await insertSourceAllocations(
    db,
    file,
    parts.flatMap(({ facts }) => allocationsOf(facts)),
  )
  await insertSourceBalances(db, file, parts.map(balanceOf))
  for (const { customerCode: code, customerName: name } of payments)
    session.directory.customerOf({ customer: { code, name }, total: money(0, ledgerCurrency) }, {})
  await insertSourceCustomers(db, file, session.directory.newDrafts())
}

/** Once all its parts are kept. */
export async function keepLedgerTotals(db: Db, file: number, totals: LedgerTotals): Promise<KeptLedger> {
  const sums = await db.one<Pick<KeptLedger, 'carriesBare' | 'paid' | 'payments'>>(sql`
    select count(*) as payments, coalesce(sum(amount), 0)::bigint as paid,
      coalesce(bool_or(is_opening), false) or exists (
        select from source_row
        where organization_id = current_organization() and source_file_id = ${file}
          and warnings @> '[{"code": "openingBalance"}]') as "carriesBare"
    from source_payment where organization_id = current_organization() and source_file_id = ${file}`)
  const kept: KeptLedger = { ...totals, ...sums }
  await keepLedger(db, file, { ledger: kept, from: kept.from, to: kept.to })
  return kept
}

const paymentsOf = ({ facts, customer }: LedgerPart): SourcePayment[] =>
  facts.payments.map((payment) => {
    if (payment.receivedOn === null) throw new Error('A line without a day was refused before')
    return {
      line: payment.line,
      amount: payment.amount,
      isOpening: payment.isOpening,
      customerCode: customer.code,
      customerName: customer.name,
      receivedOn: payment.receivedOn,
      ledgerKey: payment.key,
      reference: payment.reference,
      label: payment.label,
    }
  })

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

const balanceOf = ({ customer, balance }: LedgerPart): SourceBalance => ({
  customerCode: customer.code,
  customerName: customer.name,
  ...balance,
})
