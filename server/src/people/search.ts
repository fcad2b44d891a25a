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

const customersLike = (db: Db, { text, limit, today }: Asked): Promise<FoundCustomer[]> =>
  db.rows(sql`
    with hit as (
      select id, name, code, ${plainSql(sql`name`)} like ${`${likeText(text)}%`} as starts
      from customer
      where organization_id = ${own}
        and (${looksLike(sql`name`, `%${likeText(text)}%`)} or ${looksLike(sql`code`, `${likeText(text)}%`)}
             or siren = ${text.replace(/\s/g, '')})
      order by starts desc, name collate "C", id
      limit ${limit}
    )
    select h.id, h.name, h.code, coalesce(l.late, '[]') as late, coalesce(l.days, 0) as "daysLate"
    from hit h
    left join lateral (
      select json_agg(json_build_object('amount', s.amount, 'currency', s.currency) order by s.currency) as late,
             max(s.days) as days
      from (select i.currency, sum(i.amount_due)::bigint as amount, ${today}::date - min(i.due_date) as days
            from open_item i
            where i.organization_id = current_organization() and i.customer_id = h.id and i.amount_due > 0
              and i.due_date < ${today}
            group by i.currency) s
    ) l on true
    order by h.starts desc, h.name collate "C", h.id`)

const invoicesLike = (db: Db, { text, limit, today }: Asked): Promise<FoundInvoice[]> =>
  db.rows(sql`
    with hit as (
      select v.id, v.number, v.customer_id, v.currency, v.issue_date
      from invoice v
      where v.organization_id = ${own}
        and (v.number collate "C" like ${numberLike(text.trim())} or v.number collate "C" like ${numberLike(text.trim().toUpperCase())}
             ${orAmount(text)})
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
             min(i.due_date) filter (where i.amount_due > 0 and i.due_date < ${today}) as since
      from open_item i
      where i.organization_id = current_organization() and i.invoice_id = h.id
    ) l on true
    order by h.issue_date desc, h.id desc`)

/** What was typed read as an amount: the whole invoice, or what is left of one of its due lines. */
function orAmount(text: string): Sql {
  const read = parseAmount(text, { decimal: ',', digits: 2 })
  if (!read.ok || read.amount === 0) return sql.empty
  return sql`
    or v.total_amount in (${read.amount}, ${-read.amount})
    or v.id in (select i.invoice_id from open_item i
                where i.organization_id = ${own} and i.amount_due in (${read.amount}, ${-read.amount}))`
}

/** Asked once a statement: these statements read whole tables, and a bare call would be made for every row. */
const own = sql`(select current_organization())`

const accents = 'àâäçéèêëîïôöùûüÿÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŸ'
const letters = 'aaaceeeeiioouuuyaaaceeeeiioouuuy'

/** Small letters without accents, on both sides of the comparison; "C" is many times quicker than a language's rules. */
const plainSql = (column: Sql): Sql => sql`lower(translate(${column}, ${accents}, ${letters}) collate "C")`

/** Without looking at the letters that may carry an accent first: taking accents off every name costs ten times more. */
const looksLike = (column: Sql, pattern: string): Sql => sql`
  (lower(${column} collate "C") like ${pattern.replace(/[aceiouy]/g, '_')} and ${plainSql(column)} like ${pattern})`

const likeText = (text: string): string =>
  escaped(
    text
      .trim()
      .toLowerCase()
      .normalize('NFD')
      .replace(/\p{Diacritic}/gu, ''),
  )

const numberLike = (text: string): string => `%${escaped(text)}%`

const escaped = (text: string): string => text.replace(/[\\%_]/g, (sign) => `\\${sign}`)
