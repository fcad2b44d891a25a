import { describe, expect, it } from 'vitest'
import { filtersIn, itemQueryOf, readListSearch } from './list-search.ts'

describe('the address of a list of invoices', () => {
  it('says outright what it does not know, so that nothing of a wrong address is kept', () => {
    const read = readListSearch({ vue: 'promesses', client: 'x' })
    expect(Object.keys(read)).toEqual(expect.arrayContaining(['vue', 'client']))
    expect(read).toEqual({})
  })

  it('is the list of what is late when it says nothing', () => {
    expect(itemQueryOf(readListSearch({}), 7)).toEqual({ view: 'late', sort: 'daysLate', direction: 'desc' })
  })

  it('carries every filter to the server in its own words', () => {
    const search = readListSearch({
      vue: 'toutes',
      q: 'castel',
      retard: 60,
      suivi: 12,
      etape: 'appel',
      tranche: '31-60',
      client: 3,
      devise: 'USD',
      tri: 'reste',
      sens: 'croissant',
    })
    expect(itemQueryOf(search, 7)).toEqual({
      view: 'all',
      q: 'castel',
      late: 60,
      owner: 12,
      step: 'call',
      bucket: 'd31_60',
      customer: 3,
      currency: 'USD',
      sort: 'amountDue',
      direction: 'asc',
    })
  })

  it('begins with the latest due date where paid invoices are among the rows', () => {
    for (const vue of ['payees', 'toutes']) {
      expect(itemQueryOf(readListSearch({ vue }), 7)).toMatchObject({ sort: 'dueDate', direction: 'desc' })
    }
    expect(itemQueryOf(readListSearch({ vue: 'toutes', tri: 'retard' }), 7)).toMatchObject({ sort: 'daysLate' })
  })

  it('means whoever reads it by « moi »', () => {
    expect(itemQueryOf(readListSearch({ suivi: 'moi' }), 7)).toMatchObject({ owner: 7 })
  })

  it('keeps a number typed in the search box as text', () => {
    expect(readListSearch({ q: 764 })).toEqual({ q: '764' })
  })

  it('still opens when a word in it means nothing', () => {
    const nonsense = { vue: 'plus-tard', retard: 'beaucoup', suivi: -1, etape: 'fax', devise: 'euros', q: '  ' }
    expect(readListSearch(nonsense)).toEqual({})
  })

  it('does not take what every object has for a view', () => {
    expect(readListSearch({ vue: 'toString', tri: 'constructor' })).toEqual({})
  })

  it('names the filters in force, not the view nor the order', () => {
    expect(filtersIn(readListSearch({ vue: 'litiges', tri: 'client', suivi: 'moi', q: 'F-2026' }))).toEqual([
      'suivi',
      'q',
    ])
  })
})
