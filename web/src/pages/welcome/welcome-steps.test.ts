import { describe, expect, it } from 'vitest'
import { currentStep, readWelcomeSearch, stepAfter } from './welcome-steps.ts'

const nothing = { invoices: false, scenario: false, sender: false, colleague: false, closed: false }

describe('the first days', () => {
  it('begin with the invoices, and go on with the first step that is not done', () => {
    expect(currentStep(undefined, nothing)).toBe('factures')
    expect(currentStep(undefined, { ...nothing, invoices: true, scenario: true })).toBe('envoi')
  })

  it('stay on the step of the address after a reload, done or skipped', () => {
    expect(currentStep('envoi', nothing)).toBe('envoi')
    expect(currentStep('factures', { ...nothing, invoices: true })).toBe('factures')
  })

  it('are over once all is done', () => {
    const all = { ...nothing, invoices: true, scenario: true, sender: true, colleague: true }
    expect(currentStep(undefined, all)).toBe(null)
  })

  it('end after the team', () => {
    expect(stepAfter('factures')).toBe('rythme')
    expect(stepAfter('equipe')).toBe(null)
  })

  it('know no other step', () => {
    expect(readWelcomeSearch({ etape: 'autre' })).toEqual({})
    expect(readWelcomeSearch({ etape: 'rythme' })).toEqual({ etape: 'rythme' })
  })
})
