import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import type { ReminderFacts } from '@quittance/core/dunning/write-reminder/reminder-facts.ts'
import { asCurrency, money } from '@quittance/core/money/money.ts'
import type { Db } from '../../platform/database/db.ts'
import { sql } from '../../platform/database/sql.ts'
import { paidOff, waivedOf } from '../law/debts.ts'
import type { MessageAbout } from '../messages/gather-facts.ts'
import { type ListedRow, scenarioFollowed, writtenIn } from '../messages/queries.ts'

/**
 * The due lines a call may ask to be paid, with what is left of them, the oldest first: nothing that is contested, and nothing whose
 * promised day is still to come.
 */
export const listedToSay = (db: Db, items: readonly number[], today: CalendarDate): Promise<ListedRow[]> =>
  db.rows<ListedRow>(sql`
    select i.id as item, v.id as invoice, v.number as "invoiceNumber", v.kind, i.issue_date as "issueDate", i.due_date as "dueDate",
      0 as "daysLate", i.amount_due - contested.part as "amountDue", i.currency, null as climbs, null as "fileName", null as "fileSize",
      ${paidOff} as paid, ${waivedOf(sql`v.id`)} as waived
    from open_item i
    join invoice v on v.organization_id = i.organization_id and v.id = i.invoice_id
    cross join lateral (
      select coalesce(sum(coalesce(x.amount, i.amount_due)), 0)::bigint as part
      from dispute_item x join dispute d on d.organization_id = x.organization_id and d.id = x.dispute_id and d.resolved_on is null
      where x.organization_id = i.organization_id and x.open_item_id = i.id) contested
    where i.organization_id = current_organization() and i.id = any(${items}) and i.amount_due > contested.part and i.written_off_on is null
      and not exists (
        select from promise_item x join promise p on p.organization_id = x.organization_id and p.id = x.promise_id
        where x.organization_id = i.organization_id and x.open_item_id = i.id and p.withdrawn_on is null and p.kept_until >= ${today}::date)
    order by i.due_date, i.id`)

interface Called extends Omit<MessageAbout, 'tone' | 'step' | 'delayDays'> {
  readonly textLanguage: string
  /** The person who asks: whoever calls signs with their name. */
  readonly caller: number | null
}

/** The customer who is called, with the firm that invoiced and the scenario followed. */
export const calledCustomer = (
  db: Db,
  { customer, legalEntity, carrying }: { customer: number; legalEntity: number | null; carrying: number },
): Promise<Called | null> =>
  db.maybe<Called>(sql`
    select c.id as customer, c.name as "customerName", c.category, ${writtenIn} as language, c.language as "textLanguage",
      c.collector_id as collector, c.sales_rep_id as "salesRep", f.entity as "legalEntity", current_person() as caller,
      ${scenarioFollowed(sql`f.entity`, sql`${carrying}::bigint`)} as scenario
    from customer c
    cross join lateral (
      select coalesce(${legalEntity}::bigint, (select i.legal_entity_id from open_item i
        where i.organization_id = c.organization_id and i.id = ${carrying})) as entity) f
    where c.organization_id = current_organization() and c.id = ${customer}`)

/** What a call step says in its own words. */
export const textOfCallStep = (
  db: Db,
  { scenario, step, textLanguage }: Pick<Called, 'scenario' | 'textLanguage'> & { readonly step: string | null },
) =>
  db.maybe<{ body: string }>(sql`
    select x.body
    from scenario s
    join scenario_step t on t.organization_id = s.organization_id and t.scenario_id = s.id and t.version = s.version
    cross join jsonb_to_recordset(t.texts) as x (language text, subject text, body text)
    where s.organization_id = current_organization() and s.id = ${scenario} and t.key = split_part(${step}, '~', 1)
      and t.channel = 'call' and x.language = ${textLanguage}
    limit 1`)

/** The date of a payment plan that was not kept, as a word that was not kept. */
export async function brokenInstalmentOf(
  db: Db,
  customer: number,
  on: CalendarDate,
): Promise<NonNullable<ReminderFacts['brokenPromise']> | null> {
  const row = await db.maybe<{ amount: number; currency: string }>(sql`
    select n.amount, n.currency from payment_plan_instalment n
    join payment_plan p on p.organization_id = n.organization_id and p.id = n.payment_plan_id
    where n.organization_id = current_organization() and p.customer_id = ${customer} and n.due_on = ${on}
    order by p.id desc limit 1`)
  return row && { on, amount: money(row.amount, asCurrency(row.currency)) }
}
