import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asDate, type CalendarDate } from '../calendar/calendar-date.ts'
import { asCurrency, money } from '../money/money.ts'
import type { InvoiceRow } from './parse-row.ts'
import { type InvoicePlan, type KnownWhole, planInvoice, type Stated } from './plan-invoice.ts'
import type { KnownLine, LinePlan } from './plan-lines.ts'
import type { StatedLine } from './stated-lines.ts'

const EUR = asCurrency('EUR')
const day = asDate

const aLine = (some: Partial<KnownLine> = {}): KnownLine => ({
  id: 1,
  dueDate: day('2026-01-31'),
  amount: 1000,
  amountDue: 1000,
  reversed: 0,
  ...some,
})

const anInvoice = (lines: readonly KnownLine[] = [aLine()], some: Partial<KnownWhole> = {}): KnownWhole => ({
  number: 'F-1',
  kind: 'invoice',
  customerId: 7,
  issueDate: day('2026-01-01'),
  dueDate: null,
  total: money(
    lines.reduce((sum, { amount }) => sum + amount, 0),
    EUR,
  ),
  amountDue: money(
    lines.reduce((sum, { amountDue }) => sum + amountDue, 0),
    EUR,
  ),
  project: null,
  subject: null,
  orderReference: null,
  lines,
  ...some,
})

const said = (dueDate: string | null, total: number, amountDue = total): StatedLine => ({
  dueDate: dueDate === null ? null : day(dueDate),
  total,
  amountDue,
})

const stated = (lines: readonly StatedLine[], row: Partial<InvoiceRow> = {}, some: Partial<Stated> = {}): Stated => ({
  row: {
    line: 2,
    number: 'F-1',
    numberMade: false,
    kind: 'invoice',
    customer: { name: 'Brun & Fils' },
    issueDate: day('2026-01-01'),
    total: money(0, EUR),
    amountDue: money(0, EUR),
    paid: money(0, EUR),
    ...row,
  },
  lines,
  customerId: 7,
  isConfirmed: false,
  ...some,
})

/** The invoice as the database holds it once the plan is carried out. */
function after(known: KnownWhole | undefined, { row, customerId }: Stated, plan: InvoicePlan): KnownWhole | undefined {
  if (plan.kind === 'unchanged' || plan.kind === 'refused') return known
  const done = (line: LinePlan, index: number): KnownLine => ({
    id: line.known?.id ?? 1 + index + Math.max(0, ...(known?.lines ?? []).map(({ id }) => id)),
    dueDate: line.dueDate,
    amount: line.amount,
    amountDue: line.amountDue,
    reversed: line.known?.reversed ?? 0,
  })
  const touched = plan.lines.map(done)
  const kept = (known?.lines ?? []).filter(({ id }) => !touched.some((line) => line.id === id))
  const lines = [...kept, ...touched].sort((a, b) => a.id - b.id)
  return anInvoice(lines, { kind: row.kind, customerId, issueDate: row.issueDate ?? null })
}

describe('an invoice imported again', () => {
  it('as it is changes nothing', () => {
    expect(planInvoice(anInvoice(), stated([said('2026-01-31', 1000)]))).toEqual({ kind: 'unchanged' })
  })

  it('with less left to pay is told the missing part only', () => {
    const known = anInvoice([aLine({ amountDue: 700 })])
    expect(planInvoice(known, stated([said('2026-01-31', 1000, 200)]))).toMatchObject({
      kind: 'changed',
      changes: [{ field: 'amountDue', from: 700, to: 200 }],
      lines: [{ pay: 500, amountDue: 200 }],
    })
  })

  it('by a file that has not heard of our payments keeps them', () => {
    const known = anInvoice([aLine({ amountDue: 0 })])
    expect(planInvoice(known, stated([said('2026-01-31', 1000, 1000)])).kind).toBe('unchanged')
  })

  it('does not bring back a payment a person reversed', () => {
    const known = anInvoice([aLine({ amountDue: 1000, reversed: 400 })])
    expect(planInvoice(known, stated([said('2026-01-31', 1000, 600)])).kind).toBe('unchanged')
  })

  it('with another total and another due date says both, old and new', () => {
    expect(planInvoice(anInvoice(), stated([said('2026-02-15', 1200)]))).toMatchObject({
      changes: [
        { field: 'total', from: 1000, to: 1200 },
        { field: 'amountDue', from: 1000, to: 1200 },
        { field: 'dueDate', from: '2026-01-31', to: '2026-02-15' },
      ],
    })
  })

  it('is refused when its total falls below what is paid', () => {
    const known = anInvoice([aLine({ amountDue: 300 })])
    expect(planInvoice(known, stated([said('2026-01-31', 600)]))).toEqual({ kind: 'refused', code: 'paymentsStand' })
  })

  it('for another customer waits for a person, and cannot move once something is paid', () => {
    const other = { customerId: 8 }
    expect(planInvoice(anInvoice(), stated([said('2026-01-31', 1000)], {}, other))).toMatchObject({
      code: 'numberTaken',
    })
    const confirmed = stated([said('2026-01-31', 1000)], {}, { ...other, isConfirmed: true })
    expect(planInvoice(anInvoice(), confirmed)).toMatchObject({ changes: [{ field: 'customer', from: 7, to: 8 }] })
    expect(planInvoice(anInvoice([aLine({ amountDue: 1 })]), confirmed)).toMatchObject({ code: 'paymentsStand' })
  })

  it('keeps being a deposit when the file calls it an invoice', () => {
    const known = anInvoice([aLine()], { kind: 'deposit' })
    expect(planInvoice(known, stated([said('2026-01-31', 1000)])).kind).toBe('unchanged')
  })
})

describe('an invoice of several due lines', () => {
  const deposit = aLine({ id: 1, dueDate: day('2026-01-31'), amount: 300, amountDue: 300 })
  const balance = aLine({ id: 2, dueDate: day('2026-02-28'), amount: 700, amountDue: 700 })
  const known = anInvoice([deposit, balance])

  it('keeps the lines a file no longer mentions', () => {
    expect(planInvoice(known, stated([said('2026-02-28', 700)])).kind).toBe('unchanged')
  })

  it('follows a line whose date moved', () => {
    const plan = planInvoice(known, stated([said('2026-01-31', 300), said('2026-03-31', 700)]))
    expect(plan).toMatchObject({ changes: [{ field: 'dueDate', from: '2026-02-28', to: '2026-03-31' }] })
    expect(plan).toMatchObject({ lines: [{ known: { id: 2 } }] })
  })

  it('gains a line', () => {
    const plan = planInvoice(known, stated([said('2026-01-31', 300), said('2026-02-28', 500), said('2026-03-31', 200)]))
    expect(plan).toMatchObject({ kind: 'changed', lines: [{ known: { id: 2 }, amount: 500 }, { known: null }] })
  })

  it('stated as one amount without a date pays its oldest line first', () => {
    const plan = planInvoice(known, stated([said(null, 1000, 600)]))
    expect(plan).toMatchObject({ lines: [{ pay: 300 }, { pay: 100 }] })
  })
})

describe('a credit note', () => {
  const credit = { kind: 'creditNote' as const }
  const whole = anInvoice([aLine({ amountDue: 600 })], credit)

  it('used in Quittance and not yet in the file stays used', () => {
    expect(planInvoice(whole, stated([said('2026-01-31', 1000, 1000)], credit)).kind).toBe('unchanged')
  })

  it('used elsewhere stands for what is left of it', () => {
    expect(planInvoice(whole, stated([said('2026-01-31', 1000, 250)], credit))).toMatchObject({
      changes: [
        { field: 'total', from: 1000, to: 650 },
        { field: 'amountDue', from: 600, to: 250 },
      ],
      lines: [{ amount: 650, amountDue: 250, pay: 0 }],
    })
  })
})

const aDay = fc.constantFrom<CalendarDate>(day('2026-01-31'), day('2026-02-28'), day('2026-03-31'), day('2026-04-30'))
const someLines = fc
  .uniqueArray(
    fc.record({
      dueDate: aDay,
      total: fc.integer({ min: 1, max: 5000 }),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
    }),
    {
      selector: (line) => line.dueDate,
      minLength: 1,
      maxLength: 3,
    },
  )
  .map((lines) => lines.map(({ dueDate, total, share }) => ({ dueDate, total, amountDue: Math.round(total * share) })))

it('the same file twice changes nothing, whatever was known before it', () => {
  fc.assert(
    fc.property(fc.option(someLines, { nil: undefined }), someLines, fc.boolean(), (before, file, isCredit) => {
      const kind = isCredit ? ('creditNote' as const) : ('invoice' as const)
      const asKind = (lines: StatedLine[]) => (isCredit ? lines.map((l) => ({ ...l, total: l.amountDue })) : lines)
      const first = before && stated(asKind(before), { kind })
      const start = first && after(undefined, first, planInvoice(undefined, first))
      const second = stated(asKind(file), { kind })
      const plan = planInvoice(start, second)
      const end = after(start, second, plan)
      expect(planInvoice(end, second).kind).toBe(plan.kind === 'refused' ? 'refused' : 'unchanged')
      for (const line of end?.lines ?? []) {
        expect(line.amountDue).toBeGreaterThanOrEqual(0)
        expect(line.amountDue).toBeLessThanOrEqual(line.amount)
      }
    }),
    { numRuns: 2000 },
  )
})
