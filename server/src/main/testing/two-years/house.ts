import { setImmediate } from 'node:timers/promises'
import { addDays } from '@quittance/core/calendar/calendar-date.ts'
import { dailyRun } from '../../../dunning/run/daily-run.ts'
import { sendDue } from '../../../dunning/sending/send-due.ts'
import { sql } from '../../../platform/database/sql.ts'
import { readAnswers } from './answers.ts'
import { byAddress } from './own-books.ts'
import { readMessage, readSms } from './read-message.ts'
import { type Arrived, ask, dayOf, happens, type World } from './world.ts'

/** Two schedulers at once, as when two servers run; now and then the database drops every line in the middle. */
export async function decide(world: World): Promise<void> {
  const stumbles = happens(world, 25)
  const runs = [0, 1].map(() => dailyRun(world.inTransaction, world.clock.at))
  await orStumble(world, runs, stumbles)
  if (stumbles) await dailyRun(world.inTransaction, world.clock.at)
}

/** Two senders at once. What reached a mailbox is noted, whatever the program believes. */
export async function send(world: World): Promise<Arrived[]> {
  const stumbles = happens(world, 40)
  const tools = { inTransaction: world.inTransaction, nowMs: () => world.clock.at, unseal: () => null }
  const senders = ['one', 'two'].map((worker) => sendDue({ ...tools, worker }))
  await orStumble(world, senders, stumbles)
  const arrived: Arrived[] = []
  for (const { to, raw } of world.office.collect()) {
    for (const address of to) {
      const customer = byAddress(world.books, address)
      if (customer) arrived.push({ ...(await readMessage(raw)), customer, day: dayOf(world), way: 'email' })
      else world.broken.push(`${dayOf(world)}: a message reached ${address}, who is nobody`)
    }
  }
  for (const sms of world.gateway.collect()) {
    const customer = byAddress(world.books, sms.to)
    if (customer) arrived.push({ ...readSms(sms), customer, day: dayOf(world), way: 'sms' })
    else world.broken.push(`${dayOf(world)}: an SMS reached ${sms.to}, who is nobody`)
  }
  world.arrived.push(...arrived)
  return arrived
}

/** What fails because we cut the lines may fail; anything else may not. */
async function orStumble(world: World, works: readonly Promise<unknown>[], stumbles: boolean): Promise<void> {
  const [ended] = await Promise.all([Promise.allSettled(works), stumbles && cutLines(world)])
  for (const one of ended) if (one.status === 'rejected' && !stumbles) throw one.reason
}

/** Every line of the program to its database falls, as when the database is started again. */
async function cutLines({ database: { app } }: World): Promise<void> {
  const { rows } = await app.query<{ pid: number }>(
    'select pid, pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and usename = current_user and pid <> pg_backend_pid()',
  )
  const cut = rows.map(({ pid }) => pid)
  const someLive = () => app.query('select from pg_stat_activity where pid = any($1)', [cut])
  while ((await someLive()).rowCount !== 0) await setImmediate()
}

interface Listed {
  readonly id: number
  readonly state: string
  readonly customer: { readonly id: number }
}

/** People of the firm: approve what waits for them, put a message aside now and then, settle doubts, do the tasks. */
export async function workInTheHouse(world: World): Promise<void> {
  const { rows } = await ask<{ rows: Listed[] }>(world, 'GET', '/api/v1/reminders?view=ready&limit=200')
  const waiting = rows.filter(({ state }) => state === 'pendingApproval')
  if (waiting.length > 0) {
    await ask(world, 'POST', '/api/v1/reminders/approval', { reminders: waiting.map(({ id }) => id), now: false })
  }
  for (const { id, state, customer } of rows) {
    if (state !== 'ready' || !happens(world, 60)) continue
    const until = addDays(dayOf(world), 1 + world.chance.below(6))
    await ask(world, 'PUT', `/api/v1/reminders/${id}/set-aside`, { until })
    const own = world.books.customers.get(customer.id)
    if (own) own.setAsideUntil = until
  }
  await settleDoubts(world)
  await readAnswers(world)
  await doTasks(world)
}

/** Somebody asks the customer whether the message came, and is told the truth. */
async function settleDoubts(world: World): Promise<void> {
  const { rows } = await ask<{ rows: Listed[] }>(world, 'GET', '/api/v1/reminders?view=problems&limit=200')
  for (const { id, state } of rows) {
    if (state !== 'uncertain' || happens(world, 3)) continue
    const { messageId } = await world.inTransaction((db) =>
      db.one<{ messageId: string }>(
        sql`select message_id as "messageId" from reminder where organization_id = current_organization() and id = ${id}`,
      ),
    )
    const left = world.arrived.some((one) => one.id === messageId)
    await ask(world, 'PUT', `/api/v1/reminders/${id}/certainty`, { left })
  }
}

interface Task {
  readonly id: number | null
  readonly kind: string
  readonly customer: { readonly id: number } | null
}

async function doTasks(world: World): Promise<void> {
  const { rows } = await ask<{ rows: Task[] }>(world, 'GET', '/api/v1/tasks?whose=team')
  for (const { id, kind, customer } of rows) {
    const own = customer && world.books.customers.get(customer.id)
    if (id === null || !own || !happens(world, 3)) continue
    if (kind === 'correctAddress') await correctAddress(world, own.id)
    if (kind === 'call' || kind === 'letter') {
      const outcome = world.chance.oneOf(['done', 'done', 'done', 'dropped', kind === 'call' ? 'notReached' : 'done'])
      await ask(world, 'PUT', `/api/v1/tasks/${id}/outcome`, { outcome, note: null })
      if (outcome === 'done') own.contacts.push(dayOf(world))
    }
    if (kind === 'decision') {
      await ask(world, 'PUT', `/api/v1/tasks/${id}/outcome`, { outcome: 'done', note: null, decision: 'continue' })
    }
  }
}

async function correctAddress(world: World, id: number): Promise<void> {
  const own = world.books.customers.get(id)
  if (!own) return
  const { contacts } = await ask<{ contacts: { id: number }[] }>(world, 'GET', `/api/v1/customers/${id}`)
  own.addresses += 1
  own.email = own.email.replace(/^compta\d*/, `compta${own.addresses}`)
  own.refusesMail = false
  await ask(world, 'PATCH', `/api/v1/contacts/${contacts[0]?.id}`, { email: own.email })
}
