import { describe, expect, it } from 'vitest'
import { nameKey, nameNearness } from './customer-name.ts'
import { indexCustomers, type KnownCustomer } from './match-customer.ts'

const aCustomer = (id: number, name: string, some: Partial<KnownCustomer> = {}): KnownCustomer => ({
  id,
  name,
  code: null,
  siren: null,
  vatNumber: null,
  ...some,
})

describe('names of firms', () => {
  it('are the same without legal form, accents, case and dots', () => {
    for (const name of [
      'Boutique Lenoir',
      'BOUTIQUE LENOIR SARL',
      'Sté Boutique Lenoir',
      'S.A.R.L. Boutique  Lenoir',
      'Boutique-Lenoir S.A.S.',
    ])
      expect(nameKey(name), name).toBe('boutique lenoir')
    expect(nameKey('Brun & Fils')).toBe(nameKey('BRUN ET FILS SAS'))
    expect(nameKey('SAS')).toBe('sas')
    expect(nameKey('***')).toBe('')
  })

  it('are near when their telling words are', () => {
    expect(nameNearness('STE LENOIR', 'Boutique Lenoir')).toBeGreaterThan(0.8)
    expect(nameNearness('Brasserie Saint Aubin', 'Brasserie St-Aubin')).toBeLessThan(0.95)
    expect(nameNearness('Menuiserie Castel', 'Menuiseries Castel')).toBeGreaterThan(0.9)
    expect(nameNearness('Menuiserie Dupont', 'Menuiserie Martin')).toBeLessThan(0.75)
    expect(nameNearness('Lenoir', 'Leblanc')).toBe(0)
  })
})

describe('the customer of a row', () => {
  const known = [
    aCustomer(1, 'Boutique Lenoir', { code: '411LENOIR', siren: '732829320' }),
    aCustomer(2, 'Brasserie Saint-Aubin', { vatNumber: 'FR44732829320' }),
    aCustomer(3, 'Castel Menuiseries SARL'),
    aCustomer(4, 'Hôtel du Port', { code: 'C4' }),
    aCustomer(5, 'Hôtel du Port', { code: 'C5' }),
  ]

  it('is found by code before all', () => {
    expect(indexCustomers(known).match({ name: 'Autre nom', code: '411lenoir' })).toEqual({
      kind: 'known',
      id: 1,
      by: 'code',
    })
  })

  it('is found by its code also without the zeros a spreadsheet ate', () => {
    const index = indexCustomers([aCustomer(8, 'GROC', { code: '0200915438' })])
    expect(index.match({ name: 'GROC llc', code: '200915438' })).toEqual({ kind: 'known', id: 8, by: 'code' })
    expect(index.match({ name: 'GROC', code: 'A0200915438' }).kind).toBe('new')
  })

  it('is found by SIREN, then VAT number, then name', () => {
    const index = indexCustomers(known)
    expect(index.match({ name: 'X', siren: '732829320' })).toEqual({ kind: 'known', id: 1, by: 'siren' })
    expect(index.match({ name: 'X', vatNumber: 'FR44732829320' })).toEqual({ kind: 'known', id: 2, by: 'vatNumber' })
    expect(index.match({ name: 'CASTEL MENUISERIES' })).toEqual({ kind: 'known', id: 3, by: 'name' })
    expect(index.match({ name: 'Castel Menuiseries', code: 'C77' })).toEqual({ kind: 'known', id: 3, by: 'name' })
  })

  it('with a code of its own is not the customer of that name with another code', () => {
    expect(indexCustomers(known).match({ name: 'Boutique Lenoir', code: '411OTHER' })).toEqual({
      kind: 'new',
      key: 'code 411other',
      near: [],
    })
  })

  it('is asked when two answer to the name', () => {
    expect(indexCustomers(known).match({ name: 'Hotel du Port' })).toEqual({ kind: 'several', ids: [4, 5] })
  })

  it('unknown comes with those it may be', () => {
    const found = indexCustomers(known).match({ name: 'STE LENOIR' })
    expect(found).toMatchObject({ kind: 'new', near: [{ id: 1, name: 'Boutique Lenoir' }] })
    expect(indexCustomers(known).match({ name: 'Garage Petit' })).toEqual({
      kind: 'new',
      key: 'name garage petit',
      near: [],
    })
  })

  it('made by one row is known to the next', () => {
    const index = indexCustomers([])
    const first = index.match({ name: 'Garage Petit' })
    index.add(aCustomer(9, 'Garage Petit'))
    expect(first.kind).toBe('new')
    expect(index.match({ name: 'GARAGE PETIT SARL' })).toEqual({ kind: 'known', id: 9, by: 'name' })
  })

  it('known under several names and codes is one', () => {
    const index = indexCustomers([
      aCustomer(1, 'Lenoir', { code: 'C1', siren: '552100554' }),
      aCustomer(1, 'Zephyr', { code: 'OLD', siren: '552100554' }),
    ])
    expect(index.match({ name: 'Inconnu', siren: '552100554' })).toEqual({ kind: 'known', id: 1, by: 'siren' })
    expect(index.match({ name: 'ZEPHYR' })).toEqual({ kind: 'known', id: 1, by: 'name' })
    expect(index.match({ name: 'X', code: 'old' })).toEqual({ kind: 'known', id: 1, by: 'code' })
    const near = indexCustomers([aCustomer(1, 'Boutique Lenoir'), aCustomer(1, 'Boutique Lenoire')])
    expect(near.match({ name: 'Boutique Lenoirs' })).toMatchObject({ kind: 'new', near: [{ id: 1 }] })
  })
})
