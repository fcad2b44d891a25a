import { describe, expect, it } from 'vitest'
import { type LineLeft, roomFor, type StandingPromise } from './promise-room.ts'

const a: LineLeft = { id: 1, left: 60_000 }
const b: LineLeft = { id: 2, left: 40_000 }
const standing = (id: number, awaited: number, ...items: LineLeft[]): StandingPromise => ({ id, awaited, items })

describe('a promise', () => {
  it('is of no more than is left to pay of its due lines', () => {
    expect(roomFor({ amount: 60_000, items: [a] }, [])).toEqual({ kind: 'stands', replaces: [] })
    expect(roomFor({ amount: 60_001, items: [a] }, [])).toEqual({ kind: 'tooMuch', most: 60_000 })
    expect(roomFor({ amount: 100_000, items: [a, b] }, [])).toMatchObject({ kind: 'stands' })
  })

  it('stands beside another one as long as both can be kept: half now, half later', () => {
    const half = standing(7, 30_000, a)
    expect(roomFor({ amount: 30_000, items: [a] }, [half])).toEqual({ kind: 'stands', replaces: [] })
  })

  it('takes the place of those it cannot be kept with', () => {
    expect(roomFor({ amount: 60_000, items: [a] }, [standing(7, 60_000, a)])).toEqual({ kind: 'stands', replaces: [7] })
    expect(roomFor({ amount: 90_000, items: [a, b] }, [standing(7, 20_000, a), standing(8, 20_000, b)])).toEqual({
      kind: 'stands',
      replaces: [7, 8],
    })
  })

  it('takes the place of none that is about other due lines too: their word would be lost', () => {
    const both = standing(7, 100_000, a, b)
    expect(roomFor({ amount: 60_000, items: [a] }, [both])).toEqual({ kind: 'inTheWay', promise: 7 })
    expect(roomFor({ amount: 60_000, items: [a] }, [standing(7, 40_000, a, b), standing(8, 60_000, a)])).toEqual({
      kind: 'stands',
      replaces: [8],
    })
  })

  it('takes the place of none that another customer of the group gave', () => {
    const parents = { ...standing(7, 60_000, a), isOfAnother: true }
    expect(roomFor({ amount: 60_000, items: [a] }, [parents])).toEqual({ kind: 'inTheWay', promise: 7 })
  })

  it('looks neither at what came already, nor at promises about other due lines', () => {
    expect(roomFor({ amount: 60_000, items: [a] }, [standing(7, 0, a), standing(8, 40_000, b)])).toEqual({
      kind: 'stands',
      replaces: [],
    })
  })
})
