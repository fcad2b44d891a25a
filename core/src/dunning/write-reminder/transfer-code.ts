import { readIban } from '../../people/iban.ts'
import { amountsToPay } from './invoices-table.ts'
import { withoutMarks } from './message-variables.ts'
import type { ReminderFacts } from './reminder-facts.ts'

/** What a banking app reads from the code on a letter. */
export interface TransferCode {
  /** EPC069-12, version 002, UTF-8, lines ended by LF: at most 331 bytes, for a QR code of level M. */
  readonly text: string
  /** Cents. */
  readonly amount: number
}

type Asked = Pick<ReminderFacts, 'items' | 'credits' | 'legalEntity'> & { readonly customerCode: string }

const mostBytes = 331
const longestName = 70
const longestRemittance = 140
const largestAmount = 99_999_999_999

/**
 * A SEPA transfer filled in beforehand: the firm, its account, what is due in euros, the invoices it pays. Null where it
 * would be wrong or of no use: no valid IBAN, nothing due in euros. What else is due in other currencies is not in it.
 */
export function transferCode({ items, credits, legalEntity, customerCode }: Asked): TransferCode | null {
  const iban = readIban(legalEntity.iban ?? '')
  const due = amountsToPay({ items, credits }).find((sum) => sum.currency === 'EUR')
  const name = cut(oneLine(legalEntity.name), longestName)
  if (!iban || !due || due.amount <= 0 || due.amount > largestAmount || name === '') return null
  const inEuros = items.filter((item) => item.amountDue.currency === 'EUR').map((item) => oneLine(item.invoiceNumber))
  const head = ['BCD', '002', '1', 'SCT', bicOf(legalEntity.bic), name, iban, euros(due.amount), '', '', '']
  const room = Math.min(longestRemittance, mostBytes - bytesOf(head.join('\n')))
  const remittance = fitted([oneLine(customerCode), ...new Set(inEuros)], room)
  return { text: [...head.slice(0, -1), remittance].join('\n').trimEnd(), amount: due.amount }
}

const oneLine = (text: string): string =>
  withoutMarks(text)
    .replace(/[\s\p{C}]+/gu, ' ')
    .trim()
const cut = (text: string, most: number): string => [...text].slice(0, most).join('').trim()

/** Within the EEA it may be left out; a wrong one stops the transfer. */
function bicOf(bic: string | null): string {
  const written = (bic ?? '').replace(/\s/g, '').toUpperCase()
  return /^[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?$/.test(written) ? written : ''
}

const euros = (cents: number): string => `EUR${Math.trunc(cents / 100)}.${String(cents % 100).padStart(2, '0')}`

/** As many whole words as fit: half an invoice number would match another invoice. */
function fitted(words: readonly string[], room: number): string {
  let text = ''
  for (const word of words.filter((one) => one !== '')) {
    const longer = text === '' ? word : `${text} ${word}`
    if (bytesOf(longer) > room) break
    text = longer
  }
  return text
}

/** Of UTF-8. */
function bytesOf(text: string): number {
  let bytes = 0
  for (const sign of text) {
    const code = sign.codePointAt(0) ?? 0
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
  }
  return bytes
}
