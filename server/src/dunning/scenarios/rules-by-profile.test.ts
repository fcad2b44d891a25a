import { addDays, asDate } from '@quittance/core/calendar/calendar-date.ts'
import { expect, it } from 'vitest'
import { declareProfile } from '../../payers/declare-profile.ts'
import type { Db } from '../../platform/database/db.ts'
import { sql } from '../../platform/database/sql.ts'
import { testDatabase } from '../../platform/database/testing/test-database.ts'
import { dailyRun, decideAgain } from '../run/daily-run.ts'
import { decideOnly } from '../run/decide-customers.ts'
import { loadRunContext } from '../run/run-context.ts'
import { aCustomer, aFirm, anInvoice, aPayment } from '../testing/a-firm.ts'
import { changeRules } from './change-rules.ts'
import { countTakes, loadChoices } from './choices.ts'
import { scenarioOfCustomer } from './followed-scenario.ts'
import { simulateScenario } from './simulate-scenario.ts'
import { anybody, presetId } from './testing/a-rule.ts'

const database = await testDatabase()
const monday = Date.parse('2026-11-23T08:00:00Z')
const today = asDate('2026-11-23')

it('a rule takes the customers of its profile, counted, explained and simulated as they are decided', async () => {
  const firm = await aFirm(database)
  const { slow, counted, told, simulated } = await firm.inTransaction(async (db) => {
    const [slow, fresh] = [await aCustomer(db, { name: 'Lente' }), await aCustomer(db, { name: 'Neuve' })]
    for (const index of [1, 2, 3]) {
      const due = addDays(today, -40 - index)
      const number = `P-${index}`
      const item = await anInvoice(db, { customer: slow, entity: firm.entity, number, due, amount: 1000 })
      await aPayment(db, { customer: slow, entity: firm.entity, item, amount: 1000, on: addDays(due, 30) })
    }
    for (const customer of [slow, fresh]) {
      const number = `F-${customer}`
      await anInvoice(db, { customer, entity: firm.entity, number, due: '2026-11-19', amount: 50_000 })
    }
    const strict = await presetId(db, 'firm')
    await changeRules(db, [{ ...anybody, scenario: strict, profile: 'slow' }])
    await decideAgain(db, [slow, fresh], monday)
    const run = await loadRunContext(db, monday)
    const asked = { scenario: strict, steps: null, rules: null, days: 30, customer: null, within: null }
    return {
      slow,
      counted: await countTakes(db, await loadChoices(db)),
      told: await scenarioOfCustomer(db, slow, run, 'fr'),
      simulated: await simulateScenario(db, asked, run, { language: 'fr' }),
    }
  })
  expect(counted).toMatchObject({ rules: [1], defaults: { company: 1 } })
  expect(told).toMatchObject({ scenario: { name: 'Ferme' }, sentence: 'Selon la règle : profil Retardataire.' })
  expect(simulated.customers).toBe(1)
  const decided = await firm.inTransaction(async (db) => decideOnly(db, [slow], await loadRunContext(db, monday)))
  // Four days late: Ferme writes on the third, Standard on the seventh.
  expect(decided.map(({ decision }) => decision.kind)).toEqual(['take'])
})

it('a customer whose profile changes never receives a step at or under the highest day it received', async () => {
  const firm = await aFirm(database)
  const customer = await firm.inTransaction(async (db) => {
    const made = await aCustomer(db)
    const item = await anInvoice(db, {
      customer: made,
      entity: firm.entity,
      number: 'F-1',
      due: '2026-10-20',
      amount: 1000,
    })
    await changeRules(db, [
      { ...anybody, scenario: await presetId(db, 'gentle'), profile: 'forgetful' },
      { ...anybody, scenario: await presetId(db, 'firm'), profile: 'slow' },
    ])
    await db.run(sql`
      insert into step_taken (organization_id, open_item_id, step_key, delay_days, taken_on, how)
      values (current_organization(), ${item}, 'email-30', 30, '2026-11-19', 'declared')`)
    return made
  })
  const taken: number[] = []
  for (const profile of ['forgetful', 'slow', 'punctual', 'slow', 'forgetful'] as const) {
    const decided = await firm.inTransaction(async (db) => {
      const factsChanged = (inside: Db, customers: readonly number[]) => decideAgain(inside, customers, monday)
      await declareProfile(db, { customer, profile, note: 'Essai' }, { today, factsChanged })
      return decideOnly(db, [customer], await loadRunContext(db, monday))
    })
    taken.push(...decided.flatMap(({ decision }) => (decision.kind === 'take' ? [decision.step.delayDays] : [])))
  }
  expect(taken.filter((day) => day <= 30)).toEqual([])
  const { count } = await firm.inTransaction(async (db) => {
    await decideAgain(db, [customer], Date.parse('2027-01-04T09:00:00Z'))
    return db.one<{ count: number }>(sql`
      select count(*)::int as count from reminder
      where organization_id = current_organization() and customer_id = ${customer} and delay_days <= 30`)
  })
  expect(count).toBe(0)
})

it('the daily run moves a customer to the scenario of its new profile by itself', async () => {
  const firm = await aFirm(database)
  const customer = await firm.inTransaction(async (db) => {
    const made = await aCustomer(db)
    await anInvoice(db, { customer: made, entity: firm.entity, number: 'F-1', due: '2026-09-24', amount: 1000 })
    await changeRules(db, [{ ...anybody, scenario: await presetId(db, 'firm'), profile: 'risky' }])
    return made
  })
  const followedOn = async (nowMs: number) => {
    await dailyRun(firm.inTransaction, nowMs)
    return firm.inTransaction(async (db) => scenarioOfCustomer(db, customer, await loadRunContext(db, nowMs), 'en'))
  }
  // Sixty days late on the Monday, sixty-one on the Tuesday.
  expect(await followedOn(monday)).toMatchObject({ from: 'organization' })
  expect(await followedOn(monday + 86_400_000)).toMatchObject({
    from: 'rule',
    sentence: 'By the rule: profile At risk.',
  })
})
