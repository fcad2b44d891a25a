import { openAmountOf } from '@quittance/core/imports/aged-columns.ts'
import type { SourceRow } from '@quittance/core/imports/row-cells.ts'
import { detectDecimal } from '@quittance/core/money/parse-amount.ts'
import type { SkippedLine, TableForm } from '../table.ts'
import { addedHeader, withAdded } from './added-columns.ts'
import { type ColumnsSeen, seeColumns } from './columns-seen.ts'
import { type CustomerBlocks, openBlocks, seeBlocks } from './customer-blocks.ts'
import { openJournal, seeJournal } from './journal-entries.ts'
import { seeLines, seeTotals } from './seen-lines.ts'

/** How the lines of a table become rows of invoices, one each. */
export interface Shape {
  readonly headers: readonly string[]
  readonly forms: readonly TableForm[]
  /** The rows that are complete with this line; or why it is none. */
  readonly add: (row: SourceRow) => readonly SourceRow[] | SkippedLine['reason']
  readonly end: () => readonly SourceRow[]
}

interface Given {
  readonly headers: readonly string[]
  /** The first lines above the headers and below them, without empty ones. */
  readonly above: readonly SourceRow[]
  readonly below: readonly SourceRow[]
}

/** Finds the shape of a table from its first lines: a journal, customers named once for several rows, aged columns. */
export function seeShape({ headers, above, below }: Given): Shape {
  const journal = seeJournal(headers, below)
  if (journal) return { headers, forms: ['journal'], ...openJournal(journal) }
  const seen = seeColumns(headers, below)
  const isTotal = seeTotals(seen, headers.length)
  const lines = below.map(seeLines(seen, headers.length))
  const blocks = seeBlocks(lines, above, seen)
  const place = blocks && blocksOf(headers, seen, blocks)
  const added = (blocks?.adds ?? []).map((column) => addedHeader(column, headers))
  const isAged = seen.buckets.length > 0 && !hasAmount(seen.column)
  const width = headers.length + added.length
  const bucketCells = ({ cells }: SourceRow): string[] => seen.buckets.map((column) => cells[column] ?? '')
  const decimal = detectDecimal(below.flatMap(bucketCells))
  const mark = decimal === ',' || decimal === '.' ? decimal : 'auto'
  const withOpen = (row: SourceRow): SourceRow =>
    isAged ? { line: row.line, cells: withAdded(row.cells, width, [openAmountOf(bucketCells(row), mark)]) } : row
  return {
    headers: [...headers, ...added, ...(isAged ? [addedHeader('open', headers)] : [])],
    forms: [
      ...(blocks ? [blocks.by === 'titles' ? ('customerTitles' as const) : ('customerOnFirstRow' as const)] : []),
      ...(isAged ? ['agedColumns' as const] : []),
    ],
    add: (row) => {
      const placed = place ? place(row) : isTotal(row) ? 'total' : row
      return typeof placed === 'string' ? placed : [withOpen(placed)]
    },
    end: () => [],
  }
}

function blocksOf(
  headers: readonly string[],
  seen: ColumnsSeen,
  blocks: CustomerBlocks,
): (row: SourceRow) => SourceRow | SkippedLine['reason'] {
  const look = seeLines(seen, headers.length)
  const inBlock = openBlocks(blocks, headers.length)
  return (row) => {
    const line = look(row)
    const placed = inBlock(line)
    return line.kind === 'total' ? 'total' : placed
  }
}

const hasAmount = (column: ReturnType<typeof seeColumns>['column']): boolean =>
  (['totalAmount', 'amountDue', 'debit'] as const).some((field) => column(field) !== undefined)
