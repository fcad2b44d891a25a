import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import type { InvoiceRow } from '@quittance/core/imports/parse-row.ts'
import type { KnownWhole } from '@quittance/core/imports/plan-invoice.ts'
import { type InvoicePlan, planInvoice } from '@quittance/core/imports/plan-invoice.ts'
import type { Refusal, Warning } from '@quittance/core/imports/refusals.ts'
import type { Reading } from '@quittance/core/imports/row-cells.ts'
import { linesAsWritten, linesByTerms, type StatedLine } from '@quittance/core/imports/stated-lines.ts'
import { formatMoney, type Language } from '@quittance/core/money/format-money.ts'
import { asCurrency, money } from '@quittance/core/money/money.ts'
import type { Db } from '../../platform/database/db.ts'
import { statedElectronically } from '../e-invoices/fingerprints.ts'
import { toldByOpenings } from '../ledger/ledger-items.ts'
import { coveredDays } from '../ledger/ledger-queries.ts'
import type { RefusedRow } from '../refused-rows.ts'
import { type InvoiceRows, isConfirmed, type ReadRow } from '../staging/read-rows.ts'
import type { Directory } from './directory.ts'
import { type InvoiceOnFile, invoicesOnFile } from './known.ts'
import { isUnpaid, replacingWarnings, type Standing, standingOf } from './replaced-invoices.ts'
import { saidBefore, saidOtherwise } from './said-otherwise.ts'
import { unknownCustomer } from './unknown-customer.ts'
import { type Firms, sellerFault, sellerWarnings } from './whose-invoice.ts'

/** What is known while a file is read from its first row to its last. */
export interface Session {
  readonly directory: Directory
  readonly reading: Reading
  readonly legalEntity: number
  readonly firms: Firms
  readonly language: Language
  readonly today: CalendarDate
}

/** One invoice that can go in, and what that does. `customer` is negative for one still to be made. */
export interface Planned {
  readonly kind: 'planned'
  readonly rows: readonly ReadRow[]
  readonly row: InvoiceRow
  readonly customer: number
  readonly salesRep: number | null
  readonly lines: readonly StatedLine[]
  readonly known: InvoiceOnFile | undefined
  readonly plan: Exclude<InvoicePlan, { kind: 'refused' }>
  readonly warnings: readonly Warning[]
  /** A corrected invoice takes its place: nothing of it will be owed. */
  readonly isReplaced?: boolean
}

export type Outcome =
  | Planned
  | { readonly kind: 'refused'; readonly rows: readonly ReadRow[]; readonly refused: readonly RefusedRow[] }

/** What importing these invoices would do, in their order; writes nothing. Check and application decide with this alone. */
export async function planBatch(db: Db, session: Session, invoices: readonly InvoiceRows[]): Promise<Outcome[]> {
  const numbers = invoices.map(([first]) => first.row.number)
  const onFile = await invoicesOnFile(db, session.legalEntity, numbers)
  const byNumber = new Map(onFile.map((invoice) => [invoice.number, invoice]))
  const openings = invoices.flatMap(([{ row }]) => (row.carriedOn ? [{ number: row.number, on: row.carriedOn }] : []))
  const covered = await coveredDays(db, session.legalEntity, [...new Set(openings.map(({ on }) => on))])
  const opened = await toldByOpenings(
    db,
    session.legalEntity,
    openings.map(({ number }) => number),
  )
  const standing = await standingOf(db, session.legalEntity, invoices)
  const stated = await statedElectronically(
    db,
    session.legalEntity,
    invoices.map(([{ row }]) => row),
  )
  return invoices.map((rows) => {
    const { number } = rows[0].row
    return planOne(session, rows, {
      known: byNumber.get(number),
      openedOn: opened.get(number) ?? null,
      covered,
      standing,
      fingerprints: stated.get(number),
    })
  })
}

interface KnownFacts {
  readonly known: InvoiceOnFile | undefined
  /** First day of the year whose opening is all that told of it. */
  readonly openedOn: CalendarDate | null
  /** First days of the years whose year before is in. */
  readonly covered: ReadonlySet<CalendarDate>
  readonly standing: Standing
  /** Of the electronic invoices that stated it; undefined where none did. */
  readonly fingerprints: ReadonlySet<string> | undefined
}

function planOne(session: Session, rows: InvoiceRows, facts: KnownFacts): Outcome {
  const { known, openedOn, covered, standing, fingerprints } = facts
  const { directory, reading } = session
  const [first] = rows
  const fault = sellerFault(first.row, session.firms, first.corrections)
  if (fault) return refusedBy(rows, fault)
  const found = directory.customerOf(first.row, first.corrections)
  if (found.kind === 'unknown') return refusedBy(rows, unknownCustomer(first.row.customer.name, found))
  if (isKnownOpening(first.row, { known, openedOn, covered })) return carriedOver(rows, found.id, known)
  if (known?.replacedBy && first.row.seller !== undefined) return wasReplaced(rows, found.id, known)
  const stated = rows.map(({ row }) => asStated(row))
  const lines = known
    ? linesAsWritten(stated)
    : linesByTerms(stated, [directory.termsOf(found.id), directory.firmTerms])
  const plan = planInvoice(known && asKnown(known), {
    row: first.row,
    lines,
    customerId: found.id,
    isConfirmed: isConfirmed(first, 'invoiceNumber', reading),
  })
  const otherwise = known && fingerprints && saidOtherwise(rows, { known, plan, fingerprints, reading })
  if (otherwise === 'saidBefore') return leftAsIs(rows, { customer: found.id, known, warning: saidBefore(first.row) })
  if (otherwise) return refusedBy(rows, otherwise)
  if (plan.kind === 'refused' && known) return refusedBy(rows, contradiction(session, plan.code, known))
  if (plan.kind === 'refused') throw new Error(`A new invoice contradicts nothing: ${first.row.number}`)
  const { salesRep, warnings } = repOf(session, first)
  const by =
    plan.kind === 'new' && rows.every(({ row }) => isUnpaid(row))
      ? standing.replacedBy.get(first.row.number)
      : undefined
  const replacing = by === undefined ? replacingWarnings(first.row, standing) : [replacedWarning(first.row, by)]
  return {
    kind: 'planned',
    rows,
    row: first.row,
    customer: found.id,
    salesRep,
    lines,
    known,
    plan,
    warnings: [
      ...rows.flatMap((row) => [...row.warnings, ...ofCredit(row.row)]),
      ...warnings,
      ...sellerWarnings(first.row, session.firms),
      ...replacing,
    ],
    isReplaced: by !== undefined,
  }
}

/**
 * What a year carried over is no news where the year it comes from is in, or the invoice is known by anything but an
 * earlier export of this same opening: that one grows until the year before is closed.
 */
const isKnownOpening = (
  { carriedOn }: InvoiceRow,
  facts: Pick<KnownFacts, 'covered' | 'known' | 'openedOn'>,
): boolean =>
  carriedOn !== undefined &&
  (facts.covered.has(carriedOn) || (facts.known !== undefined && facts.openedOn !== carriedOn))

const carriedOver = (rows: InvoiceRows, customer: number, known: InvoiceOnFile | undefined): Planned => {
  const [{ row }] = rows
  const warning: Warning = { line: row.line, code: 'openingKnown', field: 'invoiceNumber', value: row.number }
  return leftAsIs(rows, { customer, known, warning })
}

/** A corrected invoice took its place: its own file no longer says what is owed. */
const wasReplaced = (rows: InvoiceRows, customer: number, known: InvoiceOnFile): Planned => {
  const [{ row }] = rows
  return leftAsIs(rows, { customer, known, warning: replacedWarning(row, known.replacedBy ?? '') })
}

const replacedWarning = ({ line }: InvoiceRow, value: string): Warning => ({
  line,
  code: 'wasReplaced',
  field: 'invoiceNumber',
  value,
})

function leftAsIs(
  rows: InvoiceRows,
  { customer, known, warning }: { customer: number; known: InvoiceOnFile | undefined; warning: Warning },
): Planned {
  const [{ row }] = rows
  const plan = { kind: 'unchanged' } as const
  return { kind: 'planned', rows, row, customer, salesRep: null, lines: [], known, plan, warnings: [warning] }
}

/**
 * A credit note partly used elsewhere goes in for what is left: what it settled there is not told. A ledger does tell it,
 * and all payments, apart: its invoices go in whole.
 */
function asStated(row: InvoiceRow): InvoiceRow {
  if (row.ledger) return { ...row, amountDue: row.total }
  return row.kind === 'creditNote' ? { ...row, total: row.amountDue } : row
}

const ofCredit = (row: InvoiceRow): Warning[] =>
  row.kind === 'creditNote' && !row.ledger && row.amountDue.amount !== row.total.amount
    ? [{ line: row.line, code: 'creditPartlyUsed', field: 'amountDue', value: String(row.amountDue.amount) }]
    : []

function repOf({ directory }: Session, { row }: ReadRow): { salesRep: number | null; warnings: Warning[] } {
  const { salesRep: written } = row.customer
  if (!written) return { salesRep: null, warnings: [] }
  const salesRep = directory.personOf(written)
  const warnings: Warning[] =
    salesRep === null ? [{ line: row.line, code: 'salesRepUnknown', field: 'salesRep', value: written }] : []
  return { salesRep, warnings }
}

function asKnown(invoice: InvoiceOnFile): KnownWhole {
  const sign = invoice.kind === 'creditNote' ? -1 : 1
  const currency = asCurrency(invoice.currency)
  const lines = invoice.lines.map((line) => ({
    ...line,
    amount: sign * line.amount || 0,
    amountDue: sign * line.amountDue || 0,
  }))
  const due = lines.reduce((sum, line) => sum + line.amountDue, 0)
  return {
    ...invoice,
    dueDate: null,
    total: money(sign * invoice.total, currency),
    amountDue: money(due, currency),
    lines,
  }
}

type Fault = Pick<Refusal, 'code' | 'field' | 'fix' | 'other' | 'value'>

function contradiction({ language }: Session, code: 'numberTaken' | 'paymentsStand', known: InvoiceOnFile): Fault {
  if (code === 'numberTaken')
    return {
      code,
      field: 'invoiceNumber',
      value: known.number,
      other: known.customerName,
      fix: { field: 'invoiceNumber', value: known.number },
    }
  const settled = known.lines.reduce((sum, line) => sum + Math.abs(line.amount - line.amountDue), 0)
  return {
    code,
    field: 'totalAmount',
    value: known.number,
    other: formatMoney(money(settled, asCurrency(known.currency)), language),
  }
}

/** The whole invoice waits: a part of it alone would be another invoice. */
const refusedBy = (rows: readonly ReadRow[], fault: Fault): Outcome => ({
  kind: 'refused',
  rows,
  refused: rows.map(({ row }) => ({
    line: row.line,
    invoiceNumber: row.number,
    refusals: [{ ...fault, line: row.line } as Refusal],
  })),
})
