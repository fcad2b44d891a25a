import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvLine } from './csv-line.ts'

describe('a line for a spreadsheet', () => {
  it.each(['=1+1', '+1+1', '-1+1', '-2-3', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1', '+33(0)1', "-1'"])(
    'keeps %j from being run',
    (text) => {
      expect(csvLine([text], ';').replace(/^"/, '')).toMatch(/^'/)
    },
  )

  it.each(['-12,50', '-1 234.00', '+33 1 23 45 67 89', '-12,00 €', '- 80', '-5 EUR', '12', 'Brun & Fils', '', '-'])(
    'leaves %j as it is, if need be in quotes',
    (text) => {
      expect(parse(csvLine([text, 'x'], ';'), { delimiter: ';' })).toEqual([[text === '-' ? "'-" : text, 'x']])
    },
  )

  it('is cut by no separator of another country', () => {
    expect(csvLine(['Durand,=1+1', 'a\t=1', 'b;=1'], ';')).toBe('"Durand,=1+1";"a\t=1";"b;=1"\r\n')
  })

  it('holds no formula and loses nothing but takes one apostrophe, whatever its cells', () => {
    const sign = fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '"', ';', ',', '1', ' ', 'a', "'")
    const cell = fc.oneof(fc.string(), fc.string({ unit: sign }))
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1 }), fc.constantFrom(';', ','), (cells, delimiter) => {
        const [read = []] = parse(csvLine(cells, delimiter), { delimiter, record_delimiter: '\r\n' }) as string[][]
        const lost = cells.length === 1 && cells[0] === ''
        if (lost) return
        expect(read.map((text, index) => (text === cells[index] ? text : text.slice(1)))).toEqual(cells)
        for (const text of read) expect(text).not.toMatch(/^[=@\t\r\n]|^[+-](?!\s?\d[\d\s.,’€$£A-Z]*$)/)
      }),
    )
  })
})
