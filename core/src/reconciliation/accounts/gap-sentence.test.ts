import { describe, expect, it } from 'vitest'
import { asDate } from '../../calendar/calendar-date.ts'
import { asCurrency } from '../../money/money.ts'
import { gapSentence } from './gap-sentence.ts'

const day = (number: number) => asDate(`2026-11-${String(number).padStart(2, '0')}`)
/** No-break spaces as plain ones, so that texts here can be read. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')

describe('the sentence of what is missing', () => {
  const euro = asCurrency('EUR')
  const inWords = (...given: Parameters<typeof gapSentence>) => plain(gapSentence(...given))

  it('names the days and the next move', () => {
    const gap = { kind: 'days', from: day(12), to: day(14), missing: 12_000 } as const
    expect(inWords(gap, euro, 'fr')).toBe(
      'Il manque le relevé du 12 au 14/11/2026 : le solde a varié de 120,00 € entre-temps. Demandez-le à votre banque, puis déposez-le ici.',
    )
    expect(inWords({ ...gap, from: asDate('2026-10-30') }, euro, 'fr')).toContain('du 30/10/2026 au 14/11/2026 :')
    expect(inWords({ ...gap, from: day(14) }, euro, 'fr')).toContain('le relevé du 14/11/2026 :')
    expect(inWords(gap, euro, 'en')).toContain('The statement of 12 Nov 2026 to 14 Nov 2026 is missing')
  })

  it('says of two that do not follow one another that they do not', () => {
    const gap = { kind: 'seam', from: day(13), to: day(16), missing: -200 } as const
    expect(inWords(gap, euro, 'fr')).toContain('Le relevé du 16/11/2026 ne reprend pas le solde du 13/11/2026')
    expect(inWords(gap, euro, 'en')).toContain('does not open with the balance of 13 Nov 2026')
  })

  it('names one day once', () => {
    const gap = { kind: 'days', from: day(12), to: day(12), missing: -4_550 } as const
    expect(inWords(gap, euro, 'fr')).toMatch(/^Il manque le relevé du 12\/11\/2026 : le solde a varié de .?45,50 €/)
    expect(inWords(gap, euro, 'en')).toMatch(/^The statement of 12 Nov 2026 is missing/)
  })

  it('names both years where the days lie in two', () => {
    const gap = { kind: 'days', from: asDate('2025-12-31'), to: asDate('2026-01-02'), missing: 1 } as const
    expect(inWords(gap, euro, 'fr')).toContain('du 31/12/2025 au 02/01/2026 :')
    expect(inWords(gap, euro, 'en')).toContain('31 Dec 2025 to 2 Jan 2026')
  })

  it('counts in the currency of the account', () => {
    const gap = { kind: 'days', from: day(12), to: day(14), missing: 12_000 } as const
    expect(inWords(gap, asCurrency('XPF'), 'fr')).toContain('12 000')
    expect(inWords(gap, asCurrency('USD'), 'fr')).toContain('120,00 ')
  })

  it('asks for the next move in both languages', () => {
    for (const kind of ['days', 'seam'] as const) {
      const gap = { kind, from: day(12), to: day(14), missing: 1 }
      expect(gapSentence(gap, euro, 'fr')).toMatch(/Demandez.+banque/)
      expect(gapSentence(gap, euro, 'en')).toContain('sk your bank for')
    }
  })
})
