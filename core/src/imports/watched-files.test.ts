import { describe, expect, it } from 'vitest'
import { type FolderEntry, judgeFiles, patternOf, type SeenEntry } from './watched-files.ts'

const now = 1_000_000
const file = (name: string, size = 100, modifiedAt = 5): FolderEntry => ({ name, size, modifiedAt })
const seen = (entry: FolderEntry, state: SeenEntry['state'] = 'settling', seenAt = now - 60_000): SeenEntry => ({
  ...entry,
  state,
  seenAt,
})
const judge = (entries: readonly FolderEntry[], before: readonly SeenEntry[] = [], pattern = '*') =>
  Object.fromEntries(judgeFiles(entries, before, { pattern, now }))

describe('a watched folder', () => {
  it('reads a file once it was the same at two looks', () => {
    const one = file('ventes.csv')
    expect(judge([one])).toEqual({ 'ventes.csv': 'settle' })
    expect(judge([one], [seen(one)])).toEqual({ 'ventes.csv': 'take' })
  })

  it('leaves alone a file that grew or was written again between two looks', () => {
    expect(judge([file('a.csv', 200)], [seen(file('a.csv', 100))])).toEqual({ 'a.csv': 'settle' })
    expect(judge([file('a.csv', 100, 6)], [seen(file('a.csv', 100, 5))])).toEqual({ 'a.csv': 'settle' })
  })

  it('does not count two looks a moment apart as two', () => {
    const one = file('a.csv')
    expect(judge([one], [seen(one, 'settling', now - 2_000)])).toEqual({ 'a.csv': 'settle' })
  })

  it('reads at once a file that another says is whole', () => {
    expect(judge([file('a.csv'), file('a.csv.done', 0), file('b.csv')])).toEqual({
      'a.csv': 'take',
      'a.csv.done': 'ignore',
      'b.csv': 'settle',
    })
  })

  it.each(['taken', 'known', 'refused'] as const)('leaves a file that was %s until it changes', (state) => {
    const one = file('a.csv')
    expect(judge([one], [seen(one, state)])).toEqual({ 'a.csv': 'done' })
    expect(judge([file('a.csv', 101)], [seen(one, state)])).toEqual({ 'a.csv': 'settle' })
  })

  it('never reads what programs write beside a file, nor an empty one', () => {
    const names = ['.a.csv', '~$a.xlsx', 'a.csv.part', 'a.csv.filepart', 'a.TMP', 'a.csv~', '.a.csv.swp']
    expect(new Set(Object.values(judge(names.map((name) => file(name)))))).toEqual(new Set(['ignore']))
    const empty = file('a.csv', 0)
    expect(judge([empty], [seen(empty)])).toEqual({ 'a.csv': 'settle' })
  })
})

describe('the pattern of names', () => {
  it.each([
    ['*.csv', 'ventes.CSV', true],
    ['*.csv', 'ventes.xlsx', false],
    ['*.csv; *.xlsx', 'ventes.xlsx', true],
    ['ventes-????.csv', 'ventes-2026.csv', true],
    ['ventes-????.csv', 'ventes-26.csv', false],
    ['', 'whatever', true],
    ['*fact*2026*', 'export_factures_du_2026-11.txt', true],
    ['a.c', 'abc', false],
    ['*', '', true],
    ['?', '', false],
  ])('%s and %s: %s', (pattern, name, expected) => {
    expect(patternOf(pattern)(name)).toBe(expected)
  })

  it('answers at once, however many stars it has', () => {
    expect(patternOf(`${'*a'.repeat(60)}b`)('a'.repeat(250))).toBe(false)
  })
})
