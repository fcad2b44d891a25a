import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, asDate } from '../calendar/calendar-date.ts'
import { asCurrency, money } from '../money/money.ts'
import {
  annualRateOn,
  contractRateDoubts,
  halfYearOf,
  type InterestPeriod,
  type LateDebt,
  type LateInterestRule,
  lateInterest,
  recoveryFee,
} from './late-interest.ts'
import { lateInterestRates } from './late-interest-rates.ts'

const EUR = asCurrency('EUR')
const statutory: LateInterestRule = { kind: 'statutory', reading: 'segmented' }

const aDebt = (owed: number, due: string, paid: readonly (readonly [string, number])[] = []): LateDebt => ({
  dueDate: asDate(due),
  owed: money(owed, EUR),
  paid: paid.map(([on, amount]) => ({ on: asDate(on), amount: money(amount, EUR) })),
})

const on = (asOf: string, rule: LateInterestRule = statutory): InterestPeriod => ({
  asOf: asDate(asOf),
  rule,
  rates: lateInterestRates,
})

describe('late interest of the law, in cents', () => {
  it.each([
    ['a month at one rate', aDebt(120_000, '2026-03-31'), on('2026-04-30'), 1198],
    ['two half-years', aDebt(1_000_000, '2026-05-31'), on('2026-09-15'), 36_145],
    ['the first day of a half-year', aDebt(120_000, '2026-06-30'), on('2026-07-01'), 41],
    ['three half-years', aDebt(480_000, '2025-05-15'), on('2026-01-31'), 42_308],
    ['29 February is a day, the year stays 365', aDebt(600_000, '2024-01-31'), on('2024-03-31'), 14_301],
    ['a contract', aDebt(240_000, '2026-06-15'), on('2026-08-14', { kind: 'contract', rate: 1500 }), 5918],
    [
      'payments in parts',
      aDebt(1_000_000, '2026-05-01', [
        ['2026-09-03', 600_000],
        ['2026-07-01', 400_000],
      ]),
      on('2026-11-23'),
      33_358,
    ],
    ['a whole year at ten percent', aDebt(100_000, '2021-01-31'), on('2021-12-31'), 9151],
    ['a public buyer', aDebt(1_000_000, '2026-03-01'), on('2026-04-15', { kind: 'publicBuyer' }), 12_514],
    ['nothing on the due date itself', aDebt(120_000, '2026-03-31'), on('2026-03-31'), 0],
    ['nothing before it', aDebt(120_000, '2026-03-31'), on('2026-02-01'), 0],
    [
      'nothing on what was paid before it',
      aDebt(120_000, '2026-03-31', [['2026-03-01', 120_000]]),
      on('2026-04-30'),
      0,
    ],
  ])('%s', (_case, debt, period, cents) => {
    expect(lateInterest(debt, period)).toMatchObject({ kind: 'computed', amount: { amount: cents, currency: 'EUR' } })
  })

  it('keeps the rate of the first half-year when the whole delay is read so', () => {
    const fixed = on('2026-09-15', { kind: 'statutory', reading: 'fixedAtStart' })
    // 107 days at 12.15 %.
    expect(lateInterest(aDebt(1_000_000, '2026-05-31'), fixed)).toMatchObject({ amount: { amount: 35_618 } })
  })

  it('shows the days and the rate of each stretch', () => {
    const interest = lateInterest(aDebt(1_000_000, '2026-05-31'), on('2026-09-15'))
    expect(interest).toMatchObject({
      segments: [
        { days: 30, rate: 1215, to: '2026-06-30' },
        { days: 77, rate: 1240, to: '2026-09-15' },
      ],
    })
  })

  it('names the half-year whose rate nobody entered, and what is sure before it', () => {
    const debt = aDebt(1_000_000, '2026-12-15')
    expect(lateInterest(debt, on('2027-01-10'))).toMatchObject({
      kind: 'rateMissing',
      halfYear: '2027-H1',
      upTo: '2026-12-31',
      amount: money(5436, EUR), // 10 000.00 × 12.40 % × 16 / 365 = 54.3562
    })
    expect(lateInterest(debt, on('2027-01-10', { kind: 'contract', rate: 1200 })).kind).toBe('computed')
  })

  it('goes up day after day, and one payment the day before the last changes no earlier day', () => {
    const day = fc.integer({ min: 1, max: 900 }).map((days) => addDays(asDate('2023-01-01'), days))
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100_000_000 }),
        day,
        fc.integer({ min: 1, max: 400 }),
        (owed, due, late) => {
          const asOf = addDays(due, late)
          const before = lateInterest(aDebt(owed, due), on(asOf))
          const after = lateInterest(aDebt(owed, due), on(addDays(asOf, 1)))
          const settled = lateInterest(aDebt(owed, due, [[asOf, owed]]), on(addDays(asOf, 30)))
          expect(after.amount.amount).toBeGreaterThanOrEqual(before.amount.amount)
          expect(settled.amount).toEqual(before.amount)
        },
      ),
    )
  })
})

describe('the rates', () => {
  it('are those of the first day of each half-year, the legal rate apart from the default', () => {
    expect(annualRateOn(statutory, asDate('2026-11-23'), lateInterestRates)).toBe(1240)
    expect(annualRateOn({ kind: 'publicBuyer' }, asDate('2026-11-23'), lateInterestRates)).toBe(1040)
    // The floor of 2024 was above the default: it binds contracts, it does not raise the default.
    expect(annualRateOn(statutory, asDate('2024-03-01'), lateInterestRates)).toBe(1450)
    expect(annualRateOn(statutory, asDate('2027-01-01'), lateInterestRates)).toBeUndefined()
  })

  it('cover every half-year from 2013 to the last one known', () => {
    const keys = Object.keys(lateInterestRates)
    expect(keys).toHaveLength(28)
    expect(keys.at(0)).toBe('2013-H1')
    expect(keys.at(-1)).toBe('2026-H2')
    expect(halfYearOf(asDate('2026-06-30'))).toBe('2026-H1')
    expect(halfYearOf(asDate('2026-07-01'))).toBe('2026-H2')
  })

  it('put a floor of three times the legal rate under a contract', () => {
    const year2026 = { from: asDate('2026-01-01'), to: asDate('2026-12-31') }
    expect(contractRateDoubts(800, year2026, lateInterestRates)).toEqual([{ halfYear: '2026-H2', doubt: 'belowFloor' }])
    const early2024 = { from: asDate('2024-02-01'), to: asDate('2024-05-01') }
    expect(contractRateDoubts(1500, early2024, lateInterestRates)).toEqual([
      { halfYear: '2024-H1', doubt: 'belowFloor' },
    ])
    const next = { from: asDate('2026-12-01'), to: asDate('2027-02-01') }
    expect(contractRateDoubts(1500, next, lateInterestRates)).toEqual([{ halfYear: '2027-H1', doubt: 'rateMissing' }])
  })
})

describe('the recovery fee', () => {
  it('is 40 € a late invoice, of firms and public bodies, never of a private individual', () => {
    expect(recoveryFee(1, 'company')).toEqual(money(4000, EUR))
    expect(recoveryFee(3, 'company')).toEqual(money(12_000, EUR))
    expect(recoveryFee(3, 'publicBody')).toEqual(money(12_000, EUR))
    expect(recoveryFee(3, 'individual')).toEqual(money(0, EUR))
    expect(recoveryFee(0, 'company')).toEqual(money(0, EUR))
  })

  it('adds to principal and interest for the whole claim', () => {
    const interest = lateInterest(aDebt(120_000, '2026-03-31'), on('2026-04-30')).amount
    expect(120_000 + interest.amount + recoveryFee(1, 'company').amount).toBe(125_198)
  })
})
