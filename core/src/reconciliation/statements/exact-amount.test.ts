import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asCurrency } from '../../money/money.ts'
import { addExact, exactText, isZeroExact, negateExact, parseExact, sumExact, toMinorUnits } from './exact-amount.ts'

const exact = (text: string) => parseExact(text, '.') ?? { units: -1n, scale: 0 }

describe('an amount as a bank writes it', () => {
  it.each([
    ['8.850', '8.85'],
    ['1.905', '1.905'],
    ['0', '0.00'],
    ['-0.5', '-0.50'],
    ['+12.', '12.00'],
    ['3858.6713352286442', '3858.6713352286442'],
  ])('%s is written %s', (written, text) => {
    expect(exactText(exact(written))).toBe(text)
  })

  it.each(['', '.', '-', '1,5', '1 000', '1e3', 'NaN', '9'.repeat(41)])('%s is none', (written) => {
    expect(parseExact(written, '.')).toBeUndefined()
  })

  it('is a number of the smallest unit only where nothing is left over', () => {
    const euro = asCurrency('EUR')
    expect(toMinorUnits(exact('1.900'), euro)).toEqual({ amount: 190 })
    expect(toMinorUnits(exact('1.905'), euro)).toEqual({ wrong: 'impossiblePrecision' })
    expect(toMinorUnits(exact('12'), asCurrency('XPF'))).toEqual({ amount: 12 })
    expect(toMinorUnits(exact('100000000000.01'), euro)).toEqual({ wrong: 'amountTooLarge' })
  })

  it('loses nothing when added and taken away again', () => {
    const some = fc.record({ units: fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), scale: fc.nat({ max: 12 }) })
    fc.assert(
      fc.property(some, some, (a, b) => {
        expect(exactText(addExact(addExact(a, b), negateExact(b)))).toBe(exactText(a))
        expect(exactText(exact(exactText(a)))).toBe(exactText(a))
      }),
    )
  })

  it('has a comma for its decimals only where the bank writes commas', () => {
    const text = (written: string, mark: '.' | ',') => {
      const read = parseExact(written, mark)
      return read && exactText(read)
    }
    expect([text('12,50', ','), text('12,', ','), text(',5', ','), text('1000', ',')]).toEqual([
      '12.50',
      '12.00',
      '0.50',
      '1000.00',
    ])
    expect([text('12.50', ','), text('12,50', '.'), text('1,2,3', ','), text('1.2.3', '.')]).toEqual(
      Array.from({ length: 4 }, () => undefined),
    )
  })

  it.each(['--1', '+-1', '1-', '١٢', '0x10', 'Infinity', '1_000', '−1', "1'000", '1 2', '1.2 3'])(
    '"%s" is none: digits of ours, and one sign before them',
    (written) => {
      expect([parseExact(written, '.'), parseExact(written, ',')]).toEqual([undefined, undefined])
    },
  )

  it('adds up to the last digit, whatever the decimals of its parts', () => {
    expect(exactText(sumExact(['0.1', '0.20', '0.003', '-1000000000000000000000'].map(exact)))).toBe(
      '-999999999999999999999.697',
    )
    expect([exactText(sumExact([])), isZeroExact(sumExact(['0.1', '-0.100'].map(exact)))]).toEqual(['0.00', true])
  })
})

describe('an amount in the smallest unit of its currency', () => {
  it.each([
    ['12.34', 'EUR', 1_234],
    ['-12.34', 'EUR', -1_234],
    ['12.3400000', 'EUR', 1_234],
    ['12', 'JPY', 12],
    ['12.000', 'XPF', 12],
    ['12.345', 'TND', 12_345],
    ['12.3', 'BHD', 12_300],
    ['100000000000', 'EUR', 10_000_000_000_000],
    ['-100000000000', 'EUR', -10_000_000_000_000],
    ['10000000000000', 'JPY', 10_000_000_000_000],
  ])('%s %s is %i', (written, currency, amount) => {
    expect(toMinorUnits(exact(written), asCurrency(currency))).toEqual({ amount })
  })

  it.each([
    ['0.001', 'EUR', 'impossiblePrecision'],
    ['12.5', 'JPY', 'impossiblePrecision'],
    ['12.3456', 'TND', 'impossiblePrecision'],
    ['3858.6713352286442', 'EUR', 'impossiblePrecision'],
    ['100000000000.01', 'EUR', 'amountTooLarge'],
    ['-100000000000.01', 'EUR', 'amountTooLarge'],
    ['9'.repeat(40), 'EUR', 'amountTooLarge'],
  ])('%s %s is none: %s', (written, currency, wrong) => {
    expect(toMinorUnits(exact(written), asCurrency(currency))).toEqual({ wrong })
  })

  it('is never a zero below nothing', () => {
    const read = toMinorUnits(exact('-0.00'), asCurrency('EUR'))
    expect('amount' in read && Object.is(read.amount, 0)).toBe(true)
  })

  it('is the one it was written from, for every amount money can be', () => {
    const limit = 10_000_000_000_000
    fc.assert(
      fc.property(fc.integer({ min: -limit, max: limit }), fc.nat({ max: 6 }), (cents, zeros) => {
        const digits = String(Math.abs(cents)).padStart(3, '0')
        const text = `${cents < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}${'0'.repeat(zeros)}`
        expect(toMinorUnits(exact(text), asCurrency('EUR'))).toEqual({ amount: cents })
      }),
    )
  })
})
