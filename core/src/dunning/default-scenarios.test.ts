import { describe, expect, it } from 'vitest'
import { defaultScenario, defaultScenarios, scenarioNameIn } from './default-scenarios.ts'
import { validateScenario } from './validate-scenario.ts'

describe('the scenarios of a new organisation', () => {
  it('can all be saved as they are', () => {
    for (const { steps } of defaultScenarios) expect(validateScenario(steps, 'en')).toEqual([])
  })

  it('begin with Standard: three e-mails, a call, a formal notice, a decision', () => {
    expect(defaultScenarios[0]?.preset).toBe('standard')
    expect(
      defaultScenario('standard').steps.map((s) => [s.delayDays, s.channel, s.tone, s.assignee, s.active]),
    ).toEqual([
      [-5, 'email', 'courtesy', 'collector', false],
      [7, 'email', 'friendly', 'collector', true],
      [14, 'email', 'neutral', 'collector', true],
      [30, 'email', 'firm', 'collector', true],
      [40, 'call', 'firm', 'salesRep', true],
      [60, 'letter', 'formalNotice', 'collector', true],
      [75, 'decision', 'formalNotice', 'director', true],
    ])
  })

  it('hold for every category, each by one, and send public bodies no formal notice', () => {
    const held = defaultScenarios.flatMap((scenario) => scenario.defaultFor)
    expect(held.toSorted()).toEqual(['company', 'individual', 'publicBody'])
    const publicBodies = defaultScenarios.filter((scenario) => scenario.defaultFor.includes('publicBody'))
    expect(publicBodies.map((scenario) => scenario.preset)).toEqual(['publicBody'])
    expect(defaultScenario('publicBody').steps.filter((step) => step.tone === 'formalNotice')).toEqual([])
  })

  it('have a name in both languages', () => {
    expect(defaultScenarios.map(({ name }) => [name.fr, name.en])).toEqual([
      ['Standard', 'Standard'],
      ['Douce', 'Gentle'],
      ['Ferme', 'Firm'],
      ['Collectivités', 'Public bodies'],
    ])
  })

  it('are named in the language of who reads, unless somebody named them', () => {
    expect(scenarioNameIn('Douce', 'en')).toBe('Gentle')
    expect(scenarioNameIn('Public bodies', 'fr')).toBe('Collectivités')
    expect(scenarioNameIn('Grands comptes', 'en')).toBe('Grands comptes')
  })
})
