import { describe, expect, it } from 'vitest'
import { isBucketHeader, openAmountOf } from './aged-columns.ts'

describe('the columns of an aged balance', () => {
  it.each([
    'Non échu',
    'Non échus',
    'À échoir',
    'Échu',
    '0-30',
    '1 - 30 j',
    '31 à 60 jours',
    'De 61 à 90 jours',
    '61–90 jours',
    '30j à 60j',
    '> 90 j',
    '+ de 90 jours',
    'Plus de 90 jours',
    '60+',
    '90 jours et plus',
    '< 30 jours',
    'Moins de 30 jours',
    'Échu 1-30 j',
    'Montant 0-30',
    'Solde non échu',
    'Montant échu de 31 à 60 jours',
    'Échu de 31 à 60 jours',
    'Retard > 90',
    '1-30 jours de retard',
    'Current',
    'Not due',
    '31-60 days',
    'Over 90 days',
    '1-30 days overdue',
  ])('are known by their titles: %s', (header) => {
    expect(isBucketHeader(header)).toBe(true)
  })

  it.each([
    'Échéance',
    'Client',
    '30 jours fin de mois',
    'Montant TTC',
    'Montant',
    'Solde 2026',
    'Montant dû',
    'Retard',
    'Jours de retard',
    '2026',
    '31/12/2026',
    'Aging bucket',
    'Total échu client',
    '',
  ])('are no others: %s', (header) => {
    expect(isBucketHeader(header)).toBe(false)
  })
})

describe('what a row of an aged balance leaves open', () => {
  it('is the one amount that stands in its buckets, as it is written', () => {
    expect(openAmountOf(['', '1 234,56 €', '', ''], ',')).toBe('1 234,56 €')
    expect(openAmountOf(['0,00', '0,00', '-80,00', '0,00'], ',')).toBe('-80,00')
    expect(openAmountOf(['-', '—', '12'], 'auto')).toBe('12')
  })

  it('is nothing where nothing stands there, and zero where zeros do', () => {
    expect(openAmountOf(['', '', ''], ',')).toBe('')
    expect(openAmountOf(['0,00', '0,00'], ',')).toBe('0,00')
  })

  it('is the sum of several, to the cent', () => {
    expect(openAmountOf(['1 000,10', '', '0,20'], ',')).toBe('1000,30')
    expect(openAmountOf(['1000.10', '-1000.15'], '.')).toBe('-0.05')
    expect(openAmountOf(['100,00 D', '30,00 C'], ',')).toBe('70,00')
  })

  it('is left to a person where one of several reads two ways or not at all', () => {
    expect(openAmountOf(['1,234', '10.00'], 'auto')).toBe('')
    expect(openAmountOf(['10,00', 'voir note'], ',')).toBe('')
    expect(openAmountOf(['10,00 USD', '5,00'], ',')).toBe('')
  })
})
