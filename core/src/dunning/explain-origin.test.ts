import { describe, expect, it } from 'vitest'
import { asCurrency } from '../money/money.ts'
import { explainOrigin } from './explain-origin.ts'

const names = { personOf: (id: number) => (id === 7 ? 'Karim' : null), baseCurrency: asCurrency('EUR') }
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')

describe('where a scenario comes from', () => {
  it('is told in one sentence, in both languages', () => {
    for (const from of ['invoice', 'customer', 'organization'] as const) {
      expect(explainOrigin({ from }, 'fr', names)).toMatch(/^[A-Z].+\.$/)
      expect(explainOrigin({ from }, 'en', names)).not.toBe(explainOrigin({ from }, 'fr', names))
    }
  })

  it('names all that a rule asks', () => {
    const rule = {
      id: 1,
      scenario: 2,
      category: 'company',
      profile: 'slow',
      salesRep: 7,
      owesFrom: 1_000_000,
      owesBelow: 2_000_000,
    } as const
    expect(plain(explainOrigin({ from: 'rule', rule }, 'fr', names))).toBe(
      'Selon la règle : entreprises, profil Retardataire, portefeuille de Karim, 10 000,00 € dus ou plus, moins de 20 000,00 € dus.',
    )
    expect(explainOrigin({ from: 'rule', rule: { id: 1, scenario: 2, profile: 'risky' } }, 'en', names)).toBe(
      'By the rule: profile At risk.',
    )
    expect(plain(explainOrigin({ from: 'rule', rule: { id: 1, scenario: 2, collector: 9 } }, 'en', names))).toBe(
      'By the rule: portfolio of somebody.',
    )
  })
})
