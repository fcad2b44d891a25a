import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SourceRow } from '@quittance/core/imports/row-cells.ts'
import { findHeader, rowsBeforeHeader } from '../header-line.ts'
import { ReadingError } from '../reading-error.ts'
import type { SourceFile } from '../source-file.ts'
import { type Table, type TableForm, type TableHints, tableOf } from '../table.ts'
import { calculatedRows } from './calculated-rows.ts'
import { dateStyles } from './date-styles.ts'
import { fillMerged, mergedBelow } from './merged-cells.ts'
import { noTexts, openSharedTexts } from './shared-texts.ts'
import { type CellContext, sheetRows } from './sheet-rows.ts'
import { type SheetPart, unpackSmall, type WorkbookParts, workbookParts } from './workbook-parts.ts'
import { unpack } from './zip-parts.ts'

interface Header {
  readonly headers: readonly string[]
  readonly headerLine: number
  readonly headerFrom: number
  readonly known: number
}

interface Sheet extends Header {
  readonly sheet: SheetPart
}

/** Reads one sheet of an XLSX workbook: the one asked for, else the visible one whose header row we know best. */
export async function readWorkbook(file: SourceFile, hints: TableHints): Promise<Table> {
  const parts = await workbookParts(file.path, file.size)
  const { context, release } = await openContext(file.path, parts)
  try {
    const { sheet, headers, headerLine, headerFrom } = await chooseSheet(file.path, parts.sheets, { context, hints })
    const merged = fillMerged(await mergedBelow(unpack(file.path, sheet.part)), headers, headerLine)
    const forms: TableForm[] = []
    if (headerFrom < headerLine) forms.push('twoLineHeader')
    if (merged) forms.push('mergedCells')
    let packed = 0
    const bytes = unpack(file.path, sheet.part, (count) => {
      packed += count
    })
    return await tableOf({
      file: { ...file, release: () => release().then(file.release) },
      format: {
        kind: 'xlsx',
        encoding: null,
        separator: null,
        quote: null,
        headerLine,
        ...(forms.length > 0 && { forms }),
        sheet: sheet.name,
        sheets: parts.sheets.map(({ name }) => name),
      },
      headerFrom,
      headers: trimmed(headers),
      merged,
      all: calculatedRows(bytes, { context, headers, headerLine }),
      bytesRead: () => Math.round((packed / Math.max(sheet.part.packed, 1)) * file.size),
    })
  } catch (error) {
    await release()
    throw error
  }
}

function trimmed(cells: readonly string[]): string[] {
  const headers = cells.map((cell) => cell.trim())
  while (headers.length > 1 && headers.at(-1) === '') headers.pop()
  return headers
}

/** The texts of the workbook in a folder of their own, which `release` removes. */
async function openContext(
  path: string,
  { texts, styles, is1904 }: WorkbookParts,
): Promise<{ readonly context: CellContext; readonly release: () => Promise<void> }> {
  const isDate = styles ? await dateStyles(unpackSmall(path, styles)) : []
  const folder = await mkdtemp(join(tmpdir(), `quittance-import-${process.pid}-`))
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true })
  try {
    const shared = texts ? await openSharedTexts(unpack(path, texts), folder) : noTexts
    let isOpen = true
    const release = (): Promise<void> => {
      if (isOpen) shared.close()
      isOpen = false
      return remove()
    }
    return { context: { texts: shared, isDate, is1904 }, release }
  } catch (error) {
    await remove()
    throw error
  }
}

interface Choosing {
  readonly context: CellContext
  readonly hints: TableHints
}

async function chooseSheet(path: string, sheets: readonly SheetPart[], { context, hints }: Choosing): Promise<Sheet> {
  const wanted = hints.sheet === undefined ? sheets : sheets.filter(({ name }) => name === hints.sheet)
  if (hints.sheet !== undefined && wanted.length === 0)
    throw new ReadingError({ code: 'unknownSheet', value: hints.sheet })
  let best: Sheet | undefined
  for (const sheet of wanted) {
    const found = headerOf(await firstRows(path, sheet, context, hints.headerLine), hints.headerLine)
    if (found && (!best || found.known > best.known)) best = { sheet, ...found }
  }
  if (!best) throw new ReadingError({ code: 'noTableInWorkbook' })
  return best
}

async function firstRows(
  path: string,
  { part }: SheetPart,
  context: CellContext,
  headerLine: number | undefined,
): Promise<SourceRow[]> {
  const rows: SourceRow[] = []
  for await (const row of sheetRows(unpack(path, part), context)) {
    rows.push(row)
    if (rows.length >= rowsBeforeHeader && row.line >= (headerLine ?? 0)) break
  }
  return rows
}

function headerOf(rows: readonly SourceRow[], headerLine: number | undefined): Header | undefined {
  if (headerLine !== undefined) {
    const header = rows.find(({ line }) => line === headerLine)
    return header && { headers: header.cells, headerLine, headerFrom: headerLine, known: 0 }
  }
  const found = findHeader(rows.map(({ cells }) => cells))
  if (!found) return undefined
  const lineAt = (index: number): number => rows[index]?.line ?? 1
  return {
    headers: found.labels,
    headerLine: lineAt(found.index),
    headerFrom: lineAt(found.first),
    known: found.known,
  }
}
