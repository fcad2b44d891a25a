import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import { describe, expect, it } from 'vitest'
import { historyOf } from '../customers/history.ts'
import { aFirm, today } from '../invoices/testing/a-firm.ts'
import { sql } from '../platform/database/sql.ts'
import { testDatabase } from '../platform/database/testing/test-database.ts'
import type { Actor } from '../platform/http/serve.ts'
import { addCategory, archiveCategory, categoriesInUse } from './categories.ts'
import { addDocument, documentOf, removeDocument } from './documents.ts'
import { addEvent } from './events.ts'
import { type NewDispute, openDispute, reopenDispute, resolveDispute } from './open-dispute.ts'
import { overdueDisputes, settleDisputes } from './settle-disputes.ts'
import { listDisputes, showDispute } from './show-disputes.ts'
import { steerDispute } from './steer-dispute.ts'

const database = await testDatabase()
const firm = await aFirm(database)
const told = { today, factsChanged: firm.factsChanged }
const claire = { role: 'admin', person: firm.person } as Actor
const euros = (amount: number) => ({ amount, currency: 'EUR' })

const open = (customer: number, items: number[], words: Partial<NewDispute> = {}) =>
  firm.work((db) => openDispute(db, { customer, items, reason: 'amount', note: null, owner: null, ...words }, told))
const shown = (id: number, actor = claire) => firm.work((db) => showDispute(db, id, { actor, today }))
const settle = (customer: number) => firm.work((db) => settleDisputes(db, [customer], today))
const pay = (item: number, amount: number) =>
  firm.work(async (db) => {
    const { id } = await db.one<{ id: number }>(sql`
      insert into payment (organization_id, legal_entity_id, customer_id, received_on, currency, amount, means)
      select current_organization(), legal_entity_id, customer_id, ${today}::date, 'EUR', ${amount}::bigint, 'transfer'
      from open_item where id = ${item} returning id`)
    return db.one<{ id: number }>(sql`
      insert into allocation (organization_id, open_item_id, payment_id, amount, allocated_on)
      values (current_organization(), ${item}, ${id}, ${amount}, ${today}) returning id`)
  })
const takeBack = (allocation: number) =>
  firm.work((db) =>
    db.run(sql`
      insert into allocation (organization_id, open_item_id, payment_id, amount, allocated_on, reverses_id)
      select organization_id, open_item_id, payment_id, -amount, allocated_on, id from allocation where id = ${allocation}`),
  )

describe('a dispute', () => {
  it('is about all of a due line, or a part: the rest is not contested', async () => {
    const customer = await firm.customer()
    const [a = 0] = await firm.invoice({ customer })
    const [b = 0] = await firm.invoice({ customer })
    const id = await open(customer, [a, b], { parts: [{ item: a, amount: 30_000 }] })
    const dispute = await shown(id)
    expect(dispute.contested).toEqual([euros(130_000)])
    expect(dispute.items.map(({ part }) => part)).toEqual([euros(30_000), null])
    // A part as large as what is left is all of it.
    await firm.work((db) => steerDispute(db, id, { parts: [{ item: b, amount: 100_000 }] }, told))
    expect((await shown(id)).items.map(({ part }) => part)).toEqual([null, null])
    for (const parts of [
      [{ item: a, amount: 0 }],
      [{ item: 0, amount: 5 }],
      [a, a].map((item) => ({ item, amount: 5 })),
    ]) {
      await expect(open(customer, [a], { parts })).rejects.toMatchObject({ code: 'contestedParts' })
    }
  })

  it('tells whose turn it is, who follows it and until when, and what of it changed', async () => {
    const customer = await firm.customer()
    const id = await open(customer, await firm.invoice({ customer }))
    const steering = {
      turn: 'thirdTurn',
      ownerId: firm.person,
      deadline: asDate('2026-11-30'),
      awaiting: 'creditNote',
    } as const
    await firm.work((db) => steerDispute(db, id, steering, told))
    const dispute = await shown(id)
    expect(dispute).toMatchObject({
      turn: 'thirdTurn',
      owner: { name: 'Claire Besson' },
      deadline: '2026-11-30',
      awaiting: 'creditNote',
    })
    expect(dispute.events.map(({ kind, to }) => `${kind}: ${to}`).toSorted()).toEqual([
      'awaiting: creditNote',
      'deadline: 2026-11-30',
      'owner: Claire Besson',
      'turn: thirdTurn',
    ])
    await firm.work((db) => steerDispute(db, id, steering, told))
    expect((await shown(id)).events).toHaveLength(4)
    const past = { deadline: asDate('2026-11-22') }
    await expect(firm.work((db) => steerDispute(db, id, past, told))).rejects.toMatchObject({
      code: 'deadlineInThePast',
    })
    await expect(open(customer, await firm.invoice({ customer }), past)).rejects.toMatchObject({
      code: 'deadlineInThePast',
    })
  })

  it('is never closed by a part payment; it closes by itself with the last cent, and says so', async () => {
    const customer = await firm.customer()
    const [item = 0] = await firm.invoice({ customer })
    const id = await open(customer, [item], { parts: [{ item, amount: 30_000 }] })
    await pay(item, 70_000)
    await settle(customer)
    expect(await shown(id)).toMatchObject({ resolvedOn: null, contested: [euros(30_000)] })
    await pay(item, 29_999)
    await settle(customer)
    expect((await shown(id)).resolvedOn).toBeNull()
    const last = await pay(item, 1)
    await settle(customer)
    await settle(customer)
    const closed = await shown(id)
    expect(closed).toMatchObject({ resolvedOn: today, outcome: 'settled' })
    expect(closed.events.map(({ kind }) => kind)).toEqual(['settled'])
    await takeBack(last.id)
    await settle(customer)
    expect(await shown(id)).toMatchObject({ resolvedOn: null, outcome: null })
  })

  it('is not opened twice about one thing: the one there is is named, parts stand beside each other', async () => {
    const customer = await firm.customer()
    const [item = 0] = await firm.invoice({ customer, number: 'F-2026-TWICE' })
    const part = (amount: number) => ({ parts: [{ item, amount }] })
    const first = await open(customer, [item], part(30_000))
    const second = await open(customer, [item], part(70_000))
    await expect(open(customer, [item])).rejects.toMatchObject({
      code: 'contestedAlready',
      sentence: { fr: expect.stringContaining('F-2026-TWICE est déjà en litige depuis le 23/11/2026') },
    })
    await expect(open(customer, [item], part(1))).rejects.toMatchObject({ code: 'contestedAlready' })
    await expect(firm.work((db) => steerDispute(db, first, { parts: [] }, told))).rejects.toMatchObject({
      code: 'contestedAlready',
    })
    await firm.work((db) => resolveDispute(db, second, 'Réglé', told))
    await firm.work((db) => steerDispute(db, first, { parts: [] }, told))
    await expect(firm.work((db) => reopenDispute(db, second, null, told))).rejects.toMatchObject({
      code: 'contestedAlready',
    })
  })

  it('is opened once by two people who press at the same time', async () => {
    const customer = await firm.customer()
    const items = await firm.invoice({ customer })
    const both = await Promise.allSettled([open(customer, items), open(customer, items)])
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  })

  it('is about something left to pay', async () => {
    const customer = await firm.customer()
    const [item = 0] = await firm.invoice({ customer })
    await pay(item, 100_000)
    await expect(open(customer, [item])).rejects.toMatchObject({ code: 'nothingToContest' })
  })

  it('is resolved with its outcome and what the customer is told, linked to a credit note, and opened again', async () => {
    const customer = await firm.customer()
    const items = await firm.invoice({ customer })
    const [credit = 0] = await firm.invoice({ customer, kind: 'creditNote', amount: -20_000, number: 'AV-2026-0001' })
    const [strange = 0] = await firm.invoice({ customer: await firm.customer() })
    const id = await open(customer, items)
    const invoiceOf = (item: number) =>
      firm.work(
        async (db) => (await db.one<{ id: number }>(sql`select invoice_id as id from open_item where id = ${item}`)).id,
      )
    const resolve = (linked: number) =>
      firm.work((db) =>
        resolveDispute(db, id, { outcome: 'creditNote', text: 'Avoir établi', told: 'Bonjour', linked }, told),
      )
    const creditNote = await invoiceOf(credit)
    expect((await shown(id)).linkable).toEqual([{ id: creditNote, number: 'AV-2026-0001', kind: 'creditNote' }])
    await expect(invoiceOf(strange).then(resolve)).rejects.toMatchObject({ code: 'notLinkable' })
    await resolve(creditNote)
    expect(await shown(id)).toMatchObject({
      outcome: 'creditNote',
      told: 'Bonjour',
      linked: { number: 'AV-2026-0001' },
    })
    await expect(resolve(creditNote)).rejects.toMatchObject({ status: 404 })
    firm.asked.length = 0
    await firm.work((db) => reopenDispute(db, id, 'L’avoir ne suffit pas', told))
    expect(firm.asked).toEqual([customer])
    const again = await shown(id)
    expect(again).toMatchObject({ resolvedOn: null, outcome: null, turn: 'ourTurn' })
    expect(again.events[0]).toMatchObject({ kind: 'reopened', text: 'L’avoir ne suffit pas' })
    await expect(firm.work((db) => reopenDispute(db, id, null, told))).rejects.toMatchObject({ status: 404 })
  })

  it('keeps comments and documents: PDF and pictures, by what they hold, and no more than twenty', async () => {
    const customer = await firm.customer()
    const id = await open(customer, await firm.invoice({ customer }))
    await firm.work((db) => addEvent(db, { dispute: id, kind: 'comment', on: today, text: 'Vu avec l’atelier' }))
    const pdf = { name: 'bon "de" livraison.pdf', content: Buffer.from('%PDF-1.7 bon de livraison') }
    const about = { dispute: id, customer, on: today }
    const document = await firm.work((db) => addDocument(db, about, pdf))
    expect((await firm.work((db) => documentOf(db, { dispute: id, document })))?.content.equals(pdf.content)).toBe(true)
    const dispute = await shown(id)
    expect(dispute).toMatchObject({
      comments: 1,
      files: 1,
      documents: [{ name: 'bon de livraison.pdf', size: pdf.content.length }],
    })
    const page = { name: 'photo.png', content: Buffer.from('<html><script>') }
    await expect(firm.work((db) => addDocument(db, about, page))).rejects.toMatchObject({ code: 'notADocument' })
    for (let count = 1; count < 20; count++) await firm.work((db) => addDocument(db, about, pdf))
    await expect(firm.work((db) => addDocument(db, about, pdf))).rejects.toMatchObject({ code: 'tooManyDocuments' })
    await firm.work((db) => removeDocument(db, about, document))
    expect((await shown(id)).documents).toHaveLength(19)
  })
})

describe('the reasons of an organisation', () => {
  it('are added beside those there are, once each, and archived without leaving a dispute nameless', async () => {
    const customer = await firm.customer()
    const category = await firm.work((db) => addCategory(db, 'Casse au transport'))
    await expect(firm.work((db) => addCategory(db, 'casse au transport'))).rejects.toMatchObject({
      code: 'categoryExists',
    })
    const id = await open(customer, await firm.invoice({ customer }), { category })
    await firm.work((db) => archiveCategory(db, category, today))
    expect(await firm.work(categoriesInUse)).toEqual([])
    expect(await shown(id)).toMatchObject({ reason: 'other', category: { name: 'Casse au transport' } })
    const items = await firm.invoice({ customer })
    await expect(open(customer, items, { category })).rejects.toMatchObject({ status: 404 })
  })
})

describe('the list of disputes', () => {
  it('says whose turn, how old and how much, and those past their deadline', async () => {
    const other = await aFirm(database)
    const customer = await other.customer()
    const asked = { customer, reason: 'quality', note: null, owner: null } as const
    const items = [await other.invoice({ customer }), await other.invoice({ customer })] as const
    await other.work((db) =>
      openDispute(db, { ...asked, items: items[0], turn: 'customerTurn' }, { ...told, today: asDate('2026-11-13') }),
    )
    const late = await other.work((db) =>
      openDispute(
        db,
        { ...asked, items: items[1], deadline: asDate('2026-11-20') },
        { ...told, today: asDate('2026-11-19') },
      ),
    )
    const list = (words: { state?: 'open' | 'overdue'; turn?: 'ourTurn' } = {}) =>
      other.work((db) => listDisputes(db, { state: 'open', owner: 'everybody', ...words }, { actor: claire, today }))
    const all = await list()
    expect(all.rows.map(({ ageDays, turn }) => [ageDays, turn])).toEqual([
      [10, 'customerTurn'],
      [4, 'ourTurn'],
    ])
    expect(all).toMatchObject({
      contested: [euros(200_000)],
      counts: { open: 2, overdue: 1, ourTurn: 1, customerTurn: 1, thirdTurn: 0 },
    })
    expect((await list({ state: 'overdue' })).rows.map(({ id }) => id)).toEqual([late])
    expect((await list({ turn: 'ourTurn' })).contested).toEqual([euros(100_000)])
    expect(await other.work((db) => overdueDisputes(db, [customer], today))).toMatchObject([
      { id: late, deadline: '2026-11-20' },
    ])
  })

  it('tells a reason of the organisation’s own as it is called, also in the history', async () => {
    const customer = await firm.customer()
    const items = await firm.invoice({ customer })
    const category = await firm.work((db) => addCategory(db, 'Pose non conforme'))
    await open(customer, items, { reason: 'other', category, note: 'Deux vantaux' })
    const history = await firm.work((db) => historyOf(db, { customer, invoice: null }, { today, language: 'fr' }))
    const { detail } = history.find(({ title }) => title === 'Litige ouvert') ?? {}
    expect(detail).toMatch(/^Pose non conforme.*Deux vantaux$/)
  })
})
