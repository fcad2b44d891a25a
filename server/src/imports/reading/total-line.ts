import { looksLikeAmount } from '@quittance/core/imports/column-values.ts'
import { filledCells } from './header-line.ts'

const totalWords =
  /^(s\/?[- ]?tota(l|ux)|sous[- ]?tota(l|ux)|tota(l|ux)|montant total|somme|grand total|sub[- ]?total|cumul|report(?=\s*:?\s*$|\s+(?:à nouveau|page))|à reporter|solde (du |de )?(client|compte|tiers)|nombre de (lignes|factures|pi[eè]ces))(?![\p{L}])/iu

/** « DUPONT SARL Total »: how spreadsheets in English call their subtotals. */
const totalAtEnd = /[\s:](sub)?total\s*:?$/i

/** Characters of a label at most. */
const longestLabel = 300

/** What a label says beside that it is a total: « DUPONT SARL » of « Total DUPONT SARL »; '' for « Total général ». */
export const totalOf = (label: string): string =>
  shortened(label)
    .replace(totalWords, '')
    .replace(totalAtEnd, '')
    .replace(/^[\s:]*(général|client|compte|tiers|facture|échu|dû|ttc|due|amount|overall)?s?[\s:]*$/i, '')
    .trim()

/** Labels are short; what is longer is looked at in its beginning alone, spaces once. */
const shortened = (label: string): string => label.trim().slice(0, longestLabel).replace(/\s+/g, ' ')

const saysTotal = (text: string): boolean => totalWords.test(text.trim()) || totalAtEnd.test(text.trim())

interface Line {
  /** Headers of the table. */
  readonly columns: number
  /** Columns of amounts, of their side and of their currency. */
  readonly figures: readonly number[]
  /** A day or a number of its own stands in it: then it is an invoice, of a customer called Total perhaps. */
  readonly isNumbered: () => boolean
}

/**
 * « Total », « Sous-total client », « Total DUPONT »…: the first filled cell says so and at most half of the cells are
 * filled, or all the others hold amounts.
 */
export function isTotalLine(cells: readonly string[], { columns, figures, isNumbered }: Line): boolean {
  const first = cells.findIndex((cell) => cell.trim() !== '')
  const label = cells[first] ?? ''
  if (label.length > longestLabel || !saysTotal(label) || isNumbered()) return false
  if (totalWords.test(label.trim()) && filledCells(cells) * 2 <= Math.max(columns, 4)) return true
  const others = cells.flatMap((cell, column) => (column !== first && cell.trim() !== '' ? [column] : []))
  return others.length > 0 && others.every((column) => figures.includes(column) || looksLikeAmount(cells[column] ?? ''))
}
