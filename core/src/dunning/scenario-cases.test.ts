import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, asDate, type CalendarDate } from '../calendar/calendar-date.ts'
import { asCurrency, money } from '../money/money.ts'
import { afterContact } from './after-contact.ts'
import { decideStep } from './decide-step.ts'
import { defaultScenarios } from './default-scenarios.ts'
import { type Expectation, runCase, type ScenarioCase } from './scenario-cases.ts'
import { anOpenItem, aScenario, aSituation, theRules } from './testing/a-situation.ts'

// A Friday: the days the steps fall on are working days.
const due = asDate('2026-01-30')
const aCase = (words: Partial<ScenarioCase>): ScenarioCase => ({
  name: 'a case',
  category: 'company',
  invoices: [{ number: 'F-1', due, amount: money(120_000, asCurrency('EUR')) }],
  payments: [],
  disputes: [],
  expects: [],
  ...words,
})
const gets = (day: number, step: string | null, once = false): Expectation => ({
  on: addDays(due, day),
  gets: step,
  once,
})
const failures = (words: Partial<ScenarioCase>) => runCase(aScenario(), aCase(words), theRules)

describe('a test case of a scenario', () => {
  it('passes when each day goes as it says', () => {
    expect(
      failures({ expects: [gets(6, null), gets(7, 'email-7', true), gets(8, null), gets(31, 'email-30', true)] }),
    ).toEqual([])
  })

  it('says what went out instead, and when the step did', () => {
    const [failure] = failures({ expects: [gets(10, 'email-7')] })
    expect(failure).toMatchObject({ expectation: 0, got: null, days: [addDays(due, 7)] })
  })

  it('hears of payments and disputes', () => {
    const payments = [{ on: addDays(due, 10), invoice: 'F-1', amount: 120_000 }]
    expect(failures({ payments, expects: [gets(7, 'email-7', true), gets(14, null), gets(31, null)] })).toEqual([])
    const disputes = [{ invoice: 'F-1', from: addDays(due, 1), until: addDays(due, 13) }]
    expect(failures({ disputes, expects: [gets(7, null), gets(13, 'email-7', true)] })).toEqual([])
  })

  it('holds the scenario as the category does', () => {
    const expects = [gets(60, 'letter-60')]
    expect(failures({ category: 'publicBody', expects: [...expects] }).length).toBe(failures({ expects }).length)
  })

  it('expects a step once', () => {
    const twice = {
      expects: [gets(7, 'email-7', true)],
      invoices: [
        { number: 'F-1', due, amount: money(100, asCurrency('EUR')) },
        { number: 'F-2', due: addDays(due, 10), amount: money(100, asCurrency('EUR')) },
      ],
    }
    expect(failures(twice)).toEqual([])
    expect(failures({ ...twice, expects: [...twice.expects, gets(17, null)] })).toEqual([])
  })

  it('counts a payment that is larger than its invoice as the whole of it, and no more', () => {
    const invoices = ['F-1', 'F-2'].map((number) => ({ number, due, amount: money(120_000, asCurrency('EUR')) }))
    const payments = [{ on: addDays(due, 3), invoice: 'F-1', amount: 999_000 }]
    expect(failures({ invoices, payments, expects: [gets(7, 'email-7', true), gets(14, 'email-14', true)] })).toEqual(
      [],
    )
  })

  it('goes as one that is lived day by day, whatever is paid and disputed', () => {
    fc.assert(
      fc.property(someCase, fc.constantFrom(...defaultScenarios), (one, { steps }) => {
        const scenario = aScenario(steps)
        const days = Array.from({ length: 200 }, (_, index) => addDays(first, index))
        const went = livedDayByDay(scenario, one, days)
        const expects = days.map((on) => ({ on, gets: went.get(on) ?? null, once: false }))
        expect(runCase(scenario, { ...one, expects }, theRules)).toEqual([])
      }),
      { numRuns: 60 },
    )
  })
})

const first = addDays(due, -60)
const day = (from: number, to: number) => fc.integer({ min: from, max: to }).map((days) => addDays(due, days))
const someCase: fc.Arbitrary<ScenarioCase> = fc
  .array(fc.record({ due: day(0, 60), amount: fc.integer({ min: 1, max: 500 }) }), { minLength: 1, maxLength: 4 })
  .chain((owed) => {
    const invoices = [{ due, amount: 300 }, ...owed].map((one, index) => ({
      number: `F-${index}`,
      due: one.due,
      amount: money(one.amount, asCurrency('EUR')),
    }))
    const invoice = fc.constantFrom(...invoices.map(({ number }) => number))
    const until = fc.option(day(40, 140))
    return fc
      .record({
        payments: fc.array(fc.record({ on: day(-30, 140), invoice, amount: fc.integer({ min: 1, max: 600 }) }), {
          maxLength: 5,
        }),
        disputes: fc.array(fc.record({ invoice, from: day(-30, 100), until }), { maxLength: 3 }),
      })
      .map((happened) => aCase({ invoices, ...happened }))
  })

/** The step of each day, by one decision a day. */
function livedDayByDay(scenario: ReturnType<typeof aScenario>, one: ScenarioCase, days: readonly CalendarDate[]) {
  const went = new Map<CalendarDate, string>()
  const items = one.invoices.map(({ due }, index) => anOpenItem({ id: index + 1, due, issueDate: first }))
  let now = aSituation({ scenario, items })
  for (const on of days) {
    const itemsOn = now.items.map((item, index) => {
      const { number, amount } = one.invoices[index] ?? { number: '', amount: item.amountDue }
      const paid = one.payments.reduce(
        (sum, pay) => (pay.invoice === number && pay.on <= on ? sum + pay.amount : sum),
        0,
      )
      const disputed = one.disputes.some(
        ({ invoice, from, until }) => invoice === number && from <= on && (until === null || on < until),
      )
      return { ...item, amountDue: money(Math.max(0, amount.amount - paid), amount.currency), disputed }
    })
    now = { ...now, items: itemsOn }
    const decision = decideStep(now, theRules, on)
    if (decision.kind !== 'take') continue
    went.set(on, decision.step.key)
    now = afterContact(now, decision, on)
  }
  return went
}
