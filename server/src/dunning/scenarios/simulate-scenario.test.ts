import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import { expect, it } from 'vitest'
import { sql } from '../../platform/database/sql.ts'
import { testDatabase } from '../../platform/database/testing/test-database.ts'
import { openSeal } from '../../platform/sealing.ts'
import { setGateway } from '../channels/sms/gateway-settings.ts'
import { loadRunContext } from '../run/run-context.ts'
import { aCustomer, aFirm, anInvoice } from '../testing/a-firm.ts'
import { keepCases } from './file/kept-cases.ts'
import { simulateScenario } from './simulate-scenario.ts'

const database = await testDatabase()
// Monday 23 November 2026, 09:00 in Paris.
const today = asDate('2026-11-23')
const monday = Date.parse('2026-11-23T08:00:00Z')

/** A firm with a customer four days late, who follows the scenario of the house. */
async function lateByFourDays() {
  const firm = await aFirm(database)
  const customer = await firm.inTransaction(async (db) => {
    const id = await aCustomer(db)
    await anInvoice(db, { customer: id, entity: firm.entity, number: 'F-1', due: '2026-11-19', amount: 120_000 })
    return id
  })
  const simulated = (preset: 'standard' | 'firm', who: number | null) =>
    firm.inTransaction(async (db) => {
      const { id } = await db.one<{ id: number }>(sql`
        select id from scenario where organization_id = current_organization() and preset = ${preset}`)
      const asked = { scenario: id, steps: null, rules: null, days: 30, customer: who, within: null }
      const { days } = await simulateScenario(db, asked, await loadRunContext(db, monday), { language: 'fr' })
      return days.filter((day) => day.emails > 0).map((day) => day.on)
    })
  return { customer, simulated }
}

it('tries on one customer a scenario they do not follow yet', async () => {
  const { customer, simulated } = await lateByFourDays()
  const [asTheyAre, firmly] = [await simulated('standard', customer), await simulated('firm', customer)]
  expect(asTheyAre[0]).toBe('2026-11-26') // J+7
  expect(firmly[0]).toBe('2026-11-23') // J+3 has gone by
})

it('counts for everybody only those who follow the scenario', async () => {
  const { simulated } = await lateByFourDays()
  expect(await simulated('standard', null)).not.toEqual([])
  expect(await simulated('firm', null)).toEqual([])
})

it('says on a Sunday who is held, as it will on Monday', async () => {
  const firm = await aFirm(database)
  const held = await firm.inTransaction(async (db) => {
    const customer = await aCustomer(db)
    await anInvoice(db, { customer, entity: firm.entity, number: 'F-2', due: '2026-11-02', amount: 120_000 })
    await db.run(sql`
      update customer set paused_on = '2026-11-20'
      where organization_id = current_organization() and id = ${customer}`)
    const { id } = await db.one<{ id: number }>(sql`
      select id from scenario where organization_id = current_organization() and preset = 'standard'`)
    const asked = { scenario: id, steps: null, rules: null, days: 30, customer: null, within: null }
    const sunday = Date.parse('2026-11-22T08:00:00Z')
    return (await simulateScenario(db, asked, await loadRunContext(db, sunday), { language: 'fr' })).held
  })
  expect(held).toEqual([{ because: 'paused', label: 'en pause', customers: 1 }])
})

it('tells which of its cases the steps on screen would no longer hold', async () => {
  const firm = await aFirm(database)
  const cases = await firm.inTransaction(async (db) => {
    const run = await loadRunContext(db, monday)
    const { id, steps } = [...run.scenarios.values()].find(({ name }) => name === 'Standard') ?? { id: 0, steps: [] }
    const invoices = [{ number: 'F-1', due: '2026-01-30', amount: 1200 }]
    await keepCases(db, id, [{ name: 'first mail', invoices, expect: [{ day: 10, gets: 'email-7' }] }])
    const tried = async (delayDays: number) => {
      const moved = steps.map((step) => (step.key === 'email-7' ? { ...step, delayDays } : step))
      const asked = { scenario: id, steps: moved, rules: null, days: 30, customer: null, within: null }
      return (await simulateScenario(db, asked, run, { language: 'fr' })).cases
    }
    return [await tried(10), await tried(11)]
  })
  expect(cases).toMatchObject([
    { count: 1, failed: [] },
    { count: 1, failed: [expect.stringContaining('« first mail »')] },
  ])
})

it('tells the difference with the version in force, and who gets what on a day', async () => {
  const firm = await aFirm(database)
  const simulated = await firm.inTransaction(async (db) => {
    const customer = await aCustomer(db, { name: 'Castel' })
    await anInvoice(db, { customer, entity: firm.entity, number: 'F-3', due: '2026-11-19', amount: 120_000 })
    const run = await loadRunContext(db, monday)
    const { id, steps } = [...run.scenarios.values()].find(({ name }) => name === 'Standard') ?? { id: 0, steps: [] }
    const sooner = steps.map((step) => (step.key === 'email-7' ? { ...step, delayDays: 4 } : step))
    const asked = {
      scenario: id,
      steps: sooner,
      rules: null,
      days: 30,
      customer: null,
      within: { from: today, until: today },
    }
    return simulateScenario(db, asked, run, { language: 'fr' })
  })
  expect(simulated.difference).toEqual({ sooner: 1, later: 0, added: 0, dropped: 0, otherwise: 0 })
  expect(simulated.told).toMatchObject([
    { customer: { name: 'Castel' }, channel: 'email', step: 'email-7', held: null },
  ])
  expect(simulated.changed).toMatchObject([
    { customer: { name: 'Castel' }, how: 'sooner', was: '2026-11-26', is: today },
  ])
})

it('tells of whom a later contact moves, and of whom only what is said changes', async () => {
  const firm = await aFirm(database)
  const difference = await firm.inTransaction(async (db) => {
    const customer = await aCustomer(db, { name: 'Castel' })
    await anInvoice(db, { customer, entity: firm.entity, number: 'F-4', due: '2026-11-19', amount: 120_000 })
    const run = await loadRunContext(db, monday)
    const { id, steps } = [...run.scenarios.values()].find(({ name }) => name === 'Standard') ?? { id: 0, steps: [] }
    const tried = async (key: string, change: object) => {
      const draft = steps.map((step) => (step.key === key ? { ...step, ...change } : step))
      const asked = { scenario: id, steps: draft, rules: null, days: 30, customer: null, within: null }
      return simulateScenario(db, asked, run, { language: 'fr' })
    }
    return [await tried('email-14', { delayDays: 18 }), await tried('email-14', { tone: 'firm' })].map((told) => [
      told.difference,
      told.changed.map(({ how, was, is }) => [how, was, is]),
    ])
  })
  const none = { sooner: 0, later: 0, added: 0, dropped: 0, otherwise: 0 }
  expect(difference).toEqual([
    [{ ...none, later: 1 }, [['later', '2026-12-03', '2026-12-07']]],
    [{ ...none, otherwise: 1 }, [['otherwise', '2026-12-03', '2026-12-03']]],
  ])
})

it('counts an SMS as what it is, and as an e-mail where no gateway would take it', async () => {
  const firm = await aFirm(database)
  const counted = await firm.inTransaction(async (db) => {
    const customer = await aCustomer(db)
    await anInvoice(db, { customer, entity: firm.entity, number: 'F-4', due: '2026-11-19', amount: 120_000 })
    await db.run(sql`update contact set phone = '06 12 34 56 78' where organization_id = current_organization()`)
    const run = await loadRunContext(db, monday)
    const { id, steps } = [...run.scenarios.values()].find(({ name }) => name === 'Standard') ?? { id: 0, steps: [] }
    const texting = steps.map((step) => (step.key === 'email-7' ? { ...step, channel: 'sms' as const } : step))
    const asked = { scenario: id, steps: texting, rules: null, days: 30, customer: null, within: null }
    const first = async () => {
      const { days } = await simulateScenario(db, asked, await loadRunContext(db, monday), { language: 'fr' })
      return days.find((day) => day.emails + day.texts > 0)
    }
    const without = await first()
    const gateway = { isActive: true, url: 'https://sms.example/send', method: 'POST' as const, headers: 'X-Key: 1' }
    const written = { bodyTemplate: '{"to":"{{to}}","message":"{{text}}"}', sender: 'VAUQUELIN', mostParts: 3 }
    await setGateway(db, openSeal('a word of the tests'), { ...gateway, ...written })
    return [without, await first()]
  })
  expect(counted).toMatchObject([
    { on: '2026-11-26', emails: 1, texts: 0 },
    { on: '2026-11-26', emails: 0, texts: 1 },
  ])
})
