import type { CalendarDate } from '../../calendar/calendar-date.ts'
import { parseDate } from '../../calendar/parse-date.ts'
import { largestAmount } from '../../money/money.ts'
import { type DecimalMark, parseAmount } from '../../money/parse-amount.ts'
import type { FecColumn, FecColumns } from './fec-columns.ts'

/** One line of the ledger. Amounts are cents of the ledger's currency (euros), signed as written. */
export interface FecLine {
  /** Physical line of the file, from 1. */
  readonly line: number
  readonly journal: string
  readonly journalName: string
  readonly entry: string
  readonly entryDate: CalendarDate | null
  readonly ledgerAccount: string
  readonly ledgerAccountName: string
  readonly auxiliary: string
  readonly auxiliaryName: string
  readonly pieceRef: string
  readonly pieceDate: CalendarDate | null
  readonly label: string
  readonly debit: number
  readonly credit: number
  readonly lettering: string
  readonly letteringDate: CalendarDate | null
  readonly dueDate: CalendarDate | null
  /** In the smallest unit of `currency`, or null where the line is in the ledger's own. */
  readonly foreignAmount: string
  readonly foreignCurrency: string
}

export type FecLineProblem = 'missingCells' | 'tooManyCells' | 'badAmount' | 'badEntryDate' | 'noLedgerAccount'

/** A line that could not be read: nothing of it is counted, and it is named to the reader. */
export interface FecRefusedLine {
  readonly line: number
  readonly problem: FecLineProblem
  readonly column?: string
  readonly value?: string
}

export type ReadFecLine =
  | { readonly ok: true; readonly line: FecLine; readonly repaired: boolean }
  | { readonly ok: false; readonly refused: FecRefusedLine }

export interface FecReading {
  readonly columns: FecColumns
  readonly decimal: DecimalMark | 'auto'
}

/** Reads the cells of one line. `repaired`: a separator inside the label was put back. */
export function readFecLine(cells: readonly string[], line: number, reading: FecReading): ReadFecLine {
  const fitted = fitCells(cells, reading)
  if (typeof fitted === 'string') return { ok: false, refused: { line, problem: fitted, value: String(cells.length) } }
  const text = (column: FecColumn): string => tidy(fitted.cells[reading.columns.at.get(column) ?? -1])
  const sides = readSides(text, reading)
  if ('problem' in sides) return { ok: false, refused: { line, ...sides } }
  const entryDate = readDay(text('ecrituredate'))
  if (entryDate === null && !isBlankDay(text('ecrituredate')))
    return {
      ok: false,
      refused: { line, problem: 'badEntryDate', column: 'EcritureDate', value: text('ecrituredate') },
    }
  const ledgerAccount = text('comptenum')
  if (ledgerAccount === '') return { ok: false, refused: { line, problem: 'noLedgerAccount', column: 'CompteNum' } }
  const read: FecLine = {
    line,
    journal: text('journalcode'),
    journalName: text('journallib'),
    entry: text('ecriturenum'),
    entryDate,
    ledgerAccount,
    ledgerAccountName: text('comptelib'),
    auxiliary: text('compauxnum'),
    auxiliaryName: text('compauxlib'),
    pieceRef: text('pieceref'),
    pieceDate: readDay(text('piecedate')),
    label: text('ecriturelib'),
    debit: sides.debit,
    credit: sides.credit,
    lettering: text('ecriturelet'),
    letteringDate: readDay(text('datelet')),
    dueDate: readDay(text('dateecheance')),
    foreignAmount: text('montantdevise'),
    foreignCurrency: text('idevise'),
  }
  return { ok: true, line: read, repaired: fitted.repaired }
}

/** Software pads with spaces, no-break spaces and NUL bytes. */
const tidy = (cell: string | undefined): string =>
  cell === undefined || cell === '' ? '' : (cell.includes('\0') ? cell.replaceAll('\0', '') : cell).trim()

interface Fitted {
  readonly cells: readonly string[]
  readonly repaired: boolean
}

/** A separator at the end leaves empty cells; one inside the label cuts it, and the line is joined around it. */
function fitCells(cells: readonly string[], reading: FecReading): Fitted | FecLineProblem {
  const { width, at } = reading.columns
  const extra = cells.length - width
  if (extra <= 0) return cells.length > lastNeeded(reading) ? { cells, repaired: false } : 'missingCells'
  const isPadded = cells.slice(width).every((cell) => tidy(cell) === '')
  if (isPadded && amountsFit(cells, reading)) return { cells, repaired: false }
  const label = at.get('ecriturelib') ?? width
  const joined = [
    ...cells.slice(0, label),
    cells.slice(label, label + extra + 1).join(' '),
    ...cells.slice(label + extra + 1),
  ]
  return amountsFit(joined, reading) ? { cells: joined, repaired: true } : 'tooManyCells'
}

const lastNeeded = ({ columns }: FecReading): number =>
  Math.max(...(['debit', 'credit', 'montant', 'sens', 'comptenum'] as const).map((name) => columns.at.get(name) ?? 0))

/** The amounts are amounts and the day of the entry is a day: the cells stand in their columns. */
function amountsFit(cells: readonly string[], reading: FecReading): boolean {
  const text = (name: FecColumn): string => tidy(cells[reading.columns.at.get(name) ?? -1])
  const amounts = (['debit', 'credit', 'montant'] as const).every(
    (name) => readCents(text(name), reading) !== undefined,
  )
  return amounts && (isBlankDay(text('ecrituredate')) || readDay(text('ecrituredate')) !== null)
}

type Sides =
  | { readonly debit: number; readonly credit: number }
  | { readonly problem: FecLineProblem; readonly column: string; readonly value: string }

function readSides(text: (column: FecColumn) => string, reading: FecReading): Sides {
  if (reading.columns.at.has('debit') && reading.columns.at.has('credit')) {
    const debit = readCents(text('debit'), reading)
    if (debit === undefined) return { problem: 'badAmount', column: 'Debit', value: text('debit') }
    const credit = readCents(text('credit'), reading)
    if (credit === undefined) return { problem: 'badAmount', column: 'Credit', value: text('credit') }
    return { debit, credit }
  }
  const amount = readCents(text('montant'), reading)
  if (amount === undefined) return { problem: 'badAmount', column: 'Montant', value: text('montant') }
  const side = text('sens').replace(/\s/g, '').toUpperCase()
  if (side === 'D' || side === '+1' || side === '1') return { debit: amount, credit: 0 }
  if (side === 'C' || side === '-1') return { debit: 0, credit: amount }
  return { problem: 'badAmount', column: 'Sens', value: text('sens') }
}

const plainAmount = /^([+-]?)0*(\d{1,13})(?:[.,](\d{1,2}))?([+-]?)$/

/** Cents, or undefined where the text is no amount; an empty cell is zero (both sides may be left empty). */
function readCents(text: string, { decimal }: FecReading): number | undefined {
  if (text === '') return 0
  const plain = plainAmount.exec(text)
  if (plain && (plain[1] === '' || plain[4] === '')) {
    const cents = Number(plain[2]) * 100 + Number((plain[3] ?? '').padEnd(2, '0'))
    if (cents > largestAmount) return undefined
    return cents !== 0 && (plain[1] === '-' || plain[4] === '-') ? -cents : cents
  }
  const parsed = parseAmount(text, { decimal, digits: 2 })
  return parsed.ok ? parsed.amount : undefined
}

/** Old software fills a day that is not there with zeros. */
const isBlankDay = (text: string): boolean => /^0*$/.test(text)

const plainDay = /^(?:19|20)\d{6}$/

/** A day, or null where the cell is empty, all zeros or not a day (« {current_date} »). */
function readDay(text: string): CalendarDate | null {
  if (isBlankDay(text)) return null
  const parsed = parseDate(text, plainDay.test(text) ? 'ymd' : 'dmy')
  return parsed.ok ? parsed.date : null
}
