import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { addWorkingDays } from '@quittance/core/calendar/working-days.ts'
import type { Language } from '@quittance/core/money/format-money.ts'
import { pauseItems, resumeItems } from '../invoices/queries.ts'
import type { Db } from '../platform/database/db.ts'
import { sql } from '../platform/database/sql.ts'
import { AppError } from '../platform/http/app-error.ts'
import { askForPayment, dropChildren } from './child-tasks.ts'
import { taskRules } from './task-rules.ts'

/** What was set going: enough to take it back. */
export interface PaymentSearch {
  /** The task that asks to look for the payment; one that was there already is not ours. */
  readonly task: number | null
  readonly items: number[]
  readonly until: CalendarDate
}

/**
 * The customer wrote that it is paid: what is late waits some working days, and somebody is asked to look for the payment.
 * AppError 409 where nothing is owed that is not waiting already.
 */
export async function searchPayment(
  db: Db,
  customer: { readonly id: number; readonly name: string },
  { today, language }: { today: CalendarDate; language: Language },
): Promise<PaymentSearch> {
  const rules = await taskRules(db)
  const until = addWorkingDays(today, rules.paymentSearchDays, rules)
  const owed = await owedBy(db, customer.id, today)
  const [first] = owed
  if (!first) throw nothingToSearch()
  const items = owed.map(({ id }) => id)
  const note = language === 'fr' ? 'Le client dit avoir payé' : 'The customer says it is paid'
  await pauseItems(db, items, { on: today, until, note })
  const isAsked = await alreadyAsked(db, customer.id)
  const about = { customer: customer.id, items, note: null, today, rules }
  const task = isAsked ? null : await askForPayment(db, { id: null, customer, legalEntity: first.legalEntity }, about)
  return { task, items, until }
}

/** Noted by mistake: the reminders go on, and nobody is asked any more. */
export async function endPaymentSearch(
  db: Db,
  customer: number,
  { task, items }: Pick<PaymentSearch, 'task' | 'items'>,
): Promise<void> {
  const own = await db.rows<{ id: number }>(sql`
    select id from open_item where organization_id = current_organization() and customer_id = ${customer} and id = any(${items})`)
  await resumeItems(
    db,
    own.map(({ id }) => id),
  )
  const ours = await db.rows<{ id: number }>(sql`
    select id from task where organization_id = current_organization() and customer_id = ${customer} and id = ${task}
      and kind = 'findPayment' and parent_id is null`)
  await dropChildren(
    db,
    ours.map(({ id }) => id),
  )
}

/** What is late, else what is to come, that nobody set aside; the oldest first. */
const owedBy = (db: Db, customer: number, today: CalendarDate) =>
  db.rows<{ id: number; legalEntity: number }>(sql`
    with owed as (
      select id, legal_entity_id, due_date, due_date < ${today} as is_late from open_item
      where organization_id = current_organization() and customer_id = ${customer} and amount_due > 0 and written_off_on is null
        and (paused_on is null or paused_until < ${today}))
    select id, legal_entity_id as "legalEntity" from owed
    where is_late or not exists (select from owed o where o.is_late) order by due_date, id`)

const alreadyAsked = async (db: Db, customer: number): Promise<boolean> =>
  (await db.maybe(sql`
    select 1 from task where organization_id = current_organization() and customer_id = ${customer} and kind = 'findPayment'
      and state in ('todo', 'snoozed') limit 1`)) !== null

const nothingToSearch = (): AppError =>
  new AppError('nothingOwed', 409, {
    fr: 'Ce client ne doit rien qui ne soit déjà mis en pause\u00a0: il n’y a pas de règlement à chercher.',
    en: 'This customer owes nothing that is not set aside already: there is no payment to look for.',
  })
