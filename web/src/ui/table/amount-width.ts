import { formatMoney, type Language } from '@quittance/core/money/format-money.ts'
import type { Money } from '@quittance/core/money/money.ts'

const usual = 112 // px: « 999 999,99 € » in the weight of a total
const digit = 7.9 // px of a tabular figure in the table's size
const padding = 24

/** The width of a column that holds these amounts whole: an amount cut short reads as another one. `besides`: px for what follows. */
export function amountWidth(amounts: readonly Money[], language: Language, besides = 0): string {
  const longest = amounts.reduce((most, amount) => Math.max(most, formatMoney(amount, language).length), 0)
  return `${Math.max(usual, Math.ceil(longest * digit + padding)) + besides}px`
}
