import { beforeAll, describe, expect, it } from 'vitest'
import { sql } from '../../platform/database/sql.ts'
import { testDatabase } from '../../platform/database/testing/test-database.ts'
import { loadRunContext } from '../run/run-context.ts'
import { aCustomer, aFirm, aMailServer, anInvoice } from '../testing/a-firm.ts'
import { remindByHand } from './remind-by-hand.ts'

const database = await testDatabase()
const firm = await aFirm(database)
const now = Date.parse('2026-11-23T08:00:00Z')

beforeAll(() => firm.inTransaction((db) => aMailServer(db, firm.entity, 1)))

const aLateCustomer = (name: string, email?: null) =>
  firm.inTransaction(async (db) => {
    const customer = await aCustomer(db, { name, ...(email === null && { email }) })
    await anInvoice(db, { customer, entity: firm.entity, number: `F-${name}`, due: '2026-11-14', amount: 60_000 })
    return customer
  })
const remind = (customer: number) =>
  firm.inTransaction(async (db) =>
    remindByHand(db, { customer, items: undefined, tone: 'neutral' }, await loadRunContext(db, now)),
  )
const prepared = (customer: number) =>
  firm.inTransaction((db) =>
    db.rows(sql`select from reminder where organization_id = current_organization() and customer_id = ${customer}`),
  )

describe('a message asked for by hand', () => {
  it('is prepared for a customer who is late', async () => {
    expect(await remind(await aLateCustomer('Abel'))).toBeGreaterThan(0)
  })

  it.each(['insolvency_on', 'handed_over_on'] as const)(
    'is refused, and not prepared, where %s stops all',
    async (day) => {
      const customer = await aLateCustomer(`Brun ${day}`)
      await firm.inTransaction((db) =>
        db.run(sql`
        update customer set insolvency_on = ${day === 'insolvency_on' ? '2026-11-20' : null},
          handed_over_on = ${day === 'handed_over_on' ? '2026-11-20' : null}
        where organization_id = current_organization() and id = ${customer}`),
      )
      await expect(remind(customer)).rejects.toMatchObject({ status: 409, code: 'customerStopped' })
      expect(await prepared(customer)).toHaveLength(0)
    },
  )

  it('is refused where no address can receive it, with where to correct it', async () => {
    const customer = await aLateCustomer('Castel', null)
    await expect(remind(customer)).rejects.toMatchObject({ status: 409, code: 'noUsableAddress' })
    expect(await prepared(customer)).toHaveLength(0)
  })
})
