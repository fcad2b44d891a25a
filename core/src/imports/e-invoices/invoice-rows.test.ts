import { describe, expect, it } from 'vitest'
import { addDays, asDate } from '../../calendar/calendar-date.ts'
import { asCurrency } from '../../money/money.ts'
import { warningSentence } from '../messages.ts'
import { type ParsedRow, parseRow } from '../parse-row.ts'
import type { Corrections } from '../row-cells.ts'
import type { EInvoice } from './e-invoice.ts'
import { eInvoiceFields, invoiceRows, unreadableRow } from './invoice-rows.ts'
import { anEInvoice, aParty } from './testing/an-e-invoice.ts'

const reading = {
  headers: eInvoiceFields.map(String),
  mapping: eInvoiceFields,
  formats: { decimal: '.', dateOrder: 'dmy', currency: asCurrency('EUR'), typedNumbers: false, makeNumbers: false },
} as const

/** What an import makes of each row of the invoice. */
const parsed = (said: Partial<EInvoice> = {}, typed: Corrections = {}): ParsedRow[] =>
  invoiceRows(anEInvoice(said), 'FA-12.pdf').map((cells, line) => parseRow({ line: line + 1, cells }, reading, typed))

const rowOf = (said?: Partial<EInvoice>, typed?: Corrections) => {
  const [one] = parsed(said, typed)
  if (!one?.ok) throw new Error(`refused: ${JSON.stringify(one?.refusals)}`)
  return one
}

const dueOf = (row: ParsedRow): string =>
  row.ok ? `${row.row.dueDate} ${row.row.total.amount} ${row.row.amountDue.amount}` : 'refused'

const warned = (said?: Partial<EInvoice>): string[] =>
  rowOf(said).warnings.map(({ code, value }) => warningSentence({ code, value }, 'fr'))

const refusedFor = (said: Partial<EInvoice>): string[] =>
  parsed(said).flatMap((row) => (row.ok ? [] : row.refusals.map(({ code, field }) => `${field} ${code}`)))

describe('what an electronic invoice owes', () => {
  it('is its payable amount; what was paid before stands as paid', () => {
    expect(rowOf().row).toMatchObject({ total: { amount: 120_000 }, amountDue: { amount: 120_000 }, kind: 'invoice' })
    const { row, warnings } = rowOf({ prepaid: 30_000, rounding: 30, payable: 90_030 })
    expect(row).toMatchObject({ total: { amount: 120_030 }, amountDue: { amount: 90_030 }, paid: { amount: 30_000 } })
    expect(warnings).toEqual([])
  })

  it('is what is written where the sums do not join, and both figures are told', () => {
    expect(rowOf({ payable: 125_000 }).row).toMatchObject({ amountDue: { amount: 125_000 } })
    expect(warned({ payable: 125_000 })[0]).toContain('1250.00 ≠ 1200.00')
    expect(warned({ totalWithVat: 119_000, payable: 119_000 })[0]).toContain('1190.00 ≠ 1200.00')
  })

  it('is asked for where the file is silent, and is then what a person typed', () => {
    expect(refusedFor({ payable: null })).toEqual(['amountDue missingPayable'])
    expect(rowOf({ payable: null }, { amountDue: '800,00' }).row).toMatchObject({
      total: { amount: 120_000 },
      amountDue: { amount: 80_000 },
    })
  })

  it('is nothing where more was paid than invoiced, or where it says so', () => {
    expect(rowOf({ prepaid: 150_000, payable: -30_000 }).row).toMatchObject({
      kind: 'invoice',
      total: { amount: 120_000 },
      amountDue: { amount: 0 },
    })
    expect(warned({ prepaid: 150_000, payable: -30_000 })[0]).toContain('300.00')
    const paid = rowOf({
      process: 'B2',
      prepaid: 120_000,
      payable: 0,
      dueDates: [{ date: asDate('2026-01-10'), amount: null }],
    })
    expect(paid.row).toMatchObject({ settledOn: '2026-01-10', dueDate: '2026-01-15', amountDue: { amount: 0 } })
    expect(warned({ process: 'S2' })[0]).toContain('déjà payée')
  })

  it('is to be checked where the profile has no room for what was paid', () => {
    const minimum = { profile: 'urn:factur-x.eu:1p0:minimum', dueDates: [], paymentTerms: [] }
    expect(warned(minimum)[0]).toContain('Profil MINIMUM')
    expect(rowOf(minimum).row.dueDate).toBeUndefined()
  })

  it.each([
    ['a credit note with positive amounts', { typeCode: '381', kind: 'creditNote' as const }],
    [
      'a credit note with negative amounts',
      {
        typeCode: '381',
        kind: 'creditNote' as const,
        totalWithVat: -120_000,
        totalWithoutVat: -100_000,
        vatTotal: -20_000,
        payable: -120_000,
      },
    ],
    [
      'an invoice with negative amounts',
      { typeCode: '380', totalWithVat: -120_000, totalWithoutVat: -100_000, vatTotal: -20_000, payable: -120_000 },
    ],
  ])('is taken off by %s', (_, said) => {
    expect(rowOf(said).row).toMatchObject({
      kind: 'creditNote',
      total: { amount: 120_000 },
      amountDue: { amount: 120_000 },
    })
    expect(rowOf(said).warnings).toEqual([])
  })
})

describe('when an electronic invoice is due', () => {
  const days = (...amounts: (number | null)[]) =>
    amounts.map((amount, index) => ({ date: addDays(asDate('2026-02-14'), 28 * index), amount }))

  it('is one line an instalment where they add up to what is left, or to the whole', () => {
    expect(parsed({ dueDates: days(40_000, 80_000) }).map(dueOf)).toEqual([
      '2026-02-14 40000 40000',
      '2026-03-14 80000 80000',
    ])
    const left = { prepaid: 20_000, payable: 100_000 }
    expect(parsed({ ...left, dueDates: days(40_000, 60_000) }).map(dueOf)).toEqual([
      '2026-02-14 60000 40000',
      '2026-03-14 60000 60000',
    ])
    expect(parsed({ ...left, dueDates: days(15_000, 105_000) }).map(dueOf)).toEqual([
      '2026-02-14 15000 0',
      '2026-03-14 105000 100000',
    ])
  })

  it('is the latest day for the whole where the parts are not known or do not add up', () => {
    expect(parsed({ dueDates: days(null, null) }).map(dueOf)).toEqual(['2026-03-14 120000 120000'])
    expect(parsed({ dueDates: days(40_000, 70_000) }).map(dueOf)).toEqual(['2026-03-14 120000 120000'])
    expect(warned({ dueDates: days(40_000, 70_000) })[0]).toContain('2026-02-14 400.00, 2026-03-14 700.00')
  })

  it('comes from its terms where they can be read, and is said to be assumed', () => {
    expect(rowOf({ dueDates: [], paymentTerms: ['Merci', '45 jours fin de mois'] }).row.paymentTerms).toBe(
      '45 jours fin de mois',
    )
    expect(warned({ dueDates: [], paymentTerms: ['selon accord du siège'] })[0]).toContain('selon accord du siège')
    expect(warned({ dueDates: [] })).toEqual([
      'Pas d’échéance\u00a0: elle vient des conditions de règlement du client.',
    ])
  })

  it('may be before the day of issue for a deposit; else a person says', () => {
    const early = [{ date: asDate('2026-01-10'), amount: null }]
    expect(rowOf({ typeCode: '386', dueDates: early }).row).toMatchObject({ kind: 'deposit', dueDate: '2026-01-15' })
    expect(refusedFor({ dueDates: early })).toEqual(['dueDate dueBeforeIssue'])
  })

  it('is asked for where the day cannot be read, on every row, so that no part goes in alone', () => {
    const unread = { problems: [{ code: 'unreadableDate' as const, field: 'dueDates', value: 'bientôt' }] }
    expect(refusedFor({ ...unread, dueDates: [] })).toEqual(['dueDate unreadableDate'])
    expect(refusedFor({ ...unread, dueDates: days(40_000, 80_000) })).toHaveLength(2)
    expect(rowOf({ ...unread, dueDates: [] }, { dueDate: '14/02/2026' }).row.dueDate).toBe('2026-02-14')
  })
})

describe('what else an electronic invoice says', () => {
  it('is its customer, with the numbers that are right', () => {
    const buyer = aParty('Mairie de Lans', {
      legalId: '552100554',
      ids: ['CLI-7', '55210055400013'],
      vatId: 'FR 60 552100554',
      contact: 'Mme Roy',
      email: 'compta@lans.example',
      phone: '04 76 00 00 00',
      address: { line1: '1 place', line2: null, postcode: '38250', city: 'Lans', country: 'FR' },
    })
    expect(rowOf({ buyer }).row.customer).toMatchObject({
      name: 'Mairie de Lans',
      siren: '552100554',
      vatNumber: 'FR60552100554',
      contactName: 'Mme Roy',
      invoicingEmail: 'compta@lans.example',
      phone: '04 76 00 00 00',
      city: 'Lans',
    })
    expect(rowOf({ buyer: aParty('X', { email: 'pas une adresse', legalId: 'DE 1' }) }).warnings).toEqual([])
  })

  it('is how it is to be paid, kept with it', () => {
    const { row } = rowOf({
      paymentReference: 'RF-12',
      payeeIbans: ['FR76 3000 6000 0112 3456 7890 189'],
      contract: 'C-9',
      orderReference: 'PO-9',
      project: 'Halle',
      precedingInvoices: ['FA-2026-0009'],
      paymentMeans: ['58', '59'],
      notes: [
        { subject: 'PMT', text: 'Indemnité de 40 €' },
        { subject: 'PMD', text: 'Trois fois le taux légal' },
        { subject: 'AAB', text: 'Pas d’escompte' },
      ],
    })
    expect(row).toMatchObject({
      paymentMeans: 'prélèvement',
      orderReference: 'PO-9',
      project: 'Halle',
      invoiceFile: 'FA-12.pdf',
      seller: 'Atelier Vauquelin SARL · 812345678 · FR40812345678',
      instruction: {
        reference: 'RF-12',
        iban: 'FR76 3000 6000 0112 3456 7890 189',
        contract: 'C-9',
        preceding: 'FA-2026-0009',
        isFactored: false,
        isCorrection: false,
        indemnity: 'Indemnité de 40 €',
        lateInterest: 'Trois fois le taux légal',
        discount: 'Pas d’escompte',
      },
    })
  })

  it.each([
    ['its type', { typeCode: '393' }, null],
    ['its payee', { payee: 'Factor SA' }, 'Factor SA'],
  ])('is that it was sold to a factor, by %s', (_, said, payee) => {
    expect(rowOf(said).row.instruction).toMatchObject({ isFactored: true, payee })
    expect(warned(said)[0]).toContain('affactureur')
  })

  it('is not that the seller is the payee under another spelling', () => {
    expect(rowOf({ payee: 'ATELIER VAUQUELIN' }).row.instruction).toBeUndefined()
  })

  it('is read with a comma, or a day written otherwise, and said', () => {
    const problems = [
      { code: 'decimalComma' as const, field: 'payable', value: '1200,00' },
      { code: 'otherDateFormat' as const, field: 'issueDate', value: '2026-01-15' },
      { code: 'unreadableAmount' as const, field: 'vatTotal', value: '20 %' },
    ]
    expect(warned({ problems })).toHaveLength(3)
    expect(
      refusedFor({ problems: [{ code: 'unknownCurrency', field: 'currency', value: 'XXQ' }], currency: null }),
    ).toContain('currency unknownCurrency')
  })
})

describe('a file that holds no invoice', () => {
  it('is one row under its own name, with the reason and nothing else', () => {
    const cells = unreadableRow('a/FA-9.xml', { code: 'brokenXml', line: 4 })
    expect(parseRow({ line: 9, cells }, reading)).toMatchObject({
      ok: false,
      invoiceNumber: 'a/FA-9.xml',
      refusals: [{ code: 'unreadableFile', value: 'a/FA-9.xml' }],
    })
  })
})

describe('the rows of any electronic invoice', () => {
  it('add up to what is payable, and paid and due to the total, whatever the signs', () => {
    let seed = 7
    const chance = (below: number): number => {
      seed = (seed * 16807) % 2147483647
      return seed % below
    }
    for (let round = 0; round < 2000; round++) {
      const parts = Array.from({ length: chance(4) }, (_, index) => ({
        date: addDays(asDate('2026-02-01'), index * 7 - chance(3)),
        amount: chance(5) === 0 ? null : chance(50_000),
      }))
      const sum = parts.reduce((all, { amount }) => all + (amount ?? 0), 0)
      const payable = chance(2) === 0 ? sum : chance(200_000)
      const prepaid = chance(3) === 0 ? null : chance(50_000)
      const sign = chance(4) === 0 ? -1 : 1
      const kind = chance(3) === 0 ? ('creditNote' as const) : ('invoice' as const)
      const invoice = anEInvoice({
        kind,
        dueDates: parts,
        payable: sign * payable,
        prepaid: prepaid && sign * prepaid,
        totalWithVat: sign * (payable + (prepaid ?? 0)),
        issueDate: asDate('2026-01-01'),
      })
      const rows = invoiceRows(invoice, 'x').map((cells, line) => parseRow({ line, cells }, reading))
      const read = rows.flatMap((row) => (row.ok ? [row.row] : []))
      expect(read).toHaveLength(rows.length)
      expect(read.reduce((all, { amountDue }) => all + amountDue.amount, 0)).toBe(payable)
      for (const { total, amountDue, paid } of read) expect(amountDue.amount + paid.amount).toBe(total.amount)
      expect(new Set(read.map((row) => row.dueDate)).size).toBe(read.length)
      const isCredit = kind === 'creditNote' || (sign < 0 && payable + (prepaid ?? 0) > 0 && payable > 0)
      if (payable > 0) expect(read.every((row) => (row.kind === 'creditNote') === isCredit)).toBe(true)
    }
  })
})

describe('an electronic invoice that no firm would write', () => {
  const day = asDate('2026-02-14')

  it('of thousands of instalments is due as a whole, and quotes some of them', () => {
    const dueDates = Array.from({ length: 5000 }, (_, index) => ({ date: addDays(day, index), amount: 24 }))
    expect(parsed({ dueDates }).map(dueOf)).toEqual([`${addDays(day, 4999)} 120000 120000`])
    expect(warned({ dueDates }).join().length).toBeLessThan(600)
  })

  it('whose instalments of one day come to more than any amount is due as a whole', () => {
    const dueDates = Array.from({ length: 2000 }, () => ({ date: day, amount: 9_999_999_999_999 }))
    const later = { date: addDays(day, 1), amount: 1 }
    expect(parsed({ dueDates: [...dueDates, later] }).map(dueOf)).toEqual([`${addDays(day, 1)} 120000 120000`])
  })

  it('with longer texts than are kept ends none of them in half a sign', () => {
    const long = `x${'👍'.repeat(600)}`
    const rows = invoiceRows(
      anEInvoice({
        buyer: aParty(long, {
          contact: long,
          phone: long,
          address: { ...aParty('').address, line1: long, city: long },
        }),
        project: long,
        orderReference: long,
        paymentTerms: [long],
        paymentReference: long,
        dueDates: [],
      }),
      long,
    )
    expect(JSON.stringify([rows, unreadableRow(long, { code: 'brokenXml' })])).not.toMatch(/\\ud83d(?!\\udc4d)/)
  })

  it('whose means of payment is a word of the language of programs has none', () => {
    expect(rowOf({ paymentMeans: ['constructor'] }).row.paymentMeans).toBeUndefined()
  })
})
