import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import { expect, it } from 'vitest'
import { sql } from '../platform/database/sql.ts'
import { testDatabase } from '../platform/database/testing/test-database.ts'
import { endTask } from '../tasks/end-task.ts'
import { listTasks } from '../tasks/list-tasks.ts'
import type { Outcome } from '../tasks/outcome.ts'
import { reopenTask } from '../tasks/reopen-task.ts'
import { taskPanel } from '../tasks/task-panel.ts'
import { dailyRun } from './run/daily-run.ts'
import { taskHooks } from './task-hooks.ts'
import { aCustomer, aFirm, anInvoice, type TestFirm } from './testing/a-firm.ts'

const database = await testDatabase()
const today = asDate('2026-11-23')
const morning = Date.parse('2026-11-23T08:00:00Z')
const context = taskHooks(() => morning)
const seen = { today, language: 'fr' as const, context }

/** An invoice 53 days late that has had its three e-mails: the call is due. */
async function aCallToMake(): Promise<{ firm: TestFirm; task: number }> {
  const firm = await aFirm(database)
  await firm.inTransaction(async (db) => {
    const customer = await aCustomer(db, { hasAddress: true })
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
  })
  await dailyRun(firm.inTransaction, morning)
  const { rows } = await firm.inTransaction((db) => listTasks(db, { person: null, today, language: 'fr' }))
  return { firm, task: rows[0]?.id ?? 0 }
}

const after = (firm: TestFirm) =>
  firm.inTransaction(async (db) => ({
    tasks: (await listTasks(db, { person: null, today, language: 'fr' })).rows.map((row) => row.kind),
    decision: (
      await db.one<{ said: string }>(sql`
      select kind || ' ' || because as said from current_decision where organization_id = current_organization()`)
    ).said,
    climbed: (
      await db.rows<{ step: string }>(sql`
      select step_key as step from step_taken where organization_id = current_organization() order by delay_days`)
    ).map((row) => row.step),
  }))

const end = (firm: TestFirm, task: number, told: Partial<Outcome>) =>
  firm.inTransaction((db) => endTask(db, task, { outcome: 'done', note: null, ...told }, seen))

it('gives the call to somebody with everything needed to make it', async () => {
  const { firm, task } = await aCallToMake()
  const panel = await firm.inTransaction((db) => taskPanel(db, task, seen))
  expect(panel).toMatchObject({
    kind: 'call',
    title: 'Appeler Mme Gauthier, Menuiseries Castel',
    assignee: { name: 'Claire Besson' },
  })
  expect(panel.items.map((item) => [item.invoiceNumber, item.daysLate])).toEqual([['F-1', 53]])
  expect(panel.why).not.toBe('')
  expect(panel.opening).toContain('Mme Gauthier')
})

it('a call that was made climbs its rung and counts as a contact; undoing it takes both back', async () => {
  const { firm, task } = await aCallToMake()
  await end(firm, task, { note: 'Virement la semaine prochaine' })
  expect(await after(firm)).toEqual({ tasks: [], decision: 'rest noStepDue', climbed: ['email-30', 'call-40'] })
  await firm.inTransaction((db) => reopenTask(db, task, today, context))
  expect(await after(firm)).toEqual({ tasks: ['call'], decision: 'hold humanToday', climbed: ['email-30'] })
})

it('a promise made on the phone keeps everything back until its day, and goes away with undo', async () => {
  const { firm, task } = await aCallToMake()
  await end(firm, task, { outcome: 'promises', promisedFor: asDate('2026-11-30') })
  expect((await after(firm)).decision).toBe('hold promise')
  await firm.inTransaction((db) => reopenTask(db, task, today, context))
  expect((await after(firm)).decision).toBe('hold humanToday')
})

it('a promise made on the phone is one for each currency owed', async () => {
  const { firm, task } = await aCallToMake()
  await firm.inTransaction((db) =>
    db.run(sql`
      with dollars as (
        insert into invoice (organization_id, legal_entity_id, customer_id, number, issue_date, currency, total_amount)
        select organization_id, legal_entity_id, customer_id, 'F-USD', '2026-09-01', 'USD', 5000 from task
        where organization_id = current_organization() and id = ${task} returning *),
      line as (
        insert into open_item (organization_id, invoice_id, legal_entity_id, customer_id, currency, issue_date, due_date, amount)
        select organization_id, id, legal_entity_id, customer_id, currency, issue_date, '2026-10-01', 5000 from dollars returning *)
      insert into task_item (organization_id, task_id, open_item_id) select organization_id, ${task}, id from line`),
  )
  await end(firm, task, { outcome: 'promises', promisedFor: asDate('2026-11-30') })
  const promised = await firm.inTransaction((db) =>
    db.rows(sql`select currency, amount from promise where organization_id = current_organization() order by 1`),
  )
  expect(promised).toEqual([
    { currency: 'EUR', amount: 100_000 },
    { currency: 'USD', amount: 5000 },
  ])
})

it('is done on the day of the clock, whatever that of the database', async () => {
  const { firm, task } = await aCallToMake()
  await end(firm, task, {})
  const { done } = await firm.inTransaction((db) => listTasks(db, { person: null, today, language: 'fr' }))
  expect(done.map((row) => row.id)).toEqual([task])
})

it('a call nobody answered comes back two working days later and climbs nothing', async () => {
  const { firm, task } = await aCallToMake()
  const sentence = await end(firm, task, { outcome: 'notReached' })
  expect(sentence).toContain('25/11/2026')
  expect(await after(firm)).toMatchObject({ tasks: [], climbed: ['email-30'], decision: 'hold humanToday' })
  const back = await firm.inTransaction((db) =>
    listTasks(db, { person: null, today: asDate('2026-11-25'), language: 'fr' }),
  )
  expect(back.rows.map((row) => row.kind)).toEqual(['call'])
})

it('a customer who says it is paid is left alone while the transfer travels', async () => {
  const { firm, task } = await aCallToMake()
  await end(firm, task, { outcome: 'saysPaid' })
  expect((await after(firm)).decision).toBe('hold paused')
})

it('a dispute told on the phone takes the invoice out of the chase', async () => {
  const { firm, task } = await aCallToMake()
  await end(firm, task, {
    outcome: 'disputes',
    dispute: { reason: 'quality', category: null, owner: null, deadline: null, part: null },
  })
  expect((await after(firm)).decision).toBe('hold dispute')
})

it('prints the formal notice of a letter step', async () => {
  const { firm, task } = await aCallToMake()
  await end(firm, task, {})
  const later = Date.parse('2026-12-01T08:00:00Z')
  await dailyRun(firm.inTransaction, later)
  const letter = await firm.inTransaction(async (db) => {
    const { rows } = await listTasks(db, { person: null, today: asDate('2026-12-01'), language: 'fr' })
    return taskHooks(() => later).letterOf(db, rows.find((row) => row.kind === 'letter')?.id ?? 0)
  })
  expect(letter?.pdf.subarray(0, 5).toString()).toBe('%PDF-')
})
