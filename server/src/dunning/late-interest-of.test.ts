import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import { describe, expect, it } from 'vitest'
import { sql } from '../platform/database/sql.ts'
import { testDatabase } from '../platform/database/testing/test-database.ts'
import { lateInterestOf, lateInterestOfItems } from './late-interest-of.ts'
import { aCustomer, aFirm, anInvoice } from './testing/a-firm.ts'

const database = await testDatabase()
const today = asDate('2026-11-23')

describe('late interest beside the items of a list', () => {
  it('is what the page of the invoice says, and nothing for what is not late', async () => {
    const { entity, inTransaction } = await aFirm(database)
    await inTransaction(async (db) => {
      await db.run(
        sql`update legal_entity set late_interest_rate = 1215 where organization_id = current_organization()`,
      )
      const customer = await aCustomer(db)
      const one = (number: string, due: string) => anInvoice(db, { customer, entity, number, due, amount: 1_245_000 })
      const [late, upcoming] = [await one('F-1', '2026-09-10'), await one('F-2', '2026-12-15')]
      const { invoice } = await db.one<{ invoice: number }>(sql`
        select invoice_id as invoice from open_item where organization_id = current_organization() and id = ${late}`)
      const interest = await lateInterestOfItems(db, [late, upcoming], today)
      expect([...interest.keys()]).toEqual([late])
      expect(interest.get(late)?.amount).toBeGreaterThan(30_000)
      expect(interest.get(late)).toEqual((await lateInterestOf(db, invoice, today))?.interest)
    })
  })

  it('is not reckoned for a private individual, nor where nobody chose a rate', async () => {
    const { entity, inTransaction } = await aFirm(database)
    await inTransaction(async (db) => {
      const customer = await aCustomer(db)
      const item = await anInvoice(db, { customer, entity, number: 'F-1', due: '2026-09-10', amount: 10_000 })
      expect([...(await lateInterestOfItems(db, [item], today))]).toEqual([])
      await db.run(
        sql`update legal_entity set late_interest_rate = 1215 where organization_id = current_organization()`,
      )
      await db.run(sql`update customer set category = 'individual' where organization_id = current_organization()`)
      expect([...(await lateInterestOfItems(db, [item], today))]).toEqual([])
    })
  })
})
