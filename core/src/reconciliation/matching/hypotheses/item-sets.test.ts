import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { BookedItem } from '../books.ts'
import { mostPairs, mostSolutions, type SumClass, setsThatSum } from '../subset-sums.ts'
import { aCustomer, aLine, anItem, day } from '../testing/some-books.ts'
import { layOpen } from '../testing/some-case.ts'
import type { Case, ItemSet, SetManner } from './hypothesis.ts'
import { setsOf } from './item-sets.ts'

const name = 'NORDELEC INDUSTRIE'
const aCase = (amount: number, items: readonly BookedItem[], label = name): Case =>
  layOpen({ customers: [aCustomer(1, { name: 'Nordelec Industrie' })], items }, aLine(amount, label)).caseOf(1)
const sets = (amount: number, items: readonly BookedItem[], label = name): readonly ItemSet[] =>
  setsOf(aCase(amount, items, label), amount, ({ face }) => face)
const idsOf = ({ items }: ItemSet): number[] => items.map(({ item }) => item.id).toSorted((a, b) => a - b)
const mannerOf = (
  amount: number,
  items: readonly BookedItem[],
  ids: readonly number[],
  label = name,
): SetManner | undefined => sets(amount, items, label).find((set) => idsOf(set).join() === ids.join())?.manner

/** Odd faces, so that no two sets of them come to the same; one falls due a week after the other. */
const five = [10_007, 20_011, 40_037, 80_051, 160_073].map((amount, at) =>
  anItem(at + 1, 1, {
    amount,
    issueDate: day(`2026-0${4 + at}-11`),
    dueDate: day(at < 3 ? `2026-0${7 + at}-11` : `2026-1${at - 2}-11`),
  }),
)
const sumOf = (...ids: readonly number[]): number => ids.reduce((sum, id) => sum + (five[id - 1]?.amount ?? 0), 0)

describe('sets of items that come to an amount', () => {
  it('one alone', () => {
    expect(mannerOf(sumOf(3), five, [3])).toBe('one')
  })

  it('the oldest, all that is due, all that is open', () => {
    expect(mannerOf(sumOf(1, 2), five, [1, 2])).toBe('oldest')
    expect(mannerOf(sumOf(1, 2, 3), five, [1, 2, 3])).toBe('allDue')
    expect(mannerOf(sumOf(1, 2, 3, 4, 5), five, [1, 2, 3, 4, 5])).toBe('all')
  })

  it('any that follow each other, or all but one', () => {
    expect(sets(sumOf(2, 3, 4), five).map(idsOf)).toEqual([[2, 3, 4]])
    expect(sets(sumOf(1, 2, 4, 5), five).map(idsOf)).toEqual([[1, 2, 4, 5]])
  })

  it('any others that sum up', () => {
    expect(mannerOf(sumOf(1, 3, 5), five, [1, 3, 5])).toBe('sum')
  })

  it('all of a month, likelier where the text names it', () => {
    const items = [...five, anItem(9, 1, { amount: 5_003, issueDate: day('2026-05-20'), dueDate: day('2026-12-20') })]
    const amount = sumOf(2) + 5_003
    const silent = sets(amount, items).find((set) => idsOf(set).join() === '2,9')
    const said = sets(amount, items, `${name} FACTURES DE MAI`).find((set) => idsOf(set).join() === '2,9')
    expect(silent).toBeDefined()
    expect(said?.choice).toBeGreaterThan(silent?.choice ?? 0)
  })

  it('what is quoted, and what is quoted with one that was forgotten', () => {
    expect(mannerOf(sumOf(1, 3), five, [1, 3], `${name} F-2026-0001 F-2026-0003`)).toBe('quoted')
    expect(sets(sumOf(1, 3, 5), five, `${name} F-2026-0001 F-2026-0003`).map(idsOf)).toEqual([[1, 3, 5]])
  })

  it('a part of what is quoted', () => {
    expect(mannerOf(sumOf(3), five, [3], `${name} F-2026-0001 F-2026-0003`)).toBeDefined()
  })

  it('with a credit note deducted that nobody quoted', () => {
    const items = [...five, anItem(9, 1, { amount: -2_003, invoiceNumber: 'AV-2026-0009' })]
    expect(mannerOf(sumOf(3) - 2_003, items, [3, 9], `${name} F-2026-0003`)).toBe('quotedAndMore')
  })

  it('nothing where nothing fits', () => {
    expect(sets(12_345, five)).toEqual([])
    expect(sets(12_345, [])).toEqual([])
  })

  it('of several alike the oldest first', () => {
    const alike = [1, 2, 3].map((id) => anItem(id, 1, { amount: 49_005, dueDate: day(`2026-09-0${4 - id}`) }))
    expect(sets(49_005, alike).map(idsOf)).toEqual([[3]])
    const [likeliest] = sets(49_005 * 2, alike).toSorted((a, b) => b.choice - a.choice)
    expect(likeliest && idsOf(likeliest)).toEqual([2, 3])
  })

  it('of several alike the one that is quoted', () => {
    const alike = [1, 2, 3].map((id) => anItem(id, 1, { amount: 49_005, dueDate: day(`2026-09-0${4 - id}`) }))
    expect(sets(49_005, alike, `${name} F-2026-0001`).map(idsOf)).toContainEqual([1])
  })

  it('every set comes to the amount, has no item twice, and is told once', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -20_000, max: 90_000 }), { minLength: 1, maxLength: 12 }),
        fc.array(fc.nat(11), { minLength: 1, maxLength: 5 }),
        (faces, chosen) => {
          const items = faces.map((face, at) => anItem(at + 1, 1, { amount: face === 0 ? 1 : face }))
          const amount = [...new Set(chosen)].reduce((sum, at) => sum + (items[at]?.amount ?? 0), 0)
          fc.pre(amount > 0)
          const found = sets(amount, items)
          for (const set of found) {
            expect(set.items.reduce((sum, { face }) => sum + face, 0)).toBe(amount)
            expect(new Set(idsOf(set)).size).toBe(set.items.length)
          }
          expect(new Set(found.map((set) => idsOf(set).join())).size).toBe(found.length)
        },
      ),
      { numRuns: 80 },
    )
  })
})

describe('the bound of the search', () => {
  /** Classes that count how often the search reads the amount of one of their items. */
  const counted = (faces: readonly number[]): { classes: SumClass<number>[]; reads: () => number } => {
    let reads = 0
    const classes = faces.map((face, id) => ({
      items: [id],
      get face() {
        reads++
        return face
      },
    }))
    return { classes, reads: () => reads }
  }

  it('of four hundred items of one amount no more sets come than there are items, the oldest first', () => {
    const items = Array.from({ length: 400 }, (_, id) => anItem(id + 1, 1, { amount: 4_900 }))
    const found = sets(4_900 * 12, items)
    expect(found.length).toBeLessThanOrEqual(items.length)
    for (const set of found) expect(set.items).toHaveLength(12)
    const [likeliest] = found.toSorted((a, b) => b.choice - a.choice)
    expect(likeliest && idsOf(likeliest)).toEqual(items.slice(0, 12).map(({ id }) => id))
  })

  it('a hundred amounts are read at most once for each class, whatever they are', () => {
    const { classes, reads } = counted(Array.from({ length: 100 }, () => 4_900))
    const { sets: found, ways } = setsThatSum(classes, 4_900 * 6)
    expect(reads()).toBeLessThanOrEqual(200)
    expect(found.length).toBeLessThanOrEqual(mostSolutions)
    expect(ways).toBeLessThanOrEqual(mostPairs)
  })

  it('a crowd of different amounts ends in as many solutions as are told', () => {
    const items = Array.from({ length: 400 }, (_, id) => anItem(id + 1, 1, { amount: 100 * (id + 1) }))
    for (const set of sets(30_000, items)) expect(set.items.reduce((sum, { face }) => sum + face, 0)).toBe(30_000)
    expect(sets(30_000, items).filter(({ manner }) => manner === 'sum').length).toBeLessThanOrEqual(mostSolutions)
  })
})

describe('runs of like items', () => {
  it('are told once: 400 equal amounts make one run of each length', () => {
    const equals = Array.from({ length: 400 }, (_, at) =>
      anItem(at + 1, 1, {
        amount: 10_000,
        issueDate: day('2026-01-05'),
        dueDate: day(at < 200 ? '2026-02-05' : '2026-03-05'),
      }),
    )
    const runs = sets(120_000, equals).filter(({ manner }) => manner === 'run')
    expect(runs.length).toBeLessThanOrEqual(1)
  })
})
