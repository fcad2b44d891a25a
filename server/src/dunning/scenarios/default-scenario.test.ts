import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import type { CustomerCategory } from '@quittance/core/customers/category.ts'
import type { Preset } from '@quittance/core/dunning/default-scenarios.ts'
import { expect, it } from 'vitest'
import { sql } from '../../platform/database/sql.ts'
import { testDatabase } from '../../platform/database/testing/test-database.ts'
import { decideOnly } from '../run/decide-customers.ts'
import { loadRunContext } from '../run/run-context.ts'
import { aCustomer, aFirm, anInvoice, type TestFirm } from '../testing/a-firm.ts'
import { presetId } from './testing/a-rule.ts'
import { changeScenario, chooseDefaultScenario, listScenarios } from './use-cases.ts'

const database = await testDatabase()
const monday = Date.parse('2026-11-23T08:00:00Z')
const today = asDate('2026-11-23')

const defaults = (firm: TestFirm) =>
  firm.inTransaction(async (db) =>
    Object.fromEntries((await listScenarios(db, today)).map(({ preset, defaultFor }) => [preset, defaultFor])),
  )
const idOf = (firm: TestFirm, preset: Preset) => firm.inTransaction((db) => presetId(db, preset))
const choose = async (firm: TestFirm, preset: Preset, category: CustomerCategory) => {
  const id = await idOf(firm, preset)
  await firm.inTransaction((db) => chooseDefaultScenario(db, id, category, today))
}

it('holds for several categories, and no category is ever without', async () => {
  const firm = await aFirm(database)
  expect(await defaults(firm)).toEqual({
    standard: ['company'],
    gentle: [],
    firm: [],
    publicBody: ['publicBody'],
    individual: ['individual'],
  })
  await choose(firm, 'gentle', 'individual')
  await choose(firm, 'gentle', 'company')
  await choose(firm, 'gentle', 'publicBody')
  expect(await defaults(firm)).toEqual({
    standard: [],
    gentle: ['company', 'publicBody', 'individual'],
    firm: [],
    publicBody: [],
    individual: [],
  })
  await choose(firm, 'standard', 'individual')
  expect(await defaults(firm)).toMatchObject({ standard: ['individual'], gentle: ['company', 'publicBody'] })
})

it('never addresses a formal notice to a public body', async () => {
  const firm = await aFirm(database)
  await expect(choose(firm, 'standard', 'publicBody')).rejects.toMatchObject({ code: 'formalNoticeToPublicBody' })
  const own = await idOf(firm, 'publicBody')
  await expect(
    firm.inTransaction(async (db) => {
      const [scenario] = (await listScenarios(db, today)).filter(({ id }) => id === own)
      const steps = (scenario?.steps ?? []).map((step) =>
        step.channel === 'letter' ? { ...step, tone: 'formalNotice' as const } : step,
      )
      await changeScenario(db, own, { name: 'Secteur public', steps }, today)
    }),
  ).rejects.toMatchObject({ code: 'formalNoticeToPublicBody' })
})

it('speaks firmly to a public body for which a person chose a scenario with a formal notice', async () => {
  const firm = await aFirm(database)
  const standard = await idOf(firm, 'standard')
  const tones = await firm.inTransaction(async (db) => {
    const customer = await aCustomer(db, { name: 'Mairie de Chalon', hasAddress: true })
    await db.run(sql`
      update customer set category = 'publicBody', scenario_id = ${standard} where organization_id = current_organization()`)
    const item = await anInvoice(db, { customer, entity: firm.entity, number: 'F-1', due: '2026-08-01', amount: 1000 })
    await db.run(sql`
      insert into step_taken (organization_id, open_item_id, step_key, delay_days, taken_on, how)
      values (current_organization(), ${item}, 'call-40', 40, '2026-10-01', 'declared')`)
    const decided = await decideOnly(db, [customer], await loadRunContext(db, monday))
    return decided.map(({ decision }) => (decision.kind === 'take' ? [decision.step.key, decision.step.tone] : null))
  })
  expect(tones).toEqual([['letter-60', 'firm']])
})
