import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { insertPayments } from '../../payments/bulk-queries.ts'
import { allocationDay } from '../../payments/enter-payment.ts'
import { insertAllocations } from '../../payments/queries.ts'
import type { Db } from '../../platform/database/db.ts'
import { recordChanges } from '../changes-made.ts'
import { tellPayment } from '../e-invoices/tell-payment.ts'
import type { ImportWork } from '../import-work.ts'
import type { Planned, Session } from '../planning/plan-batch.ts'
import type { Written } from '../source-file-row.ts'
import { changeInvoices } from './change-invoices.ts'
import { createInvoices } from './create-invoices.ts'
import { type InvoiceWritten, receivedOn } from './invoice-written.ts'
import { tellPaused } from './tell-paused.ts'
import { writeCustomers } from './write-customers.ts'

export interface BatchTarget {
  readonly work: Pick<ImportWork, 'declareChased' | 'disputed' | 'factsChanged'>
  readonly session: Session
  readonly file: number
  readonly fileName: string
  /** Where the file comes from. */
  readonly source: number | null
  readonly chasedUpTo: string | null
  readonly today: CalendarDate
}

/** Writes what was planned, in the caller's transaction. Nothing that is already so is written again. */
export async function writeBatch(
  db: Db,
  target: BatchTarget,
  planned: readonly Planned[],
): Promise<Omit<Written, 'earlier'>> {
  const { session, file, fileName, source, today } = target
  const { directory, legalEntity } = session
  const customers = await writeCustomers(db, directory, planned)
  const created = await createInvoices(
    db,
    { legalEntity, source, today, directory },
    planned.filter(({ plan }) => plan.kind === 'new'),
  )
  const changed = await changeInvoices(
    db,
    { legalEntity, source, today, directory, fileName },
    planned.filter(({ plan }) => plan.kind === 'changed'),
  )
  const invoices = [...created, ...changed.written]
  const payments = await tellPaid(db, { legalEntity, today }, invoices)
  const disputes = await tellDisputed(db, target, created)
  await tellChased(db, target, created)
  await tellPaused(db, { created, today, language: session.language })
  const instructed = await tellPayment(db, { created, planned, today, language: session.language })
  await recordChanges(db, file, {
    created: {
      customer: customers.created,
      contact: customers.contacts,
      invoice: created.map(({ id }) => id),
      payment: payments,
      dispute: disputes,
      allocation: [],
      paymentInstruction: instructed,
    },
    changes: [...customers.filled, ...changed.changes],
  })
  const owingLess = new Set([...changed.written, ...created.filter(isCredit)].flatMap(customersOf))
  if (owingLess.size > 0) await target.work.factsChanged(db, [...owingLess])
  return {
    invoices: created.length,
    changedInvoices: changed.written.length,
    customers: customers.created.length,
    changedCustomers: 0,
    contacts: customers.contacts.length,
    payments: payments.length,
    files: 0,
  }
}

const isCredit = ({ planned }: InvoiceWritten): boolean => planned.row.kind === 'creditNote' && planned.customer > 0

/** Of these a message may say what is no longer true, and waits for no later batch; of the others, the end of the file is soon enough. */
const customersOf = ({ customer, planned }: InvoiceWritten): number[] =>
  planned.known ? [customer, planned.known.customerId] : [customer]

/** What the file says was paid and nobody had told Quittance: one payment an invoice, allocated to its due lines. */
async function tellPaid(
  db: Db,
  { legalEntity, today }: { readonly legalEntity: number; readonly today: CalendarDate },
  invoices: readonly InvoiceWritten[],
): Promise<number[]> {
  const paid = invoices.flatMap((invoice) => {
    const amount = invoice.lines.reduce((sum, line) => sum + line.pay, 0)
    return amount > 0 ? [{ invoice, amount, entryKey: entryKey(legalEntity, invoice, amount) }] : []
  })
  const inserted = await insertPayments(
    db,
    paid.map(({ invoice, amount, entryKey: key }) => ({
      customer: invoice.customer,
      legalEntity,
      receivedOn: receivedOn(invoice, today),
      currency: invoice.planned.row.total.currency,
      amount,
      means: 'other',
      reference: invoice.planned.row.number,
      origin: 'import',
      entryKey: key,
    })),
  )
  const idOf = new Map(inserted.map(({ entryKey: key, id }) => [key, id]))
  const allocations = paid.flatMap(({ invoice, entryKey: key }) => {
    const payment = idOf.get(key)
    if (payment === undefined) return []
    return invoice.lines
      .filter(({ pay }) => pay > 0)
      .map(({ id, pay, issueDate }) => ({
        item: id,
        payment,
        amount: pay,
        on: allocationDay({ source: receivedOn(invoice, today), issued: issueDate, today }),
      }))
  })
  await insertAllocations(db, allocations)
  return inserted.map(({ id }) => id)
}

/** The same for the same fact: a part paid later is told under how much is then paid in all. */
function entryKey(legalEntity: number, { planned, lines }: InvoiceWritten, amount: number): string {
  const key = `import:${legalEntity}:${planned.row.number}`
  if (!planned.known) return key
  const before = planned.known.lines.reduce(
    (sum, line) => sum + Math.abs(line.amount - line.amountDue) + line.reversed,
    0,
  )
  return `${key}#${before + amount}:${lines.length}`
}

async function tellDisputed(db: Db, { work }: BatchTarget, created: readonly InvoiceWritten[]): Promise<number[]> {
  const items = created
    .filter(({ planned }) => planned.rows.some(({ row }) => row.disputed))
    .flatMap(({ lines }) => lines.filter(({ amountDue }) => amountDue > 0).map(({ id }) => id))
  return items.length === 0 ? [] : work.disputed.note(db, items)
}

async function tellChased(
  db: Db,
  { work, chasedUpTo, today }: BatchTarget,
  created: readonly InvoiceWritten[],
): Promise<void> {
  const chased = Map.groupBy(
    created.filter(({ planned }) => planned.row.kind !== 'creditNote'),
    ({ planned }) => planned.row.reminderLevel ?? null,
  )
  for (const [level, invoices] of chased) {
    const upTo = level === null ? chasedUpTo && { step: chasedUpTo } : { level }
    const items = invoices.flatMap(({ lines }) =>
      chasedAmong(lines, { isSaid: level !== null, today }).map(({ id }) => id),
    )
    if (upTo && items.length > 0) await work.declareChased(db, items, upTo)
  }
}

/**
 * The due lines that were chased: those late by now. Where the file says of an invoice that it was, and none is late (more
 * time was given since), the first that falls due.
 */
function chasedAmong(
  lines: InvoiceWritten['lines'],
  { isSaid, today }: { readonly isSaid: boolean; readonly today: CalendarDate },
): InvoiceWritten['lines'] {
  const owed = lines.filter((line) => line.amountDue > 0)
  const late = owed.filter((line) => line.dueDate < today)
  if (late.length > 0 || !isSaid) return late
  const first = owed.map((line) => line.dueDate).toSorted()[0]
  return owed.filter((line) => line.dueDate === first)
}
