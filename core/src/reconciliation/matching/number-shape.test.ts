import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isNearly, numberKey, patternOf, shapeOf, withoutZeros } from './number-shape.ts'

const strengthIn = (number: string, key: string) => shapeOf(number).keys.find((one) => one.key === key)?.strength

describe('the key of a number', () => {
  it('is the same whatever stands between, capitals or not, with O or with zero', () => {
    for (const written of ['F-2026/0842', 'f 2026 0842', 'F.2026.0842', 'F2O26-O842', 'F20260842'])
      expect([written, numberKey(written)]).toEqual([written, 'F20260842'])
  })

  it('reads I as one, and accents as none', () => {
    expect(numberKey('FÀC-I2')).toBe('FAC12')
  })

  it('is not changed by being made again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(numberKey(numberKey(text))).toBe(numberKey(text))
      }),
    )
  })
})

describe('the shape of a number', () => {
  it('knows the figures that count up from the year before them', () => {
    expect(shapeOf('FA-2026-01374').serial).toBe('1374')
    expect(shapeOf('202601374').serial).toBe('1374')
    expect(shapeOf('F20260842').serial).toBe('842')
    expect(shapeOf('2026-11-042').serial).toBe('42')
    expect(shapeOf('FAC 12/2026').serial).toBe('12')
    expect(shapeOf('FA00042').serial).toBe('42')
  })

  it('says whether the counter stands alone, or after a year', () => {
    expect(shapeOf('FA-2026-01374').serialStandsAlone).toBe(true)
    expect(shapeOf('FA01374').serialStandsAlone).toBe(false)
  })

  it('is found by all, by its figures, with a short year, by letters and counter', () => {
    expect(strengthIn('FA-2026-01374', 'FA202601374')).toBe('full')
    expect(strengthIn('FA-2026-01374', '202601374')).toBe('digits')
    expect(strengthIn('FA-2026-01374', 'FA2601374')).toBe('digits')
    expect(strengthIn('FA-2026-01374', 'FA1374')).toBe('short')
  })

  it('few figures alone prove little', () => {
    expect(strengthIn('1374', '1374')).toBe('short')
    expect(strengthIn('F42', 'F42')).toBe('short')
    expect(strengthIn('F1374', 'F1374')).toBe('full')
    expect(strengthIn('FACTURE', 'FACTURE')).not.toBe('full')
    expect(strengthIn('201374', '201374')).toBe('full')
  })

  it('two numbers of one series share a pattern, those of another do not', () => {
    expect(shapeOf('FA-2026-01374').pattern).toBe(shapeOf('FA-2025-00001').pattern)
    expect(shapeOf('FA-2026-01374').pattern).not.toBe(shapeOf('AV-2026-01374').pattern)
    expect(patternOf('FA2026')).toBe('FA####')
  })

  it('has no key twice and none empty, whatever the number', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Z]{0,4}[-/ ]?(20\d\d)?[-/ ]?\d{0,7}$/), (number) => {
        const { keys, full } = shapeOf(number)
        expect(new Set(keys.map(({ key }) => key)).size).toBe(keys.length)
        for (const { key } of keys) expect(key).not.toBe('')
        if (full !== '') expect(keys[0]?.key).toBe(full)
      }),
    )
  })

  it('does not change with separators or capitals', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999 }), fc.constantFrom('-', '/', ' ', '.', '_'), (count, mark) => {
        const left = shapeOf(`FA-2026-${String(count).padStart(5, '0')}`)
        const right = shapeOf(`fa${mark}2026${mark}${String(count).padStart(5, '0')}`)
        expect(right).toEqual(left)
      }),
    )
  })
})

describe('nearly the same number', () => {
  it('one figure changed, left out, added, or two exchanged', () => {
    expect(isNearly('F20260842', 'F20260843')).toBe(true)
    expect(isNearly('F20260842', 'F2026842')).toBe(true)
    expect(isNearly('F20260842', 'F202600842')).toBe(true)
    expect(isNearly('F20260842', 'F20260824')).toBe(true)
  })

  it('not two changed, nor numbers too short to tell', () => {
    expect(isNearly('F20260842', 'F20260955')).toBe(false)
    expect(isNearly('123', '124')).toBe(false)
    expect(isNearly('F20260842', 'F0842')).toBe(false)
  })

  it('each is as near to the other, and none to itself', () => {
    const digits = fc.stringMatching(/^[0-9]{4,9}$/)
    fc.assert(
      fc.property(digits, digits, (a, b) => {
        expect(isNearly(a, b)).toBe(isNearly(b, a))
        expect(isNearly(a, a)).toBe(false)
      }),
    )
  })

  it('any single figure changed is seen', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9]{4,9}$/), fc.nat(8), fc.integer({ min: 1, max: 9 }), (text, at, more) => {
        fc.pre(at < text.length)
        const other = [...text]
        other[at] = String((Number(other[at]) + more) % 10)
        expect(isNearly(text, other.join(''))).toBe(true)
      }),
    )
  })

  it('zeros in front are no part of a count, and zero stays zero', () => {
    expect(['00042', '42', '000', '0'].map(withoutZeros)).toEqual(['42', '42', '0', '0'])
  })
})
