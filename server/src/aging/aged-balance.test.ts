import { type AgingFacts, agedBalance as reference } from '@quittance/core/aging/aged-balance.ts'
import { addDays, asDate, type CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { asCurrency, money } from '@quittance/core/money/money.ts'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Db, transaction } from '../platform/database/db.ts'
import { sql } from '../platform/database/sql.ts'
import { testDatabase } from '../platform/database/testing/test-database.ts'
import { agedBalance } from './aged-balance.ts'
import { agedOn, agedToday } from './queries.ts'

const database = await testDatabase()
const today = asDate('2026-11-23')
const eur = asCurrency('EUR')

async function inFirm<T>(work: (db: Db, ids: { entity: number; customer: number }) => Promise<T>): Promise<T> {
  const nobody = { organization: null, person: null, rights: 'none' } as const
  const { id } = await transaction(database.app, nobody, (db) =>
    db.one<{ id: number }>(sql`select found_organization('Balance', false) as id`),
  )
  return transaction(database.app, { organization: id, person: null, rights: 'all' }, async (db) => {
    const entity = await db.one<{ id: number }>(
      sql`insert into legal_entity (organization_id, name) values (current_organization(), 'B') returning id`,
    )
    const customer = await db.one<{ id: number }>(
      sql`insert into customer (organization_id, code, name) values (current_organization(), 'C', 'C') returning id`,
    )
    return work(db, { entity: entity.id, customer: customer.id })
  })
}

async function addItem(
  db: Db,
  { entity, customer }: { entity: number; customer: number },
  given: { number: string; issued: CalendarDate; due: CalendarDate; amount: number },
): Promise<number> {
  const kind = given.amount < 0 ? 'creditNote' : 'invoice'
  const { id } = await db.one<{ id: number }>(sql`
    with v as (insert into invoice (organization_id, legal_entity_id, customer_id, number, kind, issue_date, currency, total_amount)
      values (current_organization(), ${entity}, ${customer}, ${given.number}, ${kind}, ${given.issued}, 'EUR', ${given.amount}) returning id)
    insert into open_item (organization_id, invoice_id, legal_entity_id, customer_id, currency, issue_date, due_date, amount)
    select current_organization(), id, ${entity}, ${customer}, 'EUR', ${given.issued}, ${given.due}, ${given.amount} from v returning id`)
  return id
}

const aFact = fc.record({
  issuedAgo: fc.integer({ min: 0, max: 200 }),
  terms: fc.integer({ min: 0, max: 60 }),
  amount: fc.integer({ min: 1, max: 500_000 }),
  paidPart: fc.integer({ min: 0, max: 100 }),
  paidAgo: fc.integer({ min: 0, max: 200 }),
})

it('says on any day what the ledger of the core says, and today what is kept beside the items', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(aFact, { maxLength: 8 }), fc.integer({ min: 0, max: 220 }), async (given, ago) => {
      await inFirm(async (db, ids) => {
        const items: AgingFacts['items'][number][] = []
        const payments: AgingFacts['payments'][number][] = []
        const allocations: AgingFacts['allocations'][number][] = []
        for (const [index, one] of given.entries()) {
          const issued = addDays(today, -one.issuedAgo)
          const due = addDays(issued, one.terms)
          const id = await addItem(db, ids, { number: `F-${index}`, issued, due, amount: one.amount })
          items.push({ id, customer: ids.customer, dueDate: due, issueDate: issued, amount: money(one.amount, eur) })
          const paid = Math.floor((one.amount * one.paidPart) / 100)
          if (paid === 0) continue
          const on = addDays(today, -Math.min(one.paidAgo, one.issuedAgo))
          const payment = await db.one<{ id: number }>(sql`
            insert into payment (organization_id, legal_entity_id, customer_id, received_on, currency, amount, means)
            values (current_organization(), ${ids.entity}, ${ids.customer}, ${on}, 'EUR', ${paid}, 'transfer') returning id`)
          const half = Math.max(1, Math.floor(paid / 2))
          const allocation = await db.one<{ id: number }>(sql`
            insert into allocation (organization_id, open_item_id, payment_id, amount, allocated_on)
            values (current_organization(), ${id}, ${payment.id}, ${half}, ${on}) returning id`)
          payments.push({ id: payment.id, customer: ids.customer, receivedOn: on, amount: money(paid, eur) })
          allocations.push({
            id: allocation.id,
            item: id,
            from: { kind: 'payment', payment: payment.id },
            amount: money(half, eur),
            on,
          })
        }
        const on = addDays(today, -ago)
        expect(simple(await agedOn(db, on))).toEqual(
          simple(fromReference({ items, payments, allocations, paymentReversals: [] }, on)),
        )
        expect(await agedToday(db, today)).toEqual(await agedOn(db, today))
      })
    }),
    { numRuns: 25 },
  )
}, 60_000)

const simple = (
  rows: readonly { notDue: number; d1_30: number; d31_60: number; d61_90: number; d90plus: number; credits: number }[],
) =>
  rows.map(({ notDue, d1_30, d31_60, d61_90, d90plus, credits }) => [notDue, d1_30, d31_60, d61_90, d90plus, credits])

const fromReference = (facts: AgingFacts, on: CalendarDate) =>
  reference(facts, on).flatMap((balance) =>
    balance.customers.map(({ buckets, credits }) => ({
      notDue: buckets.notDue.amount,
      d1_30: buckets.d1_30.amount,
      d31_60: buckets.d31_60.amount,
      d61_90: buckets.d61_90.amount,
      d90plus: buckets.d90plus.amount,
      credits: credits.amount,
    })),
  )

it('shows credits apart and takes them off the total', async () => {
  await inFirm(async (db, ids) => {
    await addItem(db, ids, { number: 'F-1', issued: asDate('2026-10-01'), due: asDate('2026-10-31'), amount: 100_000 })
    await addItem(db, ids, { number: 'A-1', issued: asDate('2026-11-01'), due: asDate('2026-11-01'), amount: -20_000 })
    const { currencies } = await agedBalance(db, today, today)
    expect(currencies[0]).toMatchObject({
      totals: { d1_30: 100_000, credits: 20_000, total: 80_000 },
      items: { d1_30: 1 },
    })
  })
})

it('does not know yet an invoice issued later', async () => {
  await inFirm(async (db, ids) => {
    await addItem(db, ids, { number: 'F-1', issued: asDate('2026-11-20'), due: asDate('2026-12-20'), amount: 100_000 })
    expect((await agedBalance(db, asDate('2026-11-19'), today)).currencies).toEqual([])
  })
})
