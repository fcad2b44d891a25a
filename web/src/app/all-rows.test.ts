import { describe, expect, it } from 'vitest'
import { allRows } from './all-rows.ts'

/** A list of numbers from 1, two a page. */
const listOf = (count: number) => async (cursor: string | undefined) => {
  const from = Number(cursor ?? 1)
  const rows = [from, from + 1].filter((row) => row <= count)
  return { rows, nextCursor: from + 2 <= count ? String(from + 2) : null }
}

describe('taking every row of a list', () => {
  it('goes through all its pages', async () => {
    expect(await allRows(listOf(5), 10)).toEqual({ rows: [1, 2, 3, 4, 5], isAll: true })
    expect(await allRows(listOf(0), 10)).toEqual({ rows: [], isAll: true })
  })
  it('stops at what can be acted on at once, and says so', async () => {
    expect(await allRows(listOf(50), 4)).toEqual({ rows: [1, 2, 3, 4], isAll: false })
    expect(await allRows(listOf(6), 5)).toEqual({ rows: [1, 2, 3, 4, 5], isAll: false })
    expect(await allRows(listOf(4), 4)).toEqual({ rows: [1, 2, 3, 4], isAll: true })
  })
})
