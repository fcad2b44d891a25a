import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import { afterAll, expect, it } from 'vitest'
import { sql } from '../../../platform/database/sql.ts'
import { testDatabase } from '../../../platform/database/testing/test-database.ts'
import { startTestSmtp } from '../../../platform/mail/testing/start-test-smtp.ts'
import { keepProof, recordPosting } from '../../letters/postings.ts'
import { sendDue } from '../../sending/send-due.ts'
import { readyToLeave, tools } from '../../sending/testing/ready-to-leave.ts'
import { lawOfCustomer } from '../customer-law.ts'
import { recordNotice } from '../notices.ts'
import { gatherFile } from './gather-file.ts'

const database = await testDatabase()
const smtp = await startTestSmtp()
afterAll(() => smtp.stop())
const today = asDate('2026-11-23')

it('holds each message to the byte as the mail server took it, headers and attached invoice included', async () => {
  const ready = await readyToLeave(database, smtp.port)
  await ready.firm.inTransaction((db) =>
    db.run(sql`
      insert into invoice_file (organization_id, invoice_id, name, content)
      select current_organization(), invoice_id, 'F-2026-0926.pdf', ${Buffer.from('%PDF-1.7 F-2026-0926')} from open_item where id = ${ready.item}`),
  )
  expect(await sendDue(tools(ready.firm))).toBe(1)
  // What changes afterwards changes nothing of what was sent.
  await ready.firm.inTransaction(async (db) => {
    await db.run(sql`update contact set email = 'autre@castel.example' where customer_id = ${ready.customer}`)
    await db.run(sql`update legal_entity set name = 'Autre nom' where id = ${ready.firm.entity}`)
  })
  const message = await ready.firm.inTransaction(async (db) => {
    const { entries } = await gatherFile(db, { customer: ready.customer, today, language: 'fr' })
    return entries.find(({ name }) => name.endsWith('.eml'))?.read()
  })
  const taken = smtp.received[0]?.raw.toString() ?? ''
  expect(taken).toMatch(/^Message-ID: /im)
  expect(taken).toContain('F-2026-0926.pdf')
  expect(message?.toString().trimEnd()).toBe(taken.trimEnd())
})

it('tells the whole history, also what pages leave out', async () => {
  const { firm, customer } = await readyToLeave(database, smtp.port)
  await firm.inTransaction((db) =>
    db.run(sql`
      insert into exchange (organization_id, customer_id, kind, counts_as_contact, happened_on, summary)
      select current_organization(), ${customer}, 'note', false, '2026-01-01'::date + n, 'Note ' || n from generate_series(1, 260) n`),
  )
  const history = await firm.inTransaction(async (db) => {
    const { entries } = await gatherFile(db, { customer, today, language: 'fr' })
    return (await entries.find(({ name }) => name === 'historique.csv')?.read())?.toString() ?? ''
  })
  expect(history.match(/Note \d+/g)?.length).toBe(260)
  expect(history).toContain('Note 1;')
})

it('holds the letters that were posted and their proofs, which a formal notice takes up', async () => {
  const { firm, customer, item } = await readyToLeave(database, smtp.port)
  const number = '1A 234 567 8901 2'
  await firm.inTransaction(async (db) => {
    const { id: task } = await db.one<{ id: number }>(sql`
      with made as (
        insert into task (organization_id, kind, customer_id, legal_entity_id, open_item_id, step_key, delay_days, due_on)
        values (current_organization(), 'letter', ${customer}, ${firm.entity}, ${item}, 'letter-60', 60, '2026-11-20') returning id)
      insert into task_item (organization_id, task_id, open_item_id, step_key, delay_days)
      select current_organization(), id, ${item}, 'letter-60', 60 from made returning task_id as id`)
    const letter = { name: 'courrier.pdf', pdf: Buffer.from('%PDF-1.7 courrier') }
    await recordPosting(db, task, { registeredNumber: number, postedOn: asDate('2026-11-12') }, { today, letter })
    await keepProof(db, task, { name: 'depot.pdf', mediaType: 'application/pdf', content: Buffer.from('%PDF-1 depot') })
    const { entries } = await gatherFile(db, { customer, today, language: 'fr' })
    const contents = await Promise.all(entries.map(async ({ name, read }) => `${name}: ${(await read()).toString()}`))
    expect(contents).toContain('courriers/2026-11-12-courrier.pdf: %PDF-1.7 courrier')
    expect(contents).toContain('preuves/2026-11-12-depot.pdf: %PDF-1 depot')

    const { lettersToRecord } = await lawOfCustomer(db, customer, today)
    expect(lettersToRecord).toMatchObject([
      { task, postedOn: '2026-11-12', trackingNumber: number, invoices: [{ number: 'F-2026-0926' }] },
    ])
    const told = { means: 'registeredLetter', receivedOn: null, deadlineDays: 15, note: null } as const
    const sentOn = asDate('2026-11-12')
    await recordNotice(db, { ...told, customer, items: [item], sentOn, trackingNumber: number }, today)
    expect((await lawOfCustomer(db, customer, today)).lettersToRecord).toEqual([])
  })
})
