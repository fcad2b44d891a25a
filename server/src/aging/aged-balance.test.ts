import { agedBalance as expectedBalance } from '@quittance/core/aging/aged-balance.ts'
import { addDays, type CalendarDate, daysBetween } from '@quittance/core/calendar/calendar-date.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aFirm, type Firm, today } from '../invoices/testing/a-firm.ts'
import { checkProjections } from '../main/check-projections.ts'
import { aStep, aWorld, factsOf, play, type World } from '../payments/testing/history.ts'
import type { Db } from '../platform/database/db.ts'
import { sql } from '../platform/database/sql.ts'
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

/** What no form accepts and a file may bring: a payment and its allocation dated after today, or before the invoice. */
async function moneyDatedLater(db: Db, { items, customers }: World, on: CalendarDate): Promise<void> {
  const [item = 0] = items
  const { left } = await db.one<{ left: number }>(sql`
    select amount_due as left from open_item where organization_id = current_organization() and id = ${item}`)
  const { id } = await db.one<{ id: number }>(sql`
    insert into payment (organization_id, legal_entity_id, customer_id, received_on, currency, amount, means)
    select organization_id, legal_entity_id, ${customers[0] ?? 0}, ${on}, currency, ${left + 7}, 'transfer'
    from open_item where organization_id = current_organization() and id = ${item}
    returning id`)
  if (left === 0) return
  await db.run(sql`
    insert into allocation (organization_id, open_item_id, payment_id, amount, allocated_on)
    values (current_organization(), ${item}, ${id}, ${left}, ${on})`)
}

const rawRows = async (db: Db) => ({
  items: await db.rows<{
    id: number
    customer: number
    currency: string
    issued: string
    due: CalendarDate
    amount: number
  }>(sql`
    select id, customer_id as customer, currency, issue_date as issued, due_date as due, amount
    from open_item where organization_id = current_organization()`),
  payments: await db.rows<{
    id: number
    customer: number
    currency: string
    received: string
    amount: number
    bounced: string | null
  }>(sql`
    select p.id, p.customer_id as customer, p.currency, p.received_on as received, p.amount, r.reversed_on as bounced
    from payment p
    left join payment_reversal r on r.organization_id = p.organization_id and r.payment_id = p.id
    where p.organization_id = current_organization()`),
  links: await db.rows<{
    id: number
    item: number
    payment: number | null
    note: number | null
    amount: number
    made: string
    undone: string | null
  }>(sql`
    select a.id, a.open_item_id as item, a.payment_id as payment, a.credit_item_id as note, a.amount, a.allocated_on as made,
      (select r.allocated_on from allocation r
       where r.organization_id = a.organization_id and r.reverses_id = a.id) as undone
    from allocation a where a.organization_id = current_organization() and a.reverses_id is null`),
})

/** Line by line, with nothing of the product: what stood on the paper that evening. */
function withAPencil({ items, payments, links }: Awaited<ReturnType<typeof rawRows>>, on: CalendarDate) {
  const standing = links.filter(({ item, payment, note, made, undone }) => {
    const issued = items.find(({ id }) => id === item)?.issued ?? '9999'
    const source =
      payment !== null
        ? payments.find(({ id }) => id === payment)?.received
        : note !== null
          ? items.find(({ id }) => id === note)?.issued
          : made
    return made <= on && issued <= on && (source ?? '9999') <= on && !(undone !== null && undone <= on)
  })
  const sheet: Record<string, Record<string, number>> = {}
  const write = (currency: string, customer: number, column: string, amount: number) => {
    const blank = { id: customer, notDue: 0, d1_30: 0, d31_60: 0, d61_90: 0, d90plus: 0, credits: 0, total: 0 }
    const row: Record<string, number> = sheet[`${currency} ${customer}`] ?? blank
    sheet[`${currency} ${customer}`] = row
    row[column] = (row[column] ?? 0) + amount
    row.total = (row.total ?? 0) + (column === 'credits' ? -amount : amount)
  }
  for (const { id, customer, currency, issued, due, amount } of items) {
    let left = amount
    for (const link of standing) left += link.note === id ? link.amount : link.item === id ? -link.amount : 0
    if (issued > on || left === 0) continue
    const days = daysBetween(due, on)
    const age = days <= 0 ? 'notDue' : days <= 30 ? 'd1_30' : days <= 60 ? 'd31_60' : days <= 90 ? 'd61_90' : 'd90plus'
    write(currency, customer, left < 0 ? 'credits' : age, Math.abs(left))
  }
  for (const { id, customer, currency, received, amount, bounced } of payments) {
    let left = received <= on && !(bounced !== null && bounced <= on) ? amount : 0
    for (const link of standing) if (link.payment === id) left -= link.amount
    if (left !== 0) write(currency, customer, 'credits', left)
  }
  return sheet
}

describe('the aged balance', () => {
  it('on any day is what the ledger of core says of the same facts, and today both ways agree', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(aStep, { minLength: 3, maxLength: 20, size: 'max' }), async (steps) => {
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

  it('on any day is what somebody would find with a pencil from the rows themselves, also with money dated later', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(aStep, { minLength: 4, maxLength: 20, size: 'max' }),
        fc.nat(40),
        async (steps, daysAhead) => {
          const firm = await aFirm(database)
          const world = await aWorld(firm)
          await play(firm, world, steps)
          await firm.work((db) => moneyDatedLater(db, world, addDays(today, daysAhead - 10)))
          const rows = await firm.work(rawRows)
          for (const daysAgo of [0, 1, 4, 9, 17, 31, 62, 95, 140]) {
            const on = addDays(today, -daysAgo)
            const shown = (await shownOn(firm, on)).flatMap(({ currency, customers }) =>
              customers.map((row) => [`${currency} ${row.id}`, row] as const),
            )
            expect(Object.fromEntries(shown)).toEqual(withAPencil(rows, on))
          }
          expect(await firm.work(checkProjections)).toEqual([])
        },
      ),
      { numRuns: 10 },
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

  it('today leaves out an invoice whose date alone moved to a day to come', async () => {
    const firm = await aFirm(database)
    const customer = await firm.customer()
    await firm.invoice({ customer, amount: 1000 })
    const [moved = 0] = await firm.invoice({ customer, due: '2026-12-30', amount: 5000 })
    expect(await shownOn(firm, today)).toMatchObject([{ customers: [{ total: 6000 }] }])
    const dated = (day: string) =>
      firm.work((db) =>
        db.run(sql`
          update open_item set issue_date = ${day}
          where organization_id = current_organization() and id = ${moved}`),
      )
    await dated('2026-11-30')
    expect(await shownOn(firm, today)).toMatchObject([{ customers: [{ total: 1000, d1_30: 1000 }] }])
    expect(await firm.work(checkProjections)).toEqual([])
    await dated('2026-11-23')
    expect(await shownOn(firm, today)).toMatchObject([{ customers: [{ total: 6000 }] }])
  })

  it('of a day to come is refused', async () => {
    const firm = await aFirm(database)
    const asked = firm.work((db) => agedBalance(db, { on: addDays(today, 1), today }))
    await expect(asked).rejects.toMatchObject({ code: 'dayToCome' })
  })
})
