import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import { beforeEach, describe, expect, it } from 'vitest'
import { historyOf } from '../../customers/history.ts'
import type { Db } from '../../platform/database/db.ts'
import { transaction } from '../../platform/database/db.ts'
import { sql } from '../../platform/database/sql.ts'
import { testDatabase } from '../../platform/database/testing/test-database.ts'
import { aCustomer, aFirm, anInvoice, type TestFirm } from '../testing/a-firm.ts'
import { answerCounts, answersIn, shownAnswer } from './answer-lists.ts'
import { parseMessage } from './parse-message.ts'
import { noteSaysPaid, takeSaysPaidBack } from './says-paid.ts'
import { chooseCustomer, setDismissed, setRead, takeBackAnswer } from './sort-answer.ts'
import { takeAnswer } from './take-answer.ts'
import { bounceOf, lines } from './testing/messages.ts'

const database = await testDatabase()
const now = Date.parse('2026-11-23T09:00:00Z')

let firm: TestFirm
let customer = 0
let reminder = 0
let item = 0
let uid = 0

beforeEach(async () => {
  uid += 1
  firm = await aFirm(database, `Atelier ${uid}`)
  await firm.inTransaction(async (db) => {
    customer = await aCustomer(db)
    item = await anInvoice(db, {
      customer,
      entity: firm.entity,
      number: 'F-2026-118',
      due: '2026-11-01',
      amount: 120_000,
    })
    reminder = await aSentReminder(db)
  })
})

/** The first reminder left on the 20th, and its rung is climbed. */
async function aSentReminder(db: Db): Promise<number> {
  const to = JSON.stringify({ to: [{ name: null, address: 'compta@castel.example' }], cc: [] })
  const { id } = await db.one<{ id: number }>(sql`
    insert into reminder (organization_id, customer_id, legal_entity_id, about, step_key, delay_days, tone, carrying_item_id,
      state, decided_on, message_id, recipients, sent_at, subject)
    values (current_organization(), ${customer}, ${firm.entity}, 'overdue', 'd7', 7, 'friendly', ${item}, 'sent', '2026-11-20',
      '<r.1@vauquelin.example>', ${to}::jsonb, '2026-11-20T09:00:00Z', 'Facture F-2026-118') returning id`)
  await db.run(sql`
    insert into step_taken (organization_id, open_item_id, step_key, delay_days, taken_on, how, reminder_id)
    values (current_organization(), ${item}, 'd7', 7, '2026-11-20', 'sent', ${id})`)
  await db.run(sql`
    insert into exchange (organization_id, customer_id, kind, happened_on, summary, counts_as_contact, reminder_id)
    values (current_organization(), ${customer}, 'email', '2026-11-20', 'Facture F-2026-118', true, ${id})`)
  return id
}

async function arrives(raw: string, inTransaction = firm.inTransaction): Promise<number | null> {
  uid += 1
  const fetched = { uidValidity: 1, uid, receivedAt: new Date(now), size: raw.length, raw: Buffer.from(raw) }
  const message = await parseMessage(fetched.raw)
  return inTransaction((db) => takeAnswer(db, { legalEntity: firm.entity, fetched, message }, now))
}

const reply = (body: string, head: Record<string, string> = {}) =>
  lines(
    {
      From: 'Mme Gauthier <compta@castel.example>',
      To: 'compta@vauquelin.example',
      Subject: 'Re: Facture F-2026-118',
      'Message-ID': `<${Math.random()}@castel.example>`,
      'In-Reply-To': '<r.1@vauquelin.example>',
      ...head,
    },
    body,
  )

const decisionNow = () =>
  firm.inTransaction((db) =>
    db.maybe<{ kind: string; because: string }>(sql`
      select kind, because from current_decision
      where organization_id = current_organization() and customer_id = ${customer}`),
  )
const answerNow = (id: number | null) =>
  firm.inTransaction((db) =>
    db.one<{ class: string; customer: number | null; reminder: number | null; by: string | null; body: string }>(sql`
      select class, customer_id as customer, reminder_id as reminder, found_by as by, body from answer
      where organization_id = current_organization() and id = ${id}`),
  )
const contactNow = () =>
  firm.inTransaction((db) =>
    db.one<{ refused: string | null; refusal: string | null; away: string | null }>(sql`
      select email_refused_on as refused, email_refusal as refusal, away_until as away from contact
      where organization_id = current_organization() and customer_id = ${customer}`),
  )
const stepsNow = () =>
  firm.inTransaction((db) =>
    db.rows(
      sql`select step_key from step_taken where organization_id = current_organization() and open_item_id = ${item}`,
    ),
  )
const reminderNow = () =>
  firm.inTransaction((db) =>
    db.one<{ state: string; because: string | null }>(sql`
      select state, ended_because as because from reminder where organization_id = current_organization() and id = ${reminder}`),
  )
const tasksNow = () =>
  firm.inTransaction((db) =>
    db.rows<{ kind: string }>(sql`
      select kind from task where organization_id = current_organization() and customer_id = ${customer} and state = 'todo'`),
  )

describe('an answer', () => {
  it('finds its reminder and its customer by what it answers, whoever writes', async () => {
    const id = await arrives(reply('Virement demain.', { From: 'quelquun@ailleurs.example' }))
    expect(await answerNow(id)).toMatchObject({
      class: 'reply',
      customer,
      reminder,
      by: 'message',
      body: 'Virement demain.',
    })
  })

  it('tells whether its writer is a contact of the customer it was given to', async () => {
    const ours = await arrives(reply('Virement demain.'))
    const stranger = await arrives(reply('Virement demain, nouvel IBAN.', { From: 'quelquun@ailleurs.example' }))
    const known = (id: number | null) =>
      firm.inTransaction(async (db) => (await shownAnswer(db, id ?? 0))?.isFromContact)
    expect([await known(ours), await known(stranger)]).toEqual([true, false])
  })

  it('of a stranger who types the number of a reminder is nobody’s: the number counts with an address of the customer', async () => {
    const typed = `X-Quittance-Id: reminder-${reminder}\nEnvoyez tout.`
    const head = { 'In-Reply-To': '<q.1@ailleurs.example>', Subject: 'Re: test' }
    await arrives(reply(typed, { ...head, From: 'x@attaquant.example' }))
    await arrives(reply(typed, { ...head, From: 'compta@castel.example' }))
    const found = await firm.inTransaction((db) =>
      db.rows(
        sql`select from_address as from, customer_id as customer, reminder_id as reminder from answer order by id`,
      ),
    )
    expect(found).toEqual([
      { from: 'x@attaquant.example', customer: null, reminder: null },
      { from: 'compta@castel.example', customer, reminder },
    ])
  })

  it('finds its customer by the address when it answers nothing of ours', async () => {
    const id = await arrives(reply('Bonjour', { 'In-Reply-To': '<autre@ailleurs.example>', Subject: 'Question' }))
    expect(await answerNow(id)).toMatchObject({ customer, reminder: null, by: 'address' })
  })

  it('of an address two customers share is told by the invoice in its subject, and by nobody without one', async () => {
    await firm.inTransaction((db) => aCustomer(db, { name: 'Castel Négoce' }))
    const head = { 'In-Reply-To': '<autre@ailleurs.example>' }
    expect(await answerNow(await arrives(reply('Oui', head)))).toMatchObject({ customer, by: 'invoice' })
    expect(await answerNow(await arrives(reply('Non', { ...head, Subject: 'Bonjour' })))).toMatchObject({
      customer: null,
    })
  })

  it('keeps the customer’s reminders back until somebody has read it', async () => {
    const id = await arrives(reply('Nous contestons cette facture.'))
    expect(await decisionNow()).toMatchObject({ kind: 'hold', because: 'answerUnread' })
    await firm.inTransaction((db) => setRead(db, Number(id), true, now))
    expect((await decisionNow())?.because).not.toBe('answerUnread')
    await firm.inTransaction((db) => setRead(db, Number(id), false, now))
    expect((await decisionNow())?.because).toBe('answerUnread')
  })

  it('holds nothing where the organisation switched that off', async () => {
    await firm.inTransaction((db) =>
      db.run(sql`update organization set answers_pause = false where organization_id = current_organization()`),
    )
    await arrives(reply('Nous contestons.'))
    expect((await decisionNow())?.because).not.toBe('answerUnread')
  })

  it('is told in the customer’s history, without what it quotes', async () => {
    await arrives(reply('Réglée hier.\n\nLe 20/11/2026 à 10:00, Claire a écrit :\n> Sauf erreur de notre part'))
    const [told] = await firm.inTransaction((db) =>
      db.rows<{ summary: string; counts: boolean }>(sql`
        select summary, counts_as_contact as counts from exchange
        where organization_id = current_organization() and customer_id = ${customer} and kind = 'answer'`),
    )
    expect(told).toEqual({ summary: 'Réglée hier.', counts: false })
  })

  it('that comes twice, by two ways, is there once', async () => {
    const raw = reply('Virement demain.')
    expect(await arrives(raw)).not.toBeNull()
    expect(await arrives(`Received: from elsewhere\r\n${raw}`)).toBeNull()
  })

  it('with the same Message-ID and other words is another one', async () => {
    const head = { 'Message-ID': '<same@castel.example>' }
    expect(await arrives(reply('Un', head))).not.toBeNull()
    expect(await arrives(reply('Deux', head))).not.toBeNull()
  })
})

describe('an automatic reply', () => {
  it('holds nothing, and the day of the return stands on the contact', async () => {
    const id = await arrives(
      reply('Je suis absente jusqu’au 04/12/2026.', { 'Auto-Submitted': 'auto-replied', Subject: 'Absence' }),
    )
    expect(await answerNow(id)).toMatchObject({ class: 'outOfOffice', customer })
    expect((await contactNow()).away).toBe('2026-12-04')
    expect((await decisionNow())?.because).not.toBe('answerUnread')
  })
})

describe('a message that did not arrive', () => {
  it('closes its address until somebody writes from it', async () => {
    await arrives(bounceOf('compta@castel.example', { status: '5.1.1', says: '550 5.1.1 User unknown' }))
    const retyped = await firm.inTransaction(async (db) => {
      const contact = sql`organization_id = current_organization() and customer_id = ${customer}`
      await db.run(
        sql`update contact set email = 'autre@castel.example', email_refused_on = null, email_refusal = null where ${contact}`,
      )
      await db.run(sql`update contact set email = 'compta@castel.example' where ${contact}`)
      return db.one<{ refusal: string }>(sql`select email_refusal as refusal from contact where ${contact}`)
    })
    expect(retyped.refusal).toContain('User unknown')
    await arrives(reply('Nous avons une nouvelle boîte.'))
    expect(await contactNow()).toMatchObject({ refused: null, refusal: null })
  })

  it('marks the address, gives the rung back and asks a person for another address', async () => {
    await arrives(bounceOf('compta@castel.example', { status: '5.1.1', says: '550 5.1.1 User unknown' }))
    expect((await contactNow()).refused).toBe('2026-11-23')
    expect((await contactNow()).refusal).toContain('User unknown')
    expect(await stepsNow()).toEqual([])
    expect(await reminderNow()).toEqual({ state: 'failed', because: 'badContact' })
    expect(await tasksNow()).toEqual([{ kind: 'correctAddress' }])
    const told = await firm.inTransaction((db) =>
      historyOf(db, { customer, invoice: null }, { today: asDate('2026-11-23'), language: 'fr' }),
    )
    const titles = told.map((row) => row.title)
    expect(titles).toEqual(expect.arrayContaining(['E-mail non remis', 'Avis de non-remise']))
    expect(titles).not.toContain('Réponse du client')
    expect(await decisionNow()).toMatchObject({ kind: 'hold', because: 'badContact' })
  })

  it('for a full mailbox gives the rung back and waits; the third in a row makes the address useless', async () => {
    const full = { status: '5.2.2', says: '552 5.2.2 Mailbox full' }
    await arrives(bounceOf('compta@castel.example', full))
    expect((await contactNow()).refused).toBeNull()
    expect(await stepsNow()).toEqual([])
    expect((await reminderNow()).because).toBe('notDelivered')
    expect(await decisionNow()).toMatchObject({ kind: 'hold', because: 'tooSoon' })
    await arrives(bounceOf('compta@castel.example', { ...full, at: 'Tue, 24 Nov 2026 10:00:00 +0100' }))
    expect((await contactNow()).refused).toBeNull()
    await arrives(bounceOf('compta@castel.example', { ...full, at: 'Wed, 25 Nov 2026 10:00:00 +0100' }))
    expect((await contactNow()).refused).toBe('2026-11-23')
  })

  it('refused for what we are does not blame the address, and a person looks', async () => {
    await arrives(bounceOf('compta@castel.example', { status: '5.7.1', says: '550 5.7.1 Blocked by Spamhaus' }))
    expect((await contactNow()).refused).toBeNull()
    expect(await tasksNow()).toEqual([{ kind: 'other' }])
  })

  it('for one of two recipients leaves the rung climbed: the other one has it', async () => {
    await firm.inTransaction((db) =>
      db.run(sql`
        update reminder set recipients = '{"to": [{"address": "compta@castel.example"}, {"address": "chef@castel.example"}]}'
        where organization_id = current_organization() and id = ${reminder}`),
    )
    await arrives(bounceOf('compta@castel.example', { status: '5.1.1', says: '550 5.1.1 User unknown' }))
    expect((await contactNow()).refused).toBe('2026-11-23')
    expect((await stepsNow()).length).toBe(1)
    expect((await reminderNow()).state).toBe('sent')
  })

  it('still being tried changes nothing', async () => {
    const late = { action: 'delayed', status: '4.4.1', says: '421 4.4.1 Connection timed out' }
    const id = await arrives(bounceOf('compta@castel.example', late))
    expect((await answerNow(id)).class).toBe('delayed')
    expect((await stepsNow()).length).toBe(1)
  })
})

describe('a report that anybody could have written', () => {
  const says = { status: '5.1.1', says: '550 5.1.1 User unknown' }
  const contactsRefused = () =>
    firm.inTransaction((db) =>
      db.rows(sql`select from contact where organization_id = current_organization() and email_refused_on is not null`),
    )

  it('closes no address: it names no message of ours, only a number that can be guessed', async () => {
    const quittanceId = `reminder-${reminder}`
    const forged = bounceOf('compta@castel.example', { ...says, messageId: '<x@attaquant.example>', quittanceId })
    const id = await arrives(forged)
    expect(await answerNow(id)).toMatchObject({ class: 'bounce', customer: null, reminder: null })
    expect((await contactNow()).refused).toBeNull()
    expect((await stepsNow()).length).toBe(1)
    expect((await reminderNow()).state).toBe('sent')
    expect(await firm.inTransaction(answerCounts)).toEqual({ unread: 0, toSort: 1 })
  })

  it('three of a full mailbox wear nothing out', async () => {
    for (const at of ['21', '22', '23']) {
      const full = { status: '5.2.2', says: '552 5.2.2 Mailbox full', at: `Mon, ${at} Nov 2026 10:00:00 +0100` }
      await arrives(bounceOf('compta@castel.example', { ...full, messageId: `<${at}@attaquant.example>` }))
    }
    const full = { status: '5.2.2', says: '552 5.2.2 Mailbox full', at: 'Mon, 23 Nov 2026 11:00:00 +0100' }
    await arrives(bounceOf('compta@castel.example', full))
    expect((await contactNow()).refused).toBeNull()
  })

  it('counts once a person gave it to its customer', async () => {
    const id = Number(await arrives(bounceOf('compta@castel.example', { ...says, messageId: '<x@y.example>' })))
    await firm.inTransaction((db) => chooseCustomer(db, id, { customer, addsAddress: false }, now))
    expect((await contactNow()).refused).toBe('2026-11-23')
  })

  it('given to the wrong customer is taken back: the address works again, unless it was closed before', async () => {
    const id = Number(await arrives(bounceOf('compta@castel.example', { ...says, messageId: '<x@y.example>' })))
    const give = () => firm.inTransaction((db) => chooseCustomer(db, id, { customer, addsAddress: false }, now))
    const given = await give()
    expect(given).toEqual({ contact: null, closed: ['compta@castel.example'] })
    await firm.inTransaction((db) => takeBackAnswer(db, id, given, now))
    expect((await contactNow()).refused).toBeNull()
    expect(await answerNow(id)).toMatchObject({ customer: null, by: null })
    expect((await firm.inTransaction(answerCounts)).toSort).toBe(1)

    await arrives(bounceOf('compta@castel.example', says))
    const again = await give()
    expect(again.closed).toEqual([])
    await firm.inTransaction((db) => takeBackAnswer(db, id, again, now))
    expect((await contactNow()).refused).toBe('2026-11-23')
  })

  it('is believed when the relay gave our message another name: ours stands behind the number', async () => {
    const quittanceId = `reminder-${reminder} <r.1@vauquelin.example>`
    await arrives(bounceOf('compta@castel.example', { ...says, messageId: '<0102.ses@relay.example>', quittanceId }))
    expect((await contactNow()).refused).toBe('2026-11-23')
    expect(await reminderNow()).toEqual({ state: 'failed', because: 'badContact' })
  })

  it('says nothing of an address our message did not go to: a person looks', async () => {
    const other = await firm.inTransaction((db) =>
      aCustomer(db, { name: 'Nordelec', email: 'factures@nordelec.example' }),
    )
    await arrives(bounceOf('factures@nordelec.example', says))
    expect(await contactsRefused()).toEqual([])
    expect(await tasksNow()).toEqual([{ kind: 'other' }])
    const retyped = await firm.inTransaction(async (db) => {
      const mine = sql`organization_id = current_organization() and customer_id = ${other}`
      await db.run(sql`update contact set email = 'x@nordelec.example' where ${mine}`)
      await db.run(sql`update contact set email = 'factures@nordelec.example' where ${mine}`)
      return db.one<{ refused: string | null }>(sql`select email_refused_on as refused from contact where ${mine}`)
    })
    expect(retyped.refused).toBeNull()
  })

  const complaint = (about: { address?: string; messageId: string }) =>
    lines(
      { From: 'fbl@orange.example', 'Content-Type': 'multipart/report; report-type=feedback-report; boundary=b' },
      [
        '--b\r\nContent-Type: text/plain\r\n\r\nThis is an abuse report.\r\n',
        `--b\r\nContent-Type: message/feedback-report\r\n\r\nFeedback-Type: abuse\r\n${about.address ? `Original-Rcpt-To: ${about.address}\r\n` : ''}`,
        `--b\r\nContent-Type: text/rfc822-headers\r\n\r\nMessage-ID: ${about.messageId}\r\n--b--\r\n`,
      ].join(''),
    )

  it('stops no mail as a complaint either, until a person says whose it is', async () => {
    const forged = complaint({ address: 'compta@castel.example', messageId: '<x@attaquant.example>' })
    const id = Number(await arrives(forged))
    expect(await contactsRefused()).toEqual([])
    expect((await firm.inTransaction(answerCounts)).toSort).toBe(1)
    await firm.inTransaction((db) => chooseCustomer(db, id, { customer, addsAddress: false }, now))
    expect((await contactsRefused()).length).toBe(1)
  })

  it('as a complaint that names nobody, or a mailbox behind it, is about the one our message went to', async () => {
    await arrives(complaint({ messageId: '<r.1@vauquelin.example>' }))
    expect((await contactNow()).refusal).toContain('indésirables')
  })
})

describe('an answer that says it is paid', () => {
  it('holds reminders some working days and asks somebody to look for the payment, until that is taken back', async () => {
    const id = Number(await arrives(reply('Le virement est parti hier.')))
    await firm.inTransaction((db) => setRead(db, id, true, now))
    const asked = { today: asDate('2026-11-23'), language: 'fr', nowMs: now } as const
    const search = await firm.inTransaction((db) => noteSaysPaid(db, id, asked))
    expect(search).toMatchObject({ items: [item], until: '2026-11-30' })
    expect(await decisionNow()).toEqual({ kind: 'hold', because: 'paused' })
    expect(await tasksNow()).toEqual([{ kind: 'findPayment' }])
    const again = firm.inTransaction((db) => noteSaysPaid(db, id, asked))
    await expect(again).rejects.toMatchObject({ code: 'nothingOwed' })
    await firm.inTransaction((db) => takeSaysPaidBack(db, id, search, now))
    expect(await tasksNow()).toEqual([])
    expect((await decisionNow())?.because).not.toBe('paused')
  })
})

describe('a complaint', () => {
  it('stops all mail to the address, for every customer that has it', async () => {
    await firm.inTransaction((db) => aCustomer(db, { name: 'Castel Négoce' }))
    await arrives(
      lines(
        { From: 'fbl@orange.example', 'Content-Type': 'multipart/report; report-type=feedback-report; boundary=b' },
        [
          '--b\r\nContent-Type: text/plain\r\n\r\nThis is an abuse report.\r\n',
          '--b\r\nContent-Type: message/feedback-report\r\n\r\nFeedback-Type: abuse\r\nOriginal-Rcpt-To: compta@castel.example\r\n',
          '--b\r\nContent-Type: text/rfc822-headers\r\n\r\nMessage-ID: <r.1@vauquelin.example>\r\n--b--\r\n',
        ].join(''),
      ),
    )
    const refused = await firm.inTransaction((db) =>
      db.rows<{ why: string }>(sql`
        select email_refusal as why from contact where organization_id = current_organization() and email_refused_on is not null`),
    )
    expect(refused.map(({ why }) => why.includes('indésirables'))).toEqual([true, true])

    // Typed again for a customer that comes later, or in other letters, it stays refused; another address is not.
    const typed = (email: string) =>
      firm.inTransaction(async (db) => {
        const later = await aCustomer(db, { name: `Chez ${email}`, email })
        return db.one<{ refused: boolean }>(sql`
          select email_refused_on is not null as refused from contact where organization_id = current_organization() and customer_id = ${later}`)
      })
    expect(await typed('Compta@Castel.example')).toEqual({ refused: true })
    expect(await typed('achats@castel.example')).toEqual({ refused: false })
    await arrives(reply('Bonjour'))
    expect(await typed('compta@castel.example')).toEqual({ refused: true })
  })
})

describe('a message of nobody we know', () => {
  const stranger = () =>
    reply('Qui êtes-vous ?', { From: 'X <x@inconnu.example>', 'In-Reply-To': '<y@z>', Subject: 'Bonjour' })

  it('waits to be sorted; the customer chosen gets it, and the address when asked', async () => {
    const id = Number(await arrives(stranger()))
    expect(await firm.inTransaction(answerCounts)).toEqual({ unread: 0, toSort: 1 })
    await firm.inTransaction((db) => chooseCustomer(db, id, { customer, addsAddress: true }, now))
    expect(await firm.inTransaction(answerCounts)).toEqual({ unread: 1, toSort: 0 })
    expect((await decisionNow())?.because).toBe('answerUnread')
    expect(await answerNow(await arrives(stranger().replace('Qui', 'Et qui')))).toMatchObject({
      customer,
      by: 'address',
    })
  })

  it('given to the wrong customer is taken back, with the address that was kept', async () => {
    const id = Number(await arrives(stranger()))
    const given = await firm.inTransaction((db) => chooseCustomer(db, id, { customer, addsAddress: true }, now))
    expect(given.contact).not.toBeNull()
    await firm.inTransaction((db) => takeBackAnswer(db, id, given, now))
    expect(await firm.inTransaction(answerCounts)).toEqual({ unread: 0, toSort: 1 })
    expect((await decisionNow())?.because).not.toBe('answerUnread')
    expect(await answerNow(await arrives(stranger().replace('Qui', 'Et qui')))).toMatchObject({ customer: null })
  })

  it('is dismissed, and kept after all', async () => {
    const id = Number(await arrives(stranger()))
    await firm.inTransaction((db) => setDismissed(db, id, true, now))
    expect((await firm.inTransaction(answerCounts)).toSort).toBe(0)
    await firm.inTransaction((db) => setDismissed(db, id, false, now))
    expect((await firm.inTransaction(answerCounts)).toSort).toBe(1)
  })
})

describe('a sales rep', () => {
  it('sees the answers of his customers and no other', async () => {
    await arrives(reply('De Castel'))
    await arrives(reply('Inconnu', { From: 'x@inconnu.example', 'In-Reply-To': '<y@z>', Subject: 'Bonjour' }))
    const { id: karim } = await firm.inTransaction((db) =>
      db.one<{ id: number }>(sql`
        insert into person (organization_id, name, email, role) values (current_organization(), 'Karim', 'k@v.example', 'sales') returning id`),
    )
    const asKarim = <T>(work: (db: Db) => Promise<T>) =>
      transaction(database.app, { organization: firm.organization, person: karim, rights: 'all' }, work)
    const seen = () => asKarim((db) => answersIn(db, 'all', { before: null, limit: 10 }))
    expect(await seen()).toEqual([])
    await firm.inTransaction((db) =>
      db.run(
        sql`update customer set sales_rep_id = ${karim} where organization_id = current_organization() and id = ${customer}`,
      ),
    )
    expect((await seen()).map((one) => one.excerpt)).toEqual(['De Castel'])
  })
})
