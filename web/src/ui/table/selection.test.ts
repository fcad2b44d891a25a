import { describe, expect, it } from 'vitest'
import { nextSort } from './columns.ts'
import { allToggled, extended, share, toggled } from './selection.ts'

const ids = ['a', 'b', 'c', 'd', 'e']
const chosen = (...rows: string[]) => new Set(rows)

describe('the selection of rows', () => {
  it('takes a row in and lets it go', () => {
    expect(toggled(chosen(), 'a')).toEqual(chosen('a'))
    expect(toggled(chosen('a', 'b'), 'a')).toEqual(chosen('b'))
  })
  it('extends down and up, and keeps what was chosen before', () => {
    expect(extended(chosen('e'), ids, { from: 'a', to: 'c' })).toEqual(chosen('e', 'a', 'b', 'c'))
    expect(extended(chosen(), ids, { from: 'd', to: 'b' })).toEqual(chosen('b', 'c', 'd'))
  })
  it('takes the row alone when the start of the range is not on screen any more', () => {
    expect(extended(chosen(), ids, { from: 'gone', to: 'a' })).toEqual(chosen('a'))
  })
  it('takes all rows in, then all out, but never rows of another page', () => {
    expect(allToggled(chosen('elsewhere', 'a'), ids)).toEqual(chosen('elsewhere', ...ids))
    expect(allToggled(chosen('elsewhere', ...ids), ids)).toEqual(chosen('elsewhere'))
  })
  it('knows whether none, some or all rows are in', () => {
    expect(share(chosen('elsewhere'), ids)).toBe('none')
    expect(share(chosen('a'), ids)).toBe('some')
    expect(share(chosen(...ids), ids)).toBe('all')
  })
})

describe('sorting', () => {
  it('starts with the largest and turns on the second press', () => {
    const first = nextSort(undefined, 'late')
    expect(first).toEqual({ columnId: 'late', direction: 'descending' })
    expect(nextSort(first, 'late').direction).toBe('ascending')
    expect(nextSort(first, 'amount').direction).toBe('descending')
  })
})
