import { expect, it } from 'vitest'
import { testDatabase } from '../../platform/database/testing/test-database.ts'
import { dailyRun } from '../run/daily-run.ts'
import { loadRunContext } from '../run/run-context.ts'
import { aCustomer, aFirm, anInvoice } from '../testing/a-firm.ts'
import { setAside } from './approve-reminders.ts'
import { listReminders } from './list-reminders.ts'
import { weekOf } from './week.ts'

const database = await testDatabase()
// Monday 23 November 2026, nine in Paris.
const nine = Date.parse('2026-11-23T08:00:00Z')

it('tells what is prepared today and what is planned until Sunday, each with the sum that is late by then', async () => {
  const firm = await aFirm(database)
  const add = (name: string, due: string, amount: number) =>
    firm.inTransaction(async (db) => {
      const customer = await aCustomer(db, { name, email: `compta@${name.toLowerCase()}.example` })
      await anInvoice(db, { customer, entity: firm.entity, number: `F-${name}`, due, amount })
    })
  await add('Abel', '2026-11-09', 100_000)
  await add('Bo', '2026-11-18', 200_000) // seven days late on Wednesday
  await add('Castel', '2026-11-24', 300_000) // on Tuesday of next week
  await add('Zola', '2026-11-09', 400_000)
  await dailyRun(firm.inTransaction, nine)
  const week = await firm.inTransaction(async (db) => {
    const run = await loadRunContext(db, nine)
    const { rows } = await listReminders(db, { view: 'ready', limit: 10 }, run, 'fr')
    const zola = rows.find(({ customer }) => customer.name === 'Zola')
    await setAside(db, zola?.id ?? 0, { until: undefined }, run)
    // Of two listed, the third is counted and added up all the same, and stands on the next page.
    const first = await weekOf(db, run.today, 'fr', { limit: 2 })
    expect([first.rows.length, first.count, first.total]).toEqual([2, 3, [{ amount: 700_000, currency: 'EUR' }]])
    const second = await weekOf(db, run.today, 'fr', { limit: 2, cursor: first.nextCursor ?? '' })
    expect([second.rows.length, second.count, second.nextCursor]).toEqual([1, 3, null])
    const whole = await weekOf(db, run.today, 'fr', { limit: 100 })
    expect([...first.rows, ...second.rows]).toEqual(whole.rows)
    return whole
  })
  expect(week.until).toBe('2026-11-29')
  expect(week.count).toBe(3)
  expect(
    week.rows.map(({ customer, on, state, stepLabel, total }) => [customer.name, on, state, stepLabel, total]),
  ).toEqual([
    ['Abel', '2026-11-23', 'pendingApproval', 'J+7', [{ amount: 100_000, currency: 'EUR' }]],
    ['Zola', '2026-11-24', 'planned', 'J+7', [{ amount: 400_000, currency: 'EUR' }]],
    ['Bo', '2026-11-25', 'planned', 'J+7', [{ amount: 200_000, currency: 'EUR' }]],
  ])
  expect(week.total).toEqual([{ amount: 700_000, currency: 'EUR' }])
})
