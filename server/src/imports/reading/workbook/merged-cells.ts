import { isBucketHeader } from '@quittance/core/imports/aged-columns.ts'
import { shapeOf } from '@quittance/core/imports/fields.ts'
import { fieldsNamed } from '@quittance/core/imports/header-dictionary.ts'
import type { SourceRow } from '@quittance/core/imports/row-cells.ts'
import { mostColumns } from '../table.ts'

/** Cells merged over several rows, by their first column; all but the first are empty in the file. */
export interface MergedBelow {
  readonly column: number
  readonly from: number
  readonly to: number
}

/** Merges kept of a sheet at most; what lies beyond stays as it is in the file. */
const mostMerges = 200_000

const endOfRows = /<\/(?:\w+:)?sheetData\s*>|<(?:\w+:)?sheetData\s*\/>/

const mergeShape = /<(?:\w+:)?mergeCell\s[^<>]*?ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"[^<>]*>/g

/** Characters kept from one piece to the next, so that no tag is cut in two. */
const longestTag = 500

/**
 * The merges of a sheet, which stand behind all its rows (ECMA-376 18.3.1.55): found without reading the rows as XML.
 * Sheets in UTF-16 have none, as far as this sees.
 */
export async function mergedBelow(bytes: AsyncIterable<Buffer>): Promise<readonly MergedBelow[]> {
  const found: MergedBelow[] = []
  let rest = ''
  let isBehindRows = false
  for await (const chunk of bytes) {
    let text = rest + chunk.toString('latin1')
    const end: number = isBehindRows ? 0 : text.search(endOfRows)
    if (end > 0) text = text.slice(end)
    isBehindRows ||= end >= 0
    if (isBehindRows)
      for (const [, left = '', top, , bottom] of text.matchAll(mergeShape)) {
        const [from, to] = [Number(top), Number(bottom)]
        if (to > from && found.length < mostMerges) found.push({ column: columnOf(left), from, to })
      }
    const lastTag = text.lastIndexOf('>')
    rest = text.slice(Math.max(isBehindRows ? lastTag + 1 : 0, text.length - longestTag))
  }
  return found.filter(({ column }) => column >= 0 && column < mostColumns)
}

const columnOf = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1

/**
 * Gives rows below the headers the text merged over them: a customer's name, an invoice's number, a day. Amounts are left
 * alone: one amount over three rows is no three amounts. Rows must come in their order; undefined when there is no need.
 */
export function fillMerged(
  merges: readonly MergedBelow[],
  headers: readonly string[],
  headerLine: number,
): (() => (row: SourceRow) => SourceRow) | undefined {
  const waiting = merges
    .filter(({ column, from, to }) => from > headerLine && to > from && !isAmount(headers[column] ?? ''))
    .sort((a, b) => a.from - b.from)
  return waiting.length === 0 ? undefined : () => filling(waiting)
}

function filling(waiting: readonly MergedBelow[]): (row: SourceRow) => SourceRow {
  let next = 0
  const open = new Map<number, { readonly to: number; readonly text: string }>()
  return (row) => {
    for (let merge = waiting[next]; merge && merge.from <= row.line; merge = waiting[++next])
      if (merge.from === row.line) open.set(merge.column, { to: merge.to, text: row.cells[merge.column] ?? '' })
    if (open.size === 0) return row
    const cells = [...row.cells]
    for (const [column, { to, text }] of open) {
      if (row.line > to) open.delete(column)
      else if (text !== '' && (cells[column] ?? '') === '') {
        while (cells.length < column) cells.push('')
        cells[column] = text
      }
    }
    return { line: row.line, cells }
  }
}

function isAmount(header: string): boolean {
  const field = fieldsNamed(header)[0]?.field
  return isBucketHeader(header) || (field !== undefined && shapeOf(field) === 'amount')
}
