import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openItemBook } from './item-book.ts'
import { aCustomer, anItem, day } from './testing/some-books.ts'

const customers = [aCustomer(1), aCustomer(2, { parent: 1 }), aCustomer(3, { parent: 1 })]
const items = [
  anItem(10, 1, { amount: 50_000, dueDate: day('2026-10-20') }),
  anItem(11, 1, { amount: 30_000, dueDate: day('2026-10-05') }),
  anItem(12, 1, { amount: 30_000, dueDate: day('2026-10-05') }),
  anItem(13, 2, { amount: 30_000 }),
  anItem(14, 2, { amount: -4_000, invoiceNumber: 'AV-2026-0003' }),
]
const aBook = () => openItemBook({ customers, items, settled: [] })
const ids = (some: Iterable<{ readonly id: number }> | undefined): number[] => [...(some ?? [])].map(({ id }) => id)

describe('what is owed', () => {
  it('is told oldest due date first, and by number where two fall due together', () => {
    expect(ids(aBook().openOf(1))).toEqual([11, 12, 10])
    expect(aBook().openOf(99)).toEqual([])
  })

  it('is found by its amount, credit notes by theirs', () => {
    expect(ids(aBook().openByAmount(30_000)).toSorted()).toEqual([11, 12, 13])
    expect(ids(aBook().openByAmount(-4_000))).toEqual([14])
    expect(ids(aBook().openByAmount(123))).toEqual([])
  })

  it('says how many others had an amount too', () => {
    const book = aBook()
    expect(book.amountSeenElsewhere(30_000, 2)).toBe(2)
    expect(book.amountSeenElsewhere(30_000, 1)).toBe(1)
    expect(book.amountSeenElsewhere(50_000, 1)).toBe(0)
  })

  it('an amount settled long ago still belongs to the price list', () => {
    const book = aBook()
    book.setDue({ item: 11, due: 0, on: day('2026-10-01') })
    expect(book.amountSeenElsewhere(30_000, 2)).toBe(2)
  })

  it('is found by every key of its number', () => {
    const book = aBook()
    for (const key of ['F20260010', '20260010', 'F260010'])
      expect([key, book.invoicesByKey.get(key)?.map(({ number }) => number)]).toEqual([key, ['F-2026-0010']])
  })

  it('is found by order number and by payment reference, as each is compared', () => {
    const book = openItemBook({
      customers,
      settled: [],
      items: [anItem(20, 1, { references: ['PO-45O1', 'po 4501', 'A1'], paymentReference: 'RF18 5390 0754 7034' })],
    })
    expect(ids(book.itemsByReference.get('P04501'))).toEqual([20])
    expect(book.itemsByReference.has('A1')).toBe(false)
    expect(ids(book.itemsByPaymentReference.get('RF18539007547034'))).toEqual([20])
  })

  it('knows the children of a parent', () => {
    expect(aBook().childrenOf.get(1)).toEqual([2, 3])
  })

  it('due lines of one number are one invoice, the same number of two customers is two', () => {
    const book = openItemBook({
      customers,
      settled: [],
      items: [
        anItem(1, 1, { invoiceNumber: 'F-7' }),
        anItem(2, 1, { invoiceNumber: 'F-7' }),
        anItem(3, 2, { invoiceNumber: 'F-7' }),
      ],
    })
    expect(book.invoiceCount()).toBe(2)
    expect(ids(book.items.get(1)?.invoice.items)).toEqual([1, 2])
  })
})

describe('as money comes and goes back', () => {
  it('what is settled is no longer open, and its invoice remembers the day', () => {
    const book = aBook()
    book.setDue({ item: 10, due: 0, on: day('2026-10-06') })
    expect(ids(book.openOf(1))).toEqual([11, 12])
    expect(ids(book.openByAmount(50_000))).toEqual([])
    expect(book.items.get(10)?.invoice.settledOn).toBe('2026-10-06')
  })

  it('what is paid in part is open for the rest', () => {
    const book = aBook()
    book.setDue({ item: 10, due: 20_000, on: day('2026-10-06') })
    expect(ids(book.openOf(1))).toEqual([11, 12, 10])
    expect(ids(book.openByAmount(20_000))).toEqual([10])
    expect(ids(book.openByAmount(50_000))).toEqual([])
  })

  it('what is taken back is open again, in its place', () => {
    const book = aBook()
    book.setDue({ item: 11, due: 0, on: day('2026-10-06') })
    book.setDue({ item: 11, due: 30_000, on: day('2026-10-08') })
    expect(ids(book.openOf(1))).toEqual([11, 12, 10])
    expect(ids(book.openByAmount(30_000)).toSorted()).toEqual([11, 12, 13])
  })

  it('an item that is not in the books cannot be settled, and the error says what to do', () => {
    expect(() => aBook().setDue({ item: 404, due: 0, on: day('2026-10-06') })).toThrow(/404.*add it/)
  })

  it('settles its callers’ copies in nothing', () => {
    const before = structuredClone(items)
    aBook().setDue({ item: 10, due: 0, on: day('2026-10-06') })
    expect(items).toEqual(before)
  })

  it('an item that comes twice is kept once', () => {
    const book = aBook()
    book.addItems(items)
    expect(book.items.size).toBe(items.length)
    expect(ids(book.openOf(1))).toEqual([11, 12, 10])
    expect(book.amountSeenElsewhere(30_000, 2)).toBe(2)
  })

  it('the last digits of a settled invoice are known, those of an open one are not', () => {
    const book = aBook()
    expect(book.settledEndingIn(1, '0010')).toBeUndefined()
    book.setDue({ item: 10, due: 0, on: day('2026-10-06') })
    expect(book.settledEndingIn(1, '0010')?.number).toBe('F-2026-0010')
    expect(book.settledEndingIn(1, '0')).toBeUndefined()
    expect(book.settledEndingIn(2, '0010')).toBeUndefined()
  })

  it('invoices settled before the books began are known by number and amount', () => {
    const book = openItemBook({
      customers,
      items: [],
      settled: [
        { customer: 1, invoiceNumber: 'F-2025-0777', amount: 900, settledOn: day('2026-01-09') },
        { customer: 1, invoiceNumber: 'F-2025-0777', amount: 100, settledOn: day('2026-01-02') },
      ],
    })
    const [invoice] = book.invoicesByKey.get('F20250777') ?? []
    expect(invoice).toMatchObject({ settledOn: '2026-01-09', amounts: [900, 100] })
    expect(book.settledEndingIn(1, '777')?.number).toBe('F-2025-0777')
  })

  it('any coming and going leaves what a book opened anew would tell', () => {
    const change = fc.record({ item: fc.constantFrom(10, 11, 12, 13), due: fc.constantFrom(0, 5_000, 30_000, 50_000) })
    fc.assert(
      fc.property(fc.array(change, { maxLength: 20 }), (changes) => {
        const kept = aBook()
        const due = new Map(items.map(({ id, amountDue }) => [id, amountDue]))
        for (const one of changes) {
          kept.setDue({ ...one, on: day('2026-10-06') })
          due.set(one.item, one.due)
        }
        const anew = openItemBook({
          customers,
          items: items.map((item) => ({ ...item, amountDue: due.get(item.id) ?? 0 })),
          settled: [],
        })
        for (const customer of [1, 2]) expect(ids(kept.openOf(customer))).toEqual(ids(anew.openOf(customer)))
        for (const amount of [5_000, 30_000, 50_000])
          expect(ids(kept.openByAmount(amount)).toSorted()).toEqual(ids(anew.openByAmount(amount)).toSorted())
      }),
    )
  })
})
