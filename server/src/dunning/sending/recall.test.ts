import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import PostalMime from 'postal-mime'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { type Db, transaction } from '../../platform/database/db.ts'
import { sql } from '../../platform/database/sql.ts'
import { testDatabase } from '../../platform/database/testing/test-database.ts'
import { compose } from '../../platform/mail/compose.ts'
import { startTestSmtp } from '../../platform/mail/testing/start-test-smtp.ts'
import { mailNow } from '../messages/outgoing-mail.ts'
import { reminderHead } from '../messages/queries.ts'
import { approveReminders, cancelApproval, setAside } from '../reminders/approve-reminders.ts'
import { writeReminder } from '../reminders/edit-reminder.ts'
import { heldPage } from '../reminders/list-queries.ts'
import { listReminders } from '../reminders/list-reminders.ts'
import { previewReminder } from '../reminders/preview.ts'
import { remindByHand } from '../reminders/remind-by-hand.ts'
import { decideAgain } from '../run/daily-run.ts'
import { loadRunContext } from '../run/run-context.ts'
import { aPayment } from '../testing/a-firm.ts'
import { claim } from './claims.ts'
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

/** As Claire at the screen, at an instant. */
const asClaire = <T>({ firm }: Pick<Ready, 'firm'>, work: (db: Db) => Promise<T>) =>
  transaction(
    database.app,
    { organization: firm.organization, person: firm.claire, rights: 'all', origin: 'web' },
    work,
  )

const preview = (ready: Ready, nowMs = nine) =>
  asClaire(ready, async (db) => previewReminder(db, ready.reminder, await loadRunContext(db, nowMs), 'fr'))

const pays = (ready: Ready, amount: number) =>
  asClaire(ready, async (db) => {
    const { customer, firm, item } = ready
    await aPayment(db, { customer, entity: firm.entity, item, amount, on: asDate('2026-11-23') })
    await decideAgain(db, [customer], nine)
  })

describe('taking a message back', () => {
  it('is possible until it leaves: it waits again, says by whom and why, and no step is taken', async () => {
    const ready = await readyToLeave(database, smtp.port)
    const back = await asClaire(ready, (db) => cancelApproval(db, [ready.reminder], 'Le client vient d’appeler.'))
    expect(back).toEqual({ cancelled: 1, tooLate: 0 })
    expect(await sendDue(tools(ready.firm))).toBe(0)
    expect(await stateOf(ready)).toEqual({ state: 'pendingApproval', because: null, climbed: [], contacts: 0 })
    expect((await preview(ready)).notice).toMatch(
      /^Départ annulé par Claire Besson à \d\d:\d\d\. Le client vient d’appeler\.$/,
    )
    const journal = await asClaire(ready, (db) =>
      db.rows<{ act: string; details: object }>(sql`
        select act, details from journal where organization_id = current_organization() and act = 'reminder.approvalCancelled'`),
    )
    expect(journal).toEqual([{ act: 'reminder.approvalCancelled', details: { reason: 'Le client vient d’appeler.' } }])
  })

  it('says that it is too late once it has left', async () => {
    const ready = await readyToLeave(database, smtp.port)
    expect(await sendDue(tools(ready.firm))).toBe(1)
    expect(await asClaire(ready, (db) => cancelApproval(db, [ready.reminder]))).toEqual({ cancelled: 0, tooLate: 1 })
    expect(await stateOf(ready)).toMatchObject({ state: 'sent', climbed: ['email-7'] })
  })

  it('has its time even when the departure of the day is near: approved at two minutes to ten, it leaves at eight past', async () => {
    const ready = await readyToLeave(database, smtp.port)
    const twoToTen = nine + 58 * 60_000
    await asClaire(ready, async (db) => {
      await cancelApproval(db, [ready.reminder])
      const run = await loadRunContext(db, twoToTen)
      const { leavesAt } = await approveReminders(db, [ready.reminder], run, { now: false, nowMs: twoToTen })
      expect(leavesAt).toBe('2026-11-23T09:08:00Z')
    })
    expect(await sendDue(tools(ready.firm, nine + 67 * 60_000))).toBe(0)
    expect(await sendDue(tools(ready.firm, nine + 68 * 60_000))).toBe(1)
  })

  it('of a recall and a departure that meet on the same row exactly one wins, whichever came first', async () => {
    const [first, second] = await manyReady(database, smtp.port, ['Menuiseries Castel', 'Hôtel Vauban'])
    if (!first || !second) throw new Error('nothing is ready')
    const claiming = Promise.withResolvers<void>()
    const mayCommit = Promise.withResolvers<void>()
    const sender = asClaire(first, async (db) => {
      const held = await claim(db, first.reminder, 'sender', afterTen)
      claiming.resolve()
      await mayCommit.promise
      return held
    })
    await claiming.promise
    const recall = asClaire(first, (db) => cancelApproval(db, [first.reminder]))
    await someoneWaits()
    mayCommit.resolve()
    expect(await sender).not.toBeNull()
    expect(await recall).toEqual({ cancelled: 0, tooLate: 1 })

    const recalling = Promise.withResolvers<void>()
    const mayEnd = Promise.withResolvers<void>()
    const taken = asClaire(second, async (db) => {
      const back = await cancelApproval(db, [second.reminder])
      recalling.resolve()
      await mayEnd.promise
      return back
    })
    await recalling.promise
    const late = asClaire(second, (db) => claim(db, second.reminder, 'sender', afterTen))
    await someoneWaits()
    mayEnd.resolve()
    expect(await taken).toEqual({ cancelled: 1, tooLate: 0 })
    expect(await late).toBeNull()
  })

  it('two senders and two people who take everything back at once: each message leaves once or stays, and is counted once', async () => {
    const names = Array.from({ length: 24 }, (_, place) => `Client ${place}`)
    const all = await manyReady(database, smtp.port, names)
    const [{ firm }] = all as [Ready]
    const ids = all.map(({ reminder }) => reminder)
    const halves = [ids.slice(0, 12).toReversed(), ids.slice(12), ids.toReversed(), ids]
    const [one, other, ...backs] = await Promise.all([
      sendDue({ ...tools(firm), worker: 'one' }),
      sendDue({ ...tools(firm), worker: 'other' }),
      ...halves.map((some) => asClaire({ firm }, (db) => cancelApproval(db, some))),
    ])
    const states = await asClaire({ firm }, (db) =>
      db.rows<{ state: string; messages: number }>(sql`
        select state, count(*)::int as messages from reminder where organization_id = current_organization() group by state`),
    )
    const count = (state: string) => states.find((row) => row.state === state)?.messages ?? 0
    const cancelled = backs.reduce((sum, back) => sum + back.cancelled, 0)
    expect(count('sent')).toBe(one + other)
    expect(count('pendingApproval')).toBe(cancelled)
    expect(count('sent') + count('pendingApproval')).toBe(24)
    expect(arrived()).toHaveLength(count('sent'))
    expect(new Set(arrived().flatMap(({ to }) => to)).size).toBe(count('sent'))
  })
})

/** Returns once a transaction of this database waits for a row that another one holds. */
async function someoneWaits(): Promise<void> {
  for (;;) {
    const { rows } = await database.app.query<{ waits: boolean }>(
      `select exists (select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock') as waits`,
    )
    if (rows[0]?.waits) return
    await new Promise(setImmediate)
  }
}

describe('the exact message', () => {
  it('is what leaves, to the byte', async () => {
    const ready = await readyToLeave(database, smtp.port)
    const pdf = Buffer.from(`%PDF-1.7\n${'facture '.repeat(400)}\n%%EOF\n`)
    await asClaire(ready, (db) =>
      db.run(sql`
        insert into invoice_file (organization_id, invoice_id, name, media_type, content)
        select organization_id, invoice_id, 'F-2026-0926.pdf', 'application/pdf', ${pdf} from open_item
        where organization_id = current_organization() and id = ${ready.item}`),
    )
    expect((await preview(ready)).attachments).toMatchObject([{ name: 'F-2026-0926.pdf', size: pdf.length }])
    const shown = await asClaire(ready, async (db) => {
      const head = await reminderHead(db, ready.reminder)
      if (!head) throw new Error('no reminder')
      return compose(await mailNow(db, head, await loadRunContext(db, afterTen), afterTen))
    })
    expect(await sendDue(tools(ready.firm))).toBe(1)
    const raw = arrived()[0]?.raw ?? Buffer.of()
    expect(raw.toString('latin1').trimEnd()).toBe(shown.toString('latin1').trimEnd())
    const [attached] = (await PostalMime.parse(raw)).attachments.filter(
      ({ mimeType }) => mimeType === 'application/pdf',
    )
    expect(Buffer.from(attached?.content as ArrayBuffer).equals(pdf)).toBe(true)
  })

  it('is made anew when a payment comes between approval and departure, and says so before and after', async () => {
    const ready = await readyToLeave(database, smtp.port)
    expect((await preview(ready)).notice).toBeNull()
    await pays(ready, 613_200)
    const before = await preview(ready)
    expect(before.notice).toMatch(/Approuvé pour 9\s744,00\s€, il reste 3\s612,00\s€/u)
    expect(before.text).toMatch(/3\s612,00/u)
    const { rows } = await asClaire(ready, async (db) =>
      listReminders(db, { view: 'ready', limit: 10 }, await loadRunContext(db, nine), 'fr'),
    )
    expect(rows).toMatchObject([{ state: 'ready', isChanged: true }])
    expect(await sendDue(tools(ready.firm))).toBe(1)
    const mail = await PostalMime.parse(arrived()[0]?.raw ?? '')
    expect(mail.text).toMatch(/3\s612,00/u)
    expect(mail.text).not.toMatch(/9\s744/u)
    expect((await preview(ready)).notice).toMatch(/Approuvé pour 9\s744,00\s€, parti avec 3\s612,00\s€/u)
  })

  it('that a person asked for outside the scenario follows a payment too, and goes when nothing is left', async () => {
    const ready = await readyToLeave(database, smtp.port)
    const id = await asClaire(ready, async (db) =>
      remindByHand(db, { customer: ready.customer, items: undefined, tone: 'firm' }, await loadRunContext(db, nine)),
    )
    const byHand = { ...ready, reminder: id }
    await pays(ready, 613_200)
    expect((await preview(byHand)).text).toMatch(/3\s612,00/u)
    await pays(ready, 361_200)
    expect(await stateOf(byHand)).toMatchObject({ state: 'cancelled', because: 'paid' })
  })
})

describe('a message in a person’s own words', () => {
  const write = (ready: Ready, body: string) =>
    asClaire(ready, async (db) => {
      const run = await loadRunContext(db, nine)
      await writeReminder(db, ready.reminder, { subject: null, body }, { run, language: 'fr' })
    })

  it('keeps them when amounts move, waits for somebody to read it again, and says who wrote it', async () => {
    const ready = await readyToLeave(database, smtp.port)
    const { draft, kept } = await preview(ready)
    expect(`${draft.subject}\n${draft.body}`).not.toMatch(/9\s744/u)
    expect(kept).toContainEqual({ name: 'invoice.amountDue', value: expect.stringMatching(/9\s744,00\s€/u) })
    await write(ready, `Merci pour votre appel de ce matin.\n\n${draft.body}`)
    await pays(ready, 613_200)
    const shown = await preview(ready)
    expect(shown.state).toBe('pendingApproval')
    expect(shown.edited?.by).toBe('Claire Besson')
    expect(shown.notice).toContain('le texte est gardé')
    expect(shown.text).toContain('Merci pour votre appel de ce matin.')
    expect(shown.text).toMatch(/3\s612,00/u)
    expect(shown.text).not.toMatch(/9\s744/u)
    expect(await sendDue(tools(ready.firm))).toBe(0)
  })

  it('states no amount typed by hand: what is owed is written by variables', async () => {
    const ready = await readyToLeave(database, smtp.port)
    await expect(write(ready, 'Vous nous devez 9 744,00 €.')).rejects.toMatchObject({ code: 'templateInvalid' })
    await expect(write(ready, 'Vous nous devez {{ total.amountDue }}.')).resolves.toBeUndefined()
  })
})

it('a message put aside says until when, by whom and why, among those that are held back', async () => {
  const ready = await readyToLeave(database, smtp.port)
  await asClaire(ready, async (db) => {
    const run = await loadRunContext(db, nine)
    const aside = { until: asDate('2026-11-30'), reason: 'Le responsable est absent cette semaine.' }
    expect(await setAside(db, ready.reminder, aside, run)).toBe('2026-11-30')
  })
  const held = await asClaire(ready, (db) => heldPage(db, { after: null, limit: 10 }))
  expect(held).toMatchObject([{ note: 'Claire Besson · Le responsable est absent cette semaine.' }])
  expect(await sendDue(tools(ready.firm))).toBe(0)
})
