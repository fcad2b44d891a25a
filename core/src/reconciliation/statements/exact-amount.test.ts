import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asCurrency } from '../../money/money.ts'
import { addExact, exactText, negateExact, parseExact, toMinorUnits } from './exact-amount.ts'

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
})
