import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, asDate } from '../calendar/calendar-date.ts'
import {
  judgePayer,
  type PayerFacts,
  payerProfiles,
  problemOfRules,
  profileReasons,
  usualPayerRules as rules,
} from './payer-profile.ts'

const today = asDate('2026-11-23')

/** Paid in the last weeks, each so many days after it was due. */
const paidAfter = (...days: number[]) =>
  days.map((late, index) => {
    const paidOn = addDays(today, -7 * index - 1)
    return { dueDate: addDays(paidOn, -late), paidOn }
  })

const facts = (words: Partial<PayerFacts> = {}): PayerFacts => ({
  paid: [],
  oldestUnpaid: null,
  brokenPromises: [],
  hasRunningPlan: false,
  isInsolvent: false,
  ...words,
})
const judged = (words: Partial<PayerFacts>) => judgePayer(facts(words), rules, today)
const profileOf = (words: Partial<PayerFacts>) => judged(words).profile

const anyFacts = fc.record({
  paid: fc.array(fc.integer({ min: -30, max: 200 }), { maxLength: 12 }).map((days) => paidAfter(...days)),
  oldestUnpaid: fc.option(fc.integer({ min: -30, max: 200 }).map((days) => addDays(today, -days))),
  brokenPromises: fc.array(
    fc.integer({ min: 1, max: 400 }).map((days) => addDays(today, -days)),
    { maxLength: 4 },
  ),
  hasRunningPlan: fc.boolean(),
  isInsolvent: fc.boolean(),
})

describe('the profile of a payer', () => {
  it('is new below three paid due lines', () => {
    expect(judged({ paid: paidAfter(90, 90) })).toMatchObject({ profile: 'unknown', because: 'tooFew' })
    expect(judged({ paid: paidAfter(1, 1, 1) })).toMatchObject({ profile: 'punctual', because: 'habit' })
  })

  it('goes by the typical days after the due date, each band with its last day', () => {
    expect(profileOf({ paid: paidAfter(-9, -9, -9) })).toBe('punctual')
    expect(profileOf({ paid: paidAfter(3, 3, 3) })).toBe('punctual')
    expect(profileOf({ paid: paidAfter(4, 4, 4) })).toBe('forgetful')
    expect(profileOf({ paid: paidAfter(15, 15, 15) })).toBe('forgetful')
    expect(profileOf({ paid: paidAfter(16, 16, 16) })).toBe('slow')
  })

  it('forgets what was paid before the window, and knows what was paid on its first day', () => {
    const paidOn = (day: string) =>
      Array.from({ length: 3 }, () => ({ dueDate: asDate('2026-05-01'), paidOn: asDate(day) }))
    expect(profileOf({ paid: paidOn('2026-05-23') })).toBe('unknown')
    expect(profileOf({ paid: paidOn('2026-05-24') })).toBe('slow')
    expect(profileOf({ paid: paidOn('2026-11-24') })).toBe('unknown')
  })

  it('is at risk from the sixty-first day of lateness on, however well was paid before', () => {
    const good = paidAfter(0, 0, 0, 0)
    expect(profileOf({ paid: good, oldestUnpaid: addDays(today, -60) })).toBe('punctual')
    expect(judged({ paid: good, oldestUnpaid: addDays(today, -61) })).toMatchObject({
      profile: 'risky',
      because: 'late',
      lateSince: addDays(today, -61),
    })
    expect(judged({ oldestUnpaid: today }).lateSince).toBeNull()
  })

  it('is at risk after two broken promises within the window', () => {
    const lately = addDays(today, -30)
    expect(profileOf({ brokenPromises: [lately] })).toBe('unknown')
    expect(profileOf({ brokenPromises: [lately, addDays(today, -300)] })).toBe('unknown')
    expect(judged({ brokenPromises: [lately, lately] })).toMatchObject({ profile: 'risky', because: 'brokenPromises' })
  })

  it('is in difficulty while a plan runs, which excuses the lateness it is about', () => {
    const late = { hasRunningPlan: true, oldestUnpaid: addDays(today, -200) }
    expect(judged(late)).toMatchObject({ profile: 'struggling', because: 'plan' })
    const broken = [addDays(today, -9), addDays(today, -8)]
    expect(profileOf({ ...late, brokenPromises: broken })).toBe('risky')
    expect(judged({ ...late, isInsolvent: true })).toMatchObject({ profile: 'risky', because: 'insolvency' })
  })

  it('is one of the six for any facts, with one reason, the same whatever the order of the facts', () => {
    fc.assert(
      fc.property(anyFacts, (any) => {
        const one = judgePayer(any, rules, today)
        expect(payerProfiles).toContain(one.profile)
        expect(profileReasons).toContain(one.because)
        const turned = { ...any, paid: any.paid.toReversed(), brokenPromises: any.brokenPromises.toReversed() }
        expect(judgePayer(turned, rules, today)).toEqual(one)
      }),
    )
  })

  it('is new for too few lines only: whoever has enough of them has a word', () => {
    fc.assert(
      fc.property(anyFacts, (any) => {
        const { profile, habit } = judgePayer(any, rules, today)
        if (profile === 'unknown') expect(habit.lines).toBeLessThan(rules.linesNeeded)
      }),
    )
  })

  it('never gets better when every payment comes later', () => {
    const order = ['punctual', 'forgetful', 'slow'] as const
    const days = fc.array(fc.integer({ min: -30, max: 90 }), { minLength: 3, maxLength: 12 })
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 60 }), (paid, later) => {
        const rank = (late: readonly number[]) =>
          order.indexOf(profileOf({ paid: paidAfter(...late) }) as (typeof order)[number])
        expect(rank(paid.map((late) => late + later))).toBeGreaterThanOrEqual(rank(paid))
      }),
    )
  })
})

describe('rules of profiles', () => {
  it('are refused when one band ends after the next', () => {
    expect(problemOfRules(rules)).toBeNull()
    expect(problemOfRules({ ...rules, punctualDays: 15 })).toBe('bandsCross')
    expect(problemOfRules({ ...rules, riskyDays: 15 })).toBe('bandsCross')
  })
})
