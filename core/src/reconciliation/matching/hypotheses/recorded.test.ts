import { describe, expect, it } from 'vitest'
import type { RecordedPayment } from '../books.ts'
import { aLine, day } from '../testing/some-books.ts'
import { recordedGroups } from './recorded.ts'

const aPayment = (id: number, more: Partial<RecordedPayment> = {}): RecordedPayment => ({
  id,
  customer: id,
  receivedOn: day('2026-10-05'),
  amount: 50_000,
  means: 'transfer',
  reference: null,
  slip: null,
  ...more,
})
const found = (line: Parameters<typeof recordedGroups>[0], ...payments: RecordedPayment[]): number[][] =>
  recordedGroups(line, payments).map((group) => group.payments.map(({ id }) => id))
const line = aLine(50_000, 'VIR X')

describe('payments entered already that a line may be', () => {
  it('one of exactly the amount, and no other', () => {
    expect(found(line, aPayment(1), aPayment(2, { amount: 50_001 }))).toEqual([[1]])
  })

  it('each of two alike, for a person to choose', () => {
    expect(found(line, aPayment(1), aPayment(2))).toEqual([[1], [2]])
  })

  it('a transfer of the days around, not of last month nor of next week', () => {
    for (const [receivedOn, is] of [
      ['2026-09-23', true],
      ['2026-09-22', false],
      ['2026-10-11', true],
      ['2026-10-12', false],
    ] as const)
      expect([receivedOn, found(line, aPayment(1, { receivedOn: day(receivedOn) })).length > 0]).toEqual([
        receivedOn,
        is,
      ])
  })

  it('a cheque or a bill of exchange entered weeks before', () => {
    for (const means of ['cheque', 'billOfExchange'] as const) {
      expect(found(line, aPayment(1, { means, receivedOn: day('2026-08-25') }))).toEqual([[1]])
      expect(found(line, aPayment(1, { means, receivedOn: day('2026-08-10') }))).toEqual([])
    }
  })

  it('a slip of cheques as one, when its sum is the amount', () => {
    const slip = [aPayment(1, { amount: 20_000, slip: 4 }), aPayment(2, { amount: 30_000, slip: 4 })]
    const cheques = aLine(50_000, 'REMISE CHQ', { kind: 'chequeDeposit' })
    expect(found(cheques, ...slip)).toEqual([[1, 2]])
    expect(found(aLine(20_000, 'REMISE CHQ', { kind: 'chequeDeposit' }), ...slip)).toEqual([])
    expect(recordedGroups(cheques, slip)[0]).toMatchObject({ isSlip: true, customer: 1 })
  })

  it('two slips of one sum are two', () => {
    const cheques = aLine(50_000, 'REMISE CHQ', { kind: 'chequeDeposit' })
    expect(found(cheques, aPayment(1, { slip: 4 }), aPayment(2, { slip: 5 }))).toEqual([[1], [2]])
  })

  it('a slip is likelier on a deposit of cheques than on a transfer', () => {
    const slip = [aPayment(1, { slip: 4 })]
    const [onDeposit] = recordedGroups(aLine(50_000, 'REMISE CHQ', { kind: 'chequeDeposit' }), slip)
    const [onTransfer] = recordedGroups(line, slip)
    expect(onDeposit?.evidence).toBeGreaterThan(onTransfer?.evidence ?? 0)
  })

  it('the means that agrees speaks for it, one unsaid hardly against, another one against', () => {
    const evidence = (means: RecordedPayment['means']) =>
      recordedGroups(line, [aPayment(1, { means })])[0]?.evidence ?? 0
    expect(evidence('transfer')).toBeGreaterThan(evidence('other'))
    expect(evidence('other')).toBeGreaterThan(evidence('card'))
  })
})
