import { describe, expect, it } from 'vitest'
import { today } from '../../invoices/testing/a-firm.ts'
import { changeLegalEntity } from '../../people/legal-entities.ts'
import { sql } from '../../platform/database/sql.ts'
import { testDatabase } from '../../platform/database/testing/test-database.ts'
import { correctRow } from '../correct-row.ts'
import { aZip } from '../reading/workbook/testing/a-zip.ts'
import { aDesk, type Desk, factsOf, invoicesOf, sales } from '../testing/a-desk.ts'
import { aCii, aFacturX } from '../testing/invoice-files.ts'

const database = await testDatabase()

async function aNumberedDesk(): Promise<Desk> {
  const desk = await aDesk(database)
  await desk.firm.work((db) => changeLegalEntity(db, desk.firm.legalEntity, { siren: '812345678' }))
  return desk
}

const correct = (desk: Desk, file: number, line: number, value: string, field = 'invoiceNumber') =>
  desk.firm.work((db) => correctRow(db, today, file, { line, field, value }))

const withoutJournal = async (desk: Desk): Promise<string[]> =>
  (await factsOf(desk)).filter((line) => !line.startsWith('journal'))

const attached = async (desk: Desk): Promise<string[]> =>
  (
    await desk.rows<{ name: string }>(
      sql`select name from invoice_file where organization_id = current_organization() order by 1`,
    )
  ).map(({ name }) => name)

const readable = (text = ''): string => text.replace(/[\u00a0\u202f]/g, ' ')

const first = aCii({ number: 'FA-1', total: '940.30' })
const second = aCii({ number: 'FA-1', total: '739.30' })
const ofFirst = 'Farine & Cie FA-1 invoice 2026-10-15 2026-11-14 94030 94030 EUR'
const ofSecond = 'Farine & Cie FA-1 invoice 2026-10-15 2026-11-14 73930 73930 EUR'

describe('two electronic invoices of one number that contradict each other, dropped together', () => {
  const both = () => aZip({ 'a.xml': first, 'b.xml': second, 'c.xml': aCii({ number: 'FA-2' }) })

  it('stay out, both told, while the others go in, however often they are dropped', async () => {
    const desk = await aNumberedDesk()
    const shown = await desk.bring(both())
    expect(shown.summary).toMatchObject({ toFix: 2, newInvoices: 1, amountDue: [{ amount: 120_000 }] })
    expect(shown.refusals.map(({ code, title }) => `${code} ${readable(title)}`)).toEqual([
      'namesakesDisagree Plusieurs factures différentes sous ce numéro. Celle-ci (a.xml) : 940,30 € du 15/10/2026, échéance 14/11/2026. Une autre (b.xml) : 739,30 € du 15/10/2026, échéance 14/11/2026',
      expect.stringContaining('Celle-ci (b.xml) : 739,30 €'),
    ])
    const once = await factsOf(desk)
    await desk.bring(both())
    await desk.bring(both())
    expect(await factsOf(desk)).toEqual(once)
    expect(await invoicesOf(desk)).toHaveLength(1)
  })

  it.each([
    ['first', 1, ofFirst],
    ['second', 2, ofSecond],
  ])('leave the %s where a person keeps it, and ask nothing the next time', async (_, line, expected) => {
    const desk = await aNumberedDesk()
    const file = await desk.drop(both())
    await correct(desk, file, line, 'FA-1')
    expect(await desk.shown(file)).toMatchObject({ refusals: [], summary: { ready: 2, toFix: 0 } })
    await desk.apply(file)
    expect((await invoicesOf(desk))[0]).toBe(expected)
    const once = await factsOf(desk)
    for (const again of [both(), first, second]) {
      const shown = await desk.bring(again)
      expect(shown.refusals).toEqual([])
      expect(await factsOf(desk)).toEqual(once)
    }
  })

  it('are two invoices where a person gives one another number, and stay two', async () => {
    const desk = await aNumberedDesk()
    const before = await withoutJournal(desk)
    const file = await desk.drop(both())
    await correct(desk, file, 2, 'FA-1 bis')
    expect((await desk.shown(file)).refusals).toEqual([])
    await desk.apply(file)
    expect(await invoicesOf(desk)).toEqual([ofFirst, ofSecond.replace('FA-1', 'FA-1 bis'), expect.any(String)])
    const once = await factsOf(desk)
    expect((await desk.bring(both())).summary).toMatchObject({ toFix: 0, unchangedInvoices: 3 })
    expect((await desk.bring(second)).summary).toMatchObject({ toFix: 0, unchangedInvoices: 1 })
    expect(await factsOf(desk)).toEqual(once)
    await desk.undo(file)
    expect(await withoutJournal(desk)).toEqual(before)
    expect((await desk.bring(both())).summary).toMatchObject({ toFix: 2, newInvoices: 1 })
  })

  it('attach the PDF of the one that is kept', async () => {
    const desk = await aNumberedDesk()
    const file = await desk.drop(
      aZip({
        'a.pdf': await aFacturX({ number: 'FA-1', total: '940.30' }),
        'b.pdf': await aFacturX({ number: 'FA-1', total: '739.30' }),
      }),
    )
    await correct(desk, file, 2, 'FA-1')
    const shown = await desk.apply(file)
    expect(await attached(desk)).toEqual(['b.pdf'])
    expect(shown.files?.listed.map(({ name, sentence }) => `${name} ${sentence}`)).toEqual([
      'a.pdf Facture FA-1, laissée de côté pour une autre de ce numéro',
      'b.pdf Joint à FA-1',
    ])
  })

  it('are no question where only one of them is ours', async () => {
    const desk = await aNumberedDesk()
    const bought = aCii({ number: 'FA-1', total: '50.00', seller: { name: 'Tiers SARL', siren: '732829320' } })
    const shown = await desk.bring(aZip({ 'a.xml': bought, 'b.xml': second }))
    expect(shown.refusals.map(({ code }) => code)).toEqual(['otherSeller'])
    expect(await invoicesOf(desk)).toEqual([ofSecond])
  })

  it('are asked of once a person says that both are ours', async () => {
    const desk = await aNumberedDesk()
    const bought = aCii({ number: 'FA-1', total: '50.00', seller: { name: 'Tiers SARL', siren: '732829320' } })
    const file = await desk.drop(aZip({ 'a.xml': bought, 'b.xml': second }))
    await correct(desk, file, 1, 'Atelier Vauquelin', 'seller')
    expect((await desk.shown(file)).refusals.map(({ code }) => code)).toEqual([
      'namesakesDisagree',
      'namesakesDisagree',
    ])
  })
})

describe('several electronic invoices of one number that say the same', () => {
  it('are one invoice, with the due day that only one of them gives and its PDF', async () => {
    const desk = await aNumberedDesk()
    const files = {
      'a.pdf': await aFacturX({ number: 'FA-1', due: null }),
      'b.pdf': await aFacturX({ number: 'FA-1', due: '20261231' }),
      'c.xml': aCii({ number: 'FA-1', due: '20261231', iban: 'FR7630006000011234567890189' }),
    }
    const shown = await desk.bring(aZip(files))
    expect(shown.refusals).toEqual([])
    expect(await invoicesOf(desk)).toEqual(['Farine & Cie FA-1 invoice 2026-10-15 2026-12-31 120000 120000 EUR'])
    expect(await attached(desk)).toEqual(['b.pdf'])
    const once = await factsOf(desk)
    for (const again of [aZip(files), ...Object.values(files)]) {
      expect((await desk.bring(again)).summary).toMatchObject({ toFix: 0, newInvoices: 0, changedInvoices: 0 })
      expect(await factsOf(desk)).toEqual(once)
    }
  })
})

describe('an electronic invoice of a number that is known', () => {
  it('waits for a person where it contradicts the one that is there', async () => {
    const desk = await aNumberedDesk()
    await desk.bring(first)
    const once = await factsOf(desk)
    const shown = await desk.bring(second)
    expect(shown.refusals.map(({ code, title }) => `${code} ${readable(title)}`)).toEqual([
      'knownOtherwise Une autre facture porte déjà ce numéro. Celle-ci (export_ventes_2026.csv) : 739,30 € du 15/10/2026, échéance 14/11/2026. Celle qui est là : 940,30 € du 15/10/2026, échéance 14/11/2026',
    ])
    expect(await factsOf(desk)).toEqual(once)
  })

  it('takes its place where a person says so, and the first one changes nothing when it comes again', async () => {
    const desk = await aNumberedDesk()
    await desk.bring(first)
    const file = await desk.drop(second)
    await correct(desk, file, 1, 'FA-1')
    await desk.apply(file)
    expect(await invoicesOf(desk)).toEqual([ofSecond])
    const once = await factsOf(desk)
    const again = await desk.bring(first)
    expect(again.summary?.warnings.map(({ code }) => code)).toEqual(['saidBefore'])
    await desk.bring(second)
    expect(await factsOf(desk)).toEqual(once)
  })

  it('stays out where a person keeps the one that is there, and asks nothing the next time', async () => {
    const desk = await aNumberedDesk()
    await desk.bring(first)
    const once = await factsOf(desk)
    const file = await desk.drop(second)
    await correct(desk, file, 1, 'leftOut', 'fingerprint')
    expect(await desk.shown(file)).toMatchObject({ refusals: [], summary: { ready: 0, toFix: 0 } })
    await desk.apply(file)
    const again = await desk.bring(second)
    expect(again.refusals).toEqual([])
    expect(again.summary?.warnings.map(({ code }) => code)).toEqual(['saidBefore'])
    expect(await factsOf(desk)).toEqual(once)
  })

  it('goes on changing what may change: what is left to pay, and when it is due', async () => {
    const desk = await aNumberedDesk()
    await desk.bring(aCii({ number: 'FA-1' }))
    await desk.bring(aCii({ number: 'FA-1', prepaid: '200.00', payable: '1000.00', due: '20261130' }))
    const changed = ['Farine & Cie FA-1 invoice 2026-10-15 2026-11-30 120000 100000 EUR']
    expect(await invoicesOf(desk)).toEqual(changed)
    await desk.bring(aCii({ number: 'FA-1' }))
    expect(await invoicesOf(desk)).toEqual(changed)
  })

  it('corrects what a list alone said of it', async () => {
    const desk = await aNumberedDesk()
    await desk.bring(sales('FA-1;Farine & Cie;15/10/2026;14/11/2026;940,30;940,30;;;;'))
    await desk.bring(second)
    expect(await invoicesOf(desk)).toEqual([ofSecond])
  })
})
