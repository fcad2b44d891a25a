import { describe, expect, it } from 'vitest'
import { customerQueryOf, filtersIn, readListSearch, sortIn } from './list-search.ts'

describe('the address of a list of customers', () => {
  it('is everybody, the largest late amount first, when it says nothing', () => {
    expect(customerQueryOf(readListSearch({}), 7)).toEqual({ view: 'all', sort: 'late', direction: 'desc' })
  })

  it('carries every filter to the server in its own words', () => {
    const search = readListSearch({
      vue: 'en-retard',
      q: 'castel',
      commercial: 3,
      suivi: '12',
      profil: 'en-difficulte',
      tri: 'encaisser',
      sens: 'croissant',
    })
    expect(customerQueryOf(search, 7)).toEqual({
      view: 'late',
      q: 'castel',
      salesRep: 3,
      collector: 12,
      profile: 'struggling',
      sort: 'outstanding',
      direction: 'asc',
    })
  })

  it('means whoever reads it by « moi »', () => {
    expect(customerQueryOf(readListSearch({ commercial: 'moi', suivi: 'moi' }), 7)).toMatchObject({
      salesRep: 7,
      collector: 7,
    })
  })

  it('begins names with A and amounts with the largest', () => {
    expect(sortIn({ tri: 'client' }).sens).toBe('croissant')
    expect(sortIn({ tri: 'encaisser' }).sens).toBe('decroissant')
  })

  it('still opens when a word in it means nothing, and keeps a number typed as text', () => {
    expect(
      readListSearch({ vue: 'toString', suivi: -1, commercial: 'karim', profil: 'slow', tri: 'x', q: '  ' }),
    ).toEqual({})
    expect(readListSearch({ q: 142 })).toEqual({ q: '142' })
  })

  it('names the filters in force, not the view nor the order', () => {
    expect(filtersIn({ vue: 'en-pause', tri: 'client', q: 'sas', suivi: 'moi' })).toEqual(['suivi', 'q'])
  })
})
