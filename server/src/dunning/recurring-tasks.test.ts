import { addDays, asDate, type CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { describe, expect, it } from 'vitest'
import { transaction } from '../platform/database/db.ts'
import { sql } from '../platform/database/sql.ts'
import { testDatabase } from '../platform/database/testing/test-database.ts'
import { endTask } from '../tasks/end-task.ts'
import { addRecurrence, endRecurrence, keepRecurrences, takeUpRecurrence } from '../tasks/recurrences.ts'
import { reopenTask } from '../tasks/reopen-task.ts'
import { dailyRun } from './run/daily-run.ts'
import { taskHooks } from './task-hooks.ts'
import { aFirm, type TestFirm } from './testing/a-firm.ts'

const database = await testDatabase()
const monday = asDate('2026-11-23')
const context = taskHooks(() => Date.parse('2026-11-23T08:00:00Z'))

/** « Regarder les retards », every Monday, from today on. */
async function everyMonday(): Promise<{ firm: TestFirm; id: number }> {
  const firm = await aFirm(database)
  const rule = { unit: 'week', every: 1, weekday: 1, monthDay: null, startsOn: monday } as const
  const what = {
    kind: 'other',
    title: 'Regarder les retards',
    note: null,
    customer: null,
    assignee: firm.claire,
  } as const
  const { id } = await firm.inTransaction((db) => addRecurrence(db, { ...what, ...rule }, monday))
  return { firm, id }
}

const all = (firm: TestFirm) =>
  firm.inTransaction((db) =>
    db.rows<{ id: number; on: CalendarDate; state: string; because: string }>(sql`
      select id, due_on as on, state, because from task where organization_id = current_organization() order by due_on`),
  )
const said = async (firm: TestFirm) => (await all(firm)).map(({ on, state }) => `${on} ${state}`)
const keep = (firm: TestFirm, on: CalendarDate) => firm.inTransaction((db) => keepRecurrences(db, on))
const open = async (firm: TestFirm) => (await all(firm)).find(({ state }) => state === 'todo')?.id ?? 0
const finish = async (firm: TestFirm, today: CalendarDate) => {
  const task = await open(firm)
  await firm.inTransaction((db) =>
    endTask(db, task, { outcome: 'done', note: null }, { today, language: 'fr', context }),
  )
  return task
}

describe('a task that comes back every Monday', () => {
  it('is there at once, and the next one once it is done', async () => {
    const { firm } = await everyMonday()
    expect(await said(firm)).toEqual(['2026-11-23 todo'])
    await finish(firm, monday)
    expect(await said(firm)).toEqual(['2026-11-23 done', '2026-11-30 todo'])
  })

  it('left undone, gives way to the next on its day: never two are open', async () => {
    const { firm } = await everyMonday()
    expect(await keep(firm, asDate('2026-11-29'))).toBe(0)
    expect(await keep(firm, asDate('2026-11-30'))).toBe(1)
    expect(await keep(firm, asDate('2026-11-30'))).toBe(0)
    expect(await all(firm)).toMatchObject([
      { on: '2026-11-23', state: 'dropped', because: 'overtaken' },
      { on: '2026-11-30', state: 'todo' },
    ])
  })

  it('does not pile up while the machine is off for five weeks', async () => {
    const { firm } = await everyMonday()
    await keep(firm, asDate('2026-12-30'))
    expect(await said(firm)).toEqual(['2026-11-23 dropped', '2026-12-28 todo'])
  })

  it('asked by two servers at once, it is made once', async () => {
    const { firm } = await everyMonday()
    await Promise.all([keep(firm, asDate('2026-11-30')), keep(firm, asDate('2026-11-30'))])
    expect(await said(firm)).toEqual(['2026-11-23 dropped', '2026-11-30 todo'])
  })

  it('undone, it is to be done again and the one after it is not there yet', async () => {
    const { firm } = await everyMonday()
    const task = await finish(firm, monday)
    await firm.inTransaction((db) => reopenTask(db, task, monday, context))
    expect(await said(firm)).toEqual(['2026-11-23 todo'])
    await finish(firm, monday)
    expect(await said(firm)).toEqual(['2026-11-23 done', '2026-11-30 todo'])
  })

  it('is in nobody’s hands, for all to see, once its owner has left', async () => {
    const { firm } = await everyMonday()
    await firm.inTransaction((db) => db.run(sql`update person set is_active = false where id = ${firm.claire}`))
    await keep(firm, asDate('2026-11-30'))
    const hands = await firm.inTransaction((db) =>
      db.rows<{ assignee: number | null }>(sql`
        select assignee_id as assignee from task where organization_id = current_organization() order by due_on`),
    )
    expect(hands).toEqual([{ assignee: firm.claire }, { assignee: null }])
  })

  it('stopped, what is ahead is not made; taken up again, it is', async () => {
    const { firm, id } = await everyMonday()
    await finish(firm, monday)
    await firm.inTransaction((db) => endRecurrence(db, id, monday))
    await keep(firm, asDate('2026-12-14'))
    expect(await said(firm)).toEqual(['2026-11-23 done'])
    await firm.inTransaction((db) => takeUpRecurrence(db, id, monday))
    expect(await said(firm)).toEqual(['2026-11-23 done', '2026-11-30 todo'])
  })

  it('stopped on its day, what has come remains to be done and nothing follows', async () => {
    const { firm, id } = await everyMonday()
    await firm.inTransaction((db) => endRecurrence(db, id, monday))
    await finish(firm, monday)
    expect(await said(firm)).toEqual(['2026-11-23 done'])
  })

  it('through a year of days asked in any rhythm, never two are open and none comes twice', async () => {
    const { firm } = await everyMonday()
    for (let on = monday, step = 1; on < '2027-03-01'; on = addDays(on, step), step = (step * 5) % 13 || 1) {
      await keep(firm, on)
      if (step % 2 === 0) await finish(firm, on)
    }
    const rows = await all(firm)
    expect(rows.filter(({ state }) => state === 'todo')).toHaveLength(1)
    expect(new Set(rows.map(({ on }) => on)).size).toBe(rows.length)
  })

  it('is not made by a sales rep who has the own customers decided: what is of the house is the house’s', async () => {
    const { firm } = await everyMonday()
    const { id: karim } = await firm.inTransaction((db) =>
      db.one<{ id: number }>(sql`
        insert into person (organization_id, name, email, role) values (current_organization(), 'Karim', 'karim@vauquelin.example', 'sales') returning id`),
    )
    const scope = { organization: firm.organization, person: karim, rights: 'portfolio' } as const
    const nextMonday = Date.parse('2026-11-30T08:00:00Z')
    await dailyRun((work) => transaction(database.app, scope, work), nextMonday)
    expect(await said(firm)).toEqual(['2026-11-23 todo'])
    await dailyRun(firm.inTransaction, nextMonday)
    expect(await said(firm)).toEqual(['2026-11-23 dropped', '2026-11-30 todo'])
  })
})
