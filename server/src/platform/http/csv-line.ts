/**
 * A line of a CSV file made for spreadsheets (RFC 4180, CRLF). A text that a spreadsheet would run as a formula gets an
 * apostrophe, plain numbers keep their sign; what a spreadsheet of another country could cut at is quoted.
 */
export const csvLine = (cells: readonly string[], separator: string): string =>
  `${cells.map((text) => csvCell(text)).join(separator)}\r\n`

function csvCell(text: string): string {
  const safe = beginsFormula.test(text) && !plainNumber.test(text) ? `'${text}` : text
  return /[";,\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** OWASP, CSV Injection: with the wide signs that spreadsheets of East Asia take for the same. */
const beginsFormula = /^[=+\-@\t\r\n＝＋－＠]/

/** An amount with its currency, a phone number: digits in groups after one sign, and nothing to calculate. */
const plainNumber = /^[+-]\s?\d[\d\s.,’]*(?:[€$£]|[A-Z]{3})?$/
