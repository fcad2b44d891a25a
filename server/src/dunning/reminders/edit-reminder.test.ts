import { beforeAll, describe, expect, it } from 'vitest'
import type { Db } from '../../platform/database/db.ts'
import { testDatabase } from '../../platform/database/testing/test-database.ts'
import { endpoints } from '../contract.ts'
import { dailyRun } from '../run/daily-run.ts'
import { loadRunContext, type RunContext } from '../run/run-context.ts'
import { aCustomer, aFirm, aMailServer, anInvoice } from '../testing/a-firm.ts'
import { approveReminders } from './approve-reminders.ts'
import { writeReminder } from './edit-reminder.ts'
import { listReminders } from './list-reminders.ts'
import { previewReminder } from './preview.ts'

const database = await testDatabase()
const firm = await aFirm(database)
const now = Date.parse('2026-11-23T08:00:00Z')

let reminder = 0
beforeAll(async () => {
  await firm.inTransaction(async (db) => {
    await aMailServer(db, firm.entity, 1)
    const customer = await aCustomer(db, { name: 'Abel' })
    await anInvoice(db, { customer, entity: firm.entity, number: 'F-1', due: '2026-11-14', amount: 60_000 })
  })
  await dailyRun(firm.inTransaction, now)
  reminder = await withRun(async (db, run) => {
    const { rows } = await listReminders(db, { view: 'ready', limit: 10 }, run, 'fr')
    return rows[0]?.id ?? 0
  })
})

const withRun = <T>(work: (db: Db, run: RunContext) => Promise<T>) =>
  firm.inTransaction(async (db) => work(db, await loadRunContext(db, now)))
const seen = () => withRun((db, run) => previewReminder(db, reminder, run, 'fr'))
const write = (text: { subject: string | null; body: string | null; seenEdit?: string | null }) =>
  withRun((db, run) => writeReminder(db, reminder, text, { run, language: 'fr' }))

it('a subject stands on one line', () => {
  const isTaken = (subject: string) => endpoints.writeReminder.body?.safeParse({ subject, body: null }).success
  expect(['Un mot', '', 'Un mot\r\nBcc: x@y.example', 'Un\tmot'].map(isTaken)).toEqual([true, true, false, false])
})

describe('one message in one’s own words', () => {
  it('is not saved when it says nothing or changes nothing, and keeps its approval', async () => {
    await withRun((db, run) => approveReminders(db, [reminder], run, { now: false, nowMs: now }))
    const { draft } = await seen()
    for (const text of [
      { subject: ' ', body: draft.body },
      { subject: draft.subject, body: '\n' },
      draft,
      { subject: null, body: draft.body },
      { subject: null, body: null },
    ]) {
      await expect(write(text)).rejects.toMatchObject({ status: 400, code: 'templateInvalid' })
    }
    expect((await seen()).state).toBe('ready')
  })

  it('tells who wrote it, also when only its subject was written', async () => {
    await write({ subject: 'Un mot', body: null })
    const { subject, edited, state } = await seen()
    expect([subject, edited !== null, state]).toEqual(['Un mot', true, 'pendingApproval'])
    await write({ subject: null, body: null })
    expect((await seen()).edited).toBeNull()
  })

  it('is not written over by who has not seen the latest words', async () => {
    const { draft, edited } = await seen()
    const mine = { subject: draft.subject, body: `${draft.body} Merci.`, seenEdit: edited?.at ?? null }
    await write({ ...mine, body: `${draft.body} Bonne journée.` })
    await expect(write(mine)).rejects.toMatchObject({ status: 409, code: 'reminderEditedMeanwhile' })
    const latest = await seen()
    expect(latest.draft.body).toContain('Bonne journée.')
    await write({ ...mine, seenEdit: latest.edited?.at ?? null })
    expect((await seen()).draft.body).toContain('Merci.')
    await expect(write({ subject: null, body: null, seenEdit: latest.edited?.at ?? null })).rejects.toMatchObject({
      status: 409,
    })
  })
})
