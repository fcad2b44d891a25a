import { describe, expect, it } from 'vitest'
import { addDays, asDate } from '../calendar/calendar-date.ts'
import { asCurrency, money } from '../money/money.ts'
import { madeNumber } from './made-number.ts'
import { mostDueLines, openNumberRegister } from './number-register.ts'
import type { InvoiceRow } from './parse-row.ts'

const EUR = asCurrency('EUR')

const anInvoiceRow = (some: Partial<InvoiceRow> = {}): InvoiceRow => ({
  line: 2,
  number: 'F-1',
  numberMade: false,
  kind: 'invoice',
  customer: { name: 'Brun & Fils' },
  issueDate: asDate('2026-01-01'),
  dueDate: asDate('2026-01-31'),
  total: money(12_000, EUR),
  amountDue: money(12_000, EUR),
  paid: money(0, EUR),
  ...some,
})

const register = () => openNumberRegister(['N° pièce'], ['invoiceNumber'])

describe('numbers of one file', () => {
  it('come once', () => {
    const numbers = register()
    expect(numbers.enter(anInvoiceRow()).kind).toBe('first')
    expect(numbers.enter(anInvoiceRow({ number: 'F-2', line: 3 })).kind).toBe('first')
  })

  it('come again for another due date of the same invoice', () => {
    const numbers = register()
    numbers.enter(anInvoiceRow())
    expect(numbers.enter(anInvoiceRow({ line: 3, dueDate: asDate('2026-02-28') }))).toMatchObject({
      kind: 'instalment',
      firstLine: 2,
    })
    expect(numbers.enter(anInvoiceRow({ line: 4, dueDate: asDate('2026-02-28') })).kind).toBe('repeated')
  })

  it('come again on the very same row, which is left out', () => {
    const numbers = register()
    numbers.enter(anInvoiceRow())
    expect(numbers.enter(anInvoiceRow({ line: 9, number: 'f-1' }))).toMatchObject({ kind: 'repeated', firstLine: 2 })
  })

  it('are refused for another customer or another amount', () => {
    const numbers = register()
    numbers.enter(anInvoiceRow())
    expect(numbers.enter(anInvoiceRow({ line: 5, customer: { name: 'Castel' } }))).toEqual({
      kind: 'refused',
      firstLine: 2,
      refusal: {
        line: 5,
        field: 'invoiceNumber',
        column: 'N° pièce',
        code: 'duplicateNumber',
        value: 'F-1',
        other: '2',
      },
    })
    expect(numbers.enter(anInvoiceRow({ line: 6, total: money(1, EUR) })).kind).toBe('refused')
  })

  it('stand for so many due lines and no more: the column of numbers is another one', () => {
    const numbers = register()
    const kinds = Array.from({ length: mostDueLines + 1 }, (_, index) =>
      numbers.enter(anInvoiceRow({ line: 2 + index, dueDate: addDays(asDate('2026-01-31'), index) })),
    )
    expect(kinds.at(-2)?.kind).toBe('instalment')
    expect(kinds.at(-1)).toMatchObject({ kind: 'refused', refusal: { code: 'tooManyDueLines', other: '200' } })
  })
})

describe('numbers made for a file without any', () => {
  const made = (some: Partial<InvoiceRow> = {}): InvoiceRow => {
    const row = anInvoiceRow({ ...some, numberMade: true })
    return { ...row, number: madeNumber(row) }
  }

  it('are the same at each import and do not hang on line or payments', () => {
    expect(made({ line: 2 }).number).toBe(made({ line: 99, amountDue: money(0, EUR) }).number)
    expect(made().number).toMatch(/^SN-260101-[A-Z2-9]{6}$/)
  })

  it('differ with customer, dates, amount and subject', () => {
    const numbers = [
      made(),
      made({ customer: { name: 'Castel' } }),
      made({ dueDate: asDate('2026-02-01') }),
      made({ total: money(1, EUR) }),
      made({ subject: 'Pose' }),
    ]
    expect(new Set(numbers.map(({ number }) => number)).size).toBe(5)
  })

  it('tell equal rows apart by their rank', () => {
    const numbers = register()
    const given = [2, 3, 4].map((line) => numbers.enter(made({ line })))
    const base = made().number
    expect(given.map((standing) => standing.kind === 'first' && standing.row.number)).toEqual([
      base,
      `${base}-2`,
      `${base}-3`,
    ])
  })

  it('go on from the ranks of the rows before, however many', () => {
    const last = new Map([[made().number.toLowerCase(), 120_000]])
    const numbers = openNumberRegister(['Client'], ['customerName'], { last, own: new Map() })
    expect(numbers.enter(made({ line: 9 }))).toMatchObject({
      kind: 'first',
      rank: 120_001,
      row: { number: `${made().number}-120001` },
    })
  })

  it('stay with a row that is told anew, and are given anew where it names somebody else', () => {
    const [key, rank] = [made().number.toLowerCase(), 2]
    const ranks = { last: new Map([[key, 3]]), own: new Map([[9, { key, rank }]]) }
    const again = () => openNumberRegister(['Client'], ['customerName'], ranks)
    expect(again().enter(made({ line: 9 }))).toMatchObject({ rank: 2, row: { number: `${made().number}-2` } })
    const renamed = made({ line: 9, customer: { name: 'Castel' } })
    expect(again().enter(renamed)).toMatchObject({ rank: 1, row: { number: renamed.number } })
    expect(again().enter(made({ line: 10 }))).toMatchObject({ rank: 4 })
  })
})
