import type { SourceRow } from '@quittance/core/imports/row-cells.ts'
import { ReadingError } from '../reading-error.ts'
import { type CellContext, sheetRows } from './sheet-rows.ts'

interface Below {
  readonly context: CellContext
  readonly headers: readonly string[]
  readonly headerLine: number
}

/** Lines after which we know that formulas lack their results, and need not read the others. */
const linesEnough = 200

/**
 * The rows of a sheet, refused when most of those below the headers have a formula without its last result: programs that
 * write workbooks do not calculate them, and nor do we.
 */
export async function* calculatedRows(
  bytes: AsyncIterable<Buffer>,
  { context, headers, headerLine }: Below,
): AsyncGenerator<SourceRow> {
  let first = 0
  let last = 0
  let lacking = 0
  let given = 0
  const onUncalculated = (line: number, column: number): void => {
    if (line <= headerLine || line === last || (headers[column] ?? '').trim() === '') return
    first ||= line
    last = line
    lacking++
  }
  const refuse = (): never => {
    throw new ReadingError({ code: 'formulasWithoutResults', line: first })
  }
  for await (const row of sheetRows(bytes, { ...context, onUncalculated })) {
    if (row.line > headerLine) given++
    if (lacking >= linesEnough && lacking * 2 > last - headerLine) refuse()
    yield row
  }
  if (lacking * 2 > given) refuse()
}
