import { describe, expect, it } from 'vitest'
import type { BankLine, BookedItem } from '../books.ts'
import { findQuotes } from '../find-quotes.ts'
import { openItemBook } from '../item-book.ts'
import { readLine } from '../read-line.ts'
import { aCustomer, aLine, anItem, day } from '../testing/some-books.ts'
import type { ItemQuote } from './hypothesis.ts'
import { type ItemQuotes, quotesOf } from './item-quotes.ts'

const read = (label: string, items: readonly BookedItem[], more: Partial<BankLine> = {}): ItemQuotes => {
  const book = openItemBook({ customers: [aCustomer(1)], items, settled: [] })
  const { fields } = readLine(aLine(1, label, more))
  const found = findQuotes(fields, book, day('2026-10-05'))
  return quotesOf(book.openOf(1), fields, found)
}
const quoteOf = (label: string, items: readonly BookedItem[], item: number): ItemQuote | undefined =>
  [...read(label, items).quotes].find(([{ id }]) => id === item)?.[1]
const named = (label: string, items: readonly BookedItem[] = some): number[] =>
  [...read(label, items).quotes].map(([{ id }]) => id).toSorted((a, b) => a - b)
const manner = (label: string, item: number, items: readonly BookedItem[] = some) => quoteOf(label, items, item)?.manner

const some = [1372, 1374, 1375, 1378, 1402].map((id) => anItem(id, 1))
const short = [31, 32, 33, 34, 35].map((id) => anItem(id, 1, { invoiceNumber: `F00${id}` }))

describe('the last digits of a number', () => {
  it('name the invoice that ends in them', () => {
    expect(named('REGLT 1374')).toEqual([1374])
    expect(manner('REGLT 1374', 1374)).toBe('tail')
    expect(named('REGLT 402')).toEqual([1402])
  })

  it('name nothing when they stand in the middle or at the start', () => {
    expect(named('REGLT 137')).toEqual([])
    expect(named('REGLT 2026')).toEqual([])
  })

  it('two figures name one only when a word announces a number', () => {
    const items = [anItem(31, 1, { invoiceNumber: 'F-2026-31' })]
    expect(named('NORDELEC 31 LYON', items)).toEqual([])
    expect(named('VIR FACT 31', items)).toEqual([31])
  })

  it('weigh more the longer they are, and after the word invoice', () => {
    const long = quoteOf('REGLT X 1374', some, 1374)?.weight ?? 0
    expect(long).toBeGreaterThan(quoteOf('REGLT X 374', some, 1374)?.weight ?? 0)
    expect(quoteOf('FACT 1374', some, 1374)?.weight).toBeGreaterThan(long)
  })

  it('weigh less when the payer calls them his own', () => {
    const own = quoteOf('CONTRAT 1374', some, 1374)?.weight ?? 0
    expect(own).toBeLessThan(quoteOf('FACT 1374', some, 1374)?.weight ?? 0)
  })

  it('are no quote when they are part of a day, an amount or a telephone', () => {
    const items = [anItem(374, 1)]
    for (const text of ['MONTANT 374,00 EUR', 'TEL 01 23 45 03 74', 'RUM 0374', 'CPT 411000374'])
      expect([text, ...named(text, items)]).toEqual([text])
  })
})

describe('lists and ranges', () => {
  it('shorter numbers change the last digits of the one before', () => {
    expect(named('FACT 1374 75 78')).toEqual([1374, 1375, 1378])
    expect(named('F-2026-1374/75/78')).toEqual([1374, 1375, 1378])
    expect(named('F20261374 1375 ET 1378')).toEqual([1374, 1375, 1378])
    expect(manner('F-2026-1374/75', 1375)).toBe('list')
  })

  it('a list ends where a word stands between', () => {
    expect(named('F-2026-1374 CHANTIER 75')).toEqual([1374])
  })

  it('a list names nothing that is not owed', () => {
    expect(named('F-2026-1374/76')).toEqual([1374])
  })

  it('a range names what lies between', () => {
    for (const text of ['F0031 A F0034', 'FACT F0031 AU F0034', 'F0031 JUSQU A F0034', 'INV F0031 TO F0034'])
      expect([text, named(text, short)]).toEqual([text, [31, 32, 33, 34]])
    expect(manner('F0031 A F0034', 32, short)).toBe('range')
  })

  it('a range that goes down, or two numbers joined by a word, is none', () => {
    expect(named('F0034 A F0031', short)).toEqual([31, 34])
    expect(named('F0031 ET F0034', short)).toEqual([31, 34])
  })

  it('a credit note between two numbers is not of the range', () => {
    const items = [...short.slice(0, 3), anItem(34, 1, { invoiceNumber: 'F0034', amount: -500 }), ...short.slice(4)]
    expect(named('F0031 A F0035', items)).toEqual([31, 32, 33, 35])
  })
})

describe('days and months', () => {
  const items = [
    anItem(1, 1, { issueDate: day('2026-08-12'), dueDate: day('2026-09-30') }),
    anItem(2, 1, { issueDate: day('2026-09-12'), dueDate: day('2026-10-30') }),
    anItem(3, 1, { issueDate: day('2026-09-20'), dueDate: day('2026-10-31') }),
  ]

  it('the day of issue names an invoice, with its year or without', () => {
    expect(named('FACT DU 12/08/26', items)).toEqual([1])
    expect(named('FACT DU 12/08', items)).toEqual([1])
    expect(quoteOf('FACT DU 12/08/26', items, 1)?.weight).toBeGreaterThan(
      quoteOf('FACT DU 12/08', items, 1)?.weight ?? 0,
    )
  })

  it('the due date names it too, for less', () => {
    expect(manner('ECH 31/10/2026', 3, items)).toBe('day')
    expect(quoteOf('ECH 31/10/2026', items, 3)?.weight).toBeLessThan(
      quoteOf('FACT DU 20/09/2026', items, 3)?.weight ?? 0,
    )
  })

  it('a month names all of that month, each for less than a day', () => {
    expect(named('REGLT AOUT 2026', items)).toEqual([1])
    expect(named('REGLT SEPTEMBRE', items)).toEqual([1, 2, 3])
    expect(manner('REGLT SEPTEMBRE', 2, items)).toBe('month')
    expect(quoteOf('REGLT SEPTEMBRE', items, 2)?.weight).toBeLessThan(quoteOf('DU 12/09/26', items, 2)?.weight ?? 0)
  })

  it('the month of another year names none', () => {
    expect(named('REGLT SEPTEMBRE 2025', items)).toEqual([])
    expect(named('FACT DU 12/08/2025', items)).toEqual([])
  })
})

describe('numbers nearly right or cut off', () => {
  it('one wrong figure points to an invoice, and says that it is only nearly', () => {
    const items = [anItem(842, 1), anItem(1500, 1), anItem(1600, 1)]
    expect(manner('FACT F-2026-0843', 842, items)).toBe('nearly')
    expect(manner('FACT F-2026-8042', 842, items)).toBe('nearly')
  })

  it('a number that the end of the text cuts off names those that begin so', () => {
    const label = 'VIR NORDELEC INDUSTRIE F-2026-137'
    const cut = read(label, some).quotes
    expect([...cut].map(([{ id }, { manner: how }]) => [id, how])).toEqual([
      [1372, 'cut'],
      [1374, 'cut'],
      [1375, 'cut'],
      [1378, 'cut'],
    ])
  })

  it('the end of a short text is no cut', () => {
    expect(named('F-2026-137')).toEqual([])
  })
})

describe('short numbers that nothing explains', () => {
  it('are told, but for those the payer calls his own', () => {
    expect(read('FACT 9931', some).unexplained).toEqual(['9931'])
    expect(read('CONTRAT 9931', some).unexplained).toEqual([])
    expect(read('CHQ 9931', some).unexplained).toEqual([])
    expect(read('VIR', some, { endToEndId: 'E2E 9931' }).unexplained).toEqual([])
  })

  it('are not those that name an invoice, nor a year', () => {
    expect(read('FACT 1374 75', some).unexplained).toEqual([])
    expect(read('REGLT 2026', some).unexplained).toEqual([])
  })
})
