import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import type { Money } from '@quittance/core/money/money.ts'
import { parseAmount } from '@quittance/core/money/parse-amount.ts'
import type { Db } from '../platform/database/db.ts'
import { type Sql, sql } from '../platform/database/sql.ts'

export interface Asked {
  /** As typed: part of a name, code, SIREN or invoice number, or an exact amount. */
  readonly text: string
  readonly limit: number
  readonly today: CalendarDate
}

export interface FoundCustomer {
  readonly id: number
  readonly name: string
  readonly code: string
  readonly late: Money[]
  readonly daysLate: number
}

export interface FoundInvoice {
  readonly id: number
  readonly number: string
  readonly customerName: string
  readonly amountDue: Money
  readonly daysLate: number
}

/** Nothing for less than two signs: that would be everything. */
export async function search(db: Db, asked: Asked): Promise<{ customers: FoundCustomer[]; invoices: FoundInvoice[] }> {
  if (asked.text.trim().length < 2) return { customers: [], invoices: [] }
  return { customers: await customersLike(db, asked), invoices: await invoicesLike(db, asked) }
}

/** All of it stands in the index of names: name, code and SIREN. */
const customersLike = (db: Db, { text, limit, today }: Asked): Promise<FoundCustomer[]> =>
  db.rows(sql`
    with hit as (
      select id, plain_name, plain_name like (select plain_text(${`${escaped(text.trim())}%`})) as starts
      from customer
      where organization_id = (select current_organization())
        and (plain_name like (select plain_text(${`%${escaped(text.trim())}%`}))
          or lower(code collate "C") like ${`${escaped(text.trim().toLowerCase())}%`}
          or siren = ${text.replace(/\s/g, '')}
          or id in (select kept_id from customer_alias
            where organization_id = (select current_organization())
              and (plain_name like (select plain_text(${`%${escaped(text.trim())}%`}))
                or lower(code collate "C") like ${`${escaped(text.trim().toLowerCase())}%`}
                or siren = ${text.replace(/\s/g, '')})
            union
            select id from customer
            where organization_id = (select current_organization()) and trade_name is not null
              and plain_trade_name like (select plain_text(${`%${escaped(text.trim())}%`}))))
      order by starts desc, plain_name, id
      limit ${limit}
    )
    select h.id, c.name, c.code, coalesce(l.late, '[]') as late, coalesce(l.days, 0) as "daysLate"
    from hit h
    join customer c on c.organization_id = current_organization() and c.id = h.id
    left join lateral (
      select json_agg(json_build_object('amount', s.amount, 'currency', s.currency) order by s.currency) as late,
             max(s.days) as days
      from (select i.currency, sum(i.amount_due)::bigint as amount, ${today}::date - min(i.due_date) as days
            from open_item i
            where i.organization_id = current_organization() and i.customer_id = h.id and i.amount_due > 0
              and i.written_off_on is null and i.due_date < ${today}
            group by i.currency) s
    ) l on true
    order by h.starts desc, h.plain_name, h.id`)

const invoicesLike = async (db: Db, { text, limit, today }: Asked): Promise<FoundInvoice[]> => {
  const typed = text.trim()
  const ids = [...(await invoicesOfAmount(db, typed)), ...(await invoicesNumbered(db, typed))]
  return db.rows(sql`
    with hit as (
      select v.id, v.number, v.customer_id, v.currency, v.issue_date
      from invoice v
      where v.organization_id = current_organization() and v.id = any(${ids})
      order by v.issue_date desc, v.id desc
      limit ${limit}
    )
    select h.id, h.number, c.name as "customerName",
           json_build_object('amount', coalesce(l.amount, 0), 'currency', h.currency) as "amountDue",
           coalesce(${today}::date - l.since, 0) as "daysLate"
    from hit h
    join customer c on c.organization_id = current_organization() and c.id = h.customer_id
    left join lateral (
      select sum(i.amount_due)::bigint as amount,
             min(i.due_date) filter (where i.amount_due > 0 and i.written_off_on is null and i.due_date < ${today}) as since
      from open_item i
      where i.organization_id = current_organization() and i.invoice_id = h.id
    ) l on true
    order by h.issue_date desc, h.id desc`)
}

/** Of more invoices than that the latest written down are looked at. */
const enough = 500

/** What was typed read as an amount: the whole invoice, or what is left of one of its due lines. */
async function invoicesOfAmount(db: Db, typed: string): Promise<number[]> {
  const read = parseAmount(typed, { decimal: ',', digits: 2 })
  if (!read.ok || read.amount === 0) return []
  const rows = await db.rows<{ id: number }>(sql`
    (select id from invoice
      where organization_id = current_organization() and total_amount = ${read.amount} order by id desc limit ${enough})
    union all
    (select id from invoice
      where organization_id = current_organization() and total_amount = ${-read.amount} order by id desc limit ${enough})
    union all
    (select invoice_id from open_item
      where organization_id = current_organization() and amount_due > 0 and amount_due = ${Math.abs(read.amount)}
      order by id desc limit ${enough})
    union all
    (select invoice_id from open_item
      where organization_id = current_organization() and amount_due <= 0 and amount_due = ${-Math.abs(read.amount)}
      order by id desc limit ${enough})`)
  return rows.map(({ id }) => id)
}

/** Two signs are a whole number or none; what one number in fifty has is looked for among the latest. */
async function invoicesNumbered(db: Db, typed: string): Promise<number[]> {
  if (typed.length < 3) return idsOf(db, withNumber(typed))
  const { common } = await db.one<{ common: boolean }>(sql`select is_common_in_numbers(${typed}) as common`)
  return idsOf(db, common ? amongLatest(typed) : sql`select invoices_numbered(${typed}, ${enough}) as id`)
}

const idsOf = async (db: Db, rows: Sql): Promise<number[]> => (await db.rows<{ id: number }>(rows)).map(({ id }) => id)

const withNumber = (number: string): Sql => sql`
  select invoice_id as id from open_item
  where organization_id = current_organization() and number = ${number} and amount_due > 0
  union
  select invoice_id from open_item
  where organization_id = current_organization() and number = ${number} and amount_due <= 0`

const amongLatest = (typed: string): Sql => sql`
  select id from (
    select id, number from invoice where organization_id = current_organization() order by id desc limit ${4 * enough}) latest
  where position((select plain_text(${typed})) in plain_text(number)) > 0
  limit ${enough}`

const escaped = (text: string): string => text.replace(/[\\%_]/g, (sign) => `\\${sign}`)
