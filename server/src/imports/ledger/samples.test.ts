import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { sql } from '../../platform/database/sql.ts'
import { testDatabase } from '../../platform/database/testing/test-database.ts'
import { aDesk, type Desk } from '../testing/a-desk.ts'
import { ledgerBalances } from './ledger-balances.ts'

const database = await testDatabase()

/** Ledgers that nobody here wrote; a copy of the project without them skips these tests. */
const folder = join(import.meta.dirname, '../../../../../shared/samples/fec')
const files = existsSync(folder) ? readdirSync(folder) : []

const contents = (desk: Desk) =>
  desk.rows(sql`
    select 'item' as thing, i.number as name, o.amount, o.amount_due as left, o.due_date::text as day from open_item o
    join invoice i on i.organization_id = o.organization_id and i.id = o.invoice_id
    where o.organization_id = current_organization()
    union all
    select 'payment', ledger_key, amount, unallocated, received_on::text from payment
    where organization_id = current_organization()
    union all
    select 'customer', code, 0, 0, name from customer where organization_id = current_organization()
    union all
    select 'allocation', '', amount, 0, allocated_on::text from allocation where organization_id = current_organization()
    order by 1, 2, 3, 4, 5`)

describe.skipIf(files.length === 0)('ledgers of other software', () => {
  for (const name of files)
    it(`${name} leaves its own balances, changes nothing the second time and is undone without a trace`, async () => {
      const desk = await aDesk(database)
      const content = readFileSync(join(folder, name))
      const { id, refusals, state } = await desk.bring(content)
      expect([state, refusals]).toEqual(['imported', []])
      const compared = await desk.firm.work((db) => ledgerBalances(db, id))
      expect(compared.balances.filter(({ difference }) => difference !== 0)).toEqual([])
      expect(compared.differing).toBe(0)
      const first = await contents(desk)
      const again = await desk.bring(content)
      expect(again.summary).toMatchObject({ newInvoices: 0, changedInvoices: 0, newCustomers: 0 })
      expect(await contents(desk)).toEqual(first)
      await desk.undo(id)
      expect(await contents(desk)).toEqual([])
    })
})
