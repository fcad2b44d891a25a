import { describe, expect, it } from 'vitest'
import { aFirm, today } from '../../../invoices/testing/a-firm.ts'
import type { Db } from '../../../platform/database/db.ts'
import { sql } from '../../../platform/database/sql.ts'
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
  held?: 'held',
) {
  const firm = await aFirm(database)
  const customer = await firm.customer({ name: 'Nordelec Industrie' })
  for (const [number, due, amount] of invoices)
    await firm.invoice({ customer, number, due, issued: '2026-09-01', amount })
  const amount = invoices.filter(([number]) => paid.includes(number)).reduce((sum, [, , cents]) => sum + cents, 0)
  const line = await aLine(firm, { amount, label: paid.join(' '), payer: 'NORDELEC INDUSTRIE' })
  return firm.work(async (db) => {
    if (held) await holdForTheBank(db, customer)
    await catchUpProposals(db, { today, factsChanged: firm.factsChanged })
    const { proposals } = await showLine(db, line, { today, language })
    return proposals[0]?.effects.map(({ sentence }) => sentence.replace(/[\u00a0\u202f]/g, ' '))
  })
}

/** As the daily run says it of somebody late whose line waits. */
const holdForTheBank = (db: Db, customer: number): Promise<number> =>
  db.run(sql`
    with entity as (select min(id) as id from legal_entity where organization_id = current_organization()), said as (
      insert into decision (organization_id, customer_id, legal_entity_id, decided_on, kind, because, detail)
      select current_organization(), ${customer}, id, ${today}, 'hold', 'bankPending', '{}' from entity returning id)
    insert into current_decision (organization_id, customer_id, legal_entity_id, decision_id, decided_on, kind, because, channel, fingerprint)
    select current_organization(), ${customer}, entity.id, said.id, ${today}, 'hold', 'bankPending', null, 'x' from entity, said`)

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

  it('says that the reminder which the line itself holds back does not go', async () => {
    expect((await told(late, ['F-2026-0842', 'F-2026-0944'], 'fr', 'held'))?.at(-1)).toBe(
      'La relance que cette ligne retient ne partira pas : plus rien ne sera en retard',
    )
  })

  it('says nothing of reminders where nothing was late, and speaks English too', async () => {
    expect(await told([['F-2026-1001', '2026-12-15', 390_000]], ['F-2026-1001'], 'en')).toEqual([
      'F-2026-1001 will be paid in full',
      'Nordelec Industrie will owe €0.00 in all',
    ])
  })
})
