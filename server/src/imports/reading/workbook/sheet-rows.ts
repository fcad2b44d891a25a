import type { SourceRow } from '@quittance/core/imports/row-cells.ts'
import { longestRecord } from '../csv-records.ts'
import { ReadingError } from '../reading-error.ts'
import { mostColumns } from '../table.ts'
import { dayText, longestCell, numberText } from './cell-text.ts'
import { readXml, unescaped } from './read-xml.ts'
import type { SharedTexts } from './shared-texts.ts'
import { damaged } from './zip-parts.ts'

/** What the cells of a sheet refer to. */
export interface CellContext {
  readonly texts: SharedTexts
  readonly isDate: readonly boolean[]
  readonly is1904: boolean
  /** Hears of formulas whose last result the file does not hold. */
  readonly onUncalculated?: (line: number, column: number) => void
}

/** Rows and columns of a sheet (ECMA-376 18.3.1.73 and 18.3.1.4). */
const mostRows = 1_048_576
const mostCells = 16_384

/** Characters of all cells at most, as many as a sheet may have bytes. */
const longestSheet = 1_000_000_000

/** The rows of a sheet that hold something, as they come; cells as the text a CSV would hold. Formulas count for their last result. */
export async function* sheetRows(bytes: AsyncIterable<Buffer>, context: CellContext): AsyncGenerator<SourceRow> {
  let ready: SourceRow[] = []
  let line = 0
  let cells: string[] = []
  let cell = { column: -1, type: '', style: -1 }
  let value = ''
  let isHeard = false
  let isReading = false
  let isFormula = false
  let count = 0
  const measure = lengthMeasure()
  const reader = readXml(bytes, {
    opens: (name, { r: reference, t: type = 'n', s: style }) => {
      if (name === 'row') {
        const next = reference === undefined ? line + 1 : Number(reference)
        if (!Number.isInteger(next) || next <= line || next > mostRows) throw damaged()
        line = next
        cells = []
        count = 0
        cell = { column: -1, type: '', style: -1 }
      } else if (name === 'c') {
        const column = reference === undefined ? cell.column + 1 : columnOf(reference)
        if (column < 0 || column >= mostCells || ++count > mostCells) throw damaged()
        cell = { column, type, style: Number(style ?? -1) }
        value = ''
        isFormula = false
      } else if (name === 'rPh') isReading = true
      else if (name === 'f') isFormula = true
      else if (name === 'v' || name === 't') {
        isHeard = !isReading
        isFormula = false
      }
    },
    closes: (name) => {
      if (name === 'v' || name === 't') isHeard = false
      else if (name === 'rPh') isReading = false
      else if (name === 'c') {
        if (isFormula) context.onUncalculated?.(line, cell.column)
        // A row has one cell more than any table, so that the rest is seen to be there.
        if (value !== '' && cell.column <= mostColumns)
          put(cells, cell.column, measure(textOf(value, cell, context), line))
      } else if (name === 'row' && cells.length > 0) ready.push({ line, cells })
    },
    says: (said) => {
      if (isHeard) value += said
    },
  })
  for await (const _ of reader) {
    if (ready.length === 0) continue
    const rows = ready
    ready = []
    yield* rows
  }
}

/** Gives back each text, as long as it and those before it are not too long. */
function lengthMeasure(): (text: string, line: number) => string {
  let [row, ofRow, ofAll] = [0, 0, 0]
  return (text, line) => {
    if (line !== row) ofRow = 0
    row = line
    ofRow += text.length
    ofAll += text.length
    if (text.length > longestCell || ofRow > longestRecord) throw new ReadingError({ code: 'cellTooLarge', line })
    if (ofAll > longestSheet) throw new ReadingError({ code: 'workbookTooLarge' })
    return text
  }
}

function put(cells: string[], column: number, text: string): void {
  while (cells.length < column) cells.push('')
  cells[column] = text
}

/** « BC12 » is column 54, from 0. */
function columnOf(reference: string): number {
  let column = 0
  for (let i = 0; i < reference.length; i++) {
    const letter = (reference.charCodeAt(i) & 0xdf) - 64
    if (letter < 1 || letter > 26) break
    column = column * 26 + letter
  }
  return column - 1
}

interface CellKind {
  readonly type: string
  readonly style: number
}

function textOf(value: string, { type, style }: CellKind, { texts, isDate, is1904 }: CellContext): string {
  if (type === 's') return texts.at(Number(value))
  if (type === 'b') return value === '1' ? 'true' : 'false'
  if (type !== 'n') return unescaped(value).toWellFormed()
  const number = Number(value)
  if (!Number.isFinite(number)) return value
  return isDate[style] === true ? dayText(number, is1904) : numberText(number)
}
