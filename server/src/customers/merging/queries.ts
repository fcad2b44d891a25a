import { setTimeout } from 'node:timers/promises'
import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import type { MergedCard, Ties } from '@quittance/core/customers/merge-customers.ts'
import type { Db } from '../../platform/database/db.ts'
import { type Sql, sql } from '../../platform/database/sql.ts'
import { columnsOf, insert } from './images.ts'

/** A row of `customer` as the database writes it: columns by their own names. */
export type CustomerRow = Readonly<Record<string, unknown>>

/** Who holds one of the rows is let through first, for so long; then it is for a person to try again. */
const tries = 40
const betweenTriesMs = 50

/**
 * The rows of these customers, locked against all that would name them; those not to be seen are missing. Asked for again
 * and again rather than waited for: whoever has just entered a fact of one of them locks it once more to decide.
 */
export async function lockRows(db: Db, customers: readonly number[]): Promise<Map<number, CustomerRow>> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.savepoint(() => lockRowsNow(db, customers))
    } catch (error) {
      if ((error as { code?: unknown }).code !== '55P03' || attempt === tries) throw error
      await setTimeout(betweenTriesMs)
    }
  }
}

const isOf = (customers: readonly number[]): Sql =>
  sql`t.organization_id = current_organization() and t.customer_id = any(${customers})`

/** Also what a payment or a sender takes before it asks for the customer: nobody waits for the other. */
async function lockRowsNow(db: Db, customers: readonly number[]): Promise<Map<number, CustomerRow>> {
  const rows = await db.rows<{ id: number; row: CustomerRow }>(sql`
    select c.id, ${written} as row from customer c
    where c.organization_id = current_organization() and c.id = any(${customers})
    order by c.id for update nowait`)
  for (const inUse of [
    sql`select id from open_item t where ${isOf(customers)} and t.amount_due <> 0`,
    sql`select id from payment t where ${isOf(customers)} and t.unallocated > 0`,
    sql`select id from reminder t where ${isOf(customers)} and t.state in ('pendingApproval', 'ready', 'sending', 'uncertain')`,
  ]) {
    await db.run(sql`${inUse} order by id for update nowait`)
  }
  return new Map(rows.map(({ id, row }) => [id, row]))
}

/** As `lockRows`, only to look. */
export const rowsOf = async (db: Db, customers: readonly number[]): Promise<Map<number, CustomerRow>> => {
  const rows = await db.rows<{ id: number; row: CustomerRow }>(sql`
    select c.id, ${written} as row from customer c
    where c.organization_id = current_organization() and c.id = any(${customers})`)
  return new Map(rows.map(({ id, row }) => [id, row]))
}

/** Without what the database computes. */
const written: Sql = sql`to_jsonb(c) - '{plain_name, plain_trade_name}'::text[]`

const columnOf = (field: string): string => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
const fieldOf = (column: string): string => column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())

export const cardOf = (row: CustomerRow): MergedCard =>
  Object.fromEntries(Object.entries(row).map(([column, value]) => [fieldOf(column), value])) as unknown as MergedCard

/** What a merge changes in the row of the one kept: each column with what stood there and what it becomes. */
export type RowChanges = Readonly<Record<string, { readonly from: unknown; readonly to: unknown }>>

export const rowChanges = (before: MergedCard, after: MergedCard): RowChanges =>
  Object.fromEntries(
    (Object.keys(after) as (keyof MergedCard)[])
      .filter((field) => (before[field] ?? null) !== (after[field] ?? null))
      .map((field) => [columnOf(field), { from: before[field] ?? null, to: after[field] ?? null }]),
  )

export async function writeRow(db: Db, customer: number, values: CustomerRow): Promise<void> {
  if (Object.keys(values).length === 0) return
  const columns = sql.join(
    Object.keys(values).map((column) => sql.identifier(column)),
    sql`, `,
  )
  await db.run(sql`
    update customer c set (${columns}) = (
      select ${columns} from jsonb_populate_record(null::customer, ${sql.json(values)}::jsonb) as g)
    where c.organization_id = current_organization() and c.id = ${customer}`)
}

export const removeRow = (db: Db, customer: number): Promise<number> =>
  db.run(sql`delete from customer where organization_id = current_organization() and id = ${customer}`)

/** The customer is there again, under its own number. */
export const putRowBack = async (db: Db, row: CustomerRow): Promise<number> =>
  insert(db, 'customer', await columnsOf(db, 'customer'), [row])

/** Who belongs to whom, and by which scenario each is chased. */
export async function tiesOf(db: Db, pair: { readonly kept: number; readonly other: number }, today: CalendarDate) {
  const ties = await db.one<Omit<Ties, 'today' | 'scenario'>>(sql`
    select ${isAbove(pair.other, pair.kept)} as "isBelowOther", ${isAbove(pair.kept, pair.other)} as "otherIsBelow"`)
  const chased = await db.rows<{ customer: number; id: number | null; firstStepDays: number | null }>(sql`
    select c.id as customer, s.id, (
      select min(t.delay_days) from scenario_step t
      where t.organization_id = s.organization_id and t.scenario_id = s.id and t.version = s.version and t.is_active
        and t.delay_days >= 0) as "firstStepDays"
    from customer c
    left join default_scenario d on d.organization_id = c.organization_id and d.category = c.category
    left join scenario s on s.organization_id = c.organization_id and s.id = coalesce(c.scenario_id, d.scenario_id)
    where c.organization_id = current_organization() and c.id in (${pair.kept}, ${pair.other})`)
  const of = (id: number) => {
    const found = chased.find(({ customer }) => customer === id)
    return { id: found?.id ?? null, firstStepDays: found?.firstStepDays ?? null }
  }
  return { ...ties, today, scenario: { kept: of(pair.kept), other: of(pair.other) } }
}

const isAbove = (ancestor: number, customer: number): Sql => sql`exists (
  with recursive line (id, parent_id) as (
    select id, parent_id from customer where organization_id = current_organization() and id = ${customer}
    union
    select c.id, c.parent_id from customer c join line l on c.id = l.parent_id
    where c.organization_id = current_organization())
  select from line where parent_id = ${ancestor})`

export const childrenOf = async (db: Db, customers: readonly number[]): Promise<number[]> => {
  const rows = await db.rows<{ id: number }>(sql`
    select id from customer where organization_id = current_organization() and parent_id = any(${customers})`)
  return rows.map(({ id }) => id)
}

export const namesOf = (db: Db, ids: readonly (number | null)[]) =>
  db.rows<{ id: number; name: string }>(sql`
    select id, name from person where organization_id = current_organization() and id = any(${ids.filter((id) => id !== null)})`)

/** What a customer owes and has in hand, one line a currency. */
export const sumsOf = (db: Db, customer: number) =>
  db.rows<{ currency: string; outstanding: number; late: number; inHand: number }>(sql`
    select currency, sum(not_due + late)::bigint as outstanding, sum(late)::bigint as late,
      sum(unallocated - credit_notes)::bigint as "inHand"
    from customer_balance
    where organization_id = current_organization() and customer_id = ${customer}
    group by currency order by currency`)
