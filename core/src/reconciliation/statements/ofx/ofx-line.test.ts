import { describe, expect, it } from 'vitest'
import { asCurrency } from '../../../money/money.ts'
import { exactText } from '../exact-amount.ts'
import type { StatementWarning } from '../statement-file.ts'
import { ofxDay, ofxLine } from './ofx-line.ts'
import { ofxBelow, ofxValue, readOfxTree } from './ofx-tree.ts'
import { ofxAmount } from './read-ofx.ts'

const read = (inner: string, currency = 'EUR') => {
  const tree = readOfxTree(`<BANKTRANLIST><STMTTRN>${inner}</STMTTRN></BANKTRANLIST>`)
  const [row] = tree === 'tooLarge' ? [] : ofxBelow(tree.root, ['STMTTRN'])
  if (!row) throw new Error('no movement')
  const warnings: StatementWarning[] = []
  const line = ofxLine(row, {
    amount: ofxAmount(ofxValue(row, 'TRNAMT')),
    entry: 4,
    currency: asCurrency(currency),
    warn: (warning) => void warnings.push(warning),
  })
  return { line, warnings }
}

const movement = (more: string, amount = '10.00') => read(`<DTPOSTED>20260323<TRNAMT>${amount}${more}`)

describe('a day of OFX', () => {
  it.each([
    ['20260323', '2026-03-23'],
    ['20260323120000', '2026-03-23'],
    ['20260323235959.999[-5:EST]', '2026-03-23'],
    ['2026-03-23', '2026-03-23'],
    [' 20260323 ', '2026-03-23'],
    ['20240229', '2024-02-29'],
  ])('%s is %s, where the bank stands', (written, day) => {
    expect(ofxDay(written)).toBe(day)
  })

  it.each(['', '20260230', '20261301', '260323', '23/03/2026', '0'])('"%s" is none', (written) => {
    expect(ofxDay(written)).toBeUndefined()
  })
})

describe('an amount of OFX', () => {
  it.each([
    ['1234.50', '1234.50'],
    ['1234,50', '1234.50'],
    ['-1234,5', '-1234.50'],
    ['+12.00', '12.00'],
    ['1,234.50', '1234.50'],
    ['1.234,50', '1234.50'],
    ['1 234,50', '1234.50'],
    ['1\u202f234,50', '1234.50'],
    ['1234', '1234.00'],
    ['.50', '0.50'],
  ])('%s is %s', (written, text) => {
    const found = ofxAmount(written)
    expect(found && exactText(found)).toBe(text)
  })

  it.each(['', 'ONE', '1.2.3', '1,2,3', '10 EUR', '--1', '(10.00)', '1e3'])('"%s" is none', (written) => {
    expect(ofxAmount(written)).toBeUndefined()
  })

  it('is none where none is written', () => {
    expect(ofxAmount(null)).toBeUndefined()
  })
})

describe('a movement of OFX', () => {
  it('has its day, the day it counts from, and its place in the file', () => {
    expect(read('<DTPOSTED>20260323<DTAVAIL>20260325<TRNAMT>10.00').line).toMatchObject({
      fileLine: 1,
      entry: 4,
      bookedOn: '2026-03-23',
      valueOn: '2026-03-25',
      amount: 1_000,
    })
    expect(read('<DTPOSTED>20260323<VALUEDATE>20260324<TRNAMT>10.00').line?.valueOn).toBe('2026-03-24')
    expect(movement('').line?.valueOn).toBeNull()
  })

  it.each([
    ['<TRNAMT>10.00', 'dateUnreadable'],
    ['<DTPOSTED>20260230<TRNAMT>10.00', 'dateUnreadable'],
    ['<DTPOSTED>20260323', 'amountMissing'],
    ['<DTPOSTED>20260323<TRNAMT>', 'amountMissing'],
    ['<DTPOSTED>20260323<TRNAMT>DIX', 'amountUnreadable'],
    ['<DTPOSTED>20260323<TRNAMT>10.001', 'impossiblePrecision'],
    ['<DTPOSTED>20260323<TRNAMT>100000000000.01', 'amountTooLarge'],
    ['<DTPOSTED>20260323<TRNAMT>0.00', 'zeroLine'],
  ])('is left out and named: %s', (inner, code) => {
    const { line, warnings } = read(inner)
    expect([line, warnings.map((one) => [one.code, one.line])]).toEqual([undefined, [[code, 1]]])
  })

  it('counts in the smallest unit of its account', () => {
    const yen = read('<DTPOSTED>20260323<TRNAMT>1200', 'JPY')
    expect(yen.line?.amount).toBe(1_200)
    expect(read('<DTPOSTED>20260323<TRNAMT>12.00', 'JPY').line?.amount).toBe(12)
    expect(read('<DTPOSTED>20260323<TRNAMT>12.50', 'JPY').warnings).toMatchObject([{ code: 'impossiblePrecision' }])
  })
})

describe('who paid, and for what', () => {
  it('is the name and the memo', () => {
    expect(movement('<NAME>MARTIN SA<MEMO>FACTURE 12').line).toMatchObject({
      otherName: 'MARTIN SA',
      remittance: 'FACTURE 12',
      label: 'MARTIN SA FACTURE 12',
    })
  })

  it('is the longer of two names, and the payee where the bank gives one', () => {
    expect(
      movement('<NAME>SOC TRAVAUX PUBLICS DE LA VA<EXTDNAME>SOC TRAVAUX PUBLICS DE LA VALLEE').line?.otherName,
    ).toBe('SOC TRAVAUX PUBLICS DE LA VALLEE')
    expect(movement('<NAME>VIR SEPA<PAYEE><NAME>MARTIN SA<CITY>TOURS</PAYEE>').line?.otherName).toBe('MARTIN SA')
  })

  it('is found in the label of a French bank, cut at its marks', () => {
    const memo = 'VIR SEPA RECU /DE MARTIN SA /MOTIF FACTURE 12 /REF 9'
    expect(movement(`<NAME>VIR SEPA RECU /DE MARTIN SA /MOTIF<MEMO>${memo}`).line).toMatchObject({
      kind: 'transfer',
      otherName: 'MARTIN SA',
      remittance: 'FACTURE 12',
    })
  })

  it.each([
    'CHEQUE 1234567',
    'REMISE CHEQUES 12',
    'FRAIS DE TENUE',
    'Échéance du prêt',
    'VERSEMENT ESPECES',
    'PRLV SEPA',
  ])('is nobody in %s: an operation is no customer', (name) => {
    expect(movement(`<NAME>${name}`).line?.otherName).toBeNull()
  })

  it('has a reference of the creditor where the memo holds one', () => {
    expect(movement('<NAME>MARTIN<MEMO>RF18539007547034').line?.creditorReference).toBe('RF18539007547034')
    expect(movement('<NAME>MARTIN<MEMO>RFX18').line?.creditorReference).toBeNull()
  })

  it("has the bank's reference, but not one that says nothing", () => {
    expect(['A-1', '0000', 'NONREF', ''].map((id) => movement(`<FITID>${id}<NAME>X`).line?.bankReference)).toEqual([
      'A-1',
      null,
      null,
      null,
    ])
  })
})

describe('the kind of a movement', () => {
  it.each([
    ['CREDIT', 'VIR SEPA MARTIN', 'transfer'],
    ['CREDIT', 'REMISE CHEQUES', 'chequeDeposit'],
    ['XFER', 'MARTIN', 'transfer'],
    ['DIRECTDEP', 'MARTIN', 'transfer'],
    ['DIRECTDEBIT', 'EDF', 'directDebit'],
    ['POS', 'BOULANGERIE', 'card'],
    ['ATM', 'TOURS', 'card'],
    ['FEE', 'X', 'fee'],
    ['SRVCHG', 'X', 'fee'],
    ['OTHER', 'MARTIN', 'other'],
    ['POS', 'REJET PRLV MARTIN', 'returned'],
    ['xfer', 'MARTIN', 'transfer'],
  ] as const)('is told by the words before the type: %s, %s is %s', (type, name, kind) => {
    const { line } = movement(`<TRNTYPE>${type}<NAME>${name}`)
    expect([line?.kind, line?.returned !== null, line?.isBatch]).toEqual([
      kind,
      kind === 'returned',
      kind === 'chequeDeposit',
    ])
  })
})
