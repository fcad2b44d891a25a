import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import type { Db } from '../platform/database/db.ts'
import { sql } from '../platform/database/sql.ts'

export interface NewExchange {
  readonly customer: number
  readonly kind: 'email' | 'sms' | 'call' | 'letter' | 'note' | 'answer'
  readonly happenedOn: CalendarDate
  readonly summary: string
  /** Starts the minimum delay between two contacts. */
  readonly countsAsContact: boolean
  readonly outcome?: 'promises' | 'notReached' | 'saysPaid' | 'disputes' | 'wrongContact' | 'wantsCopy' | 'other' | null
  readonly invoice?: number | null
  readonly contact?: number | null
  readonly task?: number | null
  readonly reminder?: number | null
}

/** Something said or written, by the person of the scope. */
export const addExchange = (db: Db, exchange: NewExchange): Promise<{ id: number }> =>
  db.one(sql`
    insert into exchange (organization_id, customer_id, invoice_id, contact_id, kind, happened_on, person_id, outcome, summary, counts_as_contact, task_id, reminder_id)
    values (current_organization(), ${exchange.customer}, ${exchange.invoice ?? null}, ${exchange.contact ?? null}, ${exchange.kind},
      ${exchange.happenedOn}, current_person(), ${exchange.outcome ?? null}, ${exchange.summary}, ${exchange.countsAsContact}, ${exchange.task ?? null},
      ${exchange.reminder ?? null})
    returning id`)

/** Is what an exchange speaks of this customer's? null speaks of nothing. */
export const isOfCustomer = async (
  db: Db,
  customer: number,
  about: { readonly invoice: number | null; readonly contact: number | null },
): Promise<boolean> =>
  (
    await db.one<{ is: boolean }>(sql`
    select (${about.invoice}::bigint is null or exists (
        select from invoice
        where organization_id = current_organization() and id = ${about.invoice} and customer_id = ${customer}))
      and (${about.contact}::bigint is null or exists (
        select from contact
        where organization_id = current_organization() and id = ${about.contact} and customer_id = ${customer})) as is`)
  ).is

/** The last exchanges with a customer, latest first. */
export const lastExchanges = (db: Db, customer: number, limit: number) =>
  db.rows<{
    id: number
    on: CalendarDate
    at: string
    kind: NewExchange['kind']
    summary: string
    outcome: string | null
    person: string | null
    reminderId: number | null
  }>(sql`
    select e.id, e.happened_on as on, e.written_at as at, e.kind, e.summary, e.outcome, p.name as person, e.reminder_id as "reminderId"
    from exchange e
    left join person p on p.organization_id = e.organization_id and p.id = e.person_id
    where e.organization_id = current_organization() and e.customer_id = ${customer}
    order by e.happened_on desc, e.id desc limit ${limit}`)

/** The message never arrived: the history says so, and it starts the wait between two contacts only where asked. */
export const noteUndelivered = (
  db: Db,
  reminder: number,
  { on, countsAsContact }: { on: CalendarDate; countsAsContact: boolean },
): Promise<number> =>
  db.run(sql`
    update exchange set undelivered_on = ${on}, counts_as_contact = ${countsAsContact}
    where organization_id = current_organization() and reminder_id = ${reminder} and kind = 'email'`)

/** What was written of a message that turned out to be another customer's. */
export const removeExchange = (db: Db, id: number): Promise<number> =>
  db.run(sql`delete from exchange where organization_id = current_organization() and id = ${id}`)

/** What a task's outcome had written, when the outcome is taken back. */
export const removeExchangesOfTask = (db: Db, task: number): Promise<number> =>
  db.run(sql`delete from exchange where organization_id = current_organization() and task_id = ${task}`)
