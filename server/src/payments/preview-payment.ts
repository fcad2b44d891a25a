import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { formatDate } from '@quittance/core/calendar/format-date.ts'
import { formatMoney, type Language } from '@quittance/core/money/format-money.ts'
import { asCurrency, money } from '@quittance/core/money/money.ts'
import type { Db } from '../platform/database/db.ts'
import { sql } from '../platform/database/sql.ts'
import { checkPayment, itemsOf, type PaymentInput, planPayment } from './enter-payment.ts'
import { messagesChangedBy } from './messages-changed-by.ts'
import { type LockedItem, lockItems } from './queries.ts'

export interface Effect {
  readonly kind: 'task' | 'reminder' | 'item' | 'credit'
  readonly sentence: string
}

/** « Ce qui va se passer » : writes nothing, refuses what entering would refuse. */
export async function previewPayment(
  db: Db,
  { input, today, language }: { input: PaymentInput; today: CalendarDate; language: Language },
): Promise<Effect[]> {
  const planned = await planPayment(db, input, today)
  const items = await lockItems(db, itemsOf(input))
  checkPayment(input, { ...planned, items })

  const left = new Map(items.map((item) => [item.id, leftAfter(input, item)]))
  return effectsOn(db, { input, items, left, today, language })
}

interface Changing {
  readonly input: Pick<PaymentInput, 'customerId' | 'amount' | 'allocations'>
  readonly items: readonly LockedItem[]
  /** What stays to pay of each item. */
  readonly left: ReadonlyMap<number, number>
  readonly today: CalendarDate
  readonly language: Language
}

/** In sentences: tasks that end, messages that change, what is left of each item, what stays as credit. */
export async function effectsOn(db: Db, { input, items, left, today, language }: Changing): Promise<Effect[]> {
  const settled = items.filter(({ id }) => left.get(id) === 0).map(({ id }) => id)
  const tasks = await tasksEndedBy(db, settled)
  const messages = await messagesChangedBy(db, input, left)
  const all = items.map(({ id }) => id)
  const parts = new Set((await partsAmong(db, all)).map(({ id }) => id))
  return [
    ...tasks.map((task): Effect => ({ kind: 'task', sentence: taskSentence(task, today, language) })),
    ...messages.map(
      (message): Effect => ({ kind: 'reminder', sentence: messageSentence(message.asksNothing, language) }),
    ),
    ...items.map((item): Effect => {
      const name = parts.has(item.id) ? partName(item, language) : item.invoiceNumber
      return { kind: 'item', sentence: itemSentence({ ...item, name }, left.get(item.id) ?? 0, language) }
    }),
    ...creditEffect(input, language),
  ]
}

function leftAfter({ allocations, differences }: PaymentInput, item: LockedItem): number {
  const lines = [...allocations, ...differences].filter(({ openItemId }) => openItemId === item.id)
  return lines.reduce((left, line) => left - line.amount, item.amountDue)
}

interface EndedTask {
  readonly kind: 'call' | 'letter' | 'decision' | 'other'
  readonly dueOn: CalendarDate
}

/** Tasks asked for by a scenario whose carrying item would be paid. */
const tasksEndedBy = (db: Db, settled: readonly number[]): Promise<EndedTask[]> =>
  db.rows(sql`
    select case when kind in ('call', 'letter', 'decision') then kind else 'other' end as kind,
      coalesce(snoozed_until, due_on) as "dueOn"
    from task
    where organization_id = current_organization() and open_item_id = any(${settled}) and state in ('todo', 'snoozed')
    order by due_on, id`)

const taskNames = {
  fr: { call: 'L’appel', letter: 'Le courrier', decision: 'La décision', other: 'L’action' },
  en: { call: 'The call', letter: 'The letter', decision: 'The decision', other: 'The action' },
}

function taskSentence({ kind, dueOn }: EndedTask, today: CalendarDate, language: Language): string {
  const name = taskNames[language][kind]
  if (language === 'en') {
    return `${name} of ${dueOn <= today ? 'today' : formatDate(dueOn, 'en')} is taken off your list`
  }
  const feminine = kind === 'decision' || kind === 'other'
  const when = dueOn <= today ? 'd’aujourd’hui' : `du ${formatDate(dueOn, 'fr')}`
  return `${name} ${when} est ${feminine ? 'retirée' : 'retiré'} de votre liste`
}

function messageSentence(asksNothing: boolean, language: Language): string {
  if (language === 'en') {
    return asksNothing ? 'The e-mail that was ready will not go out' : 'The e-mail that was ready takes the new amounts'
  }
  return asksNothing ? 'L’e-mail préparé ne partira pas' : 'L’e-mail préparé prend les nouveaux montants'
}

/** Those of these items that are one due line of several: that one is paid does not pay its invoice. */
const partsAmong = (db: Db, items: readonly number[]): Promise<{ id: number }[]> =>
  db.rows(sql`
    select o.id from open_item o
    where o.organization_id = current_organization() and o.id = any(${items}) and exists (
      select from open_item s
      where s.organization_id = o.organization_id and s.invoice_id = o.invoice_id and s.id <> o.id)`)

const partName = ({ invoiceNumber, dueDate }: LockedItem, language: Language): string =>
  language === 'fr'
    ? `L’échéance du ${formatDate(dueDate, 'fr')} de ${invoiceNumber}`
    : `${invoiceNumber}, due ${formatDate(dueDate, 'en')},`

interface NamedItem {
  readonly name: string
  readonly currency: string
}

function itemSentence(item: NamedItem, left: number, language: Language): string {
  const amount = formatMoney(money(left, asCurrency(item.currency)), language)
  if (language === 'en') {
    return left === 0
      ? `${item.name} will be paid in full`
      : `${item.name.replace(/,$/, '')}: ${amount} will be left to pay`
  }
  return left === 0 ? `${item.name} sera soldée` : `${item.name} : il restera ${amount} à payer`
}

function creditEffect({ amount, allocations }: Changing['input'], language: Language): Effect[] {
  const rest = allocations.reduce((left, line) => left - line.amount, amount.amount)
  if (rest === 0) return []
  const text = formatMoney(money(rest, asCurrency(amount.currency)), language)
  const sentence = language === 'fr' ? `${text} restent en avance du client` : `${text} stays as customer credit`
  return [{ kind: 'credit', sentence }]
}
