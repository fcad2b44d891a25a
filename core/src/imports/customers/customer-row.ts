import type { CustomerCategory } from '../../customers/category.ts'
import { readIban } from '../../customers/iban.ts'
import { parsePaymentTerm } from '../../invoices/parse-payment-term.ts'
import type { PaymentTerm } from '../../invoices/payment-terms.ts'
import { parseCurrency } from '../../money/currency.ts'
import type { Currency } from '../../money/money.ts'
import { categoryWritten, yesNoWritten } from '../cell-words.ts'
import { cutText } from '../cut-text.ts'
import type { CustomerField, Field } from '../fields.ts'
import { type RowCustomer, readCustomer, refuseShiftedCells } from '../parse-row.ts'
import type { Refusal, Warning } from '../refusals.ts'
import { type Corrections, openRow, type Reading, type RowCells, type SourceRow } from '../row-cells.ts'

/** One customer as a row of a list of customers states it; absent where the row is silent. */
export interface CustomerRow {
  readonly line: number
  readonly customer: RowCustomer
  /** false: `customer.name` is the code, for want of a name. */
  readonly isNamed: boolean
  readonly tradeName?: string
  readonly accountCode?: string
  readonly parentCode?: string
  readonly terms?: PaymentTerm
  /** Hundredths of a percent, 0 for « none », and within how many days of the issue date where it says so. */
  readonly discount?: { readonly basisPoints: number; readonly days: number | null }
  readonly ibans: readonly string[]
  readonly currency?: Currency
  readonly category?: CustomerCategory
}

export type ParsedCustomer =
  | { readonly ok: true; readonly row: CustomerRow; readonly warnings: readonly Warning[] }
  | { readonly ok: false; readonly refusals: readonly Refusal[]; readonly code: string }

/** Reads one row into a customer, or says all that is wrong with it at once. */
export function parseCustomerRow(source: SourceRow, reading: Reading, corrections: Corrections = {}): ParsedCustomer {
  const row = openRow(source, reading, corrections)
  refuseShiftedCells(row, source, reading)
  const customer = readCustomer(row)
  const terms = readTerms(row)
  const discount = readDiscount(row)
  const currency = readCurrency(row)
  const ibans = readIbans(row)
  const texts = readTexts(row)
  const category = readCategory(row)
  if (row.refusals.length > 0 || !customer)
    return { ok: false, refusals: row.refusals, code: row.text('customerCode') || row.text('customerName') }
  return {
    ok: true,
    row: {
      line: row.line,
      customer,
      isNamed: row.has('customerName'),
      ...texts,
      ...(terms && { terms }),
      ...(discount && { discount }),
      ...(currency && { currency }),
      ...(category && { category }),
      ibans,
    },
    warnings: row.warnings,
  }
}

const textFields = ['tradeName', 'accountCode', 'parentCode'] as const satisfies readonly CustomerField[]

function readTexts(row: RowCells): Partial<Record<(typeof textFields)[number], string>> {
  const found: Partial<Record<(typeof textFields)[number], string>> = {}
  for (const field of textFields) {
    const text = row.text(field)
    if (text.length > 200) row.refuse(field, 'textTooLong', { value: cutText(text, 60), other: '200' })
    else if (text !== '') found[field] = text
  }
  return found
}

/** Days and « fin de mois » of their own columns, else the terms in words. */
function readTerms(row: RowCells): PaymentTerm | undefined {
  const days = readDays(row, 'termsDays')
  const isEndOfMonth = yesNoWritten(row.text('endOfMonth')) ?? row.has('endOfMonth')
  if (days === 0) return isEndOfMonth ? { kind: 'eomThen', days: 0 } : { kind: 'net', days: 0 }
  if (days !== undefined) return isEndOfMonth ? { kind: 'ambiguous', days } : { kind: 'net', days }
  const words = row.text('paymentTerms')
  if (words === '') return undefined
  const read = parsePaymentTerm(words)
  if (read.ok) return read.term
  row.warn('paymentTerms', 'termsLeftOut', cutText(words, 60))
  return undefined
}

function readDays(row: RowCells, field: Field): number | undefined {
  const text = row.text(field)
  const [, digits] = /^(\d{1,3})(?:[.,]0+)?\s*(?:j(?:ours?)?|d(?:ays?)?)?$/i.exec(text) ?? []
  const days = Number(digits)
  if (digits !== undefined && days <= 365) return days
  if (text !== '') row.refuse(field, 'unreadableDays', { value: cutText(text, 60), fix: '' })
  return undefined
}

/** No discount is smaller, in percent: 0.02 is a share, 2 %. */
const leastRate = 0.2

function readDiscount(row: RowCells): CustomerRow['discount'] {
  const days = readDays(row, 'discountDays') ?? null
  const text = row.text('discountRate')
  if (text === '') return undefined
  const [, written] = /^(\d{1,3}(?:[.,]\d{1,4})?)\s*%?$/.exec(text) ?? []
  const said = Number(written?.replace(',', '.'))
  const basisPoints = Math.round((said < leastRate ? said * 100 : said) * 100)
  if (written !== undefined && basisPoints <= 10_000) return { basisPoints, days: basisPoints === 0 ? null : days }
  row.refuse('discountRate', 'unreadableRate', { value: cutText(text, 60), fix: '' })
  return undefined
}

function readCurrency(row: RowCells): Currency | undefined {
  if (!row.has('currency')) return undefined
  const currency = parseCurrency(row.text('currency'))
  if (!currency) row.refuse('currency', 'unknownCurrency', { other: row.formats.currency, fix: row.formats.currency })
  return currency
}

/** Several of one customer stand apart by ; , | or /. What is no IBAN stays out: a list is not kept waiting for it. */
function readIbans(row: RowCells): string[] {
  const found = new Set<string>()
  for (const part of row.text('iban').split(/[;,|/]/)) {
    if (part.trim() === '') continue
    const read = readIban(part)
    if (!read) row.warn('iban', 'ibanLeftOut', cutText(part.trim(), 60))
    else if (!read.isSound) row.warn('iban', 'ibanDoubtful', read.iban)
    if (read) found.add(read.iban)
  }
  return [...found]
}

/** Firms sort their customers in ways of their own: what names no category of ours stays out. */
function readCategory(row: RowCells): CustomerRow['category'] {
  const text = row.text('category')
  const category = categoryWritten(text)
  if (text !== '' && !category) row.warn('category', 'categoryLeftOut', cutText(text, 60))
  return category
}
