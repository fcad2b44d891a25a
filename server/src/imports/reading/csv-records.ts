import { Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import { ReadingError } from './reading-error.ts'
import type { Separator } from './separator.ts'

/** One record of a delimited text: `line` is the physical line it starts on, from 1. Blank lines come as ['']. */
export interface CsvRecord {
  readonly line: number
  readonly cells: string[]
}

/** Longest record read, in characters: a quote that is never closed must not swallow the memory. */
export const longestRecord = 1_000_000

/**
 * Streams the records of a delimited text: quotes double, line breaks inside quotes, stray quotes inside a cell, records
 * of any length of row, line ends of any kind.
 */
export async function* readRecords(
  text: AsyncIterable<string> | Iterable<string>,
  separator: Separator,
): AsyncGenerator<CsvRecord> {
  const parser = parse({
    delimiter: separator,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: false,
    max_record_size: longestRecord,
  })
  // csv-parse counts a quoted CRLF as two lines, so lines are counted here, from the line breaks left in the cells.
  let line = 1
  const source = Readable.from(text)
  source.on('error', (error) => parser.destroy(error))
  try {
    for await (const cells of source.pipe(parser) as AsyncIterable<string[]>) {
      yield { line, cells }
      line += 1 + breaksIn(cells)
    }
  } catch (error) {
    throw error instanceof CsvError ? (problemOf(error, line) ?? error) : error
  } finally {
    source.destroy()
    parser.destroy()
  }
}

function breaksIn(cells: readonly string[]): number {
  let breaks = 0
  for (const cell of cells) {
    for (let i = 0; i < cell.length; i++) {
      const code = cell.charCodeAt(i)
      if (code === 13 || (code === 10 && cell.charCodeAt(i - 1) !== 13)) breaks++
    }
  }
  return breaks
}

function problemOf(error: CsvError, line: number): ReadingError | undefined {
  if (error.code === 'CSV_QUOTE_NOT_CLOSED')
    return new ReadingError({ code: 'quoteNeverClosed', line }, { cause: error })
  if (error.code === 'CSV_MAX_RECORD_SIZE') return new ReadingError({ code: 'cellTooLarge', line }, { cause: error })
  return undefined
}
