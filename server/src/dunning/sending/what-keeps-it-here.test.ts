import PostalMime from 'postal-mime'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { sql } from '../../platform/database/sql.ts'
import { testDatabase } from '../../platform/database/testing/test-database.ts'
import { startScriptedServer } from '../../platform/mail/testing/scripted-server.ts'
import { startTestSmtp } from '../../platform/mail/testing/start-test-smtp.ts'
import { approveReminders } from '../reminders/approve-reminders.ts'
import { dailyRun } from '../run/daily-run.ts'
import { loadRunContext } from '../run/run-context.ts'
import { aCustomer, aFirm, aMailServer, anInvoice, type TestFirm } from '../testing/a-firm.ts'
import { sendDue } from './send-due.ts'
import { afterTen, manyReady, nine, type Ready, readyToLeave, stateOf, tools } from './testing/ready-to-leave.ts'

const database = await testDatabase()
const smtp = await startTestSmtp()
afterAll(() => smtp.stop())

let seen = 0
const arrived = () => smtp.received.slice(seen)
beforeEach(() => {
  seen = smtp.received.length
})

const setRule = ({ firm }: { firm: TestFirm }, rule: 'sending_frozen' | 'automatic_sending', value: boolean) =>
  firm.inTransaction((db) =>
    db.run(
      rule === 'sending_frozen'
        ? sql`update organization set sending_frozen = ${value} where organization_id = current_organization()`
        : sql`update organization set automatic_sending = ${value} where organization_id = current_organization()`,
    ),
  )

/** Early enough that the time to take it back is over at `leavesMs`. */
const approve = (ready: Ready, leavesMs: number) =>
  ready.firm.inTransaction(async (db) => {
    const nowMs = leavesMs - 600_000
    return approveReminders(db, [ready.reminder], await loadRunContext(db, nowMs), { now: true, nowMs })
  })

it('a program that is about to end begins no message, and leaves all of them to the next', async () => {
  const ready = await readyToLeave(database, smtp.port)
  expect(await sendDue({ ...tools(ready.firm), isStopping: () => true })).toBe(0)
  expect(arrived()).toHaveLength(0)
  expect(await stateOf(ready)).toMatchObject({ state: 'ready' })
  expect(await sendDue(tools(ready.firm))).toBe(1)
})

describe('after a restore', () => {
  it('nothing leaves, not even what was approved before; it waits for somebody to look again', async () => {
    const ready = await readyToLeave(database, smtp.port)
    await setRule(ready, 'sending_frozen', true)
    expect(await sendDue(tools(ready.firm))).toBe(0)
    expect(await stateOf(ready)).toMatchObject({ state: 'pendingApproval' })
    await expect(approve(ready, afterTen)).rejects.toMatchObject({ code: 'sendingFrozen' })
    // Resumed: what the original may have sent since the backup still asks for a person.
    await setRule(ready, 'sending_frozen', false)
    expect(await sendDue(tools(ready.firm))).toBe(0)
    await approve(ready, afterTen)
    expect(await sendDue(tools(ready.firm))).toBe(1)
    expect(arrived()).toHaveLength(1)
  })

  it('what a sender has already claimed does not leave either', async () => {
    const ready = await readyToLeave(database, smtp.port)
    const at = (point: string) =>
      point === 'claimed' ? setRule(ready, 'sending_frozen', true).then(() => {}) : undefined
    expect(await sendDue({ ...tools(ready.firm), at })).toBe(0)
    expect(arrived()).toHaveLength(0)
    expect(await stateOf(ready)).toMatchObject({ state: 'ready' })
  })
})

describe('automatic sending', () => {
  it('switched off before the departure keeps back what nobody approved', async () => {
    const firm = await aFirm(database)
    await setRule({ firm }, 'automatic_sending', true)
    await firm.inTransaction(async (db) => {
      await aMailServer(db, firm.entity, smtp.port)
      const customer = await aCustomer(db)
      await anInvoice(db, { customer, entity: firm.entity, number: 'F-1', due: '2026-11-09', amount: 100_000 })
    })
    await dailyRun(firm.inTransaction, nine)
    const states = () =>
      firm.inTransaction((db) =>
        db.rows<{ state: string }>(sql`select state from reminder where organization_id = current_organization()`),
      )
    expect(await states()).toEqual([{ state: 'ready' }])
    await setRule({ firm }, 'automatic_sending', false)
    expect(await sendDue(tools(firm))).toBe(0)
    expect(arrived()).toHaveLength(0)
    expect(await states()).toEqual([{ state: 'pendingApproval' }])
  })
})

describe('the limit of the hour', () => {
  it('holds for messages one after the other, over a restart, and lifts with the hour', async () => {
    const ready = await manyReady(database, smtp.port, ['Menuiseries Castel', 'Brasserie Saint-Aubin', 'Farine Morel'])
    const firm = ready[0]?.firm ?? expect.fail('nothing is ready')
    await firm.inTransaction((db) =>
      db.run(sql`update organization set messages_per_hour = 2 where organization_id = current_organization()`),
    )
    expect(await sendDue(tools(firm))).toBe(2)
    // Another process, with nothing in memory.
    expect(await sendDue({ ...tools(firm, afterTen + 59 * 60_000), worker: 'restarted' })).toBe(0)
    expect(await sendDue(tools(firm, afterTen + 61 * 60_000))).toBe(1)
    expect(arrived()).toHaveLength(3)
  })

  it('holds between two senders that looked at the same moment', async () => {
    const ready = await manyReady(database, smtp.port, ['Menuiseries Castel', 'Brasserie Saint-Aubin'])
    const firm = ready[0]?.firm ?? expect.fail('nothing is ready')
    await firm.inTransaction((db) =>
      db.run(sql`update organization set messages_per_hour = 1 where organization_id = current_organization()`),
    )
    const other = { ...tools(firm), worker: 'other' }
    const both = await Promise.all([sendDue(tools(firm)), sendDue(other)])
    expect(both[0] + both[1]).toBe(1)
    expect(arrived()).toHaveLength(1)
  })
})

it('taken back and approved for tomorrow between two messages of a round, it leaves tomorrow', async () => {
  const ready = await readyToLeave(database, smtp.port)
  const at = async (point: string) => {
    if (point !== 'beforeClaim') return
    await ready.firm.inTransaction((db) =>
      db.run(
        sql`update reminder set leaves_at = leaves_at + interval '1 day' where organization_id = current_organization()`,
      ),
    )
  }
  expect(await sendDue({ ...tools(ready.firm), at })).toBe(0)
  expect(arrived()).toHaveLength(0)
  expect(await stateOf(ready)).toMatchObject({ state: 'ready' })
})

it('that cannot be written does not keep the others waiting, and is shown after its tries', async () => {
  const [broken, fine] = await manyReady(database, smtp.port, ['Menuiseries Castel', 'Brasserie Saint-Aubin'])
  if (!broken || !fine) throw new Error('nothing is ready')
  await broken.firm.inTransaction((db) =>
    db.run(sql`update reminder set body_written = '{{ no.such.thing }}', subject_written = 'x'
      where organization_id = current_organization() and id = ${broken.reminder}`),
  )
  await expect(sendDue(tools(broken.firm))).rejects.toThrow()
  expect(await stateOf(fine)).toMatchObject({ state: 'sent' })
  expect(await stateOf(broken)).toMatchObject({ state: 'ready' })
  for (const days of [1, 2, 3]) {
    await expect(sendDue(tools(broken.firm, afterTen + days * 86_400_000))).rejects.toThrow()
  }
  expect(await stateOf(broken)).toMatchObject({ state: 'failed' })
})

it('with a variable that has no value for this customer is kept back with its reason, and no rung is climbed', async () => {
  const ready = await readyToLeave(database, smtp.port)
  await ready.firm.inTransaction((db) =>
    db.run(sql`update reminder set body_written = 'Réglez avant le {{ deadline.date }}.', subject_written = 'x'
      where organization_id = current_organization() and id = ${ready.reminder}`),
  )
  expect(await sendDue(tools(ready.firm))).toBe(0)
  expect(arrived()).toHaveLength(0)
  expect(await stateOf(ready)).toMatchObject({ state: 'failed', because: 'noValue', climbed: [], contacts: 0 })
  const told = await ready.firm.inTransaction((db) =>
    db.rows<{ note: string }>(sql`select note from task where organization_id = current_organization()`),
  )
  expect(told).toEqual([{ note: expect.stringContaining('«\u00a0Date demandée\u00a0» n’a pas de valeur') }])
})

/** What a reader can open; the code beside the bank details is part of the message. */
const isFile = ({ disposition }: { disposition: string | null }) => disposition === 'attachment'

describe('attachments', () => {
  const attach = ({ firm, item }: Ready) =>
    firm.inTransaction((db) =>
      db.run(sql`
        insert into invoice_file (organization_id, invoice_id, name, content)
        select current_organization(), invoice_id, 'F-1.pdf', convert_to(repeat('%PDF-1.7 ', 2000), 'UTF8') from open_item
        where organization_id = current_organization() and id = ${item}`),
    )

  it('leave with the message when the invoice is known', async () => {
    const ready = await readyToLeave(database, smtp.port)
    await attach(ready)
    expect(await sendDue(tools(ready.firm))).toBe(1)
    const mail = await PostalMime.parse(arrived()[0]?.raw ?? '')
    expect(mail.attachments.filter(isFile).map((one) => [one.filename, one.mimeType])).toEqual([
      ['F-1.pdf', 'application/pdf'],
    ])
  })

  it('stay here when the server finds the message too large: it leaves without them, and says nothing of them', async () => {
    const server = await startScriptedServer({ EHLO: '250-x\r\n250 SIZE 9000' })
    const ready = await readyToLeave(database, server.port)
    await attach(ready)
    expect(await sendDue(tools(ready.firm))).toBe(1)
    await server.stop()
    expect(server.bodies).toHaveLength(1)
    const mail = await PostalMime.parse(server.bodies[0] ?? '')
    expect(mail.attachments.filter(isFile)).toEqual([])
    expect(mail.text).not.toMatch(/jointe/)
    expect(await stateOf(ready)).toMatchObject({ state: 'sent' })
  })
})
