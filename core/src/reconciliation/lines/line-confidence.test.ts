import { describe, expect, it } from 'vitest'
import { lineConfidence } from './line-confidence.ts'

describe('how sure the list is of a line', () => {
  it('is as of its first proposal, whoever is named', () => {
    expect(lineConfidence({ kind: 'paysItems', confidence: 'probable' }, 'CASTEL')).toBe('probable')
    expect(lineConfidence({ kind: 'paysItems', confidence: 'toSearch' }, 'CASTEL')).toBe('toSearch')
    expect(lineConfidence({ kind: 'notACustomer', confidence: 'probable' }, null)).toBe('probable')
  })

  it('asks to look at a name under which nobody was found', () => {
    expect(lineConfidence({ kind: 'notACustomer', confidence: 'toSearch' }, 'SCI BEAUMARCHAIS')).toBe('toCheck')
    expect(lineConfidence(undefined, 'SCI BEAUMARCHAIS')).toBe('toCheck')
  })

  it('asks to search where nothing is known', () => {
    expect(lineConfidence({ kind: 'notACustomer', confidence: 'toSearch' }, null)).toBe('toSearch')
    expect(lineConfidence(undefined, ' ')).toBe('toSearch')
  })
})
