import { type CsvRecord, readRecords } from './csv-records.ts'
import { filledCells, findHeader } from './header-line.ts'
import { ReadingError } from './reading-error.ts'

export type Separator = ';' | ',' | '\t' | '|'

export const separators: readonly Separator[] = [';', ',', '\t', '|']

/** The first records of a text under the separator that cuts them most evenly, and where its headers are. */
export interface CsvLayout {
  readonly separator: Separator
  readonly headerIndex: number
  readonly records: readonly CsvRecord[]
}

/**
 * Finds the separator from the head of a text: the one under which most records have the same number of cells, more than
 * one, below a row that can be headers. Separators inside quotes do not count; decimal commas cut unevenly.
 */
export async function findLayout(head: string, hinted: Separator | undefined): Promise<CsvLayout> {
  const tried = await Promise.all((hinted ? [hinted] : separators).map((separator) => tryLayout(head, separator)))
  const best = tried.reduce((a, b) => (b.score > a.score ? b : a))
  if (best.headerIndex === undefined) {
    const cut = tried.some(({ score }) => score > 0)
    throw new ReadingError({ code: best.records.length === 0 ? 'empty' : cut ? 'noHeader' : 'oneColumn' })
  }
  return { separator: best.separator, headerIndex: best.headerIndex, records: best.records }
}

interface Trial {
  readonly separator: Separator
  readonly headerIndex: number | undefined
  readonly records: readonly CsvRecord[]
  readonly score: number
}

async function tryLayout(head: string, separator: Separator): Promise<Trial> {
  const records = (await firstRecords(head, separator)).filter(({ cells }) => filledCells(cells) > 0)
  const header = findHeader(records.map(({ cells }) => cells))
  const headerWidth = header && (records[header.index]?.cells.length ?? 0)
  const below = records.slice((header?.index ?? -1) + 1)
  const width = headerWidth ?? usual(below.map(({ cells }) => cells.length))
  if (width < 2) return { separator, headerIndex: undefined, records, score: 0 }
  const even = below.filter(({ cells }) => cells.length === width).length / Math.max(below.length, 1)
  const score = (even + 0.01) * (1 - 1 / width) + (header ? 0.5 + 0.05 * Math.min(header.known, 10) : 0)
  return { separator, headerIndex: header?.index, records, score }
}

/** Whole records of the head only: its last one may be cut, and a quote may be open at its end. */
async function firstRecords(head: string, separator: Separator): Promise<CsvRecord[]> {
  const records: CsvRecord[] = []
  try {
    for await (const record of readRecords(pieces(head), separator)) {
      records.push(record)
      if (records.length >= 200) break
    }
  } catch (error) {
    if (!(error instanceof ReadingError)) throw error
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
