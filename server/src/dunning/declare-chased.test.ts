import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import { expect, it } from 'vitest'
import type { Db } from '../platform/database/db.ts'
import { sql } from '../platform/database/sql.ts'
import { testDatabase } from '../platform/database/testing/test-database.ts'
import { declareChased, lateItemsOf, takeDeclarationBack } from './declare-chased.ts'
import { loadRunContext } from './run/run-context.ts'
import { aCustomer, aFirm, anInvoice } from './testing/a-firm.ts'

const database = await testDatabase()
const monday = Date.parse('2026-11-23T08:00:00Z')
const today = asDate('2026-11-23')

const taken = async (db: Db, item: number) =>
  (
    await db.rows<{ key: string }>(sql`
      select step_key as key from step_taken
      where organization_id = current_organization() and open_item_id = ${item} order by delay_days`)
  ).map((row) => row.key)

it('puts the steps up to the one named behind, by their day where the scenario is another one', async () => {
  const firm = await aFirm(database)
  await firm.inTransaction(async (db) => {
    const run = await loadRunContext(db, monday)
    const due = { entity: firm.entity, due: '2026-09-30', amount: 1000 }
    const company = await anInvoice(db, { ...due, customer: await aCustomer(db), number: 'F-1' })
    const townHall = await aCustomer(db, { name: 'Mairie' })
    await db.run(sql`
      update customer set category = 'publicBody' where organization_id = current_organization() and id = ${townHall}`)
    const theirs = await anInvoice(db, { ...due, customer: townHall, number: 'F-2' })
    expect(await declareChased(db, [company, theirs], { step: 'email-30' }, run)).toBe(2)
    expect(await taken(db, company)).toEqual(['email-7', 'email-14', 'email-30'])
    expect(await taken(db, theirs)).toEqual(['email-10', 'email-25'])
    await expect(declareChased(db, [company], { step: 'email-31' }, run)).rejects.toMatchObject({ code: 'unknownStep' })
  })
})

it('counts a level by the steps after the due date of each scenario, and knows no more of them than there are', async () => {
  const firm = await aFirm(database)
  await firm.inTransaction(async (db) => {
    const run = await loadRunContext(db, monday)
    const customer = await aCustomer(db)
    const item = (number: string) =>
      anInvoice(db, { entity: firm.entity, due: '2026-09-30', amount: 1000, customer, number })
    const [none, second, all] = [await item('F-1'), await item('F-2'), await item('F-3')]
    expect(await declareChased(db, [none], { level: 0 }, run)).toBe(0)
    expect(await declareChased(db, [second], { level: 2 }, run)).toBe(1)
    expect(await declareChased(db, [all], { level: 99 }, run)).toBe(1)
    expect(await taken(db, none)).toEqual([])
    expect(await taken(db, second)).toEqual(['email-7', 'email-14'])
    expect((await taken(db, all)).at(-1)).toBe('decision-75')
  })
})

it('is about late items of this customer only, and can be taken back', async () => {
  const firm = await aFirm(database)
  await firm.inTransaction(async (db) => {
    const run = await loadRunContext(db, monday)
    const customer = await aCustomer(db)
    const other = await aCustomer(db, { name: 'Autre' })
    const given = { entity: firm.entity, amount: 1000 }
    const late = await anInvoice(db, { ...given, customer, number: 'F-1', due: '2026-09-30' })
    const toCome = await anInvoice(db, { ...given, customer, number: 'F-2', due: '2026-12-30' })
    const strange = await anInvoice(db, { ...given, customer: other, number: 'F-3', due: '2026-09-30' })
    expect(await lateItemsOf(db, customer, { today, among: [late, toCome, strange] })).toEqual([late])
    await declareChased(db, [late], { step: 'email-14' }, run)
    await takeDeclarationBack(db, [late])
    expect(await taken(db, late)).toEqual([])
  })
})
