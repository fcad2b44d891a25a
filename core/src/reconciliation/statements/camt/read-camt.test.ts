import { describe, expect, it } from 'vitest'
import type { XmlElement } from '../../../imports/e-invoices/xml-element.ts'
import type { StatementLine } from '../statement.ts'
import type { StatementFile } from '../statement-file.ts'
import { amount, balance, entry, statementTree, treeOf, type Written } from '../testing/camt-tree.ts'
import { readCamt } from './read-camt.ts'

const read = (...roots: readonly XmlElement[]): StatementFile => {
  const found = readCamt(roots)
  if ('problem' in found) throw new Error(found.problem.code)
  return found
}

const linesOf = (...entries: readonly Written[]): readonly StatementLine[] =>
  read(statementTree({ Ntry: entries })).statements[0]?.statement.lines ?? []

const details = (...all: readonly Written[]): { readonly NtryDtls: Written } => ({ NtryDtls: { TxDtls: all } })

const dupont: Written = {
  Refs: { EndToEndId: 'E2E-1', AcctSvcrRef: 'BANK-1A', MndtId: 'RUM-1' },
  RltdPties: {
    Dbtr: { Nm: 'SARL  Dupont' },
    DbtrAcct: { Id: { IBAN: 'FR76 3000 4000 0312 3456 7890 143' } },
    UltmtDbtr: { Nm: 'Dupont Groupe' },
  },
  RmtInf: {
    Ustrd: ['Facture 2026-031', 'et 2026-032'],
    Strd: [
      { RfrdDocInf: [{ Nb: '2026-031' }, { Nb: '2026-032' }], CdtrRefInf: { Ref: 'RF18539007547034' } },
      { AddtlRmtInf: 'merci' },
    ],
  },
}

describe('a statement of ISO 20022', () => {
  it('gives the transfer with who paid, for what and under which references', () => {
    const [line] = linesOf(
      entry('1234.56', {
        AcctSvcrRef: 'BANK-1',
        BkTxCd: { Domn: { Cd: 'PMNT', Fmly: { Cd: 'RCDT', SubFmlyCd: 'ESCT' } } },
        ...details(dupont),
      }),
    )
    expect(line).toMatchObject({
      bookedOn: '2026-03-23',
      valueOn: '2026-03-24',
      amount: 123_456,
      kind: 'transfer',
      operation: 'PMNT/RCDT/ESCT',
      label: 'SARL Dupont Facture 2026-031 et 2026-032 merci',
      remittance: 'Facture 2026-031 et 2026-032 merci',
      creditorReference: 'RF18539007547034',
      documents: ['2026-031', '2026-032'],
      endToEndId: 'E2E-1',
      mandate: 'RUM-1',
      otherName: 'SARL Dupont',
      otherUltimateName: 'Dupont Groupe',
      otherIban: 'FR7630004000031234567890143',
      bankReference: 'BANK-1',
      isBatch: false,
      returned: null,
    })
  })

  it.each([
    ['version 2', 'camt.053.001.02', 'BOOK', { Dbtr: { Nm: 'Martin' } }],
    ['version 8', 'camt.053.001.08', { Cd: 'BOOK' }, { Dbtr: { Pty: { Nm: 'Martin' } } }],
    ['version 13', 'camt.053.001.13', { Cd: 'BOOK' }, { Dbtr: { Agt: { FinInstnId: { Nm: 'Martin' } } } }],
  ] as const)('reads what %s calls its own way', (_name, version, Sts, RltdPties) => {
    const found = read(statementTree({ Ntry: [entry('5', { Sts, ...details({ RltdPties }) })] }, version))
    expect(found.version).toBe(version)
    expect(found.statements[0]?.statement.lines).toMatchObject([{ otherName: 'Martin', amount: 500 }])
  })

  it('reads reports, notifications and documents within an envelope, several of them in one file', () => {
    const report = treeOf('Document', { BkToCstmrAcctRpt: { Rpt: { Id: 'R', Ntry: entry('1') } } })
    const wrapped = treeOf('Envelope', {
      Document: { BkToCstmrDbtCdtNtfctn: { Ntfctn: [{ Id: 'N1' }, { Id: 'N2', Ntry: entry('2') }] } },
    })
    expect(read(report, wrapped).statements.map(({ statement }) => statement.statementId)).toEqual(['R', 'N1', 'N2'])
    expect(readCamt([treeOf('Invoice', 'x')])).toEqual({ problem: { code: 'noStatement' } })
  })

  it('takes booked entries only, and says how many wait', () => {
    const found = read(
      statementTree({ Ntry: [entry('1'), entry('2', { Sts: 'PDNG' }), entry('3', { Sts: { Cd: 'INFO' } })] }),
    )
    expect(found.statements[0]?.statement.lines.map((line) => line.amount)).toEqual([100])
    expect(found.warnings).toMatchObject([{ code: 'notBooked', value: '2' }])
    expect(found.statements[0]?.facts).toMatchObject({ entries_booked: 1, entries_not_booked: 2 })
  })

  it('joins its balances to its entries, or says by how much it does not', () => {
    const balances = [balance('OPBD', '10.00', '2026-03-22', 'DBIT'), balance('CLBD', '5.00', '2026-03-23')]
    const joined = read(statementTree({ Bal: balances, Ntry: [entry('15')] })).statements[0]
    expect(joined?.facts).toMatchObject({ opening_balance: '-10.00', opening_type: 'OPBD', balances_join: true })
    expect(joined?.statement).toMatchObject({
      opening: { amount: -1000, on: '2026-03-22' },
      closing: { amount: 500, on: '2026-03-23' },
    })
    const broken = read(statementTree({ Bal: balances, Ntry: [entry('14.99')] }))
    expect(broken.statements[0]?.facts).toMatchObject({ balances_join: false, difference: '0.01' })
    expect(broken.warnings).toMatchObject([{ code: 'balancesDoNotJoin', value: '0.01' }])
  })

  it('takes the closing balance of the day before, and interim ones of the pages of a day', () => {
    const before = statementTree({ Bal: [balance('PRCD', '7.00', '2026-03-22')] })
    expect(read(before).statements[0]).toMatchObject({
      statement: { opening: { amount: 700 }, closing: null },
      facts: { opening_type: 'PRCD', closing_balance: null },
    })
    const page = statementTree({
      StmtPgntn: { PgNb: '2', LastPgInd: 'false' },
      Bal: [balance('ITBD', '1.00', '2026-03-23'), balance('ITBD', '2.00', '2026-03-23')],
    })
    expect(read(page).statements[0]).toMatchObject({
      statement: { opening: { amount: 100 }, closing: { amount: 200 } },
      facts: { opening_balance: null, other_balances: [{ type: 'ITBD' }, { type: 'ITBD' }] },
    })
  })
})

describe('an entry with several payments', () => {
  const part = (value: string, currency = 'EUR'): Written => ({ AmtDtls: { TxAmt: { Amt: amount(value, currency) } } })

  it('is one line each where their amounts add up to it', () => {
    const parts = [
      { ...(part('60.00') as object), Refs: { AcctSvcrRef: 'A' } },
      { Amt: amount('50.00'), CdtDbtInd: 'CRDT' },
      { Amt: amount('10.00'), CdtDbtInd: 'DBIT' },
    ]
    const lines = linesOf(entry('1'), entry('100.00', { AcctSvcrRef: 'E', ...details(...parts) }))
    expect(lines.map((line) => [line.entry, line.amount, line.bankReference, line.isBatch])).toEqual([
      [0, 100, null, false],
      [1, 6000, 'A', false],
      [1, 5000, 'E', false],
      [1, -1000, 'E', false],
    ])
  })

  it('stays one line where they do not add up, which is said, or have no amounts or another currency', () => {
    const off = read(statementTree({ Ntry: [entry('100.00', details(part('60.00'), part('39.99')))] }))
    expect(off.statements[0]?.statement.lines).toMatchObject([{ amount: 10_000, isBatch: true }])
    expect(off.warnings).toMatchObject([{ code: 'detailsDoNotAddUp' }])
    for (const two of [
      [part('60.00'), {}],
      [part('60.00', 'USD'), part('40.00')],
    ])
      expect(linesOf(entry('100.00', details(...two)))).toMatchObject([{ amount: 10_000, isBatch: true }])
  })

  it('is a batch where only their number is told', () => {
    const [many] = linesOf(entry('9', { NtryDtls: { Btch: { NbOfTxs: '3' } } }))
    const [one] = linesOf(entry('9', { NtryDtls: { Btch: { NbOfTxs: '1' }, TxDtls: {} } }))
    expect([many?.isBatch, one?.isBatch]).toEqual([true, false])
  })
})

describe('a payment that came back', () => {
  it('says why, and names the customer who is still the debtor', () => {
    const returned = {
      RltdPties: { Dbtr: { Nm: 'Client' }, Cdtr: { Nm: 'Nous' } },
      RtrInf: { Rsn: { Cd: 'AM04' }, AddtlInf: 'Provision insuffisante' },
    }
    expect(linesOf(entry('80.00', { CdtDbtInd: 'DBIT', ...details(returned) }))).toMatchObject([
      {
        amount: -8000,
        kind: 'returned',
        otherName: 'Client',
        returned: { reason: 'AM04', text: 'Provision insuffisante' },
      },
    ])
  })

  it('names the customer also where the bank turns the sides and names one alone', () => {
    const turned = { RltdPties: { Cdtr: { Nm: 'Client' } }, RtrInf: { Rsn: { Cd: 'AC06' } } }
    const [line] = linesOf(entry('80.00', { CdtDbtInd: 'DBIT', ...details(turned) }))
    expect(line?.otherName).toBe('Client')
  })

  it('is told by the reversal mark and by the code of the operation', () => {
    const unpaid = { BkTxCd: { Domn: { Cd: 'PMNT', Fmly: { Cd: 'IDDT', SubFmlyCd: 'UPDD' } } } }
    const lines = linesOf(
      entry('1', { CdtDbtInd: 'DBIT', RvslInd: 'true' }),
      entry('1', { CdtDbtInd: 'DBIT', ...unpaid }),
      entry('1', { RvslInd: 'false' }),
    )
    expect(lines.map(({ returned }) => returned !== null)).toEqual([true, true, false])
  })

  it('of a debit names who was paid', () => {
    const parties = { RltdPties: { Dbtr: { Nm: 'Nous' }, Cdtr: { Nm: 'EDF' } } }
    expect(linesOf(entry('5', { CdtDbtInd: 'DBIT', ...details(parties) }))[0]?.otherName).toBe('EDF')
  })
})

describe('what was taken on the way', () => {
  it('is the amount the payer ordered, where it is another, and the charges', () => {
    const [line] = linesOf(
      entry('985.00', {
        ...details({ AmtDtls: { InstdAmt: { Amt: amount('1000.00') } }, Chrgs: { Rcrd: { Amt: amount('15.00') } } }),
      }),
    )
    expect(line).toMatchObject({ original: { amount: 100_000, currency: 'EUR' }, charges: 1500 })
    expect(linesOf(entry('5', details({ AmtDtls: { InstdAmt: { Amt: amount('5.00') } } })))[0]?.original).toBeNull()
  })
})

describe('entries that cannot be read', () => {
  it('are named with their line, and the others are read', () => {
    const bad: readonly (readonly [string, Written])[] = [
      ['amountMissing', entry('', {})],
      ['amountUnreadable', entry('12,50')],
      ['impossiblePrecision', entry('12.505')],
      ['amountTooLarge', entry('999999999999999999')],
      ['zeroLine', entry('0.00')],
      ['otherCurrency', entry('1', { Amt: amount('1', 'USD') })],
      ['directionMissing', entry('1', { CdtDbtInd: 'PLUS' })],
      ['dateUnreadable', entry('1', { BookgDt: { Dt: '2026-02-30' } })],
    ]
    for (const [code, one] of bad) {
      const found = read(statementTree({ Ntry: [one, entry('5.000')] }))
      expect([code, found.statements[0]?.statement.lines.map((line) => line.amount)]).toEqual([code, [500]])
      expect(found.warnings).toMatchObject([{ code, line: expect.any(Number) }])
    }
  })

  it('are kept with a doubt where the amount is negative or the value day does not exist', () => {
    const found = read(
      statementTree({
        Ntry: [entry('-5', { CdtDbtInd: 'DBIT' }), entry('6', { ValDt: { Dt: '2026-02-30' } })],
      }),
    )
    expect(found.statements[0]?.statement.lines).toMatchObject([{ amount: -500 }, { amount: 600, valueOn: null }])
    expect(found.warnings.map(({ code }) => code)).toEqual(['negativeAmount', 'valueDateUnreadable'])
  })

  it('have the day of their hour as the bank wrote it', () => {
    const hour = { BookgDt: { DtTm: '2026-03-23T23:59:00+01:00' }, ValDt: undefined }
    expect(linesOf(entry('1', hour))[0]).toMatchObject({ bookedOn: '2026-03-23', valueOn: null })
  })
})
