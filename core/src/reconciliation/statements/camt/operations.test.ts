import { describe, expect, it } from 'vitest'
import { treeOf, type Written } from '../testing/camt-tree.ts'
import { isReturn, kindOfCode, operationOf } from './operations.ts'

const of = (BkTxCd: Written) => operationOf(treeOf('Ntry', { BkTxCd }))

describe('the operation of an entry', () => {
  it('is its domain, family and subfamily, as far as the bank gives them', () => {
    expect(of({ Domn: { Cd: 'PMNT', Fmly: { Cd: 'RCDT', SubFmlyCd: 'ESCT' } } })).toBe('PMNT/RCDT/ESCT')
    expect(of({ Domn: { Cd: 'PMNT', Fmly: { Cd: 'RCDT' } } })).toBe('PMNT/RCDT')
    expect(of({ Domn: { Cd: 'PMNT' } })).toBe('PMNT')
  })

  it("is the bank's own code where it gives no other", () => {
    expect(of({ Prtry: { Cd: 'NTRF+166+9248', Issr: 'DK' } })).toBe('NTRF+166+9248')
    expect(of({ Domn: { Cd: 'PMNT' }, Prtry: { Cd: '05' } })).toBe('PMNT')
  })

  it('is none where none is written', () => {
    expect([operationOf(undefined), operationOf(treeOf('Ntry', { Amt: '1' }))]).toEqual([null, null])
  })
})

describe('the kind of an operation', () => {
  it.each([
    ['PMNT/RCDT/ESCT', 'transfer'],
    ['PMNT/RRCT/ESCT', 'transfer'],
    ['PMNT/ICDT/ESCT', 'transfer'],
    ['PMNT/IRCT/ESCT', 'transfer'],
    ['PMNT/IDDT/ESDD', 'directDebit'],
    ['PMNT/RDDT/BBDD', 'directDebit'],
    ['PMNT/RCHQ/CCHQ', 'chequeDeposit'],
    ['PMNT/CCRD/POSP', 'card'],
    ['PMNT/MCRD/POSP', 'card'],
    ['PMNT/DRFT/STAM', 'billOfExchange'],
    ['ACMT/MDOP/FEES', 'fee'],
    ['PMNT/RCDT/CHRG', 'fee'],
    ['PMNT/ICDT/COMM', 'fee'],
    ['ACMT/MCOP/OTHR', 'other'],
    ['PMNT', 'other'],
    ['05', 'other'],
  ] as const)('%s is %s', (code, kind) => {
    expect(kindOfCode(code)).toBe(kind)
  })

  it('is unknown without a code', () => {
    expect([kindOfCode(null), kindOfCode('')]).toEqual(['other', 'other'])
  })
})

describe('a payment that came back', () => {
  it.each(['PMNT/IDDT/UPDD', 'PMNT/IDDT/PRDD', 'PMNT/RCHQ/UPCQ', 'PMNT/RCDT/RRTN', 'PMNT/ICDT/RRTN'])(
    'is told by the code %s',
    (code) => {
      expect(isReturn(code)).toBe(true)
    },
  )

  it.each(['PMNT/IDDT/ESDD', 'PMNT/RCDT/ESCT', 'UPDD', 'PMNT/UPDD/ESDD', null])('is not told by %s', (code) => {
    expect(isReturn(code)).toBe(false)
  })
})
