import { describe, expect, it } from 'vitest'
import { asCurrency } from '../../money/money.ts'
import { evidenceSentences, warningSentences } from './evidence-words.ts'
import { explainEvidence, quotedRanges } from './explain-evidence.ts'
import type { Evidence } from './proposal.ts'

const quoted = (number: string, from: number, of: number): Evidence => ({
  code: 'quotedNumber',
  speaks: 'for',
  values: { number, item: 1, written: number, field: 'label', from, to: from + 9, of },
})
const spoken = (code: string, values: Evidence['values'] = {}): Evidence => ({ code, speaks: 'for', values })
const euros = asCurrency('EUR')
const inFrench = (evidence: readonly Evidence[]): string[] =>
  explainEvidence(evidence, { language: 'fr', currency: euros }).map(({ text }) => text)

describe('why a proposal is made, in words', () => {
  it('says in four sentences what a person would check', () => {
    expect(
      inFrench([
        quoted('F-2026-0842', 40, 2),
        quoted('F-2026-0944', 50, 2),
        spoken('amountExact', { count: 2, credits: 0 }),
        spoken('ibanKnown', { count: 6 }),
        spoken('nameMatches', { code: 'C-0098', name: 'Nordelec' }),
      ]),
    ).toEqual([
      'Les deux numéros sont dans le libellé',
      'La somme tombe juste, au centime',
      'Même IBAN que 6 virements passés',
      'Le nom correspond au client C-0098',
    ])
  })

  it('names the numbers when only some are in the label, and the amount that is missing', () => {
    expect(inFrench([quoted('F-1', 3, 3), quoted('F-2', 20, 3), spoken('discountTaken', { amount: 2_000 })])).toEqual([
      'Numéros lus dans le libellé\u00a0: F-1, F-2',
      'Il manque 20,00\u00a0€\u00a0: l’escompte convenu, pris à temps',
    ])
  })

  it('says the same in English', () => {
    const sentences = explainEvidence(
      [
        spoken('promised', { on: '2026-11-27', amount: 5 }),
        { code: 'warning', speaks: 'against', values: { warning: 'refund' } },
      ],
      { language: 'en', currency: euros },
    )
    expect(sentences).toEqual([
      { speaks: 'for', text: 'Promised for 27 Nov 2026' },
      { speaks: 'against', text: 'The label speaks of a refund' },
    ])
  })

  it('has both languages for everything it can say', () => {
    for (const sentence of [...Object.values(evidenceSentences), ...Object.values(warningSentences)])
      for (const language of ['fr', 'en'] as const) expect(sentence[language].one).not.toBe('')
  })

  it('shows where the label quotes, in its order, once', () => {
    const elsewhere: Evidence = { ...quoted('F-3', 0, 3), values: { field: 'endToEnd', from: 0, to: 9 } }
    expect(quotedRanges([quoted('F-2', 20, 3), quoted('F-1', 3, 3), quoted('F-1', 3, 3), elsewhere])).toEqual([
      { from: 3, to: 12 },
      { from: 20, to: 29 },
    ])
  })
})
