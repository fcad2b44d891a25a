import { money } from '@quittance/core/money/money.ts'
import type { Db } from '../../platform/database/db.ts'
import { invoicesNumberedByFingerprint } from '../e-invoices/fingerprints.ts'
import { numberedAsKnown } from '../ledger/ledger-items.ts'
import { type Planned, planBatch, type Session } from '../planning/plan-batch.ts'
import { correctionsOf } from '../refused-rows.ts'
import type { KeptSummary, PreviewRow } from '../source-file-row.ts'
import { readHeld } from '../staging/read-rows.ts'
import { firstReady } from '../staging/source-rows.ts'
import { summaryOf } from '../staging/summary.ts'

const previewInvoices = 3

/** What importing the rows that are kept would do, with the first invoices as they would be. */
export async function foundOf(
  db: Db,
  session: Session,
  file: number,
): Promise<{ readonly rows: number; readonly summary: KeptSummary }> {
  const { rows, ...summary } = await summaryOf(db, file)
  const held = await firstReady(db, file, previewInvoices)
  const typed = await correctionsOf(
    db,
    file,
    held.map(({ line }) => line),
  )
  const { legalEntity } = session
  const stated = await invoicesNumberedByFingerprint(db, legalEntity, readHeld(held, session.reading, typed))
  const invoices = await numberedAsKnown(db, { legalEntity, file }, stated)
  const outcomes = await planBatch(db, session, invoices)
  const planned = outcomes.filter((outcome): outcome is Planned => outcome.kind === 'planned')
  return { rows, summary: { ...summary, preview: planned.map((one) => previewOf(session, one)) } }
}

function previewOf({ directory }: Session, { row, rows, lines, customer, isReplaced }: Planned): PreviewRow {
  const sign = isReplaced ? 0 : row.kind === 'creditNote' ? -1 : 1
  // A ledger tells payments apart from its invoices: only its rows say what they leave.
  const stated = row.ledger
    ? rows.map((one) => ({ total: one.row.total.amount, amountDue: one.row.amountDue.amount }))
    : lines
  const amount = (field: 'amountDue' | 'total') =>
    money(sign * stated.reduce((sum, line) => sum + line[field], 0), row.total.currency)
  return {
    line: row.line,
    invoiceNumber: row.number,
    customerName: directory.nameOf(customer),
    issueDate: row.issueDate ?? null,
    dueDate: row.dueDate ?? lines[0]?.dueDate ?? null,
    total: amount('total'),
    amountDue: amount('amountDue'),
  }
}
