import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, addMonths, asDate } from '../../calendar/calendar-date.ts'
import { deadlineOf, noFormalNoticeBecause } from './formal-notice.ts'
import { declareClaimBy } from './insolvency.ts'
import { type Interruption, type LimitedDebt, limitationOf, limitationStage } from './limitation.ts'

const debt = (over: Partial<LimitedDebt> = {}): LimitedDebt => ({
  category: 'company',
  issueDate: asDate('2021-11-01'),
  dueDate: asDate('2021-12-01'),
  interruptions: [],
  ...over,
})
const on = (kind: Interruption['kind'], day: string): Interruption => ({ kind, on: asDate(day) })

describe('until when a debt can be claimed in court', () => {
  it('is five years between professionals, from the earliest day known', () => {
    expect(limitationOf(debt())).toMatchObject({ since: '2021-11-01', endsOn: '2026-11-01', rule: 'commerce' })
    expect(limitationOf(debt({ issueDate: asDate('2022-01-01') })).endsOn).toBe('2026-12-01')
  })

  it('is two years from a private individual', () => {
    expect(limitationOf(debt({ category: 'individual' }))).toMatchObject({ endsOn: '2023-11-01', rule: 'consumer' })
  })

  it('is the end of the fourth year after that of the debt for a public body', () => {
    expect(limitationOf(debt({ category: 'publicBody' })).endsOn).toBe('2025-12-31')
    expect(limitationOf(debt({ category: 'publicBody', issueDate: asDate('2021-01-01') })).endsOn).toBe('2025-12-31')
  })

  it('begins anew with a part payment, a claim in court or an act of enforcement', () => {
    const paid = limitationOf(debt({ interruptions: [on('partPayment', '2023-05-10')] }))
    expect(paid).toMatchObject({ since: '2023-05-10', because: 'partPayment', endsOn: '2028-05-10' })
    const sued = limitationOf(
      debt({ interruptions: [on('courtClaim', '2025-01-10'), on('partPayment', '2023-05-10')] }),
    )
    expect(sued).toMatchObject({ because: 'courtClaim', endsOn: '2030-01-10' })
  })

  it('does not begin anew with what came after its end, nor before its start', () => {
    expect(limitationOf(debt({ interruptions: [on('acknowledgement', '2026-11-02')] })).endsOn).toBe('2026-11-01')
    expect(limitationOf(debt({ interruptions: [on('acknowledgement', '2026-11-01')] })).endsOn).toBe('2031-11-01')
    expect(limitationOf(debt({ interruptions: [on('partPayment', '2021-10-01')] })).endsOn).toBe('2026-11-01')
  })

  it('ends on 28 February when it began on the 29th', () => {
    expect(limitationOf(debt({ issueDate: asDate('2024-02-29'), dueDate: asDate('2024-03-30') })).endsOn).toBe(
      '2029-02-28',
    )
  })

  it('only moves later with each act, whatever their order', () => {
    const kinds = fc.constantFrom('courtClaim', 'enforcement', 'acknowledgement', 'partPayment')
    const act = fc.record({ kind: kinds, days: fc.integer({ min: -100, max: 4000 }) })
    fc.assert(
      fc.property(fc.array(act, { maxLength: 6 }), (acts) => {
        const interruptions = acts.map(({ kind, days }) => ({ kind, on: addDays(asDate('2021-11-01'), days) }))
        const limited = limitationOf(debt({ interruptions }))
        expect(limited.endsOn >= limitationOf(debt()).endsOn).toBe(true)
        expect(limited.endsOn).toBe(addMonths(limited.since, 60))
        expect(limitationOf(debt({ interruptions: interruptions.toReversed() })).endsOn).toBe(limited.endsOn)
      }),
    )
  })
})

describe('the alarm', () => {
  it('is given six months before, again three months before, then it is over', () => {
    const ends = asDate('2026-11-01')
    expect(limitationStage(ends, asDate('2026-04-30'))).toBe('far')
    expect(limitationStage(ends, asDate('2026-05-01'))).toBe('sixMonths')
    expect(limitationStage(ends, asDate('2026-07-31'))).toBe('sixMonths')
    expect(limitationStage(ends, asDate('2026-08-01'))).toBe('threeMonths')
    expect(limitationStage(ends, ends)).toBe('threeMonths')
    expect(limitationStage(ends, asDate('2026-11-02'))).toBe('over')
  })
})

describe('a formal notice', () => {
  it('is for professionals who are not insolvent', () => {
    expect(noFormalNoticeBecause({ category: 'company', isInsolvent: false })).toBeNull()
    expect(noFormalNoticeBecause({ category: 'company', isInsolvent: true })).toBe('insolvent')
    expect(noFormalNoticeBecause({ category: 'publicBody', isInsolvent: false })).toBe('publicBody')
    expect(noFormalNoticeBecause({ category: 'individual', isInsolvent: false })).toBe('individual')
  })

  it('gives its days from the receipt, from the departure until that is known', () => {
    const sent = { sentOn: asDate('2026-11-10'), deadlineDays: 15 }
    expect(deadlineOf({ ...sent, receivedOn: asDate('2026-11-12') })).toBe('2026-11-27')
    expect(deadlineOf({ ...sent, receivedOn: null })).toBe('2026-11-25')
  })
})

describe('a procedure', () => {
  it('leaves two months from its publication to declare the claim, four to a creditor away from the mainland', () => {
    const judged = { judgedOn: asDate('2026-11-03'), publishedOn: asDate('2026-11-14'), isCreditorAway: false }
    expect(declareClaimBy(judged)).toBe('2027-01-14')
    expect(declareClaimBy({ ...judged, isCreditorAway: true })).toBe('2027-03-14')
    expect(declareClaimBy({ ...judged, publishedOn: null })).toBe('2027-01-03')
  })
})
