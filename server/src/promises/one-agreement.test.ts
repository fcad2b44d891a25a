import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import { asCurrency, money } from '@quittance/core/money/money.ts'
import { describe, expect, it } from 'vitest'
import { historyOf } from '../customers/history.ts'
import { openItemRows } from '../invoices/open-item-rows.ts'
import { aFirm, today } from '../invoices/testing/a-firm.ts'
import { transaction } from '../platform/database/db.ts'
import { sql } from '../platform/database/sql.ts'
import { testDatabase } from '../platform/database/testing/test-database.ts'
import { agreePlan, stopPlan, takePlanUp, undoPlan } from './agree-plan.ts'
import { agreementsOf } from './agreements.ts'
import { brokenPromiseOf } from './broken-promise.ts'
import { notePromise, resumePromise, undoPromise, withdrawPromise } from './note-promise.ts'

const database = await testDatabase()
const firm = await aFirm(database)
const told = { today, factsChanged: firm.factsChanged }
const euros = (amount: number) => money(amount, asCurrency('EUR'))

const standing = (customer: number, on = '2026-11-23') =>
  firm.work((db) => agreementsOf(db, { customer, invoice: null }, asDate(on)))

/** Two dates, the first on 26 November 2026, that come to 1,000.00 an item. */
const plan = (customer: number, items: readonly number[], replaces: readonly number[] = [], on = today) => {
  const instalments = ['2026-11-26', '2026-12-23'].map((dueOn, index) => ({
    dueOn: asDate(on > dueOn ? `2027-0${index + 1}-15` : dueOn),
    amount: euros(50_000 * items.length),
  }))
  const asked = { customer, items, instalments, note: null, replaces }
  return firm.work((db) => agreePlan(db, asked, { ...told, today: on }))
}

const pay = (item: number, amount: number, on = '2026-11-25') =>
  firm.work(async (db) => {
    const { id } = await db.one<{ id: number }>(sql`
      insert into payment (organization_id, legal_entity_id, customer_id, received_on, currency, amount, means)
      select current_organization(), legal_entity_id, customer_id, ${on}::date, 'EUR', ${amount}::bigint, 'transfer'
      from open_item where organization_id = current_organization() and id = ${item} returning id`)
    await db.run(sql`
      insert into allocation (organization_id, open_item_id, payment_id, amount, allocated_on)
      values (current_organization(), ${item}, ${id}, ${amount}, ${on})`)
  })

describe('two payment plans about one invoice', () => {
  it('are not both agreed: the one that runs is named, and replaced in one act where that is asked', async () => {
    const customer = await firm.customer()
    const [a = 0] = await firm.invoice({ customer, number: 'F-2026-ONCE' })
    const [b = 0] = await firm.invoice({ customer })
    const first = await plan(customer, [a])
    await expect(plan(customer, [a, b])).rejects.toMatchObject({
      code: 'anotherPlanRuns',
      sentence: { fr: expect.stringContaining('convenu le 23/11/2026 est en cours pour F-2026-ONCE') },
    })
    const second = await plan(customer, [a, b], [first])
    expect((await standing(customer)).plans).toMatchObject([{ id: second, items: [a, b], standing: 'running' }])
    await expect(plan(customer, [a], [first])).rejects.toMatchObject({ code: 'anotherPlanRuns' })
  })

  it('never end the plan of another customer, whatever is asked', async () => {
    const other = await firm.customer()
    const theirs = await plan(other, await firm.invoice({ customer: other }))
    const customer = await firm.customer()
    const items = await firm.invoice({ customer })
    await expect(plan(customer, items, [theirs])).rejects.toMatchObject({ status: 404 })
    expect((await standing(other)).plans).toMatchObject([{ id: theirs, standing: 'running' }])
    const own = await plan(customer, items)
    expect(await plan(customer, await firm.invoice({ customer }), [own])).toBeGreaterThan(own)
    expect((await standing(customer)).plans).toHaveLength(1)
  })

  it('come one after the other when two people agree on them at once', async () => {
    const customer = await firm.customer()
    const items = await firm.invoice({ customer })
    const both = await Promise.allSettled([plan(customer, items), plan(customer, items)])
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  })

  it('are impossible in the database, whoever writes them', async () => {
    const customer = await firm.customer()
    const items = await firm.invoice({ customer })
    const first = await plan(customer, items)
    const beside = () =>
      firm.work(async (db) => {
        const { id } = await db.one<{ id: number }>(sql`
          insert into payment_plan (organization_id, customer_id, agreed_on) values (current_organization(), ${customer}, ${today})
          returning id`)
        await db.run(sql`
          insert into payment_plan_item (organization_id, payment_plan_id, open_item_id, amount_due)
          values (current_organization(), ${id}, ${items[0] ?? 0}, 1)`)
      })
    await expect(beside()).rejects.toMatchObject({ constraint: 'payment_plan_holds_once' })
    await firm.work((db) => stopPlan(db, first, told))
    await beside()
    await expect(
      firm.work((db) => db.run(sql`update payment_plan set ended_on = null where id = ${first}`)),
    ).rejects.toMatchObject({ constraint: 'payment_plan_holds_once' })
  })

  it('are the later alone where a date of the first was missed, and undoing it brings the first back', async () => {
    const customer = await firm.customer()
    const items = await firm.invoice({ customer })
    const first = await plan(customer, items)
    const later = asDate('2026-12-04')
    const second = await plan(customer, items, [], later)
    expect((await standing(customer, later)).plans.map(({ id }) => id)).toEqual([second])
    await expect(firm.work((db) => takePlanUp(db, first, { ...told, today: later }))).rejects.toMatchObject({
      code: 'anotherPlanRuns',
    })
    await firm.work((db) => undoPlan(db, second, { ...told, today: later }))
    expect((await standing(customer, later)).plans).toMatchObject([{ id: first, standing: 'missed' }])
  })
})

describe('two promises about one invoice', () => {
  const note = (customer: number, items: readonly number[], amount: number, promisedFor = '2026-11-27') =>
    firm.work((db) =>
      notePromise(db, { customer, items, amount: euros(amount), promisedFor: asDate(promisedFor), note: null }, told),
    )

  it('stand where both can be kept; else the later takes the place of the first, and undoing it brings that back', async () => {
    const customer = await firm.customer()
    const items = await firm.invoice({ customer })
    const half = await note(customer, items, 50_000)
    const other = await note(customer, items, 50_000, '2026-12-11')
    expect((await standing(customer)).promises.map(({ id }) => id)).toEqual([half, other])
    const all = await note(customer, items, 100_000, '2026-12-18')
    expect(await standing(customer)).toMatchObject({
      promises: [{ id: all }],
      past: [
        { id: other, state: 'replaced' },
        { id: half, state: 'replaced' },
      ],
    })
    await firm.work((db) => undoPromise(db, all, told))
    expect((await standing(customer)).promises.map(({ id }) => id)).toEqual([half, other])
  })

  it('are refused where the first is about another invoice too, or where one is taken up again beside a later one', async () => {
    const customer = await firm.customer()
    const [a = 0] = await firm.invoice({ customer })
    const [b = 0] = await firm.invoice({ customer })
    const both = await note(customer, [a, b], 200_000)
    await expect(note(customer, [a], 100_000)).rejects.toMatchObject({ code: 'promiseInTheWay' })
    await firm.work((db) => withdrawPromise(db, both, told))
    await note(customer, [a], 100_000)
    await expect(firm.work((db) => resumePromise(db, both, told))).rejects.toMatchObject({ code: 'promiseInTheWay' })
  })

  it('leave the promise of the parent customer to the parent', async () => {
    const parent = await firm.customer()
    const child = await firm.customer({ parentId: parent })
    const items = await firm.invoice({ customer: child })
    await note(parent, items, 100_000)
    await expect(note(child, items, 100_000)).rejects.toMatchObject({ code: 'promiseInTheWay' })
    expect((await standing(child)).promises).toMatchObject([{ customer: { id: parent } }])
  })

  it('never come to more than is left to pay, nor does one alone', async () => {
    const customer = await firm.customer()
    const items = await firm.invoice({ customer })
    await expect(note(customer, items, 100_001)).rejects.toMatchObject({
      code: 'promiseTooMuch',
      sentence: { en: expect.stringContaining('€1,000.00') },
    })
    await expect(note(customer, items, Number.MAX_SAFE_INTEGER)).rejects.toMatchObject({ code: 'promiseTooMuch' })
  })
})

describe('a payment plan about a promised invoice', () => {
  const promised = async (customer: number, items: readonly number[], amount = 100_000) => {
    const asked = { customer, items, amount: euros(amount), promisedFor: asDate('2026-11-27'), note: null }
    return firm.work((db) => notePromise(db, asked, told))
  }
  const agree = (customer: number, items: readonly number[], replacesPromises: readonly number[]) => {
    const instalments = [{ dueOn: asDate('2026-12-23'), amount: euros(100_000 * items.length) }]
    return firm.work((db) => agreePlan(db, { customer, items, instalments, note: null, replacesPromises }, told))
  }

  it('takes the place of the promises that are named, and undoing it brings them back', async () => {
    const customer = await firm.customer()
    const items = await firm.invoice({ customer })
    const first = await promised(customer, items)
    const before = await standing(customer)
    await expect(agree(customer, items, [])).rejects.toMatchObject({ code: 'promiseAwaited' })
    const agreed = await agree(customer, items, [first])
    expect(await standing(customer)).toMatchObject({
      promises: [],
      past: [{ id: first, state: 'replaced', note: 'Remplacée par un échéancier' }],
      plans: [{ id: agreed }],
    })
    await expect(firm.work((db) => resumePromise(db, first, told))).rejects.toMatchObject({ status: 404 })
    await firm.work((db) => undoPlan(db, agreed, told))
    expect(await standing(customer)).toEqual(before)
  })

  it('leaves alone a promise about other invoices too, and one that was kept', async () => {
    const customer = await firm.customer()
    const [a = 0] = await firm.invoice({ customer })
    const [b = 0] = await firm.invoice({ customer })
    const both = await promised(customer, [a, b], 200_000)
    await expect(agree(customer, [a], [both])).rejects.toMatchObject({ code: 'promiseAwaited' })
    await firm.work((db) => withdrawPromise(db, both, told))
    const kept = await promised(customer, [a], 40_000)
    await pay(a, 40_000)
    const instalments = [{ dueOn: asDate('2026-12-23'), amount: euros(60_000) }]
    await firm.work((db) => agreePlan(db, { customer, items: [a], instalments, note: null }, told))
    expect((await standing(customer)).promises).toMatchObject([{ id: kept, isKept: true }])
  })
})

describe('a promise', () => {
  it('is kept by a transfer short of a trifle, by the tolerance of the day it was noted', async () => {
    const customer = await firm.customer()
    const [item = 0] = await firm.invoice({ customer })
    const asked = { customer, items: [item], amount: euros(100_000), promisedFor: asDate('2026-11-27'), note: null }
    await firm.work((db) => notePromise(db, asked, told))
    const tolerance = (amount: number) =>
      firm.work((db) =>
        db.run(
          sql`update organization set tolerance_amount = ${amount} where organization_id = current_organization()`,
        ),
      )
    const { before } = await firm.work((db) =>
      db.one<{ before: number }>(
        sql`select tolerance_amount as before from organization where organization_id = current_organization()`,
      ),
    )
    await tolerance(0)
    await pay(item, 100_000 - before)
    const stateOn = async (on: string) => (await standing(customer, on)).past[0]?.state
    expect(await stateOn('2026-11-30')).toBe('partiallyKept')
    await pay(item, 1)
    expect(await stateOn('2026-11-30')).toBe('kept')
    expect((await standing(customer)).promises).toMatchObject([{ isKept: true, received: euros(100_001 - before) }])
    expect(await firm.work((db) => brokenPromiseOf(db, [item], asDate('2026-11-30')))).toBeNull()
    await tolerance(before)
  })

  it('that is off says so with what had been promised, and one kept in part says what came', async () => {
    const customer = await firm.customer()
    const [item = 0] = await firm.invoice({ customer })
    const asked = { customer, items: [item], amount: euros(80_000), promisedFor: asDate('2026-11-27'), note: null }
    const first = await firm.work((db) => notePromise(db, asked, told))
    await firm.work((db) => withdrawPromise(db, first, told))
    await firm.work((db) => notePromise(db, asked, told))
    await pay(item, 30_000)
    const history = await firm.work((db) =>
      historyOf(db, { customer, invoice: null }, { today: asDate('2026-12-01'), language: 'fr' }),
    )
    const said = history.map(({ on, title, detail }) => [on, title, detail].join(' | ').replaceAll('\u202f', ' '))
    expect(said).toContain(
      '2026-11-28 | Promesse tenue en partie | 300,00\u00a0€ reçus sur 800,00\u00a0€ annoncés pour le 27/11/2026',
    )
    expect(said).toContain('2026-11-23 | Promesse : 800,00\u00a0€ pour le 27/11/2026, retirée depuis | ')
  })
})

describe('a payment plan of which something is contested', () => {
  it('asks for the rest, and its last dates wait for the end of the dispute', async () => {
    const customer = await firm.customer()
    const [item = 0] = await firm.invoice({ customer })
    const agreed = await plan(customer, [item])
    const { dispute } = await firm.work((db) =>
      db.one<{ dispute: number }>(sql`
        with opened as (
          insert into dispute (organization_id, customer_id, reason, opened_on)
          values (current_organization(), ${customer}, 'quality', ${today}) returning organization_id, id)
        insert into dispute_item (organization_id, dispute_id, open_item_id, amount)
        select organization_id, id, ${item}, ${30_000} from opened returning dispute_id as dispute`),
    )
    await pay(item, 70_000)
    const [shown] = (await standing(customer, '2027-01-15')).plans
    expect(shown).toMatchObject({ id: agreed, standing: 'settled', contested: euros(30_000) })
    expect(shown?.instalments.map(({ state }) => state)).toEqual(['paid', 'contested'])
    const [row] = await firm.work((db) => openItemRows(db, [item], { today: asDate('2026-12-01'), language: 'fr' }))
    expect(row?.next?.because).not.toBe('plan')
    await firm.work((db) =>
      db.run(sql`update dispute set resolved_on = ${today}, outcome = 'rejected' where id = ${dispute}`),
    )
    expect((await standing(customer, '2027-01-15')).plans).toMatchObject([{ standing: 'missed' }])
  })
})

describe('the clock of the installation', () => {
  it('dates what people read, whatever the clock of the database says', async () => {
    const customer = await firm.customer()
    const items = await firm.invoice({ customer })
    const nowMs = Date.parse('2031-05-06T09:30:00Z')
    const asked = { customer, items, amount: euros(100_000), promisedFor: asDate('2031-05-10'), note: null }
    const on = { ...told, today: asDate('2031-05-06') }
    await transaction(database.app, { ...firm.scope, nowMs }, (db) => notePromise(db, asked, on))
    const history = await firm.work((db) =>
      historyOf(db, { customer, invoice: null }, { today: on.today, language: 'fr' }),
    )
    expect(history[0]).toMatchObject({ on: '2031-05-06', at: expect.stringContaining('2031-05-06') })
    await transaction(database.app, { ...firm.scope, nowMs }, (db) =>
      withdrawPromise(db, history.length > 0 ? Number(history[0]?.key.split('-')[1]) : 0, on),
    )
    const { at } = await firm.work((db) =>
      db.one<{ at: string }>(
        sql`select max(at)::text as at from journal where organization_id = current_organization() and customer_id = ${customer}`,
      ),
    )
    expect(at).toContain('2031-05-06')
  })
})
