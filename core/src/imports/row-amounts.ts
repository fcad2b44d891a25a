import { minorUnitDigits, parseCurrency } from '../money/currency.ts'
import { type Currency, type Money, money } from '../money/money.ts'
import { parseAmount } from '../money/parse-amount.ts'
import {
  beginsAsPayment,
  type InvoiceKind,
  isPaymentKind,
  type Side,
  sideWritten,
  statusWritten,
  withoutSide,
} from './cell-words.ts'
import type { Field } from './fields.ts'
import type { RowCells } from './row-cells.ts'
import { amountMeant, amountText, decimalsWritten, roundedAmount } from './suggest-fix.ts'

/** The amounts of one invoice, none negative: a credit note's are what it takes off. `paid` + `amountDue` = `total`. */
export interface RowAmounts {
  readonly kind: InvoiceKind
  readonly total: Money
  readonly amountDue: Money
  readonly paid: Money
}

type Amounts = { readonly [F in 'totalAmount' | 'amountDue' | 'paidAmount']: number | undefined }

/** Reads what the row says of its amounts; refusals and warnings go to the row, undefined when it cannot go in. */
export function readAmounts(row: RowCells, kindSaid: InvoiceKind | undefined): RowAmounts | undefined {
  const currency = readCurrency(row)
  if (!currency) return undefined
  const before = row.refusals.length
  const side = readSide(row)
  const read = (field: Field): number | undefined => {
    const amount = readAmount(row, field, currency)
    const isSided = side !== undefined && (field === 'totalAmount' || field === 'amountDue')
    return isSided && amount !== undefined ? onSide(row, field, { amount, side }) : amount
  }
  const debit = read('debit')
  const credit = read('credit')
  const written: Amounts = {
    totalAmount:
      read('totalAmount') ?? (debit === undefined && credit === undefined ? undefined : (debit ?? 0) - (credit ?? 0)),
    amountDue: read('amountDue'),
    paidAmount: read('paidAmount'),
  }
  if (row.refusals.length > before) return undefined
  const total = totalOf(row, written)
  if (total === undefined) {
    row.refuse(amountField(row), 'missingAmount')
    return undefined
  }
  if (isPayment(row, total, kindSaid)) {
    row.refuse(row.has('kind') ? 'kind' : 'subject', 'paymentRow')
    return undefined
  }
  const kind = kindOf(row, total, kindSaid, currency)
  return kind && settle(row, kind, total, written, currency)
}

function readSide(row: RowCells): Side | undefined {
  if (!row.has('side')) return undefined
  const side = sideWritten(row.text('side'))
  if (!side) row.refuse('side', 'unknownSide')
  return side
}

/** What stands on the credit side takes off what is owed. A sign of its own there says the same twice, or the contrary. */
function onSide(row: RowCells, field: Field, { amount, side }: { amount: number; side: Side }): number | undefined {
  if (side === 'debit' || amount === 0) return amount
  if (amount > 0) return -amount
  row.refuse(field, 'sideDisagrees')
  return undefined
}

/** The currency of the row: its column's, else the one written beside an amount, else the file's. */
function readCurrency(row: RowCells): Currency | undefined {
  if (!row.has('currency')) return writtenBeside(row) ?? row.formats.currency
  const text = row.text('currency')
  const known = parseCurrency(text) ?? (/^(\$|¥)$/.test(text) ? row.formats.currency : undefined)
  if (!known) row.refuse('currency', 'unknownCurrency', { other: row.formats.currency, fix: row.formats.currency })
  return known
}

/** Something beside digits, marks and signs: most amounts name no currency, and need not be read for one. */
const namesCurrency = /[\p{L}\p{Sc}]/u

function writtenBeside(row: RowCells): Currency | undefined {
  for (const field of ['totalAmount', 'amountDue', 'paidAmount', 'debit'] as const) {
    const text = row.text(field)
    if (!namesCurrency.test(text)) continue
    const read = parseAmount(withoutSide(text).amount, { decimal: row.formats.decimal, digits: 3 })
    if (read.ok && read.currency) return read.currency
  }
  return undefined
}

const refusalOf = {
  notANumber: 'unreadableAmount',
  ambiguous: 'ambiguousAmount',
  tooManyDecimals: 'tooManyDecimals',
  tooLarge: 'amountTooLarge',
} as const

/** Decimals from which the excess is the noise of binary fractions (103.53000000000003), not an amount. */
const noiseFrom = 9

function readAmount(row: RowCells, field: Field, currency: Currency): number | undefined {
  const text = row.text(field)
  if (text === '' || /^[-–—]$/.test(text)) return undefined
  const digits = minorUnitDigits(currency)
  const { decimal, typedNumbers } = row.formats
  const { amount, side } = withoutSide(text)
  const read = parseAmount(amount, { decimal, digits })
  if (read.ok) {
    if (!read.currency || read.currency === currency)
      return side === undefined ? read.amount : onSide(row, field, { amount: read.amount, side })
    row.refuse(field, 'currencyMismatch', { other: currency, fix: amountText(read.amount, currency, decimal) })
    return undefined
  }
  if (read.reason === 'empty') return undefined
  const rounded = read.reason === 'tooManyDecimals' ? roundedAmount(text, decimal, digits) : undefined
  if (rounded !== undefined && (typedNumbers || decimalsWritten(text) > 3)) {
    if (decimalsWritten(text) < noiseFrom) row.warn(field, 'amountRounded')
    return rounded
  }
  const meant = rounded ?? amountMeant(text, decimal === 'auto' ? ',' : decimal, digits)
  row.refuse(field, refusalOf[read.reason], {
    fix: meant === undefined ? undefined : amountText(meant, currency, decimal),
  })
  return undefined
}

function totalOf(row: RowCells, { totalAmount, amountDue, paidAmount }: Amounts): number | undefined {
  if (totalAmount !== undefined) return totalAmount
  if (amountDue === undefined) return undefined
  if (paidAmount !== undefined) return amountDue < 0 ? amountDue - Math.abs(paidAmount) : amountDue + paidAmount
  row.warn('amountDue', 'totalFromDue')
  return amountDue
}

const amountField = (row: RowCells): Field =>
  row.isMapped('amountDue') && !row.isMapped('totalAmount') ? 'amountDue' : 'totalAmount'

const amountHeld = (row: RowCells): Field =>
  (['totalAmount', 'amountDue', 'credit'] as const).find((field) => row.has(field)) ?? 'totalAmount'

/** Money received among the invoices: read as a credit note it would count, but under a wrong name. */
const isPayment = (row: RowCells, total: number, said: InvoiceKind | undefined): boolean =>
  said === undefined && (isPaymentKind(row.text('kind')) || (total < 0 && beginsAsPayment(row.text('subject'))))

/** A negative amount is a credit note, unless its number or its type says it is an invoice: then a person decides. */
function kindOf(
  row: RowCells,
  total: number,
  said: InvoiceKind | undefined,
  currency: Currency,
): InvoiceKind | undefined {
  if (total >= 0 || said === 'creditNote') return said ?? 'invoice'
  if (said === undefined) {
    row.warn('totalAmount', 'readAsCreditNote')
    return 'creditNote'
  }
  row.refuseWithFix(amountHeld(row), 'negativeInvoice', {
    value: amountText(total, currency, row.formats.decimal),
    fix: { field: 'kind', value: 'avoir' },
  })
  return undefined
}

function settle(
  row: RowCells,
  kind: InvoiceKind,
  signed: number,
  written: Amounts,
  currency: Currency,
): RowAmounts | undefined {
  const total = Math.abs(signed)
  const amount = (value: number): string => amountText(value, currency, row.formats.decimal)
  const sign = signed < 0 ? -1 : 1
  const due = written.amountDue === undefined ? undefined : unsigned(written.amountDue, kind, sign)
  const paid = written.paidAmount === undefined ? undefined : unsigned(written.paidAmount, kind, sign)
  if (due !== undefined && due < 0)
    return void row.refuse('amountDue', 'signsDisagree', { other: amount(total), fix: amount(0) })
  if (due !== undefined && due > total)
    return void row.refuse('amountDue', 'dueLargerThanTotal', { other: amount(total), fix: amount(total) })
  if (due === undefined && paid !== undefined && paid > total)
    return void row.refuse('paidAmount', 'paidLargerThanTotal', { other: amount(total), fix: amount(total) })
  if (due !== undefined && paid !== undefined && total - paid !== due && paid !== 0)
    row.warn('paidAmount', 'amountsDisagree')
  if (total === 0) row.warn('totalAmount', 'zeroAmount')
  const left = due ?? (paid === undefined ? leftByWords(row, total) : total - paid)
  if (due !== undefined && due > 0 && statusWritten(row.text('status')) === 'paid') row.warn('status', 'statusSaysPaid')
  return { kind, total: money(total, currency), amountDue: money(left, currency), paid: money(total - left, currency) }
}

/** Credit notes come with either sign in either column; what is left of one counts like its total. */
const unsigned = (value: number, kind: InvoiceKind, sign: 1 | -1): number =>
  kind === 'creditNote' && sign === 1 ? Math.abs(value) : value === 0 ? 0 : value * sign

/** No amount says what is left: a payment date or a status « Payée » means nothing, anything else means all. */
function leftByWords(row: RowCells, total: number): number {
  if (row.has('settledDate')) {
    row.warn('settledDate', 'paidBySettledDate')
    return 0
  }
  if (statusWritten(row.text('status')) === 'paid') {
    row.warn('status', 'paidByStatus')
    return 0
  }
  return total
}
