import { type FecColumns, fecColumns, isHeaderless, officialOrder } from '@quittance/core/imports/fec/fec-columns.ts'
import { type FecLine, type FecRefusedLine, readFecLine } from '@quittance/core/imports/fec/fec-line.ts'
import { type DecimalMark, detectDecimal } from '@quittance/core/money/parse-amount.ts'
import { longestRecord, readRecords } from './csv-records.ts'
import { ledgerMeasure } from './ledger-measure.ts'
import { ReadingError } from './reading-error.ts'
import type { Separator } from './separator.ts'
import { decodeFile, type TextEncoding, type TextHead } from './text-encoding.ts'

/** A FEC opened: how it is written, and its lines one by one. */
export interface FecFile {
  readonly encoding: TextEncoding
  readonly separator: Separator
  readonly columns: FecColumns
  /** What is written otherwise than the law says, and was read all the same; whole once the lines were read. */
  readonly repairs: () => readonly FecRepair[]
  /** Lines in the order of the file; refused ones among them. Throws `ReadingError` where the text itself fails. */
  readonly lines: (onBytes?: (count: number) => void) => AsyncGenerator<FecLine | FecRefusedLine>
}

/** Told once: `line` is the first of them, `value` how many, or what stands in the place of what the law says. */
export interface FecRepair {
  readonly code: 'noHeader' | 'otherSeparator' | 'otherEncoding' | 'decimalPoint' | 'missingColumns' | 'labelsJoined'
  readonly line?: number
  readonly value?: string
}

/** The separators of the law first (art. A47 A-1, VI): tab and vertical bar; then those of spreadsheets. */
const fecSeparators: readonly Separator[] = ['\t', '|', ';', ',']

/** Opens a file as a FEC; undefined where its first line is neither the header of one nor 18 cells of one. */
export function openFec(path: string, { head, encoding }: TextHead): FecFile | undefined {
  const text = new TextDecoder(encoding).decode(head.subarray(0, 256 * 1024)).replace(/^\ufeff/, '')
  const first = text.split(/[\r\n]+/).find((line) => line.trim() !== '')
  if (first === undefined) return undefined
  const layout = layoutOf(first)
  if (!layout) return undefined
  const { separator, columns, hasHeader } = layout
  const quoted = first.trimStart().startsWith('"')
  const decimal = decimalMarkOf(text, separator, columns)
  const form = formRepairs({ encoding, decimal, ...layout })
  const joined = { line: 0, times: 0 }
  return {
    encoding,
    separator,
    columns,
    repairs: () => [
      ...form,
      ...(joined.times === 0
        ? []
        : [{ code: 'labelsJoined' as const, line: joined.line, value: String(joined.times) }]),
    ],
    async *lines(onBytes = () => {}) {
      const pieces = decodeFile(path, encoding, onBytes)
      const records = quoted ? readRecords(pieces, separator) : splitRecords(pieces, separator)
      let header = hasHeader
      const measure = ledgerMeasure()
      for await (const { line, cells } of records) {
        if (cells.every((cell) => cell.trim() === '')) continue
        if (header) {
          header = false
          continue
        }
        const read = readFecLine(cells, line, { columns, decimal })
        if (read.ok && read.repaired && joined.times++ === 0) joined.line = line
        const one = read.ok ? read.line : read.refused
        measure(one)
        yield one
      }
    },
  }
}

/** Columns without which something is made or assumed. */
const wanted = [
  ['pieceref', 'PieceRef'],
  ['piecedate', 'PieceDate'],
  ['ecriturelet', 'EcritureLet'],
] as const

/** Art. A47 A-1, VI and IX: tab or vertical bar, ASCII, ISO-8859-15 or UTF-8, a comma before the cents, a line of titles. */
function formRepairs(found: FecLayout & Pick<FecFile, 'encoding'> & { readonly decimal: DecimalMark | 'auto' }) {
  const { separator, columns, hasHeader, encoding, decimal } = found
  const missing = wanted.filter(([column]) => !columns.at.has(column)).map(([, name]) => name)
  const repairs: FecRepair[] = []
  if (!hasHeader) repairs.push({ code: 'noHeader', line: 1 })
  if (separator !== '\t' && separator !== '|') repairs.push({ code: 'otherSeparator', value: separator })
  if (encoding.startsWith('utf-16')) repairs.push({ code: 'otherEncoding', value: encoding })
  if (decimal === '.') repairs.push({ code: 'decimalPoint' })
  if (missing.length > 0) repairs.push({ code: 'missingColumns', value: missing.join(' ') })
  return repairs
}

interface FecLayout {
  readonly separator: Separator
  readonly columns: FecColumns
  readonly hasHeader: boolean
}

function layoutOf(first: string): FecLayout | undefined {
  for (const separator of fecSeparators) {
    const cells = first.split(separator).map((cell) => cell.trim().replace(/^"|"$/g, ''))
    const columns = fecColumns(cells)
    if (columns) return { separator, columns, hasHeader: true }
    if (isHeaderless(cells)) return { separator, columns: officialOrder, hasHeader: false }
  }
  return undefined
}

function decimalMarkOf(text: string, separator: Separator, columns: FecColumns): DecimalMark | 'auto' {
  const at = (['debit', 'credit', 'montant'] as const)
    .map((name) => columns.at.get(name))
    .filter((i) => i !== undefined)
  const lines = text.split(/[\r\n]+/).slice(1, -1)
  const found = detectDecimal(
    lines.flatMap((line) => {
      const cells = line.split(separator)
      return at.map((index) => (cells[index] ?? '').replaceAll('"', ''))
    }),
  )
  return found === ',' || found === '.' ? found : 'auto'
}

/**
 * Records without quotes, as the law writes them: a line each, ended by LF, CR LF, CR or CR CR LF. Numbers lines by their
 * LF, or by their CR in a file that has no LF.
 */
async function* splitRecords(
  pieces: AsyncIterable<string>,
  separator: Separator,
): AsyncGenerator<{ line: number; cells: string[] }> {
  let rest = ''
  let line = 1
  for await (const piece of pieces) {
    const text = rest + piece
    let from = 0
    for (const end of text.slice(0, beforeLastCr(text)).matchAll(lineEnd)) {
      yield { line, cells: text.slice(from, end.index).split(separator) }
      from = end.index + end[0].length
      line += end[0].endsWith('\n') ? 1 : end[0].length
    }
    rest = text.slice(from)
    if (rest.length > longestRecord) throw new ReadingError({ code: 'cellTooLarge', line })
  }
  if (rest.trim() !== '') yield { line, cells: rest.replace(/\r+$/, '').split(separator) }
}

/** Each CR of a run without LF ends a line; the run is one match, so that none of it is looked at twice. */
const lineEnd = /\r+\n?|\n/g

/** A CR at the end of a piece may be the half of a line end whose LF is in the next. */
function beforeLastCr(text: string): number {
  let length = text.length
  while (text[length - 1] === '\r') length--
  return length
}
