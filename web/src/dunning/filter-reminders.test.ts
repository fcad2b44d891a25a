import { describe, expect, it } from 'vitest'
import type { Tone } from './api.ts'
import { countFollowers, countReady, countTones, type Facet } from './filter-reminders.ts'

const claire = { id: 3, name: 'Claire Besson' }
const ali = { id: 9, name: 'Ali Rahmani' }

const facet = (tone: Tone, collector: Facet['collector'], pending: number, approved = 0): Facet => ({
  tone,
  channel: 'email',
  collector,
  pending,
  approved,
})

const facets = [
  facet('neutral', claire, 1),
  facet('friendly', claire, 2, 1),
  facet('neutral', ali, 0, 1),
  facet('firm', null, 1),
]

describe('the filters of what is ready', () => {
  it('count what waits and what is approved, of the tone and the follower asked for', () => {
    expect(countReady(facets, {})).toEqual({ pending: 4, approved: 2 })
    expect(countReady(facets, { tone: 'neutral' })).toEqual({ pending: 1, approved: 1 })
    expect(countReady(facets, { collector: 3 })).toEqual({ pending: 3, approved: 1 })
    expect(countReady(facets, { tone: 'neutral', collector: 9 })).toEqual({ pending: 0, approved: 1 })
    expect(countReady(facets, { collector: 0 })).toEqual({ pending: 1, approved: 0 })
  })

  it('count what each choice would leave, under the other filter', () => {
    expect([...countTones(facets, { tone: 'firm', collector: 3 })]).toEqual([
      ['neutral', 1],
      ['friendly', 3],
    ])
    expect(countFollowers(facets, { tone: 'neutral', collector: 3 })).toEqual([
      { id: 9, name: 'Ali Rahmani', count: 1 },
      { id: 3, name: 'Claire Besson', count: 1 },
      { id: 0, name: null, count: 0 },
    ])
  })
})
