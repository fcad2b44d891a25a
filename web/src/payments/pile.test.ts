import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import { describe, expect, it } from 'vitest'
import type { Payment } from './api.ts'
import {
  asCheques,
  isBlank,
  newPile,
  type PileRow,
  slipSent,
  totalOf,
  withNewRow,
  withoutPayments,
  withoutRow,
  withRow,
} from './pile.ts'

const today = asDate('2026-11-23')
const amounted = (rows: readonly PileRow[], key: number, amount: number) => {
  const row = rows.find((one) => one.key === key)
  return row ? withRow(rows, key, { draft: { ...row.draft, amount } }) : rows
}

describe('a pile of payments', () => {
  it('begins with one blank row, received today', () => {
    const rows = newPile(today)
    expect(rows.map((row) => row.draft.receivedOn)).toEqual([today])
    expect(rows.every(isBlank)).toBe(true)
  })

  it('hands the day and the means of a row down to the next', () => {
    const [first] = newPile(today)
    if (!first) throw new Error('a pile has a first row')
    const cheque = { ...first, draft: { ...first.draft, means: 'cheque' as const, receivedOn: asDate('2026-11-20') } }
    expect(withNewRow([cheque], today).at(-1)?.draft).toMatchObject({
      means: 'cheque',
      receivedOn: '2026-11-20',
      customer: null,
      amount: null,
    })
  })

  it('gives each row an entry key of its own, so that none is taken for another', () => {
    const rows = withNewRow(withNewRow(newPile(today), today), today)
    expect(new Set(rows.map((row) => row.draft.entryKey)).size).toBe(3)
  })

  it('adds up what is typed, to the cent', () => {
    const rows = amounted(amounted(withNewRow(newPile(today), today), 1, 120050), 2, 79950)
    expect(totalOf(rows)).toBe(200000)
  })

  it('is never without a row', () => {
    const rows = withoutRow(newPile(today), 1, today)
    expect(rows).toHaveLength(1)
    expect(rows.every(isBlank)).toBe(true)
  })

  it('gives an undone row back as typed, ready to be entered as another payment', () => {
    const saved = withRow(amounted(newPile(today), 1, 120050), 1, {
      state: { is: 'saved', payment: { id: 7 } as Payment },
    })
    const [kept] = withoutPayments(saved, [8])
    expect(kept?.state.is).toBe('saved')
    const [undone] = withoutPayments(saved, [7])
    expect(undone?.state.is).toBe('draft')
    expect(undone?.draft.amount).toBe(120050)
    expect(undone?.draft.entryKey).not.toBe(saved[0]?.draft.entryKey)
  })
})

describe('the deposit slip of a pile', () => {
  const slip = { number: ' 0048821 ', depositedOn: asDate('2026-11-19'), total: null }
  const draftOf = (means: 'cheque' | 'transfer') => {
    const [row] = newPile(today)
    if (!row) throw new Error('a pile has a first row')
    return { ...row.draft, means }
  }

  it('goes with each cheque, and with nothing else', () => {
    expect(slipSent(slip, draftOf('cheque'))).toEqual({ number: '0048821', depositedOn: '2026-11-19' })
    expect(slipSent(slip, draftOf('transfer'))).toBeNull()
  })

  it('is nothing without its number or its day', () => {
    expect(slipSent({ ...slip, number: ' ' }, draftOf('cheque'))).toBeNull()
    expect(slipSent({ ...slip, depositedOn: null }, draftOf('cheque'))).toBeNull()
  })

  it('makes cheques of rows that are blank, and leaves what was typed', () => {
    const rows = amounted(withNewRow(newPile(today), today), 1, 5_000)
    expect(asCheques(rows).map(({ draft }) => draft.means)).toEqual(['transfer', 'cheque'])
  })
})
