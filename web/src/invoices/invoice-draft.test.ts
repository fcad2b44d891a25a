import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import { asCurrency, money } from '@quittance/core/money/money.ts'
import { describe, expect, it } from 'vitest'
import {
  bodyOf,
  dueBy,
  type InvoiceDraft,
  missingIn,
  newInvoice,
  restOf,
  withOneMore,
  withRow,
} from './invoice-draft.ts'

const eur = asCurrency('EUR')
const filled: InvoiceDraft = {
  ...newInvoice(asDate('2026-11-22')),
  customer: { id: 7, name: 'Durand' },
  number: ' F-12 ',
  amount: 120_000,
}

describe('an invoice typed by hand', () => {
  it('asks for the customer, the number, the day and the amount, one at a time', () => {
    const blank = newInvoice(asDate('2026-11-22'))
    expect(missingIn(blank)).toBe('customer')
    expect(missingIn({ ...filled, number: '  ' })).toBe('number')
    expect(missingIn({ ...filled, issueDate: null })).toBe('issueDate')
    expect(missingIn({ ...filled, amount: -5 })).toBe('amount')
    expect(missingIn(filled)).toBeUndefined()
  })

  it('leaves the due dates to the terms in force unless something else was said', () => {
    expect(bodyOf(filled, eur)).toEqual({
      customerId: 7,
      number: 'F-12',
      kind: 'invoice',
      issueDate: '2026-11-22',
      total: money(120_000, eur),
    })
    expect(bodyOf({ ...filled, due: 'terms', terms: '30 jours ' }, eur)).toMatchObject({ paymentTerms: '30 jours' })
  })

  it('puts the whole amount on a single due date', () => {
    const dated = withRow({ ...filled, due: 'dates' }, 0, { dueDate: asDate('2026-12-31') })
    expect(bodyOf(dated, eur)?.dueLines).toEqual([{ dueDate: '2026-12-31', amount: 120_000 }])
  })

  it('wants several due lines to add up, and sends them by date', () => {
    let draft = withRow({ ...filled, due: 'dates' }, 0, { dueDate: asDate('2027-01-31') })
    draft = withRow(withOneMore(draft), 1, { dueDate: asDate('2026-12-31'), amount: 40_000 })
    expect(restOf(draft)).toBe(-40_000)
    expect(missingIn(draft)).toBe('sum')
    expect(bodyOf(draft, eur)).toBeUndefined()
    expect(bodyOf(withRow(draft, 0, { amount: 80_000 }), eur)?.dueLines).toEqual([
      { dueDate: '2026-12-31', amount: 40_000 },
      { dueDate: '2027-01-31', amount: 80_000 },
    ])
  })

  it('refuses a due date before the day of issue', () => {
    expect(missingIn(withRow({ ...filled, due: 'dates' }, 0, { dueDate: asDate('2026-11-21') }))).toBe('early')
  })

  it('asks no due date of a credit note', () => {
    const note = { ...filled, kind: 'creditNote', due: 'dates' } as const
    expect(missingIn(note)).toBeUndefined()
    expect(bodyOf(note, eur)).not.toHaveProperty('dueLines')
  })

  it('foresees the date that terms give, and none when they are not clear', () => {
    expect(dueBy('30 jours', money(120_000, eur), asDate('2026-11-22'))?.map(({ dueDate }) => dueDate)).toEqual([
      '2026-12-22',
    ])
    expect(dueBy('quand vous voulez', money(120_000, eur), asDate('2026-11-22'))).toBeUndefined()
  })
})
