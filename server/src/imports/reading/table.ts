import { cutText } from '@quittance/core/imports/cut-text.ts'
import type { Mapping } from '@quittance/core/imports/fields.ts'
import type { DetectedFormats } from '@quittance/core/imports/formats.ts'
import type { SourceRow } from '@quittance/core/imports/row-cells.ts'
import type { DroppedFile } from './e-invoices/dropped-file.ts'
import { filledCells } from './header-line.ts'
import type { Ledger } from './ledger/ledger-table.ts'
import { ReadingError } from './reading-error.ts'
import type { Quote, Separator } from './separator.ts'
import { type Shape, seeShape } from './shape/shape-rows.ts'
import type { SourceFile } from './source-file.ts'
import type { TextEncoding } from './text-encoding.ts'

/** What a person chose in place of what would be found. `headerLine` is a physical line, or a row of the sheet, from 1. */
export interface TableHints {
  readonly encoding?: string
  readonly separator?: Separator
  readonly headerLine?: number
  readonly sheet?: string
  /** What the file is called where it comes from. */
  readonly name?: string
  readonly maxBytes?: number
  /** The encoding that an earlier look at the same bytes found: they are not looked through again for it. */
  readonly found?: TextEncoding | null
}

export interface TableFormat {
  /** `fec`: a ledger of the French tax code; `eInvoices`: one electronic invoice, or a folder of them. */
  readonly kind: 'csv' | 'xlsx' | 'fec' | 'eInvoices'
  readonly encoding: TextEncoding | null
  readonly separator: Separator | null
  readonly quote: Quote | null
  readonly headerLine: number
  readonly forms?: readonly TableForm[]
  readonly sheet: string | null
  /** Names of all visible sheets of a workbook. */
  readonly sheets: readonly string[]
}

/** What a table is beyond one line an invoice; its rows are given as if it were that. */
export type TableForm =
  | 'twoLineHeader'
  | 'mergedCells'
  /** A line above its invoices names the customer, or the first of them alone. */
  | 'customerTitles'
  | 'customerOnFirstRow'
  /** What is open stands in one of several columns, by its age. */
  | 'agedColumns'
  /** Entries of a sales journal: the line of the customer's account is the invoice. */
  | 'journal'

export interface SkippedLine {
  readonly line: number
  readonly reason: 'aboveHeader' | 'comment' | 'total' | 'repeatedHeader' | 'customerTitle' | 'page'
  readonly text: string
}

export interface Table {
  readonly format: TableFormat
  /** The reader knows what its own columns hold: nothing is to be found out, nobody maps them. */
  readonly known?: { readonly mapping: Mapping; readonly formats: DetectedFormats }
  /** As in the file, trimmed; an unnamed column is ''. */
  readonly headers: readonly string[]
  /** The rows below the headers, as in the file; blank rows, comments and totals are left out. To be read once. */
  readonly rows: AsyncIterable<SourceRow>
  /** Lines left out though they hold text, the first hundred; complete once `rows` has ended. */
  readonly skipped: readonly SkippedLine[]
  /** The files within the source, where it holds electronic invoices; complete once `rows` has ended. */
  readonly files?: readonly DroppedFile[]
  /** What is to be done before the first row comes; yields as it goes. `rows` does it otherwise. */
  readonly prepare?: () => AsyncGenerator<void>
  readonly progress: () => Progress
  /** Lets go of the file; also called at the end of `rows`. */
  readonly close: () => Promise<void>
  /** Of a ledger: what it holds besides its rows. */
  readonly ledger?: Ledger
}

export interface Progress {
  /** The work done so far and all of it, in bytes or what takes as long. */
  readonly read: number
  readonly size: number
  /** How many rows there will be, where bytes say nothing of it. */
  readonly rows?: number
}

/** Columns of a table at most; rows may show that they have one cell more. */
export const mostColumns = 300

interface Parts {
  readonly file: SourceFile
  readonly format: TableFormat
  /** The first line of the headers, where they take two. */
  readonly headerFrom?: number
  readonly headers: readonly string[]
  /** All rows of the file, from the top. */
  readonly all: AsyncIterable<SourceRow>
  /** Gives rows, in their order, the cells that lie in cells merged with those above them. */
  readonly merged?: (() => (row: SourceRow) => SourceRow) | undefined
  readonly bytesRead: () => number
}

/** Lines looked at to see the shape of a table before its rows are given. */
const linesLookedAt = 400
const charactersLookedAt = 2_000_000

/** Blank lines in a row at most: a whole sheet of them is a million. */
const mostBlankLines = 2_000_000

/** Makes a table of all rows of a file: skips what is not a row of data, and releases the file at the end. */
export async function tableOf(parts: Parts): Promise<Table> {
  const { file, format, headers, all, bytesRead } = parts
  if (headers.length > mostColumns)
    throw new ReadingError({ code: 'tooManyColumns', line: format.headerLine, value: String(headers.length) })
  const lines = all[Symbol.asyncIterator]()
  const first = await firstLines(lines, format.headerLine)
  const { above, below } = partsOf(first, parts)
  const shape = seeShape({ headers, above, below })
  const skipped: SkippedLine[] = []
  const skip = (row: SourceRow, reason: SkippedLine['reason']): void => {
    if (skipped.length < 100)
      skipped.push({ line: row.line, reason, text: cutText(cleaned(row.cells).filter(Boolean).join(' '), 200) })
  }
  const close = async (): Promise<void> => {
    await lines.return?.()
    await file.release()
  }
  async function* rows(): AsyncGenerator<SourceRow> {
    const made = makingRows(parts, shape, skip)
    try {
      for (const row of first.splice(0)) yield* made(row)
      for await (const row of { [Symbol.asyncIterator]: () => lines }) yield* made(row)
      for (const row of shape.end()) yield asRow(row)
    } finally {
      await close()
    }
  }
  const forms = [...(format.forms ?? []), ...shape.forms]
  return {
    format: { ...format, ...(forms.length > 0 && { forms }) },
    headers: cleaned(shape.headers),
    rows: rows(),
    skipped,
    progress: () => ({ read: bytesRead(), size: file.size }),
    close,
  }
}

/** Makes of a line of the file the rows it completes, none where it is skipped. */
function makingRows(
  parts: Parts,
  shape: Shape,
  skip: (row: SourceRow, reason: SkippedLine['reason']) => void,
): (row: SourceRow) => readonly SourceRow[] {
  const merged = parts.merged?.()
  let blanks = 0
  return (row) => {
    const reason = reasonToSkip(row, parts)
    blanks = reason === 'blank' ? blanks + 1 : 0
    if (blanks > mostBlankLines)
      throw new ReadingError({ code: 'endlessBlankLines', line: Math.max(row.line - blanks, parts.format.headerLine) })
    if (reason === 'blank') return []
    const made = reason ?? shape.add(merged ? merged(row) : row)
    if (typeof made !== 'string') return made.map(asRow)
    skip(row, made)
    return []
  }
}

const asRow = ({ line, cells }: SourceRow): SourceRow => ({ line, cells: cleaned(cells) })

async function firstLines(lines: AsyncIterator<SourceRow>, headerLine: number): Promise<SourceRow[]> {
  const first: SourceRow[] = []
  let below = 0
  let characters = 0
  while (below < linesLookedAt && characters < charactersLookedAt) {
    const { done, value } = await lines.next()
    if (done) break
    first.push(value)
    characters += value.cells.reduce((sum, cell) => sum + cell.length + 8, 0)
    if (value.line > headerLine && !isBlank(value.cells)) below++
  }
  return first
}

const isBlank = (cells: readonly string[]): boolean => !cells.some((cell) => cell.trim() !== '')

/** The lines around the headers that may hold something, as rows will be given. */
function partsOf(first: readonly SourceRow[], parts: Parts): { above: SourceRow[]; below: SourceRow[] } {
  const above: SourceRow[] = []
  const below: SourceRow[] = []
  const merged = parts.merged?.()
  for (const row of first) {
    const reason = reasonToSkip(row, parts)
    if (reason === 'aboveHeader') above.push(row)
    else if (reason === undefined) below.push(merged?.(row) ?? row)
  }
  return { above, below }
}

/** Without empty cells at the end, and without the one character that neither PostgreSQL nor its JSON can hold. */
function cleaned(cells: readonly string[]): string[] {
  const kept = cells.slice(0, mostColumns + 1).map((cell) => (cell.includes('\0') ? cell.replaceAll('\0', '') : cell))
  while (kept.length > 1 && kept.at(-1) === '') kept.pop()
  return kept
}

function reasonToSkip(
  { line, cells }: SourceRow,
  { format: { headerLine }, headerFrom = headerLine, headers }: Parts,
): SkippedLine['reason'] | 'blank' | undefined {
  if (isBlank(cells) || (line >= headerFrom && line <= headerLine)) return 'blank'
  if (line < headerLine) return 'aboveHeader'
  if (cells[0]?.startsWith('#') && filledCells(cells) === 1) return 'comment'
  if (cells.length === headers.length && headers.every((header, index) => header === cells[index]?.trim()))
    return 'repeatedHeader'
  return undefined
}
