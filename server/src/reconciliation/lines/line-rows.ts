import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import type { Language } from '@quittance/core/money/format-money.ts'
import { asCurrency, money } from '@quittance/core/money/money.ts'
import { summariseLine } from '@quittance/core/reconciliation/lines/summarise-line.ts'
import type { Db } from '../../platform/database/db.ts'
import { type Sql, sql } from '../../platform/database/sql.ts'
import { type ListedLine, listedLines } from './line-queries.ts'

export interface ShowingLines {
  readonly today: CalendarDate
  readonly language: Language
}

/** `which` lines, an SQL query of their ids, as the contract has them: the newest day first. */
export const lineRows = async (db: Db, which: Sql, showing: ShowingLines) =>
  (await listedLines(db, which, showing.today)).map((line) => rowOf(line, showing))

/** Some lines by their ids, the newest day first. */
export const lineRowsById = (db: Db, ids: readonly number[], showing: ShowingLines) =>
  lineRows(db, sql`select unnest(${ids}::bigint[]) as id`, showing)

export type BankLineRow = Awaited<ReturnType<typeof lineRows>>[number]

function rowOf(line: ListedLine, showing: ShowingLines) {
  const { id, account, bookedOn, valueOn, kind, label, match, isReturned, takenAs, items, payments } = line
  const confidence = line.confidence ?? ('toSearch' as const)
  const state = states[line.state]
  const isSettled = state !== 'toMatch'
  const currency = asCurrency(line.currency)
  const taken = takenAs && {
    kind: takenAs,
    customer: takenAs === 'notACustomer' ? null : line.customer,
    items,
    payments: payments.length,
    credit: isSettled ? 0 : line.credit,
  }
  const { title, subtitle } = summariseLine({ ...line, currency, confidence, taken, isSettled }, showing)
  return {
    id,
    account,
    bookedOn,
    valueOn,
    amount: money(line.amount, currency),
    kind,
    label,
    title,
    subtitle,
    confidence,
    state,
    match: match && { ...match, payments: [...match.payments] },
    isReturned,
  }
}

const states = {
  unmatched: 'toMatch',
  suggested: 'toMatch',
  matched: 'matched',
  ignored: 'notACustomer',
} as const satisfies Record<ListedLine['state'], string>
