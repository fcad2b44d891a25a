import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asDate } from '../calendar/calendar-date.ts'
import { asCurrency, money } from '../money/money.ts'
import type { Field, Mapping } from './fields.ts'
import type { Formats } from './formats.ts'
import { type InvoiceRow, type ParsedRow, parseRow } from './parse-row.ts'
import type { Refusal } from './refusals.ts'
import type { Corrections } from './row-cells.ts'

const EUR = asCurrency('EUR')
const french: Formats = { decimal: ',', dateOrder: 'dmy', currency: EUR, typedNumbers: false, makeNumbers: false }

const good: Readonly<Partial<Record<Field, string>>> = {
  invoiceNumber: 'F-2026-0412',
  customerName: 'Boutique Lenoir',
  issueDate: '20/04/2026',
  dueDate: '20/05/2026',
  totalAmount: '1 248,00',
}

interface Given {
  readonly cells: Readonly<Partial<Record<Field, string>>>
  readonly formats?: Partial<Formats>
  readonly corrections?: Corrections
}

function read({ cells, formats = {}, corrections }: Given): ParsedRow {
  const filled = Object.entries({ ...good, ...cells })
  const mapping = filled.map(([field]) => field) as unknown as Mapping
  const headers = filled.map(([field]) => `col ${field}`)
  return parseRow(
    { line: 38, cells: filled.map(([, text]) => text) },
    { headers, mapping, formats: { ...french, ...formats } },
    corrections,
  )
}

function row(cells: Given['cells'], formats: Partial<Formats> = {}): InvoiceRow {
  const parsed = read({ cells, formats })
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.refusals))
  return parsed.row
}

function refusals(cells: Given['cells'], formats: Partial<Formats> = {}): readonly Refusal[] {
  const parsed = read({ cells, formats })
  return parsed.ok ? [] : parsed.refusals
}

const only = (cells: Given['cells'], formats: Partial<Formats> = {}): Partial<Refusal> => {
  const all = refusals(cells, formats)
  expect(all.map(({ code }) => code)).toHaveLength(1)
  return all[0] ?? {}
}

const warned = (cells: Given['cells'], formats: Partial<Formats> = {}): string[] => {
  const parsed = read({ cells, formats })
  return parsed.ok ? parsed.warnings.map(({ code }) => code) : ['refused']
}

describe('a row that is right', () => {
  it('is an invoice with all that its columns say', () => {
    expect(
      row({
        amountDue: '248,00',
        customerCode: '411LENOIR',
        siren: '732 829 320 00074',
        vatNumber: 'FR 44 732 829 320',
        invoicingEmail: 'compta@lenoir.example',
        language: 'Français',
        salesRep: 'KH',
        project: 'Accueil',
        disputed: 'non',
      }),
    ).toEqual({
      line: 38,
      number: 'F-2026-0412',
      numberMade: false,
      kind: 'invoice',
      customer: {
        name: 'Boutique Lenoir',
        code: '411LENOIR',
        siren: '732829320',
        siret: '73282932000074',
        vatNumber: 'FR44732829320',
        language: 'fr',
        invoicingEmail: 'compta@lenoir.example',
        salesRep: 'KH',
      },
      issueDate: asDate('2026-04-20'),
      dueDate: asDate('2026-05-20'),
      total: money(124_800, EUR),
      amountDue: money(24_800, EUR),
      paid: money(100_000, EUR),
      project: 'Accueil',
      disputed: false,
    })
  })

  it.each(['oui', 'x', 'A', 'vu avec la direction'])(
    'is not to be reminded of where its column says « %s »',
    (paused) => {
      expect(row({ paused })).toMatchObject({ paused: true })
    },
  )

  it.each(['', 'non', 'false', '0'])('may be reminded of where that column says « %s »', (paused) => {
    expect(row({ paused })).not.toHaveProperty('paused')
  })

  it('needs no name where there is a code, and no issue date where there is a due date', () => {
    const found = row({ customerName: '', customerCode: '0379-NEVHP', issueDate: '' })
    expect(found.customer).toEqual({ name: '0379-NEVHP', code: '0379-NEVHP' })
    expect(found.issueDate).toBeUndefined()
  })

  it('without a due date leaves it to the terms of the customer', () => {
    expect(row({ dueDate: '', paymentTerms: '30 jours fin de mois' })).toMatchObject({
      paymentTerms: '30 jours fin de mois',
    })
    expect(warned({ dueDate: '' })).toEqual(['dueDateFromTerms'])
  })

  it('keeps the zeros a spreadsheet formula protects and drops what no eye sees', () => {
    expect(row({ invoiceNumber: '="000123"' }).number).toBe('000123')
    expect(row({ customerName: '  Boutique\u0000\n Lenoir\u200b ' }).customer.name).toBe('Boutique Lenoir')
  })

  it('takes the first of several good addresses', () => {
    expect(row({ invoicingEmail: 'Compta <a@b.example>' }).customer.invoicingEmail).toBe('a@b.example')
    expect(row({ invoicingEmail: 'a@b.example; c@d.example' }).customer.invoicingEmail).toBe('a@b.example')
  })
})

describe('amounts of a row', () => {
  it('give what is left from what was paid, and the total from what is left', () => {
    expect(row({ paidAmount: '1 000,00' }).amountDue.amount).toBe(24_800)
    expect(row({ totalAmount: '', amountDue: '248,00', paidAmount: '1 000,00' }).total.amount).toBe(124_800)
    expect(row({ totalAmount: '', amountDue: '248,00' })).toMatchObject({
      total: money(24_800, EUR),
      amountDue: money(24_800, EUR),
    })
    expect(row({ totalAmount: '', debit: '60,00', credit: '' }).total.amount).toBe(6_000)
    expect(row({ invoiceNumber: '12', totalAmount: '', debit: '', credit: '60,00' })).toMatchObject({
      kind: 'creditNote',
      total: money(6_000, EUR),
    })
  })

  it('are left to pay whole, unless a status or a payment date says paid', () => {
    expect(row({ status: 'En retard' }).amountDue.amount).toBe(124_800)
    expect(row({ status: 'Payée' })).toMatchObject({ amountDue: money(0, EUR), paid: money(124_800, EUR) })
    expect(warned({ status: 'Payée' })).toEqual(['paidByStatus'])
    expect(row({ settledDate: '02/06/2026' })).toMatchObject({
      amountDue: money(0, EUR),
      settledOn: asDate('2026-06-02'),
    })
    expect(warned({ settledDate: '02/06/2026' })).toEqual(['paidBySettledDate'])
    expect(row({ status: 'Payée', amountDue: '10,00' }).amountDue.amount).toBe(1_000)
    expect(warned({ status: 'Payée', amountDue: '10,00' })).toEqual(['statusSaysPaid'])
  })

  it('carry the currency of their column, of their sign, or of the file', () => {
    expect(row({ currency: 'usd' }).total.currency).toBe('USD')
    expect(row({ totalAmount: '1 248,00 £' }).total).toEqual(money(124_800, asCurrency('GBP')))
    expect(row({ currency: 'JPY', totalAmount: '1 248' }).total.amount).toBe(1_248)
  })

  it('say when they do not add up; what is left prevails', () => {
    expect(warned({ paidAmount: '100,00', amountDue: '248,00' })).toEqual(['amountsDisagree'])
    expect(row({ paidAmount: '100,00', amountDue: '248,00' }).amountDue.amount).toBe(24_800)
  })

  it('of a formula are rounded to the cent, and it is said', () => {
    expect(row({ totalAmount: '1234.5678' }, { decimal: '.', typedNumbers: true }).total.amount).toBe(123_457)
    expect(row({ totalAmount: '0.275' }, { decimal: '.', typedNumbers: true }).total.amount).toBe(28)
    expect(warned({ totalAmount: '103.53000000000003' }, { decimal: '.' })).toEqual([])
    expect(warned({ totalAmount: '103.5312' }, { decimal: '.' })).toEqual(['amountRounded'])
  })

  it('never lose or make a cent: paid and left are the total', () => {
    const cents = fc.integer({ min: 0, max: 10_000_000 })
    fc.assert(
      fc.property(cents, cents, fc.boolean(), (a, b, isCredit) => {
        const [total, due] = [Math.max(a, b), Math.min(a, b)]
        const text = (amount: number): string =>
          `${isCredit && amount > 0 ? '-' : ''}${Math.floor(amount / 100)},${String(amount % 100).padStart(2, '0')}`
        const found = row({ invoiceNumber: isCredit ? 'AV-1' : 'F-1', totalAmount: text(total), amountDue: text(due) })
        expect([found.total.amount, found.amountDue.amount, found.paid.amount]).toEqual([total, due, total - due])
      }),
    )
  })
})

describe('the kind of a row', () => {
  it('comes from its column, else from its number, else from its sign', () => {
    expect(row({ kind: "Facture d'acompte" }).kind).toBe('deposit')
    expect(row({ kind: 'Situation n° 3' }).kind).toBe('interim')
    expect(row({ kind: 'Avoir', totalAmount: '-12,00' })).toMatchObject({
      kind: 'creditNote',
      total: money(1_200, EUR),
    })
    expect(row({ invoiceNumber: 'AV-2026-003', totalAmount: '12,00' }).kind).toBe('creditNote')
    expect(row({ invoiceNumber: 'AC2026-003' }).kind).toBe('deposit')
    expect(row({ invoiceNumber: '2026-003', totalAmount: '(12,00)' })).toMatchObject({
      kind: 'creditNote',
      total: money(1_200, EUR),
    })
    expect(warned({ invoiceNumber: '2026-003', totalAmount: '(12,00)' })).toEqual(['readAsCreditNote'])
    expect(row({ invoiceNumber: '2026-003' }).kind).toBe('invoice')
  })

  it('is asked when an invoice by its number has a negative amount', () => {
    expect(only({ totalAmount: '-12,00' })).toMatchObject({
      code: 'negativeInvoice',
      fix: { field: 'kind', value: 'avoir' },
    })
    const corrected = read({ cells: { totalAmount: '-12,00' }, corrections: { kind: 'avoir' } })
    expect(corrected).toMatchObject({ ok: true, row: { kind: 'creditNote', total: { amount: 1_200 } } })
  })
})

describe('a row that is wrong', () => {
  it('says line, column, value and a correction', () => {
    expect(only({ totalAmount: '1.248,OO' })).toEqual({
      line: 38,
      field: 'totalAmount',
      column: 'col totalAmount',
      code: 'unreadableAmount',
      value: '1.248,OO',
      fix: { field: 'totalAmount', value: '1 248,00' },
    })
  })

  it.each<[string, Given['cells'], Partial<Refusal>]>([
    ['no number', { invoiceNumber: '' }, { code: 'missingNumber', field: 'invoiceNumber' }],
    ['no customer', { customerName: ' ' }, { code: 'missingCustomer', field: 'customerName' }],
    ['neither due nor issue date', { dueDate: '', issueDate: '' }, { code: 'missingDueDate' }],
    ['no amount', { totalAmount: '' }, { code: 'missingAmount', field: 'totalAmount' }],
    ['words for an amount', { totalAmount: 'voir devis' }, { code: 'unreadableAmount' }],
    [
      'three decimals',
      { totalAmount: '12,345' },
      { code: 'tooManyDecimals', fix: { field: 'totalAmount', value: '12,35' } },
    ],
    [
      'a day that does not exist',
      { dueDate: '31/06/2026' },
      { code: 'noSuchDay', fix: { field: 'dueDate', value: '30/06/2026' } },
    ],
    [
      'day and month exchanged',
      { dueDate: '06/30/2026' },
      { code: 'noSuchDay', fix: { field: 'dueDate', value: '30/06/2026' } },
    ],
    [
      'letters for digits in a date',
      { dueDate: '2O/05/2026' },
      { code: 'unreadableDate', fix: { field: 'dueDate', value: '20/05/2026' } },
    ],
    ['a date in words', { dueDate: 'à réception' }, { code: 'unreadableDate', value: 'à réception' }],
    [
      'a due date of the year before',
      { dueDate: '20/05/2025' },
      { code: 'dueBeforeIssue', other: '20/04/2026', fix: { field: 'dueDate', value: '20/05/2026' } },
    ],
    [
      'more left than the total',
      { amountDue: '6 400,00', totalAmount: '640,00' },
      { code: 'dueLargerThanTotal', fix: { field: 'amountDue', value: '640,00' } },
    ],
    ['more paid than the total', { paidAmount: '1 300,00' }, { code: 'paidLargerThanTotal' }],
    [
      'less than nothing left',
      { amountDue: '-10,00' },
      { code: 'signsDisagree', fix: { field: 'amountDue', value: '0,00' } },
    ],
    [
      'half an e-mail',
      { invoicingEmail: 'compta@' },
      { code: 'badEmail', value: 'compta@', fix: { field: 'invoicingEmail', value: '' } },
    ],
    [
      'a currency nobody has',
      { currency: 'EUX' },
      { code: 'unknownCurrency', fix: { field: 'currency', value: 'EUR' } },
    ],
    ['two currencies', { currency: 'USD', totalAmount: '12,00 €' }, { code: 'currencyMismatch', other: 'USD' }],
    ['a cancelled invoice', { status: 'Annulée' }, { code: 'cancelledInvoice' }],
    ['a draft', { status: 'Brouillon' }, { code: 'draftInvoice' }],
    ['a text without end', { subject: 'x'.repeat(501) }, { code: 'textTooLong', other: '500' }],
    ['a customer code without end', { customerCode: 'C'.repeat(201) }, { code: 'textTooLong', other: '200' }],
  ])('is refused with %s', (_, cells, expected) => {
    expect(only(cells)).toMatchObject(expected)
  })

  it('without a usable correction offers none', () => {
    expect(only({ totalAmount: 'voir devis' })).not.toHaveProperty('fix')
    expect(only({ dueDate: '20/05/2019' })).not.toHaveProperty('fix')
  })

  it('says all that is wrong at once', () => {
    const codes = refusals({ invoiceNumber: '', dueDate: '31/02/2026', totalAmount: 'abc', invoicingEmail: 'x@' }).map(
      ({ code }) => code,
    )
    expect(codes.sort()).toEqual(['badEmail', 'missingNumber', 'noSuchDay', 'unreadableAmount'])
  })

  it('goes in once corrected with what was offered', () => {
    for (const cells of [
      { totalAmount: '1.248,OO' },
      { dueDate: '31/06/2026' },
      { dueDate: '20/05/2025' },
      { invoicingEmail: 'compta@' },
    ]) {
      const { fix } = only(cells)
      expect(read({ cells, corrections: fix ? { [fix.field]: fix.value } : {} }).ok).toBe(true)
    }
  })

  it('is refused when a separator cut a cell in two', () => {
    const mapping: Mapping = ['invoiceNumber', 'customerName', 'dueDate', 'totalAmount']
    const headers = ['Numéro', 'Client', 'Échéance', 'TTC']
    const parsed = parseRow(
      { line: 4, cells: ['F-1', 'Brun', '20/05/2026', '12', '50'] },
      { headers, mapping, formats: french },
    )
    expect(parsed).toMatchObject({ ok: false, refusals: [{ code: 'shiftedCells', value: '50', line: 4 }] })
    expect(
      parseRow({ line: 4, cells: ['F-1', 'Brun', '20/05/2026', '12', ''] }, { headers, mapping, formats: french }).ok,
    ).toBe(true)
  })

  it('leaves out a false SIREN or VAT number and says so, for the invoice is right', () => {
    expect(warned({ siren: '123456789', vatNumber: 'XX1' })).toEqual(['sirenLeftOut', 'vatNumberLeftOut'])
    expect(row({ siren: '123456789' }).customer).not.toHaveProperty('siren')
  })

  it('never throws, whatever stands in it', () => {
    const cells = fc.record(
      Object.fromEntries(
        [...Object.keys(good), 'amountDue', 'paidAmount', 'currency', 'kind', 'status', 'invoicingEmail'].map(
          (field) => [field, fc.string()],
        ),
      ),
    )
    fc.assert(
      fc.property(cells, (texts) => {
        const parsed = read({ cells: texts })
        if (parsed.ok) expect(parsed.row.amountDue.amount + parsed.row.paid.amount).toBe(parsed.row.total.amount)
        else expect(parsed.refusals.length).toBeGreaterThan(0)
      }),
      { numRuns: 500 },
    )
  })
})

describe('what a spreadsheet has done to a file', () => {
  it('days as the numbers it counts them by are days', () => {
    expect(row({ issueDate: '46280', dueDate: '46310.0' })).toMatchObject({
      issueDate: '2026-09-15',
      dueDate: '2026-10-15',
    })
  })

  it.each(['2,02611E+11', '1E+15', '2.02611e+11'])('the number %s is none: digits of it are lost', (invoiceNumber) => {
    expect(only({ invoiceNumber })).toMatchObject({
      code: 'roundedNumber',
      field: 'invoiceNumber',
      value: invoiceNumber,
    })
  })

  it.each(['1E5', 'E+12', '2026E11'])('the number %s is one', (invoiceNumber) => {
    expect(row({ invoiceNumber }).number).toBe(invoiceNumber)
  })

  it('the apostrophe that kept a text from being run is no part of it', () => {
    expect(row({ invoiceNumber: "'=1+1", customerName: "'-Tirets-" })).toMatchObject({
      number: '=1+1',
      customer: { name: '-Tirets-' },
    })
    expect(row({ customerName: "'t Hoen" }).customer.name).toBe("'t Hoen")
  })

  it('marks that do not show are no part of a name', () => {
    expect(row({ customerName: 'Cas\u200btel \u202eFils\u00ad' }).customer.name).toBe('Castel Fils')
  })
})
