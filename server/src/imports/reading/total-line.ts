import { filledCells } from './header-line.ts'

const totalWords =
  /^(sous[- ]?tota(l|ux)|tota(l|ux)|grand total|sub ?total|cumul|report|à reporter|nombre de (lignes|factures|pi[eè]ces))(?![\p{L}])/iu

/** « Total », « Sous-total client »…: the first filled cell says so and at most half of the cells are filled. */
export function isTotalLine(cells: readonly string[], columns: number): boolean {
  const first = cells.find((cell) => cell.trim() !== '')?.trim()
  return first !== undefined && totalWords.test(first) && filledCells(cells) * 2 <= Math.max(columns, 4)
}
