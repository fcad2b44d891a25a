import { describe, expect, it } from 'vitest'
import { type ChoiceFacts, chooseScenario, type ScenarioRule } from './choose-scenario.ts'

const facts = (words: Partial<ChoiceFacts> = {}): ChoiceFacts => ({
  category: 'company',
  profile: 'slow',
  salesRep: 7,
  collector: 3,
  owes: 500_000,
  own: null,
  ...words,
})
const defaults = new Map([['company', 1] as const])
const chosen = (words: Partial<ChoiceFacts>, ...rules: ScenarioRule[]) =>
  chooseScenario(facts(words), { rules, defaults })

describe('the scenario a customer follows', () => {
  it('is its own before any rule, and that of the organisation where nothing fits', () => {
    expect(chosen({ own: 9 }, { id: 1, scenario: 2, category: 'company' })).toEqual({
      scenario: 9,
      origin: { from: 'customer' },
    })
    expect(chosen({}, { id: 1, scenario: 2, category: 'publicBody' })).toEqual({
      scenario: 1,
      origin: { from: 'organization' },
    })
  })

  it('is that of the first rule that fits, in their order', () => {
    const large = { id: 1, scenario: 2, owesFrom: 400_000 }
    const portfolio = { id: 2, scenario: 3, salesRep: 7 }
    expect(chosen({}, large, portfolio)?.scenario).toBe(2)
    expect(chosen({}, portfolio, large)).toEqual({ scenario: 3, origin: { from: 'rule', rule: portfolio } })
  })

  it('asks all that a rule asks', () => {
    const rule = { id: 1, scenario: 2, category: 'company', collector: 3, owesFrom: 100, owesBelow: 500_000 } as const
    expect(chosen({ owes: 499_999 }, rule)?.scenario).toBe(2)
    expect(chosen({ owes: 500_000 }, rule)?.scenario).toBe(1)
    expect(chosen({ owes: 99 }, rule)?.scenario).toBe(1)
    expect(chosen({ owes: 100, collector: 4 }, rule)?.scenario).toBe(1)
    expect(chosen({ owes: 100, collector: null }, rule)?.scenario).toBe(1)
  })

  it('goes by the profile, and by nothing else of how a customer pays', () => {
    const firm = { id: 1, scenario: 2, profile: 'slow' } as const
    expect(chosen({}, firm)).toEqual({ scenario: 2, origin: { from: 'rule', rule: firm } })
    expect(chosen({ profile: 'risky' }, firm)?.scenario).toBe(1)
    expect(chosen({ profile: 'unknown' }, { ...firm, profile: 'unknown' })?.scenario).toBe(2)
    expect(chosen({ own: 9 }, firm)?.scenario).toBe(9)
  })

  it('is none where the organisation has none for its category', () => {
    expect(chosen({ category: 'individual' })).toBeNull()
  })
})
