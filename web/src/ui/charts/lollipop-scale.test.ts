import { describe, expect, it } from 'vitest'
import { axisTicks, labelledPoints } from './lollipop-scale.ts'

describe('the axis of days late', () => {
  it('goes by months for a customer who pays in weeks', () => {
    expect(axisTicks(9, 47)).toEqual([0, 30, 60])
  })
  it('shows early payments under zero', () => {
    expect(axisTicks(-8, 3)).toEqual([-10, -5, 0, 5])
  })
  it('keeps a scale for a customer who always pays on the day', () => {
    expect(axisTicks(0, 0)).toEqual([0, 1])
  })
  it('never draws more than five lines', () => {
    for (let highest = 0; highest < 900; highest += 7) expect(axisTicks(0, highest).length).toBeLessThanOrEqual(5)
  })
})

describe('the numbers printed on the lollipops', () => {
  it('are those of the ends and of a climb', () => {
    expect([...labelledPoints([12, 15, 9, 21, 38, 41, 47])].sort((a, b) => a - b)).toEqual([0, 4, 5, 6])
  })
  it('are none without payments', () => {
    expect(labelledPoints([]).size).toBe(0)
  })
})
