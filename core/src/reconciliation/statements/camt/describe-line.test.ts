import { describe, expect, it } from 'vitest'
import { asCurrency } from '../../../money/money.ts'
import { amount, entry, treeOf, type Written } from '../testing/camt-tree.ts'
import { describe as describeLine } from './describe-line.ts'

type More = Record<string, Written | readonly Written[] | undefined>

/** A line of these details, in cents of euros. */
const lineOf = (details: readonly Written[], more: More = {}, { cents = 12_540, isSplit = false } = {}) => {
  const tree = treeOf('Ntry', entry('125.40', { ...more, NtryDtls: { TxDtls: details } }))
  const all = tree.children.find(({ name }) => name === 'NtryDtls')?.children ?? []
  return describeLine({ entry: tree, details: all, isSplit }, cents, asCurrency('EUR'))
}

describe('what is paid', () => {
  it('is all the free text of the payer, and what stands beside structured references', () => {
    const line = lineOf([
      { RmtInf: { Ustrd: ['Facture 12', 'Facture 13'], Strd: [{ AddtlRmtInf: ['moins avoir', '3'] }] } },
    ])
    expect(line.remittance).toBe('Facture 12 Facture 13 moins avoir 3')
  })

  it('is not what Swiss banks tell of the scanning of slips', () => {
    const Strd = { CdtrRefInf: { Ref: '210000000003139471430009017' }, AddtlRmtInf: ['?REJECT?0', '?ERROR?000'] }
    expect(lineOf([{ RmtInf: { Strd } }])).toMatchObject({
      remittance: '',
      creditorReference: '210000000003139471430009017',
    })
  })

  it('is the first structured reference; the others are documents, each once', () => {
    const Strd = [
      { CdtrRefInf: { Ref: 'RF18539007547034' } },
      { CdtrRefInf: { Ref: 'RF45G72UUR' }, RfrdDocInf: [{ Nb: 'F-12' }, { Nb: 'F-13' }] },
      { RfrdDocInf: [{ Nb: 'F-12' }, { Nb: 'NOTPROVIDED' }] },
    ]
    expect(lineOf([{ RmtInf: { Strd } }])).toMatchObject({
      creditorReference: 'RF18539007547034',
      documents: ['F-12', 'F-13', 'RF45G72UUR'],
    })
  })

  it('is listed line by line within a document too, and under the name of version 1', () => {
    const Strd = [
      { RfrdDocInf: { Nb: 'F-12', LineDtls: [{ Id: { Nb: '12-1' } }, { Id: [{ Nb: '12-2' }, { Nb: '12-3' }] }] } },
      { RfrdDocInf: { RfrdDocNb: 'F-13' }, CdtrRefInf: { CdtrRef: 'RF18539007547034' } },
    ]
    expect(lineOf([{ RmtInf: { Strd } }])).toMatchObject({
      creditorReference: 'RF18539007547034',
      documents: ['F-12', '12-1', '12-2', '12-3', 'F-13'],
    })
  })

  it('of several details on one line is all their text, and none of their references', () => {
    const two = ['A', 'B'].map((name) => ({
      Refs: { EndToEndId: `E-${name}` },
      RltdPties: { Dbtr: { Nm: name } },
      RmtInf: { Ustrd: `Facture ${name}` },
    }))
    expect(lineOf(two)).toMatchObject({
      remittance: 'Facture A Facture B',
      endToEndId: null,
      otherName: null,
      isBatch: true,
    })
  })

  it('has no end-to-end reference where the payer gave none', () => {
    const read = (EndToEndId: string) => lineOf([{ Refs: { EndToEndId } }]).endToEndId
    expect(['NOTPROVIDED', 'notprovided', '0000', '', 'F2026-031'].map(read)).toEqual([
      null,
      null,
      null,
      null,
      'F2026-031',
    ])
  })
})

describe('the other side', () => {
  const parties = {
    Dbtr: { Nm: 'Payeur' },
    DbtrAcct: { Id: { IBAN: 'FR7630004000031234567890143' } },
    UltmtDbtr: { Nm: 'Pour lui' },
    Cdtr: { Nm: 'Fournisseur' },
    CdtrAcct: { Id: { IBAN: 'FR7630006000011234567890189' } },
    UltmtCdtr: { Nm: 'Sa filiale' },
  }

  it('of a credit is the debtor', () => {
    expect(lineOf([{ RltdPties: parties }])).toMatchObject({
      otherName: 'Payeur',
      otherUltimateName: 'Pour lui',
      otherIban: 'FR7630004000031234567890143',
    })
  })

  it('of a debit is the creditor', () => {
    expect(lineOf([{ RltdPties: parties }], { CdtDbtInd: 'DBIT' }, { cents: -12_540 })).toMatchObject({
      otherName: 'Fournisseur',
      otherUltimateName: 'Sa filiale',
      otherIban: 'FR7630006000011234567890189',
    })
  })

  it('of a debit that came back is still the debtor, our customer', () => {
    const returned = { RltdPties: parties, RtrInf: { Rsn: { Cd: 'MD06' } } }
    expect(lineOf([returned], { CdtDbtInd: 'DBIT' }, { cents: -12_540 }).otherName).toBe('Payeur')
  })

  it('of a transfer of ours that came back is still the creditor', () => {
    const returned = { RltdPties: parties, RtrInf: { Rsn: { Cd: 'AC01' } } }
    expect(lineOf([returned]).otherName).toBe('Fournisseur')
  })

  it('is for whom it was paid, or who gave the order, where the payer has no name', () => {
    expect(lineOf([{ RltdPties: { UltmtDbtr: { Nm: 'Pour lui' } } }]).otherName).toBe('Pour lui')
    expect(lineOf([{ RltdPties: { InitgPty: { Pty: { Nm: 'Plateforme' } } } }]).otherName).toBe('Plateforme')
    expect(lineOf([{}]).otherName).toBeNull()
  })

  it('has an IBAN only where what is written is one', () => {
    const written = (Id: Written) => lineOf([{ RltdPties: { DbtrAcct: { Id } } }]).otherIban
    expect(written({ Othr: { Id: 'FR7630004000031234567890143' } })).toBe('FR7630004000031234567890143')
    expect(written({ Othr: { Id: '12345678901' } })).toBeNull()
  })
})

describe('the label', () => {
  it("is the bank's words, then the name and text they do not hold already", () => {
    const detail = { RltdPties: { Dbtr: { Nm: 'MARTIN SA' } }, RmtInf: { Ustrd: 'FACTURE 12' } }
    const label = (AddtlNtryInf: string) => lineOf([detail], { AddtlNtryInf }).label
    expect(label('VIR SEPA RECU')).toBe('VIR SEPA RECU MARTIN SA FACTURE 12')
    expect(label('VIR SEPA RECU MARTIN SA')).toBe('VIR SEPA RECU MARTIN SA FACTURE 12')
    expect(label('MARTIN SA FACTURE 12')).toBe('MARTIN SA FACTURE 12')
  })

  it('is the words of the details where the entry has none', () => {
    expect(lineOf([{ AddtlTxInf: 'REMISE DE CHEQUES' }]).label).toBe('REMISE DE CHEQUES')
  })

  it('is the code or the reference where there is nothing else to read', () => {
    const BkTxCd = { Prtry: { Cd: 'NTRF' } }
    expect(lineOf([], { BkTxCd, AcctSvcrRef: 'B-1' }).label).toBe('NTRF')
    expect(lineOf([], { AcctSvcrRef: 'B-1', NtryRef: 'N-1' }).label).toBe('B-1')
    expect([lineOf([], { NtryRef: 'N-1' }).label, lineOf([]).label]).toEqual(['N-1', ''])
  })
})

describe("the bank's reference", () => {
  const detail = { Refs: { AcctSvcrRef: 'DETAIL' } }

  it('is that of the entry for a whole one, and of the detail for a part', () => {
    expect(lineOf([detail], { AcctSvcrRef: 'ENTRY' }).bankReference).toBe('ENTRY')
    expect(lineOf([detail], { AcctSvcrRef: 'ENTRY' }, { isSplit: true }).bankReference).toBe('DETAIL')
  })

  it('is that of the other where its own says nothing', () => {
    expect(lineOf([detail], { AcctSvcrRef: 'NOTPROVIDED' }).bankReference).toBe('DETAIL')
    expect(lineOf([{}], { AcctSvcrRef: 'ENTRY' }, { isSplit: true }).bankReference).toBe('ENTRY')
    expect(lineOf([{}]).bankReference).toBeNull()
  })
})

describe('what was ordered, and what was taken on the way', () => {
  const instructed = (value: string, currency: string) =>
    lineOf([{ AmtDtls: { InstdAmt: { Amt: amount(value, currency) } } }]).original

  it('is the amount of the order in its currency, where it is not the amount that came', () => {
    expect(instructed('150.00', 'USD')).toEqual({ amount: 15_000, currency: 'USD' })
    expect(instructed('140.40', 'EUR')).toEqual({ amount: 14_040, currency: 'EUR' })
    expect(instructed('20000', 'JPY')).toEqual({ amount: 20_000, currency: 'JPY' })
  })

  it('is nothing where it is the same, or no amount of its currency', () => {
    expect([instructed('125.40', 'EUR'), instructed('1.005', 'EUR'), instructed('1,5', 'USD')]).toEqual([
      null,
      null,
      null,
    ])
    expect(instructed('10', 'dollars')).toBeNull()
  })

  it.each([
    ['a total', { TtlChrgsAndTaxAmt: amount('15.00'), Rcrd: { Amt: amount('3') } }, 1_500],
    ['records', { Rcrd: [{ Amt: amount('10.00') }, { Amt: amount('5.00') }] }, 1_500],
    ['amounts of version 2', { Amt: amount('15.00') }, 1_500],
    ['another currency', { Rcrd: { Amt: amount('15.00', 'USD') } }, null],
    ['nothing', { Rcrd: { Amt: amount('0.00') } }, null],
  ] as const)('are charges, told by %s', (_what, Chrgs, charges) => {
    expect(lineOf([{ Chrgs }]).charges).toBe(charges)
    expect(lineOf([], { Chrgs }).charges).toBe(charges)
  })

  it('are the charges of the detail, where it tells its own', () => {
    expect(lineOf([{ Chrgs: { Amt: amount('2.00') } }], { Chrgs: { Amt: amount('9.00') } }).charges).toBe(200)
  })
})

describe('a batch', () => {
  it.each([
    ['several details without amounts', [{}, {}], {}, true],
    ['a number of them', [], { NtryDtls: { Btch: { NbOfTxs: '3' } } }, true],
    ['one by number', [], { NtryDtls: { Btch: { NbOfTxs: '1' } } }, false],
    ['a batch without a number or details', [], { NtryDtls: { Btch: { PmtInfId: 'P1' } } }, true],
    ['two batches of one', [], { NtryDtls: [{ Btch: { NbOfTxs: '1' } }, { Btch: { NbOfTxs: '1' } }] }, true],
    ['one detail', [{}], {}, false],
    ['no details', [], {}, false],
  ] as const)('is told by %s', (_what, details, more, isBatch) => {
    const tree = treeOf('Ntry', entry('1', details.length > 0 ? { NtryDtls: { TxDtls: [...details] }, ...more } : more))
    const all = tree.children
      .filter(({ name }) => name === 'NtryDtls')
      .flatMap(({ children }) => children.filter(({ name }) => name === 'TxDtls'))
    expect(describeLine({ entry: tree, details: all, isSplit: false }, 100, asCurrency('EUR')).isBatch).toBe(isBatch)
  })
})

describe('a payment that came back', () => {
  it.each([
    ['a code', { Rsn: { Cd: 'AM04' } }, 'AM04', null],
    ["the bank's own words", { Rsn: { Prtry: 'REFUS' } }, 'REFUS', null],
    ['version 2', { RtrRsn: { Cd: 'MD01' }, AddtlRtrRsnInf: ['Pas de', 'mandat'] }, 'MD01', 'Pas de mandat'],
    ['words alone', { AddtlInf: 'COMPTE SOLDE' }, null, 'COMPTE SOLDE'],
  ] as const)('says why in %s', (_what, RtrInf, reason, text) => {
    expect(lineOf([{ RtrInf }], { CdtDbtInd: 'DBIT' }, { cents: -12_540 })).toMatchObject({
      kind: 'returned',
      returned: { reason, text },
    })
  })

  it('is told by the mark of a reversal, written as a word or a digit', () => {
    const isReturned = (RvslInd: string) => lineOf([], { RvslInd }).returned !== null
    expect(['true', '1', 'false', '0', ''].map(isReturned)).toEqual([true, true, false, false, false])
  })
})
