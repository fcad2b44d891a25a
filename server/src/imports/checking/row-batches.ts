import type { SourceRow } from '@quittance/core/imports/row-cells.ts'
import type { Progress, Table } from '../reading/table.ts'

export interface RowBatch {
  readonly rows: readonly SourceRow[]
  /** Rows read from the file so far, these included. */
  readonly read: number
  readonly progress: Progress
}

const mostRows = 1000

/** Characters of a batch at most, so that rows of a hundred long cells do not add up. */
const mostCharacters = 4_000_000

/** The rows of a table, many at a time and never more than memory has room for. */
export async function* rowBatches(table: Table): AsyncGenerator<RowBatch> {
  let rows: SourceRow[] = []
  let characters = 0
  let read = 0
  for await (const row of table.rows) {
    rows.push(row)
    read++
    characters += row.cells.reduce((sum, cell) => sum + cell.length + 1, 0)
    if (rows.length < mostRows && characters < mostCharacters) continue
    yield { rows, read, progress: table.progress() }
    rows = []
    characters = 0
  }
  if (rows.length > 0) yield { rows, read, progress: table.progress() }
}
