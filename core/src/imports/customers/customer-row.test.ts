import { describe, expect, it } from 'vitest'
import { asCurrency } from '../../money/money.ts'
import { detectColumns, mappingOf } from '../detect-columns.ts'
import { customerFieldNames, fieldNames } from '../fields.ts'
import { detectFormats } from '../formats.ts'
import { refusalSentence } from '../messages.ts'
import { recogniseFile } from '../recognise-file.ts'
import { parseCustomerRow } from './customer-row.ts'

const split = (line: string): string[] => line.split(line.includes(';') ? ';' : ',')

const columnsOf = (headers: string, ...rows: string[]) => detectColumns(split(headers), rows.map(split), 'customers')

/** What a list of these headers and rows is read as, the last row parsed. */
function read(headers: string, ...rows: string[]) {
  const mapping = mappingOf(columnsOf(headers, ...rows))
  const formats = detectFormats(rows.map(split), { mapping, currency: asCurrency('EUR'), typedNumbers: false })
  return parseCustomerRow(
    { line: rows.length + 1, cells: split(rows.at(-1) ?? '') },
    { headers: split(headers), mapping, formats },
  )
}

const plain =
  'customer_id,name,trade_name,siren,city,country,iban,account_code,parent_customer_id,terms_days,end_of_month,early_discount_pct,early_discount_days'

describe('the columns of a list of customers', () => {
  it('are all found where they are named plainly', () => {
    const found = columnsOf(plain, 'C1,Brun,Chez Brun,732829320,Lyon,FR,,411B,,30,1,2,10')
    expect(found.map(({ field }) => field)).toEqual([
      'customerCode',
      'customerName',
      'tradeName',
      'siren',
      'city',
      'country',
      'iban',
      'accountCode',
      'parentCode',
      'termsDays',
      'endOfMonth',
      'discountRate',
      'discountDays',
    ])
  })

  it.each([
    ['Code client;Raison sociale;Enseigne;SIRET;Ville;Compte auxiliaire;IBAN', 'C1;A;B;73282932000074;Lyon;411A;'],
    ['Numéro compte;Intitulé;Encours maximum autorisé;Ville;Nb jours;Fin de mois', 'C1;A;5000;Lyon;30;Oui'],
    ['Id,Company Name,Billing Email,Country,Payment Terms (days),Parent', '12,A Ltd,a@b.example,France,30,'],
    ['Code;Nom;Délai;Siren', 'a1;b;30 jours;732829320'],
  ])('%s tells of customers', (headers, row) => {
    expect(recogniseFile(detectColumns(split(headers), [split(row)]), [split(row)])).toBe('customers')
    const fields = columnsOf(headers, row).map(({ field }) => field)
    expect(fields).toContain('customerCode')
    expect(fields).toContain('customerName')
  })

  it.each([
    ['Numéro;Nom;Ville;Montant TTC', 'F1;Brun;Lyon;120,00'],
    ['N° facture;Client;Ville', 'F1;Brun;Lyon'],
    ['Numéro;Client', '12;Brun'],
  ])('%s does not', (headers, row) => {
    expect(recogniseFile(detectColumns(split(headers), [split(row)]), [split(row)])).not.toBe('customers')
  })

  it('are not looked for in a list of invoices', () => {
    expect(fieldNames).not.toContain('iban')
    expect(customerFieldNames).toContain('iban')
    expect(customerFieldNames).not.toContain('dueDate')
    expect(detectColumns(['N° facture', 'IBAN', 'Escompte'], [['F1', 'FR76', '2']]).map(({ field }) => field)).toEqual([
      'invoiceNumber',
      null,
      null,
    ])
  })
})

describe('a row of a list of customers', () => {
  it('is a customer with terms, discount, parent and accounts', () => {
    const row =
      'C2,Noir SA,Le Noir,552100554,Paris,FR,FR76 3000 6000 0112 3456 7890 189;DE89370400440532013000,411N,C1,45,1,1.5,10'
    expect(read(plain, row.replace(';DE', '|DE'))).toMatchObject({
      ok: true,
      row: {
        customer: { name: 'Noir SA', code: 'C2', siren: '552100554', city: 'Paris', country: 'FR' },
        isNamed: true,
        tradeName: 'Le Noir',
        accountCode: '411N',
        parentCode: 'C1',
        terms: { kind: 'ambiguous', days: 45 },
        discount: { basisPoints: 150, days: 10 },
        ibans: ['FR7630006000011234567890189', 'DE89370400440532013000'],
      },
    })
  })

  it.each([
    ['Entreprise', 'company'],
    ['B2B', 'company'],
    ['Secteur public', 'publicBody'],
    ['Mairie', 'publicBody'],
    ['Particulier', 'individual'],
    ['private individual', 'individual'],
    ['Grand compte', undefined],
    ['', undefined],
  ])('of the category « %s » is a %s', (cell, category) => {
    const parsed = read('code;nom;ville;catégorie client', `C1;A;Lyon;${cell}`)
    expect(parsed.ok && parsed.row.category).toBe(category)
    expect(parsed.ok && parsed.warnings.map(({ code }) => code)).toEqual(
      cell === 'Grand compte' ? ['categoryLeftOut'] : [],
    )
  })

  it('says nothing of what it leaves empty', () => {
    const parsed = read(plain, 'C3,,,,,,,,,,,,')
    expect(parsed).toMatchObject({ ok: true, row: { customer: { name: 'C3' }, isNamed: false, ibans: [] } })
    expect(parsed.ok && Object.keys(parsed.row).toSorted()).toEqual(['customer', 'ibans', 'isNamed', 'line'])
  })

  it.each([
    ['0,0', { kind: 'net', days: 0 }],
    ['0,1', { kind: 'eomThen', days: 0 }],
    ['30,0', { kind: 'net', days: 30 }],
    ['30.0,false', { kind: 'net', days: 30 }],
    ['60,True', { kind: 'ambiguous', days: 60 }],
  ])('of days and end of month %s has these terms', (cells, terms) => {
    expect(read('code,name,city,terms_days,end_of_month', `C1,A,Lyon,${cells}`)).toMatchObject({ row: { terms } })
  })

  it.each([
    ['2', 200],
    ['1,5 %', 150],
    ['0.5', 50],
    ['0.02', 200],
    ['0', 0],
  ])('with a discount written %s deducts %s hundredths of a percent', (written, basisPoints) => {
    const parsed = read('code;nom;ville;escompte;jours escompte', `C1;A;Lyon;${written};8`)
    expect(parsed).toMatchObject({ row: { discount: { basisPoints, days: basisPoints === 0 ? null : 8 } } })
  })

  it('goes in without what is no IBAN, and keeps one whose check digits are wrong', () => {
    const parsed = read('code;nom;ville;iban', 'C1;A;Lyon;virement|FR7730006000011234567890189')
    expect(parsed).toMatchObject({
      ok: true,
      row: { ibans: ['FR7730006000011234567890189'] },
      warnings: [
        { code: 'ibanLeftOut', value: 'virement' },
        { code: 'ibanDoubtful', value: 'FR7730006000011234567890189' },
      ],
    })
  })

  it('is refused with its line for days and rates that are none, and for nobody', () => {
    const parsed = read('code;nom;ville;nb jours;escompte', 'C1;A;Lyon;30;2', ';;Paris;bientôt;beaucoup')
    expect(parsed.ok ? [] : parsed.refusals.map((refusal) => refusalSentence(refusal, 'fr'))).toEqual(
      [
        'Ligne 3, colonne « nom » : client manquant. Saisissez le nom ou le code du client.',
        'Ligne 3, colonne « nb jours » : nombre de jours illisible : « bientôt ». Saisissez un nombre entier de 0 à 365.',
        'Ligne 3, colonne « escompte » : taux d’escompte illisible : « beaucoup ». Saisissez un pourcentage, par exemple 2 ou 1,5.',
      ].map((line) => line.replace(/ (?=[:»])/g, '\u00a0').replace(/« /g, '«\u00a0')),
    )
  })
})
