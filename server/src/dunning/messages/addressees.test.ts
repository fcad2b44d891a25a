import { expect, it } from 'vitest'
import { sql } from '../../platform/database/sql.ts'
import { testDatabase } from '../../platform/database/testing/test-database.ts'
import { loadRunContext } from '../run/run-context.ts'
import { aCustomer, aFirm } from '../testing/a-firm.ts'
import { addresseesOf } from './addressees.ts'
import type { Delivery } from './delivery.ts'

const database = await testDatabase()
const now = Date.parse('2026-11-23T08:00:00Z')

/** A customer with a payer and a director, followed by Claire, sold to by Karim. */
async function written(delivery: Delivery) {
  const firm = await aFirm(database)
  return firm.inTransaction(async (db) => {
    const customer = await aCustomer(db)
    await db.run(sql`delete from contact where organization_id = current_organization() and customer_id = ${customer}`)
    await db.run(sql`
      insert into contact (organization_id, customer_id, role, email) values
        (current_organization(), ${customer}, 'accountsPayable', 'compta@castel.example'),
        (current_organization(), ${customer}, 'escalation', 'direction@castel.example')`)
    const { id: salesRep } = await db.one<{ id: number }>(sql`
      insert into person (organization_id, name, email, role)
      values (current_organization(), 'Karim', 'karim@a.example', 'sales') returning id`)
    const head = { customer, tone: 'neutral', collector: null, salesRep, delivery } as const
    const { to, cc, signedBy } = await addresseesOf(db, head, await loadRunContext(db, now))
    const addresses = (some: readonly { address: string }[]) => some.map(({ address }) => address)
    return { to: addresses(to), cc: addresses(cc), signedByRep: signedBy === salesRep }
  })
}

it('goes to those who pay when its step says nothing', async () => {
  expect(await written({})).toEqual({ to: ['compta@castel.example'], cc: [], signedByRep: false })
})

it('goes to the roles its step names, in the name of the sales rep, with copies, nobody twice', async () => {
  const copies = [{ role: 'accountsPayable' }, { ours: 'salesRep' }, { address: 'KARIM@a.example' }] as const
  expect(await written({ sender: 'salesRep', recipients: ['escalation'], copies })).toEqual({
    to: ['direction@castel.example'],
    cc: ['compta@castel.example', 'karim@a.example'],
    signedByRep: true,
  })
})

it('still goes to somebody when nobody of the role can be reached', async () => {
  expect((await written({ recipients: ['invoices'] })).to).toEqual(['compta@castel.example'])
})
