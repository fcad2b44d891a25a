import { describe, expect, it } from 'vitest'
import type { BankLine, BookedCustomer, BookedItem } from '../books.ts'
import { aCustomer, aLine, anItem } from '../testing/some-books.ts'
import { layOpen } from '../testing/some-case.ts'
import { discountFit, exactFit, type Fit, inexactFits, nearlyTheAmount } from './amount-fits.ts'
import type { AmountFit, Case, ItemSet } from './hypothesis.ts'

const name = 'NORDELEC INDUSTRIE'
const aCase = (
  amount: number,
  items: readonly Partial<BookedItem>[],
  {
    label = name,
    line = {},
    customer = {},
  }: { label?: string; line?: Partial<BankLine>; customer?: Partial<BookedCustomer> } = {},
): Case =>
  layOpen(
    {
      customers: [aCustomer(1, { name: 'Nordelec Industrie', ...customer })],
      items: items.map((one, at) => anItem(at + 1, 1, one)),
    },
    aLine(amount, label, line),
  ).caseOf(1)
const whole = (one: Case): ItemSet => ({ items: one.pool, manner: 'all', choice: 0, ways: 1 })
const fitsOf = (one: Case): Fit[] => inexactFits(one, whole(one))
const fits = (one: Case): AmountFit[] => fitsOf(one).map(({ fit }) => fit)
const weightOf = (one: Case, how: AmountFit): number => fitsOf(one).find(({ fit }) => fit === how)?.weight ?? -99_999

describe('why an amount is nearly another', () => {
  it('to the cent there is nothing to explain', () => {
    expect(fits(aCase(10_137, [{ amount: 10_137 }]))).toEqual([])
  })

  it('ten cents either way are a rounding, eleven are not', () => {
    for (const gap of [-10, -1, 1, 10])
      expect([gap, fits(aCase(43_217 - gap, [{ amount: 43_217 }])).includes('rounding')]).toEqual([gap, true])
    for (const gap of [-11, 11])
      expect([gap, fits(aCase(43_217 - gap, [{ amount: 43_217 }])).includes('rounding')]).toEqual([gap, false])
  })

  it('whole euros round less than a euro away, either way', () => {
    expect(fits(aCase(43_200, [{ amount: 43_249 }]))).toContain('rounding')
    expect(fits(aCase(43_300, [{ amount: 43_249 }]))).toContain('rounding')
    expect(fits(aCase(43_200, [{ amount: 43_300 }]))).not.toContain('rounding')
    expect(fits(aCase(43_210, [{ amount: 43_249 }]))).not.toContain('rounding')
  })

  it('a fee is missing only where money crossed a border', () => {
    expect(fits(aCase(98_500, [{ amount: 100_000 }]))).not.toContain('bankFee')
    for (const foreign of [
      { customer: { country: 'BE' } },
      { line: { payerIban: 'BE68539007547034' } },
      { line: { charges: 1_500 } },
      { line: { original: { amount: 110_000, currency: 'USD' } } },
    ])
      expect([foreign, fits(aCase(98_500, [{ amount: 100_000 }], foreign)).includes('bankFee')]).toEqual([
        foreign,
        true,
      ])
  })

  it('a French or Monegasque account crosses no border', () => {
    const line = { payerIban: 'FR7630006000011234567890189' }
    expect(fits(aCase(98_500, [{ amount: 100_000 }], { line }))).not.toContain('bankFee')
  })

  it('no bank took more than sixty euros, nor a few cents, nor gave any', () => {
    const customer = { country: 'BE' }
    expect(fits(aCase(94_000, [{ amount: 100_000 }], { customer }))).toContain('bankFee')
    expect(fits(aCase(93_999, [{ amount: 100_000 }], { customer }))).not.toContain('bankFee')
    expect(fits(aCase(99_951, [{ amount: 100_000 }], { customer }))).not.toContain('bankFee')
    expect(fits(aCase(101_500, [{ amount: 100_000 }], { customer }))).not.toContain('bankFee')
  })

  it('a fee that the bank tells is surer than one guessed', () => {
    const told = aCase(98_437, [{ amount: 100_000 }], { line: { charges: 1_563 } })
    const guessed = aCase(98_437, [{ amount: 100_000 }], { customer: { country: 'BE' } })
    expect(weightOf(told, 'bankFee')).toBeGreaterThan(weightOf(guessed, 'bankFee'))
  })

  it('five in a hundred are a retention, surer where the text says so', () => {
    const one = aCase(95_000, [{ amount: 100_000 }])
    const says = aCase(95_000, [{ amount: 100_000 }], { label: `${name} RETENUE GARANTIE` })
    expect(weightOf(says, 'retention')).toBeGreaterThan(weightOf(one, 'retention'))
    expect(fits(aCase(93_000, [{ amount: 100_000 }]))).not.toContain('retention')
  })

  it('less may be a part, likelier a half than any, and where the text says so', () => {
    const half = aCase(61_728, [{ amount: 123_456 }])
    const any = aCase(61_111, [{ amount: 123_456 }])
    const says = aCase(61_111, [{ amount: 123_456 }], { label: `${name} VERSEMENT PARTIEL` })
    expect(weightOf(half, 'partial')).toBeGreaterThan(weightOf(any, 'partial'))
    expect(weightOf(says, 'partial')).toBeGreaterThan(weightOf(any, 'partial'))
  })

  it('more is too much, and no part, fee or retention', () => {
    expect(fits(aCase(123_456, [{ amount: 100_000 }]))).toEqual(['tooMuch'])
  })

  it('nothing is too much of credit notes alone', () => {
    expect(fits(aCase(1_234, [{ amount: -100_000 }]))).toEqual([])
  })

  it('the invoice as issued, paid once more in full after a part of it, is the likeliest too much', () => {
    const again = aCase(100_137, [{ amount: 100_137, amountDue: 60_000 }])
    const other = aCase(100_138, [{ amount: 100_137, amountDue: 60_000 }])
    expect(weightOf(again, 'tooMuch')).toBeGreaterThan(weightOf(other, 'tooMuch'))
  })
})

describe('how surprising an exact amount is', () => {
  const exact = (one: Case): number => exactFit(one, { ...whole(one), manner: 'one' }).weight

  it('an odd amount proves more than a round one', () => {
    expect(exact(aCase(123_457, [{ amount: 123_457 }]))).toBeGreaterThan(exact(aCase(120_000, [{ amount: 120_000 }])))
  })

  it('a large amount proves more than a small one', () => {
    expect(exact(aCase(1_234_567, [{ amount: 1_234_567 }]))).toBeGreaterThan(exact(aCase(1_237, [{ amount: 1_237 }])))
  })

  it('an amount that others were invoiced too proves little', () => {
    const laid = layOpen(
      {
        customers: [aCustomer(1, { name: 'Nordelec Industrie' }), ...[2, 3, 4].map((id) => aCustomer(id))],
        items: [1, 2, 3, 4].map((id) => anItem(id, id, { amount: 123_457 })),
      },
      aLine(123_457, name),
    ).caseOf(1)
    expect(laid.surpriseOfOne).toBeLessThan(laid.surprise)
    expect(exact(laid)).toBeLessThan(exact(aCase(123_457, [{ amount: 123_457 }])))
  })

  it('a sum of like round prices is soon reached, and proves less than a sum of odd ones', () => {
    const sum = (faces: readonly number[]): number => {
      const one = aCase(
        faces.reduce((all, face) => all + face, 0),
        faces.map((amount) => ({ amount })),
      )
      return exactFit(one, { ...whole(one), manner: 'sum' }).weight
    }
    expect(sum([49_000, 98_000, 24_500])).toBeLessThan(sum([49_017, 98_031, 24_453]))
  })

  it('the discount weighs more where the text speaks of one', () => {
    const says = aCase(98_000, [{ amount: 100_000 }], { label: `${name} ESCOMPTE` })
    const silent = aCase(98_000, [{ amount: 100_000 }])
    expect(discountFit(says, whole(says)).weight).toBeGreaterThan(discountFit(silent, whole(silent)).weight)
  })
})

describe('items nearly the amount', () => {
  const near = (one: Case): number[] => nearlyTheAmount(one).map(({ item }) => item.id)

  it('are less than a euro away, or a retention away, and never the amount itself', () => {
    const one = aCase(95_000, [
      { amount: 95_000 },
      { amount: 95_099 },
      { amount: 94_901 },
      { amount: 95_100 },
      { amount: 100_000 },
      { amount: -95_001 },
    ])
    expect(near(one)).toEqual([2, 3, 5])
  })

  it('are up to sixty euros more where a bank may have taken a fee', () => {
    const one = aCase(95_000, [{ amount: 101_000 }, { amount: 101_001 }], { customer: { country: 'BE' } })
    expect(near(one)).toEqual([1])
  })
})
