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
  for await (const row of table.rows) {
    rows.push(row)
    characters += row.cells.reduce((sum, cell) => sum + cell.length + 1, 0)
    if (rows.length < mostRows && characters < mostCharacters) {
      if (performance.now() - saidAt < restMs) continue
      yield { rows: [], read, upTo }
    } else {
      read += rows.length
      upTo = row.line
      yield { rows, read, upTo }
      rows = []
      characters = 0
    }
    saidAt = performance.now()
  }
  if (rows.length > 0) yield { rows, read: read + rows.length, upTo: rows.at(-1)?.line ?? upTo }
}
