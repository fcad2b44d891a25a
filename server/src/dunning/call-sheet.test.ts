import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import { describe, expect, it } from 'vitest'
import { addExchange, noteUndelivered } from '../customers/exchanges.ts'
import { countByChannel, remindersReceived } from '../customers/reminders-received.ts'
import type { Db } from '../platform/database/db.ts'
import { sql } from '../platform/database/sql.ts'
import { testDatabase } from '../platform/database/testing/test-database.ts'
import { callSheet } from '../tasks/call-sheet.ts'
import { endTask } from '../tasks/end-task.ts'
import { listTasks } from '../tasks/list-tasks.ts'
import { taskPanel } from '../tasks/task-panel.ts'
import { dailyRun } from './run/daily-run.ts'
import { taskHooks } from './task-hooks.ts'
import { aCustomer, aFirm, anInvoice } from './testing/a-firm.ts'
import { writeMessageText } from './texts/message-texts.ts'

const database = await testDatabase()
const today = asDate('2026-11-23')
const morning = Date.parse('2026-11-23T08:00:00Z')
const seen = { today, language: 'fr' as const, context: taskHooks(() => morning) }

/** Two late invoices; a call is due about them. */
async function aDay() {
  const firm = await aFirm(database)
  const made = await firm.inTransaction(async (db) => {
    const customer = await aCustomer(db)
    await db.run(sql`update contact set phone = '03 53 01 42 18' where customer_id = ${customer}`)
    const about = { customer, entity: firm.entity, due: '2026-10-01' }
    const first = await anInvoice(db, { ...about, number: 'F-1', amount: 100_000 })
    const second = await anInvoice(db, { ...about, number: 'F-2', amount: 50_000 })
    await db.run(sql`
      insert into step_taken (organization_id, open_item_id, step_key, delay_days, taken_on, how)
      select current_organization(), g, 'email-30', 30, '2026-11-02', 'sent' from unnest(${[first, second]}::bigint[]) g`)
    return { customer, first, second }
  })
  await dailyRun(firm.inTransaction, morning)
  return { firm, ...made }
}

/** A message that left about one item. */
async function sent(db: Db, given: { customer: number; entity: number; item: number; about: string }): Promise<number> {
  const isStep = given.about === 'overdue' || given.about === 'upcoming'
  const { id } = await db.one<{ id: number }>(sql`
    insert into reminder (organization_id, customer_id, legal_entity_id, about, step_key, tone, state, decided_on, message_id, sent_at)
    values (current_organization(), ${given.customer}, ${given.entity}, ${given.about}, ${isStep ? 'email-7' : null}, 'friendly', 'sent', '2026-10-08',
      'id-' || random(), '2026-10-08T08:00:00Z') returning id`)
  await db.run(sql`
    insert into reminder_item (organization_id, reminder_id, open_item_id, days_late, currency, amount_due)
    values (current_organization(), ${id}, ${given.item}, 7, 'EUR', 100)`)
  await addExchange(db, {
    customer: given.customer,
    kind: 'email',
    happenedOn: asDate('2026-10-08'),
    summary: given.about,
    countsAsContact: given.about !== 'copy',
    reminder: id,
  })
  return id
}

const counted = async (db: Db, customer: number, invoiceOf: number | null) => {
  const { invoice } = await db.one<{ invoice: number | null }>(
    sql`select max(invoice_id) as invoice from open_item where id = ${invoiceOf}`,
  )
  return countByChannel(await remindersReceived(db, { customer, invoice }))
}

describe('the sheet of the day’s calls', () => {
  it('says whom to call at which number, what is owed, and what to say', async () => {
    const { firm } = await aDay()
    const [call, ...more] = await firm.inTransaction((db) => callSheet(db, { ...seen, person: null }))
    expect(more).toEqual([])
    expect(call).toMatchObject({
      contact: { phone: '03 53 01 42 18', phoneRefused: false },
      items: [
        { number: 'F-1', daysLate: 53, amountDue: { amount: 100_000 } },
        { number: 'F-2', daysLate: 53, amountDue: { amount: 50_000 } },
      ],
      total: [{ amount: 150_000, currency: 'EUR' }],
      brokenPromises: [],
      received: { total: 0 },
    })
    expect(call?.script[0]).toContain('Bonjour Mme Gauthier')
    expect(call?.script[1]).toContain('F-1 et F-2')
  })

  it('tells the promises that were not kept, and speaks of them first', async () => {
    const { firm, customer, first } = await aDay()
    await firm.inTransaction(async (db) => {
      const { id } = await db.one<{ id: number }>(sql`
        insert into promise (organization_id, customer_id, promised_for, amount, currency, noted_on)
        values (current_organization(), ${customer}, '2026-11-10', 100000, 'EUR', '2026-11-02') returning id`)
      await db.run(sql`
        insert into promise_item (organization_id, promise_id, open_item_id) values (current_organization(), ${id}, ${first})`)
    })
    const [call] = await firm.inTransaction((db) => callSheet(db, { ...seen, person: null }))
    expect(call?.brokenPromises).toMatchObject([{ promisedFor: '2026-11-10', received: { amount: 0 } }])
    expect(call?.script[1]).toContain('10 novembre 2026')
  })

  it('says the words the organisation wrote for its tone, before them those of the step, and opens with them', async () => {
    const { firm, customer } = await aDay()
    const script = async () =>
      (await firm.inTransaction((db) => callSheet(db, { ...seen, person: null })))[0]?.script ?? []
    const write = (body: string | null) =>
      firm.inTransaction((db) =>
        writeMessageText(db, { tone: 'firm', language: 'fr', channel: 'call' }, { subject: body && '', body }, 'fr'),
      )
    await expect(write('Bonjour {{ contact.nom }}.')).rejects.toMatchObject({ code: 'templateInvalid' })
    await expect(write('Tenez-vous au {{ promise.date }} ?')).rejects.toMatchObject({ code: 'templateHasHole' })
    await write('{{ contact.greeting }}\n\nIl reste {{ total.amountDue }}.\n\n{{ invoices.table }}')
    expect(await script()).toEqual(['Bonjour Mme Gauthier,', expect.stringMatching(/^Il reste 1.500,00.€\.$/)])
    const { rows } = await firm.inTransaction((db) =>
      listTasks(db, { person: null, today: seen.today, language: 'fr' }),
    )
    const task = rows.find(({ kind }) => kind === 'call')?.id ?? 0
    const panel = await firm.inTransaction((db) => taskPanel(db, task, seen))
    expect(panel.opening).toMatch(/^Bonjour Mme Gauthier, Il reste/)

    await firm.inTransaction((db) =>
      db.run(sql`
        update scenario_step set texts = '[{"language": "fr", "subject": "", "body": "Avant le {{ deadline.date }} ?"}]'
        where organization_id = current_organization() and channel = 'call'`),
    )
    expect(await script()).toEqual(['Avant le 1er décembre 2026\u00a0?'])
    await firm.inTransaction((db) =>
      db.run(
        sql`update customer set language = 'en' where organization_id = current_organization() and id = ${customer}`,
      ),
    )
    expect((await script())[0]).toContain('Good morning Ms Gauthier')
    await write(null)
  })

  it('asks for the proof of a payment that was looked for and not found, in the words the organisation wrote for that', async () => {
    const { firm } = await aDay()
    const end = (outcome: 'saysPaid' | 'notFound', on: typeof today, of: string) =>
      firm.inTransaction(async (db) => {
        const { rows } = await listTasks(db, { person: null, today: on, language: 'fr' })
        const id = rows.find(({ kind }) => kind === of)?.id ?? 0
        await endTask(db, id, { outcome, note: null }, { ...seen, today: on })
      })
    await end('saysPaid', today, 'call')
    await end('notFound', asDate('2026-11-24'), 'findPayment')
    const opened = async () => {
      const [call] = await firm.inTransaction((db) =>
        callSheet(db, { ...seen, today: asDate('2026-11-24'), person: null }),
      )
      return call?.script ?? []
    }
    expect((await opened())[1]).toMatch(/nous n’avons pas trouvé ces 1.500,00/)
    const which = { tone: 'paymentNotFound', language: 'fr', channel: 'call' } as const
    await firm.inTransaction((db) => writeMessageText(db, which, { subject: '', body: 'La preuve, merci.' }, 'fr'))
    expect(await opened()).toEqual(['La preuve, merci.'])
  })

  it('asks for nothing that is contested, nor for what is promised for a day to come', async () => {
    const { firm, customer, first, second } = await aDay()
    const { rows } = await firm.inTransaction((db) => listTasks(db, { person: null, today, language: 'fr' }))
    const task = rows.find(({ kind }) => kind === 'call')?.id ?? 0
    const panel = () => firm.inTransaction((db) => taskPanel(db, task, { ...seen, language: 'en' }))
    const contest = (item: number, part: number | null) =>
      firm.inTransaction((db) =>
        db.run(sql`
          with made as (
            insert into dispute (organization_id, customer_id, reason, opened_on)
            values (current_organization(), ${customer}, 'quality', '2026-11-20') returning id)
          insert into dispute_item (organization_id, dispute_id, open_item_id, amount)
          select current_organization(), id, ${item}, ${part}::bigint from made`),
      )
    // In the customer's language, whoever calls.
    expect((await panel()).opening).toMatch(/^Bonjour Mme Gauthier, .*1.500,00/)
    await contest(second, 20_000)
    expect((await panel()).script[1]).toMatch(/1.300,00/)
    await contest(second, null)
    expect((await panel()).script[1]).toMatch(/1.000,00.€ restent dus sur la facture F-1,/)
    await firm.inTransaction(async (db) => {
      const { id } = await db.one<{ id: number }>(sql`
        insert into promise (organization_id, customer_id, promised_for, amount, currency, noted_on)
        values (current_organization(), ${customer}, '2026-11-30', 100000, 'EUR', '2026-11-23') returning id`)
      await db.run(sql`
        insert into promise_item (organization_id, promise_id, open_item_id) values (current_organization(), ${id}, ${first})`)
    })
    expect(await panel()).toMatchObject({ opening: null, script: [] })
  })

  it('is formal only after a formal notice that stands', async () => {
    const { firm, first } = await aDay()
    const say = async () =>
      (await firm.inTransaction((db) => callSheet(db, { ...seen, person: null })))[0]?.script.join(' ') ?? ''
    expect(await say()).not.toContain('mise en demeure')
    await firm.inTransaction(async (db) => {
      const { id } = await db.one<{ id: number }>(sql`
        insert into formal_notice (organization_id, means, sent_on, deadline_days) values (current_organization(), 'registeredLetter', '2026-11-02', 15) returning id`)
      await db.run(sql`
        insert into formal_notice_item (organization_id, formal_notice_id, open_item_id) values (current_organization(), ${id}, ${first})`)
    })
    expect(await say()).toContain('mise en demeure')
  })
})

describe('the reminders received', () => {
  it('are counted for the customer and for each invoice, by each way', async () => {
    const { firm, customer, first, second } = await aDay()
    await firm.inTransaction(async (db) => {
      await sent(db, { customer, entity: firm.entity, item: first, about: 'overdue' })
      await sent(db, { customer, entity: firm.entity, item: first, about: 'manual' })
      expect(await counted(db, customer, null)).toEqual({ total: 2, emails: 2, texts: 0, letters: 0, calls: 0 })
      expect(await counted(db, customer, first)).toMatchObject({ total: 2 })
      expect(await counted(db, customer, second)).toMatchObject({ total: 0 })
    })
    const [call] = await firm.inTransaction((db) => callSheet(db, { ...seen, person: null }))
    await firm.inTransaction((db) => endTask(db, call?.task.id ?? 0, { outcome: 'done', note: null }, seen))
    await firm.inTransaction(async (db) => {
      expect(await counted(db, customer, null)).toMatchObject({ total: 3, calls: 1 })
      expect(await counted(db, customer, second)).toMatchObject({ total: 1, calls: 1 })
    })
  })

  it('leave out a notice before the due date, a copy, a call nobody answered and what came back', async () => {
    const { firm, customer, first } = await aDay()
    await firm.inTransaction(async (db) => {
      for (const about of ['upcoming', 'copy']) await sent(db, { customer, entity: firm.entity, item: first, about })
      const bounced = await sent(db, { customer, entity: firm.entity, item: first, about: 'overdue' })
      await noteUndelivered(db, bounced, { on: today, countsAsContact: true })
    })
    const [call] = await firm.inTransaction((db) => callSheet(db, { ...seen, person: null }))
    await firm.inTransaction((db) => endTask(db, call?.task.id ?? 0, { outcome: 'notReached', note: null }, seen))
    expect(await firm.inTransaction((db) => counted(db, customer, null))).toMatchObject({ total: 0 })
  })
})
