import { isBucketHeader } from '@quittance/core/imports/aged-columns.ts'
import { looksLikeAmount, looksLikeDate } from '@quittance/core/imports/column-values.ts'
import { fieldsNamed } from '@quittance/core/imports/header-dictionary.ts'

/** Rows looked through for the headers: titles, addresses and dates of edition stand above them. */
export const rowsBeforeHeader = 40

/** How many cells of a row are filled. */
export const filledCells = (cells: readonly string[]): number =>
  cells.reduce((sum, cell) => sum + (cell.trim() === '' ? 0 : 1), 0)

/** Headers found among the rows looked through: those of rows `first` to `index`, one or two, put together. */
export interface FoundHeader {
  readonly first: number
  readonly index: number
  readonly labels: readonly string[]
  /** How many of them we know. */
  readonly known: number
  /** How well we know them, all together. */
  readonly sureness: number
}

/**
 * The row of headers among the first rows of a table: short different texts without dates or amounts, about as many as
 * the rows have cells. Of several, the one with most names we know; two rows are taken together where that says more
 * (« Facture » above « N° » and « Date », « Montant » above « TTC »). Undefined when none fits.
 */
export function findHeader(rows: readonly (readonly string[])[]): FoundHeader | undefined {
  const some = rows.slice(0, rowsBeforeHeader)
  const width = usualWidth(some)
  const alone = some.flatMap((cells, index) => (isHeader(cells, width) ? [asFound(cells, index, index)] : []))
  const together = some.slice(1).flatMap((lower, above) => {
    const labels = joined(some[above] ?? [], lower)
    const isOne = labels && isHeader(labels, width) && !isRowBelow(some[above] ?? [], { lower, labels, width })
    return isOne ? [asFound(labels, above, above + 1)] : []
  })
  const better = (best: FoundHeader | undefined, one: FoundHeader): FoundHeader =>
    best === undefined || one.known > best.known || (isTogether(one) && one.known === best.known && isSurer(one, best))
      ? one
      : best
  return [...alone, ...together].reduce<FoundHeader | undefined>(better, undefined)
}

const isTogether = ({ first, index }: FoundHeader): boolean => first < index

const isSurer = (one: FoundHeader, other: FoundHeader): boolean => one.sureness > other.sureness + 0.15

function asFound(cells: readonly string[], first: number, index: number): FoundHeader {
  const labels = cells.map((cell) => cell.trim())
  const scores = labels.filter((label) => label !== '' && label.length <= 60).map(named)
  return {
    first,
    index,
    labels,
    known: scores.filter((score) => score >= 0.6).length,
    sureness: scores.reduce((sum, score) => sum + score, 0),
  }
}

/**
 * The labels of two lines as those of one; undefined when one of them is no line of labels. A label stands above all the
 * columns up to the next one; whether the word alone or both together name the column, the dictionary says.
 */
function joined(upper: readonly string[], lower: readonly string[]): string[] | undefined {
  const [above, below] = [upper.map((cell) => cell.trim()), lower.map((cell) => cell.trim())]
  const filled = [...above, ...below].filter(Boolean)
  if (filledCells(above) < 2 || filledCells(below) < 2 || !filled.every(isLabel)) return undefined
  let spread = ''
  return Array.from({ length: Math.max(above.length, below.length) }, (_, column) => {
    const own = above[column] ?? ''
    const label = below[column] ?? ''
    spread = own || spread
    if (own !== '' || label === '') return [own, label].filter(Boolean).join(' ')
    return named(`${spread} ${label}`) > named(label) ? `${spread} ${label}` : label
  })
}

interface Below {
  readonly lower: readonly string[]
  /** Those of the two lines put together. */
  readonly labels: readonly string[]
  readonly width: number
}

/**
 * Under a line that names every column, each by a name of its own, the next one is a row of the table, though a word of it may be one of headers too
 * (« company » below « category »): unless most of what it says makes the names plainer.
 */
function isRowBelow(upper: readonly string[], { lower, labels, width }: Below): boolean {
  const names = upper.map((cell) => cell.trim()).filter(Boolean)
  // « Date » twice and « Montant » four times name no column: they wait for the line below.
  if (names.length < width || new Set(names).size < names.length) return false
  const told = lower.flatMap((cell, column) => (cell.trim() === '' ? [] : [column]))
  const plainer = told.filter((column) => named(labels[column] ?? '') > named((upper[column] ?? '').trim()))
  return plainer.length * 2 < told.length
}

const named = (label: string): number => fieldsNamed(label)[0]?.score ?? 0

function isHeader(cells: readonly string[], width: number): boolean {
  const labels = cells.map((cell) => cell.trim()).filter(Boolean)
  if (labels.length < 2 || labels.length < width * 0.6) return false
  if (labels[0]?.startsWith('#') && labels.length < width) return false
  if (new Set(labels).size < labels.length * 0.6) return false
  return labels.every(isLabel)
}

/** « 0-30 » and « > 90 j » are headers of aged columns, and days to none but a calendar. */
const isLabel = (text: string): boolean =>
  text.length <= 80 &&
  (isBucketHeader(text) ||
    (/\p{L}|#|°/u.test(text) && !text.includes('@') && !looksLikeDate(text) && !looksLikeAmount(text)))

/** Cells a row of the table has, most often; titles with one cell do not count. */
function usualWidth(rows: readonly (readonly string[])[]): number {
  const counts = new Map<number, number>()
  for (const cells of rows) {
    const width = filledCells(cells)
    if (width > 1) counts.set(width, (counts.get(width) ?? 0) + 1)
  }
  return [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0
}
