import { describe, expect, it } from 'vitest'
import { addDays, asDate } from '../calendar/calendar-date.ts'
import { asCurrency, money } from '../money/money.ts'
import { decideStep } from './decide-step.ts'
import { type Decision, sentAs } from './decision.ts'
import { nextStep } from './next-step.ts'
import { type Scenario, type ScenarioRules, type Step, scenarioFor, withRepeats } from './scenario.ts'
import type { Situation } from './situation.ts'
import { feesOf } from './step-fee.ts'
import { anOpenItem, aScenario, aSituation, theRules } from './testing/a-situation.ts'

const eur = asCurrency('EUR')
const due = asDate('2026-01-30')
const step = (delayDays: number, words: Partial<Step> = {}): Step => ({
  key: `s${delayDays}`,
  delayDays,
  channel: 'email',
  tone: 'firm',
  assignee: 'collector',
  active: true,
  ...words,
})
const scenario = (steps: readonly Step[], rules: ScenarioRules = {}): Scenario => ({ ...aScenario(steps), rules })
const onDay = (day: number, words: Partial<Situation>): Decision =>
  decideStep(aSituation({ items: [anOpenItem({ due, amount: 100_000 })], ...words }), theRules, addDays(due, day))

describe('repeats at the end of the schedule', () => {
  it('say the last active step again, each with its own day and name, and then end', () => {
    const repeated = withRepeats(
      scenario([step(7), step(20), step(40, { active: false })], { repeat: { everyDays: 15, atMost: 2 } }),
    )
    expect(repeated.steps.map(({ key, delayDays, repeatOf }) => [key, delayDays, repeatOf])).toEqual([
      ['s7', 7, undefined],
      ['s20', 20, undefined],
      ['s40', 40, undefined],
      ['s20~1', 35, 's20'],
      ['s20~2', 50, 's20'],
    ])
    const taken = [{ key: 's20~2', delayDays: 50, on: addDays(due, 50) }]
    expect(nextStep(anOpenItem({ due, taken }), repeated)).toBeNull()
  })

  it('change nothing where there are none', () => {
    const plain = scenario([step(7)])
    expect(withRepeats(plain)).toBe(plain)
  })
})

describe('a scenario as it holds for a category', () => {
  const given = scenario([
    step(7, { fee: { fixed: 1500 } }),
    step(60, { channel: 'registeredLetter', tone: 'formalNotice' }),
  ])

  it('asks no fee of consumers and public bodies, and sends the latter no formal notice', () => {
    expect(scenarioFor(given, 'company')).toBe(given)
    expect(scenarioFor(given, 'individual').steps.map((one) => [one.fee, one.tone])).toEqual([
      [undefined, 'firm'],
      [undefined, 'formalNotice'],
    ])
    expect(scenarioFor(given, 'publicBody').steps.map((one) => [one.fee, one.tone, one.channel])).toEqual([
      [undefined, 'firm', 'email'],
      [undefined, 'firm', 'letter'],
    ])
  })
})

describe('the fee of a step', () => {
  it('is its fixed sum once, and its share of each currency, rounded half up', () => {
    const usd = asCurrency('USD')
    const toPay = [money(1_010, eur), money(999, usd)]
    expect(feesOf({ fixed: 1500, basisPoints: 250 }, toPay, eur)).toEqual([money(1525, eur), money(25, usd)])
    expect(feesOf({ fixed: 1500 }, [money(5000, asCurrency('JPY'))], asCurrency('JPY'))).toEqual([
      money(15, asCurrency('JPY')),
    ])
    expect(feesOf(undefined, toPay, eur)).toEqual([])
  })

  it('is told with the contact, on what is asked after credits', () => {
    const decision = onDay(7, {
      scenario: scenario([step(7, { fee: { basisPoints: 1000 } })]),
      unallocatedCredit: [money(40_000, eur)],
    })
    expect(decision.kind === 'take' && decision.fees).toEqual([money(6_000, eur)])
  })
})

describe('the rules of a scenario', () => {
  it('stand before those of the organisation', () => {
    const close = scenario([step(7)], { minimumDaysBetweenContacts: 1, tolerance: 200_000 })
    expect(onDay(7, { scenario: close }).because).toBe('tooSmall')
    const near = { lastContactOn: addDays(due, 5) }
    expect(onDay(7, { scenario: scenario([step(7)]), ...near }).because).toBe('tooSoon')
    expect(onDay(7, { scenario: scenario([step(7)], { minimumDaysBetweenContacts: 1 }), ...near }).because).toBe(
      'stepDue',
    )
  })

  it('may let it go on at week-ends and on public holidays', () => {
    // Due on a Friday: eight days later it is a Saturday.
    const days = (rules: ScenarioRules) => onDay(8, { scenario: scenario([step(8)], rules) })
    expect(days({}).because).toBe('notWorkingDay')
    expect(days({ everyDay: false }).because).toBe('notWorkingDay')
    expect(days({ everyDay: true }).kind).toBe('take')
    const before = onDay(5, { scenario: scenario([step(8)], { everyDay: true }) })
    expect(before.kind === 'rest' && before.next?.on).toBe(addDays(due, 8))
  })

  it('have a person approve what is above the ceiling, and a step that waits each time', () => {
    const above = onDay(7, { scenario: scenario([step(7)], { approvalAbove: 99_999 }) })
    expect(above.kind === 'take' && above.checkFirst).toEqual([
      { because: 'aboveCeiling', asked: money(100_000, eur), ceiling: money(99_999, eur) },
    ])
    const at = onDay(7, { scenario: scenario([step(7)], { approvalAbove: 100_000 }) })
    expect(at.kind === 'take' && at.checkFirst).toBeUndefined()
    const each = onDay(7, { scenario: scenario([step(7, { release: 'toApprove' })]) })
    expect(each.kind === 'take' && each.checkFirst).toEqual([{ because: 'stepToApprove' }])
    const call = onDay(7, { scenario: scenario([step(7, { channel: 'call', release: 'toApprove' })]) })
    expect(call.kind === 'take' && call.checkFirst).toBeUndefined()
  })
})

describe('an SMS step', () => {
  const sms = scenario([step(7, { channel: 'sms' })])
  it.each([
    [{ hasUsableMobile: true }, 'sms'],
    [{}, 'email'],
    [{ hasUsableEmail: false }, 'letter'],
    [{ hasUsableEmail: false, hasPostalAddress: false }, 'badContact'],
  ] as const)('with %o goes as %s', (words, way) => {
    const decision = onDay(7, { scenario: sms, ...words })
    expect(decision.kind === 'take' ? sentAs(decision) : decision.because).toBe(way)
  })
})

describe('an invoice with a scenario of its own', () => {
  it('takes its own steps while the others take those of the customer', () => {
    const own = scenario([step(3)])
    const items = [anOpenItem({ due, amount: 100_000, scenario: own })]
    expect(onDay(3, { scenario: scenario([step(7)]), items }).kind).toBe('take')
    expect(onDay(3, { scenario: scenario([step(7)]) }).kind).toBe('rest')
  })
})
