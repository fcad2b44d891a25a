import { describe, expect, it } from 'vitest'
import { writeSize } from './write-size.ts'

describe('the size of a file', () => {
  it('is told in the unit and the comma of the language', () => {
    expect(writeSize(12_345, 'fr')).toBe('12\u00a0ko')
    expect(writeSize(1_440_000, 'fr')).toBe('1,4\u00a0Mo')
    expect(writeSize(1_440_000, 'en')).toBe('1.4\u00a0MB')
  })
  it('is never nothing', () => expect(writeSize(3, 'en')).toBe('1\u00a0kB'))
})
