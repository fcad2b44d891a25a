import { describe, expect, it } from 'vitest'
import { asCurrency } from '../../../money/money.ts'
import type { StatementWarning } from '../statement-file.ts'
import { openReading, readRow } from './read-rows.ts'
import type { StatementColumn, StatementMapping } from './statement-columns.ts'

const read = (columns: string, cells: string, currency = 'EUR') => {
  const mapping = columns.split(' ').map((column) => (column === '-' ? null : (column as StatementColumn)))
  const row = { line: 12, cells: cells.split('|').map((cell) => cell.trim()) }
  const warnings: StatementWarning[] = []
  const reading = openReading([row], mapping, asCurrency(currency))
  const found = readRow(row, reading, { entry: 5, warn: (warning) => void warnings.push(warning) })
  return { line: found?.line, balance: found?.balance, warnings }
}

const simple = 'bookedOn label amount'

describe('a row of a list', () => {
  it('is a line with its day, its amount, its words and its place', () => {
    expect(read(simple, '23/03/2026 | MARTIN SA | 1 234,56')).toMatchObject({
      line: { fileLine: 12, entry: 5, bookedOn: '2026-03-23', valueOn: null, amount: 123_456, label: 'MARTIN SA' },
      balance: null,
      warnings: [],
    })
  })

  it.each([
    ['23/03/2026', '2026-03-23'],
    ['23-03-2026', '2026-03-23'],
    ['23.03.26', '2026-03-23'],
    ['2026-03-23', '2026-03-23'],
    ['03/04/2026', '2026-04-03'],
    ['03/23/2026', '2026-03-23'],
    ['46104', '2026-03-23'],
  ])('is of the day %s, day first where nothing proves another order: %s', (written, day) => {
    expect(read(simple, `${written} | A | 1,00`).line?.bookedOn).toBe(day)
  })

  it.each([
    ['30/02/2026', 'dateUnreadable'],
    ['hier', 'dateUnreadable'],
    ['', 'dateUnreadable'],
  ])('is left out and named where its day is "%s"', (written, code) => {
    const { line, warnings } = read(simple, `${written} | A | 1,00`)
    expect([line, warnings]).toEqual([undefined, [{ code, line: 12, field: 'bookedOn', value: written }]])
  })

  it.each([
    ['1 234,56', 123_456],
    ['1.234,56', 123_456],
    ['-12,30', -1_230],
    ['+12,30', 1_230],
    ['12,3', 1_230],
    ['12', 1_200],
    ['12.30', 1_230],
  ])('has the amount %s: %i', (written, amount) => {
    expect(read(simple, `23/03/2026 | A | ${written}`).line?.amount).toBe(amount)
  })

  it.each([
    ['', 'amountMissing', undefined],
    ['douze', 'amountUnreadable', 'douze'],
    ['12,345', 'impossiblePrecision', '12,345'],
    ['0,00', 'zeroLine', undefined],
    ['999999999999999,00', 'amountTooLarge', '999999999999999,00'],
  ])('is left out and named where its amount is "%s": %s', (written, code, value) => {
    const { line, warnings } = read(simple, `23/03/2026 | A | ${written}`)
    expect([line, warnings.map((one) => [one.code, one.line, one.value])]).toEqual([undefined, [[code, 12, value]]])
  })

  it('is without the day it counts from where that cannot be read, which is said', () => {
    const { line, warnings } = read('bookedOn valueOn label amount', '23/03/2026 | demain | A | 1,00')
    expect([line?.valueOn, line?.amount, warnings.map(({ code }) => code)]).toEqual([
      null,
      100,
      ['valueDateUnreadable'],
    ])
  })

  it('is left out in another currency than that of the list, whatever else it holds', () => {
    const columns = 'bookedOn label amount currency'
    expect(read(columns, '23/03/2026 | A | 1,00 | USD').warnings).toEqual([
      { code: 'otherCurrency', line: 12, value: 'USD' },
    ])
    expect(read(columns, '23/03/2026 | A | 1,00 | eur').line?.amount).toBe(100)
    expect(read(columns, '23/03/2026 | A | 1,00 |').line?.amount).toBe(100)
    expect(read(columns, '23/03/2026 | A | 1,00 | $').warnings).toMatchObject([{ code: 'otherCurrency' }])
  })

  it('counts in the smallest unit of its currency', () => {
    expect(read(simple, '23/03/2026 | A | 1234', 'XPF').line?.amount).toBe(1_234)
    expect(read(simple, '23/03/2026 | A | 1,50', 'XPF').warnings).toMatchObject([{ code: 'impossiblePrecision' }])
  })
})

describe('debits and credits in two columns', () => {
  const two = 'bookedOn label debit credit'
  const amountOf = (cells: string) => read(two, `23/03/2026 | A | ${cells}`).line?.amount

  it.each([
    ['12,30 |', -1_230],
    ['-12,30 |', -1_230],
    ['| 12,30', 1_230],
    ['0,00 | 12,30', 1_230],
    ['12,30 | 0,00', -1_230],
    ['| -12,30', -1_230],
  ])('"%s" is %i', (cells, amount) => {
    expect(amountOf(cells)).toBe(amount)
  })

  it('are none where both are filled or both are empty', () => {
    expect(read(two, '23/03/2026 | A | 1,00 | 2,00').warnings).toEqual([
      { code: 'lineUnreadable', line: 12, value: '1,00 / 2,00' },
    ])
    expect(read(two, '23/03/2026 | A | | ').warnings).toMatchObject([{ code: 'amountMissing' }])
    expect(read(two, '23/03/2026 | A | 0,00 | 0,00').warnings).toMatchObject([{ code: 'zeroLine' }])
  })

  it('are none where the filled one cannot be read', () => {
    expect(read(two, '23/03/2026 | A | un | ').warnings).toMatchObject([{ code: 'amountUnreadable', value: 'un' }])
    expect(read(two, '23/03/2026 | A | | deux').warnings).toMatchObject([{ code: 'amountUnreadable', value: 'deux' }])
  })
})

describe('an amount with its side beside it', () => {
  it.each([
    ['12,30', 'D', -1_230],
    ['12,30', 'C', 1_230],
    ['-12,30', 'D', -1_230],
    ['-12,30', 'C', 1_230],
    ['12,30', 'Débit', -1_230],
    ['12,30', 'Crédit', 1_230],
    ['-12,30', '', -1_230],
  ])('%s "%s" is %i', (amount, side, cents) => {
    expect(read('bookedOn label amount side', `23/03/2026 | A | ${amount} | ${side}`).line?.amount).toBe(cents)
  })
})

describe('the words of a row', () => {
  const of = (columns: string, words: string, amount = '1,00') =>
    read(`bookedOn amount ${columns}`, `23/03/2026 | ${amount} | ${words}`).line

  it('give who paid and for what, as French banks write it', () => {
    expect(of('label', 'VIR SEPA RECU /DE MARTIN SA /MOTIF FACTURE 12 /REF 9')).toMatchObject({
      kind: 'transfer',
      otherName: 'MARTIN SA',
      remittance: 'FACTURE 12',
    })
  })

  it('believe the column of names before any label', () => {
    expect(of('name label', 'DUPONT SARL | VIR SEPA MARTIN')).toMatchObject({
      otherName: 'DUPONT SARL',
      label: 'DUPONT SARL VIR SEPA MARTIN',
    })
  })

  it('take a label without an operation for a name only where details stand beside it', () => {
    expect(of('label details', 'MARTIN SA | FACTURE 12')).toMatchObject({
      otherName: 'MARTIN SA',
      remittance: 'FACTURE 12',
    })
    expect(of('label', 'MARTIN SA')?.otherName).toBeNull()
    expect(of('label details', 'CHEQUE 12 | MARTIN')?.otherName).toBeNull()
  })

  it('name nobody for a debit', () => {
    expect(of('label', 'VIR SEPA /DE MARTIN SA /MOTIF X', '-1,00')?.otherName).toBeNull()
  })

  it('are joined from several columns of details, in their order', () => {
    expect(of('label details details', 'VIR | FACTURE 12 | MERCI')?.label).toBe('VIR FACTURE 12 MERCI')
  })

  it('give the references of the bank and of the creditor', () => {
    expect(of('label reference', 'VIR RF18539007547034 | OP-7')).toMatchObject({
      bankReference: 'OP-7',
      creditorReference: 'RF18539007547034',
    })
    expect(of('label reference', 'VIR | 0000')?.bankReference).toBeNull()
  })

  it('give the account of the other side where it is an IBAN', () => {
    expect(of('label iban', 'VIR | FR76 3000 4000 0312 3456 7890 143')?.otherIban).toBe('FR7630004000031234567890143')
    expect(of('label iban', 'VIR | 12345678901')?.otherIban).toBeNull()
  })

  it('tell a batch of cheques and a payment that came back', () => {
    expect(of('label', 'REMISE CHEQUES 12')).toMatchObject({ kind: 'chequeDeposit', isBatch: true, returned: null })
    expect(of('label', 'REJET PRLV MARTIN', '-1,00')).toMatchObject({
      kind: 'returned',
      returned: { reason: null, text: null },
    })
  })
})

describe('how the cells of a list are written', () => {
  const open = (...rows: readonly string[]) => {
    const mapping: StatementMapping = ['bookedOn', 'label', 'amount']
    const cells = rows.map((row, index) => ({ line: index + 2, cells: row.split('|').map((cell) => cell.trim()) }))
    const { order, decimal } = openReading(cells, mapping, asCurrency('EUR'))
    return [order, decimal]
  }

  it('is found from all of them: one that proves its order proves it for the others', () => {
    expect(open('03/04/2026|A|1.00', '03/23/2026|B|2.50')).toEqual(['mdy', '.'])
    expect(open('03/04/2026|A|1,00', '23/03/2026|B|2,50')).toEqual(['dmy', ','])
  })

  it('is the French way where nothing proves another', () => {
    expect(open('03/04/2026|A|1', '05/06/2026|B|2')).toEqual(['dmy', ','])
  })

  it('is not taken from the words', () => {
    expect(open('03/04/2026|12/31/2026 1,234.50|1,00')).toEqual(['dmy', ','])
  })
})
