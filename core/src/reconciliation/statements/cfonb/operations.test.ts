import { describe, expect, it } from 'vitest'
import type { LineKind } from '../statement.ts'
import { isBatchCode, kindOf } from './operations.ts'

const codes = [
  ...Array.from({ length: 100 }, (_, number) => String(number).padStart(2, '0')),
  ...['A', 'B', 'C'].flatMap((letter) => Array.from({ length: 10 }, (_, digit) => `${letter}${digit}`)),
]

/** Interbank codes of credits as the page of the bank profession names them, and the kind each is. */
const credits: readonly (readonly [string, LineKind, string])[] = [
  ['05', 'transfer', 'transfers received'],
  ['13', 'transfer', 'treasury transfers received'],
  ['18', 'transfer', 'other transfers received'],
  ['39', 'transfer', 'foreign transfers received'],
  ['45', 'transfer', 'foreign transfers received'],
  ['C2', 'transfer', 'an instant transfer received'],
  ['02', 'chequeDeposit', 'cheques handed in'],
  ['31', 'billOfExchange', 'bills handed in for collection'],
  ['35', 'billOfExchange', 'bills handed in for discount'],
  ['37', 'billOfExchange', 'bills handed in'],
  ['30', 'card', 'card payments handed in'],
  ['12', 'returned', 'a transfer of ours that came back'],
  ['A1', 'directDebit', 'SEPA direct debits issued'],
  ['A2', 'directDebit', 'SEPA direct debits between firms issued'],
]

describe('the interbank code of a credit', () => {
  it.each(credits)('%s is of the kind %s: %s', (code, kind) => {
    expect(kindOf(code, false)).toBe(kind)
  })

  it('is a payment that came back for transfers of ours alone', () => {
    expect(codes.filter((code) => kindOf(code, false) === 'returned')).toEqual(['12'])
  })
})

describe('the interbank code of a debit', () => {
  it.each([
    ['03', 'an unpaid cheque'],
    ['33', 'an unpaid bill'],
    ['10', 'a rejected direct debit of the older kind'],
    ['27', 'a rejected direct debit of the older kind'],
    ['B3', 'a SEPA direct debit rejected or unpaid'],
    ['B4', 'a SEPA direct debit between firms rejected or unpaid'],
    ['A5', 'a reversal we ordered'],
    ['A6', 'a reversal we ordered, between firms'],
  ])('%s is money that goes back: %s', (code) => {
    expect(kindOf(code, true)).toBe('returned')
  })

  it('is money that goes back for these codes and no other', () => {
    expect(codes.filter((code) => kindOf(code, true) === 'returned')).toEqual([
      '03',
      '10',
      '27',
      '33',
      'A5',
      'A6',
      'B3',
      'B4',
    ])
  })

  it('is a fee from 60 to 69', () => {
    expect(codes.filter((code) => kindOf(code, true) === 'fee')).toEqual([
      '60',
      '61',
      '62',
      '63',
      '64',
      '65',
      '66',
      '67',
      '68',
      '69',
    ])
  })

  it('is an ordinary one for a transfer or a direct debit we pay', () => {
    expect(['06', '21', '08', 'B1', 'B2'].map((code) => kindOf(code, true))).toEqual([
      'transfer',
      'transfer',
      'directDebit',
      'directDebit',
      'directDebit',
    ])
  })
})

describe('a code nobody knows', () => {
  it.each(['', '  ', '99', 'ZZ', 'é1', 'c2'])('"%s" says nothing of its kind', (code) => {
    expect([kindOf(code, true), kindOf(code, false), isBatchCode(code)]).toEqual(['other', 'other', false])
  })
})

describe('a code of many payments', () => {
  it('is that of cheques, cards, bills handed in, and direct debits issued', () => {
    expect(codes.filter(isBatchCode)).toEqual(['02', '30', '31', '35', '37', 'A1', 'A2'])
  })
})
