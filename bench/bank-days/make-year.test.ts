import { describe, expect, it } from 'vitest'
import { linesRead } from './as-bank-line.ts'
import { makeYear } from './make-year.ts'
import { customersCsv, invoicesCsv } from './write-tables.ts'
import type { BankYear, YearLine } from './year.ts'

const seeds = [1, 2, 3, 4, 5]
const small = (seed: number): BankYear => makeYear({ seed, lines: 300, customers: 80 })

describe('a bank year', () => {
  it('is the same for the same seed, and another for another', () => {
    expect(small(1)).toEqual(small(1))
    expect(small(1).lines).not.toEqual(small(2).lines)
  })

  it.each(seeds)('numbers every invoice once (seed %i)', (seed) => {
    const numbers = small(seed).invoices.map(({ id }) => id)
    expect(new Set(numbers).size).toBe(numbers.length)
  })

  it.each(seeds)('pays no invoice before it exists, nor more than it is (seed %i)', (seed) => {
    const year = small(seed)
    const byNumber = new Map(year.invoices.map((invoice) => [invoice.id, invoice]))
    const left = new Map(year.invoices.map(({ id, amount }) => [id, year.openAtStart.get(id) ?? amount]))
    for (const line of year.lines) {
      for (const { invoice, amount, gap } of line.truth.allocations) {
        left.set(invoice, (left.get(invoice) ?? Number.NaN) - amount - gap)
        expect((byNumber.get(invoice)?.issueDate ?? 'none') <= line.day).toBe(true)
      }
    }
    for (const { id, amount } of year.invoices)
      expect((left.get(id) ?? Number.NaN) * Math.sign(amount)).toBeGreaterThanOrEqual(0)
  })

  it.each(seeds)('gives no more than the line, and says whose invoices they are (seed %i)', (seed) => {
    const year = small(seed)
    const ownerOf = new Map(year.invoices.map(({ id, customer }) => [id, customer]))
    for (const { amount, truth } of year.lines.filter(({ truth }) => truth.allocations.length > 0)) {
      expect(truth.allocations.reduce((sum, paid) => sum + paid.amount, 0)).toBeLessThanOrEqual(amount)
      expect(new Set(truth.customers)).toEqual(new Set(truth.allocations.map(({ invoice }) => ownerOf.get(invoice))))
      expect(truth.allocations.reduce((sum, { gap }) => sum + gap, 0)).toBe(truth.writeoff?.amount ?? 0)
    }
  })

  it.each(seeds)('is read back from the files of its bank, line by line (seed %i)', (seed) => {
    const year = small(seed)
    for (const format of ['camt', 'cfonb'] as const) {
      const read = linesRead(year, year.lines, format)
      expect(year.lines.map(({ id }) => read.get(id)?.amount)).toEqual(year.lines.map(({ amount }) => amount))
      expect(year.lines.map(({ id }) => read.get(id)?.bookedOn)).toEqual(year.lines.map(({ day }) => day))
    }
    const named = year.lines.filter((line) => line.payerName !== '' && line.amount > 0)
    const camt = linesRead(year, year.lines, 'camt')
    expect(named.map(({ id }) => camt.get(id)?.payerName)).toEqual(named.map(({ payerName }: YearLine) => payerName))
    expect([...linesRead(year, year.lines, 'cfonb').values()].every(({ payerIban }) => payerIban === null)).toBe(true)
  })

  it('writes a row for every customer and every invoice', () => {
    const year = small(1)
    expect(customersCsv(year).trimEnd().split('\n')).toHaveLength(year.customers.length + 1)
    expect(invoicesCsv(year).trimEnd().split('\n')).toHaveLength(year.invoices.length + 1)
  })
})
