import { asDate, type CalendarDate } from '../calendar/calendar-date.ts'
import type { PaymentInstruction } from '../invoices/payment-instruction.ts'
import type { Language } from '../money/format-money.ts'
import type { Money } from '../money/money.ts'
import {
  type InvoiceKind,
  isEmailAddress,
  isSirenOrSiret,
  isVatNumber,
  kindOfNumber,
  kindWritten,
  languageWritten,
  levelWritten,
  statusWritten,
  yesNoWritten,
} from './cell-words.ts'
import { cutText } from './cut-text.ts'
import { instructionFrom } from './e-invoices/payment-instruction.ts'
import type { Field } from './fields.ts'
import { madeNumber } from './made-number.ts'
import { tellNotes } from './reader-notes.ts'
import type { Refusal, Warning } from './refusals.ts'
import { type RowAmounts, readAmounts } from './row-amounts.ts'
import { type Corrections, openRow, type Reading, type RowCells, type SourceRow } from './row-cells.ts'
import { type RowDates, readDates } from './row-dates.ts'

/** The customer as one row names it; `name` is the code where the file has no name. */
export interface RowCustomer {
  readonly name: string
  readonly code?: string
  /** 9 digits; taken from a SIRET of 14. */
  readonly siren?: string
  readonly siret?: string
  readonly vatNumber?: string
  readonly language?: Language
  readonly invoicingEmail?: string
  readonly contactName?: string
  readonly phone?: string
  readonly salesRep?: string
  readonly addressLine1?: string
  readonly addressLine2?: string
  readonly postcode?: string
  readonly city?: string
  readonly country?: string
}

/** One invoice as a row states it. Amounts are never negative: of a credit note they are what it takes off. */
export interface InvoiceRow extends RowDates {
  readonly line: number
  readonly number: string
  /** The file had no number: see `made-number.ts`. */
  readonly numberMade: boolean
  readonly kind: InvoiceKind
  readonly customer: RowCustomer
  readonly total: Money
  readonly amountDue: Money
  readonly paid: Money
  readonly paymentTerms?: string
  readonly paymentMeans?: string
  readonly project?: string
  readonly subject?: string
  readonly orderReference?: string
  /** Absent when no column says it. */
  readonly disputed?: boolean
  /** It is not to be reminded of, whatever is written to say so. */
  readonly paused?: true
  /** How many reminders other software sent of it, from 1; absent when none or no column says it. */
  readonly reminderLevel?: number
  /** The file within the source that is the invoice itself (a PDF). */
  readonly invoiceFile?: string
  /** Of an electronic invoice: who says to have issued it, as `match-seller.ts` reads it, and how it is to be paid. */
  readonly seller?: string
  /** Of an electronic invoice: what it says, hashed. The same for the same XML, whatever carries it. */
  readonly fingerprint?: string
  readonly instruction?: PaymentInstruction
  /** Read from a ledger: its payments come apart from it, and `amountDue` is what they leave. */
  readonly ledger?: LedgerNature
  /** The entry of the ledger: the same in every export. */
  readonly ledgerKey?: string
  /** Of what was carried over: the first day of the year it was carried to. */
  readonly carriedOn?: CalendarDate
}

/** `opening`: an invoice carried over from an earlier year; `openingBalance`: what was owed then, without detail; `held`: owed, but no invoice. */
export type LedgerNature = 'invoice' | 'opening' | 'openingBalance' | 'held'

export type ParsedRow =
  | { readonly ok: true; readonly row: InvoiceRow; readonly warnings: readonly Warning[] }
  | { readonly ok: false; readonly refusals: readonly Refusal[]; readonly invoiceNumber: string }

/** Reads one row into an invoice, or says all that is wrong with it at once. What hangs on other rows is `number-register.ts`. */
export function parseRow(source: SourceRow, reading: Reading, corrections: Corrections = {}): ParsedRow {
  const row = openRow(source, reading, corrections)
  refuseShiftedCells(row, source, reading)
  refuseByStatus(row)
  tellNotes(row, (field) => corrections[field] !== undefined)
  // Nothing else of it could be read.
  if (row.refusals.some(({ field }) => field === 'readerNotes'))
    return { ok: false, refusals: row.refusals, invoiceNumber: row.text('invoiceNumber') }
  const number = readNumber(row)
  const customer = readCustomer(row)
  const dates = readDates(row)
  const amounts = readAmounts(row, kindSaid(row, number))
  const texts = readTexts(row)
  const reminderLevel = readLevel(row)
  if (row.refusals.length > 0 || !customer || !amounts)
    return { ok: false, refusals: row.refusals, invoiceNumber: number }
  return {
    ok: true,
    row: assemble(row, { number, customer, dates, amounts, texts, reminderLevel }),
    warnings: row.warnings,
  }
}

interface Parts {
  readonly number: string
  readonly customer: RowCustomer
  readonly dates: RowDates
  readonly amounts: RowAmounts
  readonly texts: Partial<Pick<InvoiceRow, (typeof textFields)[number]>>
  readonly reminderLevel: number
}

function assemble(row: RowCells, { number, customer, dates, amounts, texts, reminderLevel }: Parts): InvoiceRow {
  const disputed = row.has('disputed') ? yesNoWritten(row.text('disputed')) : undefined
  const stated = { line: row.line, kind: amounts.kind, customer, total: amounts.total, ...dates, ...texts }
  const [nature, carriedOn] = row.text('ledgerNature').split(' ')
  const instruction = instructionFrom(row.text('paymentInstruction'))
  const ledger = natures.find((one) => one === nature)
  return {
    ...stated,
    number: number || madeNumber(stated),
    numberMade: number === '',
    amountDue: amounts.amountDue,
    paid: amounts.paid,
    ...(disputed === undefined ? {} : { disputed }),
    ...(yesNoWritten(row.text('paused')) !== false && { paused: true }),
    ...(reminderLevel > 0 && { reminderLevel }),
    ...(row.has('invoiceFile') && { invoiceFile: row.text('invoiceFile') }),
    ...(row.has('seller') && { seller: row.text('seller') }),
    ...(row.has('fingerprint') && { fingerprint: row.text('fingerprint') }),
    ...(instruction && { instruction }),
    ...(ledger && { ledger, ledgerKey: row.text('ledgerKey') }),
    ...(ledger && carriedOn && { carriedOn: asDate(carriedOn) }),
  }
}

const natures: readonly LedgerNature[] = ['invoice', 'opening', 'openingBalance', 'held']

/** More filled cells than headers: an amount's comma or a text's semicolon has cut a cell in two, all after it lies. */
export function refuseShiftedCells(row: RowCells, { cells }: SourceRow, { headers }: Reading): void {
  const beyond = cells.slice(headers.length).find((cell) => cell.trim() !== '')
  if (beyond !== undefined) row.refuse('invoiceNumber', 'shiftedCells', { value: beyond.trim() })
}

function refuseByStatus(row: RowCells): void {
  const status = statusWritten(row.text('status'))
  if (status === 'cancelled') row.refuse('status', 'cancelledInvoice', { fix: '' })
  if (status === 'draft') row.refuse('status', 'draftInvoice', { fix: '' })
}

function readNumber(row: RowCells): string {
  const number = row.text('invoiceNumber')
  if (number.length > 100) row.refuse('invoiceNumber', 'textTooLong', { value: cutText(number, 60), other: '100' })
  if (/^\d[.,]?\d*E\+\d+$/i.test(number)) row.refuse('invoiceNumber', 'roundedNumber')
  if (number !== '') return number
  if (row.formats.makeNumbers) row.warn('invoiceNumber', 'numberMade')
  else row.refuse('invoiceNumber', 'missingNumber')
  return ''
}

const kindSaid = (row: RowCells, number: string): InvoiceKind | undefined =>
  kindWritten(row.text('kind')) ?? kindOfNumber(number)

/** Who a row is about; what is wrong goes to the row, undefined where it names nobody. */
export function readCustomer(row: RowCells): RowCustomer | undefined {
  const code = row.text('customerCode')
  const name = row.text('customerName') || code
  if (name === '') row.refuse('customerName', 'missingCustomer')
  if (name.length > 200) row.refuse('customerName', 'textTooLong', { value: cutText(name, 60), other: '200' })
  if (code.length > 200) row.refuse('customerCode', 'textTooLong', { value: cutText(code, 60), other: '200' })
  const email = readEmail(row)
  const language = languageWritten(row.text('language'))
  if (name === '') return undefined
  return {
    name,
    ...(code !== '' && { code }),
    ...readIdentity(row),
    ...(language && { language }),
    ...(email !== '' && { invoicingEmail: email }),
    ...pick(row, ['contactName', 'phone', 'salesRep', 'addressLine1', 'addressLine2', 'postcode', 'city', 'country']),
  }
}

/** One address; the first of several set apart by ; or , when all are good. */
function readEmail(row: RowCells): string {
  const text = row.text('invoicingEmail').replace(/^mailto:/i, '')
  if (text === '') return ''
  const inner = /<([^<>]+)>/.exec(text)?.[1]
  const all = (inner ?? text).split(/[;,\s]+/).filter(Boolean)
  if (all.every(isEmailAddress)) return all[0] ?? ''
  row.refuse('invoicingEmail', 'badEmail', { fix: all.find(isEmailAddress) ?? '' })
  return ''
}

function readIdentity(row: RowCells): Pick<RowCustomer, 'siren' | 'siret' | 'vatNumber'> {
  const siren = row.text('siren').replace(/\D/g, '')
  const vatNumber = row
    .text('vatNumber')
    .replace(/[\s.-]/g, '')
    .toUpperCase()
  const isSiren = isSirenOrSiret(siren)
  if (row.has('siren') && !isSiren) row.warn('siren', 'sirenLeftOut')
  if (vatNumber !== '' && !isVatNumber(vatNumber)) row.warn('vatNumber', 'vatNumberLeftOut')
  return {
    ...(isSiren && { siren: siren.slice(0, 9) }),
    ...(isSiren && siren.length === 14 && { siret: siren }),
    ...(isVatNumber(vatNumber) && { vatNumber }),
  }
}

function readLevel(row: RowCells): number {
  const level = levelWritten(row.text('reminderLevel'))
  if (level === undefined) row.refuse('reminderLevel', 'unreadableLevel', { fix: '' })
  return level ?? 0
}

const textFields = ['paymentTerms', 'paymentMeans', 'project', 'subject', 'orderReference'] as const

const readTexts = (row: RowCells): Parts['texts'] => pick(row, textFields)

function pick<F extends Field>(row: RowCells, wanted: readonly F[]): Partial<Record<F, string>> {
  const found: Partial<Record<F, string>> = {}
  for (const field of wanted) {
    const text = row.text(field)
    if (text.length > 500)
      row.refuse(field, 'textTooLong', { value: cutText(text, 60), other: '500', fix: cutText(text, 500) })
    else if (text !== '') found[field] = text
  }
  return found
}
