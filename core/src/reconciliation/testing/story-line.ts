import type { CalendarDate } from '../../calendar/calendar-date.ts'
import { assert } from '../../money/assert.ts'
import type { BankLine } from '../matching/books.ts'
import { aLine } from '../matching/testing/some-books.ts'
import type { LineKind } from '../statements/statement.ts'
import { readAmount } from './story-facts.ts'

const kinds: Readonly<Record<string, LineKind>> = {
  cheques: 'chequeDeposit',
  'direct debit': 'directDebit',
  card: 'card',
  bill: 'billOfExchange',
  returned: 'returned',
  other: 'other',
}

const texts: Readonly<Record<string, (value: string) => Partial<BankLine>>> = {
  from: (payerName) => ({ payerName }),
  for: (ultimateName) => ({ ultimateName }),
  iban: (payerIban) => ({ payerIban }),
  says: (remittance) => ({ remittance }),
  reference: (creditorReference) => ({ creditorReference }),
  document: (document) => ({ documents: [document] }),
  'end to end': (endToEndId) => ({ endToEndId }),
  charges: (value) => ({ charges: readAmount(value) }),
  original: (value) => ({ original: { amount: readAmount(value), currency: 'EUR' } }),
}

/**
 * « 1200.00 "VIR SEPA NORDELEC F-101" from Nordelec, iban FR76… »: the amount, the label as the bank prints it, and
 * what else its file says. Null for a text that is no line of the bank.
 */
export function readBankLine(text: string, on: CalendarDate, id: number): BankLine | null {
  const found = /^(-?\d+\.\d{2}) "([^"]*)"(?: (.+))?$/.exec(text)
  if (!found) return null
  const [, amount = '', label = '', more = ''] = found
  const read = more
    .split(/,\s+/)
    .filter((one) => one !== '')
    .map(readDetail)
  return aLine(readAmount(amount), label, Object.assign({ id, bookedOn: on }, ...read))
}

function readDetail(text: string): Partial<BankLine> {
  const kind = kinds[text]
  if (kind !== undefined) return { kind }
  if (text === 'batch') return { isBatch: true }
  const word = Object.keys(texts).find((one) => text.startsWith(`${one} `))
  const read = word === undefined ? undefined : texts[word]
  assert(word !== undefined && read !== undefined, `"${text}" is nothing that a line of the bank says`)
  return read(text.slice(word.length).trim())
}
