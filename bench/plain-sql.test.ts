import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import { dailyRun } from '@quittance/server/dunning/run/daily-run.ts'
import { type Db, transaction } from '@quittance/server/platform/database/db.ts'
import { sql } from '@quittance/server/platform/database/sql.ts'
import { testDatabase } from '@quittance/server/platform/database/testing/test-database.ts'
import { describe, expect, it } from 'vitest'
import { fillCompany, foundCompany, sizeOf } from './company.ts'
import { dailyRunByHand, planWell, timedAndUndone } from './plain-sql.ts'

const database = await testDatabase()
const today = asDate('2026-11-20')
const company = await foundCompany({ database }, 'Bench')
await fillCompany({ database }, company, sizeOf(1000, 7), today)
await database.owner.query('analyze')

describe('the statement by hand', () => {
  it('writes the messages that the daily run writes, item by item', async () => {
    const [byHand, undone] = await taken(dailyRunByHand(today))
    expect(undone).toEqual([])
    await dailyRun((work) => transaction(database.app, company.scope, work), Date.parse('2026-11-20T07:00:00Z'), today)
    const byProgram = await transaction(database.app, company.scope, written)
    expect(byProgram.length).toBeGreaterThan(150)
    expect(byHand).toEqual(byProgram)
  })

  it('keeps a decision for each customer, as the daily run does', async () => {
    const { rows } = await timedAndUndone(database.app, company.scope, dailyRunByHand(today))
    // All have their message now: nothing is left to decide by hand.
    expect(rows).toBe(0)
  })
})

/** What the statement writes, seen before it is taken back; and what is there afterwards. */
async function taken(statement: Parameters<Db['run']>[0]) {
  let seen: unknown[] = []
  const back = new Error('taken back')
  await transaction(database.app, company.scope, async (db) => {
    await planWell(db)
    await db.run(statement)
    seen = await written(db)
    throw back
  }).catch((error) => {
    if (error !== back) throw error
  })
  return [seen, await transaction(database.app, company.scope, written)] as const
}

const written = (db: Db): Promise<unknown[]> =>
  db.rows(sql`
    select r.customer_id as customer, r.step_key as step, r.tone, r.carrying_item_id as carrying, d.kind, d.carrying_item_id as "decidedFor",
      (select array_agg(concat_ws('/', l.open_item_id, l.step_key, l.days_late, l.amount_due) order by l.open_item_id)
        from reminder_item l where l.organization_id = r.organization_id and l.reminder_id = r.id) as items
    from reminder r
    join current_decision d on d.organization_id = r.organization_id and d.customer_id = r.customer_id
    where r.organization_id = current_organization() order by r.customer_id`)
