import { addDays, asDate, type CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { type Receipt, type SharedPromise, shareReceipts } from '@quittance/core/promises/share-receipts.ts'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { aFirm } from '../invoices/testing/a-firm.ts'
import type { Db } from '../platform/database/db.ts'
import { sql } from '../platform/database/sql.ts'
import { testDatabase } from '../platform/database/testing/test-database.ts'

const database = await testDatabase()
const firm = await aFirm(database)
const start = asDate('2026-10-01')

const days = fc.integer({ min: 0, max: 20 })
const item = fc.integer({ min: 0, max: 2 })
const amount = fc.integer({ min: 1, max: 900 })
const act = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('promise' as const),
      on: days,
      inDays: days,
      grace: fc.integer({ min: 0, max: 3 }),
      amount,
      items: fc.uniqueArray(item, { minLength: 1 }),
      parts: fc.boolean(),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('payment' as const), on: days, counted: days, item, amount }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('takenBack' as const), which: fc.nat() }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('withdrawn' as const), which: fc.nat() }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('resumed' as const), which: fc.nat() }) },
)
type Act = typeof act extends fc.Arbitrary<infer T> ? T : never

it('what the database keeps of each promise is what the rule says, whatever is paid, taken back or withdrawn', async () => {
  const customer = await firm.customer()
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 14 }), async (acts) => {
      const items: number[] = []
      for (let count = 0; count < 3; count++) items.push(...(await firm.invoice({ customer, amount: 100_000 })))
      await firm.work(async (db) => {
        for (const one of acts) await happens(db, one, customer, items)
        const promises = await promisesIn(db, items)
        const kept = Object.fromEntries(promises.map(({ id, received }) => [id, received]))
        const standing = promises.filter(({ isWithdrawn }) => !isWithdrawn)
        const said = shareReceipts(standing.map(asShared), await receiptsIn(db, items))
        expect(kept).toEqual(Object.fromEntries(promises.map(({ id }) => [id, said.get(id) ?? 0])))
      })
    }),
    { numRuns: 60 },
  )
}, 60_000)

async function happens(db: Db, one: Act, customer: number, items: readonly number[]): Promise<void> {
  const day = (count: number) => addDays(start, count)
  switch (one.kind) {
    case 'promise': {
      const whole = one.parts ? one.amount * one.items.length : one.amount
      const { id } = await db.one<{ id: number }>(sql`
        insert into promise (organization_id, customer_id, noted_on, promised_for, kept_until, currency, amount)
        values (current_organization(), ${customer}, ${day(one.on)}, ${day(one.on + one.inDays)},
          ${day(one.on + one.inDays + one.grace)}, 'EUR', ${whole}) returning id`)
      const about = one.items.map((index) => items[index] ?? 0)
      await db.run(sql`
        insert into promise_item (organization_id, promise_id, open_item_id, amount)
        select current_organization(), ${id}::bigint, i, ${one.parts ? one.amount : null}::bigint from unnest(${about}::bigint[]) i`)
      return
    }
    case 'payment': {
      const { id } = await db.one<{ id: number }>(sql`
        insert into payment (organization_id, legal_entity_id, customer_id, received_on, currency, amount, means)
        select current_organization(), legal_entity_id, customer_id, ${day(one.on)}::date, 'EUR', ${one.amount}::bigint, 'transfer'
        from open_item where organization_id = current_organization() and id = ${items[one.item] ?? 0} returning id`)
      await db.run(sql`
        insert into allocation (organization_id, open_item_id, payment_id, amount, allocated_on)
        values (current_organization(), ${items[one.item] ?? 0}, ${id}, ${one.amount}, ${day(one.on + one.counted)})`)
      return
    }
    case 'takenBack': {
      const all = await receiptsIn(db, items)
      const gone = all[one.which % Math.max(1, all.length)]
      if (!gone) return
      await db.run(sql`
        insert into allocation (organization_id, open_item_id, payment_id, amount, allocated_on, reverses_id)
        select organization_id, open_item_id, payment_id, -amount, allocated_on, id from allocation
        where organization_id = current_organization() and id = ${gone.id}`)
      return
    }
    default: {
      const all = (await promisesIn(db, items)).filter(({ isWithdrawn }) => isWithdrawn === (one.kind === 'resumed'))
      const which = all[one.which % Math.max(1, all.length)]
      if (!which) return
      await db.run(sql`
        update promise set withdrawn_on = ${one.kind === 'resumed' ? null : start}::date
        where organization_id = current_organization() and id = ${which.id}`)
    }
  }
}

interface Kept {
  readonly id: number
  readonly notedOn: CalendarDate
  readonly promisedFor: CalendarDate
  readonly keptUntil: CalendarDate
  readonly amount: number
  readonly received: number
  readonly isWithdrawn: boolean
  readonly items: readonly { readonly item: number; readonly amount: number | null }[]
}

const asShared = (promise: Kept): SharedPromise => ({
  ...promise,
  items: new Map(promise.items.map((one) => [one.item, one.amount])),
})

const promisesIn = (db: Db, items: readonly number[]): Promise<Kept[]> =>
  db.rows(sql`
    select p.id, p.noted_on as "notedOn", p.promised_for as "promisedFor", p.kept_until as "keptUntil", p.amount, p.received,
      p.withdrawn_on is not null as "isWithdrawn",
      (select json_agg(json_build_object('item', l.open_item_id, 'amount', l.amount)) from promise_item l
        where l.organization_id = p.organization_id and l.promise_id = p.id) as items
    from promise p
    where p.organization_id = current_organization() and exists (
      select from promise_item l
      where l.organization_id = p.organization_id and l.promise_id = p.id and l.open_item_id = any(${items}))
    order by p.id`)

const receiptsIn = (db: Db, items: readonly number[]): Promise<Receipt[]> =>
  db.rows(sql`
    select a.id, a.open_item_id as item, a.amount, p.received_on as "paidOn", greatest(p.received_on, a.allocated_on) as "countedOn"
    from allocation a join payment p on p.organization_id = a.organization_id and p.id = a.payment_id
    where a.organization_id = current_organization() and a.open_item_id = any(${items}) and a.reverses_id is null
      and not exists (select from allocation v where v.organization_id = a.organization_id and v.reverses_id = a.id)
    order by a.id`)
