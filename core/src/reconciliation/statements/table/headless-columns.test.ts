import { describe, expect, it } from 'vitest'
import { detectHeadlessColumns } from './headless-columns.ts'

const rows = (...lines: string[]): string[][] => lines.map((line) => line.split(';'))

describe('a list of a bank without headers', () => {
  it('is known by days, words and amounts that go both ways', () => {
    const list = rows(
      '12/11/2026;VIREMENT RECU CASTEL;974,40;EUR',
      '13/11/2026;PRLV SEPA ORANGE;-45,00;EUR',
      '16/11/2026;VIR SEPA SODIBIO;6 960,00;EUR',
    )
    expect(detectHeadlessColumns(list)).toEqual(['bookedOn', 'label', 'amount', 'currency'])
  })

  it('has a day of value behind the first day, and the longer words as its label', () => {
    const list = rows(
      '12/11/2026;VIR;13/11/2026;CASTEL F-2026-0926;974,40',
      '13/11/2026;PRLV;13/11/2026;ORANGE SA;-45,00',
    )
    expect(detectHeadlessColumns(list)).toEqual(['bookedOn', 'details', 'valueOn', 'label', 'amount'])
  })

  it('writes debits in one column and credits in the next', () => {
    const list = rows('12/11/2026;VIR CASTEL;;974,40', '13/11/2026;PRLV ORANGE;45,00;')
    expect(detectHeadlessColumns(list)).toEqual(['bookedOn', 'label', 'debit', 'credit'])
  })

  it('is not seen where amounts go one way, where two amounts stand in a row, or where a row is another', () => {
    expect(detectHeadlessColumns(rows('12/11/2026;CASTEL;974,40', '13/11/2026;SODIBIO;45,00'))).toBeUndefined()
    expect(
      detectHeadlessColumns(rows('12/11/2026;CASTEL;974,40;-1,00', '13/11/2026;SODIBIO;-4,00;5,00')),
    ).toBeUndefined()
    expect(detectHeadlessColumns(rows('12/11/2026;CASTEL;;974,40', '13/11/2026;SODIBIO;4,00;5,00'))).toBeUndefined()
    expect(detectHeadlessColumns(rows('12/11/2026;CASTEL;974,40', 'Total;;929,40'))).toBeUndefined()
    expect(detectHeadlessColumns(rows('12/11/2026;CASTEL;974,40', '13/11/2026;SODIBIO'))).toBeUndefined()
  })

  it('is not seen in one row, without words, without cents or without a day', () => {
    expect(detectHeadlessColumns(rows('12/11/2026;CASTEL;-974,40'))).toBeUndefined()
    expect(detectHeadlessColumns(rows('12/11/2026;12;974,40', '13/11/2026;13;-45,00'))).toBeUndefined()
    expect(detectHeadlessColumns(rows('12/11/2026;CASTEL;974', '13/11/2026;SODIBIO;-45'))).toBeUndefined()
    expect(detectHeadlessColumns(rows('CASTEL;974,40', 'SODIBIO;-45,00'))).toBeUndefined()
    expect(detectHeadlessColumns([])).toBeUndefined()
  })
})
