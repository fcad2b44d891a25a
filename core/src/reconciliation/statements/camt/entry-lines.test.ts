import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asCurrency } from '../../../money/money.ts'
import type { StatementWarning } from '../statement-file.ts'
import { amount, entry, treeOf, type Written } from '../testing/camt-tree.ts'
import { linesOfEntry } from './entry-lines.ts'

const read = (written: Written, currency = 'EUR') => {
  const warnings: StatementWarning[] = []
  const lines = linesOfEntry(treeOf('Ntry', written, 40), {
    entry: 3,
    currency: asCurrency(currency),
    warn: (warning) => void warnings.push(warning),
  })
  return { lines, warnings, amounts: lines.map((line) => line.amount), codes: warnings.map(({ code }) => code) }
}

const decimal = (cents: number): string => {
  const digits = String(Math.abs(cents)).padStart(3, '0')
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`
}

const part = (cents: number): Written => ({
  Amt: amount(decimal(cents)),
  CdtDbtInd: cents < 0 ? 'DBIT' : 'CRDT',
})

const batch = (total: number, parts: readonly Written[]): Written =>
  entry(decimal(total), { CdtDbtInd: total < 0 ? 'DBIT' : 'CRDT', AcctSvcrRef: 'LOT', NtryDtls: { TxDtls: parts } })

describe('the days of an entry', () => {
  const days = (more: Record<string, Written | undefined>) => {
    const { lines, warnings } = read(entry('1', more))
    return [lines[0]?.bookedOn, lines[0]?.valueOn, warnings.map(({ code, value }) => `${code} ${value}`)]
  }

  it('are the day it was booked and the day it counts from', () => {
    expect(days({})).toEqual(['2026-03-23', '2026-03-24', []])
  })

  it('are one day where only the day it counts from is written', () => {
    expect(days({ BookgDt: undefined })).toEqual(['2026-03-24', '2026-03-24', []])
  })

  it('are without the day it counts from where that is not written', () => {
    expect(days({ ValDt: undefined })).toEqual(['2026-03-23', null, []])
  })

  it('must hold a day it was booked: one that does not exist is not replaced by another', () => {
    expect(days({ BookgDt: { Dt: '2026-02-30' } })).toEqual([undefined, undefined, ['dateUnreadable 2026-02-30']])
    expect(days({ BookgDt: undefined, ValDt: undefined })).toEqual([undefined, undefined, ['dateUnreadable ']])
  })
})

describe('an entry of several details', () => {
  it('is one line for each where they add up to it, all of one entry, each with the line of its own', () => {
    const { lines, warnings } = read(batch(10_000, [part(6_000), part(3_000), part(1_000)]))
    expect(lines.map((line) => [line.amount, line.entry, line.isBatch])).toEqual([
      [6_000, 3, false],
      [3_000, 3, false],
      [1_000, 3, false],
    ])
    expect(new Set(lines.map(({ fileLine }) => fileLine)).size).toBe(3)
    expect(warnings).toEqual([])
  })

  it('is of debits where the entry is one and the details do not say', () => {
    const parts = [{ Amt: amount('60') }, { Amt: amount('40') }]
    expect(read(batch(-10_000, parts)).amounts).toEqual([-6_000, -4_000])
  })

  it('takes for each detail the amount in the currency of the account', () => {
    const foreign = {
      Amt: amount('70', 'USD'),
      AmtDtls: { TxAmt: { Amt: amount('60') }, InstdAmt: { Amt: amount('70', 'USD') } },
    }
    expect(read(batch(10_000, [foreign, part(4_000)])).amounts).toEqual([6_000, 4_000])
  })

  it('leaves out a detail of nothing, and names it', () => {
    const { amounts, codes } = read(batch(10_000, [part(10_000), part(0)]))
    expect([amounts, codes]).toEqual([[10_000], ['zeroLine']])
  })

  it('stays whole where one of them is no number of cents: nothing of the entry is lost', () => {
    const fine = (value: string): Written => ({ Amt: amount(value) })
    const { amounts, codes } = read(batch(10_000, [fine('33.333'), fine('66.66'), fine('0.007')]))
    expect([amounts, codes]).toEqual([[10_000], ['detailsDoNotAddUp']])
  })

  it('stays whole where they do not add up, and names the reference of the bank', () => {
    const { lines, warnings } = read(batch(10_000, [part(6_000), part(3_999)]))
    expect(lines).toMatchObject([{ amount: 10_000, isBatch: true, bankReference: 'LOT' }])
    expect(warnings).toEqual([{ code: 'detailsDoNotAddUp', line: 40, value: 'LOT' }])
  })

  it('stays whole, without a word, where one of them has no amount', () => {
    const { amounts, warnings } = read(batch(10_000, [part(6_000), {}]))
    expect([amounts, warnings]).toEqual([[10_000], []])
  })

  it('is one line of the entry where there is one detail, whatever amount that names', () => {
    const { amounts, warnings } = read(batch(10_000, [part(9_000)]))
    expect([amounts, warnings]).toEqual([[10_000], []])
  })

  it('never gives more or less than the entry, however its details are cut', () => {
    const cents = fc.integer({ min: -1_000_000, max: 1_000_000 }).filter((one) => one !== 0)
    fc.assert(
      fc.property(fc.array(cents, { minLength: 2, maxLength: 12 }), fc.integer({ min: -5, max: 5 }), (parts, off) => {
        const total = parts.reduce((sum, one) => sum + one, 0) + off
        fc.pre(total !== 0)
        const { amounts, codes } = read(batch(total, parts.map(part)))
        expect(amounts.reduce((sum, one) => sum + one, 0)).toBe(total)
        expect([amounts.length, codes]).toEqual(off === 0 ? [parts.length, []] : [1, ['detailsDoNotAddUp']])
      }),
    )
  })
})

describe('the amount of an entry', () => {
  it.each([
    ['12.34', 'EUR', 1_234],
    ['12.340', 'EUR', 1_234],
    ['12', 'EUR', 1_200],
    ['12', 'XPF', 12],
    ['12.345', 'TND', 12_345],
  ])('%s %s is %i of the smallest unit', (written, currency, cents) => {
    const { amounts, warnings } = read(entry('0', { Amt: amount(written, currency) }), currency)
    expect([amounts, warnings]).toEqual([[cents], []])
  })

  it('is believed to be in the currency of the account where it names none', () => {
    expect(read(entry('0', { Amt: '12.34' })).amounts).toEqual([1_234])
  })

  it.each([
    ['12,34', 'amountUnreadable', '12,34'],
    ['1 234.00', 'amountUnreadable', '1 234.00'],
    ['douze', 'amountUnreadable', 'douze'],
  ])('"%s" is none: the entry is left out, and what was written is said', (written, code, value) => {
    const { lines, warnings } = read(entry(written))
    expect(lines).toEqual([])
    expect(warnings).toEqual([{ code, line: 40, field: 'Amt', value }])
  })

  it('has the sign of its direction alone, also where the bank writes it negative', () => {
    const { amounts, codes } = read(entry('-12.34', { CdtDbtInd: 'CRDT' }))
    expect([amounts, codes]).toEqual([[1_234], ['negativeAmount']])
  })
})
