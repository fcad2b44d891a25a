import { describe, expect, it } from 'vitest'
import { asDate } from '../calendar/calendar-date.ts'
import { asCurrency, money } from '../money/money.ts'
import { type CallFacts, callScript, toneByAge } from './call-script.ts'

const today = asDate('2026-11-23')
const facts: CallFacts = {
  tone: 'neutral',
  contact: 'Mme Gauthier',
  caller: 'Claire Besson',
  legalEntity: 'Atelier Vauquelin',
  amounts: [money(2_065_800, asCurrency('EUR'))],
  invoices: ['F-1', 'F-2'],
  oldestDue: asDate('2026-09-10'),
  broken: null,
  deadline: asDate('2026-12-01'),
  isPaymentMissing: false,
}
const said = (changes: Partial<CallFacts> = {}, language: 'fr' | 'en' = 'fr') =>
  callScript({ ...facts, ...changes }, today, language).map((line) => line.replaceAll(/[\u00a0\u202f]/g, ' '))

describe('what to say on the phone', () => {
  it('greets by name, says what is owed and since when, asks for a day, and closes', () => {
    const [greet, subject, ask, close] = said()
    expect(greet).toBe('Bonjour Mme Gauthier, Claire Besson, Atelier Vauquelin. Avez-vous une minute ?')
    expect(subject).toContain('20 658,00 € à régler sur les factures F-1, F-2, avec 74 jours de retard')
    expect(ask).toContain('Quel jour')
    expect(close).toContain('Je répète')
  })

  it('speaks of the broken promise before the age, and of the payment that was announced before both', () => {
    expect(said({ broken: asDate('2026-10-30') })[1]).toContain('annoncé pour le 30/10/2026')
    expect(said({ broken: asDate('2026-10-30'), isPaymentMissing: true })[1]).toContain('preuve du virement')
  })

  it('threatens in no tone but that after a formal notice, and names a day only from firm on', () => {
    for (const tone of ['friendly', 'neutral'] as const) expect(said({ tone }).join(' ')).not.toContain('01/12/2026')
    expect(said({ tone: 'firm' })[2]).toContain('01/12/2026')
    expect(said({ tone: 'firm' }).join(' ')).not.toContain('transmis')
    expect(said({ tone: 'formalNotice' })[2]).toContain('transmis')
  })

  it('names nobody when nobody is known, and not more invoices than one can say', () => {
    expect(said({ contact: null })[0]).toMatch(/^Bonjour, Claire/)
    expect(said({ invoices: ['F-1'] })[1]).toContain('la facture F-1')
    expect(said({ invoices: ['F-1', 'F-2', 'F-3', 'F-4'] })[1]).toContain('F-1, F-2, F-3…')
  })

  it('says the same in English', () => {
    const lines = said({ tone: 'firm' }, 'en')
    expect(lines).toHaveLength(4)
    expect(lines[1]).toContain('€20,658.00 are still owed on invoices F-1, F-2, 74 days')
    for (const tone of ['friendly', 'neutral', 'firm', 'formalNotice'] as const) {
      expect(said({ tone }, 'en').join(' ')).not.toMatch(/undefined|null/)
      expect(said({ tone, isPaymentMissing: true }, 'en')[1]).toContain('proof')
      expect(said({ tone, broken: asDate('2026-10-30') }, 'en')[1]).toContain('announced')
    }
  })
})

it('the tone follows the age where no step gives one', () => {
  expect([0, 30, 31, 60, 61, 400].map(toneByAge)).toEqual([
    'friendly',
    'friendly',
    'neutral',
    'neutral',
    'firm',
    'firm',
  ])
})
