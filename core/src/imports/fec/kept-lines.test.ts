import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asDate } from '../../calendar/calendar-date.ts'
import { type KeptLine, keepLines } from './kept-lines.ts'

const cell = fc.string({ maxLength: 30 }).map((text) => text.replaceAll('\0', ''))
const day = fc.constantFrom(null, asDate('2026-01-31'), asDate('2026-02-01'), asDate('2025-12-31'))
const cents = fc.integer({ min: -(10 ** 13), max: 10 ** 13 })

const line: fc.Arbitrary<KeptLine> = fc.record({
  line: fc.integer({ min: 1, max: 2 ** 31 - 1 }),
  journal: cell,
  journalName: cell,
  entry: cell,
  entryDate: day,
  ledgerAccount: cell,
  ledgerAccountName: cell,
  auxiliary: cell,
  auxiliaryName: cell,
  pieceRef: cell,
  pieceDate: day,
  label: cell,
  debit: cents,
  credit: cents,
  lettering: cell,
  letteringDate: day,
  dueDate: day,
})

describe('the lines of customers that are kept', () => {
  it('come back as they were, customer by customer', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom('C1', 'C2', ''), line), { maxLength: 30 }), (said) => {
        const kept = keepLines()
        for (const [customer, one] of said) kept.add(customer, one)
        const customers = [...new Set(said.map(([customer]) => customer))]
        expect([...kept.customers()]).toEqual(customers)
        expect(kept.count()).toBe(said.length)
        for (const asked of customers)
          expect(kept.of(asked)).toEqual(said.filter(([customer]) => customer === asked).map(([, one]) => one))
      }),
    )
  })

  it('are many thousands, and each is still itself', () => {
    const kept = keepLines()
    const [base] = fc.sample(line, 1)
    for (let index = 0; index < 10_000; index++)
      kept.add(`C${index % 3}`, { ...(base as KeptLine), line: index, label: `label ${index}`, debit: index * 2 ** 20 })
    expect(kept.of('C1')[3000]).toMatchObject({ line: 9001, label: 'label 9001', debit: 9001 * 2 ** 20 })
    expect(kept.of('C1')).toHaveLength(3333)
  })
})
