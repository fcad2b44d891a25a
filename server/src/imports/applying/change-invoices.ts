import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import {
  type InvoiceFacts,
  insertLines,
  type WrittenLine,
  writeInvoices,
  writeLines,
} from '../../invoices/bulk-queries.ts'
import { recordInJournal } from '../../people/journal.ts'
import type { Db } from '../../platform/database/db.ts'
import type { ChangeMade } from '../changes-made.ts'
import type { Directory } from '../planning/directory.ts'
import type { InvoiceOnFile } from '../planning/known.ts'
import type { Planned } from '../planning/plan-batch.ts'
import { type InvoiceWritten, signOf, sum, type Target } from './invoice-written.ts'

/** The invoices the file says something else of; what was is kept in `changes` and told in the journal. */
export async function changeInvoices(
  db: Db,
  { directory, fileName }: Target & { readonly fileName: string },
  planned: readonly Planned[],
): Promise<{ written: InvoiceWritten[]; changes: ChangeMade[] }> {
  const states = planned.flatMap((one) =>
    one.known ? [{ one, known: one.known, after: stateAfter(one, one.known, directory) }] : [],
  )
  await writeInvoices(
    db,
    states.map(({ known, after }) => ({ id: known.id, ...after.facts })),
  )
  await writeLines(
    db,
    states.flatMap(({ after }) =>
      after.lines.flatMap(({ id, dueDate, isDueAssumed, amount }) =>
        id === null ? [] : [{ id, dueDate, isDueAssumed, amount }],
      ),
    ),
  )
  const added = await insertLines(
    db,
    states.flatMap(({ known, after }) =>
      after.lines
        .filter(({ id }) => id === null)
        .map(({ position, dueDate, amount }) => ({
          invoiceId: known.id,
          position,
          dueDate,
          amount,
          automaticMeans: null,
        })),
    ),
  )
  const itemOf = new Map(added.map(({ id, invoiceId, position }) => [`${invoiceId} ${position}`, id]))
  const written: InvoiceWritten[] = []
  const changes: ChangeMade[] = []
  for (const { one, known, after } of states) {
    const lines = after.lines.map((line) => ({
      ...line,
      id: line.id ?? itemOf.get(`${known.id} ${line.position}`) ?? 0,
      issueDate: after.facts.issueDate,
    }))
    written.push({ id: known.id, customer: after.facts.customerId, planned: one, isNew: false, lines })
    changes.push({ thing: 'invoice', id: known.id, before: kept(known, known.lines), after: kept(after.facts, lines) })
    await tellChange(db, { one, known, customer: after.facts.customerId, fileName })
  }
  return { written, changes }
}

const kept = (
  { customerId, kind, issueDate, currency, total, project, subject, orderReference }: InvoiceFacts,
  lines: readonly WrittenLine[],
) => ({
  customerId,
  kind,
  issueDate,
  currency,
  total,
  project,
  subject,
  orderReference,
  lines: lines.map(({ id, dueDate, isDueAssumed, amount }) => ({ id, dueDate, isDueAssumed, amount })),
})

const isDueStated = (change: { readonly dueDate: CalendarDate | null } | undefined, row: Planned['row']): boolean =>
  change?.dueDate !== undefined && change.dueDate !== null && row.dueDate !== undefined

/** The whole invoice as it will stand, in the signs of the database. */
function stateAfter({ plan, row, customer }: Planned, known: InvoiceOnFile, directory: Directory) {
  const planned = plan.kind === 'changed' ? plan.lines : []
  const kindChange = plan.kind === 'changed' ? plan.changes.find(({ field }) => field === 'kind') : undefined
  const kind = (kindChange?.to ?? known.kind) as InvoiceFacts['kind']
  const sign = signOf(kind)
  const standing = known.lines.map((line) => {
    const change = planned.find((one) => one.known?.id === line.id)
    const amount = change ? change.amount : Math.abs(line.amount)
    return {
      id: line.id as number | null,
      position: line.position,
      dueDate: change?.dueDate ?? line.dueDate,
      // A file that says it, even the same day, knows it.
      isDueAssumed: line.isDueAssumed && !isDueStated(change, row),
      amount: sign * amount || 0,
      pay: change?.pay ?? 0,
      amountDue: change?.amountDue ?? Math.abs(line.amountDue),
    }
  })
  const last = Math.max(0, ...known.lines.map(({ position }) => position))
  const added = planned
    .filter((line) => line.known === null)
    .map((line, index) => ({
      id: null,
      position: last + index + 1,
      dueDate: line.dueDate ?? known.issueDate,
      isDueAssumed: false,
      amount: sign * line.amount || 0,
      pay: line.pay,
      amountDue: line.amountDue,
    }))
  const lines = [...standing, ...added]
  const facts: InvoiceFacts = {
    customerId: directory.idOf(customer),
    kind,
    issueDate: row.issueDate ?? known.issueDate,
    currency: row.total.currency,
    total: sum(lines, 'amount'),
    project: row.project ?? known.project,
    subject: row.subject ?? known.subject,
    orderReference: row.orderReference ?? known.orderReference,
  }
  return { facts, lines }
}

async function tellChange(
  db: Db,
  { one, known, customer, fileName }: { one: Planned; known: InvoiceOnFile; customer: number; fileName: string },
): Promise<void> {
  const changes = one.plan.kind === 'changed' ? one.plan.changes : []
  await recordInJournal(db, {
    act: 'changed',
    thing: 'invoice',
    thingId: known.id,
    customerId: customer,
    invoiceId: known.id,
    details: {
      number: known.number,
      file: fileName,
      line: one.row.line,
      currency: one.row.total.currency,
      changes: changes.map((change) => (change.field === 'customer' ? { ...change, to: customer } : change)),
    },
  })
}
