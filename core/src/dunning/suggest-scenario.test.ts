import { expect, it } from 'vitest'
import { payerProfiles } from '../payers/payer-profile.ts'
import { defaultScenarios } from './default-scenarios.ts'
import { suggestedPreset } from './suggest-scenario.ts'

it('a firm scenario suits who pays late or may not pay, a gentle one who forgets', () => {
  expect(Object.fromEntries(payerProfiles.map((profile) => [profile, suggestedPreset(profile)]))).toEqual({
    unknown: null,
    punctual: null,
    forgetful: 'gentle',
    slow: 'firm',
    struggling: null,
    risky: 'firm',
  })
})

it('what is suggested is a scenario every organisation begins with', () => {
  const presets = defaultScenarios.map(({ preset }) => preset)
  for (const profile of payerProfiles) {
    const suggested = suggestedPreset(profile)
    if (suggested !== null) expect(presets).toContain(suggested)
  }
})
