/** A row with cells behind the columns of the file; what the file has too many stays behind them. */
export const withAdded = (cells: readonly string[], width: number, added: readonly string[]): string[] =>
  added.length === 0
    ? [...cells]
    : [...Array.from({ length: width }, (_, column) => cells[column] ?? ''), ...added, ...cells.slice(width)]

const names = {
  name: { fr: 'Client', en: 'Customer' },
  code: { fr: 'Code client', en: 'Customer code' },
  open: { fr: 'Reste à payer', en: 'Amount due' },
} as const

/** What an added column is called: in the language of the file's own headers. */
export function addedHeader(column: keyof typeof names, headers: readonly string[]): string {
  const isEnglish = headers.some((header) => /\b(invoice|customer|due date|amount|number)\b/i.test(header))
  return names[column][isEnglish ? 'en' : 'fr']
}
