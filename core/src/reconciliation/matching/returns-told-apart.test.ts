import fc from 'fast-check'
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
const returned = (label: string, amount = -50_000) => aLine(amount, label, { kind: 'returned' })
const codes = (label: string, payment: ReceivedPayment, amount = -50_000) =>
  findReturned(returned(label, amount), [payment]).proposals[0]?.evidence.map(({ code }) => code) ?? []

describe('a payment that came back', () => {
  it('is known by the number of the invoice that it paid', () => {
    const payments = [
      aPayment(1, { invoiceNumbers: ['F-2026-0842'] }),
      aPayment(2, { invoiceNumbers: ['F-2026-0843'] }),
    ]
    const verdict = findReturned(returned('REJET PRLV F20260843'), payments)
    expect(verdict.decision).toBe('auto')
    expect(verdict.proposals[0]?.payments).toEqual([2])
  })

  it('is known by the name of its customer or of who paid', () => {
    const vignobles = aPayment(2, { customerName: 'Vignobles Daumas' })
    const treasury = aPayment(3, { payerName: 'Trésorerie Sud' })
    expect(findReturned(returned('REJET VIGNOBLES DAUMAS'), [aPayment(1), vignobles]).proposals[0]?.payments).toEqual([
      2,
    ])
    expect(findReturned(returned('REJET TRESORERIE SUD'), [aPayment(1), treasury]).proposals[0]?.payments).toEqual([3])
  })

  it('an id that nobody gave is no reference', () => {
    expect(codes('REJET NOTPROVIDED', aPayment(1, { references: ['NOTPROVIDED'] }))).not.toContain('returnedReference')
    expect(codes('REJET 12', aPayment(1, { references: ['12'] }))).not.toContain('returnedReference')
    expect(codes('REJET E2E-88213', aPayment(1, { references: ['e2e 88213'] }))).toContain('returnedReference')
  })

  it('each means has its words, and cash never comes back', () => {
    const fits = (label: string, means: ReceivedPayment['means']) =>
      codes(label, aPayment(1, { means })).includes('returnedMeans')
    expect([fits('CHEQUE IMPAYE', 'cheque'), fits('CHEQUE IMPAYE', 'transfer')]).toEqual([true, false])
    expect([fits('LCR IMPAYEE REJET', 'billOfExchange'), fits('REJET EFFET', 'directDebit')]).toEqual([true, false])
    expect([fits('REJET PRELEVEMENT', 'directDebit'), fits('REJET VIREMENT', 'transfer')]).toEqual([true, true])
    expect([fits('REJET', 'transfer'), fits('REJET', 'cash')]).toEqual([true, false])
  })

  it('may bring a fee of at most thirty euros, and less never comes back', () => {
    const payment = aPayment(1, { references: ['PRLV-0918'] })
    expect(findReturned(returned('REJET PRLV-0918', -53_000), [payment]).proposals[0]?.fee).toBe(3_000)
    expect(findReturned(returned('REJET PRLV-0918', -53_001), [payment]).proposals).toEqual([])
    expect(findReturned(returned('REJET PRLV-0918', -49_999), [payment]).proposals).toEqual([])
  })

  it('a direct debit comes back up to thirteen months later, and no later', () => {
    const label = 'REJET PRLV-0918'
    const references = ['PRLV-0918']
    const paidOn = (text: string) => findReturned(returned(label), [aPayment(1, { references, receivedOn: day(text) })])
    expect(paidOn('2025-09-05').proposals).toHaveLength(1)
    expect(paidOn('2025-08-01').proposals).toEqual([])
    expect(paidOn('2026-10-06').proposals).toEqual([])
  })

  it('a fresh one is likelier than an old one', () => {
    const verdict = findReturned(returned('REJET PRLV'), [aPayment(1, { receivedOn: day('2026-06-01') }), aPayment(2)])
    expect(verdict.proposals.map(({ payments }) => payments[0])).toEqual([2, 1])
    expect(verdict.decision).toBe('suggest')
  })

  it('the order of the payments changes nothing, and no payment is proposed twice', () => {
    const drawn = fc.array(
      fc.record({
        amount: fc.constantFrom(50_000, 49_000, 48_800, 51_000),
        references: fc.constantFrom(['PRLV-0918'], ['PRLV-0919'], []),
        means: fc.constantFrom('directDebit' as const, 'cheque' as const, 'transfer' as const),
        name: fc.constantFrom('Vignobles Daumas', 'Garage du Lac'),
      }),
      { maxLength: 9 },
    )
    fc.assert(
      fc.property(drawn, fc.constantFrom('REJET PRLV-0918', 'CHQ IMPAYE VIGNOBLES DAUMAS', 'RETOUR'), (some, label) => {
        const payments = some.map(({ name, ...more }, at) => aPayment(at + 1, { ...more, customerName: name }))
        const verdict = findReturned(returned(label), payments)
        expect(findReturned(returned(label), payments.toReversed())).toEqual(verdict)
        const ids = verdict.proposals.flatMap((one) => one.payments)
        expect(new Set(ids).size).toBe(ids.length)
        expect(ids.length).toBeLessThanOrEqual(5)
        for (const { fee, payments: back } of verdict.proposals) {
          const paid = payments.filter(({ id }) => back.includes(id)).reduce((sum, { amount }) => sum + amount, fee)
          expect(paid).toBe(50_000)
        }
      }),
    )
  })
})
