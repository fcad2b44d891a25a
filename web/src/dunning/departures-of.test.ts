import { describe, expect, it } from 'vitest'
import { departuresOf } from './departures-of.ts'

const ten = '2026-11-23T09:00:00.000Z'
const two = '2026-11-23T13:00:00.000Z'
const message = (leavesIfApproved: string | null, stepLabel: string | null = 'J+7') => ({ leavesIfApproved, stepLabel })

describe('when approved messages leave', () => {
  it('is told hour by hour, the soonest first, with the steps that leave then', () => {
    expect(departuresOf([message(two, 'J+30'), message(ten), message(ten, 'J+14'), message(ten)])).toEqual([
      { at: ten, messages: 3, steps: ['J+7', 'J+14'] },
      { at: two, messages: 1, steps: ['J+30'] },
    ])
  })

  it('is nothing where nothing can leave, and names no step of what a person wrote', () => {
    expect(departuresOf([message(null)])).toEqual([])
    expect(departuresOf([message(ten, null)])).toEqual([{ at: ten, messages: 1, steps: [] }])
  })

  it('is one departure for messages of two pages of the list, read a moment apart', () => {
    const late = '2026-11-23T09:00:00.412Z'
    expect(departuresOf([message(late, 'J+14'), message(ten)])).toEqual([
      { at: ten, messages: 2, steps: ['J+7', 'J+14'] },
    ])
  })
})
