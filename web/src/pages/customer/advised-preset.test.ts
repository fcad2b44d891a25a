import { expect, it } from 'vitest'
import { advisedPreset } from './advised-preset.ts'

const risky = { category: 'company', profile: 'risky', handedOverOn: null, insolvencyOn: null } as const

it('a firm scenario is advised for a risky company, not for a public body or an individual', () => {
  expect(advisedPreset(risky)).toBe('firm')
  expect(advisedPreset({ ...risky, category: 'publicBody' })).toBeNull()
  expect(advisedPreset({ ...risky, category: 'individual' })).toBeNull()
})

it('no scenario is advised for a customer in insolvency or handed over: nothing is chased', () => {
  expect(advisedPreset({ ...risky, insolvencyOn: '2026-11-02' })).toBeNull()
  expect(advisedPreset({ ...risky, handedOverOn: '2026-11-02' })).toBeNull()
})
