import { describe, expect, it } from 'vitest'
import { addDays, asDate } from '../calendar/calendar-date.ts'
import { asCurrency, money } from '../money/money.ts'
import { type Expectation, runCase, type ScenarioCase } from './scenario-cases.ts'
import { aScenario, theRules } from './testing/a-situation.ts'

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
})
