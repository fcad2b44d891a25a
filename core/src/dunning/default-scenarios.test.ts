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
      [60, 'registeredLetter', 'formalNotice', 'collector', true],
      [75, 'decision', 'formalNotice', 'director', true],
    ])
  })

  it('hold for every category, each by one, and send public bodies and consumers no formal notice', () => {
    const held = defaultScenarios.flatMap((scenario) => scenario.defaultFor)
    expect(held.toSorted()).toEqual(['company', 'individual', 'publicBody'])
    for (const category of ['publicBody', 'individual'] as const) {
      const its = defaultScenarios.filter((scenario) => scenario.defaultFor.includes(category))
      expect(its.map((scenario) => scenario.preset)).toEqual([category])
      expect(defaultScenario(category).steps.filter((step) => step.tone === 'formalNotice')).toEqual([])
    }
  })

  it('have a name in both languages', () => {
    expect(defaultScenarios.map(({ name }) => [name.fr, name.en])).toEqual([
      ['Standard', 'Standard'],
      ['Douce', 'Gentle'],
      ['Ferme', 'Firm'],
      ['Secteur public', 'Public sector'],
      ['Particuliers', 'Consumers'],
    ])
  })

  it('are named in the language of who reads, unless somebody named them', () => {
    expect(scenarioNameIn('Douce', 'en')).toBe('Gentle')
    expect(scenarioNameIn('Public sector', 'fr')).toBe('Secteur public')
    expect(scenarioNameIn('Grands comptes', 'en')).toBe('Grands comptes')
  })
})
