import { describe, expect, it } from 'vitest'
import { asCurrency } from '../money/money.ts'
import type { Field } from './fields.ts'
import type { Formats } from './formats.ts'
import { type ParsedRow, parseRow } from './parse-row.ts'

const formats: Formats = {
  decimal: ',',
  dateOrder: 'dmy',
  currency: asCurrency('EUR'),
  typedNumbers: false,
  makeNumbers: false,
}

function read(cells: Partial<Record<Field, string>>, corrections: Partial<Record<Field, string>> = {}): ParsedRow {
  const all = { invoiceNumber: '12', customerName: 'Brun', dueDate: '31/12/2026', ...cells }
  const mapping = Object.keys(all) as Field[]
  return parseRow({ line: 2, cells: Object.values(all) }, { headers: mapping, mapping, formats }, corrections)
}

function said(cells: Partial<Record<Field, string>>): string {
  const parsed = read(cells)
  return parsed.ok
    ? `${parsed.row.kind} ${parsed.row.amountDue.amount}`
    : parsed.refusals.map(({ code, field }) => `${field} ${code}`).join(', ')
}

describe('an amount with its side', () => {
  it('on the credit side is a credit note, on the debit side what its sign says', () => {
    expect(said({ totalAmount: '12,00', side: 'D' })).toBe('invoice 1200')
    expect(said({ totalAmount: '12,00', side: 'C' })).toBe('creditNote 1200')
    expect(said({ amountDue: '12,00', side: 'Crédit' })).toBe('creditNote 1200')
    expect(said({ totalAmount: '-12,00', side: 'D' })).toBe('creditNote 1200')
    expect(said({ totalAmount: '0,00', side: 'C' })).toBe('invoice 0')
    expect(said({ totalAmount: '12,00', side: '' })).toBe('invoice 1200')
  })

  it('behind it is read likewise, in the currency of the row', () => {
    expect(said({ totalAmount: '1 012,00 D' })).toBe('invoice 101200')
    expect(said({ totalAmount: '12,00 € CR' })).toBe('creditNote 1200')
    expect(said({ totalAmount: '12,00 € C', currency: 'USD' })).toBe('totalAmount currencyMismatch')
  })

  it('that contradicts itself, or says what nobody knows, is for a person', () => {
    expect(said({ totalAmount: '-12,00', side: 'C' })).toBe('totalAmount sideDisagrees')
    expect(said({ totalAmount: '-12,00 C' })).toBe('totalAmount sideDisagrees')
    expect(said({ totalAmount: '12,00', side: 'X' })).toBe('side unknownSide')
    expect(said({ invoiceNumber: 'F-12', totalAmount: '12,00', side: 'C' })).toBe('totalAmount negativeInvoice')
  })
})

describe('a payment among the invoices', () => {
  it('is refused by its kind, and by its label where it is on the credit side', () => {
    expect(said({ totalAmount: '12,00', kind: 'Règlement' })).toBe('kind paymentRow')
    expect(said({ debit: '', credit: '12,00', subject: 'Virement BRUN' })).toBe('subject paymentRow')
  })

  it('is told from an invoice whose subject speaks of a transfer, and from a credit note', () => {
    expect(said({ totalAmount: '12,00', subject: 'Prélèvement mensuel' })).toBe('invoice 1200')
    expect(said({ totalAmount: '-12,00', subject: 'Avoir sur pose' })).toBe('creditNote 1200')
    expect(said({ totalAmount: '-12,00', kind: 'Avoir', subject: 'Virement en double' })).toBe('creditNote 1200')
  })

  it('goes in as a credit note once a person has said that it is one', () => {
    const parsed = read({ totalAmount: '-12,00', kind: 'Règlement' }, { kind: 'avoir' })
    expect(parsed).toMatchObject({ ok: true, row: { kind: 'creditNote', total: { amount: 1200 } } })
  })
})
