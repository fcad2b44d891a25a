import { sql } from '../../../platform/database/sql.ts'
import type { TestDatabase } from '../../../platform/database/testing/test-database.ts'
import { approveReminders } from '../../reminders/approve-reminders.ts'
import { dailyRun } from '../../run/daily-run.ts'
import { loadRunContext } from '../../run/run-context.ts'
import { aCustomer, aFirm, aMailServer, anInvoice, type TestFirm } from '../../testing/a-firm.ts'
import type { SendingTools } from '../send-reminder.ts'

// Monday 23 November 2026: 09:00 in Paris, and after the departure of 10:00.
export const nine = Date.parse('2026-11-23T08:00:00Z')
export const afterTen = Date.parse('2026-11-23T09:05:00Z')

/** What a sender of this firm works with at a given instant. */
export const tools = (firm: TestFirm, nowMs = afterTen): SendingTools => ({
  inTransaction: firm.inTransaction,
  nowMs: () => nowMs,
  unseal: () => null,
  worker: 'test',
})

export interface Ready {
  readonly firm: TestFirm
  readonly customer: number
  readonly item: number
  readonly reminder: number
}

/** Customers each late with one invoice, their messages approved at nine for ten. */
export async function manyReady(database: TestDatabase, port: number, names: readonly string[]): Promise<Ready[]> {
  return readyOf(await aFirm(database), port, names)
}

/** The same in a firm that is there and has no mail server yet. */
export async function readyOf(firm: TestFirm, port: number, names: readonly string[], first = 926): Promise<Ready[]> {
  const made = await firm.inTransaction(async (db) => {
    await aMailServer(db, firm.entity, port)
    const parties: { customer: number; item: number }[] = []
    for (const name of names) {
      const customer = await aCustomer(db, { name, email: `compta@${name.toLowerCase().split(' ').at(-1)}.example` })
      const given = { customer, entity: firm.entity, due: '2026-11-09', amount: 974_400 }
      parties.push({ customer, item: await anInvoice(db, { ...given, number: `F-2026-0${first + parties.length}` }) })
    }
    return parties
  })
  await dailyRun(firm.inTransaction, nine)
  return firm.inTransaction(async (db) => {
    const reminders = await db.rows<{ id: number; customer: number }>(sql`
      select id, customer_id as customer from reminder
      where organization_id = current_organization() and customer_id = any(${made.map((party) => party.customer)}) order by id`)
    const ids = reminders.map((row) => row.id)
    await approveReminders(db, ids, await loadRunContext(db, nine), { now: false, nowMs: nine })
    return made.map((party) => ({
      ...party,
      firm,
      reminder: reminders.find((row) => row.customer === party.customer)?.id ?? 0,
    }))
  })
}

/** One late invoice, its message approved at nine for ten. */
export async function readyToLeave(database: TestDatabase, port: number): Promise<Ready> {
  const [ready] = await manyReady(database, port, ['Menuiseries Castel'])
  if (!ready) throw new Error('nothing is ready')
  return ready
}

/** Where a message is, and what the scenario counts as done. */
export const stateOf = ({ firm, reminder }: Ready) =>
  firm.inTransaction(async (db) => ({
    ...(await db.one<{ state: string; because: string | null }>(sql`
      select state, ended_because as because from reminder where organization_id = current_organization() and id = ${reminder}`)),
    climbed: (
      await db.rows<{ step: string }>(
        sql`select step_key as step from step_taken where organization_id = current_organization()`,
      )
    ).map((row) => row.step),
    contacts: (
      await db.rows(sql`select id from exchange where organization_id = current_organization() and counts_as_contact`)
    ).length,
  }))

/** Kinds of the tasks still to do. */
export const openTasks = ({ firm }: Pick<Ready, 'firm'>) =>
  firm.inTransaction(async (db) =>
    (
      await db.rows<{ kind: string }>(sql`
      select kind from task where organization_id = current_organization() and state = 'todo' order by kind`)
    ).map((row) => row.kind),
  )
