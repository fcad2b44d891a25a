import { describe, expect, it } from 'vitest'
import { cutText } from './cut-text.ts'

describe('a text that is cut', () => {
  it('never ends in half a sign', () => {
    expect(cutText('abc', 5)).toBe('abc')
    expect(cutText('abc', 2)).toBe('ab')
    expect(cutText('a👍b', 3)).toBe('a👍')
    expect(cutText('a👍b', 2)).toBe('a')
    expect(cutText('👍', 2)).toBe('👍')
  })
})
