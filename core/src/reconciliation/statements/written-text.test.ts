import { describe, expect, it } from 'vitest'
import { joinAll, joined, oneLine, orNull, reference } from './written-text.ts'

describe('a text of a bank', () => {
  it('is one line, without signs that print nothing or are half of one', () => {
    expect(oneLine('  A\r\n\tB\u00a0C\0D\ud83d ')).toBe('A B C D')
    expect([orNull(' \n '), orNull(null), orNull(' A ')]).toEqual([null, null, 'A'])
  })

  it('that is one line already stays as it is, however long', () => {
    for (const text of ['', 'VIR SEPA RECU', 'Réglé', 'MOTIF '.repeat(1000).trim()]) expect(oneLine(text)).toBe(text)
    expect(oneLine(' VIR  SEPA ')).toBe('VIR SEPA')
    expect(oneLine(`${'A '.repeat(600)}\n`)).toBe('A '.repeat(600).trim())
  })

  it('is joined of what says something, without a part that repeats the one before', () => {
    expect(joined('VIR', null, '  ', 'DUPONT', 'DUPONT', undefined, 'VIR')).toBe('VIR DUPONT VIR')
    expect(joinAll(Array.from({ length: 300_000 }, (_, index) => String(index))).length).toBeGreaterThan(1_000_000)
  })

  it.each([
    '',
    '   ',
    '0000000',
    'NOTPROVIDED',
    'Not provided',
    'NONREF',
    'NON COMMUNIQUE',
    'SANS REFERENCE',
    '---',
    'N/A',
  ])('"%s" is no reference', (written) => {
    expect(reference(written)).toBeNull()
  })

  it('is a reference where it says something', () => {
    expect([reference(' F2026-031 '), reference('00042'), reference('NO 12')]).toEqual(['F2026-031', '00042', 'NO 12'])
  })
})
