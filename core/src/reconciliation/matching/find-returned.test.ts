import { describe, expect, it } from 'vitest'
import { findReturned, type ReceivedPayment } from './find-returned.ts'
import { aLine, day } from './testing/some-books.ts'

const aPayment = (id: number, more: Partial<ReceivedPayment> = {}): ReceivedPayment => ({
  id,
  customer: id,
  customerName: `Firme ${id}`,
  receivedOn: day('2026-09-28'),
  amount: 50_000,
  means: 'directDebit',
  references: [],
  payerName: null,
  payerIban: null,
  invoiceNumbers: [],
  group: null,
  ...more,
})

describe('which payment came back', () => {
  it('knows a rejected direct debit by its reference', () => {
    const payments = [aPayment(1, { references: ['PRLV-2026-0917'] }), aPayment(2, { references: ['PRLV-2026-0918'] })]
    const verdict = findReturned(aLine(-50_000, 'REJET PRLV SEPA PRLV-2026-0918', { kind: 'returned' }), payments)
    expect(verdict.decision).toBe('auto')
    expect(verdict.proposals[0]?.payments).toEqual([2])
    expect(verdict.proposals[0]?.evidence.map(({ code }) => code)).toContain('returnedReference')
  })

  it('decides nothing between two payments of one amount that the line does not tell apart', () => {
    const verdict = findReturned(aLine(-50_000, 'PRLV IMPAYE', { kind: 'returned' }), [aPayment(1), aPayment(2)])
    expect(verdict.decision).toBe('suggest')
    expect(verdict.proposals).toHaveLength(2)
  })

  it('looks for a cheque when a cheque is unpaid', () => {
    const payments = [aPayment(1), aPayment(2, { means: 'cheque', customerName: 'Vignobles Daumas' })]
    const verdict = findReturned(aLine(-50_000, 'CHQ IMPAYE VIGNOBLES DAUMAS'), payments)
    expect(verdict.proposals[0]?.payments).toEqual([2])
  })

  it('tells the fee that the bank added, and leaves it to a person', () => {
    const verdict = findReturned(aLine(-51_200, 'REJET PRLV FIRME 1', { kind: 'returned' }), [aPayment(1)])
    expect(verdict.decision).toBe('suggest')
    expect(verdict.proposals[0]?.fee).toBe(1_200)
  })

  it('never takes back what came later, nor a debit that says nothing of a return', () => {
    expect(
      findReturned(aLine(-50_000, 'REJET PRLV', { bookedOn: day('2026-09-01') }), [aPayment(1)]).proposals,
    ).toEqual([])
    expect(findReturned(aLine(-50_000, 'VIR SALAIRES'), [aPayment(1)]).decision).toBe('none')
    expect(findReturned(aLine(50_000, 'REJET PRLV'), [aPayment(1)]).decision).toBe('none')
  })
})
