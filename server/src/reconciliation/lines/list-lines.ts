import { activeCurrencies, minorUnitDigits } from '@quittance/core/money/currency.ts'
import { asCurrency, money, sumByCurrency } from '@quittance/core/money/money.ts'
import { parseAmount } from '@quittance/core/money/parse-amount.ts'
import type { Db } from '../../platform/database/db.ts'
import { type Sql, sql } from '../../platform/database/sql.ts'
import { readCursor, writeCursor } from '../../platform/http/cursor.ts'
import { lineRowsById, type ShowingLines } from './line-rows.ts'

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
  const { account, limit, view } = asked
  const found = asked.q?.trim() ? await searchLines(db, asked) : await pageOfLines(db, asked)
  const rows = (await lineRowsById(db, found.ids, showing)).slice(0, limit)
  const last = found.ids.length > limit ? rows.at(-1) : undefined
  const sums = await sumsByState(db, account)
  const counted = (of: LinesAsked['view']): number => ofView(sums, of).reduce((total, { count }) => total + count, 0)
  return {
    rows,
    counts: { toMatch: counted('toMatch'), matched: counted('matched'), notACustomer: counted('notACustomer') },
    total: found.total ?? totalOf(ofView(sums, view)),
    almostCertain: (await almostCertainLines(db, account)).count,
    upToDateAt: (await upToDate(db, account)).at,
    nextCursor: last ? writeCursor({ key: last.bookedOn, id: last.id }) : null,
  }
}

const statesOf: Readonly<Record<LinesAsked['view'], readonly string[]>> = {
  toMatch: ['unmatched', 'suggested'],
  matched: ['matched'],
  notACustomer: ['ignored'],
}

const latest = sql`order by b.booked_on desc, b.id desc`

function conditionsOf({ view, account }: LinesAsked): Sql {
  const narrowed = account === undefined ? sql.empty : sql`and b.bank_account_id = ${account}`
  return sql`b.organization_id = current_organization() and b.state = any(${statesOf[view]}::text[]) ${narrowed}`
}

function after(asked: LinesAsked): Sql {
  const position = readCursor(asked.cursor, 'date')
  return position ? sql`(b.booked_on, b.id) < (${position.key}::date, ${position.id}::bigint)` : sql`true`
}

/** One id more than a page holds, where there is one; `total` is null where it is that of the whole tab. */
interface FoundLines {
  readonly ids: readonly number[]
  readonly total: Sum[] | null
}

async function pageOfLines(db: Db, asked: LinesAsked): Promise<FoundLines> {
  const page = await db.rows<{ id: number }>(
    sql.plannedAnew(sql`
      select b.id from bank_line b where ${conditionsOf(asked)} and ${after(asked)} ${latest} limit ${asked.limit + 1}`),
  )
  return { ids: page.map(({ id }) => id), total: null }
}

/** A search is told with its sum, so all that is found is found once, in an index that holds what is searched. */
const searchLines = (db: Db, asked: LinesAsked): Promise<FoundLines> =>
  db.one(
    sql.plannedAnew(sql`
      with found as materialized (
        select b.id, b.booked_on, b.currency, b.amount from bank_line b
        where ${conditionsOf(asked)} and ${searched(asked.q?.trim() ?? '')})
      select array(select b.id from found b where ${after(asked)} ${latest} limit ${asked.limit + 1}) as ids,
        coalesce((
          select json_agg(json_build_object('currency', s.currency, 'amount', s.amount) order by s.currency)
          from (select b.currency, sum(b.amount)::bigint as amount from found b group by 1) s), '[]') as total`),
  )

function searched(typed: string): Sql {
  const like = `%${typed.replace(/[\\%_]/g, '\\$&')}%`
  return sql`(b.plain_label like (select plain_text(${like})) ${sql.join(amountsIn(typed), sql` `)}
    or b.customer_id in (
      select c.id from customer c
      where c.organization_id = (select current_organization()) and c.plain_name like (select plain_text(${like}))))`
}

/** « 27 900 », « 27900,00 » and "27900.00" are the same amount, credited or debited, in each currency with its decimals. */
const amountsIn = (typed: string): Sql[] =>
  [...currenciesByDigits].flatMap(([digits, currencies]) => {
    const read = parseAmount(typed, { digits, decimal: ',' })
    return read.ok
      ? [sql`or b.amount in (${read.amount}, ${-read.amount}) and b.currency = any(${currencies}::text[])`]
      : []
  })

const currenciesByDigits = Map.groupBy(activeCurrencies(), minorUnitDigits)

interface Sum {
  readonly currency: string
  readonly amount: number
}

type StateSum = Sum & { readonly state: string; readonly count: number }

const ofView = (sums: readonly StateSum[], view: LinesAsked['view']): StateSum[] =>
  sums.filter(({ state }) => statesOf[view].includes(state))

/** One sum a currency, of states that one view shows together. */
const totalOf = (sums: readonly StateSum[]): Sum[] =>
  sumByCurrency(sums.map(({ amount, currency }) => money(amount, asCurrency(currency))))

const ofAccount = (account: number | undefined): Sql =>
  account === undefined ? sql.empty : sql`and bank_account_id = ${account}`

const sumsByState = (db: Db, account: number | undefined): Promise<StateSum[]> =>
  db.rows(sql`
    select state, currency, count(*)::int as count, sum(amount)::bigint as amount from bank_line
    where organization_id = current_organization() ${ofAccount(account)}
    group by state, currency order by state, currency`)

/** As one click applies them: a line that a person took back waits for a person. */
const almostCertainLines = (db: Db, account: number | undefined): Promise<{ readonly count: number }> =>
  db.one(sql`
    select count(*)::int as count from bank_line
    where organization_id = current_organization() and state in ('unmatched', 'suggested') and confidence = 'almostCertain'
      and not is_hands_off
      ${ofAccount(account)}`)

/** When a statement last came. */
const upToDate = (db: Db, account: number | undefined): Promise<{ readonly at: string | null }> =>
  db.one(sql`
    select max(brought_at) as at from bank_statement
    where organization_id = current_organization() ${ofAccount(account)}`)
