import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { bankLetters } from './bank-names.ts'
import { operationWords } from './operation-words.ts'
import type { StatementDay } from './statement-day.ts'
import type { BankYear, Operation, YearLine } from './year.ts'

const codes: Readonly<Record<Operation, string>> = {
  transfer: '05',
  instant: 'C2',
  foreign: '39',
  cheque: '02',
  card: '30',
  bill: '31',
  internal: '13',
  debit: '21',
}

/** How much a bank lets through: all of the note of 2010; 70 characters of text; 31 of label and 70 of text. */
type Dialect = 'whole note' | 'seventy' | 'label and seventy'

const dialectOf = (seed: number): Dialect =>
  (['whole note', 'seventy', 'seventy', 'label and seventy', 'label and seventy'] as const)[seed % 5] ?? 'seventy'

/** The last digit carries the sign. */
const signed = (cents: number): string => {
  const digits = String(Math.abs(cents)).padStart(14, '0')
  const last = Number(digits.slice(-1))
  return `${digits.slice(0, -1)}${(cents < 0 ? '}JKLMNOPQR' : '{ABCDEFGHI')[last]}`
}

const shortDay = (day: CalendarDate): string => `${day.slice(8, 10)}${day.slice(5, 7)}${day.slice(2, 4)}`
const field = (text: string, width: number): string => text.slice(0, width).padEnd(width)

interface Account {
  readonly bank: string
  readonly branch: string
  readonly number: string
}

/** The day as records of 120 characters; the reference of each movement is the line's id. */
export function cfonb120Of({ seed, firmIban }: BankYear, { day, opening, closing, lines }: StatementDay): string {
  const account = { bank: firmIban.slice(4, 9), branch: firmIban.slice(9, 14), number: firmIban.slice(14, 25) }
  const records = [
    balanceRecord('01', account, day, opening),
    ...lines.flatMap((line) => [movementRecord(account, line), ...complements(account, line, dialectOf(seed))]),
    balanceRecord('07', account, day, closing),
  ]
  return `${records.join('\r\n')}\r\n`
}

const balanceRecord = (
  code: '01' | '07',
  { bank, branch, number }: Account,
  day: CalendarDate,
  cents: number,
): string =>
  `${code}${bank}    ${branch}EUR2 ${number}  ${shortDay(day)}${' '.repeat(50)}${signed(cents)}${' '.repeat(16)}`

const start = (code: '04' | '05', { bank, branch, number }: Account, line: YearLine): string =>
  `${code}${bank}    ${branch}EUR2 ${number}${codes[line.operation]}${shortDay(line.day)}`

function movementRecord(account: Account, line: YearLine): string {
  const words = operationWords[line.operation]
  const label = line.payerName === '' ? bankLetters(line.remittance) || words : `${words} /DE ${line.payerName}`
  return `${start('04', account, line)}  ${shortDay(line.day)}${field(label, 31)}  0000000  ${signed(line.amount)}${field(line.id, 16)}`
}

function complements(account: Account, line: YearLine, dialect: Dialect): string[] {
  const said: [qualifier: string, text: string][] = []
  const text = line.remittance
  if (dialect === 'label and seventy') {
    if (text !== '') said.push(['LIB', text])
  } else {
    if (line.payerName !== '') said.push([line.amount < 0 ? 'NBE' : 'NPY', line.payerName])
    if (text !== '') said.push(['LCC', text])
    if (dialect === 'whole note' && text.length > 70) said.push(['LC2', text.slice(70)])
    if (line.endToEndId !== '') said.push(['RCN', line.endToEndId.slice(0, 35)])
  }
  return said.map(([qualifier, words]) => `${start('05', account, line)}     ${qualifier}${field(words, 70)}  `)
}
