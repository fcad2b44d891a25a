import { describe, expect, it } from 'vitest'
import { complementRecord } from '../testing/cfonb-records.ts'
import {
  type Complement,
  complementOf,
  endToEndOf,
  first,
  isKnownQualifier,
  otherAmount,
  remittanceOf,
  wordsOf,
} from './complements.ts'
import { isBatchCode, kindOf } from './operations.ts'

const complements = (...all: readonly (readonly [string, string])[]): Complement[] =>
  all.map(([qualifier, text]) => complementOf(complementRecord(qualifier, text)))

describe('the complements of a movement', () => {
  it('are known by their qualifier, the reference before what stands behind it', () => {
    const all = complements(
      ['RCN', `${'E2E-1'.padEnd(35)}SALA`],
      ['RUM', `${'MANDAT 7'.padEnd(35)}RCUR`],
      ['NPY', 'DUPONT'],
    )
    expect([endToEndOf(all), first(all, 'RUM', 35), first(all, 'NPY'), first(all, 'NBE')]).toEqual([
      'E2E-1',
      'MANDAT 7',
      'DUPONT',
      null,
    ])
    expect(endToEndOf(complements(['RCN', 'NOTPROVIDED']))).toBeNull()
  })

  it('give the remittance of the payer, its two lines as one text where the first is full', () => {
    const full = 'FACTURE '.padEnd(70, 'X')
    expect(remittanceOf(complements(['LIB', 'AUTRE'], ['LCC', full], ['LC2', 'YZ']))).toBe(`${full}YZ`)
    expect(remittanceOf(complements(['LCC', 'FACTURE'], ['LC2', '12']))).toBe('FACTURE 12')
    expect(remittanceOf(complements(['LIB', 'FACTURE'], ['LIB', '12']))).toBe('FACTURE 12')
    expect(remittanceOf([])).toBe('')
  })

  it('give a person the words and not the identifiers, unknown ones too', () => {
    const all = complements(['LIB', 'LOYER'], ['IPY', '123456'], ['NPY', 'DUPONT'], ['ZZZ', 'NOUVEAU'])
    expect(wordsOf(all)).toBe('LOYER DUPONT NOUVEAU')
    expect(all.map(isKnownQualifier)).toEqual([true, true, true, false])
  })

  it('give the amount in another currency, and the fee', () => {
    const all = complements(['MMO', 'USD20000000012345600000000000'], ['FEE', 'EUR200000000001500'])
    expect(otherAmount(all, 'MMO')).toEqual({ currency: 'USD', amount: { units: 123_456n, scale: 2 } })
    expect(otherAmount(all, 'FEE')).toEqual({ currency: 'EUR', amount: { units: 1500n, scale: 2 } })
    expect(otherAmount(complements(['MMO', 'WHAT']), 'MMO')).toBeNull()
  })
})

describe('the interbank code of an operation', () => {
  it.each([
    ['05', false, 'transfer'],
    ['C2', false, 'transfer'],
    ['02', false, 'chequeDeposit'],
    ['A1', false, 'directDebit'],
    ['30', false, 'card'],
    ['31', false, 'billOfExchange'],
    ['62', true, 'fee'],
    ['B3', true, 'returned'],
    ['03', true, 'returned'],
    ['33', true, 'returned'],
    ['12', false, 'returned'],
    ['B3', false, 'other'],
    ['99', true, 'other'],
  ] as const)('%s, a debit: %s, is of the kind %s', (code, isDebit, kind) => {
    expect(kindOf(code, isDebit)).toBe(kind)
  })

  it('says what holds many payments', () => {
    expect(['A1', 'A2', '02', '30', '05', 'B1'].map(isBatchCode)).toEqual([true, true, true, true, false, false])
  })
})
