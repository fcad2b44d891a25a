import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { planFacts } from '../customers/plan-facts.ts'
import type { Db } from '../platform/database/db.ts'
import { type Sql, sql } from '../platform/database/sql.ts'

interface About {
  readonly customer: number
  readonly invoice: number | null
}

interface CustomerRef {
  readonly id: number
  readonly name: string
}

interface InvoiceRef {
  readonly id: number
  readonly number: string
}

export interface PendingPromise {
  readonly id: number
  readonly promisedFor: CalendarDate
  readonly keptUntil: CalendarDate
  readonly amount: number
  readonly received: number
  readonly currency: string
  readonly note: string | null
  readonly items: readonly {
    readonly id: number
    readonly invoiceNumber: string
    readonly amount: number | null
    readonly amountDue: number
  }[]
  readonly invoices: InvoiceRef[]
  readonly customer: CustomerRef
  readonly isKept: boolean
}

/** Promises with a day to come about something left to pay, the soonest first. */
export const pendingPromises = (db: Db, about: About, today: CalendarDate): Promise<PendingPromise[]> =>
  db.rows<PendingPromise>(sql`
    select p.id, p.promised_for as "promisedFor", p.kept_until as "keptUntil", p.amount, p.received, p.currency, p.note,
      p.received >= p.enough as "isKept", ${givenBy} as customer,
      (select json_agg(json_build_object('id', i.id, 'invoiceNumber', i.number, 'amount', l.amount, 'amountDue', i.amount_due) order by i.due_date, i.id)
        from promise_item l join open_item i on i.organization_id = l.organization_id and i.id = l.open_item_id
        where l.organization_id = p.organization_id and l.promise_id = p.id) as items,
      ${invoicesIn(sql`promise_item`, sql`l.promise_id = p.id`)} as invoices
    from promise p
    where p.organization_id = current_organization() and p.withdrawn_on is null and p.kept_until >= ${today}
      and ${isAbout(sql`promise_item`, sql`l.promise_id = p.id`, about)}
    order by p.promised_for, p.id`)

export interface RunningPlan {
  readonly id: number
  readonly agreedOn: CalendarDate
  readonly note: string | null
  readonly currency: string
  readonly paid: number
  /** What of its items is contested and left to pay. */
  readonly contested: number
  readonly graceDays: number
  readonly items: number[]
  readonly customer: CustomerRef
  readonly confirmedOn: CalendarDate | null
  readonly instalments: readonly { readonly dueOn: CalendarDate; readonly amount: number }[]
  readonly invoices: InvoiceRef[]
}

/** Plans nobody ended with something left to pay, with what came since they were agreed. */
export const runningPlans = (db: Db, about: About): Promise<RunningPlan[]> =>
  plansWhere(db, isAbout(sql`payment_plan_item`, sql`l.payment_plan_id = p.id`, about))

/** The same, about one of these items. */
export const plansAbout = (db: Db, items: readonly number[]): Promise<RunningPlan[]> =>
  plansWhere(
    db,
    sql`exists (
      select from payment_plan_item l join open_item i on i.organization_id = l.organization_id and i.id = l.open_item_id
      where l.organization_id = p.organization_id and l.payment_plan_id = p.id and l.open_item_id = any(${items}) and i.amount_due > 0)`,
  )

/** This one, unless it ended; none otherwise. */
export const plansById = (db: Db, plan: number): Promise<RunningPlan[]> => plansWhere(db, sql`p.id = ${plan}`)

const plansWhere = (db: Db, which: Sql): Promise<RunningPlan[]> =>
  db.rows<RunningPlan>(sql`
    select p.id, p.agreed_on as "agreedOn", p.note, p.confirmed_on as "confirmedOn",
      ${invoicesIn(sql`payment_plan_item`, sql`l.payment_plan_id = p.id`)} as invoices,
      (select min(n.currency) from payment_plan_instalment n
        where n.organization_id = p.organization_id and n.payment_plan_id = p.id) as currency,
      ${planFacts(sql`p.id`, sql`p.grace_days`)}, ${givenBy} as customer,
      array(select l.open_item_id from payment_plan_item l
        where l.organization_id = p.organization_id and l.payment_plan_id = p.id order by l.open_item_id) as items
    from payment_plan p
    where p.organization_id = current_organization() and p.ended_on is null and ${which}
    order by p.agreed_on, p.id`)

const givenBy = sql`(
  select json_build_object('id', c.id, 'name', c.name) from customer c
  where c.organization_id = p.organization_id and c.id = p.customer_id)`

const invoicesIn = (table: Sql, ofThis: Sql): Sql => sql`(
  select coalesce(json_agg(distinct jsonb_build_object('id', v.id, 'number', v.number)), '[]')
  from ${table} l
  join open_item i on i.organization_id = l.organization_id and i.id = l.open_item_id
  join invoice v on v.organization_id = i.organization_id and v.id = i.invoice_id
  where l.organization_id = p.organization_id and ${ofThis})`

/** Given by this customer or about one of its invoices, with something left to pay. */
const isAbout = (table: Sql, ofThis: Sql, { customer, invoice }: About): Sql => sql`exists (
  select from ${table} l
  join open_item i on i.organization_id = l.organization_id and i.id = l.open_item_id
  where l.organization_id = p.organization_id and ${ofThis} and i.amount_due > 0
    and (p.customer_id = ${customer} or i.customer_id = ${customer})
    and (${invoice}::bigint is null or i.invoice_id = ${invoice}))`

/** The tolerance in the smallest unit of `currency`, the one the organisation counts in. */
export const standingRules = (db: Db) =>
  db.one<{
    tolerance: number
    currency: string
    alsaceMoselle: boolean
    promiseGraceDays: number
    instalmentGraceDays: number
  }>(sql`
    select promise_grace_days as "promiseGraceDays", instalment_grace_days as "instalmentGraceDays",
      tolerance_amount as tolerance, base_currency as currency, alsace_moselle as "alsaceMoselle"
    from organization where organization_id = current_organization()`)
