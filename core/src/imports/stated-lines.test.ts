import { describe, expect, it } from 'vitest'
import { asDate } from '../calendar/calendar-date.ts'
import { asCurrency, money } from '../money/money.ts'
import { isAutomaticMeans } from './means-written.ts'
import type { InvoiceRow } from './parse-row.ts'
import { linesByTerms } from './stated-lines.ts'

const EUR = asCurrency('EUR')

const aRow = (some: Partial<InvoiceRow> = {}): InvoiceRow => ({
  line: 2,
  number: 'F-1',
  numberMade: false,
  kind: 'invoice',
  customer: { name: 'Brun & Fils' },
  issueDate: asDate('2026-01-15'),
  total: money(1000, EUR),
  amountDue: money(600, EUR),
  paid: money(400, EUR),
  ...some,
})

describe('the due lines of a new invoice', () => {
  it('are its rows where they say when', () => {
    const rows = [aRow({ dueDate: asDate('2026-02-28') }), aRow({ dueDate: asDate('2026-03-31') })]
    expect(linesByTerms(rows, ['60 jours']).map((line) => line.dueDate)).toEqual(['2026-02-28', '2026-03-31'])
  })

  it('come from the first terms that can be read: its own, the customer’s, the firm’s', () => {
    const due = (row: InvoiceRow, terms: readonly (string | null)[]) => linesByTerms([row], terms)[0]?.dueDate
    expect(due(aRow({ paymentTerms: '10 jours' }), ['60 jours'])).toBe('2026-01-25')
    expect(due(aRow({ paymentTerms: 'NAA8' }), [null, '60 jours'])).toBe('2026-03-16')
    expect(due(aRow(), [])).toBe('2026-02-14')
  })

  it('take the later day of « N jours fin de mois », whose method the text leaves open', () => {
    const early = aRow({ issueDate: asDate('2026-01-10') })
    expect(linesByTerms([early], ['45 jours fin de mois'])[0]?.dueDate).toBe('2026-03-17')
    const late = aRow({ issueDate: asDate('2026-01-31') })
    expect(linesByTerms([late], ['45 jours fin de mois'])[0]?.dueDate).toBe('2026-03-31')
  })

  it('share out what is paid already, the oldest first', () => {
    expect(linesByTerms([aRow()], ['30 % à la commande, solde à 30 jours'])).toEqual([
      { dueDate: '2026-01-15', total: 300, amountDue: 0 },
      { dueDate: '2026-02-14', total: 700, amountDue: 600 },
    ])
  })
})

describe('a means of payment', () => {
  it('that we collect ourselves is told from one the customer sends', () => {
    expect(['Prélèvement SEPA', 'PRLV', 'LCR directe', 'Traite', 'Direct debit'].map(isAutomaticMeans)).toEqual(
      Array(5).fill(true),
    )
    expect(['Virement', 'Chèque', 'CB', '', 'Espèces', 'Virement SEPA'].map(isAutomaticMeans)).toEqual(
      Array(6).fill(false),
    )
  })
})
