import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import { expect, it } from 'vitest'
import { sql } from '../../platform/database/sql.ts'
import { testDatabase } from '../../platform/database/testing/test-database.ts'
import { dailyRun } from '../run/daily-run.ts'
import { aCustomer, aFirm, anInvoice } from '../testing/a-firm.ts'
import { listHeld } from './list-held.ts'

const database = await testDatabase()
const today = asDate('2026-11-23')
const nine = Date.parse('2026-11-23T08:00:00Z')

/** Seven customers put on hold by a pause, two of which owe the same, and one who is written to. */
async function sevenHeld() {
  const firm = await aFirm(database)
  await firm.inTransaction(async (db) => {
    for (const [place, amount] of [500, 900, 300, 900, 100, 700, 200, 400].entries()) {
      const customer = await aCustomer(db, { name: `Client ${place}` })
      const given = { customer, entity: firm.entity, due: '2026-11-02', amount: amount * 100 }
      await anInvoice(db, { ...given, number: `F-${place}` })
      if (place < 7) {
        await db.run(sql`
          update customer set paused_on = '2026-11-20' where organization_id = current_organization() and id = ${customer}`)
      }
    }
  })
  await dailyRun(firm.inTransaction, nine)
  const page = (cursor?: string, limit = 3) =>
    firm.inTransaction((db) => listHeld(db, { limit, ...(cursor !== undefined && { cursor }) }, today, 'fr'))
  return { firm, page }
}

it('who is held back is listed page after page, the largest debt first, none twice and none left out', async () => {
  const { page } = await sevenHeld()
  const amounts: number[] = []
  const names = new Set<string>()
  for (let cursor: string | undefined, pages = 0; ; pages += 1) {
    const { rows, count, total, nextCursor } = await page(cursor)
    // Of all of them, whatever the page.
    expect([count, total]).toEqual([7, [{ amount: 360_000, currency: 'EUR' }]])
    for (const row of rows) {
      names.add(row.customer.name)
      amounts.push(row.total[0]?.amount ?? 0)
      expect(row).toMatchObject({ because: 'paused', label: 'en pause' })
    }
    if (nextCursor === null) {
      expect(pages).toBe(2)
      break
    }
    cursor = nextCursor
  }
  expect(amounts).toEqual([90_000, 90_000, 70_000, 50_000, 30_000, 20_000, 10_000])
  expect(names.size).toBe(7)
})

it('a cursor of another list is refused, and a firm with nobody held has an empty list', async () => {
  const { page } = await sevenHeld()
  const foreign = Buffer.from(JSON.stringify(['castel', 1])).toString('base64url')
  await expect(page(foreign)).rejects.toMatchObject({ code: 'foreignCursor' })
  const firm = await aFirm(database)
  const empty = await firm.inTransaction((db) => listHeld(db, { limit: 3 }, today, 'fr'))
  expect(empty).toEqual({ rows: [], count: 0, total: [], nextCursor: null })
})
