import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import type { Db } from '../../platform/database/db.ts'
import { sql } from '../../platform/database/sql.ts'

/** Codes of customers, those merged into another one included. */
export const customersByCode = async (db: Db, codes: readonly string[]): Promise<ReadonlyMap<string, number>> => {
  const rows = await db.rows<{ code: string; id: number }>(sql`
    select code, kept_id as id from customer_alias where organization_id = current_organization() and code = any(${codes})
    union all
    select code, id from customer where organization_id = current_organization() and code = any(${codes})`)
  return new Map(rows.map(({ code, id }) => [code, id]))
}

export interface NumberedItem {
  readonly number: string
  readonly id: number
  readonly customer: number
  readonly dueDate: CalendarDate
  readonly amount: number
  readonly due: number
}

/** The due lines of invoices by their numbers, oldest first. */
export const itemsByNumber = (db: Db, numbers: readonly string[]): Promise<NumberedItem[]> =>
  db.rows(sql`
    select i.number, o.id, o.customer_id as customer, o.due_date as "dueDate", o.amount, o.amount_due as due
    from invoice i
    join open_item o on o.organization_id = i.organization_id and o.invoice_id = i.id
    where i.organization_id = current_organization() and i.number = any(${numbers})
    order by o.due_date, o.id`)

export interface NamedLine {
  readonly id: number
  readonly reference: string | null
  readonly bookedOn: CalendarDate
  readonly amount: number
  readonly state: string
}

/** Lines by the bank's own references, or by ours (#12) where the bank gave none. */
export const linesNamed = (db: Db, names: readonly string[]): Promise<NamedLine[]> =>
  db.rows(sql`
    select id, bank_reference as reference, booked_on as "bookedOn", amount, state from bank_line
    where organization_id = current_organization() and (bank_reference = any(${names})
      or id = any(${names.flatMap((name) => (/^#\d{1,15}$/.test(name) ? [Number(name.slice(1))] : []))}))
    order by id`)

export interface NewLearnt {
  readonly key: string
  readonly bookedOn: string
  readonly line: unknown
  readonly truth: unknown
}

/** A line told a second time is told anew. */
export const keepLearnt = (db: Db, lines: readonly NewLearnt[]): Promise<number> =>
  db.run(sql`
    insert into learnt_line (organization_id, line_key, booked_on, line, truth)
    select distinct on (g.key) current_organization(), g.key, g.booked_on, g.line, g.truth
    from unnest(${lines.map(({ key }) => key)}::text[], ${lines.map(({ bookedOn }) => bookedOn)}::date[],
      ${lines.map(({ line }) => sql.json(line))}::jsonb[], ${lines.map(({ truth }) => sql.json(truth))}::jsonb[])
      as g(key, booked_on, line, truth)
    on conflict (organization_id, line_key) do update
      set booked_on = excluded.booked_on, line = excluded.line, truth = excluded.truth`)

/** How the files of this organisation call each reason of a difference. */
export const wordsForReasons = async (db: Db): Promise<ReadonlyMap<string, string>> => {
  const rows = await db.rows<{ reason: string; said: string }>(sql`
    select distinct on (1) truth -> 'difference' ->> 'reason' as reason, truth -> 'difference' ->> 'said' as said
    from learnt_line
    where organization_id = current_organization() and coalesce(truth -> 'difference' ->> 'said', '') <> ''
    order by 1, id desc`)
  return new Map(rows.map(({ reason, said }) => [reason, said]))
}
