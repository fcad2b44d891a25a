import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import type { Db } from '../platform/database/db.ts'
import { type Sql, sql } from '../platform/database/sql.ts'
import { type Few, usually } from './few-or-many.ts'
import { comesNext, type ItemFilter, itemsOfView, type NextStepKind, ownConditions } from './list-filter.ts'
import { type Searched, searchItems } from './search-items.ts'
import { maybeStopped, unplannedItems } from './set-items.ts'

/**
 * A filter as conditions on `open_item o`, and how to read it. Where `few` is there it holds a handful of items or
 * customers found by their own keys: all of them are read, then sorted. Where it is not, the list is read in its order
 * until the page is full. The planner is not left to choose: it does not know how the order and a filter hang together,
 * and what is right for a collector of twenty customers is a second lost for one of twenty thousand.
 */
export interface Narrowed {
  readonly few: Sql | null
  /** What stands on the due line itself. */
  readonly own: readonly Sql[]
  /** What has to be looked up for it. */
  readonly each: readonly Sql[]
  readonly searched: Searched | null
}

/** All of it at once. */
export const conditionsOf = ({ few, own, each }: Narrowed): Sql =>
  sql.join([...own, ...each, ...(few ? [few] : [])], sql` and `)

/** The same condition twice: to find the items by, where they are few, and to ask of one item after the other. */
interface Way {
  readonly few: Sql | null
  readonly each: Sql
}

export async function narrow(db: Db, filter: ItemFilter, today: CalendarDate, few: Few = usually): Promise<Narrowed> {
  const typed = filter.q?.trim()
  const searched = typed ? await searchItems(db, typed, few) : null
  const ways = await waysOf(db, filter, { searched, today, few })
  const driver = ways.find(({ few }) => few !== null)
  const others = ways.filter((way) => way !== driver).map(({ each }) => each)
  return { few: driver?.few ?? null, own: ownConditions(filter, today), each: others, searched }
}

/** The narrowest first. */
async function waysOf(
  db: Db,
  { view, customer, owner, step, currency }: ItemFilter,
  { searched, today, few }: { searched: Searched | null; today: CalendarDate; few: Few },
): Promise<Way[]> {
  const ofView = itemsOfView(view, today)
  return [
    ...(customer === undefined ? [] : [{ few: sql`true`, each: sql`true` }]),
    ...(ofView ? [byId(ofView)] : []),
    ...(searched ? [{ few: searched.few && among(sql`o.id`, searched.few), each: searched.each }] : []),
    ...(db.scope.rights === 'portfolio' ? [await byPortfolio(db, few)] : []),
    ...(owner === undefined ? [] : [await byCollector(db, owner, few)]),
    ...(step === undefined ? [] : [await byStep(db, step, today, few)]),
    ...(currency === undefined ? [] : [await byCurrency(db, currency, few)]),
  ]
}

/** An array is asked for once, and looked up in an index: nothing for sets of more than some thousands. */
const among = (column: Sql, few: Sql): Sql => sql`${column} = any(array(${few}))`

const byId = (items: Sql): Way => ({ few: among(sql`o.id`, items), each: sql`o.id in (${items})` })

async function byCollector(db: Db, collector: number, few: Few): Promise<Way> {
  const followed = sql`
    select c.id from customer c where c.organization_id = current_organization() and c.collector_id = ${collector}`
  const each = sql`(
    select c.collector_id from customer c
    where c.organization_id = current_organization() and c.id = o.customer_id) = ${collector}`
  return { few: (await areFew(db, followed, few.customers)) ? among(sql`o.customer_id`, followed) : null, each }
}

/** The database keeps the other portfolios back, whatever is asked: this only says how to read one that is small. */
async function byPortfolio(db: Db, few: Few): Promise<Way> {
  const own = sql`select own from own_customers() own`
  return { few: (await areFew(db, own, few.customers)) ? among(sql`o.customer_id`, own) : null, each: sql`true` }
}

/** A currency is asked of the due line; where few customers pay in it, their balances tell whose lines to look at. */
async function byCurrency(db: Db, currency: string, few: Few): Promise<Way> {
  const paying = sql`
    select b.customer_id from customer_balance b
    where b.organization_id = (select current_organization()) and b.currency = ${currency}`
  return { few: (await areFew(db, paying, few.customers)) ? among(sql`o.customer_id`, paying) : null, each: sql`true` }
}

async function byStep(db: Db, step: NextStepKind, today: CalendarDate, few: Few): Promise<Way> {
  if (step === 'none') return byId(unplannedItems(today))
  const each = comesNext(step, today)
  const customers = sql`
    select d.customer_id from current_decision d
    where d.organization_id = current_organization() and d.leads_to = ${step}`
  if (!(await areFew(db, customers, few.customers))) return { few: null, each }
  if (step !== 'hold') return { few: sql`${among(sql`o.customer_id`, customers)} and ${each}`, each }
  // Held back are also single items of customers who are written to.
  const held = sql`
    select f.id from open_item f
    where f.organization_id = current_organization() and f.amount_due > 0 and f.customer_id = any(array(${customers}))
    union ${maybeStopped(today)}`
  return { few: (await areFew(db, held, few.items)) ? sql`${among(sql`o.id`, held)} and ${each}` : null, each }
}

/** Read no further than it takes to know. */
const areFew = async (db: Db, rows: Sql, most: number): Promise<boolean> =>
  (
    await db.one<{ found: number }>(
      sql.plannedAnew(sql`select count(*) as found from (select from (${rows}) r limit ${most + 1}) f`),
    )
  ).found <= most
