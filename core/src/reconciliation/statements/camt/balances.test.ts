import { describe, expect, it } from 'vitest'
import type { StatementFile } from '../statement-file.ts'
import { amount, balance, entry, statementTree, type Written } from '../testing/camt-tree.ts'
import { readCamt } from './read-camt.ts'

const read = (content: Record<string, Written | readonly Written[]>): StatementFile => {
  const found = readCamt([statementTree(content)])
  if ('problem' in found) throw new Error(found.problem.code)
  return found
}

const balancesOf = (content: Record<string, Written | readonly Written[]>) => {
  const { statement } = read(content).statements[0] ?? {}
  return [statement?.opening?.amount ?? null, statement?.closing?.amount ?? null]
}

describe('the balances of a statement', () => {
  const of = (type: string, value: string, direction?: string): Written => balance(type, value, '2026-03-23', direction)

  it('are the booked ones, whatever others stand beside them and in whatever order', () => {
    const Bal = [of('CLAV', '1'), of('CLBD', '30'), of('FWAV', '2'), of('OPBD', '10'), of('PRCD', '3'), of('OPAV', '4')]
    expect(balancesOf({ Bal })).toEqual([1_000, 3_000])
  })

  it('open with what the day before closed with where there is no other', () => {
    expect(balancesOf({ Bal: [of('PRCD', '10'), of('CLBD', '30')] })).toEqual([1_000, 3_000])
  })

  it('are the first opening one and the last closing one of a period', () => {
    const Bal = [of('OPBD', '10'), of('CLBD', '20'), of('OPBD', '20'), of('CLBD', '30')]
    expect(balancesOf({ Bal })).toEqual([1_000, 3_000])
  })

  it('are below nothing where the bank calls them debits', () => {
    expect(balancesOf({ Bal: [of('OPBD', '10', 'DBIT'), of('CLBD', '30', 'CRDT')] })).toEqual([-1_000, 3_000])
  })

  it('are not taken from interim ones but on the pages of a day', () => {
    const Bal = [of('ITBD', '10'), of('ITBD', '30')]
    expect(balancesOf({ Bal })).toEqual([null, null])
    expect(balancesOf({ Bal, StmtPgntn: { PgNb: '1', LastPgInd: 'false' } })).toEqual([null, 3_000])
    expect(balancesOf({ Bal, StmtPgntn: { PgNb: '2', LastPgInd: 'false' } })).toEqual([1_000, 3_000])
    expect(balancesOf({ Bal, StmtPgntn: { PgNb: '3', LastPgInd: 'true' } })).toEqual([1_000, null])
  })

  it('are none where no number is written, and the lines stay', () => {
    const file = read({ Bal: [of('OPBD', 'dix'), of('CLBD', '30')], Ntry: entry('5') })
    expect(file.statements[0]?.statement).toMatchObject({ opening: null, closing: { amount: 3_000 } })
    expect(file.statements[0]?.statement.lines).toHaveLength(1)
  })

  it('are kept without a day that does not exist', () => {
    const file = read({ Bal: [balance('CLBD', '30', '2026-02-30')] })
    expect(file.statements[0]?.statement.closing).toEqual({ amount: 3_000, on: null })
  })

  it('of more decimals than the currency are named, and shown as written', () => {
    const file = read({ Bal: [of('OPBD', '10.005')] })
    expect(file.statements[0]?.statement.opening).toBeNull()
    expect(file.statements[0]?.facts).toMatchObject({ opening_balance: '10.005' })
    expect(file.warnings).toMatchObject([{ code: 'balanceUnreadable', value: '10.005' }])
  })
})

describe('what is told of a statement', () => {
  it('counts its entries, details, reversals and sums, booked ones alone', () => {
    const file = read({
      Bal: [balance('OPBD', '0', '2026-03-22'), balance('CLBD', '7', '2026-03-23'), balance('CLAV', '6', '2026-03-23')],
      Ntry: [
        entry('10', { NtryDtls: { TxDtls: [{}, {}] } }),
        entry('3', { CdtDbtInd: 'DBIT', RvslInd: 'true' }),
        entry('99', { Sts: 'PDNG', NtryDtls: { TxDtls: [{}] }, RvslInd: 'true' }),
      ],
    })
    expect(file.statements[0]?.facts).toMatchObject({
      statement_id: 'S1',
      entries_booked: 2,
      entries_not_booked: 1,
      transaction_details: 2,
      reversal_entries: 1,
      sum_credits: '10.00',
      sum_debits: '3.00',
      opening_type: 'OPBD',
      closing_date: '2026-03-23',
      balances_join: true,
      other_balances: [{ type: 'CLAV', amount: '6.00', subtype: null }],
    })
  })

  it('takes an entry without a status for booked, and one of another word for waiting', () => {
    const file = read({
      Ntry: [entry('1', { Sts: undefined }), entry('2', { Sts: 'book' }), entry('4', { Sts: 'FUTR' })],
    })
    expect(file.statements[0]?.statement.lines.map((line) => line.amount)).toEqual([100, 200])
    expect(file.warnings).toMatchObject([{ code: 'notBooked', value: '1' }])
  })

  it('names the line of each entry it leaves out', () => {
    const file = read({ Ntry: [entry('1'), entry('x'), entry('2'), entry('3', { Amt: amount('3', 'USD') })] })
    const [one, two] = file.statements[0]?.statement.lines ?? []
    const [bad, foreign] = file.warnings
    expect([bad?.code, foreign?.code, foreign?.value]).toEqual(['amountUnreadable', 'otherCurrency', 'USD'])
    expect([one?.fileLine, bad?.line, two?.fileLine, foreign?.line].map(Number)).toEqual(
      [one?.fileLine, bad?.line, two?.fileLine, foreign?.line].map(Number).toSorted((a, b) => a - b),
    )
  })
})
