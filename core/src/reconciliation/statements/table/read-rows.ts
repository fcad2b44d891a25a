import type { CalendarDate } from '../../../calendar/calendar-date.ts'
import { type DateOrder, detectDateOrder, fromExcelSerial, parseDate } from '../../../calendar/parse-date.ts'
import { isDaySerial } from '../../../imports/column-values.ts'
import type { SourceRow } from '../../../imports/row-cells.ts'
import { minorUnitDigits, parseCurrency } from '../../../money/currency.ts'
import type { Currency } from '../../../money/money.ts'
import { type DecimalMark, detectDecimal, parseAmount } from '../../../money/parse-amount.ts'
import { readFrenchLabel } from '../french-label.ts'
import { beginsWithOperation, kindOfLabel } from '../label-kind.ts'
import type { StatementLine } from '../statement.ts'
import type { StatementWarning } from '../statement-file.ts'
import { joined, orNull, reference } from '../written-text.ts'
import { type StatementColumn, type StatementMapping, sideOf } from './statement-columns.ts'

/** How the cells of a bank's list are written, found from all of them. */
export interface RowReading {
  readonly mapping: StatementMapping
  readonly currency: Currency
  readonly order: DateOrder
  readonly decimal: DecimalMark
}

/** A line, and the balance the bank wrote beside it in the smallest unit. */
export interface RowRead {
  readonly line: StatementLine
  readonly balance: number | null
}

const cellsOf = (
  rows: readonly SourceRow[],
  mapping: StatementMapping,
  columns: readonly StatementColumn[],
): string[] =>
  rows.flatMap(({ cells }) =>
    cells.filter((cell, index) => cell.trim() !== '' && columns.includes(mapping[index] ?? 'label')),
  )

/** Days are day first, and decimals behind a comma, where nothing proves another way: so French banks write. */
export function openReading(rows: readonly SourceRow[], mapping: StatementMapping, currency: Currency): RowReading {
  const order = detectDateOrder(cellsOf(rows, mapping, ['bookedOn', 'valueOn']))
  const decimal = detectDecimal(cellsOf(rows, mapping, ['amount', 'debit', 'credit', 'balance']))
  return {
    mapping,
    currency,
    order: order === 'ambiguous' || order === 'mixed' ? 'dmy' : order,
    decimal: decimal === '.' ? '.' : ',',
  }
}

/** Reads one row; undefined, and said, where its day or amount cannot be read. */
export function readRow(
  row: SourceRow,
  reading: RowReading,
  { entry, warn }: { readonly entry: number; readonly warn: (warning: StatementWarning) => void },
): RowRead | undefined {
  const { line } = row
  const text = (column: StatementColumn): string =>
    joined(...row.cells.filter((_, index) => reading.mapping[index] === column))
  const written = text('bookedOn')
  const bookedOn = dayOf(written, reading)
  const currency = text('currency') === '' ? reading.currency : parseCurrency(text('currency'))
  const amount = amountOf(text, reading)
  if (currency !== reading.currency) warn({ code: 'otherCurrency', line, value: text('currency').slice(0, 10) })
  else if (!bookedOn) warn({ code: 'dateUnreadable', line, field: 'bookedOn', value: written.slice(0, 40) })
  else if (typeof amount !== 'number') warn({ line, ...amount })
  else if (amount === 0) warn({ code: 'zeroLine', line })
  else {
    const valueOn = dayOf(text('valueOn'), reading) ?? null
    if (text('valueOn') !== '' && !valueOn)
      warn({ code: 'valueDateUnreadable', line, value: text('valueOn').slice(0, 40) })
    const balance = parseCell(text('balance'), reading)
    return {
      line: { fileLine: line, entry, bookedOn, valueOn, amount, ...described(text, wordsOf(row, reading), amount) },
      balance: typeof balance === 'number' ? balance : null,
    }
  }
  return undefined
}

function dayOf(written: string, { order }: RowReading): CalendarDate | undefined {
  const read = isDaySerial(written) ? fromExcelSerial(Number(written.replace(',', '.'))) : parseDate(written, order)
  return read.ok ? read.date : undefined
}

type Unreadable = Pick<StatementWarning, 'code' | 'value'>

function parseCell(written: string, { currency, decimal }: RowReading): number | Unreadable {
  const read = parseAmount(written, { decimal, digits: minorUnitDigits(currency) })
  if (read.ok) return read.amount
  if (read.reason === 'empty') return { code: 'amountMissing' }
  const code =
    read.reason === 'tooManyDecimals'
      ? 'impossiblePrecision'
      : read.reason === 'tooLarge'
        ? 'amountTooLarge'
        : 'amountUnreadable'
  return { code, value: written.slice(0, 60) }
}

/** Signed in one column, or with a side beside it, or in two columns of which one is filled. */
function amountOf(text: (column: StatementColumn) => string, reading: RowReading): number | Unreadable {
  if (text('amount') !== '') {
    const amount = parseCell(text('amount'), reading)
    const side = sideOf(text('side'))
    return typeof amount === 'number' && side ? side * Math.abs(amount) : amount
  }
  const [debit, credit] = [text('debit'), text('credit')].map((cell) => (cell === '' ? 0 : parseCell(cell, reading)))
  if (debit === undefined || credit === undefined) return { code: 'amountMissing' }
  if (typeof debit !== 'number') return debit
  if (typeof credit !== 'number') return credit
  if (debit !== 0 && credit !== 0) return { code: 'lineUnreadable', value: `${text('debit')} / ${text('credit')}` }
  if (text('debit') === '' && text('credit') === '') return { code: 'amountMissing' }
  return credit !== 0 ? credit : -Math.abs(debit)
}

/** The cells with words, label first. */
const wordsOf = ({ cells }: SourceRow, { mapping }: RowReading): string[] =>
  (['label', 'details'] as const).flatMap((column) =>
    cells.flatMap((cell, index) => (mapping[index] === column ? (orNull(cell) ?? []) : [])),
  )

function described(
  text: (column: StatementColumn) => string,
  words: readonly string[],
  amount: number,
): Omit<StatementLine, 'fileLine' | 'entry' | 'bookedOn' | 'valueOn' | 'amount'> {
  const [label, details] = [text('label') || text('details'), text('details')]
  const whole = joined(label, details)
  const own = amount > 0 ? words.map(readFrenchLabel) : []
  const named = own.flatMap(({ name }) => name ?? []).sort((a, b) => b.length - a.length)[0]
  const kind = words.map(kindOfLabel).find((one) => one !== 'other') ?? 'other'
  const iban = text('iban').replace(/\s/g, '')
  return {
    kind,
    operation: null,
    label: joined(text('name'), whole),
    remittance: own.map(({ remittance }) => remittance).find(Boolean) ?? (details === '' ? label : details),
    creditorReference: /\bRF\d{2}[A-Z0-9]{1,21}\b/.exec(whole)?.[0] ?? null,
    documents: [],
    endToEndId: null,
    mandate: null,
    otherName:
      orNull(text('name')) ??
      named ??
      (amount > 0 && !beginsWithOperation(label) && details !== '' ? orNull(label) : null),
    otherUltimateName: null,
    otherIban: /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(iban) ? iban : null,
    bankReference: reference(text('reference')),
    isBatch: kind === 'chequeDeposit',
    returned: kind === 'returned' ? { reason: null, text: null } : null,
    original: null,
    charges: null,
  }
}
