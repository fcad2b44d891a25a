import { type CalendarDate, daysBetween } from '@quittance/core/calendar/calendar-date.ts'
import type { Language } from '@quittance/core/money/format-money.ts'
import type { PayerProfile } from '@quittance/core/payers/payer-profile.ts'
import type { Db } from '../platform/database/db.ts'
import { sql } from '../platform/database/sql.ts'
import { found } from '../platform/http/app-error.ts'
import { averageOf, habitOf } from './average-delay.ts'
import { catchUpBalances } from './balances.ts'
import { type Contact, contactsOf } from './contacts.ts'
import { decisionOf } from './decision-of.ts'
import { ibansOf } from './ibans.ts'
import { aliasesOf } from './merging/aliases.ts'
import { type DecisionInForce, nextStepOfCustomer, notReachable } from './next-step.ts'
import { type CustomerFields, fieldsOf } from './queries.ts'

interface Money {
  readonly amount: number
  readonly currency: string
}
interface Ref {
  readonly id: number
  readonly name: string
}
interface Around {
  readonly salesRep: Ref | null
  readonly collector: Ref | null
  readonly parent: Ref | null
  readonly children: Ref[]
  readonly scenario: Ref & { readonly isDefault: boolean }
  readonly pause: { readonly until: string; readonly note: string | null; readonly since: CalendarDate } | null
  readonly decision: DecisionInForce | null
  readonly profile: PayerProfile
  readonly lastContactOn: CalendarDate | null
  readonly counts: { readonly invoices: number; readonly payments: number; readonly exchanges: number }
}

/** Everything to say on the phone about a customer. */
export async function customerPage(
  db: Db,
  id: number,
  { today, language }: { today: CalendarDate; language: Language },
) {
  const fields: CustomerFields = found(await fieldsOf(db, id))
  await catchUpBalances(db, today)
  const { decision, counts, ...around } = await aroundOf(db, id, today)
  const sums = await sumsOf(db, id)
  const habit = await habitOf(db, id)
  const contacts = await contactsOf(db, id)
  const next = decision ? nextStepOfCustomer({ decision, today, language }) : null
  const sum = (of: (row: BalanceRow) => number): Money[] =>
    sums.filter((row) => of(row) > 0).map((row) => ({ amount: of(row), currency: row.currency }))
  const oldest = sums
    .map((row) => row.oldest)
    .filter((day) => day !== null)
    .toSorted()[0]
  const lateItems = sums.reduce((count, row) => count + row.lateItems, 0)
  return {
    id,
    ...fields,
    ...around,
    outstanding: sum((row) => row.outstanding),
    outstandingItems: sums.reduce((count, row) => count + row.items, 0),
    late: sum((row) => row.late),
    lateItems,
    daysLate: lateItems > 0 && oldest ? Math.max(0, daysBetween(oldest, today)) : 0,
    unallocatedCredit: sum((row) => row.unallocated),
    openCreditNotes: sum((row) => -row.creditNotes),
    averageDelay: averageOf(habit),
    contacts,
    ibans: await ibansOf(db, id),
    aliases: await aliasesOf(db, id),
    habit,
    counts: { ...counts, contacts: contacts.length },
    next: next && !contacts.some(isReachable) ? notReachable(next, language) : next,
  }
}

const isReachable = ({ email, receivesReminders, emailRefusedOn }: Contact): boolean =>
  receivesReminders && email !== null && email !== '' && emailRefusedOn === null

interface BalanceRow {
  readonly currency: string
  readonly outstanding: number
  readonly items: number
  readonly late: number
  readonly lateItems: number
  readonly oldest: CalendarDate | null
  readonly creditNotes: number
  readonly unallocated: number
}

const sumsOf = (db: Db, customer: number): Promise<BalanceRow[]> =>
  db.rows<BalanceRow>(sql`
    select currency, sum(not_due + late)::bigint as outstanding, sum(not_due_items + late_items)::int as items, sum(late)::bigint as late,
      sum(late_items)::int as "lateItems", min(oldest_due_date) filter (where late_items > 0) as oldest,
      sum(credit_notes)::bigint as "creditNotes", sum(unallocated)::bigint as unallocated
    from customer_balance where organization_id = current_organization() and customer_id = ${customer} group by currency order by currency`)

const aroundOf = (db: Db, id: number, today: CalendarDate): Promise<Around> =>
  db.one<Around>(sql`
    select
      case when s.id is not null then json_build_object('id', s.id, 'name', s.name) end as "salesRep",
      case when l.id is not null then json_build_object('id', l.id, 'name', l.name) end as collector,
      case when p.id is not null then json_build_object('id', p.id, 'name', p.name) end as parent,
      coalesce((select json_agg(json_build_object('id', k.id, 'name', k.name) order by k.name) from customer k
        where k.organization_id = c.organization_id and k.parent_id = c.id), '[]') as children,
      json_build_object('id', n.id, 'name', n.name, 'isDefault', c.scenario_id is null) as scenario,
      case when c.paused_on is not null and (c.paused_until is null or c.paused_until > ${today}) then json_build_object(
        'until', coalesce(c.paused_until::text, 'furtherNotice'), 'note', c.pause_note, 'since', c.paused_on) end as pause,
      ${decisionOf(sql`c.id`)} as decision, coalesce((select y.profile from payer_profile y
        where y.organization_id = c.organization_id and y.customer_id = c.id), 'unknown') as profile,
      (select max(e.happened_on) from exchange e where e.organization_id = c.organization_id and e.customer_id = c.id and e.counts_as_contact) as "lastContactOn",
      json_build_object(
        'invoices', (select count(*) from invoice v where v.organization_id = c.organization_id and v.customer_id = c.id),
        'payments', (select count(*) from payment y where y.organization_id = c.organization_id and y.customer_id = c.id),
        'exchanges', (select count(*) from exchange e where e.organization_id = c.organization_id and e.customer_id = c.id)) as counts
    from customer c
    left join person s on s.organization_id = c.organization_id and s.id = c.sales_rep_id
    left join person l on l.organization_id = c.organization_id and l.id = c.collector_id
    left join customer p on p.organization_id = c.organization_id and p.id = c.parent_id
    left join default_scenario usual on usual.organization_id = c.organization_id and usual.category = c.category
    left join scenario n on n.organization_id = c.organization_id and n.id = coalesce(c.scenario_id, (
        select d.scenario_id from current_decision d where d.organization_id = c.organization_id and d.customer_id = c.id
          and d.scenario_from = 'rule' order by d.legal_entity_id limit 1), usual.scenario_id)
    where c.organization_id = current_organization() and c.id = ${id}`)
