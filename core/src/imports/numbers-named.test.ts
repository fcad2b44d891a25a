import { describe, expect, it } from 'vitest'
import { longestNumbers, numbersLabelled, numbersNamed, plainNumber } from './numbers-named.ts'

describe('the number a file is called by', () => {
  it.each([
    ['FA-2026-0042.pdf', 'FA-2026-0042'],
    ['Facture FA_2026_0042 Farine.pdf', 'FA/2026/0042'],
    ['2026-11-03 - facture n° 260042 (copie).pdf', '260042'],
    ['FA20260042.PDF', 'FA-2026-0042'],
    ['Éts Dupont é2026-1.pdf', 'É2026.1'],
  ])('is found in « %s »', (name, number) => {
    expect(numbersNamed(name)).toContain(plainNumber(number))
  })

  it('is never a part of a word, nor a word without a digit', () => {
    expect(numbersNamed('FA20260042.pdf')).not.toContain('20260042')
    expect(numbersNamed('facture dupont.pdf')).toEqual([])
  })

  it('is what stands after the word for it, where it is shown', () => {
    expect(numbersLabelled('Facture N° FA-2026-0001\nClient 84340')).toContain('fa20260001')
    expect(numbersLabelled('Nr. 471102 vom 5 mai')).toContain('471102')
    expect(numbersLabelled('Client 84340')).toEqual([])
    expect(numbersLabelled('SIRET 39280913700027')).toEqual([])
  })

  it('is the longest of those found', () => {
    expect(longestNumbers(['2026', 'F-2026-0042', '0042'])).toEqual(['F-2026-0042'])
    expect(longestNumbers(['F-1', 'F-2'])).toEqual(['F-1', 'F-2'])
  })

  it('is looked for in the head of a long text only', () => {
    const long = Array.from({ length: 100_000 }, (_, index) => `A${index} B${index}`).join(' ')
    expect(numbersNamed(long).length).toBeLessThan(1600)
  })
})
