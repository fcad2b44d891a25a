import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import type { Preset } from '@quittance/core/dunning/default-scenarios.ts'
import { expect, it } from 'vitest'
import { sql } from '../../platform/database/sql.ts'
import { testDatabase } from '../../platform/database/testing/test-database.ts'
import { approveReminders } from '../reminders/approve-reminders.ts'
import { writeReminder } from '../reminders/edit-reminder.ts'
import { dailyRun } from '../run/daily-run.ts'
import { decideOnly } from '../run/decide-customers.ts'
import { loadRunContext } from '../run/run-context.ts'
import { aCustomer, aFirm, aMailServer, anInvoice, type TestFirm } from '../testing/a-firm.ts'
import { changeRules } from './change-rules.ts'
import { chooseForInvoice, scenarioOfCustomer, scenarioOfInvoice } from './followed-scenario.ts'
import { presetId } from './testing/a-rule.ts'
import { changeScenario, createScenario, dropPlanned, oneScenario, versionsOf } from './use-cases.ts'

const database = await testDatabase()
const monday = Date.parse('2026-11-23T08:00:00Z')
const today = asDate('2026-11-23')
const december = asDate('2026-12-01')

const idOf = (firm: TestFirm, preset: Preset) => firm.inTransaction((db) => presetId(db, preset))

/** Standard with its first e-mail on another day, from a day on. */
const moveFirst = (firm: TestFirm, id: number, delayDays: number, effectiveOn = today) =>
  firm.inTransaction(async (db) => {
    const { name, steps } = await oneScenario(db, id, today)
    const moved = steps.map(({ waiting: _, ...step }) => (step.key === 'email-7' ? { ...step, delayDays } : step))
    await changeScenario(db, id, { name, steps: moved, effectiveOn }, today)
  })

const firstDay = (firm: TestFirm, id: number, on = today) =>
  firm.inTransaction(
    async (db) => (await oneScenario(db, id, on)).steps.find((step) => step.key === 'email-7')?.delayDays,
  )

it('takes effect on its day, and not before', async () => {
  const firm = await aFirm(database)
  const id = await idOf(firm, 'standard')
  await moveFirst(firm, id, 3, december)
  expect([await firstDay(firm, id), await firstDay(firm, id, december)]).toEqual([7, 3])
  const planned = await firm.inTransaction(async (db) => (await oneScenario(db, id, today)).planned)
  expect(planned).toMatchObject({ version: 2, effectiveOn: '2026-12-01' })
  await dailyRun(firm.inTransaction, Date.parse('2026-12-01T08:00:00Z'))
  const { version } = await firm.inTransaction((db) =>
    db.one<{ version: number }>(sql`
      select version from scenario where organization_id = current_organization() and id = ${id}`),
  )
  expect(version).toBe(2)
})

it('is replaced by the next one saved, or dropped, before its day; history keeps both', async () => {
  const firm = await aFirm(database)
  const id = await idOf(firm, 'standard')
  await moveFirst(firm, id, 3, december)
  await moveFirst(firm, id, 5)
  expect([await firstDay(firm, id), await firstDay(firm, id, december)]).toEqual([5, 5])
  await moveFirst(firm, id, 4, december)
  await firm.inTransaction((db) => dropPlanned(db, id, today))
  expect(await firstDay(firm, id, december)).toBe(5)
  const told = await firm.inTransaction((db) => versionsOf(db, id, today))
  expect(told.map(({ version, isInForce, isReplaced }) => [version, isInForce, isReplaced])).toEqual([
    [4, false, true],
    [3, true, false],
    [2, false, true],
    [1, false, false],
  ])
})

it('is not saved over a version its author did not see', async () => {
  const firm = await aFirm(database)
  const id = await idOf(firm, 'standard')
  const saveHaving = (seenVersion: number, effectiveOn = today) =>
    firm.inTransaction(async (db) => {
      const { name, steps } = await oneScenario(db, id, today)
      await changeScenario(db, id, { name, steps, effectiveOn, seenVersion }, today)
    })
  const refusal = { code: 'scenarioChangedMeanwhile', status: 409 }
  await saveHaving(1)
  await expect(saveHaving(1)).rejects.toMatchObject(refusal)
  await saveHaving(2, december)
  await expect(saveHaving(2)).rejects.toMatchObject(refusal)
  await firm.inTransaction((db) => dropPlanned(db, id, today))
  await expect(saveHaving(3)).rejects.toMatchObject(refusal)
  await saveHaving(2)
  expect((await firm.inTransaction((db) => oneScenario(db, id, today))).version).toBe(4)
})

it('has a name of its own, in whichever language it is read', async () => {
  const firm = await aFirm(database)
  const id = await idOf(firm, 'standard')
  const call = (name: string) =>
    firm.inTransaction(async (db) => {
      const { steps } = await oneScenario(db, id, today)
      await changeScenario(db, id, { name, steps }, today)
      return createScenario(db, { name }, today)
    })
  for (const name of ['douce', 'Gentle']) await expect(call(name)).rejects.toMatchObject({ code: 'scenarioNameTaken' })
  await expect(call('Standard')).rejects.toMatchObject({ code: 'scenarioNameTaken' })
  const added = await firm.inTransaction((db) =>
    createScenario(db, { name: 'Grands comptes', preset: 'gentle' }, today),
  )
  const { steps, customers, defaultFor } = await firm.inTransaction((db) => oneScenario(db, added, today))
  expect([steps[1]?.delayDays, customers, defaultFor]).toEqual([10, 0, []])
})

it('does not take effect in the past', async () => {
  const firm = await aFirm(database)
  const id = await idOf(firm, 'standard')
  await expect(moveFirst(firm, id, 3, asDate('2026-11-20'))).rejects.toMatchObject({ code: 'dateInThePast' })
})

it('repeats no step a customer has received, wherever the change puts it', async () => {
  const firm = await aFirm(database)
  const id = await idOf(firm, 'standard')
  const steps = await firm.inTransaction(async (db) => {
    const customer = await aCustomer(db)
    const item = await anInvoice(db, { customer, entity: firm.entity, number: 'F-1', due: '2026-11-11', amount: 1000 })
    await db.run(sql`
      insert into step_taken (organization_id, open_item_id, step_key, delay_days, taken_on, how)
      values (current_organization(), ${item}, 'email-7', 7, '2026-11-18', 'declared')`)
    const { name, steps: before } = await oneScenario(db, id, today)
    const moved = before.map(({ waiting: _, ...step }) => (step.key === 'email-7' ? { ...step, delayDays: 10 } : step))
    await changeScenario(db, id, { name, steps: moved }, today)
    const [decided] = await decideOnly(db, [customer], await loadRunContext(db, monday))
    return decided?.decision.kind === 'rest' ? decided.decision.next?.step.key : decided?.decision.kind
  })
  expect(steps).toBe('email-14')
})

it('is chosen by the invoice, then the customer, then the rules, then the organisation, and says so', async () => {
  const firm = await aFirm(database)
  const [firmly, gentle] = [await idOf(firm, 'firm'), await idOf(firm, 'gentle')]
  const told = await firm.inTransaction(async (db) => {
    const customer = await aCustomer(db)
    const item = await anInvoice(db, {
      customer,
      entity: firm.entity,
      number: 'F-1',
      due: '2026-11-19',
      amount: 90_000,
    })
    const { invoice } = await db.one<{ invoice: number }>(sql`
      select invoice_id as invoice from open_item where organization_id = current_organization() and id = ${item}`)
    const ask = async () => {
      const run = await loadRunContext(db, monday)
      const ofCustomer = await scenarioOfCustomer(db, customer, run, 'fr')
      const ofInvoice = await scenarioOfInvoice(db, invoice, run, 'fr')
      const [decided] = await decideOnly(db, [customer], run)
      return [ofCustomer.from, ofInvoice.from, decided?.decision.kind]
    }
    const before = await ask()
    const rule = {
      scenario: firmly,
      category: null,
      profile: null,
      salesRep: null,
      collector: null,
      owesFrom: 50_000,
      owesBelow: null,
    }
    await changeRules(db, [rule])
    const byRule = await ask()
    await db.run(sql`
      update customer set scenario_id = ${gentle} where organization_id = current_organization() and id = ${customer}`)
    const byCustomer = await ask()
    await chooseForInvoice(db, invoice, firmly, await loadRunContext(db, monday))
    return [before, byRule, byCustomer, await ask()]
  })
  // Four days late: Ferme writes on the third, the others later.
  expect(told).toEqual([
    ['organization', 'organization', 'rest'],
    ['rule', 'rule', 'take'],
    ['customer', 'customer', 'rest'],
    ['customer', 'invoice', 'take'],
  ])
})

it.each([
  ['asksNothing', { owesFrom: null, owesBelow: null }],
  ['impossible', { owesFrom: 100, owesBelow: 100 }],
  ['unknown', { owesFrom: 1, owesBelow: null, scenario: 999_999 }],
] as const)('has no rule that is %s', async (because, words) => {
  const firm = await aFirm(database)
  const scenario = await idOf(firm, 'firm')
  const rule = { scenario, category: null, profile: null, salesRep: null, collector: null, ...words }
  await expect(firm.inTransaction((db) => changeRules(db, [rule]))).rejects.toMatchObject({
    details: { rule: 0, because },
  })
})

it('reaches what waits for approval, and nothing that a person let go or wrote', async () => {
  const firm = await aFirm(database)
  const id = await idOf(firm, 'standard')
  await firm.inTransaction(async (db) => {
    await aMailServer(db, firm.entity, 1)
    for (const name of ['Abel', 'Bo', 'Castel']) {
      const customer = await aCustomer(db, { name })
      await anInvoice(db, { customer, entity: firm.entity, number: `F-${name}`, due: '2026-11-14', amount: 60_000 })
    }
  })
  await dailyRun(firm.inTransaction, monday)
  const waiting = () =>
    firm.inTransaction((db) =>
      db.rows<{ id: number; name: string; tone: string; minute: number | null; sender: string | null }>(sql`
        select r.id, c.name, r.tone, r.departure_minute as minute, r.delivery ->> 'sender' as sender from reminder r
        join customer c on c.organization_id = r.organization_id and c.id = r.customer_id
        where r.organization_id = current_organization() and r.state in ('pendingApproval', 'ready') order by c.name`),
    )
  const before = await waiting()
  const [, approved = 0, written = 0] = before.map((row) => row.id)
  await firm.inTransaction(async (db) => {
    const run = await loadRunContext(db, monday)
    await approveReminders(db, [approved], run, { now: false, nowMs: monday })
    await writeReminder(db, written, { subject: 'Un mot', body: null }, { run, language: 'fr' })
    const { name, steps } = await oneScenario(db, id, today)
    const firmer = { tone: 'firm', departureMinute: 840, sender: 'salesRep' } as const
    const changed = steps.map(({ waiting: _, ...step }) => (step.key === 'email-7' ? { ...step, ...firmer } : step))
    await changeScenario(db, id, { name, steps: changed }, today)
  })
  await dailyRun(firm.inTransaction, monday)
  const after = await waiting()
  expect(after.map((row) => row.id)).toEqual(before.map((row) => row.id))
  expect(after.map(({ name, tone, minute, sender }) => [name, tone, minute, sender])).toEqual([
    ['Abel', 'firm', 840, 'salesRep'],
    ['Bo', 'friendly', null, null],
    ['Castel', 'friendly', null, null],
  ])
})
