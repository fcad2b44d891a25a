import { describe, expect, it } from 'vitest'
import { asDate } from '../../calendar/calendar-date.ts'
import { type ChosenTerms, interestTerms } from './interest-terms.ts'
import { derivedRates, isHalfYear, missingRateOn, ratesWith } from './rate-table.ts'

const nothing: ChosenTerms = {
  category: 'company',
  customerRate: null,
  firmRate: null,
  followsLaw: false,
  reading: 'segmented',
}

describe('the rate that holds', () => {
  it('is that of the customer, else of the firm, else of the law', () => {
    const both = { ...nothing, customerRate: 1200, firmRate: 1500 }
    expect(interestTerms(both)).toMatchObject({ rule: { kind: 'contract', rate: 1200 }, from: 'customer' })
    expect(interestTerms({ ...both, customerRate: null })).toMatchObject({ rule: { rate: 1500 }, from: 'firm' })
    expect(interestTerms(nothing)).toMatchObject({ rule: { kind: 'statutory' }, from: 'law' })
  })

  it('is shown at the rate of the law where nobody chose, and is not a choice', () => {
    expect(interestTerms(nothing)?.isChosen).toBe(false)
    expect(interestTerms({ ...nothing, followsLaw: true })?.isChosen).toBe(true)
    expect(interestTerms({ ...nothing, firmRate: 0 })?.isChosen).toBe(true)
  })

  it('is that of the public procurement code for a public body, whatever was agreed, and none for a private individual', () => {
    const agreed = { ...nothing, customerRate: 1200, firmRate: 1500, followsLaw: true }
    expect(interestTerms({ ...agreed, category: 'publicBody' })?.rule).toEqual({ kind: 'publicBuyer' })
    expect(interestTerms({ ...agreed, category: 'individual' })).toBeNull()
  })

  it('keeps the reading of the half-years that was chosen', () => {
    expect(interestTerms({ ...nothing, reading: 'fixedAtStart' })?.rule).toEqual({
      kind: 'statutory',
      reading: 'fixedAtStart',
    })
  })
})

describe('the table of rates', () => {
  it('is asked for the half-year under way as long as nobody entered it', () => {
    const known = ratesWith({})
    expect(missingRateOn(asDate('2026-12-31'), known)).toBeNull()
    expect(missingRateOn(asDate('2027-01-01'), known)).toBe('2027-H1')
    expect(
      missingRateOn(asDate('2027-01-01'), ratesWith({ '2027-H1': { mainRefinancing: 240, legal: 275 } })),
    ).toBeNull()
  })

  it('gives way to what a person entered, half-year by half-year', () => {
    const rates = ratesWith({ '2026-H2': { mainRefinancing: 215, legal: 275 } })
    expect(rates['2026-H2']?.mainRefinancing).toBe(215)
    expect(rates['2026-H1']?.mainRefinancing).toBe(215)
    expect(rates['2025-H1']?.mainRefinancing).toBe(315)
  })

  it('derives the three rates of a half-year, the floor apart from the default', () => {
    expect(derivedRates({ mainRefinancing: 450, legal: 507 })).toEqual({
      statutory: 1450,
      publicBuyer: 1250,
      floor: 1521,
    })
  })

  it('knows the name of a half-year', () => {
    expect(['2027-H1', '2027-H2'].every(isHalfYear)).toBe(true)
    expect(['2027-H3', '27-H1', '2027', '2027-H1 '].some(isHalfYear)).toBe(false)
  })
})
