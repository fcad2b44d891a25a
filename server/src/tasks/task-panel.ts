import { type CalendarDate, isBefore } from '@quittance/core/calendar/calendar-date.ts'
import { formatDate } from '@quittance/core/calendar/format-date.ts'
import { formatMoney, type Language } from '@quittance/core/money/format-money.ts'
import { asCurrency, money } from '@quittance/core/money/money.ts'
import { whoPaysFirst } from '../customers/contact-order.ts'
import { lastExchanges } from '../customers/exchanges.ts'
import { openItemRows } from '../invoices/open-item-rows.ts'
import type { Db } from '../platform/database/db.ts'
import { sql } from '../platform/database/sql.ts'
import { found } from '../platform/http/app-error.ts'
import { callFollows } from './call-follows.ts'
import { scriptOf } from './call-script-of.ts'
import { taskRow } from './list-tasks.ts'
import { itemsOfTask, type TaskRecord, taskById } from './queries.ts'
import type { CallScript, TaskContext } from './task-context.ts'
import { eventsOfTask } from './task-events.ts'
import { openingSentence } from './task-words.ts'

export interface Seen {
  readonly today: CalendarDate
  readonly language: Language
  readonly context: TaskContext
}

/** One task with all that is needed to do it: why now, whom to call, what is owed, what was said. */
export async function taskPanel(db: Db, id: number, { today, language, context }: Seen) {
  const task = found(await taskById(db, id, today))
  const ids = (await itemsOfTask(db, id, today)).map((item) => item.id)
  const items = await openItemRows(db, ids, { today, language })
  const customer = task.customer?.id ?? null
  const contact = customer === null ? null : await contactOf(db, task, customer)
  const desk = task.kind === 'call' ? await context.callDesk(db) : null
  const script = desk && (await scriptOf(db, task, { contact, items: ids, desk }))
  return {
    ...taskRow(task, today, language),
    why: (await whyNow(db, task, { today, language, context })) ?? '',
    note: task.note,
    contact,
    items,
    total: [...task.amounts],
    exchanges: customer === null ? [] : (await lastExchanges(db, customer, 5)).map(historyOf),
    opening: script && openingOf(task, script),
    script: [...(script?.lines ?? [])],
    salesRep: task.salesRep,
    reminderId: task.reminder,
    dispute: task.overdueDispute?.id ?? null,
    hasLetter: task.kind === 'letter' && task.stepKey !== null,
    course: await eventsOfTask(db, id),
    follows:
      desk && customer !== null
        ? await callFollows(db, { task, customer, items: ids, today, nowMs: context.nowMs(), desk })
        : null,
  }
}

/** Of a word that was not kept one speaks in its own way; else the call opens with what is said in it, the house's own words first. */
function openingOf(task: TaskRecord, { lines, isOwn, language }: CallScript): string | null {
  if (language === null) return null
  return (isOwn ? null : openingSentence(task, language)) ?? lines.slice(0, 2).join(' ')
}

/** A broken promise says it better than the scenario. */
export async function whyNow(db: Db, task: TaskRecord, { today, language, context }: Seen): Promise<string | null> {
  if (task.brokenInstalment) {
    const day = formatDate(task.brokenInstalment, language)
    return language === 'fr'
      ? `L’échéance du ${day} n’a pas été réglée en entier\u00a0: l’échéancier ne retient plus les relances.`
      : `The instalment of ${day} was not paid in full: the payment plan no longer holds reminders back.`
  }
  if (task.brokenPromise && isBefore(task.brokenPromise, today)) {
    return brokenWords(await promiseOf(db, task, task.brokenPromise), task.brokenPromise, language)
  }
  if (task.overdueDispute) {
    const day = formatDate(task.overdueDispute.deadline, language)
    return language === 'fr'
      ? `Ce litige était à traiter avant le ${day}.`
      : `This dispute was to be settled before ${day}.`
  }
  if (task.kind === 'other' || task.customer === null) return task.note
  return context.whyOf(db, task.customer.id, language)
}

/** What was promised for that day, and what came of it in time. */
const promiseOf = (db: Db, { customer }: TaskRecord, on: CalendarDate) =>
  db.maybe<{ amount: number; received: number; currency: string }>(sql`
    select amount, received, currency from promise
    where organization_id = current_organization() and customer_id = ${customer?.id ?? null} and promised_for = ${on}
      and withdrawn_on is null and received < enough
    order by id desc limit 1`)

function brokenWords(promise: Awaited<ReturnType<typeof promiseOf>>, on: CalendarDate, language: Language): string {
  const day = formatDate(on, language)
  if (promise === null || promise.received === 0) {
    return language === 'fr'
      ? `La promesse de payer le ${day} n’a pas été tenue.`
      : `The promise to pay on ${day} was not kept.`
  }
  const sum = (amount: number) => formatMoney(money(amount, asCurrency(promise.currency)), language)
  return language === 'fr'
    ? `La promesse de payer ${sum(promise.amount)} le ${day} n’a été tenue qu’en partie\u00a0: ${sum(promise.received)} reçus.`
    : `The promise to pay ${sum(promise.amount)} on ${day} was kept in part only: ${sum(promise.received)} received.`
}

const contactOf = (db: Db, { kind, contact }: TaskRecord, customer: number) =>
  contactFor(db, customer, { refusedFirst: kind === 'correctAddress', about: contact })

/** Whom to speak with: the contact the task is about, else who can be reached, those who pay first. */
export const contactFor = (
  db: Db,
  customer: number,
  { refusedFirst, about }: { readonly refusedFirst: boolean; readonly about: number | null },
) =>
  db.maybe<{
    id: number
    civility: 'Mme' | 'M.' | null
    firstName: string | null
    lastName: string | null
    jobTitle: string | null
    role: 'invoices' | 'accountsPayable' | 'escalation' | 'other'
    email: string | null
    phone: string | null
    receivesReminders: boolean
    emailRefusedOn: CalendarDate | null
    emailRefusal: string | null
    phoneRefused: boolean
  }>(sql`
    select id, civility, first_name as "firstName", last_name as "lastName", job_title as "jobTitle", role, email, phone,
      receives_reminders as "receivesReminders", email_refused_on as "emailRefusedOn", email_refusal as "emailRefusal",
      phone is not null and phone is not distinct from phone_refused as "phoneRefused"
    from contact
    where organization_id = current_organization() and customer_id = ${customer}
    order by (id = ${about}) is true desc, (${refusedFirst} and email_refused_on is not null) desc,
      (phone is not null and phone is distinct from phone_refused) desc,
      ${whoPaysFirst(sql`role`)}, id
    limit 1`)

/** An exchange as one line of what was said. */
export const historyOf = (exchange: Awaited<ReturnType<typeof lastExchanges>>[number]) => ({
  key: `exchange-${exchange.id}`,
  on: exchange.on,
  at: exchange.at,
  kind: exchange.kind,
  planned: false,
  title: exchange.summary,
  detail: null,
  person: exchange.person,
  reminderId: exchange.reminderId,
  paymentId: null,
  taskId: null,
})
