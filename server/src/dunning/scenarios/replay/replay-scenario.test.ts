import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import { expect, it } from 'vitest'
import { type Db, transaction } from '../../../platform/database/db.ts'
import { sql } from '../../../platform/database/sql.ts'
import { testDatabase } from '../../../platform/database/testing/test-database.ts'
import { loadRunContext } from '../../run/run-context.ts'
import { aCustomer, aFirm, anInvoice, aPayment, type TestFirm } from '../../testing/a-firm.ts'
import { type KeptResults, keptResults } from '../kept-results.ts'
import { replayScenario } from './replay-scenario.ts'

const database = await testDatabase()
// Monday 23 November 2026, 09:00 in Paris.
const monday = Date.parse('2026-11-23T08:00:00Z')

interface Given {
  /** Days added to every step; left out: the version in force. */
  readonly later?: number
  readonly on?: string
  readonly until?: string
}

const replayed = (firm: TestFirm, { later, on, until = on }: Given = {}) =>
  firm.inTransaction(async (db) => {
    const run = await loadRunContext(db, monday)
    const standard = [...run.scenarios.values()].find(({ name }) => name === 'Standard')
    const steps =
      later === undefined
        ? null
        : (standard?.steps.map((step) => ({ ...step, delayDays: step.delayDays + later })) ?? null)
    const within = on === undefined ? null : { from: asDate(on), until: asDate(until ?? on) }
    return replayScenario(db, { scenario: standard?.id ?? 0, steps, rules: null, within }, run, { language: 'fr' })
  })

const emails = ({ days }: Awaited<ReturnType<typeof replayed>>) =>
  days.filter((day) => day.emails > 0).map((day) => day.on)

/** A customer who paid twenty days late, in March; in the meantime they were really written to once. */
async function aFirmWithAPast(also: (db: Db, item: number, customer: number) => Promise<unknown> = async () => {}) {
  const firm = await aFirm(database)
  await firm.inTransaction(async (db) => {
    const customer = await aCustomer(db, { name: 'Castel' })
    const item = await anInvoice(db, {
      customer,
      entity: firm.entity,
      number: 'F-1',
      due: '2026-03-02',
      amount: 120_000,
    })
    await aPayment(db, { customer, entity: firm.entity, item, amount: 120_000, on: asDate('2026-03-22') })
    await db.run(sql`
      insert into exchange (organization_id, customer_id, kind, happened_on, summary, counts_as_contact)
      values (current_organization(), ${customer}, 'email', '2026-03-12', 'Relance', true)`)
    await also(db, item, customer)
  })
  return firm
}

it('chases what was late then, until it was paid, beside what was really sent', async () => {
  const replay = await replayed(await aFirmWithAPast())
  expect(replay).toMatchObject({ customers: 1, from: '2025-11-23', until: '2026-11-23', inForce: null })
  expect(emails(replay)).toEqual(['2026-03-09', '2026-03-16'])
  expect(replay.days.find(({ on }) => on === '2026-03-12')).toMatchObject({ emails: 0, real: { emails: 1 } })
})

it('tells how a draft differs from the version in force', async () => {
  const firm = await aFirmWithAPast()
  const replay = await replayed(firm, { later: 3 })
  expect(emails(replay)).toEqual(['2026-03-12', '2026-03-19'])
  expect(replay.inForce).toEqual({ emails: 2, texts: 0, calls: 0, letters: 0, decisions: 0 })
  expect(replay.difference).toEqual({ sooner: 0, later: 1, added: 0, dropped: 0, otherwise: 0 })
  expect(replay.changed).toMatchObject([{ customer: { name: 'Castel' }, was: '2026-03-09', is: '2026-03-12' }])
})

it('tells the customers of some days by name: what they would get, and what they got', async () => {
  const replay = await replayed(await aFirmWithAPast(), { on: '2026-03-09', until: '2026-03-15' })
  expect(replay.told).toMatchObject([
    { on: '2026-03-09', channel: 'email', step: 'email-7', isReal: false, held: null },
    { on: '2026-03-12', channel: 'email', isReal: true },
  ])
})

it('tells the customers of a week out of what it computed for the year, and computes once', async () => {
  const firm = await aFirmWithAPast()
  let computed = 0
  const results = keptResults()
  const kept: KeptResults = {
    of: (db, what, compute) =>
      results.of(db, what, () => {
        computed += 1
        return compute()
      }),
  }
  const asked = (on?: string, until = on) => {
    const scope = { organization: firm.organization, person: firm.claire, rights: 'all' } as const
    return transaction(database.app, scope, async (db) => {
      const run = await loadRunContext(db, monday)
      const { id } = [...run.scenarios.values()].find(({ name }) => name === 'Standard') ?? { id: 0 }
      const within = on === undefined ? null : { from: asDate(on), until: asDate(until ?? on) }
      return replayScenario(db, { scenario: id, steps: null, rules: null, within }, run, { language: 'fr', kept })
    })
  }
  const year = await asked()
  expect(year).toEqual(await replayed(firm))
  for (const [from, until] of [
    ['2026-03-09', '2026-03-15'],
    ['2026-03-16', '2026-03-22'],
  ] as const) {
    expect(await asked(from, until)).toEqual(await replayed(firm, { on: from, until }))
  }
  expect(computed).toBe(1)
  // Days that are no week are computed for themselves.
  expect(await asked('2026-03-12')).toEqual(await replayed(firm, { on: '2026-03-12' }))
  expect(computed).toBe(1)
})

it('holds for a dispute while it was open, a pause the journal remembers, and an invoice given up', async () => {
  const disputed = await aFirmWithAPast((db, item, customer) =>
    db.run(sql`
      with opened as (
        insert into dispute (organization_id, customer_id, reason, opened_on, resolved_on, outcome)
        values (current_organization(), ${customer}, 'quality', '2026-03-05', '2026-03-17', 'rejected') returning id)
      insert into dispute_item (organization_id, dispute_id, open_item_id)
      select current_organization(), id, ${item} from opened`),
  )
  const replay = await replayed(disputed, { on: '2026-03-05' })
  expect([emails(replay), replay.held]).toEqual([
    ['2026-03-17'],
    [{ because: 'dispute', label: 'litige ouvert', customers: 1 }],
  ])
  expect(replay.told).toMatchObject([{ on: '2026-03-05', channel: null, held: { because: 'dispute' } }])

  const paused = await aFirmWithAPast((db, _, customer) =>
    db.run(sql`
      insert into journal (organization_id, at, origin, act, thing, thing_id, customer_id, details) values
        (current_organization(), '2026-03-06 10:00+01', 'web', 'paused', 'customer', ${customer}, ${customer}, '{"until": "furtherNotice"}'),
        (current_organization(), '2026-03-18 10:00+01', 'web', 'resumed', 'customer', ${customer}, ${customer}, '{}')`),
  )
  expect(emails(await replayed(paused))).toEqual(['2026-03-18'])

  const givenUp = await aFirmWithAPast((db, item) =>
    db.run(sql`
      update open_item set written_off_on = '2026-03-12' where organization_id = current_organization() and id = ${item}`),
  )
  expect(emails(await replayed(givenUp))).toEqual(['2026-03-09'])
})

it('stays silent while money that came in waits to be allocated', async () => {
  const firm = await aFirm(database)
  await firm.inTransaction(async (db) => {
    const customer = await aCustomer(db)
    const item = await anInvoice(db, {
      customer,
      entity: firm.entity,
      number: 'F-2',
      due: '2026-03-02',
      amount: 120_000,
    })
    await db.run(sql`
      with paid as (
        insert into payment (organization_id, legal_entity_id, customer_id, received_on, currency, amount, means)
        values (current_organization(), ${firm.entity}, ${customer}, '2026-03-04', 'EUR', 120000, 'transfer') returning id)
      insert into allocation (organization_id, open_item_id, payment_id, amount, allocated_on)
      select current_organization(), ${item}, id, 120000, '2026-03-30' from paid`)
  })
  const replay = await replayed(firm)
  expect([emails(replay), replay.held.map(({ because }) => because)]).toEqual([[], ['credit']])
})
