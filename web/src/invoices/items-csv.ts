import { decimalText, type Language } from '@quittance/core/money/format-money.ts'
import { asMoney } from '../app/wire.ts'
import type { OpenItem } from './api.ts'

/** The titles of the columns, in order. */
export interface CsvTitles {
  readonly customer: string
  readonly number: string
  readonly issueDate: string
  readonly dueDate: string
  readonly daysLate: string
  readonly amount: string
  readonly left: string
  readonly currency: string
  readonly next: string
  readonly owner: string
}

/**
 * The rows as a CSV text a spreadsheet opens right: BOM, semicolon and decimal comma in French, comma and point in
 * English, ISO days, CRLF (RFC 4180). A text that a spreadsheet would run as a formula is kept from it by an apostrophe.
 */
export function itemsCsv(items: readonly OpenItem[], titles: CsvTitles, language: Language): string {
  const [separator, point] = language === 'fr' ? [';', ','] : [',', '.']
  const amount = (wire: OpenItem['amount']) => decimalText(asMoney(wire)).replace('.', point)
  const lines = items.map((item) => [
    text(item.customer.name),
    text(item.invoiceNumber),
    item.issueDate,
    item.dueDate,
    String(item.daysLate),
    amount(item.amount),
    amount(item.amountDue),
    item.amount.currency,
    text(item.next?.label ?? ''),
    text(item.owner?.name ?? ''),
  ])
  const { customer, number, issueDate, dueDate, daysLate, left, currency, next, owner } = titles
  const head = [customer, number, issueDate, dueDate, daysLate, titles.amount, left, currency, next, owner]
  const quoted = (cell: string) => (/["\t\r\n;,]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
  return `\ufeff${[head, ...lines].map((line) => line.map(quoted).join(separator)).join('\r\n')}\r\n`
}

const text = (words: string): string => (/^[=+\-@\t\r\n]/.test(words) ? `'${words}` : words)
