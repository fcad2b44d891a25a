import { CsvError, parse } from 'csv-parse'
import { ReadingError } from './reading-error.ts'
import type { Quote, Separator } from './separator.ts'

/** One record of a delimited text: `line` is the physical line it starts on, from 1. Blank lines come as ['']. */
export interface CsvRecord {
  readonly line: number
  readonly cells: string[]
}

/** Longest record read, in characters: a quote that is never closed must not swallow the memory. */
export const longestRecord = 1_000_000

/** Cells of a record at most, as many as a row of a workbook has. */
const mostCells = 16_384

/**
 * Streams the records of a delimited text: quotes double, line breaks inside quotes, stray quotes inside a cell, records
 * of any length of row, line ends of any kind.
 */
export async function* readRecords(
  text: AsyncIterable<string> | Iterable<string>,
  separator: Separator,
  quote: Quote = '"',
): AsyncGenerator<CsvRecord> {
  // Records are taken as they are made: a parser that fails would drop those still in its own queue.
  const made: string[][] = []
  const parser = parse({
    delimiter: separator,
    quote,
    escape: quote,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: false,
    max_record_size: longestRecord,
    on_record: (cells: string[]) => {
      made.push(cells)
      // Each record counts as the first: of one whose length differs from it csv-parse makes an error, ten times as slow.
      Object.assign(parser.info, { records: 0 })
      return null
    },
  })
  parser.resume()
  // A failure is also the answer of the step that met it, where it is thrown; unheard as an event it would end the process.
  parser.on('error', () => {})
  // csv-parse counts a quoted CRLF as two lines, so lines are counted here, from the line breaks left in the cells.
  let line = 1
  function* taken(): Generator<CsvRecord> {
    for (const cells of made.splice(0)) {
      if (cells.length > mostCells) throw new ReadingError({ code: 'cellTooLarge', line })
      yield { line, cells }
      line += 1 + breaksIn(cells)
    }
  }
  try {
    for await (const piece of text) {
      const failure = await done((then) => parser.write(piece, then))
      yield* taken()
      if (failure) throw problemOf(failure, line)
    }
    const failure = await done((then) => parser.end(then))
    yield* taken()
    if (failure) throw problemOf(failure, line)
  } finally {
    parser.destroy()
  }
}

type Then = (error?: Error | null) => void

/** Waits for one step of the parser; its failure is an answer here, for the records made before it count. */
const done = (step: (then: Then) => void): Promise<Error | undefined> =>
  new Promise((resolve) => step((error) => resolve(error ?? undefined)))

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

/** What the parser's failure says of the file, on the record that starts at `line`. */
function problemOf(error: Error, line: number): Error {
  const code = error instanceof CsvError ? error.code : undefined
  if (code === 'CSV_QUOTE_NOT_CLOSED') return new ReadingError({ code: 'quoteNeverClosed', line }, { cause: error })
  if (code === 'CSV_MAX_RECORD_SIZE') return new ReadingError({ code: 'cellTooLarge', line }, { cause: error })
  return error
}
