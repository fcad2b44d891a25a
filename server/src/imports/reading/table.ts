import type { Mapping } from '@quittance/core/imports/fields.ts'
import type { DetectedFormats } from '@quittance/core/imports/formats.ts'
import type { SourceRow } from '@quittance/core/imports/row-cells.ts'
import { filledCells } from './header-line.ts'
import { ReadingError } from './reading-error.ts'
import type { Quote, Separator } from './separator.ts'
import type { SourceFile } from './source-file.ts'
import type { TextEncoding } from './text-encoding.ts'
import { isTotalLine } from './total-line.ts'

/** What a person chose in place of what would be found. `headerLine` is a physical line, or a row of the sheet, from 1. */
export interface TableHints {
  readonly encoding?: string
  readonly separator?: Separator
  readonly headerLine?: number
  readonly sheet?: string
  readonly maxBytes?: number
}

export interface TableFormat {
  /** `fec`: a ledger of the French tax code; `eInvoices`: one electronic invoice, or a folder of them. */
  readonly kind: 'csv' | 'xlsx' | 'fec' | 'eInvoices'
  readonly encoding: TextEncoding | null
  readonly separator: Separator | null
  readonly quote: Quote | null
  readonly headerLine: number
  readonly sheet: string | null
  /** Names of all visible sheets of a workbook. */
  readonly sheets: readonly string[]
}

export interface SkippedLine {
  readonly line: number
  readonly reason: 'aboveHeader' | 'comment' | 'total' | 'repeatedHeader'
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
  /** Bytes read so far and in all. */
  readonly progress: () => { readonly read: number; readonly size: number }
  /** Lets go of the file; also called at the end of `rows`. */
  readonly close: () => Promise<void>
}

/** Columns of a table at most; rows may show that they have one cell more. */
export const mostColumns = 300

interface Parts {
  readonly file: SourceFile
  readonly format: TableFormat
  readonly headers: readonly string[]
  /** All rows of the file, from the top. */
  readonly all: AsyncIterable<SourceRow>
  readonly bytesRead: () => number
}

/** Makes a table of all rows of a file: skips what is not a row of data, and releases the file at the end. */
export function tableOf({ file, format, headers, all, bytesRead }: Parts): Table {
  if (headers.length > mostColumns)
    throw new ReadingError({ code: 'tooManyColumns', line: format.headerLine, value: String(headers.length) })
  const skipped: SkippedLine[] = []
  const skip = (row: SourceRow, reason: SkippedLine['reason']): void => {
    if (skipped.length < 100)
      skipped.push({ line: row.line, reason, text: row.cells.filter(Boolean).join(' ').slice(0, 200) })
  }
  async function* rows(): AsyncGenerator<SourceRow> {
    try {
      for await (const row of all) {
        if (filledCells(row.cells) === 0 || row.line === format.headerLine) continue
        const reason = reasonToSkip(row, format.headerLine, headers)
        if (reason) skip(row, reason)
        else yield { line: row.line, cells: cleaned(row.cells) }
      }
    } finally {
      await file.release()
    }
  }
  return {
    format,
    headers,
    rows: rows(),
    skipped,
    progress: () => ({ read: bytesRead(), size: file.size }),
    close: file.release,
  }
}

/** Without empty cells at the end, and without the one character that neither PostgreSQL nor its JSON can hold. */
function cleaned(cells: readonly string[]): string[] {
  const kept = cells.slice(0, mostColumns + 1).map((cell) => (cell.includes('\0') ? cell.replaceAll('\0', '') : cell))
  while (kept.length > 1 && kept.at(-1) === '') kept.pop()
  return kept
}

function reasonToSkip(
  { line, cells }: SourceRow,
  headerLine: number,
  headers: readonly string[],
): SkippedLine['reason'] | undefined {
  if (line < headerLine) return 'aboveHeader'
  if (cells[0]?.startsWith('#') && filledCells(cells) === 1) return 'comment'
  if (isTotalLine(cells, headers.length)) return 'total'
  if (cells.length === headers.length && headers.every((header, index) => header === cells[index]?.trim()))
    return 'repeatedHeader'
  return undefined
}
