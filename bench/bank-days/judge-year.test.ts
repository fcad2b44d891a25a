import type { Proposal, Verdict } from '@quittance/core/reconciliation/matching/proposal.ts'
import { describe, expect, it } from 'vitest'
import { figuresOf } from './figures.ts'
import { judgeYear } from './judge-year.ts'
import { makeYear } from './make-year.ts'
import type { OpenMatcher } from './matcher.ts'
import type { BankYear, YearLine } from './year.ts'

const year = makeYear({ seed: 3, lines: 300, customers: 80 })
const place = new Map(year.invoices.map(({ id }, at) => [id, at + 1]))

const proposing = (allocations: Proposal['allocations']): Verdict => ({
  decision: 'auto',
  mayConcern: [],
  proposals: [
    {
      kind: 'paysItems',
      customer: null,
      allocations,
      credit: 0,
      payments: [],
      confidence: 'almostCertain',
      chances: 10_000,
      evidence: [],
    },
  ],
})

/** Answers with the truth, changed by `change`. */
const knowing =
  (
    of: BankYear,
    change: (allocations: Proposal['allocations'], line: YearLine) => Proposal['allocations'],
  ): OpenMatcher =>
  () => ({
    propose: ({ id }) => {
      const line = of.lines.find((one) => Number(one.id.slice(1)) === id)
      if (line === undefined) throw new Error(`no line ${id}`)
      const { allocations, writeoff } = line.truth
      const said = allocations.map(({ invoice, amount, gap }) => ({
        item: place.get(invoice) ?? 0,
        amount,
        difference: gap === 0 || writeoff === null ? null : { reason: writeoff.reason, amount: gap },
      }))
      return proposing(change(said, line))
    },
  })

const figures = (open: OpenMatcher) =>
  figuresOf('all', judgeYear(year, open, { regime: 'daily', format: 'camt' }).lines)

describe('the judge', () => {
  it('finds nothing to blame in who knows the truth', () => {
    const all = figures(knowing(year, (said) => said))
    expect(all).toMatchObject({ applied: all.paying, appliedRight: all.paying, firstRight: all.paying })
    expect(all).toMatchObject({ wrongCustomer: 0, onNoInvoice: 0, reasonRight: all.withGap })
    expect(all.withGap).toBeGreaterThan(0)
  })

  it('counts every line that leaves an invoice out', () => {
    const all = figures(knowing(year, (said) => said.slice(1)))
    expect(all.appliedRight).toBe(0)
    expect(all.applied).toBeGreaterThan(0)
  })

  it('counts money given to somebody else, and money given where nothing is paid', () => {
    const payers = new Set(year.lines.flatMap(({ truth }) => truth.customers))
    const stranger = year.invoices.findIndex(({ customer }) => !payers.has(customer))
    const all = figures(knowing(year, () => [{ item: stranger + 1, amount: 1, difference: null }]))
    expect(all.appliedRight).toBe(0)
    expect(all.onNoInvoice).toBe(all.lines - all.paying)
    expect(all.wrongCustomer).toBe(all.paying)
  })

  it('blames a gap closed for the wrong reason, though the invoices are right', () => {
    const wrong = { reason: 'bankFee', amount: 1 } as const
    const all = figures(knowing(year, (said) => said.map((one) => ({ ...one, difference: one.difference && wrong }))))
    expect(all.withGap).toBeGreaterThan(0)
    expect(all.reasonRight).toBe(0)
  })
})
