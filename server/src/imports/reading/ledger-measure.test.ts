import type { FecLine } from '@quittance/core/imports/fec/fec-line.ts'
import { describe, expect, it } from 'vitest'
import { ledgerMeasure } from './ledger-measure.ts'

const line = { line: 2, ledgerAccount: '411000', debit: 100, credit: 0 } as FecLine

function linesTaken(one: FecLine, most: number): number {
  const measure = ledgerMeasure()
  for (let count = 0; count <= most; count++) {
    try {
      measure(one)
    } catch (error) {
      expect(error).toMatchObject({ problem: { code: 'ledgerTooLarge' } })
      return count
    }
  }
  return most
}

describe('a ledger without end', () => {
  it('is refused where its customers have more than a million lines, or all accounts five', () => {
    expect(linesTaken(line, 1_100_000)).toBe(1_000_000)
    expect(linesTaken({ ...line, ledgerAccount: '706000' }, 5_100_000)).toBe(5_000_000)
  })
})
