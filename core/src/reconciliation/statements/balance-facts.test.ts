import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { balanceFacts } from './balance-facts.ts'
import { type ExactAmount, exactText, parseExact, zeroAmount } from './exact-amount.ts'

const exact = (text: string): ExactAmount => parseExact(text, '.') ?? zeroAmount
const facts = (opening: string | null, closing: string | null, credits: readonly string[], debits: readonly string[]) =>
  balanceFacts(opening === null ? null : exact(opening), closing === null ? null : exact(closing), {
    credits: credits.map(exact),
    debits: debits.map(exact),
  })

describe('what balances and movements say of one another', () => {
  it('is that they join, or by how much the closing balance is off', () => {
    expect(facts('100', '70.50', ['20.50'], ['50'])).toEqual({
      sums: { sum_credits: '20.50', sum_debits: '50.00' },
      joins: { balances_join: true },
    })
    expect(facts('100', '70.51', ['20.50'], ['50']).joins).toEqual({ balances_join: false, difference: '0.01' })
    expect(facts('100', '70.49', ['20.50'], ['50']).joins).toEqual({ balances_join: false, difference: '-0.01' })
  })

  it('is nothing where one of the balances is missing; the sums stay', () => {
    for (const [opening, closing] of [
      [null, '1'],
      ['1', null],
      [null, null],
    ] as const)
      expect(facts(opening, closing, ['3'], [])).toEqual({
        sums: { sum_credits: '3.00', sum_debits: '0.00' },
        joins: {},
      })
  })

  it('is exact where a fraction of a cent, or a sum beyond all numbers of a machine, is written', () => {
    expect(facts('0', '0.3', ['0.1', '0.2'], []).joins).toEqual({ balances_join: true })
    expect(facts('0', '0.001', [], []).joins).toEqual({ balances_join: false, difference: '0.001' })
    expect(facts('9007199254740993', '9007199254740994', ['1'], []).joins).toEqual({ balances_join: true })
  })

  it('is off by what is taken out of the movements', () => {
    const cents = fc.integer({ min: 1, max: 1_000_000_000 }).map((units) => ({ units: BigInt(units), scale: 2 }))
    fc.assert(
      fc.property(
        fc.array(cents, { minLength: 1, maxLength: 10 }),
        fc.array(cents, { maxLength: 10 }),
        cents,
        (credits, debits, opening) => {
          const sum = (all: readonly ExactAmount[]) => all.reduce((total, { units }) => total + units, 0n)
          const closing = { units: opening.units + sum(credits) - sum(debits), scale: 2 }
          expect(balanceFacts(opening, closing, { credits, debits }).joins).toEqual({ balances_join: true })
          const [lost, ...others] = credits
          expect(balanceFacts(opening, closing, { credits: others, debits }).joins).toEqual({
            balances_join: false,
            difference: exactText(lost ?? zeroAmount),
          })
        },
      ),
    )
  })
})
