import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import { expect, it } from 'vitest'
import { type Db, transaction } from '../platform/database/db.ts'
import { sql } from '../platform/database/sql.ts'
import { testDatabase } from '../platform/database/testing/test-database.ts'
import { assignTask } from '../tasks/assign-task.ts'
import { endTask } from '../tasks/end-task.ts'
import { listTasks } from '../tasks/list-tasks.ts'
import { planTask, refuseUnlessColleague } from '../tasks/plan-task.ts'
import { reopenTask } from '../tasks/reopen-task.ts'
import { taskPanel } from '../tasks/task-panel.ts'
import { dailyRun } from './run/daily-run.ts'
import { taskHooks } from './task-hooks.ts'
import { aCustomer, aFirm, anInvoice } from './testing/a-firm.ts'

const database = await testDatabase()
const today = asDate('2026-11-23')
const morning = Date.parse('2026-11-23T08:00:00Z')
const context = taskHooks(() => morning)
const seen = { today, language: 'fr' as const, context }

/** Karim and Nadia are sales reps, each with one late customer; calls about both are due. */
async function twoPortfolios() {
  const firm = await aFirm(database)
  const rep = (db: Db, name: string, role = 'sales') =>
    db.one<{ id: number }>(sql`
      insert into person (organization_id, name, email, role) values (current_organization(), ${name}, ${`${name}@vauquelin.example`}, ${role}) returning id`)
  const made = await firm.inTransaction(async (db) => {
    const karim = (await rep(db, 'Karim')).id
    const nadia = (await rep(db, 'Nadia')).id
    const customers: number[] = []
    for (const [name, person] of [
      ['Castel', karim],
      ['Delmas', nadia],
    ] as const) {
      const customer = await aCustomer(db, { name, email: `compta@${name}.example` })
      await db.run(sql`update customer set sales_rep_id = ${person} where id = ${customer}`)
      const item = await anInvoice(db, {
        customer,
        entity: firm.entity,
        number: `F-${name}`,
        due: '2026-10-01',
        amount: 100_000,
      })
      await db.run(sql`
        insert into step_taken (organization_id, open_item_id, step_key, delay_days, taken_on, how)
        values (current_organization(), ${item}, 'email-30', 30, '2026-11-02', 'sent')`)
      customers.push(customer)
    }
    return { karim, nadia, castel: customers[0] ?? 0, delmas: customers[1] ?? 0 }
  })
  await dailyRun(firm.inTransaction, morning)
  const as = <T>(person: number, work: (db: Db) => Promise<T>): Promise<T> =>
    transaction(database.app, { organization: firm.organization, person, rights: 'all' }, work)
  const list = (db: Db) => listTasks(db, { person: null, today, language: 'fr' })
  const names = (person: number) =>
    as(person, async (db) => (await list(db)).rows.map(({ customer }) => customer?.name ?? ''))
  const taskOf = (customer: number) =>
    firm.inTransaction(async (db) => (await list(db)).rows.find((row) => row.customer?.id === customer)?.id ?? 0)
  return { ...made, firm, as, names, taskOf }
}

it('a sales rep sees the tasks of the own customers, accounting those of all', async () => {
  const { karim, nadia, firm, names } = await twoPortfolios()
  expect(await names(karim)).toEqual(['Castel'])
  expect(await names(nadia)).toEqual(['Delmas'])
  expect((await names(firm.claire)).toSorted()).toEqual(['Castel', 'Delmas'])
})

it('a task of another portfolio is not found, is not ended and is not given away', async () => {
  const { karim, nadia, as, delmas, taskOf } = await twoPortfolios()
  const task = await taskOf(delmas)
  const missing = { status: 404 }
  await expect(as(karim, (db) => taskPanel(db, task, seen))).rejects.toMatchObject(missing)
  await expect(as(karim, (db) => endTask(db, task, { outcome: 'done', note: null }, seen))).rejects.toMatchObject(
    missing,
  )
  const given = { task, person: karim, note: null, today }
  await expect(as(karim, (db) => assignTask(db, given))).rejects.toMatchObject(missing)
  expect(await as(nadia, (db) => taskPanel(db, task, seen))).toMatchObject({ id: task })
})

it('plans nothing about the customers of others', async () => {
  const { karim, as, castel, delmas } = await twoPortfolios()
  const task = { kind: 'call', title: 'Rappeler', dueOn: today, assignee: karim, note: null } as const
  await expect(as(karim, (db) => planTask(db, { ...task, customer: delmas }))).rejects.toMatchObject({
    status: 404,
  })
  expect(await as(karim, (db) => planTask(db, { ...task, customer: castel }))).toBeGreaterThan(0)
})

it('is given to nobody who has left, nor to a stranger', async () => {
  const { karim, nadia, as, firm } = await twoPortfolios()
  await firm.inTransaction((db) => db.run(sql`update person set is_active = false where id = ${nadia}`))
  for (const person of [nadia, 999_999])
    await expect(as(karim, (db) => refuseUnlessColleague(db, person))).rejects.toMatchObject({ code: 'noColleague' })
  await as(karim, (db) => refuseUnlessColleague(db, firm.claire))
})

it('a task handed over is seen by its new owner with who gave it and why, and leaves the sight of the old one', async () => {
  const { karim, nadia, as, names, castel, taskOf, firm } = await twoPortfolios()
  const task = await taskOf(castel)
  await firm.inTransaction((db) => db.run(sql`update customer set sales_rep_id = ${firm.claire} where id = ${castel}`))
  await firm.inTransaction((db) => db.run(sql`update task set assignee_id = ${karim} where id = ${task}`))
  expect(await names(karim)).toEqual(['Castel'])
  await as(karim, (db) => assignTask(db, { task, person: nadia, note: 'Vous le connaissez mieux', today }))
  expect(await names(karim)).toEqual([])
  const panel = await as(nadia, (db) => taskPanel(db, task, seen))
  expect(panel.handed).toEqual({ by: 'Karim', on: today, note: 'Vous le connaissez mieux' })
  expect(panel.course[0]).toMatchObject({ kind: 'assigned', from: 'Karim', to: 'Nadia' })
})

it('what the house decides in the name of a rep looks at all tasks: a call is not asked for twice', async () => {
  const { karim, as, delmas, firm } = await twoPortfolios()
  const count = () =>
    firm.inTransaction(
      async (db) => (await db.rows(sql`select id from task where organization_id = current_organization()`)).length,
    )
  const before = await count()
  await as(karim, (db) => context.factsChanged(db, [delmas]))
  expect(await count()).toBe(before)
})

it('a rep who says the customer has paid asks accounting, whose task is out of the own sight only if it is not of the own customer', async () => {
  const { karim, as, castel, taskOf, firm, names } = await twoPortfolios()
  await as(karim, async (db) => endTask(db, await taskOf(castel), { outcome: 'saysPaid', note: null }, seen))
  const tomorrow = asDate('2026-11-24')
  const rows = await firm.inTransaction((db) => listTasks(db, { person: firm.claire, today: tomorrow, language: 'fr' }))
  expect(rows.rows.map(({ kind }) => kind)).toContain('findPayment')
  expect(await names(karim)).toEqual([])
})

it('a rep given a task about the customer of another notes the promise all the same, and may take it back', async () => {
  const { karim, as, delmas, taskOf, firm } = await twoPortfolios()
  const task = await taskOf(delmas)
  await firm.inTransaction((db) => db.run(sql`update task set assignee_id = ${karim} where id = ${task}`))
  const promises = () =>
    firm.inTransaction((db) =>
      db.rows(sql`select id from promise where organization_id = current_organization() and withdrawn_on is null`),
    )
  const told = { outcome: 'promises', promisedFor: asDate('2026-11-30'), note: null } as const
  await as(karim, (db) => endTask(db, task, told, seen))
  expect(await promises()).toHaveLength(1)
  await as(karim, (db) => reopenTask(db, task, today, context))
  expect(await promises()).toEqual([])
})
