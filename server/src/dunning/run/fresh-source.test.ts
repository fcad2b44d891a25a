import { afterAll, describe, expect, it } from 'vitest'
import { transaction } from '../../platform/database/db.ts'
import { sql } from '../../platform/database/sql.ts'
import { testDatabase } from '../../platform/database/testing/test-database.ts'
import { startTestSmtp } from '../../platform/mail/testing/start-test-smtp.ts'
import { approveReminders, cancelApproval } from '../reminders/approve-reminders.ts'
import { listReminders } from '../reminders/list-reminders.ts'
import { sendDue } from '../sending/send-due.ts'
import { tools } from '../sending/testing/ready-to-leave.ts'
import { aCustomer, aFirm, aMailServer, anInvoice, type TestFirm } from '../testing/a-firm.ts'
import { dailyRun, decideAgain } from './daily-run.ts'
import { loadRunContext } from './run-context.ts'
import { waitingForSource } from './waiting-for-source.ts'

const database = await testDatabase()
const smtp = await startTestSmtp()
afterAll(() => smtp.stop())

// Monday 23 November 2026, 09:00 in Paris; the day before it was not fresh any more is Friday the 20th.
const monday = Date.parse('2026-11-23T08:00:00Z')
const afterTen = Date.parse('2026-11-23T09:05:00Z')

interface Desk {
  readonly firm: TestFirm
  readonly customer: number
  readonly source: number
}

/** Messages leave by themselves; one late invoice, from a source that was last imported on that day. */
async function aDesk(lastGoodOn: string): Promise<Desk> {
  const firm = await aFirm(database)
  return firm.inTransaction(async (db) => {
    await db.run(sql`
      update organization set automatic_sending = true where organization_id = current_organization()`)
    await aMailServer(db, firm.entity, smtp.port)
    const customer = await aCustomer(db)
    await anInvoice(db, { customer, entity: firm.entity, number: 'F-1', due: '2026-11-10', amount: 120_000 })
    const { id: source } = await db.one<{ id: number }>(sql`
      insert into source (organization_id, legal_entity_id, kind, mark, name, last_good_import_at)
      values (current_organization(), ${firm.entity}, 'upload', 'sage', 'Sage export', ${`${lastGoodOn}T17:30:00Z`})
      returning id`)
    await db.run(sql`update invoice set source_id = ${source} where organization_id = current_organization()`)
    return { firm, customer, source }
  })
}

const imported = ({ firm, source }: Desk, at: number) =>
  firm.inTransaction(async (db) => {
    await db.run(sql`
      update source set last_good_import_at = ${new Date(at).toISOString()}
      where organization_id = current_organization() and id = ${source}`)
    await decideAgain(db, await waitingForSource(db, source), at)
  })

const missing = ({ firm, customer }: Desk, since: string | null) =>
  firm.inTransaction(async (db) => {
    await db.run(sql`
      update invoice set missing_since = ${since}, missing_file_id = ${since && 1}::bigint
      where organization_id = current_organization()`)
    await decideAgain(db, [customer], monday)
  })

const reminders = ({ firm }: Desk) =>
  firm.inTransaction((db) =>
    db.rows<{ id: number; state: string; because: string }>(sql`
      select id, state, because from reminder where organization_id = current_organization() order by id`),
  )

const states = async (desk: Desk): Promise<string[]> =>
  (await reminders(desk)).map(({ state, because }) => `${state} ${because}`)

const sentence = ({ firm }: Desk, language: 'en' | 'fr') =>
  firm.inTransaction(async (db) => {
    const run = await loadRunContext(db, monday)
    return (await listReminders(db, { view: 'ready', limit: 10 }, run, language)).rows[0]?.sentence
  })

describe('a message that would leave by itself', () => {
  it('does while its source is fresh: three working days after the last import', async () => {
    const desk = await aDesk('2026-11-18')
    await dailyRun(desk.firm.inTransaction, monday)
    expect(await states(desk)).toEqual(['ready stepDue'])
  })

  it('waits for a person when its source is older, and says so', async () => {
    const desk = await aDesk('2026-11-17')
    await dailyRun(desk.firm.inTransaction, monday)
    expect(await states(desk)).toEqual(['pendingApproval checkFirst'])
    expect(await sentence(desk, 'fr')).toContain(
      'Les factures de ce client viennent de «\u00a0Sage export\u00a0»\u00a0; le dernier import date du 17/11/2026\u00a0: vérifiez avant l’envoi.',
    )
    expect(await sentence(desk, 'en')).toContain(
      'This customer’s invoices come from “Sage export”; the last import is of 17 Nov 2026: check before sending.',
    )
  })

  it('waits on when a sales rep, who sees no source, has its customer decided again', async () => {
    const desk = await aDesk('2026-11-17')
    const { firm, customer } = desk
    await dailyRun(firm.inTransaction, monday)
    const { id: karim } = await firm.inTransaction((db) =>
      db.one<{ id: number }>(sql`
        with rep as (
          insert into person (organization_id, name, email, role) values (current_organization(), 'Karim', 'karim@vauquelin.example', 'sales') returning id)
        update customer set sales_rep_id = rep.id from rep where customer.id = ${customer} returning rep.id`),
    )
    const scope = { organization: firm.organization, person: karim, rights: 'portfolio' } as const
    await transaction(database.app, scope, (db) => decideAgain(db, [customer], monday))
    expect(await states(desk)).toEqual(['pendingApproval checkFirst'])
  })

  it('leaves by itself again as soon as the source was imported', async () => {
    const desk = await aDesk('2026-11-17')
    await dailyRun(desk.firm.inTransaction, monday)
    await imported(desk, monday)
    expect(await states(desk)).toEqual(['ready stepDue'])
    expect(await sentence(desk, 'en')).not.toContain('check')
    expect(await sendDue(tools(desk.firm))).toBe(1)
  })

  it('waits on when it is another source that was imported', async () => {
    const desk = await aDesk('2026-11-17')
    await dailyRun(desk.firm.inTransaction, monday)
    const waiting = (source: number | null) => desk.firm.inTransaction((db) => waitingForSource(db, source))
    expect([await waiting(desk.source + 1), await waiting(desk.source), await waiting(null)]).toEqual([
      [],
      [desk.customer],
      [desk.customer],
    ])
  })

  it('stays as it is however often the scheduler runs', async () => {
    const desk = await aDesk('2026-11-17')
    for (let times = 0; times < 5; times++) await dailyRun(desk.firm.inTransaction, monday)
    expect(await states(desk)).toEqual(['pendingApproval checkFirst'])
    const kept = await desk.firm.inTransaction((db) =>
      db.rows(sql`select id from decision where organization_id = current_organization()`),
    )
    expect(kept).toHaveLength(1)
  })

  it('comes back for approval when it waits while its source grows old', async () => {
    const desk = await aDesk('2026-11-18')
    await dailyRun(desk.firm.inTransaction, monday)
    await dailyRun(desk.firm.inTransaction, monday + 24 * 3_600_000)
    expect(await states(desk)).toEqual(['pendingApproval checkFirst'])
  })

  it('is looked at again just before it leaves', async () => {
    const desk = await aDesk('2026-11-18')
    await dailyRun(desk.firm.inTransaction, monday)
    await desk.firm.inTransaction((db) =>
      db.run(sql`
        update source set last_good_import_at = '2026-11-12T08:00:00Z' where organization_id = current_organization()`),
    )
    expect(await sendDue(tools(desk.firm))).toBe(0)
    expect(await states(desk)).toEqual(['pendingApproval checkFirst'])
    expect(await sentence(desk, 'en')).toContain('12 Nov 2026')
  })

  it('leaves when a person approved it, fresh or not', async () => {
    const desk = await aDesk('2026-11-17')
    await dailyRun(desk.firm.inTransaction, monday)
    await approveAll(desk)
    await dailyRun(desk.firm.inTransaction, monday)
    expect(await states(desk)).toEqual(['ready checkFirst'])
    expect(await sendDue(tools(desk.firm))).toBe(1)
  })

  it('does not leave by itself once a person took the approval back', async () => {
    const desk = await aDesk('2026-11-17')
    await dailyRun(desk.firm.inTransaction, monday)
    await approveAll(desk)
    await desk.firm.inTransaction(async (db) =>
      cancelApproval(
        db,
        (await reminders(desk)).map(({ id }) => id),
      ),
    )
    await imported(desk, monday)
    expect(await states(desk)).toEqual(['pendingApproval stepDue'])
  })

  it('leaves when the firm gave the source no limit, or none at all', async () => {
    const guarded = await aDesk('2026-11-02')
    await guarded.firm.inTransaction((db) =>
      db.run(sql`update source set is_guarded = false where organization_id = current_organization()`),
    )
    const limitless = await aDesk('2026-11-02')
    await limitless.firm.inTransaction((db) =>
      db.run(sql`update organization set freshness_days = null where organization_id = current_organization()`),
    )
    for (const desk of [guarded, limitless]) {
      await dailyRun(desk.firm.inTransaction, monday)
      expect(await states(desk)).toEqual(['ready stepDue'])
    }
  })

  it('leaves when its customer was entered by hand', async () => {
    const desk = await aDesk('2026-11-02')
    await desk.firm.inTransaction((db) =>
      db.run(sql`update invoice set source_id = null where organization_id = current_organization()`),
    )
    await dailyRun(desk.firm.inTransaction, monday)
    expect(await states(desk)).toEqual(['ready stepDue'])
  })

  it('waits while an invoice it lists is missing from its source, and goes when that is back', async () => {
    const desk = await aDesk('2026-11-20')
    await missing(desk, '2026-11-20')
    expect(await states(desk)).toEqual(['pendingApproval checkFirst'])
    expect(await sentence(desk, 'fr')).toContain(
      'La facture F-1 n’est plus dans le dernier export depuis le 20/11/2026',
    )
    await missing(desk, null)
    expect(await states(desk)).toEqual(['ready stepDue'])
  })
})

it('where a person approves everything, the reason is told and nothing else changes', async () => {
  const desk = await aDesk('2026-11-17')
  await desk.firm.inTransaction((db) =>
    db.run(sql`update organization set automatic_sending = false where organization_id = current_organization()`),
  )
  await dailyRun(desk.firm.inTransaction, monday)
  expect(await states(desk)).toEqual(['pendingApproval stepDue'])
  expect(await sentence(desk, 'en')).toContain('check before sending')
  await imported(desk, monday)
  expect(await states(desk)).toEqual(['pendingApproval stepDue'])
  expect(await sentence(desk, 'en')).not.toContain('check before sending')
})

const approveAll = ({ firm }: Desk) =>
  firm.inTransaction(async (db) => {
    const ids = (
      await db.rows<{ id: number }>(sql`select id from reminder where organization_id = current_organization()`)
    ).map(({ id }) => id)
    return approveReminders(db, ids, await loadRunContext(db, monday), { now: true, nowMs: afterTen - 600_000 })
  })
