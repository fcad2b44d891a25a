import { describe, expect, it } from 'vitest'
import { columnIds, usualColumns } from './list-columns.ts'
import { type InvoiceListSearch, readListSearch } from './list-search.ts'
import { isSameList, savedFrom, searchOf } from './saved-search.ts'

const everything: InvoiceListSearch = readListSearch({
  vue: 'toutes',
  q: 'castel',
  retard: 60,
  suivi: 'moi',
  etape: 'mise-de-cote',
  tranche: 'plus-de-90',
  client: 3,
  devise: 'USD',
  tri: 'reste',
  sens: 'croissant',
  colonnes: 'reste.client.penalites',
})

describe('a list kept under a name', () => {
  it('opens again as it was: view, filters, order and columns', () => {
    expect(searchOf(savedFrom(everything, ['reste', 'client', 'penalites']))).toEqual(everything)
  })

  it('keeps « moi » as whoever reads, and somebody as themselves', () => {
    expect(savedFrom({ suivi: 'moi' }, usualColumns).owner).toBe('me')
    expect(savedFrom({ suivi: 12 }, usualColumns).owner).toBe(12)
    expect(searchOf(savedFrom({ suivi: 12 }, usualColumns)).suivi).toBe(12)
  })

  it('says its order and columns, also where the address left them to the reader', () => {
    expect(savedFrom({}, usualColumns)).toMatchObject({ view: 'late', sort: 'daysLate', direction: 'desc' })
    expect(searchOf(savedFrom({ vue: 'payees' }, usualColumns))).toMatchObject({ tri: 'echeance', sens: 'decroissant' })
  })

  it('is the current one only as long as nothing of it was changed', () => {
    const kept = searchOf(savedFrom(everything, ['client']))
    expect(isSameList(kept, { ...kept })).toBe(true)
    for (const change of [
      { q: 'x' },
      { tri: 'client' },
      { sens: 'decroissant' },
      { colonnes: 'client.reste' },
    ] as const)
      expect(isSameList(kept, { ...kept, ...change })).toBe(false)
    const { retard: _retard, ...wider } = kept
    expect(isSameList(kept, wider)).toBe(false)
  })

  it('knows every column a list can have', () => {
    expect(searchOf(savedFrom({}, columnIds)).colonnes).toBe(columnIds.join('.'))
  })
})
