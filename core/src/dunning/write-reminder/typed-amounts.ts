const currency = String.raw`(?:€|\$|£|EUR|USD|GBP|CHF|euros?|dollars?|pounds?)`
const digits = String.raw`\d+(?:[\s.,]\d+)*`
const withCurrency = new RegExp(`${currency}\\s?${digits}|${digits}\\s?${currency}(?![A-Za-zÀ-ÿ])`, 'giu')
/** « 1 234,56 »: a number with two decimals after a comma, or thousands and two decimals as English writes them. */
const withCents =
  /(?<![\d.,/])(?:\d{1,3}(?:[ .\u00a0\u202f]\d{3})+|\d+),\d{2}(?![\d.,/]|\s?%)|(?<![\d.,/])\d{1,3}(?:,\d{3})+\.\d{2}(?![\d.,/])/g

/** Amounts of money that a text states in figures, as they stand there; those of its variables are not among them. */
export function typedAmounts(text: string): string[] {
  const words = text.replace(/\{\{[^}]*\}\}|\{%[^%]*%\}/g, '¤')
  const found = [...(words.match(withCurrency) ?? [])]
  const rest = words.replace(withCurrency, '¤')
  return [...found, ...(rest.match(withCents) ?? [])].map((one) => one.trim())
}

/**
 * Amounts that a person typed into a message: those that the text of the house does not state itself. What is owed is
 * written by variables alone, so that a payment that comes in meanwhile never leaves a wrong figure behind.
 */
export function amountsOfAPerson(written: string, house: string): string[] {
  const known = new Set(typedAmounts(house).map(plain))
  return typedAmounts(written).filter((one) => !known.has(plain(one)))
}

const plain = (amount: string): string => amount.replace(/\s/g, '').toLowerCase()
