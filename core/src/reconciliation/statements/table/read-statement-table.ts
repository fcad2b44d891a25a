import type { SourceRow } from '../../../imports/row-cells.ts'
import { parseCurrency } from '../../../money/currency.ts'
import { decimalText } from '../../../money/format-money.ts'
import { type Currency, money } from '../../../money/money.ts'
import { readIban } from '../../../people/iban.ts'
import { currencyOf } from '../amounts-read.ts'
import type { AccountWritten, BankStatement, StatementBalance } from '../statement.ts'
import type { StatementFile, StatementRefusal, StatementWarning } from '../statement-file.ts'
import { openReading, type RowRead, readRow } from './read-rows.ts'
import { detectStatementColumns, type StatementMapping } from './statement-columns.ts'

/** A list as a bank exports it. */
export interface StatementTable {
  readonly headers: readonly string[]
  readonly rows: readonly SourceRow[]
  /** Lines above the headers: banks name the account there. */
  readonly titles: readonly string[]
  /** What a person said the columns hold, in place of what would be found. */
  readonly mapping?: StatementMapping | undefined
}

/**
 * Reads a bank's list of movements, newest or oldest first. The running balance, where there is one and it follows the
 * amounts, gives the opening and closing ones. Rows in another currency, or that cannot be read, are left out and named.
 */
export function readStatementTable(table: StatementTable): StatementFile | StatementRefusal {
  const { headers, rows, titles } = table
  const mapping =
    table.mapping ??
    detectStatementColumns(
      headers,
      rows.slice(0, 300).map(({ cells }) => cells),
    )
  if (!mapping) return { problem: { code: 'noStatement' } }
  const warnings: StatementWarning[] = []
  const warn = (warning: StatementWarning): void => void warnings.push(warning)
  const currency = currencyOf(currencyWritten(table, mapping), warn)
  const reading = openReading(rows, mapping, currency)
  const read = rows.flatMap((row, entry) => readRow(row, reading, { entry, warn }) ?? [])
  const balances = balancesOf(read, warn)
  const account = accountOf(table, mapping)
  if (account.text === '') warn({ code: 'accountMissing' })
  const statement: BankStatement = {
    statementId: null,
    account,
    currency,
    ...balances,
    lines: read.map(({ line }) => line),
  }
  const columns = headers.map((header, index) => ({ header, field: mapping[index] ?? null }))
  return {
    format: 'csv',
    version: null,
    facts: { columns, titles: titles.length },
    statements: [{ statement, facts: factsOf(statement) }],
    warnings,
  }
}

function factsOf({ account, currency, opening, closing, lines }: BankStatement): Record<string, unknown> {
  const text = (amount: number): string => decimalText(money(amount, currency))
  const sum = (sign: 1 | -1): number =>
    lines.reduce((total, { amount }) => total + (amount * sign > 0 ? Math.abs(amount) : 0), 0)
  const days = lines.map(({ bookedOn }) => bookedOn).sort()
  return {
    account: account.text || null,
    currency,
    opening_balance: opening && text(opening.amount),
    closing_balance: closing && text(closing.amount),
    from_date: days[0] ?? null,
    to_date: days.at(-1) ?? null,
    entries: lines.length,
    sum_credits: text(sum(1)),
    sum_debits: text(sum(-1)),
    ...(opening && closing ? { balances_join: opening.amount + sum(1) - sum(-1) === closing.amount } : {}),
  }
}

/** The currency most rows name, else the one in the header of the amounts. */
function currencyWritten({ headers, rows }: StatementTable, mapping: StatementMapping): string | null {
  const column = mapping.indexOf('currency')
  const counts = new Map<Currency, number>()
  for (const { cells } of column < 0 ? [] : rows) {
    const named = parseCurrency(cells[column] ?? '')
    if (named) counts.set(named, (counts.get(named) ?? 0) + 1)
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1])
  if (most) return most[0]
  const ofMoney = headers.filter((_, index) => ['amount', 'debit', 'credit', 'balance'].includes(mapping[index] ?? ''))
  return (
    ofMoney.flatMap((header) =>
      header
        .split(/[^\p{L}€£]+/u)
        .flatMap((word) => (/^(?:[A-Z]{3}|€|£|euros?)$/.test(word) ? (parseCurrency(word) ?? []) : [])),
    )[0] ?? null
  )
}

/** An IBAN of the titles or of the column that repeats it, else the number a title gives after « compte ». */
function accountOf({ rows, titles }: StatementTable, mapping: StatementMapping): AccountWritten {
  const column = mapping.indexOf('account')
  const repeated = column < 0 ? '' : (rows[0]?.cells[column] ?? '').trim()
  const isOne = repeated !== '' && rows.every(({ cells }) => (cells[column] ?? '').trim() === repeated)
  const iban = [...titles, isOne ? repeated : ''].flatMap((text) => ibanWithin(text) ?? [])[0] ?? null
  const number = titles.flatMap((text) => numberWithin(text) ?? [])[0] ?? (isOne ? repeated : null)
  return { text: iban ?? number ?? '', iban, bank: null, branch: null, number: null }
}

/** The number a title gives behind « compte », or alone at its beginning. */
const numberWithin = (text: string): string | undefined =>
  /(?:\b(?:compte|account|rib)\b\D{0,40}?(?<![A-Z\d])|^=?"?(?=\d{10,14}\b))(\d(?:[ -]?\d|[A-Z](?=\d)){6,24}[A-Z]?)(?![A-Z\d])/i
    .exec(text)?.[1]
    ?.replace(/[ -]/g, '')

/** The first IBAN of a text whose check digits are right, with spaces or without. */
function ibanWithin(text: string): string | null {
  for (const found of text.toUpperCase().matchAll(/(?<![A-Z0-9])[A-Z]{2}\d{2}(?: ?[A-Z0-9]){11,30}/g)) {
    const plain = found[0].replaceAll(' ', '')
    for (let length = plain.length; length >= 15; length--) {
      const iban = readIban(plain.slice(0, length))
      if (iban) return iban
    }
  }
  return null
}

/** Opening and closing balance from the running one, whichever way the list runs; none where it does not follow. */
function balancesOf(
  read: readonly RowRead[],
  warn: (warning: StatementWarning) => void,
): { readonly opening: StatementBalance | null; readonly closing: StatementBalance | null } {
  const none = { opening: null, closing: null }
  if (read.length === 0 || read.some(({ balance }) => balance === null)) return none
  const [oldestFirst, newestFirst] = [read, read.toReversed()]
  const broken = [oldestFirst, newestFirst].map((rows) =>
    rows.findIndex(
      ({ line, balance }, index) => index > 0 && (rows[index - 1]?.balance ?? 0) + line.amount !== balance,
    ),
  )
  const rows = broken[0] === -1 ? oldestFirst : broken[1] === -1 ? newestFirst : undefined
  const [first, last] = [rows?.[0], rows?.at(-1)]
  if (!first || !last) {
    const line = oldestFirst[broken[0] ?? 0]?.line.fileLine
    warn({ code: 'balancesDoNotJoin', ...(line !== undefined && { line }) })
    return none
  }
  return {
    opening: { amount: (first.balance ?? 0) - first.line.amount, on: null },
    closing: { amount: last.balance ?? 0, on: last.line.bookedOn },
  }
}
