import { describe, expect, it } from 'vitest'
import { aFirm, today } from '../invoices/testing/a-firm.ts'
import { checkProjections } from '../main/check-projections.ts'
import { enterPayment } from '../payments/enter-payment.ts'
import { sql } from '../platform/database/sql.ts'
import { testDatabase } from '../platform/database/testing/test-database.ts'
import { catchUpBalances } from './balances.ts'

const database = await testDatabase()

describe('the balances kept for lists', () => {
  it('are right after many pay and many read at the same time, and nobody waits in a ring', async () => {
    const firm = await aFirm(database)
    const customers = await Promise.all(Array.from({ length: 5 }, () => firm.customer()))
    const items = await Promise.all(customers.map((customer) => firm.invoice({ customer, amount: 10_000 })))
    const pay = (index: number, round: number) =>
      firm.work((db) =>
        enterPayment(db, {
          input: {
            customerId: customers[index] ?? 0,
            receivedOn: today,
            amount: { amount: 700, currency: 'EUR' },
            means: 'transfer',
            reference: null,
            allocations: [{ openItemId: items[index]?.[0] ?? 0, amount: 600 }],
            differences: [],
            entryKey: `balances-${index}-${round}`,
          },
          today,
          factsChanged: firm.factsChanged,
        }),
      )
    const rounds = Array.from({ length: 4 }, (_, round) => customers.map((_customer, index) => pay(index, round)))
    const readers = Array.from({ length: 12 }, () => firm.work((db) => catchUpBalances(db, today)))
    await Promise.all([...rounds.flat(), ...readers])
    await firm.work(async (db) => {
      await catchUpBalances(db, today)
      expect(await checkProjections(db)).toEqual([])
      const rows = await db.rows(sql`
        select late, late_items, unallocated, items from customer_balance where organization_id = current_organization()`)
      expect(rows).toEqual(customers.map(() => ({ late: 7600, late_items: 1, unallocated: 400, items: 1 })))
      const { marks } = await db.one<{ marks: number }>(sql`
        select count(*) as marks from balance_to_count where organization_id = current_organization()`)
      expect(marks).toBe(0)
    })
  })

  it('are counted again for the customers whose items changed age, and for no other', async () => {
    const firm = await aFirm(database)
    const turning = await firm.customer()
    const staying = await firm.customer()
    await firm.invoice({ customer: turning, due: today })
    await firm.invoice({ customer: staying, due: '2026-11-10' })
    const ages = (day: string) =>
      firm.work(async (db) => {
        await catchUpBalances(db, day as typeof today)
        return db.rows(sql`
          select customer_id, not_due_items, d1_30_items, turned_on, turns_on, xmin::text as version from customer_balance
          where organization_id = current_organization() order by customer_id`)
      })
    const [before, same] = (await ages('2026-11-23')) as { version: string }[]
    const [after, untouched] = (await ages('2026-11-24')) as { version: string }[]
    expect(before).toMatchObject({ customer_id: turning, not_due_items: 1, d1_30_items: 0, turns_on: '2026-11-24' })
    expect(after).toMatchObject({ not_due_items: 0, d1_30_items: 1, turned_on: '2026-11-24', turns_on: '2026-12-24' })
    expect(untouched).toEqual(same)
    expect(after?.version).not.toBe(before?.version)
  })
})
