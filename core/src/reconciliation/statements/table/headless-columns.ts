import { looksLikeAmount, looksLikeDate } from '../../../imports/column-values.ts'
import type { StatementColumn, StatementMapping } from './statement-columns.ts'

/**
 * What the columns of a list without headers hold, as some banks still export it, told by all its cells; undefined where
 * they are not a bank's beyond doubt: a day in every row, words, and amounts with cents that go both ways, in one column
 * with signs or in two of which each row fills one.
 */
export function detectHeadlessColumns(rows: readonly (readonly string[])[]): StatementMapping | undefined {
  const width = rows[0]?.length ?? 0
  if (rows.length < 2 || rows.some((row) => row.length !== width)) return undefined
  const columns = Array.from({ length: width }, (_, index) => rows.map((row) => (row[index] ?? '').trim()))
  const mapping: (StatementColumn | null)[] = columns.map(() => null)
  const [booked, valued] = indexesOf(columns, (cells) => cells.every(looksLikeDate))
  if (booked === undefined) return undefined
  mapping[booked] = 'bookedOn'
  if (valued !== undefined) mapping[valued] = 'valueOn'
  if (!placeMoney(columns, mapping)) return undefined
  const currency = columns.findIndex((cells) => cells.every((cell) => /^[A-Z]{3}$/.test(cell)))
  if (currency >= 0) mapping[currency] = 'currency'
  const words = indexesOf(columns, (cells, index) => mapping[index] === null && isWords(cells))
  const [label, ...details] = words.toSorted((a, b) => lengthOf(columns[b]) - lengthOf(columns[a]))
  if (label === undefined) return undefined
  mapping[label] = 'label'
  for (const index of details) mapping[index] = 'details'
  return mapping
}

/** One column with signs; or two that fill each other, debits before credits, as banks write them. */
function placeMoney(columns: readonly string[][], mapping: (StatementColumn | null)[]): boolean {
  const ofMoney = indexesOf(columns, (cells) => isMoney(cells.filter(Boolean)))
  const full = ofMoney.filter((index) => columns[index]?.every(Boolean))
  const signed = full.filter((index) => columns[index]?.some((cell) => /^-|-$/.test(cell)))
  const [debit, credit, ...more] = ofMoney.filter((index) => !full.includes(index))
  if (debit !== undefined && credit !== undefined && more.length === 0) {
    const fillEachOther = columns[debit]?.every((cell, row) => (cell === '') !== (columns[credit]?.[row] === ''))
    if (!fillEachOther) return false
    mapping[debit] = 'debit'
    mapping[credit] = 'credit'
    return true
  }
  const [amount] = signed
  if (amount === undefined || ofMoney.length !== 1) return false
  mapping[amount] = 'amount'
  return true
}

const isMoney = (cells: readonly string[]): boolean =>
  cells.length > 0 && cells.every((cell) => looksLikeAmount(cell) && /[.,]\d{2}(?:\D|$)/.test(cell))

const isWords = (cells: readonly string[]): boolean =>
  cells.some((cell) => /\p{L}{3}/u.test(cell)) && cells.filter(Boolean).length * 2 >= cells.length

const lengthOf = (cells: readonly string[] = []): number => cells.reduce((sum, cell) => sum + cell.length, 0)

const indexesOf = (columns: readonly string[][], is: (cells: string[], index: number) => boolean): number[] =>
  columns.flatMap((cells, index) => (is(cells, index) ? [index] : []))
