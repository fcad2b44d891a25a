import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import { asCurrency, money } from '@quittance/core/money/money.ts'
import { describe, expect, it } from 'vitest'
import { changeContact } from '../customers/contacts.ts'
import { pauseCustomer } from '../customers/queries.ts'
import { sql } from '../platform/database/sql.ts'
import { testDatabase } from '../platform/database/testing/test-database.ts'
import { endTask } from '../tasks/end-task.ts'
import { listTasks } from '../tasks/list-tasks.ts'
import type { Outcome } from '../tasks/outcome.ts'
import { reopenTask } from '../tasks/reopen-task.ts'
import { taskPanel } from '../tasks/task-panel.ts'
import { approveReminders } from './reminders/approve-reminders.ts'
import { dailyRun, decideAgain } from './run/daily-run.ts'
import { loadRunContext } from './run/run-context.ts'
import { taskHooks } from './task-hooks.ts'
import { aCustomer, aFirm, aMailServer, anInvoice, aPayment, type TestFirm } from './testing/a-firm.ts'

const database = await testDatabase()
const today = asDate('2026-11-23')
const morning = Date.parse('2026-11-23T08:00:00Z')
const ending = (nowMs = morning, day = today) => ({
  today: day,
  language: 'fr' as const,
  context: taskHooks(() => nowMs),
})

interface Call {
  readonly firm: TestFirm
  readonly task: number
  readonly customer: number
  readonly items: readonly [number, number]
}

/** Two invoices that had their three e-mails: one call is due about both. */
async function aCall({ sends = false } = {}): Promise<Call> {
  const firm = await aFirm(database)
  const { customer, items } = await firm.inTransaction(async (db) => {
    const id = await aCustomer(db, { hasAddress: true })
    await db.run(sql`update contact set phone = '03 53 01 42 18' where customer_id = ${id}`)
    if (sends) {
      await aMailServer(db, firm.entity, 2525)
      await db.run(sql`update organization set automatic_sending = true where organization_id = current_organization()`)
    }
    const about = { customer: id, entity: firm.entity, due: '2026-10-01' }
    const first = await anInvoice(db, { ...about, number: 'F-1', amount: 100_000 })
    const second = await anInvoice(db, { ...about, number: 'F-2', amount: 50_000 })
    await db.run(sql`
      insert into step_taken (organization_id, open_item_id, step_key, delay_days, taken_on, how)
      select current_organization(), g, 'email-30', 30, '2026-11-02', 'sent' from unnest(${[first, second]}::bigint[]) g`)
    return { customer: id, items: [first, second] as const }
  })
  await dailyRun(firm.inTransaction, morning)
  const { rows } = await firm.inTransaction((db) => listTasks(db, { person: null, today, language: 'fr' }))
  return { firm, task: rows.find(({ kind }) => kind === 'call')?.id ?? 0, customer, items }
}

const end = ({ firm, task }: Pick<Call, 'firm' | 'task'>, told: Partial<Outcome>, at = ending()) =>
  firm.inTransaction((db) => endTask(db, task, { outcome: 'done', note: null, ...told }, at))
const undo = ({ firm, task }: Pick<Call, 'firm' | 'task'>) =>
  firm.inTransaction((db) => reopenTask(db, task, today, ending().context))
const titles = (firm: TestFirm, day = '2026-11-23') =>
  firm.inTransaction(async (db) =>
    (await listTasks(db, { person: null, today: asDate(day), language: 'fr' })).rows.map(({ title }) => title),
  )
const decision = (firm: TestFirm) =>
  firm.inTransaction(async (db) => {
    const { said } = await db.one<{ said: string }>(sql`
      select kind || ' ' || because as said from current_decision where organization_id = current_organization()`)
    return said
  })
const panelOf = ({ firm, task }: Pick<Call, 'firm' | 'task'>) =>
  firm.inTransaction((db) => taskPanel(db, task, ending()))
const call = 'Appeler Mme Gauthier, Menuiseries Castel'
const search = 'Chercher le règlement : Menuiseries Castel'
const correct = 'Corriger un contact : Mme Gauthier, Menuiseries Castel'

describe('nobody answers', () => {
  it('the call comes back two working days later, in the other half of the day, and says how often it was tried', async () => {
    const made = await aCall()
    expect((await panelOf(made)).follows?.next).toEqual({
      kind: 'again',
      attempt: 1,
      on: '2026-11-25',
      half: 'afternoon',
    })
    expect(await end(made, { outcome: 'notReached' })).toContain('25/11/2026, l’après-midi')
    expect(await titles(made.firm)).toEqual([])
    const back = await made.firm.inTransaction((db) =>
      listTasks(db, { person: null, today: asDate('2026-11-25'), language: 'fr' }),
    )
    expect(back.rows[0]).toMatchObject({ title: call, tries: 1, nextHalf: 'afternoon' })
    expect(back.rows[0]?.reason).toContain('Essayé 1 fois, plutôt l’après-midi')
  })

  it('after three tries the step is behind and nobody counts as contacted', async () => {
    const made = await aCall()
    await end(made, { outcome: 'notReached' })
    await end(made, { outcome: 'notReached' })
    expect((await panelOf(made)).follows?.next).toEqual({ kind: 'goOn', attempt: 3 })
    expect(await end(made, { outcome: 'notReached' })).toContain('3 essais sans réponse')
    const taken = await made.firm.inTransaction((db) =>
      db.rows<{ how: string }>(
        sql`select how from step_taken where organization_id = current_organization() and step_key = 'call-40'`,
      ),
    )
    expect(taken).toEqual([{ how: 'setAside' }, { how: 'setAside' }])
    const { contacts } = await made.firm.inTransaction((db) =>
      db.one<{ contacts: number }>(sql`
        select count(*)::int as contacts from exchange where organization_id = current_organization() and counts_as_contact`),
    )
    expect(contacts).toBe(0)
  })

  it('undoing takes one try back, and leaves the history of those before', async () => {
    const made = await aCall()
    await end(made, { outcome: 'notReached', note: 'Répondeur' })
    await end(made, { outcome: 'notReached' })
    await undo(made)
    const { tries, exchanges, snoozedUntil } = await made.firm.inTransaction((db) =>
      db.one<{ tries: number; exchanges: number; snoozedUntil: string }>(sql`
        select tries, snoozed_until as "snoozedUntil",
          (select count(*)::int from exchange e where e.organization_id = t.organization_id and e.task_id = t.id) as exchanges
        from task t where organization_id = current_organization() and id = ${made.task}`),
    )
    expect({ tries, exchanges, snoozedUntil }).toEqual({ tries: 1, exchanges: 1, snoozedUntil: '2026-11-25' })
    expect((await panelOf(made)).course.map(({ kind }) => kind)).toEqual(['reopened', 'notReached', 'notReached'])
  })
})

describe('says it is paid', () => {
  it('holds reminders, asks the collector for the payment, and closes itself when the money is there', async () => {
    const made = await aCall()
    const sentence = await end(made, { outcome: 'saysPaid' })
    expect(sentence).toContain('Claire Besson')
    expect(await decision(made.firm)).toBe('hold paused')
    expect(await titles(made.firm, '2026-11-24')).toEqual([search])
    const { customer, firm, items } = made
    await firm.inTransaction(async (db) => {
      await aPayment(db, { customer, entity: firm.entity, item: items[0], amount: 100_000, on: asDate('2026-11-24') })
      await decideAgain(db, [customer], morning)
    })
    expect(await titles(firm, '2026-11-24')).toEqual([search])
    await firm.inTransaction(async (db) => {
      await aPayment(db, { customer, entity: firm.entity, item: items[1], amount: 50_000, on: asDate('2026-11-24') })
      await decideAgain(db, [customer], morning + 86_400_000)
    })
    expect(await titles(firm, '2026-11-24')).toEqual([])
    const { done } = await firm.inTransaction((db) =>
      listTasks(db, { person: null, today: asDate('2026-11-24'), language: 'fr' }),
    )
    expect(done).toMatchObject([{ title: search, endedAt: expect.stringContaining('2026-11-24') }])
  })

  it('money that is not found ends the pause and asks for a call about it; undo brings the search back', async () => {
    const made = await aCall()
    await end(made, { outcome: 'saysPaid' })
    const list = await made.firm.inTransaction((db) =>
      listTasks(db, { person: null, today: asDate('2026-11-24'), language: 'fr' }),
    )
    const looking = { firm: made.firm, task: list.rows[0]?.id ?? 0 }
    expect(list.rows[0]?.amount).toEqual({ amount: 150_000, currency: 'EUR' })
    await end(looking, { outcome: 'notFound' })
    expect(await titles(made.firm, '2026-11-24')).toEqual([call])
    await undo(looking)
    expect(await titles(made.firm, '2026-11-24')).toEqual([search])
  })

  it('undoing the answer takes the search and the pause back', async () => {
    const made = await aCall()
    await end(made, { outcome: 'saysPaid' })
    await undo(made)
    expect(await titles(made.firm, '2026-11-24')).toEqual([call])
    expect(await decision(made.firm)).toBe('hold humanToday')
  })
})

describe('promises and disputes', () => {
  it('a promise of a part names its invoices and its amount', async () => {
    const made = await aCall()
    const told = { promisedFor: asDate('2026-11-30'), promisedAmount: 40_000, items: [made.items[1]] }
    expect(await end(made, { outcome: 'promises', ...told })).toContain('400,00')
    const promises = await made.firm.inTransaction((db) =>
      db.rows(sql`
        select p.amount, i.open_item_id as item from promise p
        join promise_item i on i.organization_id = p.organization_id and i.promise_id = p.id
        where p.organization_id = current_organization()`),
    )
    expect(promises).toEqual([{ amount: 40_000, item: made.items[1] }])
  })

  it('a promise of so much of each invoice says it of each', async () => {
    const made = await aCall()
    const [first, second] = made.items
    const parts = [
      { item: first, amount: 30_000 },
      { item: second, amount: 50_000 },
    ]
    const told = { outcome: 'promises', promisedFor: asDate('2026-11-30') } as const
    const strange = { ...told, items: [second], promisedParts: parts }
    await expect(end(made, strange)).rejects.toMatchObject({ code: 'notItsItems' })
    expect(await end(made, { ...told, promisedParts: parts })).toContain('800,00')
    const promised = () =>
      made.firm.inTransaction((db) =>
        db.rows(sql`
          select i.open_item_id as item, i.amount from promise p
          join promise_item i on i.organization_id = p.organization_id and i.promise_id = p.id
          where p.organization_id = current_organization() and p.withdrawn_on is null order by i.open_item_id`),
      )
    expect(await promised()).toEqual(parts)
    await undo(made)
    expect(await promised()).toEqual([])
  })

  it('refuses an invoice that is not of the call', async () => {
    const made = await aCall()
    const told = { outcome: 'promises', promisedFor: asDate('2026-11-30'), items: [987_654] } as const
    await expect(end(made, told)).rejects.toMatchObject({ code: 'notItsItems' })
  })

  it('a dispute of a part of one invoice leaves the rest in the chase', async () => {
    const made = await aCall()
    const dispute = {
      reason: 'quality',
      category: null,
      owner: null,
      deadline: asDate('2026-12-04'),
      part: 10_000,
    } as const
    expect(await end(made, { outcome: 'disputes', items: [made.items[0]], dispute })).toContain('le reste continue')
    const both = end(await aCall(), { outcome: 'disputes', dispute })
    await expect(both).rejects.toMatchObject({ code: 'missingField' })
  })
})

describe('the wrong contact', () => {
  it('is marked, corrected by somebody, and the call remains to be made', async () => {
    const made = await aCall()
    const { firm, customer } = made
    expect(await end(made, { outcome: 'wrongContact', wrong: 'phone' })).toContain('L’appel reste à faire')
    expect(await titles(firm)).toEqual([call, correct])
    expect((await panelOf(made)).contact).toMatchObject({ phoneRefused: true })
    await firm.inTransaction(async (db) => {
      const { id } = await db.one<{ id: number }>(sql`select id from contact where customer_id = ${customer}`)
      await changeContact(db, id, { phone: '03 53 01 42 19' }, (to, customers) => decideAgain(to, customers, morning))
    })
    expect(await titles(firm)).toEqual([call])
  })

  it('undoing unmarks it and withdraws the correction', async () => {
    const made = await aCall()
    await end(made, { outcome: 'wrongContact', wrong: 'person' })
    expect((await panelOf(made)).contact?.emailRefusedOn).toBe('2026-11-23')
    await undo(made)
    expect(await titles(made.firm)).toEqual([call])
    expect((await panelOf(made)).contact).toMatchObject({ phoneRefused: false, emailRefusedOn: null })
  })
})

describe('wants a copy', () => {
  const attach = ({ firm, items }: Call) =>
    firm.inTransaction((db) =>
      db.run(sql`
        insert into invoice_file (organization_id, invoice_id, name, media_type, content)
        select organization_id, invoice_id, number || '.pdf', 'application/pdf', '%PDF-1.4' from open_item where id = ${items[0]}`),
    )
  const copies = (firm: TestFirm) =>
    firm.inTransaction((db) =>
      db.rows<{ about: string; state: string; step: string | null }>(sql`
        select about, state, step_key as step from reminder where organization_id = current_organization() and about = 'copy'`),
    )

  it('prepares a message for approval with the PDFs that are there, and asks for those that are missing', async () => {
    const made = await aCall()
    await attach(made)
    expect((await panelOf(made)).follows?.copy).toEqual({
      attached: ['F-1'],
      missing: ['F-2'],
      leaves: 'afterApproval',
    })
    const sentence = await end(made, { outcome: 'wantsCopy' })
    expect(sentence).toContain('après votre accord')
    expect(await copies(made.firm)).toEqual([{ about: 'copy', state: 'pendingApproval', step: null }])
    expect(await titles(made.firm)).toContain('Envoyer la copie de F-2 à Menuiseries Castel (PDF absent)')
    await undo(made)
    expect(await copies(made.firm)).toMatchObject([{ state: 'cancelled' }])
    expect(await titles(made.firm)).toEqual([call])
  })

  it('once approved, carries the PDF under words of its own, and climbs nothing', async () => {
    const made = await aCall()
    await attach(made)
    await end(made, { outcome: 'wantsCopy', items: [made.items[0]] })
    const left = await made.firm.inTransaction(async (db) => {
      const { id } = await db.one<{ id: number }>(sql`
        select id from reminder where organization_id = current_organization() and about = 'copy'`)
      await approveReminders(db, [id], await loadRunContext(db, morning), { now: true, nowMs: morning })
      return db.one<{ state: string; subject: string; text: string; files: string }>(sql`
        select state, subject, text_body as text, recipients -> 'attachments' -> 0 ->> 'name' as files
        from reminder where organization_id = current_organization() and id = ${id}`)
    })
    expect(left).toMatchObject({ state: 'inTestOutbox', subject: 'Copie de la facture F-1', files: 'F-1.pdf' })
    expect(left.text).toContain('en pièce jointe la copie de la facture F-1')
    expect(left.text).not.toContain('1 000,00')
    const steps = await made.firm.inTransaction((db) =>
      db.rows(sql`select from step_taken where organization_id = current_organization() and reminder_id is not null`),
    )
    expect(steps).toEqual([])
  })

  it('leaves at once where messages leave without approval', async () => {
    const made = await aCall({ sends: true })
    await attach(made)
    expect(await end(made, { outcome: 'wantsCopy', items: [made.items[0]] })).toContain('part tout de suite')
    expect(await copies(made.firm)).toMatchObject([{ state: 'ready' }])
    // The scenario goes its way beside it, and does not take the copy for a message of its own.
    await dailyRun(made.firm.inTransaction, Date.parse('2026-12-01T08:00:00Z'))
    expect(await copies(made.firm)).toMatchObject([{ state: 'ready' }])
  })
})

describe('a decision', () => {
  const aDecision = async () => {
    const made = await aCall()
    await made.firm.inTransaction((db) => db.run(sql`update task set kind = 'decision' where id = ${made.task}`))
    return made
  }

  it('hands the customer over to somebody named, and undo makes the customer ours again', async () => {
    const made = await aDecision()
    await expect(end(made, { decision: 'handOver' })).rejects.toMatchObject({ code: 'missingField' })
    const handover = { receiver: 'bailiff', receiverName: 'Me Roche', reference: null } as const
    expect(await end(made, { decision: 'handOver', handover })).toContain('Me Roche')
    expect(await decision(made.firm)).toBe('hold handedOver')
    await undo(made)
    expect(await decision(made.firm)).toBe('hold humanToday')
  })

  it('agrees on the dates of a payment plan, and undo takes the plan back', async () => {
    const made = await aDecision()
    await expect(end(made, { decision: 'plan' })).rejects.toMatchObject({ code: 'missingField' })
    const euros = (amount: number) => money(amount, asCurrency('EUR'))
    const instalments = ['2026-12-01', '2027-01-01'].map((dueOn) => ({ dueOn: asDate(dueOn), amount: euros(75_000) }))
    const plan = { items: [...made.items], instalments }
    expect(await end(made, { decision: 'plan', plan, note: 'En deux fois' })).toMatch(/1.500,00.€ en 2 dates/)
    const held = () =>
      made.firm.inTransaction((db) =>
        db.rows<{ note: string; items: number }>(sql`
          select p.note, (select count(*)::int from payment_plan_item i where i.organization_id = p.organization_id
            and i.payment_plan_id = p.id) as items
          from payment_plan p where p.organization_id = current_organization() and p.ended_on is null`),
      )
    expect(await held()).toEqual([{ note: 'En deux fois', items: 2 }])
    expect(await decision(made.firm)).toBe('hold plan')
    await undo(made)
    expect(await held()).toEqual([])
    expect(await decision(made.firm)).toBe('hold humanToday')
    const short = { ...plan, instalments: instalments.slice(1) }
    await expect(end(made, { decision: 'plan', plan: short })).rejects.toMatchObject({ code: 'planSum' })
  })

  it('to wait pauses the customer, and undo leaves the pause it found', async () => {
    const made = await aDecision()
    const pause = () =>
      made.firm.inTransaction((db) =>
        db.one<{ until: string; note: string }>(sql`
          select paused_until as until, pause_note as note from customer where organization_id = current_organization() and id = ${made.customer}`),
      )
    await made.firm.inTransaction((db) =>
      pauseCustomer(db, made.customer, { on: today, until: '2027-03-31', note: 'Reprise du fonds' }),
    )
    await end(made, { decision: 'wait' })
    expect(await pause()).toEqual({ until: '2026-12-23', note: null })
    await undo(made)
    expect(await pause()).toEqual({ until: '2027-03-31', note: 'Reprise du fonds' })
  })

  it('writes off exactly the invoices of the task, with the reason', async () => {
    const made = await aDecision()
    await end(made, { decision: 'writeOff', writeOffReason: 'tooCostly', items: [made.items[1]] })
    const gone = await made.firm.inTransaction((db) =>
      db.rows<{ item: number; reason: string }>(sql`
        select open_item_id as item, reason from write_off where organization_id = current_organization() and ended_at is null`),
    )
    expect(gone).toEqual([{ item: made.items[1], reason: 'tooCostly' }])
    await undo(made)
    const back = await made.firm.inTransaction((db) =>
      db.rows(
        sql`select id from open_item where organization_id = current_organization() and written_off_on is not null`,
      ),
    )
    expect(back).toEqual([])
  })
})
