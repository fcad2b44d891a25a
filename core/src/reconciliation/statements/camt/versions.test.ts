import { describe, expect, it } from 'vitest'
import type { XmlElement } from '../../../imports/e-invoices/xml-element.ts'
import type { StatementFile } from '../statement-file.ts'
import { amount, balance, entry, statementTree, treeOf, type Written } from '../testing/camt-tree.ts'
import { readCamt } from './read-camt.ts'

const read = (...roots: readonly XmlElement[]): StatementFile => {
  const found = readCamt(roots)
  if ('problem' in found) throw new Error(found.problem.code)
  return found
}

const iban = 'FR7630004000031234567890143'

/** The same transfer as each version of the message writes it. */
const details = (version: number): Written => {
  const party = (name: string): Written => (version >= 8 ? { Pty: { Nm: name } } : { Nm: name })
  const value: Record<string, Written> =
    version >= 3 ? { Amt: amount('125.40'), CdtDbtInd: 'CRDT' } : { AmtDtls: { TxAmt: { Amt: amount('125.40') } } }
  return {
    Refs: { EndToEndId: 'F2026-031' },
    ...value,
    RltdPties: { Dbtr: party('Martin SA'), DbtrAcct: { Id: { IBAN: iban } }, UltmtDbtr: party('Martin Loire') },
    RmtInf: { Ustrd: 'Facture 2026-031' },
  }
}

const versions = Array.from({ length: 12 }, (_, index) => index + 2)

describe.each(versions)('version %i of a statement', (version) => {
  const name = `camt.053.001.${String(version).padStart(2, '0')}`
  const status = (code: string): Written => (version >= 8 ? { Cd: code } : code)
  const file = read(
    statementTree(
      {
        Bal: [balance('OPBD', '10', '2026-03-22'), balance('CLBD', '135.40', '2026-03-23')],
        Ntry: [
          entry('125.40', { Sts: status('BOOK'), NtryDtls: { TxDtls: details(version) } }),
          entry('7.00', { Sts: status('PDNG') }),
          entry('8.00', { Sts: status('INFO') }),
        ],
      },
      name,
    ),
  )

  it('is told by its namespace', () => {
    expect(file.version).toBe(name)
  })

  it('gives the same transfer as any other', () => {
    expect(file.statements[0]?.statement).toMatchObject({
      account: { iban: 'FR7630006000011234567890189', text: 'FR7630006000011234567890189' },
      currency: 'EUR',
      opening: { amount: 1_000 },
      closing: { amount: 13_540 },
      lines: [
        {
          amount: 12_540,
          otherName: 'Martin SA',
          otherUltimateName: 'Martin Loire',
          otherIban: iban,
          endToEndId: 'F2026-031',
          remittance: 'Facture 2026-031',
        },
      ],
    })
  })

  it('leaves out what is not booked, and joins its balances without it', () => {
    expect(file.warnings).toMatchObject([{ code: 'notBooked', value: '2' }])
    expect(file.statements[0]?.facts).toMatchObject({ balances_join: true, entries_not_booked: 2 })
  })
})

describe('the messages of a file', () => {
  const message = (root: string, inner: string, content: Written, version: string): XmlElement =>
    treeOf('Document', {
      '@xmlns': `urn:iso:std:iso:20022:tech:xsd:${version}`,
      [root]: { GrpHdr: { MsgId: 'M' }, [inner]: content },
    })

  it.each([
    ['BkToCstmrStmt', 'Stmt', 'camt.053.001.02'],
    ['BkToCstmrAcctRpt', 'Rpt', 'camt.052.001.08'],
    ['BkToCstmrDbtCdtNtfctn', 'Ntfctn', 'camt.054.001.04'],
    ['BkToCstmrStmtV03', 'Stmt', 'camt.053.001.03'],
  ])('are read in %s', (root, inner, version) => {
    const file = read(message(root, inner, { Id: 'S', Ntry: entry('5') }, version))
    expect(file.version).toBe(version)
    expect(file.statements.map(({ statement }) => [statement.statementId, statement.lines.length])).toEqual([['S', 1]])
  })

  it('are all read, in their order, with the entries of each numbered from nothing', () => {
    const two = message('BkToCstmrStmt', 'Stmt', { Id: 'A', Ntry: [entry('1'), entry('2')] }, 'camt.053.001.02')
    const file = read(two, message('BkToCstmrStmt', 'Stmt', { Id: 'B', Ntry: entry('3') }, 'camt.053.001.02'))
    expect(
      file.statements.map(({ statement: { lines } }) => lines.map(({ entry: at, amount: cents }) => [at, cents])),
    ).toEqual([
      [
        [0, 100],
        [1, 200],
      ],
      [[0, 300]],
    ])
  })

  it('are found in the envelope of a channel, four levels deep and no further', () => {
    const wrap = (depth: number, inner: Written): Written => (depth === 0 ? inner : { Level: wrap(depth - 1, inner) })
    const document: Written = { BkToCstmrStmt: { Stmt: { Id: 'S', Ntry: entry('5') } } }
    expect(read(treeOf('Envelope', wrap(3, document))).statements).toHaveLength(1)
    expect(readCamt([treeOf('Envelope', wrap(4, document))])).toEqual({ problem: { code: 'noStatement' } })
  })

  it('have no version where no namespace names one', () => {
    expect(read(treeOf('Document', { BkToCstmrStmt: { Stmt: { Id: 'S' } } })).version).toBeNull()
  })

  it('of another kind are no statement', () => {
    for (const root of ['pain.001', 'CstmrCdtTrfInitn', 'Invoice'])
      expect(readCamt([treeOf(root, { Id: 'X' })])).toEqual({ problem: { code: 'noStatement' } })
    expect(readCamt([])).toEqual({ problem: { code: 'noStatement' } })
  })
})

describe('the account of a statement', () => {
  const accountOf = (Acct: Written) =>
    read(treeOf('Document', { BkToCstmrStmt: { Stmt: { Id: 'S', Acct, Ntry: entry('5') } } }))

  it.each([
    ['an IBAN', { IBAN: 'FR76 3000 6000 0112 3456 7890 189' }, 'FR7630006000011234567890189', true],
    [
      'an IBAN among other numbers',
      { Othr: { Id: 'FR7630006000011234567890189' } },
      'FR7630006000011234567890189',
      true,
    ],
    ['a number of the bank', { Othr: { Id: '25040066/0123456789' } }, '25040066/0123456789', false],
    ['a number of version 1', { PrtryAcct: { Id: '0123456789' } }, '0123456789', false],
  ] as const)('is %s', (_what, Id, text, isIban) => {
    const file = accountOf({ Id, Ccy: 'EUR' })
    expect(file.statements[0]?.statement.account).toMatchObject({ text, iban: isIban ? text : null })
    expect(file.warnings).toEqual([])
  })

  it('is missed where none is written', () => {
    expect(accountOf({ Ccy: 'EUR' }).warnings).toMatchObject([{ code: 'accountMissing' }])
  })

  it('has the currency of its balances or entries where it names none, else euros, which is said', () => {
    const currency = (more: Record<string, Written>) => {
      const file = read(
        treeOf('Document', { BkToCstmrStmt: { Stmt: { Id: 'S', Acct: { Id: { Othr: { Id: '1' } } }, ...more } } }),
      )
      return [file.statements[0]?.statement.currency, file.warnings.map(({ code }) => code)]
    }
    const dollars = { Amt: amount('1', 'USD') }
    expect(currency({ Ntry: entry('1', dollars) })).toEqual(['USD', []])
    expect(currency({ Bal: { ...(balance('OPBD', '1', '2026-03-22') as object), ...dollars } })).toEqual(['USD', []])
    expect(currency({})).toEqual(['EUR', ['currencyAssumed']])
  })
})
