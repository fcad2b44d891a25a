import { describe, expect, it } from 'vitest'
import type { StatementFile } from '../statement-file.ts'
import { balanceRecord, complementRecord, movementRecord } from '../testing/cfonb-records.ts'
import { readCfonb } from './read-cfonb.ts'

const read = (...records: readonly string[]): StatementFile => {
  const found = readCfonb(records.join('\r\n'))
  if ('problem' in found) throw new Error(JSON.stringify(found.problem))
  return found
}

const problemOf = (...records: readonly string[]): unknown => {
  const found = readCfonb(records.join('\n'))
  return 'problem' in found ? found.problem : null
}

const opening = balanceRecord('01', '220326', 100_000)
const closing = (amount: number): string => balanceRecord('07', '230326', amount)

const transfer = [
  movementRecord({
    amount: 123_456,
    label: 'VIR SEPA RECU DUPONT',
    reference: 'BNK0000042',
    value: '240326',
  }),
  complementRecord('NPY', 'SARL DUPONT ET FILS'),
  complementRecord('LCC', 'FACTURE 2026-031 ET 2026-032 AVOIR 2026-0'.padEnd(70, 'X')),
  complementRecord('LC2', 'SUITE'),
  complementRecord('RCN', `${'E2E-0001'.padEnd(35)}TREA`),
  complementRecord('LCS', 'RF18539007547034'),
]

describe('a statement of 120 characters', () => {
  it('gives the transfer with who paid, for what and under which references', () => {
    const [only] = read(opening, ...transfer, closing(223_456)).statements
    expect(only?.statement.lines).toMatchObject([
      {
        fileLine: 2,
        bookedOn: '2026-03-23',
        valueOn: '2026-03-24',
        amount: 123_456,
        kind: 'transfer',
        otherName: 'SARL DUPONT ET FILS',
        creditorReference: 'RF18539007547034',
        endToEndId: 'E2E-0001',
        bankReference: 'BNK0000042',
        returned: null,
      },
    ])
    expect(only?.statement.lines[0]?.remittance).toMatch(/X{29}SUITE$/)
    expect(only?.statement).toMatchObject({ opening: { amount: 100_000 }, closing: { amount: 223_456 } })
    expect(only?.facts).toMatchObject({ balances_join: true, entries: 1, detail_records: 5, sum_credits: '1234.56' })
  })

  it('reads records end to end, without a line end among them, by their number', () => {
    const found = readCfonb([opening, ...transfer, closing(223_456)].join(''))
    expect(found).toMatchObject({ facts: { records: 8, line_breaks: 'none' } })
    expect('statements' in found && found.statements[0]?.statement.lines[0]?.fileLine).toBe(2)
  })

  it('reads records a bank makes wider with blanks, with line ends and without', () => {
    const wide = [opening, ...transfer, closing(223_456)].map((record) => record.padEnd(134))
    for (const text of [wide.join('\n'), wide.join('')])
      expect(readCfonb(text)).toMatchObject({ statements: [{ facts: { balances_join: true } }], warnings: [] })
  })

  it('reads lower case sign letters and records whose blanks at the end were cut', () => {
    const records = [opening, ...transfer, closing(223_456)].map((record) => record.trimEnd())
    const lower = records.map((record) => record.replace(/F(?=BNK)/, 'f'))
    expect(read(...lower).statements[0]?.facts).toMatchObject({ sum_credits: '1234.56' })
  })

  it('takes the sign of an accent by which the balances join', () => {
    const credit = movementRecord({ amount: '0000000001000é' })
    expect(read(opening, credit, closing(110_000)).statements[0]?.statement.lines[0]?.amount).toBe(10_000)
    const turned = read(opening, credit, closing(90_000))
    expect(turned.statements[0]?.statement.lines[0]?.amount).toBe(-10_000)
    expect(turned.warnings.map(({ code }) => code)).toEqual(['signsSettled'])
    expect(problemOf(opening, credit, closing(1))).toMatchObject({ code: 'signUncertain', line: 2 })
  })

  it('keeps several accounts and several days of one file apart', () => {
    const other = { account: '00099999999' }
    const found = read(
      opening,
      closing(100_000),
      balanceRecord('01', '230326', 100_000),
      balanceRecord('07', '240326', 100_000),
      balanceRecord('01', '220326', -5, other),
      balanceRecord('07', '230326', -5, other),
    )
    expect(found.statements.map(({ statement }) => [statement.account.text, statement.opening?.on])).toEqual([
      ['00012345678', '2026-03-22'],
      ['00012345678', '2026-03-23'],
      ['00099999999', '2026-03-22'],
    ])
  })

  it('takes euros and cents where the bank leaves both blank, and no cents of francs of the Pacific', () => {
    const blank = { currency: '', decimals: '' }
    const cents = read(
      balanceRecord('01', '220326', 0, blank),
      movementRecord({ amount: 50, ...blank }),
      balanceRecord('07', '230326', 50, blank),
    )
    expect(cents.statements[0]?.statement).toMatchObject({ currency: 'EUR', lines: [{ amount: 50 }] })
    expect(cents.warnings).toEqual([])
    const francs = { currency: 'XPF', decimals: '0' }
    const pacific = read(
      balanceRecord('01', '220326', 0, francs),
      movementRecord({ amount: 50, ...francs }),
      balanceRecord('07', '230326', 50, francs),
    )
    expect(pacific.statements[0]?.statement).toMatchObject({ currency: 'XPF', lines: [{ amount: 50 }] })
  })

  it('tells a direct debit that came back, with its reason and the customer', () => {
    const found = read(
      opening,
      movementRecord({ amount: -10_000, operation: 'B3', reason: '65' }),
      complementRecord('NPY', 'CLIENT MARTIN'),
      closing(90_000),
    )
    expect(found.statements[0]?.statement.lines[0]).toMatchObject({
      amount: -10_000,
      kind: 'returned',
      returned: { reason: '65' },
      otherName: 'CLIENT MARTIN',
    })
  })

  it('reads the older complements, which have no qualifier', () => {
    const old = `${`${complementRecord('', '').slice(0, 40)}SUITE DU LIBELLE`.padEnd(90)}0000000001000{`
    const found = read(opening, movementRecord({ amount: 100, label: 'REMISE' }), old.padEnd(120), closing(100_100))
    expect(found.statements[0]?.statement.lines[0]).toMatchObject({ label: 'REMISE SUITE DU LIBELLE' })
  })
})

describe('a statement with a fault', () => {
  it('keeps the good lines and names those it cannot read', () => {
    const found = read(
      opening,
      movementRecord({ amount: 100, booked: '300226' }),
      movementRecord({ amount: 'NOT AN AMOUNT ' }),
      movementRecord({ amount: 200 }),
      movementRecord({ amount: 200 }).slice(0, 80),
      movementRecord({ amount: 0 }),
      closing(100_200),
    )
    expect(found.statements[0]?.statement.lines.map(({ fileLine }) => fileLine)).toEqual([4])
    expect(found.warnings.filter(({ code }) => code !== 'balancesDoNotJoin')).toMatchObject([
      { code: 'dateUnreadable', line: 2, value: '300226' },
      { code: 'amountUnreadable', line: 3 },
      { code: 'amountMissing', line: 5 },
      { code: 'zeroLine', line: 6 },
    ])
  })

  it('leaves out amounts that are no whole number of cents', () => {
    const fine = { decimals: '3' }
    const found = read(
      balanceRecord('01', '220326', 0, fine),
      movementRecord({ amount: 1_905, ...fine }),
      movementRecord({ amount: 1_900, ...fine }),
      balanceRecord('07', '230326', 3_805, fine),
    )
    expect(found.statements[0]?.facts).toMatchObject({ closing_balance: '3.805', balances_join: true })
    expect(found.statements[0]?.statement.lines).toMatchObject([{ amount: 190 }])
    expect(found.warnings).toMatchObject([{ code: 'balanceUnreadable' }, { code: 'impossiblePrecision', line: 2 }])
  })

  it('says when the balances do not join, and by how much', () => {
    const found = read(opening, ...transfer, closing(223_000))
    expect(found.warnings).toEqual([{ code: 'balancesDoNotJoin', line: 8, value: '-4.56' }])
    expect(found.statements[0]?.facts).toMatchObject({ balances_join: false, difference: '-4.56' })
  })

  it('is refused whole where its records do not follow each other, the record named', () => {
    const one = movementRecord({ amount: 100 })
    expect(problemOf(one, opening, closing(100_000))).toMatchObject({ code: 'recordOutsideStatement', line: 1 })
    expect(problemOf(opening, one, opening, closing(1))).toMatchObject({ code: 'statementNotClosed', line: 3 })
    expect(problemOf(opening, one)).toMatchObject({ code: 'statementNotClosed', line: 2 })
    expect(problemOf(opening, one, '99 WHAT', closing(1))).toMatchObject({ code: 'unknownRecord', line: 3 })
    expect(problemOf(opening, closing(1), closing(1))).toMatchObject({ code: 'recordOutsideStatement', line: 3 })
    expect(problemOf(balanceRecord('01', '300226', 1), closing(1))).toMatchObject({ code: 'recordUnreadable', line: 1 })
  })
})
