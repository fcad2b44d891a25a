import { describe, expect, it } from 'vitest'
import { exactText } from '../exact-amount.ts'
import { treeOf, type Written } from '../testing/camt-tree.ts'
import { amountAt, dayOf, dayText, directionOf, ibanOf } from './camt-values.ts'

const entryOf = (written: Written) => treeOf('Ntry', written)

describe('an amount of ISO 20022', () => {
  it('is the first of its places that is there, with its currency', () => {
    const entry = entryOf({ AmtDtls: { TxAmt: { Amt: { '@Ccy': 'eur', '#': '12.50' } } } })
    const found = amountAt(entry, 'Amt', 'AmtDtls/TxAmt/Amt')
    expect([found?.exact && exactText(found.exact), found?.currency]).toEqual(['12.50', 'EUR'])
    expect(amountAt(entry, 'Amt')).toBeUndefined()
  })

  it('has no currency where the bank names none, and no number where it wrote none', () => {
    expect(amountAt(entryOf({ Amt: '12.50' }), 'Amt')?.currency).toBeNull()
    expect(amountAt(entryOf({ Amt: { '@Ccy': ' ', '#': '12,50' } }), 'Amt')).toEqual({
      exact: undefined,
      text: '12,50',
      currency: null,
    })
  })
})

describe('the direction of an entry', () => {
  it.each([
    ['CRDT', 'CRDT'],
    ['DBIT', 'DBIT'],
    ['dbit', 'DBIT'],
    ['CREDIT', null],
    ['C', null],
  ])('written %s is %s', (written, direction) => {
    expect(directionOf(entryOf({ CdtDbtInd: written }))).toBe(direction)
  })

  it('is unknown where none is written: nothing is taken for a credit', () => {
    expect(directionOf(entryOf({ Amt: '1' }))).toBeNull()
  })
})

describe('a day of ISO 20022', () => {
  it.each([
    ['2026-03-23', '2026-03-23'],
    ['2026-03-23T00:30:00+01:00', '2026-03-23'],
    ['2026-03-23T23:59:59Z', '2026-03-23'],
    ['2026-03-23Z', '2026-03-23'],
    ['2026-03-23+01:00', '2026-03-23'],
    ['2024-02-29', '2024-02-29'],
  ])('%s is %s, in the time zone of the bank', (written, day) => {
    expect(dayOf(written)).toBe(day)
  })

  it.each(['2026-02-29', '2026-13-01', '2026-3-1', '20260323', '23/03/2026', '2026-03-231', '', '2026-03'])(
    '"%s" is none',
    (written) => {
      expect(dayOf(written)).toBeUndefined()
    },
  )

  it('stands as a day or as a day and hour, at once or one level below', () => {
    const written = [{ Dt: '2026-03-23' }, { DtTm: '2026-03-23T10:00:00' }, { Dt: { Dt: '2026-03-23' } }]
    expect(written.map((BookgDt) => dayText(entryOf({ BookgDt }), 'BookgDt')?.slice(0, 10))).toEqual(
      written.map(() => '2026-03-23'),
    )
    expect(dayText(entryOf({}), 'BookgDt')).toBeNull()
  })
})

describe('an account of ISO 20022', () => {
  it.each([
    ['FR7630006000011234567890189', 'FR7630006000011234567890189'],
    ['fr76 3000 6000 0112 3456 7890 189', 'FR7630006000011234567890189'],
    ['NO9386011117947', 'NO9386011117947'],
    ['12345678901', null],
    ['FR76', null],
    ['FRXX30006000011234567890189', null],
  ])('written %s has the IBAN %s', (written, iban) => {
    expect(ibanOf(written)).toBe(iban)
  })

  it('has none where none is written', () => {
    expect(ibanOf(null)).toBeNull()
  })
})
