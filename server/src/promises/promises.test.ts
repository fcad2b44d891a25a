import { asCurrency, money } from '@quittance/core/money/money.ts'
import { describe, expect, it } from 'vitest'
import { aFirm, today } from '../invoices/testing/a-firm.ts'
import { testDatabase } from '../platform/database/testing/test-database.ts'
import { agreePlan, notePromise, stopPlan, withdrawPromise } from './note-promise.ts'

const database = await testDatabase()
const firm = await aFirm(database)
const told = { today, factsChanged: firm.factsChanged }
const euros = (amount: number) => money(amount, asCurrency('EUR'))
const day = (text: string) => text as typeof today

const promise = (customer: number, items: number[], promisedFor = '2026-11-27') =>
  firm.work((db) =>
    notePromise(db, { customer, items, promisedFor: day(promisedFor), amount: euros(1000), note: null }, told),
  )

describe('a promise', () => {
  it('is noted for today or later, on items of the customer or its subsidiaries with something left', async () => {
    const parent = await firm.customer()
    const child = await firm.customer({ parentId: parent })
    const [own = 0] = await firm.invoice({ customer: parent })
    const [theirs = 0] = await firm.invoice({ customer: child })
    const [strange = 0] = await firm.invoice({ customer: await firm.customer() })
    const [dollars = 0] = await firm.invoice({ customer: parent, currency: 'USD' })
    firm.asked.length = 0
    await promise(parent, [own, theirs, own], today)
    expect(firm.asked).toContain(parent)
    await expect(promise(parent, [own], '2026-11-22')).rejects.toMatchObject({ code: 'promiseInThePast' })
    for (const item of [strange, dollars]) {
      await expect(promise(parent, [own, item])).rejects.toMatchObject({ code: 'itemsNotOfCustomer' })
    }
  })

  it('is withdrawn once', async () => {
    const customer = await firm.customer()
    const id = await promise(customer, await firm.invoice({ customer }))
    await firm.work((db) => withdrawPromise(db, id, told))
    await expect(firm.work((db) => withdrawPromise(db, id, told))).rejects.toMatchObject({ status: 404 })
  })

  it('on the items of a subsidiary has the subsidiary decided again too', async () => {
    const parent = await firm.customer()
    const child = await firm.customer({ parentId: parent })
    const items = await firm.invoice({ customer: child })
    firm.asked.length = 0
    const id = await promise(parent, items)
    expect(new Set(firm.asked)).toEqual(new Set([parent, child]))
    firm.asked.length = 0
    await firm.work((db) => withdrawPromise(db, id, told))
    expect(new Set(firm.asked)).toEqual(new Set([parent, child]))
  })
})

describe('a payment plan', () => {
  it('has positive amounts in one currency, on different days, and ends once', async () => {
    const customer = await firm.customer()
    const items = await firm.invoice({ customer })
    const agree = (...instalments: [string, number, string?][]) =>
      firm.work((db) =>
        agreePlan(
          db,
          {
            customer,
            items,
            instalments: instalments.map(([dueOn, amount, currency = 'EUR']) => ({
              dueOn: day(dueOn),
              amount: money(amount, asCurrency(currency)),
            })),
            note: null,
          },
          told,
        ),
      )
    const id = await agree(['2026-12-01', 500], ['2027-01-01', 500])
    await expect(agree(['2026-12-01', 500], ['2027-01-01', 500, 'USD'])).rejects.toMatchObject({ code: 'planInvalid' })
    await expect(agree(['2026-12-01', 0])).rejects.toMatchObject({ code: 'planInvalid' })
    await expect(agree(['2026-12-01', 500], ['2026-12-01', 500])).rejects.toMatchObject({ code: 'planInvalid' })
    await expect(agree(['2026-11-22', 500])).rejects.toMatchObject({ code: 'planInThePast' })
    await firm.work((db) => stopPlan(db, id, told))
    await expect(firm.work((db) => stopPlan(db, id, told))).rejects.toMatchObject({ status: 404 })
  })
})
