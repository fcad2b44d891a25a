import { hundredthsOf, limitIn } from '@quittance/core/money/limit.ts'
import { asCurrency, money } from '@quittance/core/money/money.ts'
import { expect, it } from 'vitest'
import { openItemRows } from '../invoices/open-item-rows.ts'
import { aFirm, today } from '../invoices/testing/a-firm.ts'
import { limitInSql } from '../people/limit-in.ts'
import { sql } from '../platform/database/sql.ts'
import { testDatabase } from '../platform/database/testing/test-database.ts'
import { proposeAllocation } from './propose-allocation.ts'

const firm = await aFirm(await testDatabase())

it('a limit of the organisation is as many units in another currency, in SQL as in core', async () => {
  for (const base of ['EUR', 'JPY', 'TND'])
    for (const currency of ['EUR', 'USD', 'KRW', 'BHD']) {
      const parts = { base: sql`${base}::text`, currency: sql`${currency}::text` }
      const { said } = await firm.work((db) =>
        db.one<{ said: number }>(sql`select ${limitInSql(sql`${715}::bigint`, parts)} as said`),
      )
      expect(said).toBe(limitIn(hundredthsOf(money(715, asCurrency(base))), asCurrency(currency)))
    }
})

it('a gap of five units may be closed in every currency, and nobody is chased for less', async () => {
  for (const [currency, limit] of [
    ['EUR', 500],
    ['JPY', 5],
    ['BHD', 5000],
  ] as const) {
    const customer = await firm.customer()
    const ids = [
      ...(await firm.invoice({ customer, currency, amount: limit })),
      ...(await firm.invoice({ customer, currency, amount: limit - 1 })),
    ]
    const asked = { customerId: customer, receivedOn: today, amount: { amount: limit, currency } }
    const { differenceLimit } = await firm.work((db) => proposeAllocation(db, asked))
    expect([currency, differenceLimit]).toEqual([currency, limit])
    const rows = await firm.work((db) => openItemRows(db, ids, { today, language: 'fr' }))
    expect(rows.map(({ next }) => JSON.stringify(next).includes('trop faible'))).toEqual([false, true])
  }
})
