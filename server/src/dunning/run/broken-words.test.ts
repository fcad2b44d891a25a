import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import { explain } from '@quittance/core/dunning/explain.ts'
import { asCurrency, money } from '@quittance/core/money/money.ts'
import { expect, it } from 'vitest'
import { addExchange } from '../../customers/exchanges.ts'
import { historyOf } from '../../customers/history.ts'
import { openItemRows } from '../../invoices/open-item-rows.ts'
import type { Db } from '../../platform/database/db.ts'
import { sql } from '../../platform/database/sql.ts'
import { testDatabase } from '../../platform/database/testing/test-database.ts'
import { agreePlan, stopPlan } from '../../promises/agree-plan.ts'
import { notePromise } from '../../promises/note-promise.ts'
import { tasksToDo } from '../../tasks/queries.ts'
import { taskReason } from '../../tasks/task-words.ts'
import { aCustomer, aFirm, anInvoice, aPayment, type TestFirm } from '../testing/a-firm.ts'
import { dailyRun, decideAgain } from './daily-run.ts'
import { decideOnly } from './decide-customers.ts'
import { loadRunContext } from './run-context.ts'

const database = await testDatabase()
// Monday 23 November 2026, 09:00 in Paris; a promise for that day is broken on the 24th.
const monday = Date.parse('2026-11-23T08:00:00Z')
const days = (count: number) => monday + count * 86_400_000
const told = { today: asDate('2026-11-23'), factsChanged: async () => undefined }
const euros = (amount: number) => money(amount, asCurrency('EUR'))

interface Owing {
  readonly firm: TestFirm
  readonly customer: number
  readonly item: number
}

async function owing(): Promise<Owing> {
  const firm = await aFirm(database)
  const made = await firm.inTransaction(async (db) => {
    const customer = await aCustomer(db)
    const due = { customer, entity: firm.entity, number: 'F-1', due: '2026-11-10', amount: 120_000 }
    return { customer, item: await anInvoice(db, due) }
  })
  return { firm, ...made }
}

const promised = ({ firm, customer, item }: Owing, amount = 120_000) =>
  firm.inTransaction((db) =>
    notePromise(db, { customer, items: [item], promisedFor: told.today, amount: euros(amount), note: null }, told),
  )

/** Half on Thursday 26 November, half on 15 December. */
const planned = ({ firm, customer, item }: Owing, half = 60_000) =>
  firm.inTransaction((db) => {
    const instalments = ['2026-11-26', '2026-12-15'].map((dueOn) => ({ dueOn: asDate(dueOn), amount: euros(half) }))
    return agreePlan(db, { customer, items: [item], instalments, note: null }, told)
  })

const calls = (firm: TestFirm) =>
  firm.inTransaction((db) =>
    db.rows<{ because: string; state: string }>(sql`
      select because, state from task where organization_id = current_organization() and kind = 'call' order by id`),
  )

const decisionOn = ({ firm, customer }: Owing, atMs: number) =>
  firm.inTransaction(async (db) => (await decideOnly(db, [customer], await loadRunContext(db, atMs)))[0]?.decision)

/** What lists and pages say comes next for the invoice. */
const shownOn = ({ firm, item }: Owing, today: string) =>
  firm.inTransaction(async (db) => (await openItemRows(db, [item], { today: asDate(today), language: 'fr' }))[0]?.next)

const receive = ({ firm, customer, item }: Owing, amount: number, on: string) =>
  firm.inTransaction(async (db: Db) => {
    await aPayment(db, { customer, entity: firm.entity, item, amount, on: asDate(on) })
    await decideAgain(db, [customer], Date.parse(`${on}T09:00:00Z`))
  })

/** Every payment comes back on the 26th. */
const bounce = (firm: TestFirm) =>
  firm.inTransaction(async (db) => {
    await db.run(sql`
      insert into allocation (organization_id, open_item_id, payment_id, amount, allocated_on, reverses_id)
      select organization_id, open_item_id, payment_id, -amount, '2026-11-26', id from allocation
      where organization_id = current_organization()`)
    await db.run(sql`
      insert into payment_reversal (organization_id, payment_id, reversed_on, reason)
      select organization_id, id, '2026-11-26', 'rejected' from payment where organization_id = current_organization()`)
  })

it('has somebody call, once, about a promise that was not kept', async () => {
  const owed = await owing()
  await promised(owed)
  expect(await decisionOn(owed, monday)).toMatchObject({ kind: 'hold', because: 'promise' })
  for (const at of [monday, days(1), days(1), days(2)]) await dailyRun(owed.firm.inTransaction, at)
  expect(await calls(owed.firm)).toEqual([{ because: 'promiseBroken', state: 'todo' }])
  const decision = await decisionOn(owed, days(1))
  expect(decision).toMatchObject({ kind: 'take', broken: [{ because: 'promise', on: '2026-11-23' }] })
  const facts = { customerName: 'Castel', invoiceOf: () => 'F-1' }
  expect(decision && explain(decision, 'fr', facts)).toContain('La promesse de payer le 23/11/2026 n’a pas été tenue.')
})

it('asks nobody about a promise that was kept, though something is left', async () => {
  const owed = await owing()
  await promised(owed, 50_000)
  await receive(owed, 50_000, '2026-11-23')
  await dailyRun(owed.firm.inTransaction, days(1))
  expect(await decisionOn(owed, days(1))).not.toHaveProperty('broken')
  expect(await calls(owed.firm)).toEqual([])
})

it('tells a promise of which a part came in time from one of which nothing came', async () => {
  const reasons = (firm: TestFirm) =>
    firm.inTransaction(async (db) => {
      const [task] = await tasksToDo(db, asDate('2026-11-24'), null)
      return task && [taskReason(task, 'fr'), taskReason(task, 'en')]
    })
  for (const [came, ...said] of [
    [50_000, 'Promesse du 23/11 tenue en partie · 1 facture', 'Promise of 23 Nov 2026 kept in part · 1 invoice'],
    [0, 'Promesse du 23/11 non tenue · 1 facture', 'Promise of 23 Nov 2026 not kept · 1 invoice'],
  ] as const) {
    const owed = await owing()
    await promised(owed)
    if (came > 0) await receive(owed, came, '2026-11-23')
    await dailyRun(owed.firm.inTransaction, days(1))
    expect(await reasons(owed.firm)).toEqual(said)
  }
})

it('asks nobody when they spoke since', async () => {
  const owed = await owing()
  await promised(owed)
  await owed.firm.inTransaction((db) =>
    addExchange(db, {
      customer: owed.customer,
      kind: 'call',
      happenedOn: asDate('2026-11-24'),
      countsAsContact: true,
      summary: 'Paie demain',
    }),
  )
  await dailyRun(owed.firm.inTransaction, days(1))
  expect(await calls(owed.firm)).toEqual([])
})

it('drops the call when the money comes after all, and asks again when it bounces', async () => {
  const owed = await owing()
  await promised(owed)
  await dailyRun(owed.firm.inTransaction, days(1))
  await receive(owed, 120_000, '2026-11-25')
  expect(await calls(owed.firm)).toEqual([{ because: 'settled', state: 'dropped' }])
  await bounce(owed.firm)
  await dailyRun(owed.firm.inTransaction, days(3))
  expect((await calls(owed.firm)).at(-1)).toEqual({ because: 'promiseBroken', state: 'todo' })
})

it('holds a promise for broken when the payment that kept it bounces later', async () => {
  const owed = await owing()
  await promised(owed)
  await receive(owed, 120_000, '2026-11-23')
  await bounce(owed.firm)
  expect(await decisionOn(owed, days(3))).toMatchObject({ broken: [{ because: 'promise', on: '2026-11-23' }] })
})

it('asks about a promise whose payment came back, though somebody was spoken with while it stood', async () => {
  const owed = await owing()
  await promised(owed)
  await receive(owed, 120_000, '2026-11-23')
  await owed.firm.inTransaction((db) =>
    addExchange(db, {
      customer: owed.customer,
      kind: 'call',
      happenedOn: asDate('2026-11-25'),
      countsAsContact: true,
      summary: 'Merci du règlement',
    }),
  )
  await dailyRun(owed.firm.inTransaction, days(2))
  expect(await calls(owed.firm)).toEqual([])
  await bounce(owed.firm)
  await dailyRun(owed.firm.inTransaction, days(3))
  expect(await calls(owed.firm)).toEqual([{ because: 'promiseBroken', state: 'todo' }])
  const history = await owed.firm.inTransaction((db) =>
    historyOf(db, { customer: owed.customer, invoice: null }, { today: asDate('2026-11-26'), language: 'fr' }),
  )
  expect(history.find(({ kind }) => kind === 'brokenPromise')).toMatchObject({
    on: '2026-11-26',
    detail: expect.stringMatching(/annoncés pour le 23\/11\/2026, un règlement n’a pas tenu$/),
  })
})

it('gives the items of a plan back when an instalment is missed, and takes them again when it comes', async () => {
  const owed = await owing()
  await planned(owed)
  // Thursday the 26th and two working days more: Monday the 30th still waits.
  await dailyRun(owed.firm.inTransaction, days(7))
  expect(await decisionOn(owed, days(7))).toMatchObject({ kind: 'hold', because: 'plan', until: '2026-12-01' })
  expect(await shownOn(owed, '2026-11-30')).toMatchObject({ because: 'plan', on: '2026-11-26' })
  await dailyRun(owed.firm.inTransaction, days(8))
  expect(await shownOn(owed, '2026-12-01')).toMatchObject({ kind: 'email', isToday: true })
  expect(await decisionOn(owed, days(8))).toMatchObject({
    kind: 'take',
    broken: [{ because: 'plan', on: '2026-11-26' }],
  })
  expect(await calls(owed.firm)).toEqual([{ because: 'planBroken', state: 'todo' }])
  await receive(owed, 60_000, '2026-12-02')
  expect(await decisionOn(owed, days(9))).toMatchObject({ kind: 'hold', because: 'plan' })
  expect(await calls(owed.firm)).toEqual([{ because: 'settled', state: 'dropped' }])
})

it('counts for a plan only what came since it was agreed', async () => {
  const owed = await owing()
  await receive(owed, 60_000, '2026-11-20')
  await planned(owed, 30_000)
  expect(await decisionOn(owed, days(8))).toMatchObject({ kind: 'take' })
})

it('chases again what a plan kept back from the day a person ends it', async () => {
  const owed = await owing()
  const plan = await planned(owed)
  await owed.firm.inTransaction((db) => stopPlan(db, plan, told))
  const decision = await decisionOn(owed, monday)
  expect(decision).toMatchObject({ kind: 'take' })
  expect(decision).not.toHaveProperty('broken')
})

it('keeps the invoice of a subsidiary back by the promise of its parent', async () => {
  const owed = await owing()
  await owed.firm.inTransaction(async (db) => {
    const parent = await aCustomer(db, { name: 'Groupe Castel' })
    await db.run(sql`
      update customer set parent_id = ${parent} where organization_id = current_organization() and id = ${owed.customer}`)
    const asked = { customer: parent, items: [owed.item], promisedFor: told.today, amount: euros(1000), note: null }
    await notePromise(db, asked, told)
  })
  expect(await decisionOn(owed, monday)).toMatchObject({ kind: 'hold', because: 'promise' })
})
