import { addDays, asDate } from '@quittance/core/calendar/calendar-date.ts'
import { expect, it } from 'vitest'
import { dailyRun } from '../dunning/run/daily-run.ts'
import { loadRunContext } from '../dunning/run/run-context.ts'
import { simulateScenario } from '../dunning/scenarios/simulate-scenario.ts'
import { aCustomer, aFirm, aMailServer, anInvoice, type TestFirm } from '../dunning/testing/a-firm.ts'
import { seededChance } from '../imports/testing/fuzzing/chance.ts'
import type { Db } from '../platform/database/db.ts'
import { type Sql, sql } from '../platform/database/sql.ts'
import { testDatabase } from '../platform/database/testing/test-database.ts'
import { aLine } from '../reconciliation/matching/testing/a-bank.ts'

const database = await testDatabase()
const today = asDate('2026-11-23')
const runOf = (day: string) => Date.parse(`${day}T08:00:00Z`)

interface Party {
  readonly customer: number
  readonly items: readonly number[]
}

/** What may be true of a customer besides its invoices. */
const facts: Readonly<Record<string, (party: Party) => Sql | null>> = {
  nothing: () => null,
  paused: ({ customer }) => sql`update customer set paused_on = '2026-11-20' where id = ${customer}`,
  pausedUntilYesterday: ({ customer }) =>
    sql`update customer set paused_on = '2026-11-10', paused_until = '2026-11-22' where id = ${customer}`,
  insolvent: ({ customer }) => sql`update customer set insolvency_on = '2026-11-20' where id = ${customer}`,
  handedOver: ({ customer }) => sql`update customer set handed_over_on = '2026-11-20' where id = ${customer}`,
  paysByItself: ({ customer }) => sql`update customer set automatic_means = true where id = ${customer}`,
  oneInvoiceByItself: ({ items }) => sql`update open_item set automatic_means = true where id = ${items[0] ?? 0}`,
  rejected: ({ customer, items }) => sql`
    with them as (update customer set automatic_means = true where id = ${customer})
    update open_item set rejected_on = '2026-11-19' where id = ${items[0] ?? 0}`,
  answered: ({ customer }) => sql`
    insert into answer (organization_id, legal_entity_id, uid_validity, uid, content_sha256, class, from_name, from_address, subject,
      received_at, received_on, body, size, customer_id, found_by)
    select current_organization(), min(legal_entity_id), 1, ${customer}, sha256(${`a${customer}`}::bytea), 'reply', '', 'x@y.example', 'Re',
      '2026-11-20T08:00:00Z', '2026-11-20', 'Bonjour', 10, ${customer}, 'address' from open_item where customer_id = ${customer}`,
  unreachable: ({ customer }) => sql`delete from contact where customer_id = ${customer}`,
  seenLately: ({ customer }) => sql`
    insert into exchange (organization_id, customer_id, kind, happened_on, summary, counts_as_contact)
    values (current_organization(), ${customer}, 'call', '2026-11-21', 'Appel', true)`,
  disputed: ({ customer, items }) => sql`
    with d as (
      insert into dispute (organization_id, customer_id, reason, opened_on)
      values (current_organization(), ${customer}, 'other', '2026-11-20') returning id)
    insert into dispute_item (organization_id, dispute_id, open_item_id) select current_organization(), id, ${items[0] ?? 0} from d`,
  promised: ({ customer, items }) => sql`
    with p as (
      insert into promise (organization_id, customer_id, promised_for, currency, amount, noted_on, kept_until)
      values (current_organization(), ${customer}, '2026-11-27', 'EUR', 1000, '2026-11-20', '2026-11-29') returning id)
    insert into promise_item (organization_id, promise_id, open_item_id) select current_organization(), id, ${items[0] ?? 0} from p`,
  moreTime: ({ customer, items }) => sql`
    insert into extra_delay (organization_id, invoice_id, customer_id, until, reason, granted_on)
    select current_organization(), invoice_id, ${customer}, '2026-12-31', 'asked', '2026-11-20' from open_item where id = ${items[0] ?? 0}`,
  paidUnknown: ({ customer }) => sql`
    insert into payment (organization_id, legal_entity_id, customer_id, received_on, currency, amount, means)
    select current_organization(), min(legal_entity_id), ${customer}, '2026-11-20', 'EUR', 40000000, 'transfer' from open_item where customer_id = ${customer}`,
}

/** The messages are behind them: a call is next. */
const chasedBefore = (db: Db, items: readonly number[]) =>
  db.run(sql`
    insert into step_taken (organization_id, open_item_id, step_key, delay_days, taken_on, how)
    select current_organization(), i.id, 'email-30', 30, i.due_date + 30, 'sent' from open_item i
    where i.id = any(${items}) and i.due_date < '2026-10-01'`)

/** Fifty customers with invoices around today, some written to a week ago, and things that happened since. */
async function aBusyFirm(seed: number): Promise<TestFirm> {
  const { below } = seededChance(seed)
  const firm = await aFirm(database)
  const { inTransaction: work, entity } = firm
  const parties = await work(async (db) => {
    await aMailServer(db, entity, 1)
    const made: Party[] = []
    for (let place = 0; place < 50; place += 1) {
      const customer = await aCustomer(db, { name: `Client ${place}`, hasAddress: below(2) === 0 })
      const items: number[] = []
      for (let turn = 0; turn <= below(3); turn += 1) {
        const number = `F-${place}-${turn}`
        const due = addDays(today, below(110) - 90)
        items.push(await anInvoice(db, { customer, entity, number, due, amount: 10_000 + below(900_000) }))
      }
      made.push({ customer, items })
      if (place % 3 === 0) await chasedBefore(db, items)
    }
    return made
  })
  await dailyRun(work, runOf('2026-11-16'))
  const names = Object.keys(facts)
  for (const [place, party] of parties.entries()) {
    // Every fact comes about in each firm; then a second one, by chance.
    const about = [
      names[place % names.length] ?? 'nothing',
      ...(below(5) < 2 ? [names[below(names.length)] ?? ''] : []),
    ]
    await work(async (db) => {
      for (const name of new Set(about)) {
        const happens = facts[name]?.(party)
        if (happens) await db.run(happens)
      }
    })
    if (place % 9 !== 0) continue
    await aLine({ work, legalEntity: entity }, { amount: 51_300, payer: `CLIENT ${place}`, on: '2026-11-20' })
    await work((db) =>
      db.run(sql`
        insert into bank_hold (organization_id, bank_line_id, customer_id, booked_on)
        select current_organization(), max(id), ${party.customer}, '2026-11-20' from bank_line where organization_id = current_organization()`),
    )
  }
  return firm
}

type ByReason = Record<string, number>

/** What every scenario says of today, together: contacts as « customer channel step », and how many are held back for what. */
async function simulated(db: Db, nowMs: number) {
  const run = await loadRunContext(db, nowMs)
  const contacts: string[] = []
  const held: ByReason = {}
  for (const scenario of run.scenarios.keys()) {
    const asked = {
      scenario,
      steps: null,
      rules: null,
      days: 30,
      customer: null,
      within: { from: today, until: today },
    }
    const said = await simulateScenario(db, asked, run, { language: 'fr' })
    for (const one of said.told) {
      if (one.held === null) contacts.push(`${one.customer.name} ${one.step}`)
    }
    for (const one of said.held) held[one.because] = (held[one.because] ?? 0) + one.customers
  }
  return { contacts: contacts.toSorted(), held }
}

const tasksOf = (db: Db) =>
  db.rows<{ id: number; said: string }>(sql`
    select t.id, concat_ws(' ', c.name, t.step_key) as said from task t
    join customer c on c.organization_id = t.organization_id and c.id = t.customer_id
    where t.organization_id = current_organization() and t.step_key is not null and t.state = 'todo'`)

/** What the run of today prepared, and whom it holds back; who was just given a task is not held back by something else. */
async function really(firm: TestFirm, nowMs: number) {
  const before = new Set((await firm.inTransaction(tasksOf)).map(({ id }) => id))
  await dailyRun(firm.inTransaction, nowMs)
  return firm.inTransaction(async (db) => {
    const messages = await db.rows<{ said: string }>(sql`
      select concat_ws(' ', c.name, r.step_key) as said from reminder r
      join customer c on c.organization_id = r.organization_id and c.id = r.customer_id
      where r.organization_id = current_organization() and r.state = 'pendingApproval'`)
    const given = (await tasksOf(db)).filter(({ id }) => !before.has(id))
    const holds = await db.rows<{ name: string; because: string }>(sql`
      select c.name, e.because from current_decision d
      join decision e on e.organization_id = d.organization_id and e.id = d.decision_id
      join customer c on c.organization_id = d.organization_id and c.id = d.customer_id
      where d.organization_id = current_organization() and d.kind = 'hold'`)
    const busy = new Set(given.map(({ said }) => said.split(' ').slice(0, 2).join(' ')))
    const held: ByReason = {}
    for (const { name, because } of holds) if (!busy.has(name)) held[because] = (held[because] ?? 0) + 1
    return { contacts: [...messages, ...given].map(({ said }) => said).toSorted(), held }
  })
}

it('the simulation of today says what the run of today prepares and holds back, with its reasons', async () => {
  const nowMs = runOf(today)
  const reasons = new Set<string>()
  let contacts = 0
  for (const seed of [1, 2, 3]) {
    const firm = await aBusyFirm(seed)
    const said = await firm.inTransaction((db) => simulated(db, nowMs))
    expect(said, `firm ${seed}`).toEqual(await really(firm, nowMs))
    for (const because of Object.keys(said.held)) reasons.add(because)
    contacts += said.contacts.length
  }
  for (const because of ['automaticMeans', 'bankPending', 'humanToday', 'paused', 'answerUnread', 'promise', 'tooSoon'])
    expect(reasons).toContain(because)
  expect(contacts).toBeGreaterThan(20)
})
