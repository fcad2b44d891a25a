import { describe, expect, it } from 'vitest'
import { tellOutcome } from './tell-outcome.ts'

const outcomes = ['creditNote', 'correctedInvoice', 'rejected', 'agreed'] as const

describe('what the customer is told of the outcome of a dispute', () => {
  it.each(outcomes)('names every invoice, in both languages: %s', (outcome) => {
    for (const language of ['fr', 'en'] as const) {
      const text = tellOutcome(outcome, { invoices: ['F-1', 'F-2'], linked: null, language })
      expect(text).toContain('F-1, F-2')
      expect(text).not.toContain('null')
      expect(text).not.toContain('!')
    }
  })

  it('names the credit note or the corrected invoice where it is known', () => {
    const about = { invoices: ['F-1'], linked: 'AV-7', language: 'fr' } as const
    expect(tellOutcome('creditNote', about)).toContain('(AV-7)')
    expect(tellOutcome('correctedInvoice', about)).toContain('(AV-7)')
    expect(tellOutcome('rejected', about)).not.toContain('AV-7')
  })

  it('of one that was rejected says that the amount remains due, and lets them answer', () => {
    expect(tellOutcome('rejected', { invoices: ['F-1'], linked: null, language: 'fr' })).toMatch(
      /reste dû.*dites-le-nous/,
    )
    expect(tellOutcome('rejected', { invoices: ['F-1'], linked: null, language: 'en' })).toMatch(/remains due.*tell us/)
  })
})
