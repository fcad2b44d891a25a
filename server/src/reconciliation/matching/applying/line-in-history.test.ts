import { expect, it } from 'vitest'
import { historyOf } from '../../../customers/history.ts'
import { aFirm, today } from '../../../invoices/testing/a-firm.ts'
import { testDatabase } from '../../../platform/database/testing/test-database.ts'
import { aLine } from '../testing/a-bank.ts'
import { matchLine } from './match-line.ts'

const database = await testDatabase()

it('the history of a customer shows what the bank wrote of its payment', async () => {
  const firm = await aFirm(database)
  const customer = await firm.customer({ name: 'Castel Menuiserie' })
  const [openItemId = 0] = await firm.invoice({ customer, number: 'F-2026-0901', amount: 80_000 })
  const line = await aLine(firm, { amount: 80_000, label: 'VIR SEPA RECU F20260901', payer: 'CASTEL MENUISERIE' })
  const acting = { today, factsChanged: firm.factsChanged }
  const allocations = [{ openItemId, amount: 80_000, difference: null }]
  await firm.work((db) => matchLine(db, line, { kind: 'paysItems', allocations }, acting))
  const history = await firm.work((db) => historyOf(db, { customer, invoice: null }, { today, language: 'fr' }))
  expect(JSON.stringify(history)).toContain('CASTEL MENUISERIE VIR SEPA RECU F20260901')
})
