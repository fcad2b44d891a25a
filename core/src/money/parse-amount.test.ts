import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { minorUnitDigits } from './currency.ts'
import { decimalText, formatMoney } from './format-money.ts'
import { asCurrency, largestAmount, money } from './money.ts'
import { type AmountReading, detectDecimal, parseAmount, parseAmountCell } from './parse-amount.ts'

const euros = (text: string, decimal: AmountReading['decimal'] = 'auto') => {
  const parsed = parseAmount(text, { decimal, digits: 2 })
  return parsed.ok ? parsed.amount : parsed.reason
}

describe('reading an amount', () => {
  it.each([
    ['1 234,56', 123456],
    ['1\u00a0234,56', 123456],
    ['1\u202f234,56\u00a0€', 123456],
    ['1,234.56', 123456],
    ['1.234,56', 123456],
    ["1'234.50", 123450],
    ['1’234’567.50', 123456750],
    ['1234.5', 123450],
    ['1234,5', 123450],
    ['1 234,5', 123450],
    ['1234', 123400],
    ['1 234 567', 123456700],
    ['1,234,567', 123456700],
    ['1.234.567,8', 123456780],
    [',50', 50],
    ['.5', 50],
    ['12,', 1200],
    ['0,5', 50],
    ['0', 0],
    ['-0,00', 0],
    ['007,10', 710],
    ['  12,00  ', 1200],
  ])('reads %j', (text, amount) => {
    expect(Object.is(euros(text), amount)).toBe(true)
  })

  it.each([
    '-12,00',
    '−12,00',
    '–12,00',
    '12,00-',
    '12,00 −',
    '(12,00)',
    '( 12.00 )',
    '-12,00 €',
    '€-12.00',
    '-€12.00',
    '(12,00 €)',
    '(12,00) €',
    '(€12.00)',
    '12,00- EUR',
    '12,00 EUR-',
  ])('reads %j as twelve euros owed back', (text) => {
    expect(euros(text)).toBe(-1200)
  })

  it('says which currency the text names, when one alone is named so', () => {
    const named = (text: string) => parseAmount(text, { digits: 2 })
    expect(named('12,00 €')).toEqual({ ok: true, amount: 1200, currency: 'EUR' })
    expect(named('chf 12.00')).toEqual({ ok: true, amount: 1200, currency: 'CHF' })
    expect(named('US$12.00')).toEqual({ ok: true, amount: 1200, currency: 'USD' })
    expect(named('$12.00')).toEqual({ ok: true, amount: 1200 })
    expect(parseAmount('12 000 F CFA', { digits: 0 })).toEqual({ ok: true, amount: 12000 })
  })

  it('leaves open what two countries read differently, until told', () => {
    for (const text of ['1,234', '1.234', '-12,500', '999.000 €']) expect(euros(text)).toBe('ambiguous')
    expect(euros('1,234', '.')).toBe(123400)
    expect(euros('1.234', ',')).toBe(123400)
    expect(euros('1,234', ',')).toBe('tooManyDecimals')
    expect(euros('1,200', ',')).toBe(120)
  })

  it('needs no hint where only one reading makes sense, and the hint does not bend it', () => {
    expect(euros('0,234')).toBe('tooManyDecimals')
    expect(euros('1234,567')).toBe('tooManyDecimals')
    expect(euros('12 345,678')).toBe('tooManyDecimals')
    expect(euros('1234.5', ',')).toBe(123450)
    expect(euros('1,234.56', ',')).toBe(123456)
    expect(euros('1 234,5', '.')).toBe(123450)
  })

  it('refuses more decimals than the currency has, unless they are zeros', () => {
    expect(euros('12,345')).toBe('ambiguous')
    expect(euros('12,3456')).toBe('tooManyDecimals')
    expect(euros('12,5000')).toBe(1250)
    expect(parseAmount('12,5', { digits: 0 })).toEqual({ ok: false, reason: 'tooManyDecimals' })
    expect(parseAmount('12,0', { digits: 0 })).toEqual({ ok: true, amount: 12 })
    expect(parseAmount('1 012,345', { digits: 3 })).toEqual({ ok: true, amount: 1012345 })
  })

  it.each([
    '1e5',
    '1.5E3',
    '12 34',
    '1 2345',
    '1,23,456',
    '1.234,567,8',
    '1,234.567,89',
    "1'234 567",
    '1 234.567,89',
    'abc',
    '12 CR',
    '12 %',
    '--12',
    '-12-',
    '(-12)',
    '(12',
    '12)',
    '+-1',
    '€ 12 EUR',
    '12 XXX',
    '-',
    '.',
    ',',
    'EUR',
    'NaN',
    '0x12',
    '12/11/2026',
    '#REF!',
    '١٢',
  ])('refuses %j rather than guess', (text) => {
    expect(euros(text)).toBe('notANumber')
  })

  it('tells empty from wrong, and too large to count exactly', () => {
    expect([euros(''), euros(' \u00a0 ')]).toEqual(['empty', 'empty'])
    expect(euros('100 000 000 000,00')).toBe(10_000_000_000_000)
    expect(euros('100 000 000 000,01')).toBe('tooLarge')
    expect(euros('9'.repeat(60))).toBe('tooLarge')
    expect(euros(' '.repeat(50_000) + '1'.repeat(50_000))).toBe('notANumber')
  })

  it('reads back what it writes, to the cent, in both languages and in every kind of currency', () => {
    const code = fc.constantFrom('EUR', 'USD', 'JPY', 'TND', 'XOF', 'CHF')
    fc.assert(
      fc.property(
        fc.integer({ min: -largestAmount, max: largestAmount }),
        code,
        fc.constantFrom('fr', 'en'),
        (amount, text, language) => {
          const m = money(amount, asCurrency(text))
          const digits = minorUnitDigits(m.currency)
          const decimal = language === 'fr' ? ',' : '.'
          expect(parseAmount(formatMoney(m, language), { decimal, digits })).toMatchObject({
            ok: true,
            amount: m.amount,
          })
          expect(parseAmount(decimalText(m), { decimal: '.', digits })).toEqual({ ok: true, amount: m.amount })
        },
      ),
    )
  })

  it('answers on any text at all, in whole numbers only', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."0123456789., '-()€") }), (text) => {
        const parsed = parseAmount(text, { digits: 2 })
        expect(!parsed.ok || Number.isSafeInteger(parsed.amount)).toBe(true)
      }),
    )
  })
})

describe('the number cell of a spreadsheet', () => {
  it('loses the noise of binary fractions and nothing else', () => {
    const cell = (value: number) => parseAmountCell(value, 2)
    expect(cell(1234.56)).toEqual({ ok: true, amount: 123456 })
    expect(cell(0.1 + 0.2)).toEqual({ ok: true, amount: 30 })
    expect(cell(1.15 * 100)).toEqual({ ok: true, amount: 11500 })
    expect(cell(-8.2)).toEqual({ ok: true, amount: -820 })
    expect(cell(1234)).toEqual({ ok: true, amount: 123400 })
    expect(cell(0)).toEqual({ ok: true, amount: 0 })
    expect(cell(12.345)).toEqual({ ok: false, reason: 'tooManyDecimals' })
    expect(cell(1e-7)).toEqual({ ok: false, reason: 'tooManyDecimals' })
    expect(cell(Number.NaN)).toEqual({ ok: false, reason: 'notANumber' })
    expect(cell(1e21)).toEqual({ ok: false, reason: 'tooLarge' })
  })

  it('gives back every amount of cents a spreadsheet can hold', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), (amount) => {
        expect(parseAmountCell(amount / 100, 2)).toEqual({ ok: true, amount: amount === 0 ? 0 : amount })
      }),
    )
  })
})

describe('the decimal mark of a column', () => {
  it('is what the values that read one way only say', () => {
    expect(detectDecimal(['1,234', '12,50', '7'])).toBe(',')
    expect(detectDecimal(['1,234', '1,234,567'])).toBe('.')
    expect(detectDecimal(['1.234', '(1.234,00)'])).toBe(',')
    expect(detectDecimal(['12.5 €', '1 000'])).toBe('.')
  })

  it('is unknown when nothing proves it, mixed when values contradict each other', () => {
    expect(detectDecimal([])).toBe('unknown')
    expect(detectDecimal(['12', '1 234', '1,234', '', 'n/a'])).toBe('unknown')
    expect(detectDecimal(['12,50', '12.50'])).toBe('mixed')
  })
})
