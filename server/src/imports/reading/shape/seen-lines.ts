import { looksLikeAmount } from '@quittance/core/imports/column-values.ts'
import { nameKey } from '@quittance/core/imports/customer-name.ts'
import type { SourceRow } from '@quittance/core/imports/row-cells.ts'
import { isTotalLine, totalOf } from '../total-line.ts'
import { type ColumnsSeen, isNumbered, type LineKind, lineKind } from './columns-seen.ts'

/** A line below the headers, and what it is. */
export interface SeenLine {
  readonly row: SourceRow
  readonly kind: LineKind | 'total'
  /** The filled cells that hold no amount. */
  readonly texts: readonly string[]
}

/** Says of each line in turn what it is. */
export function seeLines(seen: ColumnsSeen, columns: number): (row: SourceRow) => SeenLine {
  let title = ''
  return (row) => {
    const { cells } = row
    const texts = cells.filter((cell, column) => cell.trim() !== '' && !seen.figures.includes(column))
    const [label = ''] = texts
    const isTotal = isTotalLine(cells, { columns, figures: seen.figures, isNumbered: () => isNumbered(cells, seen) })
    // « TOTAL ÉNERGIES » or « Report Conseil » without a figure names a customer, unless it repeats the one above.
    const isName = isTotal && !cells.some((cell) => /\d/.test(cell)) && !['', title].includes(nameKey(totalOf(label)))
    const kind = isName ? 'title' : isTotal ? 'total' : lineKind(cells, seen)
    if (kind === 'title') title = nameKey(label)
    return { row, kind: kind === 'amounts' ? 'total' : kind, texts }
  }
}

/** Says of each line alone whether it is a total: all that a table without blocks has to be asked. */
export function seeTotals(seen: ColumnsSeen, columns: number): (row: SourceRow) => boolean {
  const amounts = new Set(seen.amounts)
  return ({ cells }) => {
    const first = cells.findIndex((cell) => cell.trim() !== '')
    if (!amounts.has(first))
      return isTotalLine(cells, { columns, figures: seen.figures, isNumbered: () => isNumbered(cells, seen) })
    return cells.every((cell, column) => cell.trim() === '' || (amounts.has(column) && looksLikeAmount(cell)))
  }
}
