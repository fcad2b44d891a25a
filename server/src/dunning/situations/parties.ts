import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import type { CustomerCategory } from '@quittance/core/customers/category.ts'
import type { WaitingBankLine } from '@quittance/core/dunning/situation.ts'
import type { PayerProfile } from '@quittance/core/payers/payer-profile.ts'
import type { Db } from '../../platform/database/db.ts'
import { sql } from '../../platform/database/sql.ts'

/** A customer as one legal entity sees it, with all that may stop a contact whatever the items say. */
export interface Party {
  readonly customer: number
  readonly legalEntity: number
  readonly category: CustomerCategory
  readonly profile: PayerProfile
  /** The one somebody chose for this customer. */
  readonly ownScenario: number | null
  readonly salesRep: number | null
  readonly collector: number | null
  readonly pausedOn: CalendarDate | null
  readonly pausedUntil: CalendarDate | null
  readonly handedOver: boolean
  readonly insolvent: boolean
  readonly lastContactOn: CalendarDate | null
  readonly uncertain: boolean
  /** Since when an answer waits to be read; null also where answers hold nothing. */
  readonly unreadAnswer: CalendarDate | null
  /** The oldest line of the bank that keeps its reminders back. */
  readonly bankLine: WaitingBankLine | null
  readonly setAsideUntil: CalendarDate | null
  readonly hasEmail: boolean
  /** A number SMS go to, and a gateway that sends them. */
  readonly hasMobile: boolean
  readonly hasAddress: boolean
  readonly taskItem: number | null
  readonly taskStep: string | null
  readonly taskDueOn: CalendarDate | null
}

/** The parties of some customers: one for each legal entity that has something open with them, or had a decision. */
export const partiesOf = (db: Db, customers: readonly number[]): Promise<Party[]> =>
  db.rows<Party>(sql`
    with party as (
      select customer_id, legal_entity_id from open_item
      where organization_id = current_organization() and customer_id = any(${customers}) and amount_due <> 0
      union
      select customer_id, legal_entity_id from current_decision
      where organization_id = current_organization() and customer_id = any(${customers})
    )
    select c.id as customer, p.legal_entity_id as "legalEntity", c.category, coalesce(y.profile, 'unknown') as profile,
      c.scenario_id as "ownScenario", c.sales_rep_id as "salesRep", c.collector_id as collector,
      c.paused_on as "pausedOn", c.paused_until as "pausedUntil",
      c.handed_over_on is not null as "handedOver", c.insolvency_on is not null as insolvent,
      (select max(e.happened_on) from exchange e
        where e.organization_id = c.organization_id and e.customer_id = c.id and e.counts_as_contact) as "lastContactOn",
      exists (select from reminder r where r.organization_id = c.organization_id and r.customer_id = c.id
        and r.legal_entity_id = p.legal_entity_id and r.state in ('sending', 'uncertain')) as uncertain,
      (select min(a.received_on) from answer a where a.organization_id = c.organization_id and a.customer_id = c.id
        and a.class = 'reply' and a.read_at is null and a.dismissed_at is null
        and (select o.answers_pause from organization o where o.organization_id = current_organization())) as "unreadAnswer",
      (select json_build_object('on', h.booked_on, 'waitsFor', case when h.payment_id is null then 'match' else 'allocation' end)
        from bank_hold h
        left join payment p on p.organization_id = h.organization_id and p.id = h.payment_id
        where h.organization_id = c.organization_id and h.customer_id = c.id and (h.payment_id is null or p.unallocated > 0)
        order by h.payment_id nulls first, h.booked_on, h.bank_line_id limit 1) as "bankLine",
      (select max(r.held_until) from reminder r where r.organization_id = c.organization_id and r.customer_id = c.id
        and r.legal_entity_id = p.legal_entity_id and r.state = 'held') as "setAsideUntil",
      exists (select from contact k where k.organization_id = c.organization_id and k.customer_id = c.id
        and k.receives_reminders and k.email <> '' and k.email_refused_on is null) as "hasEmail",
      (select sms_parts()) is not null and exists (select from contact k where k.organization_id = c.organization_id and k.customer_id = c.id
        and k.receives_reminders and is_mobile(k.phone) and k.phone is distinct from k.phone_refused) as "hasMobile",
      (c.address_line1 <> '' and c.postcode <> '' and c.city <> '') is true as "hasAddress",
      t.open_item_id as "taskItem", t.step_key as "taskStep", t.due_on as "taskDueOn"
    from party p
    join customer c on c.organization_id = current_organization() and c.id = p.customer_id
    left join payer_profile y on y.organization_id = c.organization_id and y.customer_id = c.id
    left join lateral (
      select t.open_item_id, t.step_key, t.due_on from task t
      where t.organization_id = c.organization_id and t.customer_id = c.id and t.legal_entity_id = p.legal_entity_id
        and t.step_key is not null and t.state in ('todo', 'snoozed')
      order by t.id limit 1) t on true
    order by c.id, p.legal_entity_id`)

/** What was received from some customers and not allocated, by legal entity and currency. */
export const creditsOf = (db: Db, customers: readonly number[]) =>
  db.rows<{ customer: number; legalEntity: number; currency: string; amount: number }>(sql`
    select customer_id as customer, legal_entity_id as "legalEntity", currency, sum(unallocated)::bigint as amount
    from payment
    where organization_id = current_organization() and customer_id = any(${customers}) and unallocated > 0
    group by 1, 2, 3`)
