import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { whoPaysFirst } from '../customers/contact-order.ts'
import { lastExchanges } from '../customers/exchanges.ts'
import { countByChannel, remindersReceived } from '../customers/reminders-received.ts'
import { openItemRows } from '../invoices/open-item-rows.ts'
import type { Db } from '../platform/database/db.ts'
import { sql } from '../platform/database/sql.ts'
import { scriptOf } from './call-script-of.ts'
import { orderedTasks, taskRow } from './list-tasks.ts'
import { itemsOfTask, type TaskRecord } from './queries.ts'
import type { CallDesk } from './task-context.ts'
import { contactFor, historyOf, type Seen, whyNow } from './task-panel.ts'

/** More calls than one makes in a day are not printed. */
const mostCalls = 40

/** The calls of the day in the order of the list, each with all that is needed to make it away from the screen. */
export async function callSheet(db: Db, { person, ...seen }: Seen & { readonly person: number | null }) {
  const calls = (await orderedTasks(db, { today: seen.today, person })).filter(({ kind }) => kind === 'call')
  const told = []
  const desk = calls.length === 0 ? null : await seen.context.callDesk(db)
  for (const task of calls.slice(0, mostCalls))
    if (task.customer && desk) told.push(await called(db, task, task.customer.id, { ...seen, desk }))
  return told
}

async function called(db: Db, task: TaskRecord, customer: number, seen: Seen & { readonly desk: CallDesk }) {
  const { today, language, desk } = seen
  const ids = (await itemsOfTask(db, task.id, today)).map(({ id }) => id)
  const items = await openItemRows(db, ids, { today, language })
  const contact = await contactFor(db, customer, { refusedFirst: false, about: task.contact })
  return {
    task: taskRow(task, today, language),
    contact,
    others: await othersToCall(db, customer, contact?.id ?? null),
    items: items.map(({ invoiceNumber, dueDate, daysLate, amountDue }) => ({
      number: invoiceNumber,
      ...{ dueDate, daysLate, amountDue },
    })),
    total: [...task.amounts],
    why: (await whyNow(db, task, seen)) ?? '',
    exchanges: (await lastExchanges(db, customer, 4)).map(historyOf),
    brokenPromises: await brokenPromisesOf(db, customer, today),
    salesRep: task.salesRep,
    note: task.note,
    received: countByChannel(await remindersReceived(db, { customer, invoice: null })),
    script: [...(await scriptOf(db, task, { contact, items: ids, desk })).lines],
  }
}

const othersToCall = (db: Db, customer: number, but: number | null) =>
  db.rows<{ name: string; phone: string }>(sql`
    select concat_ws(' ', civility, first_name, last_name) as name, phone from contact
    where organization_id = current_organization() and customer_id = ${customer} and id is distinct from ${but}
      and phone <> '' and phone is distinct from phone_refused
    order by ${whoPaysFirst(sql`role`)}, id limit 3`)

/** Words of the last year that were not kept, latest first. */
const brokenPromisesOf = (db: Db, customer: number, today: CalendarDate) =>
  db.rows<{
    promisedFor: CalendarDate
    amount: { amount: number; currency: string }
    received: { amount: number; currency: string }
  }>(sql`
    select promised_for as "promisedFor", json_build_object('amount', amount, 'currency', currency) as amount,
      json_build_object('amount', received, 'currency', currency) as received
    from promise
    where organization_id = current_organization() and customer_id = ${customer} and withdrawn_on is null
      and kept_until < ${today}::date and received < enough and promised_for > ${today}::date - 365
    order by promised_for desc limit 5`)
