import type { Db } from '../platform/database/db.ts'
import { type Sql, sql } from '../platform/database/sql.ts'
import { readCursor } from '../platform/http/cursor.ts'

export interface PaymentFilter {
  readonly view: 'all' | 'unallocated' | 'reversed'
  readonly customer?: number | undefined
  /** Customer, reference, invoice number. */
  readonly q?: string | undefined
}

export interface PaymentsAsked extends PaymentFilter {
  readonly cursor?: string | undefined
  readonly limit: number
}

/** A filter as conditions on `payment p`. `few`: by their own keys, to be read whole; else the list is read day by day. */
export interface NarrowedPayments {
  readonly few: Sql | null
  readonly own: readonly Sql[]
  readonly each: readonly Sql[]
  readonly isSearch: boolean
}

/** More payments than that are many. */
export const fewPayments = 5000

/** More customers of one name than that are many. */
const fewCustomers = 500

export async function narrowPayments(
  db: Db,
  { view, customer, q }: PaymentFilter,
  most: number = fewPayments,
): Promise<NarrowedPayments> {
  const typed = q?.trim()
  const searched = typed ? await searchPayments(db, typed, most) : null
  return {
    few: searched?.few ?? (customer === undefined ? null : sql`p.customer_id = ${customer}`),
    own: [
      sql`p.organization_id = current_organization()`,
      ...(view === 'unallocated' ? [sql`p.unallocated > 0`] : []),
      ...(customer === undefined ? [] : [sql`p.customer_id = ${customer}`]),
    ],
    each: [...(view === 'reversed' ? [isReversed] : []), ...(searched?.few === null ? [searched.each] : [])],
    isSearch: searched !== null,
  }
}

/** As a value: the planner would make a join of "exists", and read everything. */
const isReversed = sql`(
  select true from payment_reversal r where r.organization_id = p.organization_id and r.payment_id = p.id)`

export const conditionsOf = ({ few, own, each }: NarrowedPayments): Sql =>
  sql.join([...own, ...each, ...(few ? [few] : [])], sql` and `)

/** The payments of a page, one more than asked, in no order. */
export function pageOf(
  asked: PaymentsAsked,
  { narrowed, totals, most = fewPayments }: { narrowed: NarrowedPayments; totals: { count: number }; most?: number },
): Sql {
  const { own, each } = narrowed
  const position = readCursor(asked.cursor, 'date')
  const after = position ? sql`(p.received_on, p.id) < (${position.key}::date, ${position.id}::bigint)` : sql`true`
  const latest = sql`order by p.received_on desc, p.id desc`
  if (narrowed.few) {
    return sql`
      select * from payment p
      where p.organization_id = current_organization() and p.id in (
        select id from (select p.id, p.received_on from payment p where ${conditionsOf(narrowed)} offset 0) p
        where ${after} ${latest} limit ${asked.limit + 1})`
  }
  if (asked.view === 'reversed' && totals.count <= most) {
    return sql`
      select * from payment p
      where ${conditionsOf(narrowed)} and ${after} and p.id = any(array(
        select r.payment_id from payment_reversal r where r.organization_id = current_organization()))
      ${latest} limit ${asked.limit + 1}`
  }
  return sql`
    select * from (select p.* from payment p where ${sql.join([...own, after], sql` and `)} ${latest} offset 0) p
    where ${each.length > 0 ? sql.join(each, sql` and `) : sql`true`}
    ${latest} limit ${asked.limit + 1}`
}

/** Payments of customers of that name, with that in their reference, or that pay an invoice with that in its number. */
async function searchPayments(db: Db, typed: string, most: number): Promise<{ few: Sql | null; each: Sql }> {
  const like = `%${typed.replace(/[\\%_]/g, '\\$&')}%`
  const inNames = sql`
    select c.id from customer c
    where c.organization_id = (select current_organization()) and c.plain_name like (select plain_text(${like}))`
  const customers = await idsOf(db, sql`${inNames} limit ${Math.min(most, fewCustomers) + 1}`)
  const isShort = typed.length < 3
  const referenced = isShort ? [] : await unlessCommon(db, typed, { in: 'references', most })
  const numbered = isShort ? [] : await unlessCommon(db, typed, { in: 'numbers', most })
  const areFew = customers.length <= Math.min(most, fewCustomers)
  const paying = numbered && (await idsOf(db, paymentsOf(numbered)))
  const others = referenced && paying && [...referenced, ...paying]
  return {
    few:
      areFew && others
        ? sql`p.id = any(array(
          select f.id from payment f where f.organization_id = current_organization() and f.customer_id = any(${customers})
          union
          select f.id from payment f where f.organization_id = current_organization() and f.id = any(${others})))`
        : null,
    each: others
      ? sql`(p.customer_id in (${inNames}) or p.id = any(${others}))`
      : sql`(p.customer_id in (${inNames}) or plain_text(p.reference) like (select plain_text(${like})) or (
        select true from allocation a
        join open_item o on o.organization_id = a.organization_id and o.id = a.open_item_id
        where a.organization_id = p.organization_id and a.payment_id = p.id and plain_text(o.number) like (select plain_text(${like}))
        limit 1))`,
  }
}

const paymentsOf = (invoices: readonly number[]): Sql => sql`
  select distinct a.payment_id as id from open_item o
  join allocation a on a.organization_id = o.organization_id and a.open_item_id = o.id and a.payment_id is not null
  where o.organization_id = current_organization() and o.invoice_id = any(${invoices})`

/** null: they are many. */
async function unlessCommon(
  db: Db,
  typed: string,
  { in: place, most }: { in: 'references' | 'numbers'; most: number },
): Promise<number[] | null> {
  const asked = place === 'references' ? sql`is_common_in_references(${typed})` : sql`is_common_in_numbers(${typed})`
  if ((await db.one<{ common: boolean }>(sql`select ${asked} as common`)).common) return null
  const found =
    place === 'references'
      ? sql`payments_referenced(${typed}, ${most + 1})`
      : sql`invoices_numbered(${typed}, ${most + 1})`
  const ids = await idsOf(db, sql`select ${found} as id`)
  return ids.length > most ? null : ids
}

const idsOf = async (db: Db, rows: Sql): Promise<number[]> => (await db.rows<{ id: number }>(rows)).map(({ id }) => id)
