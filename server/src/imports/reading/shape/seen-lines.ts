import { looksLikeAmount } from '@quittance/core/imports/column-values.ts'
import type { SourceRow } from '@quittance/core/imports/row-cells.ts'
import { isTotalLine } from '../total-line.ts'
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
  let before: SeenLine['kind'] = 'total'
  return (row) => {
    const { cells } = row
    const texts = cells.filter((cell, column) => cell.trim() !== '' && !seen.amounts.includes(column))
    const isTotal = isTotalLine(cells, { columns, isNumbered: () => isNumbered(cells, seen) })
    const isName =
      isTotal && before === 'total' && texts.length <= 2 && cells.every(isWord) && named.test(texts[0] ?? '')
    const kind = isName ? 'title' : isTotal ? 'total' : lineKind(cells, seen)
    before = kind === 'amounts' ? 'total' : kind
    return { row, kind: before, texts }
  }
}

/** Says of each line alone whether it is a total: all that a table without blocks has to be asked. */
export function seeTotals(seen: ColumnsSeen, columns: number): (row: SourceRow) => boolean {
  const amounts = new Set(seen.amounts)
  return ({ cells }) => {
    const first = cells.findIndex((cell) => cell.trim() !== '')
    if (!amounts.has(first)) return isTotalLine(cells, { columns, isNumbered: () => isNumbered(cells, seen) })
    return cells.every((cell, column) => cell.trim() === '' || (amounts.has(column) && looksLikeAmount(cell)))
  }
}

const isWord = (cell: string): boolean => !/\d/.test(cell)

/** After a total, a line « TOTAL ÉNERGIES » without a figure names the next customer. */
const named = /^total (?!général|clients?|comptes?|factures?|au |du |de |des |dû|ttc|due|amount)\p{L}{3}/iu
