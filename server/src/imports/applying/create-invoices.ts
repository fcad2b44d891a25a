import { addDays, type CalendarDate, minDate } from '@quittance/core/calendar/calendar-date.ts'
import { isAutomaticMeans } from '@quittance/core/imports/means-written.ts'
import { parsePaymentTerm } from '@quittance/core/invoices/parse-payment-term.ts'
import { holdLines, insertInvoices, insertLines } from '../../invoices/bulk-queries.ts'
import type { Db } from '../../platform/database/db.ts'
import type { Planned } from '../planning/plan-batch.ts'
import { type InvoiceWritten, signOf, sum, type Target } from './invoice-written.ts'

/** The invoices nobody knew, with all their due lines. */
export async function createInvoices(
  db: Db,
  { legalEntity, source, today, directory }: Target,
  planned: readonly Planned[],
): Promise<InvoiceWritten[]> {
  if (planned.length === 0) return []
  const inserted = await insertInvoices(
    db,
    { legalEntity, source },
    planned.map((one) => ({
      customerId: directory.idOf(one.customer),
      number: one.row.number,
      kind: one.row.kind,
      issueDate: issuedOn(one, today),
      currency: one.row.total.currency,
      total: signOf(one.row.kind) * sum(one.lines, 'total') || 0,
      paymentTerms: one.row.paymentTerms ?? null,
      subject: one.row.subject ?? null,
      project: one.row.project ?? null,
      orderReference: one.row.orderReference ?? null,
    })),
  )
  const ids = new Map(inserted.map(({ number, id }) => [number, id]))
  const wanted = planned.flatMap((one) => newLines(one, ids.get(one.row.number) ?? 0))
  const lines = await insertLines(db, wanted)
  const itemOf = new Map(lines.map(({ id, invoiceId, position }) => [`${invoiceId} ${position}`, id]))
  const heldInvoices = new Set(planned.filter(isHeld).map((one) => ids.get(one.row.number) ?? 0))
  const held = lines.filter(({ invoiceId }) => heldInvoices.has(invoiceId)).map(({ id }) => id)
  await holdLines(db, held, { on: today, note: heldNote })
  return planned.map((one) => {
    const id = ids.get(one.row.number) ?? 0
    const issueDate = issuedOn(one, today)
    return {
      id,
      customer: directory.idOf(one.customer),
      planned: one,
      isNew: true,
      lines: newLines(one, id).map(({ position, dueDate, pay, amountDue }) => ({
        id: itemOf.get(`${id} ${position}`) ?? 0,
        dueDate,
        issueDate,
        amountDue,
        pay,
      })),
    }
  })
}

/** What a ledger says is owed, without an invoice that anybody could be shown. */
const isHeld = ({ row }: Planned): boolean => row.ledger === 'held' || row.ledger === 'openingBalance'

const heldNote = 'Repris du grand livre sans facture : à vérifier avant de relancer'

function newLines({ plan, row, rows, lines }: Planned, invoiceId: number) {
  const planned = plan.kind === 'new' ? plan.lines : []
  const isAutomatic = rows.some((one) => one.row.paymentMeans !== undefined && isAutomaticMeans(one.row.paymentMeans))
  return planned.map((line, index) => ({
    invoiceId,
    position: index + 1,
    dueDate: line.dueDate ?? lines[index]?.dueDate ?? asDue(row),
    amount: signOf(row.kind) * line.amount || 0,
    automaticMeans: isAutomatic || null,
    isDueAssumed: row.kind !== 'creditNote' && !row.dueDate && !parsePaymentTerm(row.paymentTerms ?? '').ok,
    amountDue: line.amountDue,
    pay: line.pay,
  }))
}

/** Rows without any date are refused when they are read. */
function asDue({ issueDate, number }: Planned['row']): CalendarDate {
  if (!issueDate) throw new Error(`Invoice ${number} has neither due date nor issue date`)
  return addDays(issueDate, 30)
}

/** Where the file has no issue date, the due date stands for it, never a day to come. */
const issuedOn = ({ row, lines }: Planned, today: CalendarDate): CalendarDate =>
  row.issueDate ?? minDate(lines[0]?.dueDate ?? today, today)
