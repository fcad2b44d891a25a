import { agedBalance as expectedBalance } from '@quittance/core/aging/aged-balance.ts'
import { addDays, type CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aFirm, type Firm, today } from '../invoices/testing/a-firm.ts'
import { checkProjections } from '../main/check-projections.ts'
import { aStep, aWorld, factsOf, play } from '../payments/testing/history.ts'
import { testDatabase } from '../platform/database/testing/test-database.ts'
import { agedBalance } from './aged-balance.ts'
import { agedFromBalances, agedFromFacts } from './queries.ts'

const database = await testDatabase()

/** What core says of the same facts, in the shape of the answer. */
async function expectedOn(firm: Firm, on: CalendarDate) {
  const facts = await firm.work(factsOf)
  return expectedBalance(facts, on).map(({ currency, customers, items }) => ({
    currency,
    items,
    customers: customers
      .map(({ customer, buckets, credits, total }) => ({
        id: customer,
        ...Object.fromEntries(Object.entries(buckets).map(([bucket, sum]) => [bucket, sum.amount])),
        credits: credits.amount,
        total: total.amount,
      }))
      .toSorted((a, b) => a.id - b.id),
  }))
}

async function shownOn(firm: Firm, on: CalendarDate) {
  const { currencies } = await firm.work((db) => agedBalance(db, { on, today }))
  return currencies.map(({ currency, items, customers }) => ({
    currency,
    items,
    customers: customers.map(({ name: _name, code: _code, ...row }) => row).toSorted((a, b) => a.id - b.id),
  }))
}

describe('the aged balance', () => {
  it('on any day is what the ledger of core says of the same facts, and today both ways agree', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(aStep, { minLength: 3, maxLength: 14 }), async (steps) => {
        const firm = await aFirm(database)
        await play(firm, await aWorld(firm), steps)
        for (const daysAgo of [0, 1, 3, 10, 23, 40, 75, 130, 200]) {
          const on = addDays(today, -daysAgo)
          expect(await shownOn(firm, on)).toEqual(await expectedOn(firm, on))
        }
        await firm.work(async (db) => expect(await agedFromBalances(db)).toEqual(await agedFromFacts(db, today)))
        expect(await firm.work(checkProjections)).toEqual([])
      }),
      { numRuns: 12 },
    )
  }, 60_000)

  it('today leaves out an invoice dated later, as the facts do', async () => {
    const firm = await aFirm(database)
    const customer = await firm.customer()
    await firm.invoice({ customer, amount: 1000 })
    await firm.invoice({ customer, issued: '2026-11-30', due: '2026-12-30', amount: 5000 })
    expect(await shownOn(firm, today)).toMatchObject([{ customers: [{ total: 1000, d1_30: 1000 }] }])
    expect(await shownOn(firm, today)).toEqual(await expectedOn(firm, today))
  })

  it('of a day to come is refused', async () => {
    const firm = await aFirm(database)
    const asked = firm.work((db) => agedBalance(db, { on: addDays(today, 1), today }))
    await expect(asked).rejects.toMatchObject({ code: 'dayToCome' })
  })
})
