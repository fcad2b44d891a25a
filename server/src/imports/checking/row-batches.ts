import type { SourceRow } from '@quittance/core/imports/row-cells.ts'
import type { Table } from '../reading/table.ts'

export interface RowBatch {
  /** None: the table has gone on without a batch being full. */
  readonly rows: readonly SourceRow[]
  /** Rows given so far, these included, and the line of the last. */
  readonly read: number
  readonly upTo: number
}

const mostRows = 1000

/** A batch is a step of the bar: fewer rows where the file is small. */
const leastRows = 100
const steps = 60

/** Characters of a batch at most, so that rows of a hundred long cells do not add up. */
const mostCharacters = 4_000_000

/** Where rows take long, as those of a PDF each do, how far the table is can be told between two batches. */
const restMs = 80

/** The rows of a table, many at a time and never more than memory has room for. */
export async function* rowBatches(table: Table): AsyncGenerator<RowBatch> {
  let rows: SourceRow[] = []
  let characters = 0
  let read = 0
  let upTo = 0
  let saidAt = performance.now()
  let partGiven: number | undefined
  const isFull = (): boolean => {
    if (rows.length >= mostRows || characters >= mostCharacters) return true
    return rows.length >= leastRows && partOf(table) - (partGiven ?? 0) >= 1 / steps
  }
  for await (const row of table.rows) {
    partGiven ??= partOf(table)
    rows.push(row)
    characters += row.cells.reduce((sum, cell) => sum + cell.length + 1, 0)
    if (!isFull()) {
      if (performance.now() - saidAt < restMs) continue
      yield { rows: [], read, upTo }
    } else {
      read += rows.length
      upTo = row.line
      yield { rows, read, upTo }
      rows = []
      characters = 0
      partGiven = partOf(table)
    }
    saidAt = performance.now()
  }
  if (rows.length > 0) yield { rows, read: read + rows.length, upTo: rows.at(-1)?.line ?? upTo }
}

function partOf({ progress }: Table): number {
  const { read, size } = progress()
  return read / Math.max(1, size)
}
