import { afterAll, expect, it } from 'vitest'
import { sql } from '../../platform/database/sql.ts'
import { testDatabase } from '../../platform/database/testing/test-database.ts'
import { startTestSmtp } from '../../platform/mail/testing/start-test-smtp.ts'
import { approveReminders } from '../reminders/approve-reminders.ts'
import { listReminders } from '../reminders/list-reminders.ts'
import { dailyRun } from '../run/daily-run.ts'
import { loadRunContext } from '../run/run-context.ts'
import { createScenario } from '../scenarios/use-cases.ts'
import { aCustomer, aFirm, aMailServer, anInvoice, type TestFirm } from '../testing/a-firm.ts'
import { sendDue } from './send-due.ts'
import { tools } from './testing/ready-to-leave.ts'

const database = await testDatabase()
const smtp = await startTestSmtp()
afterAll(() => smtp.stop())

const friday = Date.parse('2026-11-20T08:00:00Z')
const sunday = Date.parse('2026-11-22T08:00:00Z')
const sundayAtTen = Date.parse('2026-11-22T09:05:00Z')
const sundayNight = Date.parse('2026-11-22T21:05:00Z')

/** Everything that waits, let go at that moment; answers when each leaves, as the list says beforehand. */
const approveAll = (firm: TestFirm, nowMs: number) =>
  firm.inTransaction(async (db) => {
    const run = await loadRunContext(db, nowMs)
    const { rows } = await listReminders(db, { view: 'ready', limit: 50 }, run, 'fr')
    const waiting = rows.filter(({ state }) => state === 'pendingApproval')
    await approveReminders(
      db,
      waiting.map(({ id }) => id),
      run,
      { now: false, nowMs },
    )
    return waiting.map(({ leavesIfApproved }) => leavesIfApproved)
  })

it('on a Sunday leaves what its scenario lets go every day, at the hour of the house, and nothing else', async () => {
  const firm = await aFirm(database)
  await firm.inTransaction(async (db) => {
    await aMailServer(db, firm.entity, smtp.port)
    const usual = await aCustomer(db, { name: 'Menuiseries Castel', email: 'compta@castel.example' })
    await anInvoice(db, { customer: usual, entity: firm.entity, number: 'F-1', due: '2026-11-09', amount: 97_400 })
  })
  await dailyRun(firm.inTransaction, friday)
  expect(await approveAll(firm, friday)).toEqual(['2026-11-20T09:00:00.000Z'])
  await firm.inTransaction(async (db) => {
    const { today } = await loadRunContext(db, friday)
    const scenario = await createScenario(db, { name: 'Chaque jour', rules: { everyDay: true } }, today)
    const abroad = await aCustomer(db, { name: 'Haddad Ltd', email: 'ap@haddad.example' })
    await db.run(sql`
      update customer set scenario_id = ${scenario} where organization_id = current_organization() and id = ${abroad}`)
    await anInvoice(db, { customer: abroad, entity: firm.entity, number: 'F-2', due: '2026-11-15', amount: 50_000 })
  })
  await dailyRun(firm.inTransaction, sunday)
  expect(await approveAll(firm, sunday)).toEqual(['2026-11-22T09:00:00.000Z'])
  expect(await sendDue(tools(firm, sunday))).toBe(0)
  expect(await sendDue(tools(firm, sundayNight))).toBe(0)
  expect(await sendDue(tools(firm, sundayAtTen))).toBe(1)
  expect(smtp.received.map(({ to }) => to)).toEqual([['ap@haddad.example']])
})
