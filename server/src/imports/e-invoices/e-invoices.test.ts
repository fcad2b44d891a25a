import { describe, expect, it } from 'vitest'
import { storeFile } from '../../invoices/invoice-queries.ts'
import { today } from '../../invoices/testing/a-firm.ts'
import { changeLegalEntity } from '../../people/legal-entities.ts'
import { sql } from '../../platform/database/sql.ts'
import { testDatabase } from '../../platform/database/testing/test-database.ts'
import { changeReading } from '../change-reading.ts'
import { checkFile } from '../checking/check-file.ts'
import { correctRow } from '../correct-row.ts'
import { refusedCsv } from '../csv-files.ts'
import { aZip } from '../reading/workbook/testing/a-zip.ts'
import { aDesk, type Desk, factsOf, invoicesOf, sales } from '../testing/a-desk.ts'
import { aCii, aFacturX, aPdf } from '../testing/invoice-files.ts'

const database = await testDatabase()

/** A firm with its SIREN, as Settings have it. */
async function aNumberedDesk(): Promise<Desk> {
  const desk = await aDesk(database)
  await desk.firm.work((db) => changeLegalEntity(db, desk.firm.legalEntity, { siren: '812345678' }))
  return desk
}

const withoutJournal = async (desk: Desk): Promise<string[]> =>
  (await factsOf(desk)).filter((line) => !line.startsWith('journal'))

/** Number, name and first bytes of what is attached. */
const attached = async (desk: Desk): Promise<string[]> =>
  (
    await desk.rows<{ line: string }>(sql`
      select concat_ws(' ', i.number, f.name, convert_from(substring(f.content for 5), 'UTF8')) as line
      from invoice_file f join invoice i on i.organization_id = f.organization_id and i.id = f.invoice_id
      where f.organization_id = current_organization() order by i.number`)
  ).map(({ line }) => line)

const statesOf = async (desk: Desk, file: number): Promise<string[]> =>
  ((await desk.shown(file)).files?.listed ?? [])
    .toSorted((a, b) => a.position - b.position)
    .map(({ name, sentence }) => `${name}: ${sentence}`)

const correct = (desk: Desk, file: number, line: number, field: string, value: string) =>
  desk.firm.work((db) => correctRow(db, today, file, { line, field, value }))

describe('an electronic invoice', () => {
  it('goes in with its customer, its due day, what was paid of it and its PDF', async () => {
    const desk = await aNumberedDesk()
    const pdf = await aFacturX({
      buyer: { name: 'Farine & Cie', siren: '552100554', email: 'compta@farine.example' },
      prepaid: '300.00',
      payable: '900.00',
      iban: 'FR7630006000011234567890189',
    })
    const file = await desk.drop(pdf, 'FA-2026-0012.pdf')
    const checked = await desk.shown(file)
    expect(checked).toMatchObject({
      state: 'checked',
      format: { kind: 'eInvoices' },
      summary: { ready: 1, toFix: 0, newCustomers: 1, amountDue: [{ amount: 90_000, currency: 'EUR' }] },
      files: { count: 1, invoices: 1, creditNotes: 0, toAttach: 1, forms: [{ form: 'Factur-X BASIC', count: 1 }] },
    })
    await desk.apply(file)
    expect(await invoicesOf(desk)).toEqual(['Farine & Cie FA-2026-0012 invoice 2026-10-15 2026-11-14 120000 90000 EUR'])
    expect(await attached(desk)).toEqual(['FA-2026-0012 FA-2026-0012.pdf %PDF-'])
    expect(
      await desk.rows(sql`
        select t.reference, t.iban, t.indemnity, c.siren, k.email from payment_instruction t
        join invoice i on i.organization_id = t.organization_id and i.id = t.invoice_id
        join customer c on c.organization_id = i.organization_id and c.id = i.customer_id
        join contact k on k.organization_id = c.organization_id and k.customer_id = c.id
        where t.organization_id = current_organization()`),
    ).toEqual([
      {
        reference: 'RF-FA-2026-0012',
        iban: 'FR7630006000011234567890189',
        indemnity: 'Indemnité forfaitaire de 40 €',
        siren: '552100554',
        email: 'compta@farine.example',
      },
    ])
  })

  it('changes nothing the second time, and undone leaves nothing', async () => {
    const desk = await aNumberedDesk()
    const before = await withoutJournal(desk)
    const zip = aZip({
      'nov/FA-1.pdf': await aFacturX({ number: 'FA-1', prepaid: '200.00', payable: '1000.00' }),
      'nov/FA-2.xml': aCii({
        number: 'FA-2',
        instalments: [
          ['20261114', '400.00'],
          ['20261214', '800.00'],
        ],
      }),
      'AV-3.xml': aCii({ number: 'AV-3', type: '381', total: '120.00' }),
    })
    const { id } = await desk.bring(zip)
    const once = await factsOf(desk)
    expect(await invoicesOf(desk)).toEqual([
      'Farine & Cie AV-3 creditNote 2026-10-15 2026-11-14 -12000 -12000 EUR',
      'Farine & Cie FA-1 invoice 2026-10-15 2026-11-14 120000 100000 EUR',
      'Farine & Cie FA-2 invoice 2026-10-15 2026-11-14 40000 40000 EUR',
      'Farine & Cie FA-2 invoice 2026-10-15 2026-12-14 80000 80000 EUR',
    ])
    const again = await desk.bring(zip)
    expect(again.summary).toMatchObject({ newInvoices: 0, changedInvoices: 0, unchangedInvoices: 3, newCustomers: 0 })
    expect(await statesOf(desk, again.id)).toContain('FA-1.pdf: Déjà joint à FA-1')
    expect(await factsOf(desk)).toEqual(once)
    await desk.undo(id)
    expect(await withoutJournal(desk)).toEqual(before)
    expect(await attached(desk)).toEqual([])
  })

  it('gives an invoice that came from a list its PDF and its word on payment, and takes them back', async () => {
    const desk = await aNumberedDesk()
    await desk.bring(sales('FA-2026-0012;Farine & Cie;15/10/2026;14/11/2026;1200,00;1200,00;;;;'))
    const before = await withoutJournal(desk)
    const { id, summary } = await desk.bring(await aFacturX())
    expect(summary).toMatchObject({ newInvoices: 0, unchangedInvoices: 1 })
    expect(await attached(desk)).toHaveLength(1)
    await desk.undo(id)
    expect(await withoutJournal(desk)).toEqual(before)
    expect(await attached(desk)).toEqual([])
    expect(
      await desk.rows(sql`select from payment_instruction where organization_id = current_organization()`),
    ).toEqual([])
  })

  it('keeps the file a person gave the invoice, before the import or since', async () => {
    const desk = await aNumberedDesk()
    const { id } = await desk.bring(await aFacturX())
    const [{ invoice = 0 } = {}] = await desk.rows<{ invoice: number }>(
      sql`select invoice_id as invoice from invoice_file where organization_id = current_organization()`,
    )
    const signed = await aPdf(['Facture signée'])
    await desk.firm.work((db) => storeFile(db, invoice, { name: 'signée.pdf', content: signed }))
    const again = await desk.bring(await aFacturX())
    expect((await statesOf(desk, again.id))[0]).toContain('FA-2026-0012 a déjà un autre fichier')
    expect(await attached(desk)).toEqual(['FA-2026-0012 signée.pdf %PDF-'])
    await desk.undo(again.id).catch(() => undefined)
    await desk.undo(id)
    expect(await attached(desk)).toEqual([])
  })
})

describe('whose invoice it is', () => {
  const bought = { seller: { name: 'Fournitures SA', siren: '552100554' }, buyer: { name: 'Atelier Vauquelin' } }

  it('is ours, or it stays out with the reason: another firm, a purchase', async () => {
    const desk = await aNumberedDesk()
    const zip = aZip({
      'a.xml': aCii({ number: 'A-1', seller: { name: 'Tiers SARL', siren: '732829320' } }),
      'b.xml': aCii({ number: 'B-1', ...bought }),
      'c.xml': aCii({ number: 'C-1' }),
    })
    const shown = await desk.bring(zip)
    expect(await invoicesOf(desk)).toHaveLength(1)
    expect(shown.refusals.map(({ title }) => title)).toEqual([
      'Émise par Tiers SARL, pas par Atelier Vauquelin',
      'Facture d’achat\u00a0: Fournitures SA vous l’a adressée',
    ])
  })

  it('is what a person says, for all rows of the same seller at once', async () => {
    const desk = await aNumberedDesk()
    const seller = { name: 'AV Travaux', siren: '732829320' }
    const zip = aZip({ 'a.xml': aCii({ number: 'A-1', seller }), 'b.xml': aCii({ number: 'A-2', seller }) })
    const file = await desk.drop(zip)
    await correct(desk, file, 1, 'seller', 'Atelier Vauquelin')
    expect(await desk.shown(file)).toMatchObject({ refusals: [], summary: { ready: 2 } })
    await desk.apply(file)
    expect(await invoicesOf(desk)).toHaveLength(2)
  })

  it('is that of another firm of the organisation, to be chosen', async () => {
    const desk = await aNumberedDesk()
    const [{ sister = 0 } = {}] = await desk.rows<{ sister: number }>(sql`
      insert into legal_entity (organization_id, name, siren) values (current_organization(), 'Vauquelin Travaux', '732829320')
      returning id as sister`)
    const file = await desk.drop(aCii({ seller: { name: 'VT', siren: '732829320' } }), 'a.xml')
    expect((await desk.shown(file)).refusals[0]?.sentence).toContain('une autre de vos sociétés')
    await desk.firm.work((db) => changeReading(db, file, { legalEntityId: sister }))
    await checkFile(desk.work, desk.firm.organization, file)
    expect(await desk.shown(file)).toMatchObject({ refusals: [], summary: { ready: 1 } })
  })

  it('is taken for ours, and said, where our firm has no number', async () => {
    const desk = await aDesk(database)
    const file = await desk.drop(aCii({ seller: { name: 'Tiers SARL' } }), 'a.xml')
    const shown = await desk.shown(file)
    expect(shown.summary?.ready).toBe(1)
    expect(shown.summary?.warnings.map(({ code }) => code)).toContain('sellerUnproven')
  })
})

describe('what an electronic invoice asks for besides', () => {
  it('is not chased where it is owed to a factor, and is not where a direct debit takes it', async () => {
    const desk = await aNumberedDesk()
    await desk.bring(
      aZip({
        'a.xml': aCii({ number: 'A-1', payee: 'Factor SA' }),
        'b.xml': aCii({ number: 'B-1', type: '393' }),
        'c.xml': aCii({ number: 'C-1', means: '59' }),
      }),
    )
    expect(
      await desk.rows(sql`
        select i.number, o.pause_note as note, o.automatic_means as automatic from open_item o
        join invoice i on i.organization_id = o.organization_id and i.id = o.invoice_id
        where o.organization_id = current_organization() order by 1`),
    ).toEqual([
      { number: 'A-1', note: 'Cédée à un affactureur (Factor SA) : c’est à lui qu’elle est due.', automatic: false },
      { number: 'B-1', note: 'Cédée à un affactureur : c’est à lui qu’elle est due.', automatic: false },
      { number: 'C-1', note: null, automatic: true },
    ])
  })

  it('is told where it is to another account than ours', async () => {
    const desk = await aNumberedDesk()
    await desk.firm.work((db) => changeLegalEntity(db, desk.firm.legalEntity, { iban: 'FR7630006000011234567890189' }))
    const own = aCii({ number: 'A-1', iban: 'FR76 3000 6000 0112 3456 7890 189' })
    const other = aCii({ number: 'B-1', iban: 'DE21860000000086001055' })
    const { summary } = await desk.shown(await desk.drop(aZip({ 'a.xml': own, 'b.xml': other })))
    expect(summary?.warnings.map(({ code, count, sentence }) => `${code} ${count} ${sentence}`)).toEqual([
      'otherIban 1 IBAN de la facture (DE21860000000086001055) différent du vôtre\u00a0: les relances donnent le vôtre.',
    ])
  })

  it('shows a day to correct as a person writes it, and reads it so', async () => {
    const desk = await aNumberedDesk()
    const file = await desk.drop(aCii({ issued: '20260815', due: '20260701' }), 'a.xml')
    const [refusal] = (await desk.shown(file)).refusals
    expect(refusal).toMatchObject({ code: 'dueBeforeIssue', field: 'dueDate', value: '01/07/2026' })
    await correct(desk, file, 1, 'dueDate', '30/09/2026')
    expect((await desk.shown(file)).preview).toMatchObject([{ dueDate: '2026-09-30' }])
  })

  it('is typed where the file does not say what is payable', async () => {
    const desk = await aNumberedDesk()
    const silent = aCii().replace(/<ram:DuePayableAmount>.*<\/ram:DuePayableAmount>/, '')
    const file = await desk.drop(silent, 'a.xml')
    expect((await desk.shown(file)).refusals).toMatchObject([
      { field: 'amountDue', title: 'Le fichier ne dit pas ce qui reste à payer (BT-115\u00a0; TTC 1200.00)' },
    ])
    await correct(desk, file, 1, 'amountDue', '850,00')
    await desk.apply(file)
    expect(await invoicesOf(desk)).toEqual(['Farine & Cie FA-2026-0012 invoice 2026-10-15 2026-11-14 120000 85000 EUR'])
  })

  it.each([
    ['before it', 'FA-1', 'FA-2'],
    ['after it', 'FA-2', 'FA-1'],
  ])('takes the place of the invoice it corrects, which came %s', async (_, first, second) => {
    const desk = await aNumberedDesk()
    const files: Readonly<Record<string, string>> = {
      'FA-1': aCii({ number: 'FA-1' }),
      'FA-2': aCii({ number: 'FA-2', type: '384', preceding: 'FA-1', total: '1000.00' }),
    }
    await desk.bring(files[first] ?? '')
    const before = await withoutJournal(desk)
    const { id } = await desk.bring(files[second] ?? '')
    const lines = [
      'Farine & Cie FA-1 invoice 2026-10-15 2026-11-14 0 0 EUR',
      'Farine & Cie FA-2 invoice 2026-10-15 2026-11-14 100000 100000 EUR',
    ]
    expect(await invoicesOf(desk)).toEqual(lines)
    const once = await factsOf(desk)
    await desk.bring(aZip({ 'b.xml': files['FA-2'] ?? '', 'a.xml': files['FA-1'] ?? '' }))
    expect(await factsOf(desk)).toEqual(once)
    await desk.undo(id)
    expect(await withoutJournal(desk)).toEqual(before)
  })

  it('is not owed twice in what the check adds up, where both come at once', async () => {
    const desk = await aNumberedDesk()
    const file = await desk.drop(
      aZip({
        'a.xml': aCii({ number: 'FA-1' }),
        'b.xml': aCii({ number: 'FA-2', type: '384', preceding: 'FA-1', total: '1000.00' }),
      }),
    )
    const { summary } = await desk.shown(file)
    expect(summary).toMatchObject({ ready: 2, amountDue: [{ amount: 100_000 }], alreadyLate: 1 })
    expect(summary?.warnings.map(({ code }) => code)).toEqual(['wasReplaced', 'takesPlace'])
    await desk.apply(file)
    expect((await invoicesOf(desk))[0]).toContain('FA-1 invoice 2026-10-15 2026-11-14 0 0 EUR')
  })

  it('leaves an invoice with payments as it is, and says so', async () => {
    const desk = await aNumberedDesk()
    await desk.bring(aCii({ number: 'FA-1', prepaid: '100.00', payable: '1100.00' }))
    const file = await desk.drop(aCii({ number: 'FA-2', type: '384', preceding: 'FA-1' }), 'b.xml')
    expect((await desk.shown(file)).summary?.warnings.map(({ sentence }) => sentence)).toEqual([
      'Remplace la facture FA-1, qui a déjà des règlements\u00a0: elle reste telle quelle, soldez-la vous-même.',
    ])
    await desk.apply(file)
    expect((await invoicesOf(desk))[0]).toContain('120000 110000')
  })
})

describe('a folder of files', () => {
  it('lets the good ones in, names each that cannot be read, tells the others', async () => {
    const desk = await aNumberedDesk()
    const shown = await desk.bring(
      aZip({
        'a/FA-1.xml': aCii({ number: 'FA-1' }),
        'a/casse.xml': '<Invoice><ID>3',
        'a/bombe.xml': '<!DOCTYPE x [<!ENTITY a "aaaa">]><Invoice/>',
        'b/releve.xml': '<?xml version="1.0"?><Document><BkToCstmrStmt/></Document>',
        'b/notes.txt': 'bonjour',
        'b/abime.pdf': '%PDF-1.7 rien',
        '__MACOSX/b/._notes.txt': 'x',
        '../../etc/FA-2.xml': aCii({ number: 'FA-2' }),
      }),
    )
    expect(await invoicesOf(desk)).toHaveLength(2)
    expect(shown.refusals.map(({ invoiceNumber, title }) => `${invoiceNumber} | ${title}`)).toEqual([
      'bombe.xml | bombe.xml\u00a0: Ce fichier XML contient une définition de type (DOCTYPE, ligne 1), qu’aucune facture ni aucun relevé ne porte\u00a0: il n’a pas été lu. Exportez-le de nouveau.',
      'casse.xml | casse.xml\u00a0: Ce fichier XML est incomplet ou mal formé (ligne 1). Demandez-le de nouveau à celui qui l’a produit, ou exportez-le encore une fois.',
      'abime.pdf | abime.pdf\u00a0: Ce PDF est abîmé ou incomplet. Exportez-le de nouveau, puis déposez-le ici.',
    ])
    expect(shown.files).toMatchObject({ count: 7, invoices: 2 })
    expect((await statesOf(desk, shown.id)).filter((line) => line.includes('laissé'))).toHaveLength(2)
  })

  it('gives the rows to fix to a spreadsheet with the name of their file, and nothing of how they are read', async () => {
    const desk = await aNumberedDesk()
    const seller = { name: 'Tiers SARL', siren: '732829320' }
    const file = await desk.drop(aZip({ 'a.xml': aCii({ number: 'A-1', seller }), 'b.xml': aCii() }), 'Novembre.zip')
    const { name, text } = await refusedCsv(desk.firm.work, file, 'fr')
    let csv = ''
    for await (const part of text) csv += part
    expect(name).toBe('Novembre - à corriger.csv')
    expect(csv).toContain(';a.xml;1;')
    expect(csv).toContain('Fichier de la facture')
    expect(csv).not.toContain('{')
  })

  it('is refused as a whole where nothing of it is of use', async () => {
    const desk = await aNumberedDesk()
    const shown = await desk.shown(await desk.drop(aZip({ 'notes.txt': 'bonjour' }), 'x.zip'))
    expect(shown).toMatchObject({ state: 'failed', error: { code: 'noInvoices' } })
  })

  it('brings one invoice once, though it comes as PDF and as XML, with the PDF', async () => {
    const desk = await aNumberedDesk()
    const shown = await desk.bring(
      aZip({ 'FA-9.xml': aCii({ number: 'FA-9' }), 'FA-9.pdf': await aFacturX({ number: 'FA-9' }) }),
    )
    expect(await invoicesOf(desk)).toHaveLength(1)
    expect(shown.summary?.warnings.map(({ code }) => code)).toContain('repeatedRow')
    expect(await attached(desk)).toEqual(['FA-9 FA-9.pdf %PDF-'])
  })
})

describe('a PDF without an invoice in it', () => {
  it('goes to the invoice its name shows, else its text, or is said to fit none or several', async () => {
    const desk = await aNumberedDesk()
    await desk.bring(
      sales(
        ...['FA-2026-0001', 'FA-2026-0002', 'FA-2026-0003', '84340'].map(
          (number) => `${number};Farine;15/10/2026;14/11/2026;100,00;100,00;;;;`,
        ),
      ),
    )
    const before = await withoutJournal(desk)
    const zip = aZip({
      'FA_2026_0001 Farine.pdf': await aPdf(['Bonjour']),
      'scan-1.pdf': await aPdf(['Facture N° FA-2026-0002', '84340 Malaucène']),
      'scan-2.pdf': await aPdf(['Facture du 3 mars']),
      'scan-3.pdf': await aPdf(['Nos commandes FA-2026-0001 et FA-2026-0003']),
      'FA-2026-0001 bis.pdf': await aPdf(['autre']),
    })
    const { id } = await desk.bring(zip)
    expect(await statesOf(desk, id)).toEqual([
      'FA_2026_0001 Farine.pdf: Joint à FA-2026-0001',
      'FA-2026-0001 bis.pdf: FA-2026-0001 a déjà un autre fichier\u00a0: il reste'.replace('\u00a0', ' '),
      'scan-1.pdf: Joint à FA-2026-0002',
      'scan-2.pdf: Aucune facture connue dans son nom ni dans son texte',
      'scan-3.pdf: Plusieurs factures possibles : FA-2026-0001, FA-2026-0003',
    ])
    expect(await attached(desk)).toEqual([
      'FA-2026-0001 FA_2026_0001 Farine.pdf %PDF-',
      'FA-2026-0002 scan-1.pdf %PDF-',
    ])
    expect(await withoutJournal(desk)).toEqual(before)
    const once = await factsOf(desk)
    const again = await desk.bring(zip)
    expect((await statesOf(desk, again.id)).filter((line) => line.includes('Déjà joint'))).toHaveLength(2)
    expect(await factsOf(desk)).toEqual(once)
    await desk.undo(id)
    expect(await attached(desk)).toEqual([])
  })

  it('goes alone too', async () => {
    const desk = await aNumberedDesk()
    await desk.bring(aCii({ number: 'FA-7' }))
    const file = await desk.drop(await aPdf(['Facture FA-7']), 'scan.pdf')
    expect(await desk.shown(file)).toMatchObject({ state: 'checked', summary: { ready: 0 }, files: { toAttach: 1 } })
    const applied = await desk.apply(file)
    expect(applied).toMatchObject({ state: 'imported', files: { attached: 1 } })
    expect(await attached(desk)).toEqual(['FA-7 scan.pdf %PDF-'])
  })
})
