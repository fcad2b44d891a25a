import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decimalText } from '../money/format-money.ts'
import { asCurrency, money } from '../money/money.ts'
import { detectColumns, mappingOf } from './detect-columns.ts'
import { isRunningBalance } from './running-balance.ts'

const columns = { debit: 0, credit: 1, balance: 2 }

describe('a balance beside debits and credits', () => {
  it('that adds up from row to row runs, also where another customer begins', () => {
    expect(
      isRunningBalance(
        [
          ['100,00', '', '100,00'],
          ['50,00', '', '150,00'],
          ['', '30,00', '120,00'],
        ],
        columns,
      ),
    ).toBe(true)
    expect(
      isRunningBalance(
        [
          ['100,00', '', '100,00'],
          ['50,00', '', '150,00'],
          ['20,00', '', '20,00'],
          ['5,00', '', '25,00'],
        ],
        columns,
      ),
    ).toBe(true)
  })

  it('that tells what is left of each row does not', () => {
    expect(
      isRunningBalance(
        [
          ['100,00', '', '100,00'],
          ['50,00', '', '50,00'],
          ['', '30,00', '-30,00'],
        ],
        columns,
      ),
    ).toBe(false)
    expect(
      isRunningBalance(
        [
          ['100,00', '', '40,00'],
          ['50,00', '', '50,00'],
          ['70,00', '', '70,00'],
        ],
        columns,
      ),
    ).toBe(false)
    expect(isRunningBalance([['100,00', '', '100,00']], columns)).toBe(false)
  })

  it('is not taken for what is left to pay when it runs', () => {
    const headers = ['Client', 'Facture', 'Échéance', 'Débit', 'Crédit', 'Solde']
    const row = (...amounts: string[]) => ['Brun', 'F-1', '31/12/2026', ...amounts]
    const running = [row('100,00', '', '100,00'), row('50,00', '', '150,00'), row('', '30,00', '120,00')]
    expect(mappingOf(detectColumns(headers, running)).at(-1)).toBeNull()
    const alone = [row('100,00', '', '100,00'), row('50,00', '', '20,00'), row('', '30,00', '-30,00')]
    expect(mappingOf(detectColumns(headers, alone)).at(-1)).toBe('amountDue')
  })

  it('runs whatever the amounts, from the third row on', () => {
    const amount = fc.integer({ min: 1, max: 1_000_000 })
    fc.assert(
      fc.property(fc.array(amount, { minLength: 3, maxLength: 20 }), (amounts) => {
        const text = (cents: number): string => decimalText(money(cents, asCurrency('EUR')))
        let sum = 0
        const rows = amounts.map((cents) => {
          sum += cents
          return [text(cents), '', text(sum)]
        })
        expect(isRunningBalance(rows, columns)).toBe(true)
        expect(
          isRunningBalance(
            amounts.map((cents) => [text(cents), '', text(cents)]),
            columns,
          ),
        ).toBe(false)
      }),
    )
  })
})
