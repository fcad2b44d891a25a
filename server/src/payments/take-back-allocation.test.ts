import { describe, expect, it } from 'vitest'
import { historyOf } from '../customers/history.ts'
import { aFirm, today } from '../invoices/testing/a-firm.ts'
import { checkProjections } from '../main/check-projections.ts'
import { sql } from '../platform/database/sql.ts'
import { testDatabase } from '../platform/database/testing/test-database.ts'
import { allocateCreditNote } from './allocate-credit.ts'
import { enterPayment } from './enter-payment.ts'
import { paymentById } from './list-payments.ts'
import { reversePayment } from './reverse-payment.ts'
import { takeBackAllocation } from './take-back-allocation.ts'

const database = await testDatabase()
const firm = await aFirm(database)
const { factsChanged } = firm
let serial = 0

const takeBack = (allocation: number) => firm.work((db) => takeBackAllocation(db, { allocation, today, factsChanged }))

const deduct = (from: number, openItemId: number, amount: number) =>
  firm.work((db) =>
    allocateCreditNote(db, { from, allocations: [{ openItemId, amount }], today, factsChanged }).then(([id = 0]) => id),
  )

const leftOf = async (...items: number[]): Promise<(number | undefined)[]> => {
  const rows = await firm.work((db) =>
    db.rows<{ id: number; left: number }>(sql`
      select id, amount_due as left from open_item where organization_id = current_organization() and id = any(${items})`),
  )
  return items.map((item) => rows.find(({ id }) => id === item)?.left)
}

async function aDeduction() {
  const customer = await firm.customer()
  const [debt = 0] = await firm.invoice({ customer, number: `F-${++serial}`, amount: 5000 })
  const [note = 0] = await firm.invoice({ customer, number: `AV-${serial}`, kind: 'creditNote', amount: -1200 })
  return { customer, debt, note, allocation: await deduct(note, debt, 1000) }
}

describe('taking the deduction of a credit note back', () => {
  it('makes the invoice due again and the credit note free for another; doing so twice changes nothing', async () => {
    const { debt, note, allocation } = await aDeduction()
    expect(await leftOf(debt, note)).toEqual([4000, -200])
    await takeBack(allocation)
    await takeBack(allocation)
    expect(await leftOf(debt, note)).toEqual([5000, -1200])
    expect(await firm.work(checkProjections)).toEqual([])
    await deduct(note, debt, 1200)
    expect(await leftOf(debt, note)).toEqual([3800, 0])
  })

  it('keeps the trace: the deduction and its return are told on the customer and on both documents', async () => {
    const { customer, allocation } = await aDeduction()
    await takeBack(allocation)
    const invoices = await firm.work((db) =>
      db.rows<{ id: number }>(sql`
        select id from invoice where organization_id = current_organization() and customer_id = ${customer} order by id`),
    )
    for (const invoice of [null, ...invoices.map(({ id }) => id)]) {
      const entries = await firm.work((db) => historyOf(db, { customer, invoice }, { today, language: 'fr' }))
      const told = entries.filter(({ kind }) => kind === 'payment' || kind === 'reversal')
      expect(told.map(({ title, detail }) => [title.replaceAll('\u00a0', ' '), detail])).toEqual([
        ['Répartition retirée : 10,00 €', `AV-${serial} → F-${serial}`],
        ['Avoir déduit : 10,00 €', `AV-${serial} → F-${serial}`],
      ])
    }
  })

  it('by twenty people at once happens once', async () => {
    const { debt, note, allocation } = await aDeduction()
    await Promise.all(Array.from({ length: 20 }, () => takeBack(allocation)))
    expect(await leftOf(debt, note)).toEqual([5000, -1200])
  })

  it('is nothing to somebody of another organisation, and of a reversal there is nothing to take back', async () => {
    const { debt, allocation } = await aDeduction()
    const stranger = await aFirm(database, 'Ailleurs')
    const foreign = stranger.work((db) => takeBackAllocation(db, { allocation, today, factsChanged }))
    await expect(foreign).rejects.toMatchObject({ status: 404 })
    await takeBack(allocation)
    const reversal = await firm.work((db) =>
      db.one<{ id: number }>(sql`
        select id from allocation where organization_id = current_organization() and reverses_id = ${allocation}`),
    )
    await expect(takeBack(reversal.id)).rejects.toMatchObject({ status: 404 })
    expect(await leftOf(debt)).toEqual([5000])
  })
})

describe('taking one allocation of a payment back', () => {
  const aPayment = async () => {
    const customer = await firm.customer({ automaticMeans: true })
    const items = await firm.invoice({
      customer,
      lines: [
        ['2026-10-31', 1000],
        ['2026-11-30', 1000],
      ],
    })
    const [first = 0, second = 0] = items
    const payment = await firm.work((db) =>
      enterPayment(db, {
        input: {
          customerId: customer,
          receivedOn: '2026-11-20',
          amount: { amount: 1900, currency: 'EUR' },
          means: 'transfer',
          reference: null,
          allocations: [
            { openItemId: first, amount: 900 },
            { openItemId: second, amount: 1000 },
          ],
          differences: [{ openItemId: first, amount: 100, reason: 'bankFee' }],
          entryKey: `take-back-${++serial}`,
        },
        today,
        factsChanged,
      }),
    )
    const { id: allocation } = await firm.work((db) =>
      db.one<{ id: number }>(sql`
        select id from allocation
        where organization_id = current_organization() and payment_id = ${payment} and open_item_id = ${first}`),
    )
    return { payment, first, second, allocation }
  }

  it('makes it the customer’s credit, and the gap closed with it is owed again', async () => {
    const { payment, first, second, allocation } = await aPayment()
    expect(await leftOf(first, second)).toEqual([0, 0])
    await takeBack(allocation)
    expect(await leftOf(first, second)).toEqual([1000, 0])
    const row = await firm.work((db) => paymentById(db, payment))
    expect(row).toMatchObject({ unallocated: { amount: 900 }, allocations: [{ amount: { amount: 1000 } }] })
  })

  it('leaves that item out when the payment bounces later: only what it still paid is rejected', async () => {
    const { payment, first, second, allocation } = await aPayment()
    await takeBack(allocation)
    await firm.work((db) => reversePayment(db, { payment, reason: 'rejected', note: null, today, factsChanged }))
    const rows = await firm.work((db) =>
      db.rows(sql`
        select amount_due as left, rejected_on as rejected from open_item
        where organization_id = current_organization() and id = any(${[first, second]}) order by id`),
    )
    expect(rows).toEqual([
      { left: 1000, rejected: null },
      { left: 1000, rejected: today },
    ])
    expect(await firm.work(checkProjections)).toEqual([])
  })
})
