import { describe, expect, it } from 'vitest'
import { aFirm, today } from '../../../invoices/testing/a-firm.ts'
import { testDatabase } from '../../../platform/database/testing/test-database.ts'
import { catchUpProposals } from '../propose-lines.ts'
import { aLine } from '../testing/a-bank.ts'
import { showLine } from './show-line.ts'

const database = await testDatabase()

/** A customer with these invoices (number, due day, cents), and the effects told of a line that quotes some of them. */
async function told(
  invoices: readonly (readonly [string, string, number])[],
  paid: readonly string[],
  language: 'fr' | 'en' = 'fr',
) {
  const firm = await aFirm(database)
  const customer = await firm.customer({ name: 'Nordelec Industrie' })
  for (const [number, due, amount] of invoices)
    await firm.invoice({ customer, number, due, issued: '2026-09-01', amount })
  const amount = invoices.filter(([number]) => paid.includes(number)).reduce((sum, [, , cents]) => sum + cents, 0)
  const line = await aLine(firm, { amount, label: paid.join(' '), payer: 'NORDELEC INDUSTRIE' })
  return firm.work(async (db) => {
    await catchUpProposals(db, { today, factsChanged: firm.factsChanged })
    const { proposals } = await showLine(db, line, { today, language })
    return proposals[0]?.effects.map(({ sentence }) => sentence.replace(/[\u00a0\u202f]/g, ' '))
  })
}

const late = [
  ['F-2026-0842', '2026-09-30', 1_860_000],
  ['F-2026-0944', '2026-11-20', 930_000],
] as const

describe('what accepting a proposal does', () => {
  it('is told of several invoices at once, with what the customer owes afterwards and its reminders', async () => {
    expect(await told([...late, ['F-2026-1001', '2026-12-15', 390_000]], ['F-2026-0842', 'F-2026-0944'])).toEqual([
      'Les 2 factures seront soldées',
      'L’encours de Nordelec Industrie passera à 3 900,00 €',
      'Plus rien ne sera en retard : aucune relance ne partira',
    ])
  })

  it('says that reminders go on for what is still late', async () => {
    expect(await told(late, ['F-2026-0842'])).toEqual([
      'F-2026-0842 sera soldée',
      'L’encours de Nordelec Industrie passera à 9 300,00 €',
      'Les relances reprendront pour ce qui reste en retard, 9 300,00 €',
    ])
  })

  it('says nothing of reminders where nothing was late, and speaks English too', async () => {
    expect(await told([['F-2026-1001', '2026-12-15', 390_000]], ['F-2026-1001'], 'en')).toEqual([
      'F-2026-1001 will be paid in full',
      'Nordelec Industrie will owe €0.00 in all',
    ])
  })
})
