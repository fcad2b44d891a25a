import PostalMime from 'postal-mime'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import type { Db } from '../../platform/database/db.ts'
import { sql } from '../../platform/database/sql.ts'
import { testDatabase } from '../../platform/database/testing/test-database.ts'
import { compose } from '../../platform/mail/compose.ts'
import { startTestSmtp } from '../../platform/mail/testing/start-test-smtp.ts'
import { previewReminder } from '../reminders/preview.ts'
import { loadRunContext } from '../run/run-context.ts'
import { sendDue } from '../sending/send-due.ts'
import { afterTen, nine, type Ready, readyToLeave, tools } from '../sending/testing/ready-to-leave.ts'
import { mailNow } from './outgoing-mail.ts'
import { reminderHead, threadOf } from './queries.ts'

const database = await testDatabase()
const smtp = await startTestSmtp()
afterAll(() => smtp.stop())

let seen = 0
const arrived = () => smtp.received.slice(seen)
beforeEach(() => {
  seen = smtp.received.length
})

const shown = ({ firm, reminder }: Ready, nowMs: number) =>
  firm.inTransaction(async (db) => previewReminder(db, reminder, await loadRunContext(db, nowMs), 'fr'))

describe('what is shown', () => {
  it('is what leaves, word for word, and afterwards what left, to the byte, whatever changed since', async () => {
    const ready = await readyToLeave(database, smtp.port)
    await ready.firm.inTransaction((db) =>
      db.run(sql`
        insert into invoice_file (organization_id, invoice_id, name, content)
        select current_organization(), invoice_id, 'F-1.pdf', '%PDF-1.7' from open_item
        where organization_id = current_organization() and id = ${ready.item}`),
    )
    const before = await shown(ready, nine)
    expect(await sendDue(tools(ready.firm))).toBe(1)
    const raw = arrived()[0]?.raw ?? Buffer.alloc(0)
    const mail = await PostalMime.parse(raw)
    const picture = mail.attachments.find((one) => one.contentId === '<transfer-code>')
    expect(picture).toMatchObject({ mimeType: 'image/png', disposition: 'inline' })
    const inside = `data:image/png;base64,${Buffer.from(picture?.content as ArrayBuffer).toString('base64')}`
    expect(mail.html?.replace('cid:transfer-code', inside).trimEnd()).toBe(before.html.trimEnd())
    expect(mail.text?.trimEnd()).toBe(before.text.trimEnd())
    expect(mail.subject).toBe(before.subject)
    expect(before.attachments.map((one) => one.name)).toEqual(
      mail.attachments.filter((one) => one.disposition === 'attachment').map((one) => one.filename),
    )

    await ready.firm.inTransaction(async (db) => {
      await db.run(sql`update customer set name = 'Un autre nom' where organization_id = current_organization()`)
      await db.run(
        sql`update contact set email = 'ailleurs@castel.example' where organization_id = current_organization()`,
      )
    })
    const later = afterTen + 86_400_000
    const after = await shown(ready, later)
    expect({ ...after, html: after.html }).toMatchObject({ html: before.html, text: before.text, to: before.to })
    const source = await ready.firm.inTransaction(async (db) => {
      const head = (await reminderHead(db, ready.reminder)) ?? expect.fail('it is gone')
      return compose(await mailNow(db, head, await loadRunContext(db, later), later))
    })
    expect(source.equals(raw)).toBe(true)
  })
})

describe('the thread of a customer', () => {
  const party = ({ customer, firm, reminder }: Ready) => ({ id: reminder, customer, legalEntity: firm.entity })
  const anEarlier = (db: Db, { customer, firm }: Ready, number: number, on: string) =>
    db.run(sql`
      insert into reminder (organization_id, customer_id, legal_entity_id, about, tone, state, decided_on, message_id, sent_at)
      values (current_organization(), ${customer}, ${firm.entity}, 'manual', 'neutral', 'sent', ${on}::date, ${`<m${number}@v.example>`}, ${on}::date)`)

  it('goes on from message to message, whatever they are about, and begins anew after a year of silence', async () => {
    const ready = await readyToLeave(database, smtp.port)
    await ready.firm.inTransaction(async (db) => {
      await anEarlier(db, ready, 1, '2024-01-05')
      await anEarlier(db, ready, 2, '2026-09-01')
      await anEarlier(db, ready, 3, '2026-10-01')
    })
    await sendDue(tools(ready.firm))
    const mail = await PostalMime.parse(arrived()[0]?.raw ?? '')
    expect(mail.references).toBe('<m2@v.example> <m3@v.example>')
    expect(mail.inReplyTo).toBe('<m3@v.example>')
  })

  it('keeps its beginning and its end when it grows long', async () => {
    const ready = await readyToLeave(database, smtp.port)
    const thread = await ready.firm.inTransaction(async (db) => {
      for (let n = 1; n <= 28; n += 1) await anEarlier(db, ready, n, `2026-10-${String(n).padStart(2, '0')}`)
      return threadOf(db, party(ready))
    })
    expect(thread).toHaveLength(20)
    expect([thread[0], thread[1], thread.at(-1)]).toEqual(['<m1@v.example>', '<m10@v.example>', '<m28@v.example>'])
  })
})
