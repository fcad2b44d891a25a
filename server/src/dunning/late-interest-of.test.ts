import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import { describe, expect, it } from 'vitest'
import type { Db } from '../platform/database/db.ts'
import { sql } from '../platform/database/sql.ts'
import { testDatabase } from '../platform/database/testing/test-database.ts'
import { lateInterestOf, lateInterestOfItems } from './late-interest-of.ts'
import { enterRate } from './law/rates.ts'
import { agreeRate } from './law/terms.ts'
import { aCustomer, aFirm, anInvoice, aPayment } from './testing/a-firm.ts'

const database = await testDatabase()
const today = asDate('2026-11-23')

const invoiceOf = async (db: Db, item: number): Promise<number> =>
  (await db.one<{ invoice: number }>(sql`select invoice_id as invoice from open_item where id = ${item}`)).invoice

describe('late interest beside the items of a list', () => {
  it('is what the page of the invoice says, and nothing for what is not late', async () => {
    const { entity, inTransaction } = await aFirm(database)
    await inTransaction(async (db) => {
      await db.run(
        sql`update legal_entity set late_interest_rate = 1215 where organization_id = current_organization()`,
      )
      const customer = await aCustomer(db)
      const one = (number: string, due: string) => anInvoice(db, { customer, entity, number, due, amount: 1_245_000 })
      const [late, upcoming] = [await one('F-1', '2026-09-10'), await one('F-2', '2026-12-15')]
      const interest = await lateInterestOfItems(db, [late, upcoming], today)
      expect([...interest.keys()]).toEqual([late])
      // 12 450.00 × 12.15 % × 74 / 365
      expect(interest.get(late)?.amount).toBe(30_668)
      expect(interest.get(late)).toEqual((await lateInterestOf(db, await invoiceOf(db, late), today))?.interest)
    })
  })

  it('is reckoned at the rate of the law where nobody chose one, and never for a private individual', async () => {
    const { entity, inTransaction } = await aFirm(database)
    await inTransaction(async (db) => {
      const customer = await aCustomer(db)
      const item = await anInvoice(db, { customer, entity, number: 'F-1', due: '2026-09-10', amount: 10_000 })
      // 100.00 × 12.40 % × 74 / 365
      expect([...(await lateInterestOfItems(db, [item], today))]).toMatchObject([[item, { amount: 251 }]])
      await agreeRate(db, { customer, rate: 1500, note: 'Contrat cadre' })
      expect((await lateInterestOfItems(db, [item], today)).get(item)?.amount).toBe(304)
      await agreeRate(db, { customer, rate: null, note: null })
      expect((await lateInterestOfItems(db, [item], today)).get(item)?.amount).toBe(251)
      await db.run(sql`update customer set category = 'individual' where organization_id = current_organization()`)
      expect([...(await lateInterestOfItems(db, [item], today))]).toEqual([])
    })
  })
})

describe('late interest of an invoice', () => {
  it('is still owed once it was paid late, with the fee', async () => {
    const { entity, inTransaction } = await aFirm(database)
    await inTransaction(async (db) => {
      const customer = await aCustomer(db)
      const item = await anInvoice(db, { customer, entity, number: 'F-1', due: '2026-03-31', amount: 120_000 })
      const onTime = await anInvoice(db, { customer, entity, number: 'F-2', due: '2026-03-31', amount: 120_000 })
      await aPayment(db, { customer, entity, item, amount: 120_000, on: asDate('2026-04-30') })
      await aPayment(db, { customer, entity, item: onTime, amount: 120_000, on: asDate('2026-03-31') })
      expect(await lateInterestOf(db, await invoiceOf(db, item), today)).toMatchObject({
        interest: { amount: 1198 },
        recoveryFee: { amount: 4000 },
      })
      expect(await lateInterestOf(db, await invoiceOf(db, onTime), today)).toBeNull()
    })
  })

  it('counts a payment on the day it was received, whenever somebody allocated it', async () => {
    const { entity, inTransaction } = await aFirm(database)
    await inTransaction(async (db) => {
      const customer = await aCustomer(db)
      const item = await anInvoice(db, { customer, entity, number: 'F-1', due: '2026-03-31', amount: 120_000 })
      await db.run(sql`
        with paid as (
          insert into payment (organization_id, legal_entity_id, customer_id, received_on, currency, amount, means)
          values (current_organization(), ${entity}, ${customer}, '2026-04-30', 'EUR', 120000, 'transfer') returning id)
        insert into allocation (organization_id, open_item_id, payment_id, amount, allocated_on)
        select current_organization(), ${item}, id, 120000, '2026-06-01' from paid`)
      expect((await lateInterestOf(db, await invoiceOf(db, item), today))?.interest.amount).toBe(1198)
    })
  })

  it('bears none on what a credit note took off', async () => {
    const { entity, inTransaction } = await aFirm(database)
    await inTransaction(async (db) => {
      const customer = await aCustomer(db)
      const given = { customer, entity, due: '2026-03-31' }
      const item = await anInvoice(db, { ...given, number: 'F-1', amount: 240_000 })
      const credit = await anInvoice(db, { ...given, number: 'A-1', amount: -120_000 })
      await db.run(sql`
        insert into allocation (organization_id, open_item_id, credit_item_id, amount, allocated_on)
        values (current_organization(), ${item}, ${credit}, 120000, '2026-10-01')`)
      const found = await lateInterestOf(db, await invoiceOf(db, item), asDate('2026-04-30'))
      expect(found?.interest.amount).toBe(1198)
    })
  })

  it('stops on the day of the judgment that opens a procedure', async () => {
    const { entity, inTransaction } = await aFirm(database)
    await inTransaction(async (db) => {
      const customer = await aCustomer(db)
      const item = await anInvoice(db, { customer, entity, number: 'F-1', due: '2026-03-31', amount: 120_000 })
      const after = await anInvoice(db, { customer, entity, number: 'F-2', due: '2026-05-31', amount: 120_000 })
      await db.run(sql`update customer set insolvency_on = '2026-04-30' where id = ${customer}`)
      expect((await lateInterestOf(db, await invoiceOf(db, item), today))?.interest.amount).toBe(1198)
      // Due after the judgment: neither interest nor fee.
      expect(await lateInterestOf(db, await invoiceOf(db, after), today)).toBeNull()
    })
  })

  it('names the half-year whose rate is missing, and is whole once somebody entered it', async () => {
    const { entity, inTransaction } = await aFirm(database)
    await inTransaction(async (db) => {
      const customer = await aCustomer(db)
      const item = await anInvoice(db, { customer, entity, number: 'F-1', due: '2026-12-15', amount: 1_000_000 })
      const invoice = await invoiceOf(db, item)
      const later = asDate('2027-01-10')
      expect(await lateInterestOf(db, invoice, later)).toMatchObject({
        interest: { amount: 5436 },
        rate: null,
        missing: '2027-H1',
      })
      expect([...(await lateInterestOfItems(db, [item], later))]).toEqual([])
      await enterRate(db, '2027-H1', { mainRefinancing: 240, legal: 275, source: 'BCE, 1er janvier', readOn: later })
      // 16 + 10 days at 12.40 %
      expect(await lateInterestOf(db, invoice, later)).toMatchObject({ interest: { amount: 8833 }, missing: null })
    })
  })
})
