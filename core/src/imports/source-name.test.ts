import { describe, expect, it } from 'vitest'
import { sourceName } from './source-name.ts'

describe('the name of a source', () => {
  it.each([
    ['Factures_SAGE_2026-11.csv', 'Factures SAGE'],
    ['Factures_SAGE_2026-12.csv', 'Factures SAGE'],
    ['export ventes novembre 2026.xlsx', 'export ventes'],
    ['export-ventes-(3).XLSX', 'export ventes'],
    ['Balance âgée.csv', 'Balance âgée'],
  ])('%s is of the source %s', (file, name) => {
    expect(sourceName(file)).toBe(name)
  })

  it('is not made of a number, a date or nothing', () => {
    expect(['20261123.csv', '2026-11.csv', '.csv', '', 'f1234.csv', 'a.csv'].map(sourceName)).toEqual(
      Array<null>(6).fill(null),
    )
  })
})
