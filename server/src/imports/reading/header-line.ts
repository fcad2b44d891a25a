import { looksLikeAmount, looksLikeDate } from '@quittance/core/imports/column-values.ts'
import { knownHeaders } from '@quittance/core/imports/header-dictionary.ts'

/** Rows looked through for the headers: titles, addresses and dates of edition stand above them. */
export const rowsBeforeHeader = 40

/** How many cells of a row are filled. */
export const filledCells = (cells: readonly string[]): number =>
  cells.reduce((sum, cell) => sum + (cell.trim() === '' ? 0 : 1), 0)

/**
 * The row of headers among the first rows of a table: short different texts without dates or amounts, about as many as
 * the rows have cells. Of several, the one with most names we know; undefined when none fits.
 */
export function findHeader(
  rows: readonly (readonly string[])[],
): { readonly index: number; readonly known: number } | undefined {
  const first = rows.slice(0, rowsBeforeHeader)
  const width = usualWidth(first)
  const candidates = first.flatMap((cells, index) =>
    isHeader(cells, width) ? [{ index, known: knownHeaders(cells.map((cell) => cell.trim()).filter(Boolean)) }] : [],
  )
  return candidates.reduce<(typeof candidates)[number] | undefined>(
    (best, candidate) => (best === undefined || candidate.known > best.known ? candidate : best),
    undefined,
  )
}

function isHeader(cells: readonly string[], width: number): boolean {
  const labels = cells.map((cell) => cell.trim()).filter(Boolean)
  if (labels.length < 2 || labels.length < width * 0.6) return false
  if (labels[0]?.startsWith('#') && labels.length < width) return false
  if (new Set(labels).size < labels.length * 0.6) return false
  return labels.every(isLabel)
}

const isLabel = (text: string): boolean =>
  text.length <= 80 && /\p{L}|#|°/u.test(text) && !text.includes('@') && !looksLikeDate(text) && !looksLikeAmount(text)

/** Cells a row of the table has, most often; titles with one cell do not count. */
function usualWidth(rows: readonly (readonly string[])[]): number {
  const counts = new Map<number, number>()
  for (const cells of rows) {
    const width = filledCells(cells)
    if (width > 1) counts.set(width, (counts.get(width) ?? 0) + 1)
  }
  return [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0
}
