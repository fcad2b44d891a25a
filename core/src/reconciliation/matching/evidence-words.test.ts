import { describe, expect, it } from 'vitest'
import { asCurrency } from '../../money/money.ts'
import { evidenceSentences, warningSentences } from './evidence-words.ts'
import { explainEvidence } from './explain-evidence.ts'
import { warningsIn } from './line-words.ts'

const all = Object.entries({ ...evidenceSentences, ...warningSentences })
const languages = ['fr', 'en'] as const

const placesIn = (text: string): string[] => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort()

/** Every value that a sentence may ask for. */
const values = {
  number: 'F-2026-0842',
  written: '0842',
  amount: 1500,
  code: 'C-1',
  name: 'Groupe Ardanel',
  on: '2026-10-15',
  item: 1,
  of: 1,
  warning: 'refund',
}

const told = (code: string, language: 'fr' | 'en', count: number): string[] =>
  explainEvidence([{ code, speaks: 'for', values: { ...values, count } }], {
    language,
    currency: asCurrency('EUR'),
  }).map(({ text }) => text)

describe('the sentences of evidence', () => {
  it.each(all)('%s is told in both languages, as sentences of a screen are', (_, sentences) => {
    for (const language of languages)
      for (const text of [sentences[language].one, sentences[language].many ?? sentences[language].one]) {
        expect(text).not.toMatch(/[!']|\.$|^\s|\s$/)
        expect(text).toMatch(/^[A-ZÀÉ«"{]/)
      }
  })

  it.each(all)('%s names the same things in both languages', (_, { fr, en }) => {
    expect(placesIn(fr.one)).toEqual(placesIn(en.one))
    expect(placesIn(fr.many ?? fr.one)).toEqual(placesIn(en.many ?? en.one))
  })

  it.each(Object.keys(evidenceSentences))('%s leaves no name of a value in what is read', (code) => {
    for (const language of languages)
      for (const count of [1, 3]) {
        const texts = told(code, language, count)
        expect(texts.length).toBeGreaterThan(0)
        expect(texts.join()).not.toMatch(/[{}]|undefined|NaN/)
      }
  })

  it('tells one from several', () => {
    expect(told('ibanKnown', 'en', 1)).toEqual(['Same IBAN as a past transfer'])
    expect(told('ibanKnown', 'en', 7)).toEqual(['Same IBAN as 7 past transfers'])
    expect(told('wordingKnown', 'fr', 1)).toEqual(['Même libellé qu’un règlement passé'])
    expect(told('wordingKnown', 'fr', 7)).toEqual(['Même libellé que 7 règlements passés'])
  })

  it('writes amounts and days as each language does', () => {
    expect(told('paidTooMuch', 'en', 1)).toEqual(['€15.00 too much'])
    expect(told('paidTooMuch', 'fr', 1)[0]?.replace(/\s/g, ' ')).toBe('15,00 € de trop')
    expect(told('promised', 'en', 1)[0]?.replace(/\s/g, ' ')).toBe('Promised for 15 Oct 2026')
    expect(told('promised', 'fr', 1)).toEqual(['Promis pour le 15/10/2026'])
  })

  it('says nothing of a code that has no sentence, as what holds a proposal back', () => {
    expect(told('heldBack', 'en', 1)).toEqual([])
  })
})

describe('what a label warns of', () => {
  it.each([
    ['VIR SEPA NORDELEC ACOMPTE 30', 'deposit', 'The label speaks of a deposit or a quotation'],
    ['VIR SEPA NORDELEC REMBOURSEMENT', 'refund', 'The label speaks of a refund'],
    ['VIR DGFIP CREDIT TVA 09 2026', 'tax', 'The label speaks of a tax or a public body'],
    ['VIREMENT DE TRESORERIE', 'ownTransfer', 'The label speaks of a transfer between accounts'],
    ['EXTOURNE VIR SEPA', 'reversal', 'The label speaks of a cancellation or a return'],
    ['DEBLOCAGE PRET 00448812', 'financing', 'The label speaks of financing'],
    ['CAUTION', 'security', 'The label speaks of a security deposit'],
    ['NOTE DE FRAIS', 'staff', 'The label speaks of a person’s pay or expenses'],
    ['LOYER', 'otherDealing', 'The label speaks of a rent, a disposal or something else than a sale'],
    ['REMISE CB', 'takings', 'The label speaks of card takings or a payment institution'],
  ])('« %s » is told', (label, warning, sentence) => {
    expect(warningsIn(label)).toContain(warning)
    expect(warningSentences[warning]?.en.one).toBe(sentence)
  })
})
