import { looksLikeAmount, looksLikeDate } from '@quittance/core/imports/column-values.ts'
import type { ReadingProblemCode } from '@quittance/core/imports/reading-problem.ts'
import type { SourceRow } from '@quittance/core/imports/row-cells.ts'
import type { StatementFile } from '@quittance/core/reconciliation/statements/statement-file.ts'
import { readStatementTable } from '@quittance/core/reconciliation/statements/table/read-statement-table.ts'
import type { StatementMapping } from '@quittance/core/reconciliation/statements/table/statement-columns.ts'
import { readTable } from '../../imports/reading/read-table.ts'
import { ReadingError } from '../../imports/reading/reading-error.ts'
import type { Table, TableHints } from '../../imports/reading/table.ts'
import { readHeadlessList } from './headless-list.ts'
import { largestStatement } from './limits.ts'

/** What a person said of a list, in place of what would be found. */
export interface StatementHints extends Pick<TableHints, 'encoding' | 'separator' | 'headerLine' | 'sheet'> {
  readonly columns?: StatementMapping
}

/** A list whose columns nothing tells: a person can say what they hold. */
export class UnknownColumns extends ReadingError {
  readonly headers: readonly string[]
  /** The first rows, to recognise the columns by. */
  readonly samples: readonly (readonly string[])[]

  constructor(headers: readonly string[], samples: readonly (readonly string[])[]) {
    super({ code: 'noStatement' })
    this.headers = headers
    this.samples = samples
  }
}

/** Rows of a list at most: more than a busy account moves in ten years. */
const mostRows = 200_000

/** Reasons that say no more than: this is no list of a bank. */
const saysNothing: ReadonlySet<ReadingProblemCode> = new Set<ReadingProblemCode>([
  'noHeader',
  'noRows',
  'oneColumn',
  'notText',
  'pdf',
  'xml',
  'json',
  'archive',
])

/**
 * A bank's list of movements, as CSV or XLSX, with headers or, where nobody said anything of it, without. Throws
 * `ReadingError`: `noStatement` where its columns are no bank's.
 */
export async function readStatementList(path: string, hints: StatementHints): Promise<StatementFile> {
  try {
    return await readWithHeaders(path, hints)
  } catch (error) {
    const isOther = error instanceof ReadingError && error.problem.code === 'noStatement'
    const headless =
      isOther && Object.values(hints).every((said) => said === undefined) && (await readHeadlessList(path))
    if (headless) return headless
    throw error
  }
}

async function readWithHeaders(path: string, { columns, ...hints }: StatementHints): Promise<StatementFile> {
  const table = await orNoStatement(readTable(path, { ...hints, maxBytes: largestStatement }))
  if (table.format.kind !== 'csv' && table.format.kind !== 'xlsx') {
    await table.close()
    throw new ReadingError({ code: 'noStatement' })
  }
  const rows = await orNoStatement(rowsOf(table))
  const titles = table.skipped.flatMap(({ reason, text }) => (reason === 'aboveHeader' ? [text] : []))
  const read = readStatementTable({ headers: table.headers, rows, titles, mapping: columns })
  if ('problem' in read) {
    if (read.problem.code !== 'noStatement') throw new ReadingError(read.problem)
    const samples = rows.slice(0, 3).map(({ cells }) => cells)
    if (!mayBeMovements(samples)) throw new ReadingError(read.problem)
    throw new UnknownColumns(table.headers, samples)
  }
  const { encoding, separator, headerLine } = table.format
  return { ...read, facts: { encoding_read_as: encoding, separator, header_line: headerLine, ...read.facts } }
}

/** Is there a day and an amount in every row? Then somebody may be asked which columns they are. */
const mayBeMovements = (rows: readonly (readonly string[])[]): boolean =>
  rows.length > 0 &&
  rows.every((cells) => cells.some((cell) => looksLikeDate(cell)) && cells.some((cell) => looksLikeAmount(cell)))

async function rowsOf(table: Table): Promise<SourceRow[]> {
  const rows: SourceRow[] = []
  for await (const row of table.rows)
    if (rows.push(row) > mostRows)
      throw new ReadingError({ code: 'statementTooLarge', value: String(largestStatement / 1_000_000) })
  return rows
}

async function orNoStatement<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    if (error instanceof ReadingError && saysNothing.has(error.problem.code))
      throw new ReadingError({ code: 'noStatement' }, { cause: error })
    throw error
  }
}
