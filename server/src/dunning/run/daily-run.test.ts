import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import { expect, it } from 'vitest'
import { sql } from '../../platform/database/sql.ts'
import { testDatabase } from '../../platform/database/testing/test-database.ts'
import { aCustomer, aFirm, anInvoice, aPayment } from '../testing/a-firm.ts'
import { dailyRun, decideAgain } from './daily-run.ts'

const database = await testDatabase()
// Monday 23 November 2026, 09:00 in Paris.
const monday = Date.parse('2026-11-23T08:00:00Z')

const remindersOf = (firm: Awaited<ReturnType<typeof aFirm>>) =>
  firm.inTransaction((db) =>
    db.rows<{ state: string; step: string; because: string | null; amounts: number[] }>(sql`
      select r.state, r.step_key as step, r.ended_because as because,
        array(select l.amount_due from reminder_item l where l.organization_id = r.organization_id and l.reminder_id = r.id order by 1) as amounts
      from reminder r where r.organization_id = current_organization() order by r.id`),
  )

it('queues one message a customer, for approval, however often the scheduler runs', async () => {
  const firm = await aFirm(database)
  await firm.inTransaction(async (db) => {
    const customer = await aCustomer(db)
    await anInvoice(db, { customer, entity: firm.entity, number: 'F-1', due: '2026-11-10', amount: 120_000 })
    await anInvoice(db, { customer, entity: firm.entity, number: 'F-2', due: '2026-11-20', amount: 30_000 })
  })
  for (let times = 0; times < 100; times += 1) await dailyRun(firm.inTransaction, monday)
  expect(await remindersOf(firm)).toEqual([
    { state: 'pendingApproval', step: 'email-7', because: null, amounts: [30_000, 120_000] },
  ])
  const decisions = await firm.inTransaction((db) =>
    db.rows(sql`select kind, because from decision where organization_id = current_organization()`),
  )
  expect(decisions).toEqual([{ kind: 'take', because: 'stepDue' }])
})

it('takes the message back with its reason when the invoice is paid, and rewrites it when it is paid in part', async () => {
  const firm = await aFirm(database)
  const { customer, item } = await firm.inTransaction(async (db) => {
    const customer = await aCustomer(db)
    return {
      customer,
      item: await anInvoice(db, { customer, entity: firm.entity, number: 'F-1', due: '2026-11-10', amount: 100_000 }),
    }
  })
  await dailyRun(firm.inTransaction, monday)
  const on = asDate('2026-11-23')
  await firm.inTransaction(async (db) => {
    await aPayment(db, { customer, entity: firm.entity, item, amount: 40_000, on })
    await decideAgain(db, [customer], monday)
  })
  expect(await remindersOf(firm)).toEqual([
    { state: 'pendingApproval', step: 'email-7', because: null, amounts: [60_000] },
  ])
  await firm.inTransaction(async (db) => {
    await aPayment(db, { customer, entity: firm.entity, item, amount: 60_000, on })
    await decideAgain(db, [customer], monday)
  })
  expect(await remindersOf(firm)).toEqual([
    { state: 'cancelled', step: 'email-7', because: 'nothingOverdue', amounts: [60_000] },
  ])
})

it('gives a call to a person once, and drops it when its invoice is paid', async () => {
  const firm = await aFirm(database)
  const { customer, item } = await firm.inTransaction(async (db) => {
    const customer = await aCustomer(db)
    const item = await anInvoice(db, {
      customer,
      entity: firm.entity,
      number: 'F-1',
      due: '2026-10-01',
      amount: 100_000,
    })
    await db.run(sql`
      insert into step_taken (organization_id, open_item_id, step_key, delay_days, taken_on, how)
      values (current_organization(), ${item}, 'email-30', 30, '2026-11-02', 'sent')`)
    return { customer, item }
  })
  await dailyRun(firm.inTransaction, monday)
  await dailyRun(firm.inTransaction, monday)
  const tasks = () =>
    firm.inTransaction((db) =>
      db.rows(
        sql`select kind, state, assignee_id as assignee, because from task where organization_id = current_organization()`,
      ),
    )
  expect(await tasks()).toEqual([{ kind: 'call', state: 'todo', assignee: firm.claire, because: 'stepDue' }])
  await firm.inTransaction(async (db) => {
    await aPayment(db, { customer, entity: firm.entity, item, amount: 100_000, on: asDate('2026-11-23') })
    await decideAgain(db, [customer], monday)
  })
  expect(await tasks()).toEqual([{ kind: 'call', state: 'dropped', assignee: firm.claire, because: 'paid' }])
})

it('is never silent about a customer without an address: somebody is asked to correct it, once', async () => {
  const firm = await aFirm(database)
  const customer = await firm.inTransaction(async (db) => {
    const customer = await aCustomer(db, { email: null })
    await anInvoice(db, { customer, entity: firm.entity, number: 'F-1', due: '2026-11-10', amount: 100_000 })
    return customer
  })
  await dailyRun(firm.inTransaction, monday)
  await dailyRun(firm.inTransaction, monday)
  const tasks = () =>
    firm.inTransaction((db) =>
      db.rows(sql`select kind, state from task where organization_id = current_organization()`),
    )
  expect(await tasks()).toEqual([{ kind: 'correctAddress', state: 'todo' }])
  await firm.inTransaction(async (db) => {
    await db.run(
      sql`insert into contact (organization_id, customer_id, email) values (current_organization(), ${customer}, 'a@b.example')`,
    )
    await decideAgain(db, [customer], monday)
  })
  expect(await tasks()).toEqual([{ kind: 'correctAddress', state: 'dropped' }])
  expect(await remindersOf(firm)).toHaveLength(1)
})

it('waits for the letter that goes instead of an e-mail, and calls it a letter, from the first run on', async () => {
  const firm = await aFirm(database)
  await firm.inTransaction(async (db) => {
    const customer = await aCustomer(db, { email: null, hasAddress: true })
    await anInvoice(db, { customer, entity: firm.entity, number: 'F-1', due: '2026-11-10', amount: 100_000 })
  })
  const decisions = () =>
    firm.inTransaction((db) =>
      db.rows(sql`select kind, because from decision where organization_id = current_organization() order by id`),
    )
  const once = [
    { kind: 'take', because: 'stepDue' },
    { kind: 'hold', because: 'humanToday' },
  ]
  for (const expected of [once, once]) {
    await dailyRun(firm.inTransaction, monday)
    expect(await decisions()).toEqual(expected)
    const channel = await firm.inTransaction((db) =>
      db.one(sql`select channel from current_decision where organization_id = current_organization()`),
    )
    expect(channel).toEqual({ channel: 'letter' })
  }
})
