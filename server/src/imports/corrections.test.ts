import { Readable } from 'node:stream'
import { text as textOf } from 'node:stream/consumers'
import { describe, expect, it } from 'vitest'
import { today } from '../invoices/testing/a-firm.ts'
import { testDatabase } from '../platform/database/testing/test-database.ts'
import { changeReading } from './change-reading.ts'
import { checkFile } from './checking/check-file.ts'
import { correctRow } from './correct-row.ts'
import { refusedCsv } from './csv-files.ts'
import { aDesk, type Desk, factsOf, header, invoicesOf, sales } from './testing/a-desk.ts'

const database = await testDatabase()
const plain = (text: string | undefined): string => (text ?? '').replaceAll('\u00a0', ' ')

/** The seven kinds of rows that do not go in as they are, among three that do. */
const sevenErrors = sales(
  'F-2026-0961;BRASSERIE SAINT-AUBIN;20/11/2026;20/12/2026;2160,00;2160,00;factures@saint-aubin.example;CB;Entretien annuel;706200',
  'F-2026-0412;Brun & Fils;20/04/2026;20/03/2026;800,00;800,00;;;;706100',
  'F-2026-0533;Brun & Fils;02/11/2026;02/12/2026;1.248,OO;1248,00;;;;706100',
  'F-2026-0588;Menuiseries Castel;03/11/2026;03/12/2026;450,00;450,00;;;;706100',
  'F-2026-0671;STE LENOIRE;04/11/2026;04/12/2026;90,00;90,00;;;;706100',
  ';Brun & Fils;05/11/2026;05/12/2026;75,00;75,00;;;;706100',
  'F-2026-0790;Brun & Fils;06/11/2026;06/12/2026;640,00;6400,00;;;;706100',
  'F-2026-0903;Brun & Fils;07/11/2026;07/12/2026;310,00;310,00;compta@;;;706100',
  'F-2026-0957;Menuiseries Castel;15/11/2026;15/12/2026;6540,00;6540,00;;;;706100',
  'F-2026-0955;Brun & Fils;28/10/2026;27/11/2026;9300,00;9300,00;;;;706100',
)

/** A desk that knows Boutique Lenoire, and Hôtel des Quais under the number F-2026-0588. */
async function aDeskWithPast(): Promise<Desk> {
  const desk = await aDesk(database)
  await desk.firm.customer({ name: 'Boutique Lenoire' })
  const hotel = await desk.firm.customer({ name: 'Hôtel des Quais' })
  await desk.firm.invoice({
    customer: hotel,
    number: 'F-2026-0588',
    issued: '2026-11-03',
    due: '2026-12-03',
    amount: 45_000,
  })
  return desk
}

const correct = async (desk: Desk, file: number, line: number, field: string, value: string) => {
  const { isToCheck } = await desk.firm.work((db) => correctRow(db, today, file, { line, field, value }))
  if (isToCheck) await checkFile(desk.work, desk.firm.organization, file)
  return desk.shown(file)
}

describe('rows that cannot go in', () => {
  it('are told one by one with line, column, what is wrong and a correction', async () => {
    const desk = await aDeskWithPast()
    const file = await desk.drop(Buffer.from(sevenErrors, 'latin1'))
    const shown = await desk.shown(file)
    expect(shown.format).toMatchObject({
      kind: 'csv',
      encoding: 'windows-1252',
      separator: ';',
      decimal: ',',
      dateOrder: 'dmy',
    })
    expect(shown.summary).toMatchObject({ ready: 3, toFix: 7, newInvoices: 3 })
    expect(
      shown.refusals.map(({ line, invoiceNumber, field, suggestion }) => [line, invoiceNumber, field, suggestion]),
    ).toEqual([
      [3, 'F-2026-0412', 'dueDate', null],
      [4, 'F-2026-0533', 'totalAmount', '1 248,00'],
      [5, 'F-2026-0588', 'invoiceNumber', 'F-2026-0588'],
      [6, 'F-2026-0671', 'customerName', 'Boutique Lenoire'],
      [7, null, 'invoiceNumber', null],
      [8, 'F-2026-0790', 'amountDue', '640,00'],
      [9, 'F-2026-0903', 'invoicingEmail', ''],
    ])
    expect(shown.refusals.map(({ sentence }) => plain(sentence))).toEqual([
      'Ligne 3, colonne « Ech. » : échéance avant l’émission (20/04/2026). Corrigez l’échéance ou la date de la facture.',
      'Ligne 4, colonne « Mt TTC » : montant illisible : « 1.248,OO ». Saisissez le montant en chiffres. Proposition : 1 248,00.',
      'Ligne 5, colonne « N° pièce » : numéro déjà dans Quittance, pour Hôtel des Quais. Confirmez le numéro pour mettre cette facture à jour, ou corrigez-le.',
      'Ligne 6, colonne « Tiers » : client inconnu : « STE LENOIRE ». Reliez-le à Boutique Lenoire, ou créez un nouveau client. Proposition : Boutique Lenoire.',
      'Ligne 7, colonne « N° pièce » : numéro de facture manquant. Saisissez le numéro de la facture.',
      'Ligne 8, colonne « Solde » : reste à payer plus grand que le TTC (640,00). Corrigez l’un des deux montants. Proposition : 640,00.',
      'Ligne 9, colonne « Mail compta » : e-mail invalide : « compta@ ». Corrigez l’adresse, ou importez sans elle.',
    ])
  })

  it('stay behind while the others go in, and go in once corrected', async () => {
    const desk = await aDeskWithPast()
    const file = await desk.drop(sevenErrors)
    expect((await desk.apply(file)).summary).toMatchObject({ toFix: 7 })
    expect(await invoicesOf(desk)).toHaveLength(4)
    await correct(desk, file, 3, 'dueDate', '20/05/2026')
    await correct(desk, file, 4, 'totalAmount', '1 248,00')
    await correct(desk, file, 5, 'invoiceNumber', 'F-2026-0588')
    await correct(desk, file, 6, 'customerName', 'Boutique Lenoire')
    await correct(desk, file, 7, 'invoiceNumber', 'F-2026-0700')
    await correct(desk, file, 8, 'amountDue', '640,00')
    const shown = await correct(desk, file, 9, 'invoicingEmail', '')
    expect(shown.summary).toMatchObject({
      ready: 10,
      toFix: 0,
      newInvoices: 6,
      changedInvoices: 1,
      unchangedInvoices: 3,
    })
    expect((await desk.apply(file)).refusalCount).toBe(0)
    expect(await invoicesOf(desk)).toEqual([
      'Brun & Fils F-2026-0412 invoice 2026-04-20 2026-05-20 80000 80000 EUR',
      'Brun & Fils F-2026-0533 invoice 2026-11-02 2026-12-02 124800 124800 EUR',
      'Menuiseries Castel F-2026-0588 invoice 2026-11-03 2026-12-03 45000 45000 EUR',
      'Boutique Lenoire F-2026-0671 invoice 2026-11-04 2026-12-04 9000 9000 EUR',
      'Brun & Fils F-2026-0700 invoice 2026-11-05 2026-12-05 7500 7500 EUR',
      'Brun & Fils F-2026-0790 invoice 2026-11-06 2026-12-06 64000 64000 EUR',
      'Brun & Fils F-2026-0903 invoice 2026-11-07 2026-12-07 31000 31000 EUR',
      'Brun & Fils F-2026-0955 invoice 2026-10-28 2026-11-27 930000 930000 EUR',
      'Menuiseries Castel F-2026-0957 invoice 2026-11-15 2026-12-15 654000 654000 EUR',
      'BRASSERIE SAINT-AUBIN F-2026-0961 invoice 2026-11-20 2026-12-20 216000 216000 EUR',
    ])
  })

  it('keep what was typed though it is still wrong', async () => {
    const desk = await aDesk(database)
    const file = await desk.drop(sevenErrors)
    const shown = await correct(desk, file, 4, 'totalAmount', 'mille')
    expect(shown.refusals.find(({ line }) => line === 4)).toMatchObject({ value: 'mille', correction: 'mille' })
  })

  it('of one unknown customer are all linked at once, or make it a new one', async () => {
    const rows = sales(
      'F-1;STE LENOIRE;04/11/2026;04/12/2026;90,00;90,00;;;;',
      'F-2;STE LENOIRE;04/11/2026;04/12/2026;10,00;10,00;;;;',
    )
    const desk = await aDeskWithPast()
    const linked = await desk.drop(rows)
    expect((await desk.shown(linked)).summary).toMatchObject({ toFix: 2 })
    expect((await correct(desk, linked, 2, 'customerName', 'Boutique Lenoire')).summary).toMatchObject({
      ready: 2,
      newCustomers: 0,
    })
    const made = await desk.drop(rows)
    expect((await correct(desk, made, 3, 'customerName', 'STE LENOIRE')).summary).toMatchObject({
      ready: 2,
      newCustomers: 1,
    })
  })

  it('leave a row without a number under the number it is given, so that the file again changes nothing', async () => {
    const desk = await aDeskWithPast()
    const rows = [
      'Tiers;Date fact.;Ech.;Mt TTC',
      'STE LENOIRE;04/11/2026;04/12/2026;90,00',
      'STE LENOIRE;04/11/2026;04/12/2026;90,00',
      'Castel;04/11/2026;04/12/2026;10,00',
      '',
    ].join('\r\n')
    const file = await desk.drop(rows)
    await correct(desk, file, 2, 'customerName', 'STE LENOIRE')
    await desk.apply(file)
    const once = await factsOf(desk)
    expect((await invoicesOf(desk)).filter((line) => line.includes('LENOIRE'))).toHaveLength(2)
    expect((await desk.bring(rows)).summary).toMatchObject({ newInvoices: 0, unchangedInvoices: 3 })
    expect(await factsOf(desk)).toEqual(once)
  })

  it('find the customer whom another file has brought in meanwhile', async () => {
    const desk = await aDesk(database)
    const file = await desk.drop(sevenErrors)
    await desk.bring(sales('F-1;Brun & Fils;28/08/2026;27/09/2026;9300,00;9300,00;;;;'))
    expect((await correct(desk, file, 8, 'amountDue', '640,00')).summary).toMatchObject({ ready: 6, toFix: 4 })
  })

  it('that get the number of a row below are one invoice with it, or push it out, as if the file had said so', async () => {
    const desk = await aDesk(database)
    const rows = (number: string, left: string) =>
      sales(
        `${number};Castel;15/09/2026;30/09/2026;300,00;${left};;;;`,
        'F-7;Castel;15/09/2026;31/12/2026;700,00;700,00;;;;',
        'F-8;Brun;15/09/2026;31/12/2026;50,00;50,00;;;;',
      )
    for (const [number, field, value] of [
      ['F-7', 'amountDue', '300,00'],
      ['', 'invoiceNumber', 'F-7'],
      ['', 'invoiceNumber', 'f-8'],
    ] as const) {
      const left = field === 'amountDue' ? '400,00' : '300,00'
      const file = await desk.drop(rows(number, left))
      expect((await desk.shown(file)).summary).toMatchObject({ ready: 2, toFix: 1, newInvoices: 2 })
      const corrected = await correct(desk, file, 2, field, value)
      const whole = await desk.shown(await desk.drop(rows(field === 'amountDue' ? number : value, '300,00')))
      expect(corrected.summary).toEqual(whole.summary)
      expect(corrected.refusals.map(({ line, code }) => [line, code])).toEqual(
        whole.refusals.map(({ line, code }) => [line, code]),
      )
    }
  })

  it('of one customer named on a thousand rows are told again with the whole file', async () => {
    const desk = await aDeskWithPast()
    const file = await desk.drop(
      sales(...Array.from({ length: 1200 }, (_, n) => `F-${n};STE LENOIRE;04/11/2026;04/12/2026;90,00;90,00;;;;`)),
    )
    expect((await desk.shown(file)).summary).toMatchObject({ ready: 0, toFix: 1200 })
    const shown = await correct(desk, file, 700, 'customerName', 'Boutique Lenoire')
    expect(shown.summary).toMatchObject({ ready: 1200, toFix: 0, newCustomers: 0 })
  })

  it('can be taken to a spreadsheet with the reason beside each', async () => {
    const desk = await aDeskWithPast()
    const file = await desk.drop(sevenErrors)
    const { name, text } = await refusedCsv(desk.firm.work, file, 'fr')
    const csv = await textOf(Readable.from(text))
    const lines = csv.slice(1).split('\r\n')
    expect(name).toBe('export_ventes_2026 - à corriger.csv')
    expect(lines[0]).toBe(`${header};Ligne;Ce qui ne va pas`)
    expect(lines).toHaveLength(9)
    expect(plain(lines[2])).toBe(
      'F-2026-0533;Brun & Fils;02/11/2026;02/12/2026;1.248,OO;1248,00;;;;706100;4;Montant illisible : « 1.248,OO »',
    )
    const again = await desk.shown(await desk.drop(csv))
    expect(again.summary).toMatchObject({ ready: 0, toFix: 7 })
  })
})

describe('how a file is read', () => {
  const odd = 'Ref;Qui;Le;Avant le;Combien\nF-1;Castel;01/02/2026;03/04/2026;10\n'

  it('is said by a person where it cannot be found, and remembered for the next file of that source', async () => {
    const desk = await aDesk(database)
    const file = await desk.drop(odd)
    expect(await desk.shown(file)).toMatchObject({ state: 'failed', summary: null })
    const columns = ['invoiceNumber', 'customerName', 'issueDate', 'dueDate', 'totalAmount'].map((field, position) => ({
      position,
      field,
    }))
    await desk.firm.work((db) => changeReading(db, file, { columns, dateOrder: 'mdy' }))
    await checkFile(desk.work, desk.firm.organization, file)
    expect(await desk.shown(file)).toMatchObject({
      state: 'checked',
      isRemembered: false,
      preview: [{ dueDate: '2026-03-04' }],
    })
    await desk.apply(file, { rememberMapping: true })
    const next = await desk.shown(await desk.drop(odd.replaceAll('F-1', 'F-2')))
    expect(next).toMatchObject({
      state: 'checked',
      isRemembered: true,
      preview: [{ invoiceNumber: 'F-2', dueDate: '2026-03-04' }],
    })
  })

  it('takes a field from the column that had it when it is given to another', async () => {
    const desk = await aDesk(database)
    const file = await desk.drop('N° facture;Client;Date;Échéance;Montant TTC\nF-1;Castel;01/02/2026;03/04/2026;10\n')
    await desk.firm.work((db) => changeReading(db, file, { columns: [{ position: 2, field: 'dueDate' }] }))
    await checkFile(desk.work, desk.firm.organization, file)
    expect((await desk.shown(file)).columns.map(({ field }) => field)).toEqual([
      'invoiceNumber',
      'customerName',
      'dueDate',
      null,
      'totalAmount',
    ])
  })

  it('refuses two columns for one field, and fields nobody knows', async () => {
    const desk = await aDesk(database)
    const file = await desk.drop(odd)
    const say = (columns: { position: number; field: string }[]) =>
      desk.firm.work((db) => changeReading(db, file, { columns }))
    await expect(say([0, 1].map((position) => ({ position, field: 'dueDate' })))).rejects.toMatchObject({
      code: 'fieldTwice',
    })
    await expect(say([{ position: 0, field: 'couleur' }])).rejects.toMatchObject({ code: 'unknownField' })
  })

  it('says what a file that holds no invoices is, and writes nothing', async () => {
    const desk = await aDesk(database)
    const before = await factsOf(desk)
    const statement = await desk.shown(
      await desk.drop(
        'Date;Libellé;Débit;Crédit;Solde\n01/02/2026;VIR CASTEL;;100,00;100,00\n02/02/2026;CB;-10,00;;90,00\n',
      ),
    )
    expect(statement).toMatchObject({ state: 'failed', error: { code: 'bankStatement' } })
    const pdf = await desk.shown(await desk.drop('%PDF-1.7 ...'))
    expect(pdf).toMatchObject({ state: 'failed', error: { code: 'brokenPdf' } })
    const titles = await desk.shown(await desk.drop(`${header}\r\n`))
    expect(titles).toMatchObject({ state: 'failed', error: { code: 'noRows' } })
    expect(await factsOf(desk)).toEqual(before)
    await expect(desk.apply(pdf.id)).rejects.toMatchObject({ code: 'notReady' })
  })
})
