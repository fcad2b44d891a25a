import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import type { PlanFacts } from '@quittance/core/promises/plan-standing.ts'
import { planFacts } from '../../customers/plan-facts.ts'
import { takenBackOf } from '../../customers/promises-about.ts'
import type { Db } from '../../platform/database/db.ts'
import { type Sql, sql } from '../../platform/database/sql.ts'

export interface ItemRow {
  readonly id: number
  readonly customer: number
  readonly legalEntity: number
  readonly invoiceNumber: string
  readonly kind: 'invoice' | 'deposit' | 'interim' | 'creditNote'
  readonly currency: string
  readonly issueDate: CalendarDate
  readonly dueDate: CalendarDate
  readonly amountDue: number
  readonly automaticMeans: boolean
  readonly rejectedOn: CalendarDate | null
  readonly pausedOn: CalendarDate | null
  readonly pausedUntil: CalendarDate | null
  /** The source that stated it last; null when it was entered by hand. */
  readonly source: number | null
  readonly missingSince: CalendarDate | null
  /** The scenario somebody chose for its invoice. */
  readonly scenario: number | null
}

/**
 * Every due line of some customers with something left, credit notes included. One table a statement: in a database that
 * fills for the first time the planner takes every join for a join of a few rows, and a thousand invoices for a minute.
 */
export async function openItemsOf(db: Db, customers: readonly number[]): Promise<ItemRow[]> {
  const items = await dueLinesOf(db, customers)
  const ids = [...new Set(items.map((item) => item.invoice))]
  const invoices = new Map((await invoicesOf(db, ids)).map((row) => [row.id, row]))
  const chosen = new Map((await chosenFor(db, ids)).map((row) => [row.invoice, row.scenario]))
  const automatic = new Set((await payingAutomatically(db, customers)).map((row) => row.id))
  return items.flatMap(({ invoice, automaticMeans, ...item }) => {
    const said = invoices.get(invoice)
    if (!said) throw new Error(`Open item ${item.id} has no invoice.`)
    const { number, kind, source, missingSince } = said
    return [
      {
        ...item,
        invoiceNumber: number,
        kind,
        source,
        missingSince,
        scenario: chosen.get(invoice) ?? null,
        automaticMeans: automaticMeans || automatic.has(item.customer),
      },
    ]
  })
}

type DueLine = Omit<ItemRow, 'invoiceNumber' | 'kind' | 'missingSince' | 'source' | 'scenario'> & {
  readonly invoice: number
}

const dueLinesOf = (db: Db, customers: readonly number[]): Promise<DueLine[]> =>
  db.rows<DueLine>(sql`
    select id, customer_id as customer, legal_entity_id as "legalEntity", invoice_id as invoice, currency,
      issue_date as "issueDate", due_date as "dueDate", amount_due as "amountDue", automatic_means as "automaticMeans",
      rejected_on as "rejectedOn", paused_on as "pausedOn", paused_until as "pausedUntil"
    from open_item
    where organization_id = current_organization() and customer_id = any(${customers}) and amount_due <> 0 and written_off_on is null`)

const invoicesOf = (db: Db, ids: readonly number[]) =>
  db.rows<Pick<ItemRow, 'kind' | 'missingSince' | 'source'> & { id: number; number: string }>(sql`
    select id, number, kind, source_id as source, missing_since as "missingSince" from invoice
    where organization_id = current_organization() and id = any(${ids})`)

/** The scenarios somebody chose for single invoices. */
export const chosenFor = (db: Db, invoices: readonly number[]) =>
  db.rows<{ invoice: number; scenario: number }>(sql`
    select invoice_id as invoice, scenario_id as scenario from invoice_scenario
    where organization_id = current_organization() and invoice_id = any(${invoices})`)

const payingAutomatically = (db: Db, customers: readonly number[]) =>
  db.rows<{ id: number }>(sql`
    select id from customer
    where organization_id = current_organization() and id = any(${customers}) and automatic_means`)

/** The rungs climbed by the open items of some customers. */
export const stepsTakenBy = (db: Db, customers: readonly number[]) =>
  db.rows<{ item: number; key: string; delayDays: number; on: CalendarDate }>(sql`
    select s.open_item_id as item, s.step_key as key, s.delay_days as "delayDays", s.taken_on as on
    from open_item i
    join step_taken s on s.organization_id = i.organization_id and s.open_item_id = i.id
    where i.organization_id = current_organization() and i.customer_id = any(${customers}) and i.amount_due <> 0`)

/** The items of some customers under an open dispute, with the part contested; null: all of it. */
export const disputedItemsOf = (db: Db, customers: readonly number[]) =>
  db.rows<{ item: number; amount: number | null }>(sql`
    select di.open_item_id as item, case when bool_or(di.amount is null) then null else sum(di.amount)::bigint end as amount
    from dispute d
    join dispute_item di on di.organization_id = d.organization_id and di.dispute_id = d.id
    where d.organization_id = current_organization() and d.customer_id = any(${customers}) and d.resolved_on is null
    group by di.open_item_id`)

/** The items of some customers for which more time was granted: up to which day, the latest. */
export const delaysOf = (db: Db, customers: readonly number[]) =>
  db.rows<{ item: number; until: CalendarDate }>(sql`
    select i.id as item, max(e.until) as until
    from extra_delay e
    join open_item i on i.organization_id = e.organization_id and i.invoice_id = e.invoice_id and i.due_date < e.until
    where e.organization_id = current_organization() and e.customer_id = any(${customers}) and e.ended_on is null
    group by i.id`)

/** The customers and their parents, who may promise for them. */
const promising = (customers: readonly number[]): Sql => sql`(
  select id from customer where organization_id = current_organization() and id = any(${customers})
  union
  select parent_id from customer where organization_id = current_organization() and id = any(${customers}))`

/** The latest promise about each item, and whether what was promised came in its time; items of other customers may be among them. */
export const promisesOf = (db: Db, customers: readonly number[]) =>
  db.rows<{
    item: number
    promisedFor: CalendarDate
    keptUntil: CalendarDate
    isKept: boolean
    takenBackOn: CalendarDate | null
  }>(sql`
      select distinct on (pi.open_item_id) pi.open_item_id as item, p.promised_for as "promisedFor",
        p.kept_until as "keptUntil", p.received >= p.enough as "isKept",
        case when p.received < p.enough then ${takenBackOf(sql`p`)} end as "takenBackOn"
      from promise p
      join promise_item pi on pi.organization_id = p.organization_id and pi.promise_id = p.id
      where p.organization_id = current_organization() and p.customer_id in ${promising(customers)} and p.withdrawn_on is null
      order by pi.open_item_id, p.id desc`)

/** The plan that covers each item, unless it ended, with what came since. */
export const plansOf = (db: Db, customers: readonly number[]) =>
  db.rows<PlanFacts & { readonly item: number; readonly plan: number; readonly takenBackOn: CalendarDate | null }>(sql`
    with running as (
      select distinct on (pp.open_item_id) pp.open_item_id as item, l.id as plan, l.grace_days
      from payment_plan l
      join payment_plan_item pp on pp.organization_id = l.organization_id and pp.payment_plan_id = l.id
      where l.organization_id = current_organization() and l.customer_id in ${promising(customers)} and l.ended_on is null
      order by pp.open_item_id, l.id desc)
    select r.item, r.plan, ${planFacts(sql`r.plan`, sql`r.grace_days`)}, (
        select max(v.reversed_on) from payment_plan_item pp
        join payment_plan l on l.organization_id = pp.organization_id and l.id = pp.payment_plan_id
        join allocation a on a.organization_id = pp.organization_id and a.open_item_id = pp.open_item_id and a.reverses_id is null
        join payment_reversal v on v.organization_id = a.organization_id and v.payment_id = a.payment_id and v.reversed_on >= l.agreed_on
        where pp.organization_id = current_organization() and pp.payment_plan_id = r.plan) as "takenBackOn"
    from running r`)
