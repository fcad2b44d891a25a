import { expect, it } from 'vitest'
import { aFirm, today } from '../../../invoices/testing/a-firm.ts'
import { changeOrganization } from '../../../people/queries.ts'
import { sql } from '../../../platform/database/sql.ts'
import { testDatabase } from '../../../platform/database/testing/test-database.ts'
import { matchByThemselves, matchCertainLines } from '../applying/match-certain.ts'
import { matchLine } from '../applying/match-line.ts'
import { undoMatch } from '../applying/undo-match.ts'
import { catchUpProposals } from '../propose-lines.ts'
import { aLine, stateOf } from '../testing/a-bank.ts'
import { forgetRule, listRules } from './bank-rules.ts'

const database = await testDatabase()

async function aDesk() {
  const firm = await aFirm(database)
  const acting = { today, factsChanged: firm.factsChanged }
  return {
    ...firm,
    acting,
    rules: () => firm.work((db) => listRules(db, 'fr')),
    byThemselves: (...lines: number[]) => matchByThemselves(firm.work, lines, acting),
  }
}

it('who a person says pays is learnt in sentences, used for the next line, and forgotten when removed', async () => {
  const desk = await aDesk()
  const { work, acting } = desk
  const customer = await desk.customer({ name: 'Nordelec Industrie' })
  await desk.invoice({ customer, amount: 80_000 })
  const payer = { payer: 'COMPTABILITE GENERALE OUEST', iban: 'FR7630006000011234567890189' }
  const first = await aLine(desk, { amount: 10_000, ...payer })
  await work((db) => matchLine(db, first, { kind: 'customerCredit', customerId: customer }, acting))
  expect((await desk.rules()).map(({ sentence }) => sentence)).toEqual([
    'Ce qui porte le libellé « COMPTABILITE GENERALE OUEST » est de Nordelec Industrie.',
    'Ce qui vient du compte FR76 3000 6000 0112 3456 7890 189 est de Nordelec Industrie.',
  ])
  const next = await aLine(desk, { amount: 80_000, ...payer })
  await work((db) => catchUpProposals(db, acting))
  expect((await stateOf(desk, next)).proposals[0]).toMatchObject({ kind: 'paysItems', customer })

  await work((db) => undoMatch(db, first, acting))
  expect(await desk.rules()).toEqual([])
})

it('a line told never to concern a customer puts those like it aside by itself, until the rule is removed', async () => {
  const desk = await aDesk()
  const { work, acting } = desk
  await desk.customer({ name: 'Nordelec Industrie' })
  const payer = { payer: 'URSSAF ILE DE FRANCE', label: 'REMBOURSEMENT' }
  const first = await aLine(desk, { amount: 10_000, ...payer })
  await work((db) => matchLine(db, first, { kind: 'notACustomer', always: true }, acting))
  const [rule] = await desk.rules()
  expect(rule?.sentence).toBe('Ce qui porte le libellé « URSSAF ILE DE FRANCE » ne concerne aucun client.')
  const next = await aLine(desk, { amount: 20_000, ...payer })
  expect(await desk.byThemselves(next)).toMatchObject({ applied: 1 })
  expect((await stateOf(desk, next)).state).toBe('ignored')

  await work((db) => forgetRule(db, rule?.id ?? 0))
  const last = await aLine(desk, { amount: 30_000, ...payer })
  await desk.byThemselves(last)
  expect((await stateOf(desk, last)).state).not.toBe('ignored')
})

it('what is almost certain is applied by itself only where that is switched on, and never a second time once taken back', async () => {
  const desk = await aDesk()
  const { work, acting } = desk
  const customer = await desk.customer({ name: 'Castel Menuiserie' })
  await desk.invoice({ customer, number: 'F-2026-0901', amount: 80_000 })
  const line = await aLine(desk, { amount: 80_000, label: 'F-2026-0901', payer: 'CASTEL MENUISERIE' })
  expect(await desk.byThemselves(line)).toEqual({ almostCertain: 1, applied: 0 })
  await work((db) => changeOrganization(db, { matchesByItself: true }))
  expect(await desk.byThemselves(line)).toMatchObject({ applied: 1 })
  await work((db) => undoMatch(db, line, acting))
  expect(await desk.byThemselves(line)).toMatchObject({ applied: 0 })
  expect((await stateOf(desk, line)).state).toBe('suggested')
})

it('all that is certain is applied at once, each line alone; two programs at the same time enter one payment', async () => {
  const desk = await aDesk()
  const { work, acting } = desk
  const numbers = ['F-2026-0911', 'F-2026-0912', 'F-2026-0913']
  for (const [at, number] of numbers.entries()) {
    const customer = await desk.customer({ name: `Castel ${['Nord', 'Sud', 'Ouest'][at]} Distribution` })
    await desk.invoice({ customer, number, amount: 80_000 + at })
    await aLine(desk, {
      amount: 80_000 + at,
      label: number,
      payer: `CASTEL ${['NORD', 'SUD', 'OUEST'][at]} DISTRIBUTION`,
    })
  }
  const [one, other] = await Promise.all([matchCertainLines(work, acting), matchCertainLines(work, acting)])
  expect(new Set([...one, ...other]).size).toBe(3)
  expect(await matchCertainLines(work, acting)).toEqual([])
  const line = await aLine(desk, { amount: 5_000 })
  const customer = await desk.customer()
  const credit = () => work((db) => matchLine(db, line, { kind: 'customerCredit', customerId: customer }, acting))
  await Promise.all([credit(), credit(), credit()])
  const { payments } = await work((db) =>
    db.one<{ payments: number }>(sql`
      select count(*)::int as payments from payment where organization_id = current_organization() and origin = 'bank'`),
  )
  expect(payments).toBe(4)
})
