import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { BookedItem, SettledItem } from './books.ts'
import { findQuotes, type QuotesFound } from './find-quotes.ts'
import { openItemBook } from './item-book.ts'
import { readField } from './read-text.ts'
import { aCustomer, anItem, day } from './testing/some-books.ts'

const customers = [aCustomer(1), aCustomer(2)]
const some = [842, 843, 944, 945].map((id) => anItem(id, id < 900 ? 1 : 2))

const quotesIn = (
  text: string,
  items: readonly BookedItem[] = some,
  settled: readonly SettledItem[] = [],
): QuotesFound =>
  findQuotes([readField('label', text, 1)], openItemBook({ customers, items, settled }), day('2026-10-05'))
const numbersIn = (text: string, items: readonly BookedItem[] = some): string[] =>
  quotesIn(text, items)
    .quotes.map(({ invoice }) => invoice.number)
    .sort()
const mannerOf = (text: string, items: readonly BookedItem[] = some) => quotesIn(text, items).quotes[0]?.manner

describe('an invoice named in a text', () => {
  it('is found exactly, with other separators, without any, in small letters, with O for zero', () => {
    for (const written of ['F-2026-0842', 'F 2026 0842', 'F/2026/0842', 'F20260842', 'f2026-0842', 'F-2O26-O842'])
      expect([written, numbersIn(`VIR FACT ${written}`), mannerOf(`VIR FACT ${written}`)]).toEqual([
        written,
        ['F-2026-0842'],
        'full',
      ])
  })

  it('is found without its letters, or with a short year', () => {
    expect(mannerOf('REGLT 20260842')).toBe('digits')
    expect(mannerOf('REGLT 2026-0842')).toBe('digits')
    expect(numbersIn('REGLT F26-0842')).toEqual(['F-2026-0842'])
  })

  it('is found joined to the word before it', () => {
    expect(numbersIn('REGLTFACT F20260842MERCI')).toEqual(['F-2026-0842'])
    expect(numbersIn('/INV/F20260842/REF/88')).toEqual(['F-2026-0842'])
  })

  it('several are found, each once, however often they are written', () => {
    expect(numbersIn('F-2026-0842 F-2026-0944 F-2026-0842')).toEqual(['F-2026-0842', 'F-2026-0944'])
    expect(numbersIn('F20260842,F20260843;F20260945')).toEqual(['F-2026-0842', 'F-2026-0843', 'F-2026-0945'])
  })

  it('is told with what was written, and where', () => {
    const text = 'Règlement f2026/0842 merci'
    const [quote] = quotesIn(text).quotes
    expect(quote?.written).toBe('f2026/0842')
    expect(text.slice(quote?.from, quote?.to)).toBe('f2026/0842')
  })

  it('weighs most in full, less by its figures, least by a few of them', () => {
    const thousand = Array.from({ length: 1000 }, (_, id) => anItem(id, 1))
    const weightOf = (text: string) => quotesIn(text, thousand).quotes[0]?.weight ?? 0
    expect(weightOf('F-2026-0842')).toBeGreaterThan(weightOf('20260842'))
    expect(weightOf('20260842')).toBeGreaterThan(weightOf('F842'))
    expect(weightOf('F842')).toBeGreaterThan(0)
  })

  it('an invoice issued after the line does not exist for it', () => {
    expect(numbersIn('F-2026-0007', [anItem(7, 1, { issueDate: day('2026-10-06') })])).toEqual([])
  })

  it('a settled one is found, with nothing left to pay', () => {
    const settled = [{ customer: 1, invoiceNumber: 'F-2026-0100', amount: 5, settledOn: day('2026-09-09') }]
    const [quote] = quotesIn('F-2026-0100', some, settled).quotes
    expect(quote?.invoice.number).toBe('F-2026-0100')
    expect(quote?.items).toEqual([])
  })

  it('one number of two customers is found for both, and proves less of each', () => {
    const twins = [anItem(1, 1, { invoiceNumber: 'F-2026-0001' }), anItem(2, 2, { invoiceNumber: 'F-2026-0001' })]
    const { quotes } = quotesIn('F-2026-0001', twins)
    expect(quotes.map(({ invoice }) => invoice.customer)).toEqual([1, 2])
    expect(quotes[0]?.weight).toBeLessThan(quotesIn('F-2026-0842').quotes[0]?.weight ?? 0)
  })

  it('all due lines of an invoice come with its number', () => {
    const lines = [1, 2, 3].map((id) => anItem(id, 1, { invoiceNumber: 'F-2026-0500' }))
    expect(quotesIn('F-2026-0500', lines).quotes[0]?.items.map(({ id }) => id)).toEqual([1, 2, 3])
  })

  it('separators, case and what surrounds it change nothing', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('-', '/', ' ', '', '.', '_'),
        fc.constantFrom('', 'VIR SEPA NORDELEC ', 'REGLT FACTURE ', 'Paiement de la n° '),
        fc.constantFrom('', ' MERCI', ' DU 12/09/2026', ' 1 234,56 EUR', ' SIRET 55210055400013'),
        fc.boolean(),
        (mark, before, after, isSmall) => {
          const text = `${before}F${mark}2026${mark}0842${after}`
          expect(numbersIn(isSmall ? text.toLowerCase() : text)).toEqual(['F-2026-0842'])
        },
      ),
    )
  })
})

describe('an order or a payment reference', () => {
  const items = [
    anItem(1, 1, { references: ['BC-45017'], paymentReference: 'RF18539007547034' }),
    anItem(2, 1, { references: ['BC-45017', '88'] }),
  ]

  it('an order number names all its invoices', () => {
    const { quotes } = quotesIn('CDE BC45017', items)
    expect(quotes.map(({ invoice, manner }) => [invoice.number, manner])).toEqual([
      ['F-2026-0001', 'orderNumber'],
      ['F-2026-0002', 'orderNumber'],
    ])
  })

  it('two figures are no order number', () => {
    expect(numbersIn('LOT 88', items)).toEqual([])
  })

  it('a structured reference is found in groups of four too, and weighs most of all', () => {
    for (const text of ['RF18539007547034', 'REF RF18 5390 0754 7034', 'rf18 5390 0754 7034'])
      expect([text, mannerOf(text, items)]).toEqual([text, 'paymentReference'])
    const number = quotesIn('F-2026-0001', items).quotes[0]?.weight ?? 0
    expect(quotesIn('RF18539007547034', items).quotes[0]?.weight).toBeGreaterThan(number)
  })

  it('what is paid is no longer meant by its order', () => {
    const paid = [anItem(1, 1, { references: ['BC-45017'], amountDue: 0 }), anItem(2, 1, { references: ['BC-45017'] })]
    expect(numbersIn('CDE BC45017', paid)).toEqual(['F-2026-0002'])
  })
})

describe('noise that names no invoice', () => {
  const numbered = (invoiceNumber: string): BookedItem => anItem(1, 1, { invoiceNumber })

  it('a company number, a telephone, a day, an amount, an account are no quotes', () => {
    for (const [invoiceNumber, text] of [
      ['55210', 'SIRET 55210 055 400 013'],
      ['554', 'SIREN 552 100 554'],
      ['3456', 'TEL 06 12 34 56 78'],
      ['0926', 'FACT DU 12/09/26'],
      ['F123', 'MONTANT 123,45 EUR'],
      ['3000', 'IBAN FR76 3000 6000 0112 3456 7890 189'],
      ['41100', 'CPT 411000042'],
    ] as const)
      expect([text, numbersIn(text, [numbered(invoiceNumber)])]).toEqual([text, []])
  })

  it('figures in the middle of a longer number are no quote', () => {
    expect(numbersIn('REF 99202608421', some)).toEqual([])
    expect(numbersIn('REF F202608425', some)).toEqual([])
  })

  it('a text without figures names nothing', () => {
    expect(quotesIn('VIR SEPA NORDELEC MERCI')).toMatchObject({ quotes: [], unknown: [], shorts: [] })
  })
})

describe('a number made like the firm’s that is nobody’s', () => {
  it('is told, for it may be a mistyped one', () => {
    expect(quotesIn('FACT F-2026-0999').unknown.map(({ key }) => key)).toContain('F20260999')
  })

  it('is not told of a number that is an invoice’s', () => {
    expect(quotesIn('FACT F-2026-0842').unknown).toEqual([])
  })

  it('is not told of numbers made otherwise', () => {
    expect(quotesIn('CDE BC-88213 CONTRAT K-2026-12').unknown).toEqual([])
  })

  it('is told where the firm has a single invoice so far, and not where it has none of that manner', () => {
    expect(quotesIn('FACT F-2026-0999', some.slice(0, 1)).unknown.map(({ key }) => key)).toEqual(['F20260999'])
    expect(quotesIn('FACT G-2026-0999', some.slice(0, 2)).unknown).toEqual([])
  })
})
