import { describe, expect, it } from 'vitest'
import { openMemory, payerOf, rulesOf, wordingOf } from './learn.ts'
import { aCustomer, aLine } from './testing/some-books.ts'

const parentOf = (customer: number): number | null => (customer === 2 || customer === 3 ? 1 : null)

describe('what a verdict teaches', () => {
  it('the account and the wording of who pays', () => {
    const line = aLine(5_000, 'VIR SEPA', {
      payerIban: 'FR76 3000 6000 0112 3456 7890 189',
      payerName: 'Trésorerie Val d’Arcy',
    })
    expect(rulesOf({ line, customers: [4], allocations: [], difference: null }, parentOf)).toEqual([
      { kind: 'iban', iban: 'FR7630006000011234567890189', customer: 4 },
      { kind: 'wording', wording: 'TRESORERIE VAL ARCY', customer: 4 },
    ])
  })

  it('that a line concerns no customer', () => {
    const line = aLine(5_000, 'VIR LOCAPRO REMB CAUTION')
    expect(rulesOf({ line, customers: [], allocations: [], difference: null }, parentOf)).toEqual([
      { kind: 'notACustomer', iban: null, wording: 'LOCAPRO REMB CAUTION' },
    ])
  })

  it('nothing of a cheque, which names nobody', () => {
    expect(wordingOf({ kind: 'chequeDeposit', label: 'REMISE CHQ 12', payerName: null })).toBeNull()
  })

  it('the parent pays when several of its children are paid for', () => {
    expect(payerOf([2, 3], parentOf)).toBe(1)
    expect(payerOf([3], parentOf)).toBe(3)
    expect(payerOf([], parentOf)).toBeNull()
  })

  it('the same name in every label of one payer', () => {
    const words = ['VIR SEPA DUPONT MATERIAUX FACT 1374', 'VIREMENT DUPONT MATERIAUX /REF 22 SEPT'].map((label) =>
      wordingOf({ kind: 'transfer', label, payerName: null }),
    )
    expect(words).toEqual(['DUPONT MATERIAUX', 'DUPONT MATERIAUX'])
  })

  it('habits: whether numbers are named, and how many are paid at once', () => {
    const memory = openMemory(new Map([[4, aCustomer(4)]]))
    const paid = (label: string, numbers: readonly string[]) => ({
      line: aLine(5_000, label, { payerName: 'Carrelage Fontaine' }),
      customers: [4],
      allocations: numbers.map((invoiceNumber) => ({ invoiceNumber, customer: 4, amount: 10 })),
      difference: null,
    })
    memory.learn(paid('VIR F-2026-0842', ['F-2026-0842']))
    memory.learn(paid('VIR SEPTEMBRE', ['F-2026-0843', 'F-2026-0844']))
    expect(memory.habitsOf(4)).toMatchObject({ lines: 2, quoted: 1, several: 1 })
    expect(memory.ofWording('CARRELAGE FONTAINE').customers.get(4)).toBe(2)
    expect(memory.paidOn(4, 5_000)).toBe('2026-10-05')
  })
})
