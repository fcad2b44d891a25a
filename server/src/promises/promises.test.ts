import { asCurrency, money } from '@quittance/core/money/money.ts'
import { describe, expect, it } from 'vitest'
import { aFirm, today } from '../invoices/testing/a-firm.ts'
import { sql } from '../platform/database/sql.ts'
import { testDatabase } from '../platform/database/testing/test-database.ts'
import { agreePlan, noteConfirmation, stopPlan, takePlanUp } from './agree-plan.ts'
import { agreementsOf } from './agreements.ts'
import { brokenPromiseOf } from './broken-promise.ts'
import { grantDelay, takeDelayBack, takeDelayUp } from './grant-delay.ts'
import { notePromise, resumePromise, undoPromise, withdrawPromise } from './note-promise.ts'
import { prepareConfirmation } from './plan-confirmation.ts'

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
    await expect(promise(parent, [own], '2062-11-30')).rejects.toMatchObject({ code: 'promiseTooFar' })
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

  it('gives an amount to each invoice, or to all of them together, and comes to its whole', async () => {
    const customer = await firm.customer()
    const items = [...(await firm.invoice({ customer })), ...(await firm.invoice({ customer }))]
    const [a = 0, b = 0] = items
    const note = (parts: { item: number; amount: number }[]) =>
      firm.work((db) =>
        notePromise(
          db,
          { customer, items, promisedFor: day('2026-11-27'), amount: euros(1000), note: null, parts },
          told,
        ),
      )
    await note([])
    await note([{ item: a, amount: 1000 }])
    const id = await note([
      { item: a, amount: 700 },
      { item: b, amount: 300 },
    ])
    const { promises } = await firm.work((db) => agreementsOf(db, { customer, invoice: null }, today))
    expect(promises.find((one) => one.id === id)?.items.map(({ amount }) => amount?.amount)).toEqual([700, 300])
    for (const wrong of [
      [{ item: a, amount: 1001 }],
      [
        { item: a, amount: 700 },
        { item: b, amount: 200 },
      ],
      [{ item: 0, amount: 1 }],
    ]) {
      await expect(note(wrong)).rejects.toMatchObject({ code: 'promiseParts' })
    }
  })

  it('is replaced by another one, and says why it was cancelled', async () => {
    const customer = await firm.customer()
    const items = await firm.invoice({ customer })
    const first = await promise(customer, items)
    const again = {
      customer,
      items,
      promisedFor: day('2026-12-04'),
      amount: euros(1000),
      note: 'En congé',
      replaces: first,
    }
    const second = await firm.work((db) => notePromise(db, again, told))
    await expect(firm.work((db) => notePromise(db, again, told))).rejects.toMatchObject({ status: 404 })
    await expect(firm.work((db) => resumePromise(db, first, told))).rejects.toMatchObject({ status: 404 })
    await firm.work((db) => withdrawPromise(db, second, told, 'Facture contestée'))
    const { promises, past } = await firm.work((db) => agreementsOf(db, { customer, invoice: null }, today))
    expect(promises).toEqual([])
    expect(past).toMatchObject([
      { id: second, state: 'withdrawn', note: 'Facture contestée' },
      { id: first, state: 'replaced', note: 'En congé' },
    ])
  })

  it('is believed for the working days of grace of the organisation', async () => {
    const customer = await firm.customer()
    const items = await firm.invoice({ customer })
    const grace = (days: number) =>
      firm.work((db) =>
        db.run(
          sql`update organization set promise_grace_days = ${days} where organization_id = current_organization()`,
        ),
      )
    await grace(2)
    const id = await promise(customer, items) // a Friday: Tuesday is the last day
    await grace(0)
    const on = (text: string) => firm.work((db) => agreementsOf(db, { customer, invoice: null }, day(text)))
    expect((await on('2026-12-01')).promises).toMatchObject([{ id, keptUntil: '2026-12-01' }])
    expect((await on('2026-12-02')).past).toMatchObject([{ id, state: 'broken' }])
  })

  it('that was not kept is told in the next message, until it is kept, withdrawn or replaced', async () => {
    const customer = await firm.customer()
    const items = await firm.invoice({ customer })
    const first = await promise(customer, items)
    const told28 = () => firm.work((db) => brokenPromiseOf(db, items, day('2026-11-28')))
    expect(await firm.work((db) => brokenPromiseOf(db, items, day('2026-11-27')))).toBeNull()
    expect(await told28()).toEqual({ on: '2026-11-27', amount: 1000, currency: 'EUR' })
    await firm.work((db) => withdrawPromise(db, first, told))
    expect(await told28()).toBeNull()
    await firm.work((db) => resumePromise(db, first, told))
    await promise(customer, items, '2026-12-15')
    expect(await told28()).toBeNull()
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
    const id = await agree(['2026-12-01', 50_000], ['2027-01-01', 50_000])
    await expect(agree(['2026-12-01', 50_000], ['2027-01-01', 50_000, 'USD'])).rejects.toMatchObject({
      code: 'planInvalid',
    })
    await expect(agree(['2026-12-01', 99_999])).rejects.toMatchObject({ code: 'planSum' })
    await expect(agree(['2026-12-01', 0])).rejects.toMatchObject({ code: 'planInvalid' })
    await expect(agree(['2026-12-01', 50_000], ['2026-12-01', 50_000])).rejects.toMatchObject({ code: 'planInvalid' })
    await expect(agree(['2026-11-22', 50_000])).rejects.toMatchObject({ code: 'planInThePast' })
    await expect(agree(['2062-12-01', 100_000])).rejects.toMatchObject({ code: 'planTooFar' })
    await firm.work((db) => stopPlan(db, id, told))
    await expect(firm.work((db) => stopPlan(db, id, told))).rejects.toMatchObject({ status: 404 })
  })
})

describe('a promise and a plan about one invoice', () => {
  const plan = (customer: number, items: readonly number[]) => {
    const instalments = ['2026-11-26', '2026-12-23'].map((dueOn) => ({ dueOn: day(dueOn), amount: euros(50_000) }))
    return firm.work((db) => agreePlan(db, { customer, items, instalments, note: null }, told))
  }

  it('are not agreed on both, for one payment would keep the two', async () => {
    const customer = await firm.customer()
    const items = await firm.invoice({ customer })
    const first = await promise(customer, items)
    await expect(plan(customer, items)).rejects.toMatchObject({ code: 'promiseAwaited' })
    await firm.work((db) => withdrawPromise(db, first, told))
    const agreed = await plan(customer, items)
    await expect(promise(customer, items)).rejects.toMatchObject({ code: 'planRunning' })
    await expect(firm.work((db) => resumePromise(db, first, told))).rejects.toMatchObject({ code: 'planRunning' })
    await firm.work((db) => stopPlan(db, agreed, told))
    await promise(customer, items)
    await expect(firm.work((db) => takePlanUp(db, agreed, told))).rejects.toMatchObject({ code: 'promiseAwaited' })
  })

  it('stand the promise alone once the plan fell', async () => {
    const customer = await firm.customer()
    const items = await firm.invoice({ customer })
    await plan(customer, items)
    const later = { ...told, today: day('2026-12-04') }
    const asked = { customer, items, promisedFor: day('2026-12-11'), amount: euros(50_000), note: null }
    await firm.work((db) => notePromise(db, asked, later))
    const { plans, promises } = await firm.work((db) => agreementsOf(db, { customer, invoice: null }, later.today))
    expect(plans).toEqual([])
    expect(promises).toMatchObject([{ promisedFor: '2026-12-11' }])
  })

  describe('where the promise took the place of a plan that fell', () => {
    const later = { ...told, today: day('2026-12-04') }
    const noted = async () => {
      const customer = await firm.customer()
      const items = await firm.invoice({ customer })
      const agreed = await plan(customer, items)
      const shown = () => firm.work((db) => agreementsOf(db, { customer, invoice: null }, later.today))
      const before = await shown()
      const asked = { customer, items, promisedFor: day('2026-12-11'), amount: euros(50_000), note: null }
      const id = await firm.work((db) => notePromise(db, asked, later))
      return { customer, items, agreed, before, asked, id, shown }
    }

    it('undoing the promise leaves all as it was, and no promise before', async () => {
      const { id, before, shown } = await noted()
      await firm.work((db) => undoPromise(db, id, later))
      expect(await shown()).toEqual(before)
      expect(before.plans).toMatchObject([{ standing: 'missed' }])
      await expect(firm.work((db) => resumePromise(db, id, later))).rejects.toMatchObject({ status: 404 })
    })

    it('withdrawing it brings the plan back, and taking that back ends the plan as it had ended', async () => {
      const { id, agreed, before, shown } = await noted()
      const ended = () =>
        firm.work((db) => db.one(sql`select ended_on, ended_because, ended_by from payment_plan where id = ${agreed}`))
      const first = await ended()
      await firm.work((db) => withdrawPromise(db, id, { ...told, today: day('2026-12-07') }))
      expect(await shown()).toMatchObject({ promises: [], plans: before.plans, past: [{ id, state: 'withdrawn' }] })
      await firm.work((db) => resumePromise(db, id, { ...told, today: day('2026-12-08') }))
      expect(await ended()).toEqual(first)
      expect(await shown()).toMatchObject({ promises: [{ id }], plans: [] })
    })

    it('another promise in its place keeps the plan out, until that one is withdrawn', async () => {
      const { id, before, asked, shown } = await noted()
      const second = await firm.work((db) => notePromise(db, { ...asked, replaces: id }, later))
      await firm.work((db) => undoPromise(db, second, later))
      expect(await shown()).toMatchObject({ promises: [{ id }], plans: [], past: [] })
      const third = await firm.work((db) => notePromise(db, { ...asked, replaces: id }, later))
      await firm.work((db) => withdrawPromise(db, third, later))
      expect((await shown()).plans).toEqual(before.plans)
    })

    it('the plan stays ended while another promise is awaited about one of its invoices', async () => {
      const { id, asked, shown } = await noted()
      await firm.work((db) => notePromise(db, { ...asked, promisedFor: day('2026-12-18') }, later))
      await firm.work((db) => withdrawPromise(db, id, later))
      expect((await shown()).plans).toEqual([])
    })
  })

  it('come one after the other when two people agree on them at once', async () => {
    const customer = await firm.customer()
    const items = await firm.invoice({ customer })
    const both = await Promise.allSettled([plan(customer, items), promise(customer, items)])
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  })
})

describe('what a person can end', () => {
  const agreed = (customer: number, invoice: number | null = null) =>
    firm.work((db) => agreementsOf(db, { customer, invoice }, today))

  it('is every pending promise and every plan nobody ended, until it is ended, and again once that is undone', async () => {
    const customer = await firm.customer()
    const id = await promise(customer, await firm.invoice({ customer }))
    const items = await firm.invoice({ customer })
    const instalments = ['2026-11-23', '2026-12-23'].map((dueOn) => ({ dueOn: day(dueOn), amount: euros(50_000) }))
    const plan = await firm.work((db) => agreePlan(db, { customer, items, instalments, note: null }, told))
    const both = await agreed(customer)
    expect(both.promises).toMatchObject([{ id, promisedFor: '2026-11-27', amount: euros(1000) }])
    expect(both.plans).toMatchObject([
      { id: plan, standing: 'running', instalments: [{ dueOn: '2026-11-23', state: 'due' }, { state: 'due' }] },
    ])
    const [invoice] = both.plans[0]?.invoices ?? []
    expect(await agreed(customer, invoice?.id ?? 0)).toEqual({ ...both, promises: [] })
    expect(await agreed(await firm.customer())).toEqual({ promises: [], past: [], plans: [], delays: [] })

    await firm.work((db) => withdrawPromise(db, id, told))
    await firm.work((db) => stopPlan(db, plan, told))
    expect(await agreed(customer)).toMatchObject({ promises: [], past: [{ id, state: 'withdrawn' }], plans: [] })
    await firm.work((db) => resumePromise(db, id, told))
    await firm.work((db) => takePlanUp(db, plan, told))
    expect(await agreed(customer)).toEqual(both)
  })
})

describe('an extra delay', () => {
  const grant = (invoice: number, until: string, byDirector = false) =>
    firm.work((db) => grantDelay(db, { invoice, until: day(until), reason: 'Livré en retard' }, byDirector, told))
  const given = (customer: number) =>
    firm.work(async (db) => (await agreementsOf(db, { customer, invoice: null }, today)).delays)
  const invoiceOf = (item: number) =>
    firm.work(
      async (db) => (await db.one<{ id: number }>(sql`select invoice_id as id from open_item where id = ${item}`)).id,
    )

  it('is granted once with its reason; a director may grant another, and the due date stays', async () => {
    const customer = await firm.customer()
    const [item = 0] = await firm.invoice({ customer })
    const invoice = await invoiceOf(item)
    firm.asked.length = 0
    const id = await grant(invoice, '2026-12-04')
    expect(firm.asked).toEqual([customer])
    await expect(grant(invoice, '2026-12-18')).rejects.toMatchObject({ code: 'delay.grantedBefore' })
    const further = await grant(invoice, '2026-12-18', true)
    expect(await given(customer)).toMatchObject([
      {
        id,
        until: '2026-12-04',
        reason: 'Livré en retard',
        dueDate: '2026-10-31',
        grantedBy: 'Claire Besson',
        isFurther: false,
      },
      { id: further, until: '2026-12-18', isFurther: true },
    ])
  })

  it('is not granted for a day gone by, one before the due date, or an invoice that is paid', async () => {
    const customer = await firm.customer()
    const [late = 0] = await firm.invoice({ customer })
    const [coming = 0] = await firm.invoice({ customer, due: '2026-12-15' })
    await expect(grant(await invoiceOf(late), '2026-11-22')).rejects.toMatchObject({ code: 'delay.past' })
    await expect(grant(await invoiceOf(coming), '2026-12-15')).rejects.toMatchObject({ code: 'delay.notLater' })
    await expect(grant(0, '2026-12-15')).rejects.toMatchObject({ status: 404 })
    await expect(grant(await invoiceOf(late), '2062-11-30')).rejects.toMatchObject({ code: 'delay.tooFar' })
    const silent = { invoice: await invoiceOf(late), until: day('2026-12-04'), reason: '' }
    await expect(firm.work((db) => grantDelay(db, silent, true, told))).rejects.toMatchObject({
      code: 'delay.noReason',
    })
  })

  it('can be taken back and taken up again, unless another one was granted meanwhile', async () => {
    const customer = await firm.customer()
    const [item = 0] = await firm.invoice({ customer })
    const invoice = await invoiceOf(item)
    const id = await grant(invoice, '2026-12-04')
    await firm.work((db) => takeDelayBack(db, id, told))
    await firm.work((db) => takeDelayUp(db, id, told))
    await firm.work((db) => takeDelayBack(db, id, told))
    await grant(invoice, '2026-12-11')
    await expect(firm.work((db) => takeDelayUp(db, id, told))).rejects.toMatchObject({ status: 404 })
  })
})

describe('the confirmation of a plan', () => {
  it('is written for the customer, to those who receive reminders, and noted once a person sent it', async () => {
    const customer = await firm.customer({ language: 'en' })
    const items = await firm.invoice({ customer, number: 'F-2026-CONF' })
    const instalments = ['2026-12-23', '2027-01-23'].map((dueOn) => ({ dueOn: day(dueOn), amount: euros(50_000) }))
    const plan = await firm.work((db) => agreePlan(db, { customer, items, instalments, note: null }, told))
    await firm.work((db) =>
      db.run(sql`update legal_entity set iban = 'FR1420041010' where organization_id = current_organization()`),
    )
    const before = await firm.work((db) => prepareConfirmation(db, plan))
    expect(before).toMatchObject({ subject: 'Your payment plan of €1,000.00', to: [], confirmedOn: null })
    expect(before.body).toContain('F-2026-CONF')
    expect(before.body).toContain('Our bank details (IBAN): FR14 2004 1010')
    await firm.work((db) => noteConfirmation(db, plan, today))
    expect(await firm.work((db) => prepareConfirmation(db, plan))).toMatchObject({ confirmedOn: today })
  })
})
