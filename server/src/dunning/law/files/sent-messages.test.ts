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

it('holds what the customer answered, as it came, and the documents of a dispute', async () => {
  const { firm, customer } = await readyToLeave(database, smtp.port)
  const raw = 'From: compta@castel.example\r\n\r\nNous reconnaissons devoir cette somme.'
  const contents = await firm.inTransaction(async (db) => {
    const arrived = (hash: string, on: string) => sql`
      insert into answer (organization_id, legal_entity_id, uid_validity, uid, content_sha256, class, from_name, from_address, subject,
        received_at, received_on, body, signature, quoted, html, files, size, customer_id, found_by)
      values (current_organization(), ${firm.entity}, 1, ${Number(on.slice(8))}, sha256(${hash}::bytea), 'reply', 'Anne', 'compta@castel.example', 'Re: Facture',
        ${`${on}T10:00:00Z`}, ${on}, 'Nous reconnaissons devoir cette somme.', '', '', '', '[]', 80, ${customer}, 'address') returning id`
    const { id: kept } = await db.one<{ id: number }>(arrived('kept', '2026-11-20'))
    const { id: erased } = await db.one<{ id: number }>(arrived('erased', '2026-11-19'))
    await db.run(sql`
      insert into answer_source (organization_id, answer_id, content) values (current_organization(), ${kept}, ${Buffer.from(raw)})`)
    const { id: dispute } = await db.one<{ id: number }>(sql`
      insert into dispute (organization_id, customer_id, reason, opened_on)
      values (current_organization(), ${customer}, 'quality', '2026-11-18') returning id`)
    await db.run(sql`
      insert into dispute_file (organization_id, dispute_id, name, media_type, content)
      values (current_organization(), ${dispute}, 'bon.pdf', 'application/pdf', ${Buffer.from('%PDF-1.7 bon')})`)
    const { entries } = await gatherFile(db, { customer, today, language: 'fr' })
    const told = new Map<string, string>()
    for (const { name, read } of entries) told.set(name, (await read()).toString())
    return { told, kept, erased, dispute }
  })
  expect(contents.told.get(`reponses/2026-11-20-reply-${contents.kept}.eml`)).toBe(raw)
  expect(contents.told.get(`reponses/2026-11-19-reply-${contents.erased}.txt`)).toContain(
    'Nous reconnaissons devoir cette somme.',
  )
  expect(contents.told.get(`litiges/2026-11-18-${contents.dispute}-bon.pdf`)).toBe('%PDF-1.7 bon')
})

it('writes figures as a French spreadsheet reads them, the total that is owed, and every rate that bore', async () => {
  const { firm, customer } = await readyToLeave(database, smtp.port)
  const [table, summary] = await firm.inTransaction(async (db) => {
    await db.run(
      sql`update legal_entity set follows_legal_rate = true, late_interest_rate = null where id = ${firm.entity}`,
    )
    await db.run(sql`update open_item set due_date = '2026-05-31' where customer_id = ${customer}`)
    const { entries } = await gatherFile(db, { customer, today, language: 'fr' })
    const of = async (name: string) => (await entries.find((one) => one.name === name)?.read())?.toString() ?? ''
    return [await of('calcul-des-penalites.csv'), await of('synthese.html')]
  })
  expect(table).toMatch(/;12,15;\d+,\d\d;EUR;loi \(BCE \+ 10 points\);/)
  expect(summary).toContain('12,15\u00a0% puis 12,40\u00a0%')
  expect(summary).toMatch(/Total<\/td><td><\/td><td>[\d\s]+,\d\d/)
})
