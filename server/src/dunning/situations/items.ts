import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import type { Db } from '../../platform/database/db.ts'
import { sql } from '../../platform/database/sql.ts'

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
}

/** Every due line of some customers with something left, credit notes included. */
export const openItemsOf = (db: Db, customers: readonly number[]): Promise<ItemRow[]> =>
  db.rows<ItemRow>(sql`
    select i.id, i.customer_id as customer, i.legal_entity_id as "legalEntity", v.number as "invoiceNumber", v.kind,
      i.currency, i.issue_date as "issueDate", i.due_date as "dueDate", i.amount_due as "amountDue",
      i.automatic_means or c.automatic_means as "automaticMeans", i.rejected_on as "rejectedOn",
      i.paused_on as "pausedOn", i.paused_until as "pausedUntil"
    from open_item i
    join invoice v on v.organization_id = i.organization_id and v.id = i.invoice_id
    join customer c on c.organization_id = i.organization_id and c.id = i.customer_id
    where i.organization_id = current_organization() and i.customer_id = any(${customers}) and i.amount_due <> 0`)

/** The rungs climbed by the open items of some customers. */
export const stepsTakenBy = (db: Db, customers: readonly number[]) =>
  db.rows<{ item: number; key: string; delayDays: number; on: CalendarDate }>(sql`
    select s.open_item_id as item, s.step_key as key, s.delay_days as "delayDays", s.taken_on as on
    from open_item i
    join step_taken s on s.organization_id = i.organization_id and s.open_item_id = i.id
    where i.organization_id = current_organization() and i.customer_id = any(${customers}) and i.amount_due <> 0`)

/** What keeps single items of some customers out: an open dispute, the latest promise, the next date of a running plan. */
export const stopsOf = (db: Db, customers: readonly number[], today: CalendarDate) =>
  db.rows<{ item: number; disputed: boolean; promisedFor: CalendarDate | null; plannedFor: CalendarDate | null }>(sql`
    select item, bool_or(disputed) as disputed, max(promised_for) as "promisedFor", min(planned_for) as "plannedFor" from (
      select di.open_item_id as item, true as disputed, null::date as promised_for, null::date as planned_for
      from dispute d
      join dispute_item di on di.organization_id = d.organization_id and di.dispute_id = d.id
      where d.organization_id = current_organization() and d.customer_id = any(${customers}) and d.resolved_on is null
      union all
      select * from (
        select distinct on (pi.open_item_id) pi.open_item_id, false, p.promised_for, null::date
        from promise p
        join promise_item pi on pi.organization_id = p.organization_id and pi.promise_id = p.id
        where p.organization_id = current_organization() and p.customer_id = any(${customers}) and p.withdrawn_on is null
        order by pi.open_item_id, p.id desc) latest_promise
      union all
      select pp.open_item_id, false, null::date, min(n.due_on)
      from payment_plan l
      join payment_plan_item pp on pp.organization_id = l.organization_id and pp.payment_plan_id = l.id
      join payment_plan_instalment n on n.organization_id = l.organization_id and n.payment_plan_id = l.id
      where l.organization_id = current_organization() and l.customer_id = any(${customers})
        and l.ended_on is null and n.due_on >= ${today}
      group by pp.open_item_id
    ) stop group by item`)
