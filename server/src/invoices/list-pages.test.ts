import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { catchUpBalances } from '../customers/balances.ts'
import { sql } from '../platform/database/sql.ts'
import { testDatabase } from '../platform/database/testing/test-database.ts'
import { type Few, usually } from './few-or-many.ts'
import { type ListAsked, pageOf, type Sort } from './list-page.ts'
import { invoiceViews } from './list-shapes.ts'
import { openItemRows } from './open-item-rows.ts'
import { aFirm, today } from './testing/a-firm.ts'

/**
 * A list is read in two ways: whole and sorted when it is short, in the order of an index when it is long. Here both are
 * asked of the same firm, whatever its size, and compared with each other and with the rows they show.
 */
const database = await testDatabase()
const firm = await aFirm(database)
const colleague = await aFirm(database, 'Une autre maison')

/** Nothing is few: every list is read in its order. */
const never: Few = { customers: 0, items: 0, counted: 1000, looked: 8 }

/** Forty-eight due lines of six customers: two currencies, deposits, credit notes, parts paid, disputes, promises, pauses. */
beforeAll(async () => {
  for (const other of [firm, colleague]) {
    const customers = []
    for (let place = 0; place < 6; place += 1) {
      const name = ['Castel Nord', 'Hôtel Étienne', 'Castel Sud', 'Garage 345', 'Zola', 'Abel & fils'][place] ?? ''
      customers.push(
        await other.customer({ name, collectorId: place % 2 ? other.person : null, automaticMeans: place === 5 }),
      )
    }
    for (let place = 0; place < 48; place += 1) {
      await other.invoice({
        customer: customers[(place * 5) % 6] ?? 0,
        number: `F-2026-${String(300 + place * 3).padStart(4, '0')}`,
        due: `2026-${['06', '08', '09', '10', '11', '12'][(place * 7) % 6]}-${String(1 + ((place * 11) % 27)).padStart(2, '0')}`,
        issued: '2026-05-15',
        kind: place % 8 === 3 ? 'deposit' : place % 16 === 5 ? 'creditNote' : 'invoice',
        amount: (place % 16 === 5 ? -1 : 1) * (place % 12 === 4 ? 300 : 10_000 + (place % 5) * 100),
        currency: place % 7 === 2 ? 'USD' : 'EUR',
      })
    }
    await other.work(async (db) => {
      await db.run(sql`
        insert into payment (organization_id, legal_entity_id, customer_id, received_on, currency, amount, means, entry_key)
        select organization_id, legal_entity_id, customer_id, '2026-11-02', currency, case when id % 2 = 0 then amount else 100 end, 'transfer', 'p-' || id
        from open_item where amount > 0 and id % 3 = 0`)
      await db.run(sql`
        insert into allocation (organization_id, open_item_id, payment_id, amount, allocated_on)
        select p.organization_id, substr(p.entry_key, 3)::bigint, p.id, p.amount, p.received_on from payment p`)
      await db.run(sql`
        insert into dispute (organization_id, customer_id, reason, opened_on)
        select organization_id, min(customer_id), 'quality', '2026-11-05' from open_item where id % 5 = 0 group by organization_id`)
      await db.run(sql`
        insert into dispute_item (organization_id, dispute_id, open_item_id)
        select s.organization_id, s.id, o.id from dispute s join open_item o on o.id % 5 = 0`)
      for (const [day, every] of [
        ['2026-11-10', 4],
        ['2026-11-27', 7],
      ] as const) {
        await db.run(sql`
          with p as (
            insert into promise (organization_id, customer_id, promised_for, currency, amount, noted_on)
            select organization_id, min(id), ${day}, 'EUR', 500000, '2026-11-05' from customer group by organization_id returning *)
          insert into promise_item (organization_id, promise_id, open_item_id)
          select p.organization_id, p.id, o.id from p join open_item o on o.id % ${every}::int = 1`)
      }
      await db.run(sql`
        update open_item set paused_on = '2026-11-01', paused_until = '2026-12-01' where id % 11 = 0`)
      await db.run(sql`
        with kept as (
          insert into decision (organization_id, customer_id, legal_entity_id, decided_on, kind, because, detail)
          select organization_id, id, ${other.legalEntity}, ${today}, case when id % 3 = 0 then 'hold' else 'take' end, 'stepDue', '{"excluded":[]}'
          from customer where id % 4 <> 0 returning *)
        insert into current_decision (organization_id, customer_id, legal_entity_id, decision_id, decided_on, kind, because, channel, fingerprint)
        select organization_id, customer_id, legal_entity_id, id, decided_on, kind, because,
          case when kind = 'take' then case when customer_id % 2 = 0 then 'email' else 'call' end end, '' from kept`)
      await catchUpBalances(db, today)
    })
  }
})

const pages = (filter: Omit<ListAsked, 'limit'>, few: Few) =>
  firm.work(async (db) => {
    const ids: number[] = []
    const keys: (string | number)[] = []
    let cursor: string | undefined
    for (;;) {
      const { places, totals } = await pageOf(db, { ...filter, limit: 5, cursor }, today, few)
      const page = places.slice(0, 5)
      ids.push(...page.map(({ id }) => id))
      keys.push(...page.map(({ key }) => key))
      const last = page.at(-1)
      if (places.length <= 5 || !last) return { ids, keys, totals }
      cursor = Buffer.from(JSON.stringify([last.key, last.id])).toString('base64url')
    }
  })

const sorts: readonly Sort[] = ['daysLate', 'amountDue', 'amount', 'customer', 'number', 'dueDate']
const values = fc.record({
  q: fc.constantFrom('castel', 'Étienne', '345', 'F-2026', '100', '100,00', '3,00', 'a', '%', 'qzx'),
  owner: fc.constantFrom(firm.person, 999_999),
  late: fc.constantFrom(0, 1, 10, 31, 60, 100, 150, 160),
  bucket: fc.constantFrom('notDue', 'd1_30', 'd31_60', 'd61_90', 'd90plus' as const),
  step: fc.constantFrom('email', 'call', 'letter', 'decision', 'hold', 'none' as const),
  currency: fc.constantFrom('EUR', 'USD', 'CHF'),
})
/** Two filters at most: with more of them most lists would be empty. */
const filters = fc
  .tuple(values, fc.subarray(['q', 'owner', 'late', 'bucket', 'step', 'currency'] as const, { maxLength: 2 }))
  .map(([all, some]) => Object.fromEntries(some.map((key) => [key, all[key]])))
const views = fc.oneof(fc.constant('late' as const), fc.constantFrom(...invoiceViews))

describe('a list, short or long', () => {
  it('shows each due line once, in its order, with the count and the sums of what it shows', async () => {
    await fc.assert(
      fc.asyncProperty(
        views,
        fc.constantFrom(...sorts),
        fc.constantFrom('asc', 'desc' as const),
        filters,
        async (view, sort, direction, filter) => {
          const asked = { view, sort, direction, ...filter } as Omit<ListAsked, 'limit'>
          const short = await pages(asked, usually)
          const long = await pages(asked, never)
          expect(long.ids).toEqual(short.ids)
          expect(long.keys).toEqual(short.keys)
          if (!long.totals.isAtLeast) expect(long.totals).toEqual(short.totals)
          else expect(long.totals.count).toBeLessThanOrEqual(short.totals.count)
          const rows = await firm.work((db) => openItemRows(db, short.ids, { today, language: 'fr' }))
          const sums = new Map<string, number>()
          for (const { amount, amountDue } of rows) {
            const { amount: value, currency } = view === 'paid' ? amount : amountDue
            sums.set(currency, (sums.get(currency) ?? 0) + value)
          }
          expect(short.totals).toEqual({
            count: new Set(short.ids).size,
            isAtLeast: false,
            customers: new Set(rows.map(({ customer }) => customer.id)).size,
            total: [...sums]
              .map(([currency, amount]) => ({ currency, amount }))
              .toSorted((a, b) => (a.currency < b.currency ? -1 : 1)),
          })
        },
      ),
      { numRuns: 300, examples: [['paid', 'daysLate', 'asc', { step: 'hold' }]] },
    )
  }, 120_000)

  it('counts a search that matches very many no further than it takes to say « at least »', async () => {
    const { totals } = await firm.work((db) =>
      pageOf(db, { view: 'all', sort: 'number', direction: 'asc', q: 'F-2026', limit: 5 }, today, {
        ...never,
        counted: 10,
        looked: 40,
      }),
    )
    expect(totals).toEqual({ count: 10, isAtLeast: true, customers: 0, total: [] })
  })
})

it('finds no number of another organisation, whatever is typed', async () => {
  const found = (of: typeof firm) =>
    of.work(async (db) => {
      const rows = await db.rows<{ id: number }>(sql`select invoices_numbered('2026-03', 500) as id`)
      return rows.map(({ id }) => id).toSorted((a, b) => a - b)
    })
  const own = (of: typeof firm) =>
    of.work(async (db) => {
      const rows = await db.rows<{ id: number }>(sql`select id from invoice where number like '%2026-03%' order by id`)
      return rows.map(({ id }) => id)
    })
  expect(await found(firm)).toEqual(await own(firm))
  expect(await found(firm)).not.toHaveLength(0)
  expect(await found(colleague)).toEqual(await own(colleague))
})
