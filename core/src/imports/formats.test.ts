import { describe, expect, it } from 'vitest'
import { asCurrency } from '../money/money.ts'
import { detectFormats } from './formats.ts'

const EUR = asCurrency('EUR')
const mapping = ['invoiceNumber', 'issueDate', 'dueDate', 'totalAmount'] as const

const detect = (rows: readonly (readonly string[])[]) =>
  detectFormats(rows, { mapping, currency: EUR, typedNumbers: false })

describe('formats of a file', () => {
  it('are proven by values that read one way only', () => {
    expect(detect([['F1', '20/11/2026', '20/12/2026', '1 234,56']])).toMatchObject({
      dateOrder: 'dmy',
      dateOrderProven: true,
      decimal: ',',
      decimalProven: true,
    })
    expect(detect([['F1', '11/20/2026', '12/20/2026', '1,234.56']])).toMatchObject({ dateOrder: 'mdy', decimal: '.' })
    expect(detect([['F1', '2026-11-20', '2026-12-20', '1234']])).toMatchObject({
      dateOrder: 'ymd',
      dateOrderProven: true,
      decimal: 'auto',
      decimalProven: false,
    })
  })

  it('are day first where nothing tells, and not called proven', () => {
    expect(detect([['F1', '01/02/2026', '01/03/2026', '10,00']])).toMatchObject({
      dateOrder: 'dmy',
      dateOrderProven: false,
    })
  })

  it('follow the order under which due dates come after issue dates', () => {
    const rows = [
      ['F1', '10/05/2026', '11/04/2026', '10.00'],
      ['F2', '09/06/2026', '10/06/2026', '10.00'],
      ['F3', '08/10/2026', '09/09/2026', '10.00'],
    ]
    expect(detect(rows)).toMatchObject({ dateOrder: 'mdy', dateOrderProven: false })
  })

  it('do not fall to one misspelt cell among many', () => {
    const rows = Array.from({ length: 20 }, (_, i) => [`F${i}`, '20/11/2026', '20/12/2026', '1 234,56'])
    rows.push(['F99', '11/23/2026', '20/12/2026', '1,234.56'])
    expect(detect(rows)).toMatchObject({ dateOrder: 'dmy', decimal: ',' })
  })

  it('of a workbook have typed numbers; the amounts in its cells of text say how they are meant', () => {
    const ofWorkbook = (...amounts: string[]) =>
      detectFormats(
        amounts.map((amount) => ['', amount]),
        { mapping: ['dueDate', 'totalAmount'], currency: EUR, typedNumbers: true },
      )
    expect(ofWorkbook('1234.5', '1.2340')).toMatchObject({ decimal: 'auto', decimalProven: true, typedNumbers: true })
    expect(ofWorkbook('1234.5', '1 200,50')).toMatchObject({ decimal: ',' })
    expect(ofWorkbook('1,200.50', '1234.5')).toMatchObject({ decimal: '.' })
  })

  it('of amounts with their side are those of the amounts alone', () => {
    const rows = ['12,50 D', '1.200,00 C'].map((amount) => ['', amount])
    expect(
      detectFormats(rows, { mapping: ['dueDate', 'totalAmount'], currency: EUR, typedNumbers: false }).decimal,
    ).toBe(',')
  })

  it('make numbers only for a file without them', () => {
    expect(detectFormats([], { mapping: ['dueDate'], currency: EUR, typedNumbers: false }).makeNumbers).toBe(true)
  })
})
