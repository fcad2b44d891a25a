import { asCurrency, money } from '@quittance/core/money/money.ts'
import { describe, expect, it } from 'vitest'
import { aFirm, today } from '../invoices/testing/a-firm.ts'
import { testDatabase } from '../platform/database/testing/test-database.ts'
import { agreementsOf } from './agreements.ts'
import { agreePlan, notePromise, resumePromise, stopPlan, takePlanUp, withdrawPromise } from './note-promise.ts'

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

describe('what a person can end', () => {
  const agreed = (customer: number, invoice: number | null = null) =>
    firm.work((db) => agreementsOf(db, { customer, invoice }, today))

  it('is every pending promise and every plan nobody ended, until it is ended, and again once that is undone', async () => {
    const customer = await firm.customer()
    const items = await firm.invoice({ customer })
    const id = await promise(customer, items)
    const instalments = ['2026-11-23', '2026-12-23'].map((dueOn) => ({ dueOn: day(dueOn), amount: euros(500) }))
    const plan = await firm.work((db) => agreePlan(db, { customer, items, instalments, note: null }, told))
    const both = await agreed(customer)
    expect(both.promises).toMatchObject([{ id, promisedFor: '2026-11-27', amount: euros(1000) }])
    expect(both.plans).toMatchObject([
      { id: plan, standing: 'running', instalments: [{ dueOn: '2026-11-23', state: 'due' }, { state: 'due' }] },
    ])
    const [invoice] = both.plans[0]?.invoices ?? []
    expect(await agreed(customer, invoice?.id ?? 0)).toEqual(both)
    expect(await agreed(await firm.customer())).toEqual({ promises: [], plans: [] })

    await firm.work((db) => withdrawPromise(db, id, told))
    await firm.work((db) => stopPlan(db, plan, told))
    expect(await agreed(customer)).toEqual({ promises: [], plans: [] })
    await firm.work((db) => resumePromise(db, id, told))
    await firm.work((db) => takePlanUp(db, plan, told))
    expect(await agreed(customer)).toEqual(both)
  })
})
