import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { activeCurrencies, minorUnitDigits } from '@quittance/core/money/currency.ts'
import { parseAmount } from '@quittance/core/money/parse-amount.ts'
import type { Db } from '../../platform/database/db.ts'
import { type Sql, sql } from '../../platform/database/sql.ts'
import { readCursor, writeCursor } from '../../platform/http/cursor.ts'
import { lineRows, type ShowingLines } from './line-rows.ts'

export interface LinesAsked {
  readonly view: 'toMatch' | 'matched' | 'notACustomer'
  readonly account?: number | undefined
  /** An amount, a name, or words of the label. */
  readonly q?: string | undefined
  readonly cursor?: string | undefined
  readonly limit: number
}

/** Latest first, with what all tabs hold and the sum of this list as it is narrowed. */
export async function listLines(db: Db, asked: LinesAsked, showing: ShowingLines) {
  const conditions = conditionsOf(asked)
  const { limit } = asked
  const position = readCursor(asked.cursor, 'date')
  const after = position ? sql`(b.booked_on, b.id) < (${position.key}::date, ${position.id}::bigint)` : sql`true`
  const found = await lineRows(
    db,
    sql`select b.id from bank_line b where ${conditions} and ${after} order by b.booked_on desc, b.id desc limit ${limit + 1}`,
    showing,
  )
  const rows = found.slice(0, limit)
  const last = found.length > limit ? rows.at(-1) : undefined
  const sums = await sumsByView(db, asked.account)
  const isNarrowed = (asked.q?.trim() ?? '') !== ''
  const counted = (view: LinesAsked['view']): number =>
    sums.filter((sum) => sum.view === view).reduce((total, { count }) => total + count, 0)
  return {
    rows,
    counts: { toMatch: counted('toMatch'), matched: counted('matched'), notACustomer: counted('notACustomer') },
    total: isNarrowed
      ? await totalOf(db, conditions)
      : sums.filter(({ view }) => view === asked.view).map(({ currency, amount }) => ({ currency, amount })),
    almostCertain: sums.reduce((total, sum) => total + sum.almostCertain, 0),
    upToDateAt: (await upToDate(db, asked.account)).at,
    nextCursor: last ? writeCursor({ key: last.bookedOn as CalendarDate, id: last.id }) : null,
  }
}

const statesOf: Readonly<Record<LinesAsked['view'], readonly string[]>> = {
  toMatch: ['unmatched', 'suggested'],
  matched: ['matched'],
  notACustomer: ['ignored'],
}

function conditionsOf({ view, account, q }: LinesAsked): Sql {
  const typed = q?.trim()
  return sql.join(
    [
      sql`b.organization_id = current_organization() and b.state = any(${statesOf[view]}::text[])`,
      ...(account === undefined ? [] : [sql`b.bank_account_id = ${account}`]),
      ...(typed ? [searched(typed)] : []),
    ],
    sql` and `,
  )
}

function searched(typed: string): Sql {
  const like = `%${typed.replace(/[\\%_]/g, '\\$&')}%`
  return sql`(b.plain_label like (select plain_text(${like})) ${sql.join(amountsIn(typed), sql.empty)}
    or b.customer_id in (
      select c.id from customer c
      where c.organization_id = (select current_organization()) and c.plain_name like (select plain_text(${like}))))`
}

/** « 27 900 », « 27900,00 » and "27900.00" are the same amount, credited or debited, in every currency of two decimals. */
const amountsIn = (typed: string): Sql[] =>
  [...currenciesByDigits].flatMap(([digits, currencies]) => {
    const read = parseAmount(typed, { digits, decimal: ',' })
    return read.ok
      ? [sql`or b.amount in (${read.amount}, ${-read.amount}) and b.currency = any(${currencies}::text[])`]
      : []
  })

const currenciesByDigits = Map.groupBy(activeCurrencies(), minorUnitDigits)

interface ViewSum {
  readonly view: LinesAsked['view']
  readonly currency: string
  readonly count: number
  readonly amount: number
  readonly almostCertain: number
}

const sumsByView = (db: Db, account: number | undefined): Promise<ViewSum[]> =>
  db.rows(sql`
    select case b.state when 'matched' then 'matched' when 'ignored' then 'notACustomer' else 'toMatch' end as view, b.currency,
      count(*)::int as count, sum(b.amount)::bigint as amount,
      count(*) filter (where b.state in ('unmatched', 'suggested') and b.confidence = 'almostCertain')::int as "almostCertain"
    from bank_line b
    where b.organization_id = current_organization()
      ${account === undefined ? sql.empty : sql`and b.bank_account_id = ${account}`}
    group by 1, 2
    order by 2`)

const totalOf = (db: Db, conditions: Sql): Promise<{ currency: string; amount: number }[]> =>
  db.rows(
    sql.plannedAnew(sql`
      select b.currency, sum(b.amount)::bigint as amount from bank_line b where ${conditions} group by 1 order by 1`),
  )

const upToDate = (db: Db, account: number | undefined): Promise<{ readonly at: string | null }> =>
  db.one(sql`
    select max(brought_at) as at from bank_statement s
    where s.organization_id = current_organization()
      ${account === undefined ? sql.empty : sql`and s.bank_account_id = ${account}`}`)
