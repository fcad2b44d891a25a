import { describe, expect, it } from 'vitest'
import type { StatementFile } from '../statement-file.ts'
import { balanceRecord, complementRecord, movementRecord } from '../testing/cfonb-records.ts'
import { readCfonb } from './read-cfonb.ts'

const read = (...records: readonly string[]): StatementFile => {
  const found = readCfonb(records.join('\n'))
  if ('problem' in found) throw new Error(JSON.stringify(found.problem))
  return found
}

const problemOf = (...records: readonly string[]): unknown => {
  const found = readCfonb(records.join('\n'))
  return 'problem' in found ? found.problem : 'read'
}

describe('the statements of a file', () => {
  it('are one for each account and day, in the order of the file, an idle one too', () => {
    const [first, second] = [{ account: '00000000001' }, { account: '00000000002', branch: '00999', bank: '30066' }]
    const file = read(
      balanceRecord('01', '220326', 0, first),
      movementRecord({ amount: 100, ...first }),
      balanceRecord('07', '230326', 100, first),
      balanceRecord('01', '220326', -700, second),
      balanceRecord('07', '230326', -700, second),
      balanceRecord('01', '230326', 100, first),
      movementRecord({ amount: -30, booked: '240326', ...first }),
      balanceRecord('07', '240326', 70, first),
    )
    expect(
      file.statements.map(({ statement: { account, opening, closing, lines } }) => [
        account.bank,
        account.branch,
        account.number,
        opening?.amount,
        closing?.on,
        lines.length,
      ]),
    ).toEqual([
      ['30004', '00815', '00000000001', 0, '2026-03-23', 1],
      ['30066', '00999', '00000000002', -700, '2026-03-23', 0],
      ['30004', '00815', '00000000001', 100, '2026-03-24', 1],
    ])
    expect(file.warnings).toEqual([])
    expect(file.facts).toEqual({ records: 8, line_breaks: '\n' })
  })

  it('number their entries each from nothing, and their lines as the file does', () => {
    const file = read(
      balanceRecord('01', '220326', 0),
      movementRecord({ amount: 100 }),
      complementRecord('LIB', 'A'),
      movementRecord({ amount: 200 }),
      balanceRecord('07', '230326', 300),
      balanceRecord('01', '230326', 300),
      movementRecord({ amount: 300 }),
      balanceRecord('07', '230326', 600),
    )
    expect(
      file.statements.map(({ statement }) => statement.lines.map(({ entry, fileLine }) => [entry, fileLine])),
    ).toEqual([
      [
        [0, 2],
        [1, 4],
      ],
      [[0, 7]],
    ])
  })

  it('keep a movement of another account, and name it', () => {
    const file = read(
      balanceRecord('01', '220326', 0),
      movementRecord({ amount: 100, account: '00099999999' }),
      balanceRecord('07', '230326', 100),
    )
    expect(file.statements[0]?.statement.lines).toHaveLength(1)
    expect(file.warnings).toEqual([{ code: 'accountDiffers', line: 2, value: '00099999999' }])
  })

  it('show each day as the bank wrote it, beside what was read of it', () => {
    const [only] = read(balanceRecord('01', '311225', 5), balanceRecord('07', '020126', 5)).statements
    expect(only?.statement).toMatchObject({ opening: { on: '2025-12-31' }, closing: { on: '2026-01-02' } })
    expect(only?.facts).toMatchObject({ opening_date_ddmmyy: '311225', closing_date_ddmmyy: '020126' })
  })
})

describe('the currency of a statement', () => {
  const statement = (currency: string, decimals: string, cents: number): StatementFile =>
    read(
      balanceRecord('01', '220326', 0, { currency, decimals }),
      movementRecord({ amount: cents, currency, decimals }),
      balanceRecord('07', '230326', cents, { currency, decimals }),
    )

  it.each([
    ['EUR', '2', 12_345, 12_345],
    ['USD', '2', 12_345, 12_345],
    ['XPF', '0', 12_345, 12_345],
    ['JPY', '0', 12_345, 12_345],
    ['TND', '3', 12_345, 12_345],
    ['EUR', '3', 12_340, 1_234],
    ['EUR', '0', 123, 12_300],
    ['EUR', '', 12_345, 12_345],
    ['EUR', '1', 123, 1_230],
  ])('%s with "%s" decimals: %i units are %i of its smallest', (currency, decimals, units, amount) => {
    const file = statement(currency, decimals, units)
    expect(file.statements[0]?.statement).toMatchObject({ currency, lines: [{ amount }], closing: { amount } })
    expect(file.warnings).toEqual([])
  })

  it('is that of the movements where the balances name none', () => {
    const file = read(
      balanceRecord('01', '220326', 0, { currency: '', decimals: '' }),
      movementRecord({ amount: 50, currency: 'USD' }),
      balanceRecord('07', '230326', 50, { currency: '', decimals: '' }),
    )
    expect(file.statements[0]?.statement.currency).toBe('USD')
  })

  it('is believed of three letters that are no longer active, and the euro where it is no code', () => {
    expect(statement('FRF', '2', 100).statements[0]?.statement.currency).toBe('FRF')
    const file = statement('12E', '2', 100)
    expect(file.statements[0]?.statement.currency).toBe('EUR')
    expect(file.warnings).toEqual([{ code: 'currencyAssumed', line: 1, value: '12E' }])
  })
})

describe('the day a movement counts from', () => {
  const lineOf = (value: string) => {
    const file = read(
      balanceRecord('01', '220326', 0),
      movementRecord({ amount: 100, booked: '230326', value }),
      balanceRecord('07', '230326', 100),
    )
    return { valueOn: file.statements[0]?.statement.lines[0]?.valueOn, warnings: file.warnings }
  }

  it.each([
    ['250326', '2026-03-25'],
    ['200326', '2026-03-20'],
    ['      ', null],
    ['000000', null],
  ])('"%s" is %s', (written, valueOn) => {
    expect(lineOf(written)).toEqual({ valueOn, warnings: [] })
  })

  it('is left out where it does not exist; the movement stays', () => {
    expect(lineOf('310226')).toEqual({
      valueOn: null,
      warnings: [{ code: 'valueDateUnreadable', line: 2, field: 'valueOn', value: '310226' }],
    })
  })
})

describe("the bank's own reference of a movement", () => {
  it.each([
    ['BNK0000042', '0000117', 'BNK0000042'],
    ['', '0000117', '0000117'],
    ['', '0000000', null],
    ['0000000000000000', '       ', null],
  ])('written "%s", its entry numbered "%s": %s', (reference, entryNumber, found) => {
    const file = read(
      balanceRecord('01', '220326', 0),
      movementRecord({ amount: 100, reference, entryNumber }),
      balanceRecord('07', '230326', 100),
    )
    expect(file.statements[0]?.statement.lines[0]?.bankReference).toBe(found)
  })
})

describe('a batch', () => {
  const isBatch = (operation: string, ...complements: readonly string[]) =>
    read(
      balanceRecord('01', '220326', 0),
      movementRecord({ amount: 100, operation }),
      ...complements,
      balanceRecord('07', '230326', 100),
    ).statements[0]?.statement.lines[0]?.isBatch

  it('is what cheques, cards and direct debits bring, but not where the one payer is named', () => {
    expect(['02', '30', 'A1'].map((code) => isBatch(code))).toEqual([true, true, true])
    expect([isBatch('05'), isBatch('02', complementRecord('NPY', 'DUPONT'))]).toEqual([false, false])
  })
})

describe('a file whose records do not follow one another', () => {
  const [opening, movement] = [balanceRecord('01', '220326', 0), movementRecord({ amount: 100, label: 'VIR DUPONT' })]
  const complement = complementRecord('NPY', 'DUPONT')
  const closing = balanceRecord('07', '230326', 100)

  it.each([
    ['a movement before the opening balance', [movement, opening, closing], 'recordOutsideStatement', 1, '04'],
    ['a complement before any movement', [opening, complement, movement, closing], 'recordOutsideStatement', 2, '05'],
    [
      'a complement behind the closing balance',
      [opening, movement, closing, complement],
      'recordOutsideStatement',
      4,
      '05',
    ],
    ['a movement behind the closing balance', [opening, closing, movement], 'recordOutsideStatement', 3, '04'],
    ['a closing balance alone', [closing], 'recordOutsideStatement', 1, '07'],
    ['two opening balances', [opening, opening, closing], 'statementNotClosed', 2, '01'],
    ['no closing balance', [opening, movement, complement], 'statementNotClosed', 3, '05'],
    ['a record of another code', [opening, movement, `08${movement.slice(2)}`, closing], 'unknownRecord', 3, '08'],
    ['words among the records', [opening, 'RELEVE DU 23/03/2026', closing], 'unknownRecord', 2, 'RE'],
  ] as const)('is refused whole, the record named: %s', (_what, records, code, line, field) => {
    expect(problemOf(...records)).toMatchObject({ code, line, field })
  })

  it.each([
    ['an opening day that does not exist', [balanceRecord('01', '310226', 0), closing], 1, '310226'],
    ['no opening day', [balanceRecord('01', '      ', 0), closing], 1, ''],
    [
      'a closing balance without a sign',
      [opening, balanceRecord('07', '230326', '00000000000100')],
      2,
      '00000000000100',
    ],
    ['a closing balance of words', [opening, balanceRecord('07', '230326', 'SOLDE CREDITEU')], 2, 'SOLDE CREDITEU'],
    ['a closing balance left blank', [opening, balanceRecord('07', '230326', ' '.repeat(14))], 2, ''],
  ] as const)('is refused whole where a balance cannot be read: %s', (_what, records, line, value) => {
    expect(problemOf(...records)).toMatchObject({ code: 'recordUnreadable', line, value })
  })

  it('is refused whatever stands before the fault: nothing of it is kept', () => {
    expect(readCfonb([opening, movement, closing, opening, movement].join('\n'))).not.toHaveProperty('statements')
  })

  it('is no statement where it is empty', () => {
    expect([problemOf(''), problemOf('\n\n')]).toEqual([{ code: 'noStatement' }, { code: 'noStatement' }])
  })
})
