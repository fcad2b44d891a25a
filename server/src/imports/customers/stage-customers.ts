import { customerCodeKey } from '@quittance/core/imports/customer-name.ts'
import type { SourceRow } from '@quittance/core/imports/row-cells.ts'
import type { Db } from '../../platform/database/db.ts'
import { correctionsOf, insertRefusals, removeRefusals } from '../refused-rows.ts'
import type { KeptSummary } from '../source-file-row.ts'
import { type StagedRow, writeRows } from '../staging/source-rows.ts'
import { summaryOf } from '../staging/summary.ts'
import { type CustomerList, type CustomerOutcome, planCustomers } from './plan-customers.ts'

/** Reads rows of a list of customers and keeps what importing them would do, be they new or typed anew. */
export async function stageCustomers(
  db: Db,
  list: CustomerList,
  file: number,
  rows: readonly SourceRow[],
): Promise<void> {
  const lines = rows.map(({ line }) => line)
  const outcomes = await planCustomers(db, list, rows, await correctionsOf(db, file, lines))
  await writeRows(db, file, outcomes.map(staged))
  await removeRefusals(db, file, lines)
  await insertRefusals(
    db,
    file,
    outcomes.flatMap((one) => (one.kind === 'refused' ? [one.refused] : [])),
  )
  // Its rows are told by themselves: nothing else is to be kept of the customers they bring.
  list.session.directory.newDrafts()
}

const nothingOwed = {
  newCustomer: null,
  currency: null,
  total: 0,
  amountDue: 0,
  statedOn: null,
  isLate: false,
} as const

function staged(outcome: CustomerOutcome): StagedRow {
  const { source } = outcome
  const holds = (name: string) => ({ firstLine: source.line, key: `customer ${name}`, rank: null })
  if (outcome.kind === 'refused') {
    // What could be read may go in once another row is corrected.
    const { invoiceNumber } = outcome.refused
    return { ...source, state: 'refused', holds: holds(invoiceNumber), ready: null, warnings: [] }
  }
  const { row, plan, warnings } = outcome
  return {
    ...source,
    state: 'ready',
    holds: holds(customerCodeKey(row.customer.code ?? row.customer.name)),
    ready: { ...nothingOwed, compared: plan },
    warnings: warnings.map(({ code, value }) => ({ code, value })),
  }
}

/** What importing the rows that are kept would do to customers. */
export async function foundCustomers(
  db: Db,
  file: number,
): Promise<{ readonly rows: number; readonly summary: KeptSummary }> {
  const {
    rows,
    newInvoices: added,
    changedInvoices: changed,
    unchangedInvoices: unchanged,
    ...counts
  } = await summaryOf(db, file)
  const invoices = { newInvoices: 0, changedInvoices: 0, unchangedInvoices: 0 }
  const customers = { added, changed, unchanged }
  return { rows, summary: { ...counts, ...invoices, newCustomers: added, customers, preview: [] } }
}
