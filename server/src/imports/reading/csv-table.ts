import { type CsvRecord, readRecords } from './csv-records.ts'
import { ReadingError } from './reading-error.ts'
import { type CsvLayout, findLayout } from './separator.ts'
import type { SourceFile } from './source-file.ts'
import { type Table, type TableHints, tableOf } from './table.ts'
import { decodeFile, type TextEncoding, type TextHead } from './text-encoding.ts'

/** Reads a delimited text. */
export async function readCsv(file: SourceFile, { head, encoding }: TextHead, hints: TableHints): Promise<Table> {
  const text = decodeHead(head, encoding)
  if (text.trim() === '') throw new ReadingError({ code: 'empty' })
  if (isBinary(text)) throw new ReadingError({ code: 'notText' })
  const layout = await findLayout(text, hints.separator)
  const { separator, quote, records } = layout
  const header = hints.headerLine ? chosenHeader(records, hints.headerLine) : layout
  let read = 0
  const decoded = decodeFile(file.path, encoding, (count) => {
    read += count
  })
  const { headerLine, headerFrom } = header
  const forms = headerFrom < headerLine && { forms: ['twoLineHeader'] as const }
  return tableOf({
    file,
    format: { kind: 'csv', encoding, separator, quote, headerLine, ...forms, sheet: null, sheets: [] },
    headerFrom,
    headers: withoutTrailingBlanks(header.headers, records),
    all: readRecords(decoded, separator, quote),
    bytesRead: () => read,
  })
}

type Header = Pick<CsvLayout, 'headerFrom' | 'headerLine' | 'headers'>

function chosenHeader(records: readonly CsvRecord[], line: number): Header {
  const record = records.find((one) => one.line === line)
  if (!record) throw new ReadingError({ code: 'noHeader' })
  return { headers: record.cells.map((cell) => cell.trim()), headerLine: line, headerFrom: line }
}

/** A separator at the end of every line makes one more column, always empty: it is none. */
function withoutTrailingBlanks(labels: readonly string[], records: readonly CsvRecord[]): string[] {
  const headers = [...labels]
  const isUsed = (column: number): boolean =>
    headers[column] !== '' || records.some(({ cells }) => (cells[column] ?? '').trim() !== '')
  while (headers.length > 1 && !isUsed(headers.length - 1)) headers.pop()
  return headers
}

function decodeHead(head: Buffer, encoding: TextEncoding): string {
  const text = new TextDecoder(encoding).decode(head)
  const whole = head.length < 512 * 1024
  return whole ? text : text.slice(0, Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r')) + 1 || text.length)
}

/** Control characters other than tab, line ends and separators of cells, more than a stray few. */
function isBinary(text: string): boolean {
  let odd = 0
  for (let i = 0; i < Math.min(text.length, 4000); i++) {
    const code = text.charCodeAt(i)
    if (code < 32 && code !== 9 && code !== 10 && code !== 12 && code !== 13 && !(code >= 26)) odd++
  }
  return odd > Math.min(text.length, 4000) * 0.02
}
