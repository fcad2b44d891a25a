import { describe, expect, it } from 'vitest'
import { movedBy } from './column-order.ts'

describe('the order of columns', () => {
  it('moves one a place, and loses none', () => {
    expect(movedBy(['a', 'b', 'c'], 'a', 1)).toEqual(['b', 'a', 'c'])
    expect(movedBy(['a', 'b', 'c'], 'c', -1)).toEqual(['a', 'c', 'b'])
  })
  it('stays at either end, and for one that is not there', () => {
    expect(movedBy(['a', 'b'], 'a', -1)).toEqual(['a', 'b'])
    expect(movedBy(['a', 'b'], 'b', 1)).toEqual(['a', 'b'])
    expect(movedBy(['a', 'b'], 'z', 1)).toEqual(['a', 'b'])
  })
})
