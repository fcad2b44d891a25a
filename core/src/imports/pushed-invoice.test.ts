import { describe, expect, it } from 'vitest'
import { asCurrency } from '../money/money.ts'
import { parseRow } from './parse-row.ts'
import {
  dueLineFaults,
  type PushedInvoice,
  pushedCells,
  pushedHeaders,
  pushedMapping,
  pushedPlace,
  pushedReading,
} from './pushed-invoice.ts'

const euros = (amount: number) => ({ amount, currency: 'EUR' })
const reading = pushedReading(asCurrency('EUR'))

const anInvoice = (said: Partial<PushedInvoice> = {}): PushedInvoice => ({
  number: 'F-2026-118',
  issueDate: '2026-10-01',
  dueDate: '2026-10-31',
  total: euros(120_000),
  customer: { code: 'CASTEL', name: 'Menuiseries Castel' },
  ...said,
})

const read = (invoice: PushedInvoice) =>
  pushedCells(invoice).map((cells, row) => parseRow({ line: row + 1, cells }, reading))
const refusalsOf = (invoice: PushedInvoice) =>
  read(invoice).flatMap((parsed) => (parsed.ok ? [] : parsed.refusals.map(({ code, column }) => `${column}: ${code}`)))

describe('an invoice that a program pushes', () => {
  it('is read as the row of a file with the same facts', () => {
    const [parsed] = read(
      anInvoice({
        kind: 'interim',
        amountDue: euros(20_050),
        paidOn: null,
        disputed: true,
        paused: true,
        project: 'Villa Roux',
        customer: { name: 'Castel', code: '00123', siren: '552100554', email: 'compta@castel.example', language: 'en' },
      }),
    )
    expect(parsed).toMatchObject({
      ok: true,
      warnings: [],
      row: {
        number: 'F-2026-118',
        kind: 'interim',
        issueDate: '2026-10-01',
        dueDate: '2026-10-31',
        total: euros(120_000),
        amountDue: euros(20_050),
        paid: euros(99_950),
        disputed: true,
        paused: true,
        project: 'Villa Roux',
        customer: {
          name: 'Castel',
          code: '00123',
          siren: '552100554',
          invoicingEmail: 'compta@castel.example',
          language: 'en',
        },
      },
    })
  })

  it('keeps its amounts to the smallest unit of any currency', () => {
    for (const [amount, currency] of [
      [1, 'EUR'],
      [-5, 'EUR'],
      [99_999_999_999, 'EUR'],
      [1_000, 'JPY'],
      [1_234, 'BHD'],
      [1_234_567, 'TND'],
    ] as const) {
      const total = { amount, currency }
      const [parsed] = read(anInvoice({ number: '2026-118', total }))
      const found = parsed?.ok ? { ...parsed.row.total, kind: parsed.row.kind } : parsed
      expect(found).toEqual({ amount: Math.abs(amount), currency, kind: amount < 0 ? 'creditNote' : 'invoice' })
    }
  })

  it('is one row a due line, each with its day and what is left of it', () => {
    const { dueDate: _none, ...rest } = anInvoice()
    const parsed = read({
      ...rest,
      dueLines: [
        { dueDate: '2026-10-31', amount: euros(50_000), amountDue: euros(0) },
        { dueDate: '2026-11-30', amount: euros(70_000) },
      ],
    })
    expect(parsed.map((one) => one.ok && [one.row.dueDate, one.row.total.amount, one.row.amountDue.amount])).toEqual([
      ['2026-10-31', 50_000, 0],
      ['2026-11-30', 70_000, 70_000],
    ])
  })

  it('is refused by the same rules as a row, where it stands in what was sent', () => {
    expect(refusalsOf(anInvoice({ dueDate: '2026-02-30' }))).toEqual(['dueDate: noSuchDay'])
    expect(refusalsOf(anInvoice({ dueDate: '2026-09-30' }))).toEqual(['dueDate: dueBeforeIssue'])
    expect(refusalsOf(anInvoice({ amountDue: euros(120_001) }))).toEqual(['amountDue: dueLargerThanTotal'])
    expect(refusalsOf(anInvoice({ amountDue: { amount: 1, currency: 'USD' } }))).toEqual([
      'amountDue: currencyMismatch',
    ])
    expect(refusalsOf(anInvoice({ total: { amount: 1, currency: 'XXQ' } }))).toEqual(['currency: unknownCurrency'])
    expect(refusalsOf(anInvoice({ customer: { name: ' ' } }))).toEqual(['customer.name: missingCustomer'])
    expect(refusalsOf(anInvoice({ number: ' ' }))).toEqual(['number: missingNumber'])
    expect(refusalsOf(anInvoice({ total: null }))).toEqual(['total: missingAmount'])
  })

  it('says of due lines what a file cannot: that two have one day, or do not make the total', () => {
    const lines = (...amounts: (readonly [string, number])[]) =>
      amounts.map(([dueDate, amount]) => ({ dueDate, amount: euros(amount) }))
    const faults = (said: Partial<PushedInvoice>) =>
      dueLineFaults(anInvoice(said), 7).map(({ line, field, code, other }) => [line, field, code, other])
    expect(faults({ dueLines: lines(['2026-10-31', 50_000], ['2026-11-30', 70_000]) })).toEqual([])
    expect(faults({ dueLines: lines(['2026-10-31', 50_000], ['2026-10-31', 70_000]) })).toEqual([
      [8, 'dueDate', 'sameDueDate', undefined],
    ])
    expect(faults({ dueLines: lines(['2026-10-31', 50_000]) })).toEqual([
      [7, 'totalAmount', 'dueLinesDisagree', '500.00 EUR'],
    ])
    expect(
      faults({
        dueLines: [
          { dueDate: '2026-10-31', amount: euros(1) },
          { dueDate: '2026-11-30', amount: { amount: 1, currency: 'USD' } },
        ],
      }),
    ).toEqual([[7, 'currency', 'currencyMismatch', 'EUR']])
  })

  it('names the place of a fault as the program wrote it', () => {
    const { dueDate: _none, ...rest } = anInvoice()
    const withLines = { ...rest, dueLines: [{ dueDate: '2026-10-31', amount: euros(1) }] }
    expect(pushedPlace('customerName', withLines, 0)).toBe('customer.name')
    expect(pushedPlace('totalAmount', withLines, 2)).toBe('dueLines.2.amount')
    expect(pushedPlace('totalAmount', anInvoice(), 0)).toBe('total')
  })

  it('has one cell a column, no field twice', () => {
    expect(pushedMapping).toHaveLength(pushedHeaders.length)
    expect(new Set(pushedHeaders).size).toBe(pushedHeaders.length)
    expect(pushedCells(anInvoice())[0]).toHaveLength(pushedHeaders.length)
  })
})
