import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { checkRequest } from './check-request.ts'
import { enteredCountry, enteredCurrency, enteredDay, lineShape, noteShape, optionalLine } from './entered-shapes.ts'

const reads = (shape: z.ZodType, value: unknown): unknown => {
  const read = shape.safeParse(value)
  return read.success ? read.data : 'refused'
}

describe('what somebody enters', () => {
  it('is a name of one line, trimmed, with something to read', () => {
    expect(reads(lineShape(60), '  Éts Perreau & Fils \t')).toBe('Éts Perreau & Fils')
    for (const name of [
      '',
      '  ',
      '\u200b',
      'A\nB',
      'A\r\nBcc: b@x.example',
      'A\tB',
      'A\u0007',
      'A\u2028B',
      'A\u202eB',
      'A\u2066B',
    ])
      expect(reads(lineShape(60), name)).toBe('refused')
    expect(reads(lineShape(3), 'abcd')).toBe('refused')
  })

  it('is nothing where nothing but spaces was typed and nothing may be said', () => {
    expect(['', '  ', '\u200b', null, ' a '].map((text) => reads(optionalLine(10), text))).toEqual([
      null,
      null,
      null,
      null,
      'a',
    ])
    expect(reads(optionalLine(10), 'a\nb')).toBe('refused')
  })

  it('is a note of several lines without other control characters', () => {
    expect(reads(noteShape(20), 'a\r\n\tb')).toBe('a\r\n\tb')
    expect(reads(noteShape(20), 'a\u0007b')).toBe('refused')
  })

  it('is a currency one can invoice in, a country and a day that are there', () => {
    expect(['EUR', 'JPY', 'BHD', 'XXQ', 'FRF', 'eur', 'XAU'].map((code) => reads(enteredCurrency, code))).toEqual([
      'EUR',
      'JPY',
      'BHD',
      'refused',
      'refused',
      'refused',
      'refused',
    ])
    expect(['FR', 'BE', 'QQ', 'Narnia', 'fr'].map((code) => reads(enteredCountry, code))).toEqual([
      'FR',
      'BE',
      'refused',
      'refused',
      'refused',
    ])
    expect(
      ['1900-01-01', '2199-12-31', '1899-12-31', '9999-12-31', '2026-02-30'].map((day) => reads(enteredDay, day)),
    ).toEqual(['1900-01-01', '2199-12-31', 'refused', 'refused', 'refused'])
  })

  it('is refused with the sentence that says what to write instead', () => {
    const check = checkRequest({ schema: enteredCurrency } as unknown as Parameters<typeof checkRequest>[0])
    const { error } = check('XXQ') as unknown as { error: { sentence: { fr: string; en: string } } }
    expect(error.sentence.fr).toContain('ISO 4217')
    expect(error.sentence.en).toContain('ISO 4217')
  })
})
