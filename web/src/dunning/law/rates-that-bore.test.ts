import { describe, expect, it } from 'vitest'
import { ratesThatBore } from './rates-that-bore.ts'

describe('the rates told of an interest', () => {
  it('are those at which it ran, not that of today', () => {
    expect(ratesThatBore({ rate: 1240, segments: [{ rate: 1000 }, { rate: 1000 }] })).toEqual([1000])
    expect(ratesThatBore({ rate: 1240, segments: [{ rate: 1215 }, { rate: 1240 }, { rate: 1240 }] })).toEqual([
      1215, 1240,
    ])
  })

  it('are that of today before any day ran, and none where nobody knows it', () => {
    expect(ratesThatBore({ rate: 1240, segments: [] })).toEqual([1240])
    expect(ratesThatBore({ rate: null, segments: [] })).toEqual([])
  })
})
