import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { aFirm, today } from '../invoices/testing/a-firm.ts'
import { sql } from '../platform/database/sql.ts'
import { testDatabase } from '../platform/database/testing/test-database.ts'
import { catchUpBalances } from './balances.ts'
import { type CustomersAsked, placesOf } from './customer-places.ts'
import { wholeOf } from './customer-totals.ts'
import { listCustomers } from './list-customers.ts'
import { fewCustomers, narrowCustomers } from './narrow-customers.ts'

const database = await testDatabase()
const firm = await aFirm(database)

/** Sixteen customers: some owe nothing, some in two currencies, some are paused; half have somebody who follows them. */
beforeAll(async () => {
  for (let place = 0; place < 16; place += 1) {
    const customer = await firm.customer({
      code: `C-${100 + place}`,
      name: `${['Castel', 'Étienne', 'Abel', 'Zola'][place % 4]} ${place % 5}`,
      siren: place === 7 ? '552100554' : null,
      collectorId: place % 2 ? firm.person : null,
      salesRepId: place % 3 ? firm.person : null,
    })
    for (let item = 0; item < (place * 7) % 4; item += 1) {
      const due = `2026-${['08', '10', '11', '12'][(place + item) % 4]}-${String(2 + place).padStart(2, '0')}`
      const currency = item === 2 ? 'USD' : 'EUR'
      await firm.invoice({ customer, due, issued: '2026-07-01', amount: 1000 * (1 + (place % 3)), currency })
    }
    if (place % 4 !== 3) {
      const profile = place % 4 === 1 ? 'unknown' : 'slow'
      await firm.work((db) =>
        db.run(sql`
          insert into payer_profile (organization_id, customer_id, profile, reckoned, because, lines, broken_promises)
          values (current_organization(), ${customer}, ${profile}, 'unknown', 'tooFew', 0, 0)`),
      )
    }
    if (place % 6 === 1) {
      await firm.work((db) => db.run(sql`update customer set paused_on = ${today} where id = ${customer}`))
    }
  }
})

const pages = (asked: Omit<CustomersAsked, 'limit'>, few: number) =>
  firm.work(async (db) => {
    await catchUpBalances(db, today)
    const narrowed = await narrowCustomers(db, asked, today, few)
    const whole = await wholeOf(db, { asked, narrowed, today })
    const places: { id: number; key: string | number }[] = []
    for (let cursor: string | undefined; ; ) {
      const found = await placesOf(db, { ...asked, limit: 3, cursor }, { narrowed, count: whole.count, few, looked: 5 })
      places.push(...found.slice(0, 3))
      const last = places.at(-1)
      if (found.length <= 3 || !last) return { places, whole }
      cursor = Buffer.from(JSON.stringify([last.key, last.id])).toString('base64url')
    }
  })

const values = fc.record({
  q: fc.constantFrom('castel', 'ETIENNE', 'c-10', '5521', '%', 'qzx', 'abel 2'),
  salesRep: fc.constantFrom(firm.person, 999_999),
  collector: fc.constantFrom(firm.person, 999_999),
  profile: fc.constantFrom('slow', 'unknown', 'risky'),
})
const filters = fc
  .tuple(values, fc.subarray(['q', 'salesRep', 'collector', 'profile'] as const, { maxLength: 2 }))
  .map(([all, some]) => Object.fromEntries(some.map((key) => [key, all[key]])))

describe('the customers, short list or long', () => {
  it('show each one once, in its order, with the count and the sums of what they owe', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('all', 'late', 'owing', 'paused', 'upToDate' as const),
        fc.constantFrom('name', 'outstanding', 'late', 'daysLate' as const),
        fc.constantFrom('asc', 'desc' as const),
        filters,
        async (view, sort, direction, filter) => {
          const asked = { view, sort, direction, ...filter }
          const short = await pages(asked, fewCustomers)
          expect(await pages(asked, 0)).toEqual(short)
          expect(new Set(short.places.map(({ id }) => id)).size).toBe(short.whole.count)
          const shown = await firm.work((db) => listCustomers(db, { ...asked, limit: 200 }, { today, language: 'fr' }))
          expect(shown.rows.map(({ id }) => id)).toEqual(short.places.map(({ id }) => id))
          const { profile } = filter
          if (profile) expect(shown.rows.filter((row) => row.profile !== profile)).toEqual([])
          const sum = (of: 'outstanding' | 'late', currency: string) =>
            shown.rows
              .flatMap((row) => row[of])
              .filter((one) => one.currency === currency)
              .reduce((total, { amount }) => total + amount, 0)
          for (const of of ['outstanding', 'late'] as const) {
            const summed = ['EUR', 'USD'].map((currency) => ({ amount: sum(of, currency), currency }))
            expect(short.whole[of]).toEqual(summed.filter(({ amount }) => amount > 0))
          }
        },
      ),
      { numRuns: 150 },
    )
  }, 120_000)

  it('are those of one profile; of whom nothing was decided nothing is known', async () => {
    const asked = { view: 'all', sort: 'name', direction: 'asc', limit: 200 } as const
    const found = await firm.work(async (db) => {
      const counts: number[] = []
      for (const profile of ['slow', 'risky', 'unknown', 'punctual'] as const) {
        counts.push((await listCustomers(db, { ...asked, profile }, { today, language: 'fr' })).count)
      }
      return counts
    })
    expect(found).toEqual([8, 0, 8, 0])
  })

  it('are in as many views as they show', async () => {
    const all = await firm.work((db) =>
      listCustomers(db, { view: 'all', sort: 'name', direction: 'asc', limit: 200 }, { today, language: 'fr' }),
    )
    expect(all.views).toEqual({
      all: 16,
      late: all.rows.filter(({ lateItems }) => lateItems > 0).length,
      owing: all.rows.filter(({ outstanding }) => outstanding.length > 0).length,
      paused: 3,
      upToDate: all.rows.filter(({ lateItems }) => lateItems === 0).length,
    })
  })
})
