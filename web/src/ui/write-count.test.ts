import { describe, expect, it } from 'vitest'
import { writeCount, writeValue } from './write-count.ts'

describe('a count in a text', () => {
  it('is written in groups of three, as the language does', () => {
    expect(writeCount(10_000, 'fr')).toBe('10\u00a0000')
    expect(writeCount(10_000, 'en')).toBe('10,000')
    expect(writeCount(37, 'fr')).toBe('37')
    expect(writeCount(-2, 'fr')).toBe('\u22122')
  })
  it('is what says how many, not what names a thing', () => {
    expect(writeValue('count', 10_000, 'fr')).toBe('10\u00a0000')
    expect(writeValue('id', 10_000, 'fr')).toBe(10_000)
    expect(writeValue('count', 'F-10000', 'fr')).toBe('F-10000')
  })
})
