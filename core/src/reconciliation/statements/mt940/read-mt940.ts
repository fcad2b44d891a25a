import { type CalendarDate, parseIsoDate } from '../../../calendar/calendar-date.ts'
import { balanceOf, currencyOf } from '../amounts-read.ts'
import { balanceFacts } from '../balance-facts.ts'
import { type ExactAmount, exactText, negateExact, parseExact } from '../exact-amount.ts'
import type { AccountWritten, BankStatement } from '../statement.ts'
import {
  mostStatements,
  type StatementFile,
  type StatementRead,
  type StatementRefusal,
  type StatementWarning,
} from '../statement-file.ts'
import { oneLine } from '../written-text.ts'
import { cutMessages, type Mt940Field, type Mt940Message } from './cut-messages.ts'
import { isCredit, type Mt940Entry, parseEntry } from './entry.ts'
import { lineOfEntry } from './statement-line.ts'

/**
 * Reads SWIFT MT940 (and 942) in the dialects of the banks, with or without the blocks of the network. A line or balance
 * that cannot be read is left out and named; a text without a balance or line is refused.
 */
export function readMt940(text: string): StatementFile | StatementRefusal {
  const messages = cutMessages(text)
  const warnings: StatementWarning[] = []
  if (messages === 'tooLarge' || messages.length > mostStatements)
    return { problem: { code: 'statementTooLarge', value: '50' } }
  if (!messages.some((message) => message.some(({ tag }) => /^6[012]/.test(tag))))
    return { problem: { code: 'noStatement' } }
  const statements = messages.map((message) => statementOf(message, (warning) => void warnings.push(warning)))
  return { format: 'mt940', version: null, facts: {}, statements, warnings }
}

interface Balance {
  readonly tag: string
  readonly line: number
  readonly amount: ExactAmount
  readonly date: string
  readonly currency: string | null
}

function statementOf(message: Mt940Message, warn: (warning: StatementWarning) => void): StatementRead {
  const line = message[0]?.line ?? 1
  const opening = balanceAt(message, '60', warn)
  const closing = balanceAt(message, '62', warn)
  const entries = entriesOf(message, warn)
  const currency = currencyOf(opening?.currency ?? closing?.currency ?? null, warn, line)
  const facts = factsOf(message, { opening, closing, entries })
  if (facts.balances_join === false) warn({ code: 'balancesDoNotJoin', line, value: String(facts.difference) })
  const account = accountOf(message, currency)
  if (account.text === '') warn({ code: 'accountMissing', line })
  const balance = (one: Balance | undefined) =>
    one ? balanceOf(one.amount, dayWritten(one.date) ?? null, { currency, line: one.line, warn }) : null
  const statement: BankStatement = {
    statementId: [textOf(message, '20'), textOf(message, '28')].filter(Boolean).join(' ') || null,
    account,
    currency,
    opening: balance(opening),
    closing: balance(closing),
    lines: entries.flatMap((one, entry) => lineOfEntry(one, { entry, currency, warn }) ?? []),
  }
  return { statement, facts }
}

const textOf = (message: Mt940Message, tag: string): string | null =>
  oneLine(message.find((field) => field.tag.startsWith(tag))?.lines[0] ?? '') || null

/** `C260331EUR1234,56`; the currency is missing at some banks. The first opening and the last closing count. */
function balanceAt(
  message: Mt940Message,
  kind: '60' | '62',
  warn: (warning: StatementWarning) => void,
): Balance | undefined {
  const isOf = ({ tag }: Mt940Field): boolean => tag.startsWith(kind)
  const field = kind === '60' ? message.find(isOf) : message.findLast(isOf)
  if (!field) return undefined
  const written = oneLine(field.lines[0] ?? '')
  const [, mark, date = '', currency, digits = ''] = /^([CD])(\d{6})([A-Z]{3})?\s*([\d,.]+)$/.exec(written) ?? []
  const amount = parseExact(digits, digits.includes(',') ? ',' : '.')
  if (mark && amount)
    return {
      tag: field.tag,
      line: field.line,
      date,
      currency: currency ?? null,
      amount: mark === 'D' ? negateExact(amount) : amount,
    }
  warn({ code: 'balanceUnreadable', line: field.line, field: field.tag, value: written.slice(0, 60) })
  return undefined
}

/** Two-digit years; from 70 on they are of the last century. */
const dayWritten = (text: string): CalendarDate | undefined => {
  const year = text.slice(0, 2)
  return parseIsoDate(`${Number(year) >= 70 ? '19' : '20'}${year}-${text.slice(2, 4)}-${text.slice(4, 6)}`)
}

/** Each `:61:` with the information that follows it, until a closing balance; information of the statement is left. */
function entriesOf(message: Mt940Message, warn: (warning: StatementWarning) => void): Mt940Entry[] {
  const entries: Mt940Entry[] = []
  let current: Mt940Entry | undefined
  for (const field of message) {
    if (field.tag === '61') {
      current = parseEntry(field)
      if (current) entries.push(current)
      else warn({ code: 'lineUnreadable', line: field.line, field: '61', value: (field.lines[0] ?? '').slice(0, 80) })
    } else if (/^6[245]/.test(field.tag)) current = undefined
    else if (field.tag === '86' || field.tag === 'NS') current?.information.push({ tag: field.tag, lines: field.lines })
  }
  return entries
}

function accountOf(message: Mt940Message, currency: string): AccountWritten {
  const text = textOf(message, '25') ?? ''
  const plain = text.replace(/\s/g, '')
  const bare = plain.endsWith(currency) ? plain.slice(0, -3) : plain
  const iban = /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(bare) ? bare : null
  const [, bank = null, number = null] = /^([A-Z0-9]{3,11})\/(.+)$/.exec(text) ?? []
  return { text: iban ?? text, iban, bank, branch: null, number }
}

function factsOf(
  message: Mt940Message,
  parts: {
    readonly opening: Balance | undefined
    readonly closing: Balance | undefined
    readonly entries: readonly Mt940Entry[]
  },
): Record<string, unknown> {
  const { opening, closing, entries } = parts
  const { sums, joins } = balanceFacts(opening?.amount ?? null, closing?.amount ?? null, {
    credits: entries.filter(isCredit).map(({ amount }) => amount),
    debits: entries.filter((one) => !isCredit(one)).map(({ amount }) => amount),
  })
  return {
    reference: textOf(message, '20'),
    account: textOf(message, '25'),
    sequence: textOf(message, '28'),
    currency: (closing ?? opening)?.currency ?? null,
    opening_balance: opening ? exactText(opening.amount) : null,
    opening_tag: opening?.tag ?? null,
    opening_date_yymmdd: opening?.date ?? null,
    closing_balance: closing ? exactText(closing.amount) : null,
    closing_tag: closing?.tag ?? null,
    closing_date_yymmdd: closing?.date ?? null,
    entries: entries.length,
    reversals: entries.filter(({ mark }) => mark.startsWith('R')).length,
    ...sums,
    ...joins,
  }
}
