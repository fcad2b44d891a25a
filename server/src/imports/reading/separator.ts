import { type CsvRecord, readRecords } from './csv-records.ts'
import { type FoundHeader, filledCells, findHeader } from './header-line.ts'
import { ReadingError } from './reading-error.ts'

/** One character. */
export type Separator = string

export type Quote = '"' | "'"

/** Those that nearly all programs write. */
export const separators: readonly Separator[] = [';', ',', '\t', '|']

/** What else a program may set cells apart with: a mark that no word, number, date or amount holds. */
export const isSeparator = (text: string): boolean => separators.includes(text) || unusual.test(text)

const unusual = /^[^\p{L}\p{N}\p{Cs}\s"'.,\-/()€$£%@_°&+\0]$/u

/** The first records of a text under the separator that cuts them most evenly, and where its headers are. */
export interface CsvLayout {
  readonly separator: Separator
  readonly quote: Quote
  /** The titles of the columns, put together where they stand on two lines. */
  readonly headers: readonly string[]
  readonly headerLine: number
  readonly headerFrom: number
  readonly records: readonly CsvRecord[]
}

/**
 * Finds the separator from the head of a text: the one under which most records have the same number of cells, more than
 * one, below a row that can be headers. Separators inside quotes do not count; decimal commas cut unevenly.
 */
export async function findLayout(head: string, hinted: Separator | undefined): Promise<CsvLayout> {
  const usual = await bestOf(head, hinted ? [hinted] : separators)
  const other = usual?.header === undefined && !hinted ? await bestOf(head, unusualIn(head)) : undefined
  const best = other?.header === undefined ? usual : other
  if (best?.header === undefined)
    throw new ReadingError({ code: !best?.records.length ? 'empty' : best.score > 0 ? 'noHeader' : 'oneColumn' })
  const { separator, header, records } = best
  if (!isInSingleQuotes(records[header.index]?.cells ?? [])) return asLayout(best, header, '"')
  const unquoted = await tryLayout(head, separator, "'")
  return asLayout(unquoted, unquoted.header ?? header, "'")
}

const asLayout = ({ separator, records }: Trial, header: FoundHeader, quote: Quote): CsvLayout => ({
  separator,
  quote,
  headers: header.labels,
  headerLine: records[header.index]?.line ?? 1,
  headerFrom: records[header.first]?.line ?? 1,
  records,
})

/** The one that cuts best; between equals the first. */
async function bestOf(head: string, some: readonly Separator[]): Promise<Trial | undefined> {
  let best: Trial | undefined
  for (const separator of some) {
    const trial = await tryLayout(head, separator)
    if (!best || trial.score > best.score) best = trial
  }
  return best
}

/** Marks of the first lines that may be separators, those that come most often first. */
function unusualIn(head: string): Separator[] {
  const counts = new Map<string, number>()
  for (const mark of head.slice(0, 4000)) if (unusual.test(mark)) counts.set(mark, (counts.get(mark) ?? 0) + 1)
  return [...counts]
    .filter(([, count]) => count >= 2)
    .sort((a, b) => b[1] - a[1])
    .slice(0, 5)
    .map(([mark]) => mark)
}

const isInSingleQuotes = (cells: readonly string[]): boolean =>
  cells.length > 1 && cells.every((cell) => /^\s*'.*'\s*$/s.test(cell))

interface Trial {
  readonly separator: Separator
  readonly header: FoundHeader | undefined
  readonly records: readonly CsvRecord[]
  readonly score: number
}

async function tryLayout(head: string, separator: Separator, quote?: Quote): Promise<Trial> {
  const records = (await firstRecords(head, separator, quote)).filter(({ cells }) => filledCells(cells) > 0)
  const header = findHeader(records.map(({ cells }) => cells))
  const headerWidth = header?.labels.length
  const below = records.slice((header?.index ?? -1) + 1)
  const width = headerWidth ?? usual(below.map(({ cells }) => cells.length))
  if (width < 2) return { separator, header: undefined, records, score: 0 }
  const even = below.filter(({ cells }) => cells.length === width).length / Math.max(below.length, 1)
  const score = (even + 0.01) * (1 - 1 / width) + (header ? 0.5 + 0.05 * Math.min(header.known, 10) : 0)
  return { separator, header, records, score }
}

/** Whole records of the head only: its last one may be cut, and a quote may be open at its end. */
async function firstRecords(head: string, separator: Separator, quote?: Quote): Promise<CsvRecord[]> {
  const records: CsvRecord[] = []
  try {
    for await (const record of readRecords(pieces(head), separator, quote)) {
      records.push(record)
      if (records.length >= 200) break
    }
  } catch (error) {
    // A first line that never ends is what is wrong with the file, whatever cuts it.
    if (!(error instanceof ReadingError) || (records.length === 0 && error.problem.code === 'cellTooLarge')) throw error
  }
  return records
}

/** Small ones, so that reading ends soon after the records that are looked at. */
function* pieces(text: string): Generator<string> {
  for (let at = 0; at < text.length; at += 16_384) yield text.slice(at, at + 16_384)
}

const usual = (widths: readonly number[]): number => {
  const counts = new Map<number, number>()
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0
}
