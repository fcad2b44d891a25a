import { describe, expect, it } from 'vitest'
import { copiesFrom, copiesText, countFrom, hourFrom, hourText, sumFrom, sumText } from './delivery-words.ts'

describe('what is typed of a step', () => {
  it('reads hours as people write them, and nothing as the hour of the organisation', () => {
    expect(['10:30', '9h', '9', ' 08h05 ', ''].map(hourFrom)).toEqual([630, 540, 540, 485, null])
    expect(['24:00', '10:75', 'midi'].map(hourFrom)).toEqual([undefined, undefined, undefined])
    expect([hourText(485), hourText(null)]).toEqual(['08:05', ''])
  })

  it('reads sums and counts to the hundredth, not below', () => {
    expect(['12,5', '1 500', '15.00 €', ''].map(sumFrom)).toEqual([1250, 150_000, 1500, null])
    expect(['1,234', '-3', 'x'].map(sumFrom)).toEqual([undefined, undefined, undefined])
    expect([sumText(1250), sumText(1500), sumText(null)]).toEqual(['12,50', '15', ''])
    expect(['7', '', 'x'].map(countFrom)).toEqual([7, null, undefined])
  })

  it('reads copies back as they are written', () => {
    const copies = [{ ours: 'salesRep' }, { role: 'escalation' }, { address: 'a@b.fr' }] as const
    expect(copiesFrom(copiesText([...copies]))).toEqual(copies)
    expect(copiesFrom('sales rep; Direction')).toEqual([{ ours: 'salesRep' }, { ours: 'director' }])
    expect(copiesFrom('')).toEqual([])
    expect(copiesFrom('quelqu’un')).toBeUndefined()
  })
})
