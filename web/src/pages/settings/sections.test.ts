import { describe, expect, it } from 'vitest'
import { isSection, sections, sectionsFor } from './sections.ts'

describe('the settings', () => {
  it('show the rules of the house to those who keep the accounts', () => {
    for (const role of ['admin', 'director', 'accountant'] as const) expect(sectionsFor(role)).toEqual(sections)
  })

  it('leave everybody else their own account and their screen', () => {
    for (const role of ['sales', 'project', 'readonly'] as const) {
      expect(sectionsFor(role)).toEqual(['compte', 'apparence'])
    }
  })

  it('know no other part', () => {
    expect(isSection('journal')).toBe(true)
    expect(isSection('loyers')).toBe(false)
  })
})
