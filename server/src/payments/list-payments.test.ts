import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { aFirm } from '../invoices/testing/a-firm.ts'
import { sql } from '../platform/database/sql.ts'
import { testDatabase } from '../platform/database/testing/test-database.ts'
import { listPayments } from './list-payments.ts'
import { fewPayments, narrowPayments, type PaymentFilter, pageOf } from './narrow-payments.ts'
import { totalsOf } from './payment-totals.ts'

const database = await testDatabase()
const firm = await aFirm(database)

let zola = 0

/** Twenty payments of three customers, two of them reversed, most of them allocated, some in part. */
beforeAll(async () => {
  const customers: number[] = []
  for (const name of ['Castel', 'Étienne', 'Zola']) customers.push(await firm.customer({ name }))
  zola = customers[2] ?? 0
  for (let place = 0; place < 20; place += 1) {
    const customer = customers[place % 3] ?? 0
    const currency = place % 5 === 4 ? 'USD' : 'EUR'
    const [item = 0] = await firm.invoice({ customer, number: `F-${700 + place}`, amount: 1000 + place, currency })
    await firm.work(async (db) => {
      const { id } = await db.one<{ id: number }>(sql`
        insert into payment (organization_id, legal_entity_id, customer_id, received_on, currency, amount, means, reference)
        values (current_organization(), ${firm.legalEntity}, ${customer}, ${`2026-11-${String(1 + (place % 9)).padStart(2, '0')}`}, ${currency},
          ${1000 + place}, 'transfer', ${place % 4 === 1 ? null : `VIR ${place} ${place % 3 === 0 ? 'solde' : ''}`})
        returning id`)
      if (place % 10 === 3) {
        await db.run(sql`
          insert into payment_reversal (organization_id, payment_id, reversed_on, reason)
          values (current_organization(), ${id}, '2026-11-20', 'rejected')`)
      } else if (place % 7 > 0) {
        await db.run(sql`
          insert into allocation (organization_id, open_item_id, payment_id, amount, allocated_on)
          values (current_organization(), ${item}, ${id}, ${place % 2 ? 500 : 1000 + place}, '2026-11-20')`)
      }
    })
  }
})

const pages = (filter: PaymentFilter, most: number) =>
  firm.work(async (db) => {
    const narrowed = await narrowPayments(db, filter, most)
    const totals = await totalsOf(db, filter, narrowed)
    const ids: number[] = []
    for (let cursor: string | undefined; ; ) {
      const rows = await db.rows<{ id: number; received_on: string }>(
        sql`${pageOf({ ...filter, cursor, limit: 3 }, { narrowed, totals, most })}`,
      )
      const page = rows.toSorted((a, b) =>
        a.received_on < b.received_on ? 1 : a.received_on > b.received_on ? -1 : b.id - a.id,
      )
      ids.push(...page.slice(0, 3).map(({ id }) => id))
      const last = page[2]
      if (page.length <= 3 || !last) return { ids, totals }
      cursor = Buffer.from(JSON.stringify([last.received_on, last.id])).toString('base64url')
    }
  })

const values = fc.record({
  customer: fc.constantFrom(zola, 999_999),
  q: fc.constantFrom('castel', 'ETIENNE', 'vir 1', 'solde', 'VIR', '70', '71', 'F-7', '%', 'qzx'),
})
const filters = fc
  .tuple(values, fc.subarray(['customer', 'q'] as const))
  .map(([all, some]) => Object.fromEntries(some.map((key) => [key, all[key]])))

describe('the payments, few or many', () => {
  it('are shown once each, latest first, with the count and the sum of what stands', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom('all', 'unallocated', 'reversed' as const), filters, async (view, filter) => {
        const asked: PaymentFilter = { view, ...filter }
        const few = await pages(asked, fewPayments)
        expect(await pages(asked, 0)).toEqual(few)
        const { rows, ...shown } = await firm.work((db) => listPayments(db, { ...asked, limit: 200 }))
        expect(rows.map(({ id }) => id)).toEqual(few.ids)
        expect(shown).toMatchObject({ count: rows.length, isAtLeast: false })
        const counted = (row: (typeof rows)[number]) =>
          view === 'unallocated' ? row.unallocated.amount : view === 'all' && row.reversal ? 0 : row.amount.amount
        for (const { amount, currency } of shown.total) {
          const same = rows.filter((row) => row.amount.currency === currency)
          expect(amount).toBe(same.reduce((sum, row) => sum + counted(row), 0))
        }
      }),
      { numRuns: 120 },
    )
  }, 60_000)
})
