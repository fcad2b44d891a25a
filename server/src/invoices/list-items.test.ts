import { beforeAll, describe, expect, it } from 'vitest'
import { sql } from '../platform/database/sql.ts'
import { testDatabase } from '../platform/database/testing/test-database.ts'
import { listItems } from './list-items.ts'
import type { ListAsked, Sort } from './list-page.ts'
import type { invoiceViews } from './list-shapes.ts'
import { viewCounts } from './list-totals.ts'
import { aFirm, today } from './testing/a-firm.ts'

const database = await testDatabase()
const firm = await aFirm(database)
const asked: ListAsked = { view: 'late', sort: 'daysLate', direction: 'desc', limit: 50 }

const list = (fields: Partial<ListAsked> = {}, language: 'fr' | 'en' = 'fr') =>
  firm.work((db) => listItems(db, { ...asked, ...fields }, { today, language }))

const numbersOf = async (fields: Partial<ListAsked>) => (await list(fields)).rows.map((row) => row.invoiceNumber)

/** The whole list, in pages of three. */
async function pages(fields: Partial<ListAsked>) {
  const rows = []
  let cursor: string | undefined
  do {
    const page = await list({ ...fields, limit: 3, cursor })
    rows.push(...page.rows)
    cursor = page.nextCursor ?? undefined
  } while (cursor)
  return rows
}

let castel: number
let item: Record<string, number>

/** Castel is late three times, Émile once and in dollars; Zola has paid; each late item has its own reason to wait. */
beforeAll(async () => {
  castel = await firm.customer({ name: 'Menuiseries Castel', collectorId: firm.person })
  const emile = await firm.customer({ name: 'émile & fils' })
  const zola = await firm.customer({ name: 'Zola' })
  const one = async (fields: Parameters<typeof firm.invoice>[0]) => (await firm.invoice(fields))[0] ?? 0
  item = {
    old: await one({ customer: castel, number: 'F-1', due: '2026-08-01', issued: '2026-07-01', amount: 9000 }),
    disputed: await one({ customer: castel, number: 'F-2', due: '2026-10-31', amount: 5000 }),
    deposit: await one({ customer: castel, number: 'F-3', due: '2026-11-12', kind: 'deposit', amount: 7000 }),
    upcoming: await one({ customer: castel, number: 'F-4', due: '2026-12-15', amount: 6540 }),
    dollars: await one({
      customer: emile,
      number: 'F-5',
      due: '2026-10-01',
      issued: '2026-09-01',
      amount: 700,
      currency: 'USD',
    }),
    promised: await one({ customer: emile, number: 'F-6', due: '2026-10-31', amount: 4000 }),
    broken: await one({ customer: emile, number: 'F-7', due: '2026-11-01', amount: 4500 }),
    small: await one({ customer: emile, number: 'F-8', due: '2026-11-02', amount: 300 }),
    paid: await one({ customer: zola, number: 'F-9', due: '2026-10-31', amount: 1000 }),
    note: await one({ customer: zola, number: 'A-1', due: '2026-11-01', kind: 'creditNote', amount: -200 }),
  }
  await firm.work(async (db) => {
    const promise = (of: number | undefined, day: string) => sql`
      with p as (
        insert into promise (organization_id, customer_id, promised_for, currency, amount, noted_on)
        values (current_organization(), ${emile}, ${day}, 'EUR', 4000, '2026-11-05') returning id)
      insert into promise_item (organization_id, promise_id, open_item_id)
      select current_organization(), id, ${of ?? 0} from p`
    await db.run(promise(item.promised, '2026-11-27'))
    await db.run(promise(item.broken, '2026-11-10'))
    await db.run(sql`
      with s as (
        insert into dispute (organization_id, customer_id, reason, opened_on)
        values (current_organization(), ${castel}, 'notReceived', '2026-11-05') returning id)
      insert into dispute_item (organization_id, dispute_id, open_item_id)
      select current_organization(), id, ${item.disputed ?? 0} from s`)
    await db.run(sql`
      with p as (
        insert into payment (organization_id, legal_entity_id, customer_id, received_on, currency, amount, means)
        values (current_organization(), ${firm.legalEntity}, ${zola}, '2026-11-03', 'EUR', 1000, 'transfer') returning id)
      insert into allocation (organization_id, open_item_id, payment_id, amount, allocated_on)
      select current_organization(), ${item.paid ?? 0}, id, 1000, '2026-11-03' from p`)
    await db.run(sql`
      insert into decision (organization_id, customer_id, legal_entity_id, decided_on, kind, because, detail)
      values (current_organization(), ${castel}, ${firm.legalEntity}, ${today}, 'take', 'stepDue', '{}')`)
    await db.run(sql`
      insert into current_decision (organization_id, customer_id, legal_entity_id, decision_id, decided_on, kind, because,
        step_key, channel, carrying_item_id, fingerprint)
      select organization_id, customer_id, legal_entity_id, id, decided_on, kind, because, 'call', 'call', ${item.old ?? 0}, ''
      from decision where organization_id = current_organization()`)
  })
})

describe('the views of the open items', () => {
  it('tell the part that is contested as an amount like any other, and chase the rest', async () => {
    const contest = (amount: number | null) =>
      firm.work((db) =>
        db.run(sql`
          update dispute_item set amount = ${amount} where organization_id = current_organization() and open_item_id = ${item.disputed ?? 0}`),
      )
    await contest(400)
    const row = (await list({ view: 'late' })).rows.find(({ id }) => id === item.disputed)
    expect(row).toMatchObject({ isDisputed: true, disputedPart: { amount: 400, currency: 'EUR' } })
    await contest(null)
  })

  const expected: Partial<Record<(typeof invoiceViews)[number], string[]>> = {
    late: ['F-1', 'F-5', 'F-2', 'F-6', 'F-7', 'F-8', 'F-3'],
    upcoming: ['F-4'],
    owing: ['F-1', 'F-5', 'F-2', 'F-6', 'F-7', 'F-8', 'F-3', 'F-4'],
    over60: ['F-1'],
    deposits: ['F-3'],
    disputed: ['F-2'],
    brokenPromises: ['F-7'],
    unplanned: ['F-5', 'F-7'],
    paid: ['F-9'],
    all: ['F-1', 'F-5', 'F-2', 'F-6', 'F-9', 'F-7', 'A-1', 'F-8', 'F-3', 'F-4'],
  }

  for (const [view, numbers] of Object.entries(expected)) {
    it(`${view} holds what it says, oldest due first, and its count stands in the tabs`, async () => {
      const answer = await list({ view: view as (typeof invoiceViews)[number] })
      const shown = answer.rows.map((row) => row.invoiceNumber)
      // Same due day: the one entered last comes first, as the whole order is turned round.
      expect(new Set(shown)).toEqual(new Set(numbers))
      expect(answer.rows.map((row) => row.dueDate)).toEqual(answer.rows.map((row) => row.dueDate).toSorted())
      expect(answer.count).toBe(numbers.length)
      const counts = await firm.work((db) => viewCounts(db, today))
      expect(counts[view as (typeof invoiceViews)[number]]).toBe(numbers.length)
    })
  }

  it('give the total of the whole list per currency, whatever the page', async () => {
    const { count, customers, total, nextDueDate } = await list({ limit: 1 })
    expect({ count, customers, total, nextDueDate }).toEqual({
      count: 7,
      customers: 2,
      total: [
        { amount: 29_800, currency: 'EUR' },
        { amount: 700, currency: 'USD' },
      ],
      nextDueDate: '2026-12-15',
    })
    expect((await list({ view: 'paid' })).total).toEqual([{ amount: 1000, currency: 'EUR' }])
  })
})

describe('the order of the list', () => {
  const sorts: Record<Sort, (row: Awaited<ReturnType<typeof list>>['rows'][number]) => string | number> = {
    daysLate: (row) => row.daysLate,
    dueDate: (row) => row.dueDate,
    amountDue: (row) => row.amountDue.amount,
    amount: (row) => row.amount.amount,
    customer: (row) =>
      row.customer.name
        .normalize('NFD')
        .replace(/\p{Diacritic}/gu, '')
        .toLowerCase(),
    number: (row) => row.invoiceNumber,
  }

  for (const [sort, key] of Object.entries(sorts)) {
    for (const direction of ['asc', 'desc'] as const) {
      it(`by ${sort} ${direction}, page after page, shows each item once`, async () => {
        const rows = await pages({ view: 'all', sort: sort as Sort, direction })
        expect(new Set(rows.map(({ id }) => id)).size).toBe(10)
        expect(rows).toHaveLength(10)
        const keys = rows.map(key)
        const sorted = keys.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0))
        expect(keys).toEqual(direction === 'asc' ? sorted : sorted.toReversed())
      })
    }
  }
})

describe('the filters', () => {
  it('find by customer, accents or not, by invoice number and by amount', async () => {
    expect(await numbersOf({ q: 'Emile', view: 'upcoming' })).toEqual([])
    expect((await numbersOf({ q: 'Emile' })).toSorted()).toEqual(['F-5', 'F-6', 'F-7', 'F-8'])
    expect(await numbersOf({ q: 'f-3' })).toEqual(['F-3'])
    expect(await numbersOf({ q: '90,00' })).toEqual(['F-1'])
    expect(await numbersOf({ q: '%' })).toEqual([])
  })

  it('keep one collector, customer, currency, age or next step, with the total of just these', async () => {
    const filters: [Partial<ListAsked>, string[]][] = [
      [{ owner: firm.person }, ['F-1', 'F-2', 'F-3']],
      [{ customer: castel }, ['F-1', 'F-2', 'F-3']],
      [{ currency: 'USD' }, ['F-5']],
      [{ late: 22 }, ['F-1', 'F-5', 'F-2', 'F-6', 'F-7']],
      [{ bucket: 'd31_60' }, ['F-5']],
      [{ view: 'all', bucket: 'notDue' }, ['F-4']],
      [{ bucket: 'd1_30', owner: firm.person }, ['F-2', 'F-3']],
      [{ step: 'call' }, ['F-1', 'F-3']],
      [{ step: 'hold' }, ['F-2', 'F-6', 'F-8']],
      [{ step: 'none' }, ['F-5', 'F-7']],
    ]
    for (const [filter, numbers] of filters) {
      const { rows, count, total, customers } = await list(filter)
      expect(rows.map((row) => row.invoiceNumber).toSorted()).toEqual(numbers.toSorted())
      expect(count).toBe(numbers.length)
      expect(customers).toBe(new Set(rows.map((row) => row.customer.id)).size)
      const shown = rows.filter((row) => row.amountDue.currency === total[0]?.currency)
      expect(total[0]?.amount).toBe(shown.reduce((sum, row) => sum + row.amountDue.amount, 0))
    }
  })

  it('by next step agree with the next step each row shows', async () => {
    for (const step of ['email', 'call', 'letter', 'decision', 'hold', 'none'] as const) {
      for (const row of (await list({ step })).rows) expect(row.next?.kind).toBe(step)
    }
    const shown = (await list()).rows.map((row) => [row.invoiceNumber, row.next?.label.replaceAll('\u00a0', ' ')])
    expect(Object.fromEntries(shown)).toEqual({
      'F-1': 'Appel aujourd’hui',
      'F-2': 'Litige : non reçue',
      'F-3': 'Appel aujourd’hui',
      'F-5': 'Aucune étape prévue',
      'F-6': 'Promis pour le 27/11',
      'F-7': 'Aucune étape prévue',
      'F-8': 'Reste trop faible',
    })
  })
})

describe('a list on another day', () => {
  it('counts again what is late, forwards and backwards, and comes back to the same figures', async () => {
    const on = (day: string) => firm.work((db) => listItems(db, asked, { today: day as typeof today, language: 'fr' }))
    const before = await list()
    expect((await on('2026-12-16')).count).toBe(8)
    expect((await on('2026-08-02')).count).toBe(1)
    await on('2026-10-31')
    const counts = await firm.work((db) => viewCounts(db, '2026-10-31' as typeof today))
    expect(counts).toMatchObject({ late: 2, over60: 1, upcoming: 6 })
    expect(await list()).toEqual(before)
  })
})
