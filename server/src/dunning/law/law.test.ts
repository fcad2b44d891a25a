import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import { afterAll, describe, expect, it } from 'vitest'
import type { Db } from '../../platform/database/db.ts'
import { sql } from '../../platform/database/sql.ts'
import { testDatabase } from '../../platform/database/testing/test-database.ts'
import { aCustomer, aFirm, anInvoice, aPayment } from '../testing/a-firm.ts'
import { lawOfCustomer, lawOfInvoice } from './customer-law.ts'
import { openSealed, piecesOf, sealFile, verifyArchive } from './files/seal-file.ts'
import { changeInterestDecision, decideInterest } from './interest-decisions.ts'
import { changeEndOfLimitationAct, recordLimitationAct } from './limitations.ts'
import { keepProof, proofOf, recordNotice } from './notices.ts'
import { enterRate, forgetRate, rateTable } from './rates.ts'
import { watchLaw } from './watch-law.ts'

const database = await testDatabase()
const folder = await mkdtemp(join(tmpdir(), 'quittance-law-test-'))
afterAll(() => rm(folder, { recursive: true }))

const today = asDate('2026-11-23')
const nowMs = Date.parse('2026-11-23T09:00:00Z')
const factsChanged = async () => {}

const invoiceOf = async (db: Db, item: number): Promise<number> =>
  (await db.one<{ invoice: number }>(sql`select invoice_id as invoice from open_item where id = ${item}`)).invoice

const tasks = (db: Db) =>
  db.rows<{ title: string; customer: number | null }>(sql`
    select title, customer_id as customer from task where organization_id = current_organization() and kind = 'other' order by id`)

async function aDesk() {
  const firm = await aFirm(database)
  return {
    ...firm,
    late: (due = '2026-03-31', amount = 120_000) =>
      firm.inTransaction(async (db) => {
        const customer = await aCustomer(db, { name: due === '2026-04-30' ? 'Autre client' : 'Menuiseries Castel' })
        const item = await anInvoice(db, { customer, entity: firm.entity, number: `F-${due}`, due, amount })
        return { customer, item, invoice: await invoiceOf(db, item) }
      }),
  }
}

describe('what is claimed or waived', () => {
  it('stands with its reason, gives way to a newer decision, and comes back when that one is undone', async () => {
    const { inTransaction, late } = await aDesk()
    const { customer, invoice } = await late()
    const standing = { today, factsChanged }
    await inTransaction(async (db) => {
      const both = {
        invoice,
        covers: ['interest', 'fee'] as const,
        decision: 'claimed' as const,
        reason: 'Troisième retard',
      }
      const first = await decideInterest(db, both, standing)
      expect(first).toMatchObject({ replaced: [] })
      const waived = { invoice, covers: ['fee'] as const, decision: 'waived' as const, reason: 'Geste commercial' }
      const second = await decideInterest(db, waived, standing)
      expect(second.replaced).toHaveLength(1)
      const law = await lawOfCustomer(db, customer, today)
      expect(law.totals).toMatchObject({ claimed: [{ amount: 9587 }], waived: [{ amount: 4000 }] })
      for (const id of second.ids) await changeInterestDecision(db, id, true, factsChanged)
      for (const id of second.replaced) await changeInterestDecision(db, id, false, factsChanged)
      const { decisions } = await lawOfInvoice(db, invoice, today)
      expect(decisions.map(({ covers, decision, reason }) => [covers, decision, reason])).toEqual([
        ['fee', 'claimed', 'Troisième retard'],
        ['interest', 'claimed', 'Troisième retard'],
      ])
    })
  })

  it('shows segments that add up to the cent', async () => {
    const { inTransaction, late } = await aDesk()
    const { invoice } = await late('2025-05-15', 480_000)
    await inTransaction(async (db) => {
      const { interest } = await lawOfInvoice(db, invoice, asDate('2026-01-31'))
      expect(interest?.amount.amount).toBe(42_308)
      expect(interest?.segments.map(({ from, to, days }) => [from, to, days])).toEqual([
        ['2025-05-16', '2025-06-30', 46],
        ['2025-07-01', '2025-12-31', 184],
        ['2026-01-01', '2026-01-31', 31],
      ])
      expect(interest?.segments.reduce((sum, one) => sum + one.interest.amount, 0)).toBe(42_308)
    })
  })
})

describe('the table of rates', () => {
  it('says what is missing, takes what a person entered, and gives it back', async () => {
    const { inTransaction } = await aDesk()
    await inTransaction(async (db) => {
      const january = asDate('2027-01-04')
      const missing = await rateTable(db, january)
      expect(missing.current).toBe('2027-H1')
      expect(missing.rates[0]).toMatchObject({ halfYear: '2027-H1', origin: 'missing', derived: null })
      await enterRate(db, '2027-H1', { mainRefinancing: 200, legal: 260, source: 'Journal officiel', readOn: january })
      expect((await rateTable(db, january)).rates[0]).toMatchObject({
        origin: 'entered',
        derived: { statutory: 1200, publicBuyer: 1000, floor: 780 },
      })
      await forgetRate(db, '2027-H1')
      expect((await rateTable(db, january)).rates[0]?.origin).toBe('missing')
      await expect(forgetRate(db, '2027-H1')).rejects.toMatchObject({ code: 'rateNotEntered' })
    })
  })

  it('is asked for by one task each half-year, however often the day is watched', async () => {
    const { inTransaction } = await aDesk()
    await inTransaction(async (db) => {
      expect(await watchLaw(db, nowMs)).toEqual({ tasks: 0 })
      expect(await watchLaw(db, nowMs, asDate('2027-01-02'))).toEqual({ tasks: 1 })
      expect(await watchLaw(db, nowMs, asDate('2027-01-03'))).toEqual({ tasks: 0 })
      expect(await watchLaw(db, nowMs, asDate('2027-07-01'))).toEqual({ tasks: 1 })
      expect((await tasks(db)).map(({ title }) => title)).toEqual([
        expect.stringContaining('2027-H1'),
        expect.stringContaining('2027-H2'),
      ])
    })
  })
})

describe('the limitation', () => {
  it('is warned of six months and three months before, once each, and not once it began anew', async () => {
    const { inTransaction, late } = await aDesk()
    const { customer, item } = await late('2022-04-15')
    const watched = (on: string) => inTransaction((db) => watchLaw(db, nowMs, asDate(on)))
    // Issued on 2022-03-16: the period ends on 2027-03-16.
    expect(await watched('2026-09-15')).toEqual({ tasks: 0 })
    expect(await watched('2026-09-16')).toEqual({ tasks: 1 })
    expect(await watched('2026-11-01')).toEqual({ tasks: 0 })
    expect(await watched('2026-12-16')).toEqual({ tasks: 1 })
    await inTransaction(async (db) => {
      expect(await tasks(db)).toMatchObject([{ customer }, { customer }])
      const act = {
        customer,
        items: [item],
        kind: 'acknowledgement' as const,
        doneOn: today,
        note: 'Courriel du 23/11',
      }
      const id = await recordLimitationAct(db, act, today)
      const told = async () => (await lawOfCustomer(db, customer, today)).invoices[0]?.limitation
      expect(await told()).toMatchObject({ because: 'acknowledgement', endsOn: '2031-11-23', stage: 'far' })
      await changeEndOfLimitationAct(db, id, true)
      expect(await told()).toMatchObject({ because: 'start', endsOn: '2027-03-16', stage: 'sixMonths' })
    })
  })

  it('begins anew with a payment in part, not with a formal notice', async () => {
    const { inTransaction, late, entity } = await aDesk()
    const { customer, item } = await late('2022-04-15')
    await inTransaction(async (db) => {
      const told = async () => (await lawOfCustomer(db, customer, today)).invoices[0]?.limitation
      await recordNotice(db, aNotice(customer, item), today)
      expect(await told()).toMatchObject({ because: 'start' })
      await aPayment(db, { customer, entity, item, amount: 1000, on: asDate('2024-02-01') })
      expect(await told()).toMatchObject({ because: 'partPayment', endsOn: '2029-02-01' })
    })
  })
})

const aNotice = (customer: number, item: number) => ({
  customer,
  items: [item],
  means: 'registeredLetter',
  sentOn: asDate('2026-11-10'),
  receivedOn: asDate('2026-11-12'),
  deadlineDays: 15,
  trackingNumber: '1A 204 118 6273 4',
  note: null,
})

describe('a formal notice', () => {
  it('keeps its days, its number and its proof', async () => {
    const { inTransaction, late } = await aDesk()
    const { customer, item } = await late()
    await inTransaction(async (db) => {
      const id = await recordNotice(db, aNotice(customer, item), today)
      await keepProof(db, id, { name: 'depot.pdf', type: 'application/pdf', content: Buffer.from('%PDF-1') })
      expect((await proofOf(db, id)).content.toString()).toBe('%PDF-1')
      const { formalNotices } = await lawOfCustomer(db, customer, today)
      expect(formalNotices).toMatchObject([{ deadline: '2026-11-27', proof: 'depot.pdf', invoices: ['F-2026-03-31'] }])
    })
  })

  it.each([
    ['a public body', sql`category = 'publicBody'`],
    ['a private individual', sql`category = 'individual'`],
    ['an insolvent customer', sql`insolvency_on = '2026-11-01'`],
  ])('is never recorded for %s', async (_who, change) => {
    const { inTransaction, late } = await aDesk()
    const { customer, item } = await late()
    await inTransaction(async (db) => {
      await db.run(
        sql`update customer set ${change} where organization_id = current_organization() and id = ${customer}`,
      )
      await expect(recordNotice(db, aNotice(customer, item), today)).rejects.toMatchObject({ code: 'noFormalNotice' })
    })
  })

  it('is not about invoices of another customer, nor received before it was sent', async () => {
    const { inTransaction, late } = await aDesk()
    const [one, other] = [await late(), await late('2026-04-30')]
    await inTransaction(async (db) => {
      const foreign = recordNotice(db, aNotice(one.customer, other.item), today)
      await expect(foreign).rejects.toMatchObject({ code: 'notItsItems' })
      const early = { ...aNotice(one.customer, one.item), receivedOn: asDate('2026-11-09') }
      await expect(recordNotice(db, early, today)).rejects.toMatchObject({ code: 'receivedBeforeSent' })
    })
  })
})

describe('a legal file', () => {
  it('is sealed, comes back as it was, and is recognised by its seal', async () => {
    const { inTransaction, late } = await aDesk()
    const { customer, item, invoice } = await late()
    const file = await inTransaction(async (db) => {
      await db.run(sql`
        insert into invoice_file (organization_id, invoice_id, name, content)
        values (current_organization(), ${invoice}, 'F-1.pdf', ${Buffer.from('%PDF-1.7 F-1')})`)
      const id = await recordNotice(db, aNotice(customer, item), today)
      await keepProof(db, id, { name: 'depot.pdf', type: 'application/pdf', content: Buffer.alloc(2_500_000, 'p') })
      return sealFile(db, customer, today)
    })
    // Summary, interest, rates, history, invoice, proof.
    expect(file).toMatchObject({ files: 6, name: `dossier-Menuiseries Castel-2026-11-23.zip` })
    expect(await openSealed(inTransaction, file.id)).toMatchObject({ size: file.size })
    const path = join(folder, 'back.zip')
    const pieces: Buffer[] = []
    for await (const piece of piecesOf(inTransaction, file.id)) pieces.push(piece)
    await writeFile(path, Buffer.concat(pieces))
    expect(await verifyArchive(inTransaction, path)).toMatchObject({
      verdict: 'sealed',
      seal: file.seal,
      files: 6,
      customer: { id: customer },
      madeOn: '2026-11-23',
    })
    const stranger = await aFirm(database, 'Autre')
    expect(await verifyArchive(stranger.inTransaction, path)).toMatchObject({ verdict: 'unknownSeal', customer: null })
    const bytes = await readFile(path)
    bytes[2000] = (bytes[2000] ?? 0) ^ 1
    await writeFile(path, bytes)
    expect((await verifyArchive(inTransaction, path)).verdict).toBe('altered')
  })

  it('is refused once its bytes in the database are not those that were sealed', async () => {
    const { inTransaction, late, organization } = await aDesk()
    const { customer } = await late()
    const { id } = await inTransaction((db) => sealFile(db, customer, today))
    await database.owner.query(
      `update quittance.legal_file_part set content = set_byte(content, 100, 7) where organization_id = ${organization} and legal_file_id = ${id}`,
    )
    await expect(openSealed(inTransaction, id)).rejects.toMatchObject({ code: 'legalFileAltered' })
  })

  it('cannot be rewritten by the application, only added to the others', async () => {
    const { inTransaction, late } = await aDesk()
    const { customer } = await late()
    const { id } = await inTransaction((db) => sealFile(db, customer, today))
    const rewritten = inTransaction((db) =>
      db.run(sql`update legal_file_part set content = '' where legal_file_id = ${id}`),
    )
    await expect(rewritten).rejects.toThrow(/permission denied/)
  })
})
