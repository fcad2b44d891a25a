import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import { asCurrency, money } from '@quittance/core/money/money.ts'
import { expect, it } from 'vitest'
import { aCustomer, aFirm, anInvoice, aPayment } from '../dunning/testing/a-firm.ts'
import { testDatabase } from '../platform/database/testing/test-database.ts'
import { notePromise } from '../promises/note-promise.ts'
import { checkPromises } from './check-promises.ts'

const database = await testDatabase()
const told = { today: asDate('2026-11-23'), factsChanged: async () => undefined }

it('tells the promise of which the amount received is not what the payments say', async () => {
  const { inTransaction, entity, organization } = await aFirm(database)
  const promise = await inTransaction(async (db) => {
    const customer = await aCustomer(db)
    const item = await anInvoice(db, { customer, entity, number: 'F-1', due: '2026-11-10', amount: 120_000 })
    const amount = money(50_000, asCurrency('EUR'))
    const asked = { customer, items: [item], promisedFor: asDate('2026-11-27'), amount, note: null }
    await notePromise(db, { ...asked, promisedFor: asDate('2026-12-24') }, told)
    const id = await notePromise(db, asked, told)
    await aPayment(db, { customer, entity, item, amount: 70_000, on: asDate('2026-11-25') })
    return id
  })
  expect(await inTransaction(checkPromises)).toEqual([])
  await database.owner.query(
    `update quittance.promise set received = 1 where organization_id = ${organization} and id = ${promise}`,
  )
  expect(await inTransaction(checkPromises)).toEqual([
    { kind: 'promiseReceived', id: promise, name: 'Menuiseries Castel', currency: 'EUR', kept: 1, facts: 50_000 },
  ])
})
