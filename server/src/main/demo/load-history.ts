import { randomUUID } from 'node:crypto'
import { daysBetween } from '@quittance/core/calendar/calendar-date.ts'
import type { DemoPayment, DemoReminder } from '@quittance/core/testing/demo-company/shapes.ts'
import { demoCompany } from '@quittance/core/testing/demo-company.ts'
import { buildMessage } from '../../dunning/messages/build-message.ts'
import { reminderHead } from '../../dunning/messages/queries.ts'
import type { RunContext } from '../../dunning/run/run-context.ts'
import { frozenPart } from '../../dunning/sending/outbox.ts'
import type { Db } from '../../platform/database/db.ts'
import { found } from '../../platform/http/app-error.ts'
import {
  addPastExchanges,
  addPastItems,
  addPastReminder,
  addPastSteps,
  freezeWords,
  type PastExchange,
  type PastStep,
} from './history-queries.ts'
import { idIn, instantAt, type Known, personIn, workDay } from './known.ts'
import { loadPayments } from './load-company.ts'

/** When messages of the example leave: ten o'clock. */
const departure = 10 * 60

/**
 * What was received and what was sent, day after day, so that each message says what it said then. Messages are
 * written by the very code that would have sent them.
 */
export async function loadHistory(db: Db, known: Known, run: RunContext): Promise<void> {
  const left = new Map(demoCompany.invoices.map((one) => [one.number, one.total]))
  const [inFull, inPart] = bySettling(demoCompany.payments)
  await loadPayments(db, known, inFull)
  const kept: Kept = { steps: [], exchanges: exchangesOf(known) }
  const partial = [...inPart]
  for (const reminder of [...demoCompany.reminders].sort((a, b) => a.on - b.on)) {
    while (partial[0] && partial[0].on <= reminder.on) await receive(db, known, left, partial.splice(0, 1))
    await remember(db, { known, run, left, kept }, reminder)
  }
  await receive(db, known, left, partial)
  await addPastSteps(db, kept.steps)
  await addPastExchanges(db, kept.exchanges)
}

interface Kept {
  readonly steps: PastStep[]
  readonly exchanges: PastExchange[]
}

interface Past {
  readonly known: Known
  readonly run: RunContext
  readonly left: Map<string, number>
  readonly kept: Kept
}

/** Payments of the whole of an invoice, and of part of one, the latter in order. */
function bySettling(payments: readonly DemoPayment[]): [DemoPayment[], DemoPayment[]] {
  const totals = new Map(demoCompany.invoices.map((one) => [one.number, one.total]))
  const isWhole = (one: DemoPayment) => totals.get(one.invoice) === one.amount
  return [payments.filter(isWhole), payments.filter((one) => !isWhole(one)).sort((a, b) => a.on - b.on)]
}

async function receive(db: Db, known: Known, left: Map<string, number>, some: readonly DemoPayment[]): Promise<void> {
  for (const { invoice, amount } of some) left.set(invoice, idIn(left, invoice) - amount)
  await loadPayments(db, known, some)
}

/** A message that left (or came back), a call made, a letter posted, a decision taken. */
async function remember(db: Db, past: Past, reminder: DemoReminder): Promise<void> {
  const { known, kept } = past
  const on = workDay(known, reminder.on)
  const sent = reminder.channel === 'email' ? await sendThen(db, past, reminder) : null
  if (reminder.failed !== undefined) return
  for (const { invoice, step, delayDays } of reminder.items) {
    if (step === null) continue
    kept.steps.push({
      open_item_id: idIn(known.items, invoice).item,
      step_key: step,
      delay_days: delayDays,
      taken_on: on,
      how: sent ? 'sent' : 'done',
      reminder_id: sent?.id ?? null,
    })
  }
  const usual = reminder.channel === 'letter' ? 'Mise en demeure envoyée' : ''
  kept.exchanges.push({
    customer_id: idIn(known.customers, reminder.customer),
    kind: reminder.channel === 'decision' ? 'note' : reminder.channel,
    happened_on: on,
    person_id: sent ? null : personIn(known, reminder.by ?? 'claire'),
    summary: sent?.subject ?? reminder.summary ?? usual,
    counts_as_contact: reminder.channel !== 'decision',
    reminder_id: sent?.id ?? null,
    written_at: instantAt(known, on, departure),
  })
}

async function sendThen(db: Db, { known, run, left }: Past, reminder: DemoReminder) {
  const on = workDay(known, reminder.on)
  const [first] = reminder.items
  if (!first) throw new Error('A reminder of the example lists nothing.')
  const { id } = await addPastReminder(db, {
    customer: idIn(known.customers, reminder.customer),
    legalEntity: known.legalEntity,
    step: first.step,
    delayDays: first.delayDays,
    tone: reminder.tone,
    carrying: idIn(known.items, first.invoice).item,
    on,
    at: instantAt(known, on, departure),
    messageId: `<q.${randomUUID()}@vauquelin.example>`,
    failed: reminder.failed ?? null,
  })
  const items = reminder.items.map(({ invoice, step, delayDays }) => {
    const { item, due } = idIn(known.items, invoice)
    const climbs = step === null ? { step_key: null, delay_days: null } : { step_key: step, delay_days: delayDays }
    return { open_item_id: item, ...climbs, days_late: daysBetween(due, on), amount_due: idIn(left, invoice) }
  })
  await addPastItems(db, id, items)
  const message = await buildMessage(db, found(await reminderHead(db, id)), { ...run, today: on })
  await freezeWords(db, id, {
    ...message,
    recipients: frozenPart(message, Date.parse(instantAt(known, on, departure))),
  })
  return { id, subject: message.subject }
}

const exchangesOf = (known: Known): PastExchange[] =>
  demoCompany.exchanges.map((one) => {
    const on = workDay(known, one.on)
    return {
      customer_id: idIn(known.customers, one.customer),
      kind: one.kind,
      happened_on: on,
      person_id: personIn(known, one.by),
      summary: one.summary,
      counts_as_contact: one.countsAsContact,
      reminder_id: null,
      written_at: instantAt(known, on, 11 * 60),
    }
  })
