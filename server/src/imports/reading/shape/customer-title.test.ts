import { describe, expect, it } from 'vitest'
import { doCodesLead, isNoTitle, namesCustomer, titledCustomer } from './customer-title.ts'

describe('the line above the invoices of a customer', () => {
  it.each([
    [['DUPONT SARL'], { name: 'DUPONT SARL', code: '' }],
    [['411DUPONT', 'DUPONT SARL'], { code: '411DUPONT', name: 'DUPONT SARL' }],
    [['DUPONT SARL', 'C0012'], { code: 'C0012', name: 'DUPONT SARL' }],
    [['Client : C0012 - DUPONT SARL'], { code: 'C0012', name: 'DUPONT SARL' }],
    [['Compte : 411DUPONT DUPONT SARL'], { code: '411DUPONT', name: 'DUPONT SARL' }],
    [['Compte 411DUPONT DUPONT SARL'], { code: '411DUPONT', name: 'DUPONT SARL' }],
    [['Client :', 'C0012', 'DUPONT SARL'], { code: 'C0012', name: 'DUPONT SARL' }],
    [['DUPONT SARL (C0012)'], { code: 'C0012', name: 'DUPONT SARL' }],
    [['411DUPONT'], { code: '411DUPONT', name: '' }],
    [['DUPONT', 'DUPONT SARL'], { code: 'DUPONT', name: 'DUPONT SARL' }],
    [['Dupont Jean', 'Lyon'], { code: '', name: 'Dupont Jean' }],
    [['DUPONT SARL (suite)'], { code: '', name: 'DUPONT SARL' }],
    [['Client : DUPONT SARL (CL0001) - Tél 01 02 03 04 05'], { code: 'CL0001', name: 'DUPONT SARL' }],
    [['DUPONT SARL   Solde : 1 200,00'], { code: '', name: 'DUPONT SARL' }],
    [['Tél Services'], { code: '', name: 'Tél Services' }],
    [['Mobile Solde Discount'], { code: '', name: 'Mobile Solde Discount' }],
    [['Client Dupont'], { name: 'Client Dupont', code: '' }],
  ])('%j names %j', (texts, customer) => {
    expect(titledCustomer(texts, false)).toEqual(customer)
  })

  it('keeps a number in front as part of the name, unless every title begins with a code', () => {
    expect(titledCustomer(['1001 Vies Habitat'], false)).toEqual({ name: '1001 Vies Habitat', code: '' })
    expect(titledCustomer(['1001 Vies Habitat'], true)).toEqual({ name: 'Vies Habitat', code: '1001' })
    expect(doCodesLead(['C001 Brun', 'C002 Castel'])).toBe(true)
    expect(doCodesLead(['1001 Vies Habitat', 'Castel'])).toBe(false)
    expect(doCodesLead(['1001 Vies Habitat'])).toBe(false)
  })

  it('is told from pages, days of edition and months', () => {
    expect(
      ['Page 1/3', '2 / 3', 'Édité le 22/11/2026', 'Novembre 2026', 'mai', 'Suite', 'Commercial : Durand'].every(
        isNoTitle,
      ),
    ).toBe(true)
    expect(['Mairie de Lyon', 'Marsan', 'Avril & Fils'].some(isNoTitle)).toBe(false)
    expect(namesCustomer('Client : Dupont')).toBe(true)
    expect(namesCustomer('Factures en attente')).toBe(false)
  })
})
