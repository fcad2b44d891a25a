import { describe, expect, it } from 'vitest'
import { lateTone } from './tones.ts'

describe('the ageing scale', () => {
  it.each([
    [-22, 'a0'],
    [0, 'a0'],
    [1, 'a1'],
    [30, 'a1'],
    [31, 'a2'],
    [60, 'a2'],
    [61, 'a3'],
    [90, 'a3'],
    [91, 'a4'],
  ])('puts %d days at %s', (days, tone) => {
    expect(lateTone(days)).toBe(tone)
  })
})
