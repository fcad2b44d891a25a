import { expect, it } from 'vitest'
import { aFirm } from '../../../invoices/testing/a-firm.ts'
import { sql } from '../../../platform/database/sql.ts'
import { testDatabase } from '../../../platform/database/testing/test-database.ts'
import { booksPrint } from './books-print.ts'
import { loadBooks } from './load-books.ts'

const database = await testDatabase()
const iban = 'FR7612345678901234567890185'

it('the books know the names and the accounts of the firm itself, and notice a new one', async () => {
  const firm = await aFirm(database)
  const of = { legalEntity: firm.legalEntity, currency: 'EUR' }
  const before = await firm.work((db) => booksPrint(db, of))
  await firm.work((db) =>
    db.run(sql`
      insert into bank_account (organization_id, legal_entity_id, name, iban, currency)
      values (current_organization(), ${firm.legalEntity}, 'Livret', ${iban}, 'EUR')`),
  )
  const { own } = await firm.work((db) => loadBooks(db, of))
  expect(own?.ibans).toContain(iban)
  expect(own?.names.length).toBeGreaterThan(0)
  expect(await firm.work((db) => booksPrint(db, of))).not.toBe(before)
})
