import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import PostalMime from 'postal-mime'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { openDispute } from '../../disputes/open-dispute.ts'
import type { Db } from '../../platform/database/db.ts'
import { sql } from '../../platform/database/sql.ts'
import { testDatabase } from '../../platform/database/testing/test-database.ts'
import { startTestSmtp } from '../../platform/mail/testing/start-test-smtp.ts'
import { grantDelay } from '../../promises/grant-delay.ts'
import { approveReminders, cancelApproval, settleUncertain } from '../reminders/approve-reminders.ts'
import { writeReminder } from '../reminders/edit-reminder.ts'
import { remindByHand } from '../reminders/remind-by-hand.ts'
import { dailyRun, decideAgain } from '../run/daily-run.ts'
import { loadRunContext } from '../run/run-context.ts'
import { aCustomer, aFirm, aMailServer, anInvoice, aPayment } from '../testing/a-firm.ts'
import { sendDue, settleDeadClaims } from './send-due.ts'
import type { SendingPoint } from './send-reminder.ts'
import { afterTen, nine, openTasks, type Ready, readyToLeave, stateOf, tools } from './testing/ready-to-leave.ts'

const database = await testDatabase()
const refused = new Map<string, string>()
const smtp = await startTestSmtp({ refuse: (address) => refused.get(address) ?? null })
afterAll(() => smtp.stop())

// Each test looks only at what arrived since it began.
let seen = 0
const arrived = () => smtp.received.slice(seen)
beforeEach(() => {
  seen = smtp.received.length
  refused.clear()
})

it('leaves at its hour, once, and climbs its rung', async () => {
  const ready = await readyToLeave(database, smtp.port)
  expect(await sendDue(tools(ready.firm, nine))).toBe(0)
  expect(await sendDue(tools(ready.firm))).toBe(1)
  expect(await sendDue(tools(ready.firm))).toBe(0)
  expect(arrived()).toHaveLength(1)
  expect(await stateOf(ready)).toEqual({ state: 'sent', because: null, climbed: ['email-7'], contacts: 1 })
  const mail = await PostalMime.parse(arrived()[0]?.raw ?? '')
  expect(mail.subject).toContain('F-2026-0926')
  expect(mail.text).toContain('9\u00a0744,00')
  expect(mail.html).toContain('9\u00a0744,00')
})

it('says the fee of its step to a company, and to no public body', async () => {
  for (const [category, fee] of [
    ['company', 'Frais de rappel'],
    ['publicBody', null],
  ] as const) {
    const ready = await readyToLeave(database, smtp.port)
    await ready.firm.inTransaction(async (db) => {
      await db.run(sql`update scenario_step set fee_basis_points = 250 where organization_id = current_organization()`)
      await db.run(sql`
        update customer set category = ${category}, scenario_id = (
          select scenario_id from default_scenario where organization_id = current_organization() and category = 'company')
        where id = ${ready.customer}`)
    })
    expect(await sendDue(tools(ready.firm))).toBe(1)
    const { text = '', html = '' } = await PostalMime.parse(arrived().at(-1)?.raw ?? '')
    for (const said of [text, html]) {
      expect(said.includes('Frais de rappel')).toBe(fee !== null)
      expect(said.includes('243,60')).toBe(fee !== null)
    }
  }
})

it('leaves once when its sender stood still after claiming it, and another one took over', async () => {
  const ready = await readyToLeave(database, smtp.port)
  const isThere = Promise.withResolvers<void>()
  const isAwake = Promise.withResolvers<void>()
  const pausesAt = (stop: SendingPoint, pause: () => Promise<void>) => async (point: SendingPoint) => {
    if (point === stop) await pause()
  }
  let other: Promise<number> | undefined
  const asleep = pausesAt('claimed', async () => {
    other = sendDue({
      ...tools(ready.firm, afterTen + 3_600_000),
      at: pausesAt('connecting', async () => {
        isThere.resolve()
        await isAwake.promise
      }),
    })
    await isThere.promise
  })
  expect(await sendDue({ ...tools(ready.firm), worker: 'asleep', at: asleep })).toBe(0)
  isAwake.resolve()
  expect(await other).toBe(1)
  expect(arrived()).toHaveLength(1)
})

it('does not leave when the invoice was paid between approval and departure', async () => {
  const ready = await readyToLeave(database, smtp.port)
  // The payment arrives behind the back of the decision, as from another program.
  await ready.firm.inTransaction((db) =>
    aPayment(db, {
      customer: ready.customer,
      entity: ready.firm.entity,
      item: ready.item,
      amount: 974_400,
      on: asDate('2026-11-23'),
    }),
  )
  expect(await sendDue(tools(ready.firm))).toBe(0)
  expect(arrived()).toHaveLength(0)
  expect(await stateOf(ready)).toEqual({ state: 'cancelled', because: 'paid', climbed: [], contacts: 0 })
})

it('leaves with the new amount when a part was paid meanwhile', async () => {
  const ready = await readyToLeave(database, smtp.port)
  await ready.firm.inTransaction((db) =>
    aPayment(db, {
      customer: ready.customer,
      entity: ready.firm.entity,
      item: ready.item,
      amount: 74_400,
      on: asDate('2026-11-23'),
    }),
  )
  expect(await sendDue(tools(ready.firm))).toBe(1)
  const mail = await PostalMime.parse(arrived()[0]?.raw ?? '')
  expect(mail.text).toContain('9\u00a0000,00')
  expect(mail.text).not.toContain('9\u00a0744,00')
})

it('does not leave with words typed before an amount changed: a person reads it again', async () => {
  const ready = await readyToLeave(database, smtp.port)
  const { firm, customer, item } = ready
  await firm.inTransaction(async (db) => {
    const run = await loadRunContext(db, nine)
    await cancelApproval(db, [ready.reminder])
    const typed = { subject: null, body: 'Comme convenu ce matin. Il reste {{ total.amountDue }}.' }
    await writeReminder(db, ready.reminder, typed, { run, language: 'fr' })
    await approveReminders(db, [ready.reminder], run, { now: false, nowMs: nine })
  })
  await firm.inTransaction(async (db) => {
    await aPayment(db, { customer, entity: firm.entity, item, amount: 74_400, on: asDate('2026-11-23') })
    await decideAgain(db, [customer], nine)
  })
  expect(await sendDue(tools(firm))).toBe(0)
  expect(await stateOf(ready)).toMatchObject({ state: 'pendingApproval', climbed: [] })

  await firm.inTransaction(async (db) =>
    approveReminders(db, [ready.reminder], await loadRunContext(db, nine), { now: false, nowMs: nine }),
  )
  expect(await sendDue(tools(firm))).toBe(1)
  const mail = await PostalMime.parse(arrived()[0]?.raw ?? '')
  expect(mail.text).toContain('Comme convenu ce matin. Il reste 9\u00a0000,00')
  expect(mail.text).not.toMatch(/9\s744/u)
})

it('opens a task and climbs nothing when the address is refused, and does not try it again', async () => {
  const ready = await readyToLeave(database, smtp.port)
  refused.set('compta@castel.example', '550 5.1.1 no such user')
  expect(await sendDue(tools(ready.firm))).toBe(0)
  expect(await stateOf(ready)).toMatchObject({ state: 'failed', climbed: [], contacts: 0 })
  expect(await openTasks(ready)).toEqual(['correctAddress'])
  await dailyRun(ready.firm.inTransaction, afterTen)
  expect(await sendDue(tools(ready.firm))).toBe(0)
})

it('lies in the test outbox, word for word, when the firm has no mail server', async () => {
  const firm = await aFirm(database)
  await firm.inTransaction(async (db) => {
    const customer = await aCustomer(db)
    await anInvoice(db, { customer, entity: firm.entity, number: 'F-1', due: '2026-11-09', amount: 100_000 })
  })
  await dailyRun(firm.inTransaction, nine)
  const kept = await firm.inTransaction(async (db) => {
    const { id } = await db.one<{ id: number }>(
      sql`select id from reminder where organization_id = current_organization()`,
    )
    await approveReminders(db, [id], await loadRunContext(db, nine), { now: false, nowMs: nine })
    return db.one<{ state: string; text: string }>(
      sql`select state, text_body as text from reminder where organization_id = current_organization() and id = ${id}`,
    )
  })
  expect(kept.state).toBe('inTestOutbox')
  expect(kept.text).toContain('1\u00a0000,00')
  await dailyRun(firm.inTransaction, afterTen)
  expect(await sendDue(tools(firm))).toBe(0)
  const { count } = await firm.inTransaction((db) =>
    db.one<{ count: number }>(
      sql`select count(*)::int as count from reminder where organization_id = current_organization()`,
    ),
  )
  expect(count).toBe(1)
})

describe('killed between two steps', () => {
  const nothingLeft: SendingPoint[] = ['beforeClaim', 'claimed', 'rechecked']
  const perhapsLeft: SendingPoint[] = [
    'frozen',
    'connecting',
    'renewed',
    'ready',
    'handingOver',
    'finalDot',
    'answered',
  ]
  const later = afterTen + 30 * 60_000

  const killedAt = async (ready: Ready, point: SendingPoint) => {
    const script = join(import.meta.dirname, 'testing/send-until.ts')
    const url = database.app.options.connectionString ?? ''
    const given = [script, url, `${ready.firm.organization}`, `${ready.reminder}`, point, `${afterTen}`]
    const child = spawn(process.execPath, given, { stdio: ['ignore', 'inherit', 'inherit'] })
    const [, signal] = await once(child, 'exit')
    expect(signal).toBe('SIGKILL')
  }

  for (const point of nothingLeft) {
    it(`${point}: nothing had left, it leaves once afterwards`, async () => {
      const ready = await readyToLeave(database, smtp.port)
      await killedAt(ready, point)
      await settleDeadClaims(tools(ready.firm, later))
      expect(await sendDue(tools(ready.firm, later))).toBe(1)
      expect(arrived()).toHaveLength(1)
      expect(await stateOf(ready)).toMatchObject({ state: 'sent', climbed: ['email-7'] })
    })
  }

  for (const point of perhapsLeft) {
    it(`${point}: never sent again by itself; uncertain, and a person decides`, async () => {
      const ready = await readyToLeave(database, smtp.port)
      await killedAt(ready, point)
      const left = arrived().length
      await settleDeadClaims(tools(ready.firm, later))
      expect(await sendDue(tools(ready.firm, later))).toBe(0)
      await dailyRun(ready.firm.inTransaction, later)
      expect(await sendDue(tools(ready.firm, later))).toBe(0)
      expect(arrived()).toHaveLength(left)
      expect(await stateOf(ready)).toMatchObject({ state: 'uncertain', climbed: [] })
      expect(await openTasks(ready)).toEqual(['resolveUncertain'])
    })
  }

  it('marked: it was sent, and stays so', async () => {
    const ready = await readyToLeave(database, smtp.port)
    await killedAt(ready, 'marked')
    await settleDeadClaims(tools(ready.firm, later))
    expect(await sendDue(tools(ready.firm, later))).toBe(0)
    expect(arrived()).toHaveLength(1)
    expect(await stateOf(ready)).toMatchObject({ state: 'sent', climbed: ['email-7'], contacts: 1 })
  })

  it('a person who says that it left makes it count; one who says it did not makes it be proposed again', async () => {
    for (const didLeave of [true, false]) {
      const ready = await readyToLeave(database, smtp.port)
      await killedAt(ready, 'answered')
      await settleDeadClaims(tools(ready.firm, later))
      await ready.firm.inTransaction(async (db) =>
        settleUncertain(db, ready.reminder, didLeave, await loadRunContext(db, later), later),
      )
      await ready.firm.inTransaction((db) => decideAgain(db, [ready.customer], later))
      expect(await stateOf(ready)).toMatchObject(
        didLeave ? { state: 'sent', climbed: ['email-7'], contacts: 1 } : { state: 'failed', climbed: [], contacts: 0 },
      )
      const waiting = await ready.firm.inTransaction((db) =>
        db.rows(
          sql`select id from reminder where organization_id = current_organization() and state = 'pendingApproval'`,
        ),
      )
      expect(waiting).toHaveLength(didLeave ? 0 : 1)
      expect(await openTasks(ready)).toEqual([])
    }
  })

  it('counts from the day it left, not from the day a person says so', async () => {
    const ready = await readyToLeave(database, smtp.port)
    await killedAt(ready, 'answered')
    const saidAt = Date.parse('2026-11-26T08:00:00Z')
    await settleDeadClaims(tools(ready.firm, saidAt))
    await ready.firm.inTransaction(async (db) =>
      settleUncertain(db, ready.reminder, true, await loadRunContext(db, saidAt), saidAt),
    )
    const days = await ready.firm.inTransaction((db) =>
      db.one(sql`select (select taken_on from step_taken where organization_id = current_organization()) as climbed,
      (select happened_on from exchange where organization_id = current_organization()) as contact`),
    )
    expect(days).toEqual({ climbed: '2026-11-23', contact: '2026-11-23' })
  })
})

/** What may be said of an invoice after a message about it was approved. */
const said = {
  'the customer complains': (db: Db, { customer, item, told }: SaidOf) =>
    openDispute(db, { customer, items: [item], reason: 'quality', note: null, owner: null }, told),
  'more time is granted': async (db: Db, { item, told }: SaidOf) => {
    const { invoice } = await db.one<{ invoice: number }>(
      sql`select invoice_id as invoice from open_item where organization_id = current_organization() and id = ${item}`,
    )
    return grantDelay(db, { invoice, until: asDate('2026-12-04'), reason: 'Livré en retard' }, false, told)
  },
}
interface SaidOf {
  readonly customer: number
  readonly item: number
  readonly told: Parameters<typeof openDispute>[2]
}

it.each(['the customer complains', 'more time is granted'] as const)(
  'a message asked for by hand goes back to approval when, after it was approved, %s',
  async (news) => {
    const firm = await aFirm(database)
    const { customer, item } = await firm.inTransaction(async (db) => {
      await aMailServer(db, firm.entity, smtp.port)
      const customer = await aCustomer(db)
      const given = { customer, entity: firm.entity, number: 'F-1', due: '2026-11-20', amount: 100_000 }
      return { customer, item: await anInvoice(db, given) }
    })
    await firm.inTransaction(async (db) => {
      const run = await loadRunContext(db, nine)
      const id = await remindByHand(db, { customer, items: [item], tone: 'neutral' }, run)
      await approveReminders(db, [id], run, { now: false, nowMs: nine })
    })
    const factsChanged: SaidOf['told']['factsChanged'] = (within, customers) => decideAgain(within, customers, nine)
    const told = { today: asDate('2026-11-23'), factsChanged }
    await firm.inTransaction((db) => said[news](db, { customer, item, told }))
    expect(await sendDue(tools(firm))).toBe(0)
    expect(arrived()).toHaveLength(0)
    const states = await firm.inTransaction((db) =>
      db.rows<{ state: string }>(sql`select state from reminder where organization_id = current_organization()`),
    )
    expect(states).toEqual([{ state: 'pendingApproval' }])
  },
)
