import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mostPairs, setsThatSum } from './subset-sums.ts'

const classesOf = (faces: readonly number[]) => faces.map((face, id) => ({ face, items: [{ id, face }] }))
const total = (set: readonly { readonly face: number }[]): number => set.reduce((sum, { face }) => sum + face, 0)

describe('sets that come to an amount', () => {
  it('finds the only three of twenty that fit', () => {
    const faces = Array.from({ length: 20 }, (_, at) => ((at + 3) ** 5 * 7_919) % 9_999_991)
    const amount = (faces[2] ?? 0) + (faces[11] ?? 0) + (faces[19] ?? 0)
    const found = setsThatSum(classesOf(faces), amount)
    expect(found.ways).toBe(1)
    expect(found.sets[0]?.map(({ id }) => id).sort((a, b) => a - b)).toEqual([2, 11, 19])
  })

  it('deducts a credit note', () => {
    const found = setsThatSum(classesOf([50_000, 72_300, -12_345]), 37_655)
    expect(found.sets.map((set) => set.map(({ id }) => id))).toEqual([[0, 2]])
  })

  it('takes the first of four hundred equal amounts, and is quick about it', () => {
    const items = Array.from({ length: 400 }, (_, id) => ({ id, face: 4_900 }))
    const found = setsThatSum([{ face: 4_900, items }], 4_900 * 12)
    expect(found.ways).toBe(1)
    expect(found.sets[0]?.map(({ id }) => id)).toEqual(items.slice(0, 12).map(({ id }) => id))
  })

  it('stops counting when a great many sets fit', () => {
    const found = setsThatSum(classesOf(Array.from({ length: 60 }, (_, at) => at + 1)), 100)
    expect(found.ways).toBeLessThanOrEqual(mostPairs)
    expect(found.sets[0]?.length).toBeGreaterThanOrEqual(2)
  })

  it('every set found comes to the amount, and a set that is there is found', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -50_000, max: 500_000 }), { minLength: 3, maxLength: 16 }),
        fc.array(fc.boolean(), { minLength: 16, maxLength: 16 }),
        (faces, chosen) => {
          const set = faces.filter((_, at) => chosen[at])
          fc.pre(set.length >= 2)
          const amount = set.reduce((sum, face) => sum + face, 0)
          const found = setsThatSum(classesOf(faces), amount)
          expect(found.ways).toBeGreaterThan(0)
          for (const one of found.sets) expect(total(one)).toBe(amount)
        },
      ),
    )
  })
})
