import { expect, it } from 'vitest'
import { asDraft, moved, portfolioOf, problemOf, withNewRule, withoutPlaces, withPortfolio } from './rule-draft.ts'

const nothing = {
  category: null,
  profile: null,
  salesRep: null,
  collector: null,
  owesFrom: null,
  owesBelow: null,
  scenario: 1,
}

it('keeps each rule its number while it changes places, and stops at both ends', () => {
  const rules = withNewRule(withNewRule([], 1), 2)
  const up = moved(rules, 1, -1)
  expect(up.map(({ place }) => place)).toEqual([1, 0])
  expect(moved(up, 1, -1)).toBe(up)
  expect(withoutPlaces(up).map(({ scenario }) => scenario)).toEqual([2, 1])
})

it('refuses a rule that would hold for everybody, and one nobody can fulfil', () => {
  expect(problemOf(nothing)).toBe('asksNothing')
  expect(problemOf({ ...nothing, owesFrom: 5_000, owesBelow: 5_000 })).toBe('impossible')
  expect(problemOf({ ...nothing, owesFrom: 5_000, owesBelow: 5_001 })).toBeNull()
})

it('reads and writes whose portfolio it is', () => {
  expect(portfolioOf({ ...nothing, ...withPortfolio('collector 2') })).toBe('collector 2')
  expect(withPortfolio('anybody')).toEqual({ salesRep: null, collector: null })
  expect(asDraft([{ ...nothing, salesRep: 4 }]).map(portfolioOf)).toEqual(['salesRep 4'])
})
