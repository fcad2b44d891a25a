import { balances } from '@quittance/core/payments/ledger.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { catchUpBalances } from '../customers/balances.ts'
import { aFirm, today } from '../invoices/testing/a-firm.ts'
import { checkProjections } from '../main/check-projections.ts'
import type { Db } from '../platform/database/db.ts'
import { sql } from '../platform/database/sql.ts'
import { testDatabase } from '../platform/database/testing/test-database.ts'
import { aStep, aWorld, factsOf, play } from './testing/history.ts'

const database = await testDatabase()

const keptBeside = async (db: Db) => {
  const items = await db.rows<{ id: number; left: number }>(sql`
    select id, amount_due as left from open_item where organization_id = current_organization()`)
  const payments = await db.rows<{ id: number; left: number }>(sql`
    select id, unallocated as left from payment where organization_id = current_organization()`)
  const plain = (rows: { id: number; left: number }[]) => new Map(rows.map(({ id, left }) => [id, left]))
  return { amountDue: plain(items), unallocated: plain(payments) }
}

describe('whatever is entered, allocated, closed, reversed and undone', () => {
  it('what is kept beside open items and payments is what the facts say, and no cent is lost', async () => {
    const firm = await aFirm(database)
    const done: string[] = []
    await fc.assert(
      fc.asyncProperty(fc.array(aStep, { minLength: 1, maxLength: 20, size: 'max' }), async (steps) => {
        const world = await aWorld(firm)
        done.push(...(await play(firm, world, steps)))
        await firm.work(async (db) => {
          const facts = await factsOf(db)
          const expected = balances(facts)
          const kept = await keptBeside(db)
          expect(kept.amountDue).toEqual(new Map([...expected.amountDue].map(([id, left]) => [id, left.amount])))
          expect(kept.unallocated).toEqual(new Map([...expected.unallocated].map(([id, left]) => [id, left.amount])))
          for (const { id, amount } of facts.items) {
            const left = kept.amountDue.get(id) ?? Number.NaN
            expect(left * Math.sign(amount.amount)).toBeGreaterThanOrEqual(0)
            expect(Math.abs(left)).toBeLessThanOrEqual(Math.abs(amount.amount))
          }
          expect(await checkProjections(db)).toEqual([])
        })
      }),
      { numRuns: 40 },
    )
    expect(new Set(done)).toEqual(new Set(['enter', 'allocate', 'creditNote', 'takeBack', 'reverse']))
  }, 60_000)
})

describe('the check of what is kept beside the facts', () => {
  it('finds a due amount, a credit, an invoice total and a balance that somebody changed by hand', async () => {
    const firm = await aFirm(database)
    const world = await aWorld(firm)
    await play(firm, world, [
      {
        kind: 'enter',
        customer: 0,
        amount: 400,
        currency: 'EUR',
        daysAgo: 3,
        lines: [{ item: 0, amount: 300 }],
        gap: 0,
        fits: false,
      },
    ])
    expect(await firm.work(checkProjections)).toEqual([])
    await firm.work(async (db) => {
      await db.run(sql`
        update open_item set amount_due = amount_due - 1
        where organization_id = current_organization() and id = ${world.items[1] ?? 0}`)
      await db.run(sql`
        update payment set unallocated = unallocated - 1 where organization_id = current_organization()`)
      await db.run(sql`
        update invoice set total_amount = total_amount + 5
        where organization_id = current_organization()
          and id = (select invoice_id from open_item where organization_id = current_organization() and id = ${world.items[2] ?? 0})`)
      await db.run(sql`delete from balance_to_count where organization_id = current_organization()`)
    })
    const problems = await firm.work(checkProjections)
    expect(problems.filter(({ kind }) => kind !== 'balance')).toMatchObject([
      { kind: 'amountDue', id: world.items[1], kept: 699, facts: 700 },
      { kind: 'unallocated', kept: 99, facts: 100 },
      { kind: 'dueLines', kept: 250, facts: 255 },
    ])
    expect(problems.some(({ kind }) => kind === 'balance')).toBe(true)
  })

  it('finds an age that somebody changed by hand although the balance is right as a whole', async () => {
    const firm = await aFirm(database)
    await aWorld(firm)
    await firm.work((db) => catchUpBalances(db, today))
    expect(await firm.work(checkProjections)).toEqual([])
    await firm.work((db) =>
      db.run(sql`
        update customer_balance set d1_30 = d1_30 - 100, d90plus = d90plus + 100
        where organization_id = current_organization() and d1_30 >= 100`),
    )
    const problems = await firm.work(checkProjections)
    expect(problems.map(({ kind, kept, facts }) => [kind, Number(kept) - Number(facts)])).toEqual([
      ['balance', -100],
      ['balance', 100],
    ])
  })

  it('finds a balance that holds from a day before the latest invoice', async () => {
    const firm = await aFirm(database)
    const customer = await firm.customer()
    const [item = 0] = await firm.invoice({ customer, issued: '2026-10-05' })
    await firm.work((db) => catchUpBalances(db, today))
    await firm.work(async (db) => {
      await db.run(sql`
        update open_item set issue_date = '2026-12-01' where organization_id = current_organization() and id = ${item}`)
      expect(await checkProjections(db)).toEqual([])
      await db.run(sql`delete from balance_to_count where organization_id = current_organization()`)
    })
    expect(await firm.work(checkProjections)).toMatchObject([
      { kind: 'latestDay', id: customer, currency: 'EUR', kept: '2026-10-05', facts: '2026-12-01' },
    ])
  })
})
