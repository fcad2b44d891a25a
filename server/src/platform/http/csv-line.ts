/**
 * A line of a CSV file made for spreadsheets (RFC 4180, CRLF). A text that a spreadsheet would run as a formula gets an
 * apostrophe, plain numbers keep their sign; where a spreadsheet of another country would cut a text before a formula, it is quoted.
 */
export const csvLine = (cells: readonly string[], separator: string): string =>
  `${cells.map((text) => csvCell(text, separator)).join(separator)}\r\n`

function csvCell(text: string, separator: string): string {
  const safe = beginsFormula.test(text) && !plainNumber.test(text) ? `'${text}` : text
  const isCut = /["\t\r\n]|[;,]\s*[=+\-@]/.test(safe) || safe.includes(separator)
  return isCut ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** OWASP, CSV Injection: with the wide signs that spreadsheets of East Asia take for the same. */
const beginsFormula = /^[=+\-@\t\r\n＝＋－＠]/

/** An amount with its currency, a phone number: digits in groups after one sign, and nothing to calculate. */
const plainNumber = /^[+-]\s?\d[\d\s.,’]*(?:[€$£]|[A-Z]{3})?$/
