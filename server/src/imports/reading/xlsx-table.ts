import { readFile } from 'node:fs/promises'
import type { SourceRow } from '@quittance/core/imports/row-cells.ts'
import { HucreError } from 'hucre'
import { readXlsx, streamXlsxRows } from 'hucre/xlsx'
import { cellText } from './cell-text.ts'
import { findHeader, rowsBeforeHeader } from './header-line.ts'
import { ReadingError } from './reading-error.ts'
import type { SourceFile } from './source-file.ts'
import { type Table, type TableHints, tableOf } from './table.ts'
import { assertUnpackable } from './workbook-size.ts'

/** Packed bytes of a workbook at most: it is held in memory while its sheet streams. */
const largestWorkbook = 100_000_000

interface Sheet {
  readonly name: string
  readonly headerIndex: number
  readonly known: number
  readonly rows: readonly SourceRow[]
}

/** Reads one sheet of an XLSX workbook: the one asked for, else the visible one whose header row we know best. */
export async function readWorkbook(file: SourceFile, hints: TableHints): Promise<Table> {
  if (file.size > largestWorkbook) throw new ReadingError({ code: 'workbookTooLarge' })
  const bytes = await readFile(file.path)
  assertUnpackable(bytes)
  const sheets = await asReading(() => sheetNames(bytes))
  const chosen = await asReading(() => chooseSheet(bytes, sheets, hints))
  const header = chosen.rows[chosen.headerIndex]
  if (!header) throw new ReadingError({ code: 'noTableInWorkbook' })
  let rowsRead = 0
  return tableOf({
    file,
    format: {
      kind: 'xlsx',
      encoding: null,
      separator: null,
      quote: null,
      headerLine: header.line,
      sheet: chosen.name,
      sheets,
    },
    headers: trimmed(header.cells),
    all: rowsOf(bytes, chosen.name, () => {
      rowsRead++
    }),
    // A sheet's rows come packed: an estimate of 60 packed bytes a row, short of the whole until the end.
    bytesRead: () => Math.min(rowsRead * 60, file.size),
  })
}

function trimmed(cells: readonly string[]): string[] {
  const headers = cells.map((cell) => cell.trim())
  while (headers.length > 1 && headers.at(-1) === '') headers.pop()
  return headers
}

/** Names of the visible sheets; the filter refuses each, so that no sheet's cells are read. */
async function sheetNames(bytes: Uint8Array): Promise<string[]> {
  const names: string[] = []
  await readXlsx(bytes, {
    sheets: (info) => {
      if (!info.hidden && !info.veryHidden) names.push(info.name)
      return false
    },
  })
  return names
}

async function chooseSheet(bytes: Uint8Array, names: readonly string[], hints: TableHints): Promise<Sheet> {
  if (hints.sheet !== undefined && !names.includes(hints.sheet))
    throw new ReadingError({ code: 'unknownSheet', value: hints.sheet })
  const wanted = hints.sheet === undefined ? names : [hints.sheet]
  let best: Sheet | undefined
  for (const name of wanted) {
    const sheet = await lookAt(bytes, name, hints.headerLine)
    if (sheet && (!best || sheet.known > best.known)) best = sheet
  }
  if (!best) throw new ReadingError({ code: 'noTableInWorkbook' })
  return best
}

async function lookAt(bytes: Uint8Array, name: string, headerLine: number | undefined): Promise<Sheet | undefined> {
  const rows: SourceRow[] = []
  for await (const { index, values } of streamXlsxRows(bytes, {
    sheet: name,
    maxRows: Math.max(rowsBeforeHeader, headerLine ?? 0),
  }))
    rows.push({ line: index + 1, cells: values.map(cellText) })
  if (headerLine !== undefined) {
    const headerIndex = rows.findIndex(({ line }) => line === headerLine)
    return headerIndex < 0 ? undefined : { name, headerIndex, known: 0, rows }
  }
  const found = findHeader(rows.map(({ cells }) => cells))
  return found && { name, headerIndex: found.index, known: found.known, rows }
}

async function* rowsOf(bytes: Uint8Array, sheet: string, onRow: () => void): AsyncGenerator<SourceRow> {
  try {
    for await (const { index, values } of streamXlsxRows(bytes, { sheet })) {
      onRow()
      yield { line: index + 1, cells: values.map(cellText) }
    }
  } catch (error) {
    throw asReadingError(error)
  }
}

async function asReading<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read()
  } catch (error) {
    throw asReadingError(error)
  }
}

/** What the unpacker says of a file that is not a sound workbook; anything else is ours and stays as it is. */
const asReadingError = (error: unknown): unknown =>
  error instanceof HucreError || error instanceof RangeError || isZlibError(error)
    ? new ReadingError({ code: 'damagedWorkbook' }, { cause: error })
    : error

const isZlibError = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && /^(Z_|ERR_|ZLIB)/.test(error.code)
