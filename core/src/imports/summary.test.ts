import { describe, expect, it } from 'vitest'
import { asDate } from '../calendar/calendar-date.ts'
import { asCurrency, money } from '../money/money.ts'
import { compareInvoice, type KnownInvoice } from './compare-invoice.ts'
import type { InvoiceRow } from './parse-row.ts'
import { openSummary } from './summary.ts'

const EUR = asCurrency('EUR')
const USD = asCurrency('USD')

const anInvoiceRow = (some: Partial<InvoiceRow> = {}): InvoiceRow => ({
  line: 2,
  number: 'F-1',
  numberMade: false,
  kind: 'invoice',
  customer: { name: 'Brun & Fils' },
  issueDate: asDate('2026-01-01'),
  dueDate: asDate('2026-01-31'),
  total: money(12_000, EUR),
  amountDue: money(5_000, EUR),
  paid: money(7_000, EUR),
  ...some,
})

describe('the dry run', () => {
  it('counts rows, new customers once, and sums each currency with credit notes deducted', () => {
    const tally = openSummary(asDate('2026-02-01'))
    tally.addReady({ row: anInvoiceRow(), warnings: [], compared: 'new', newCustomer: 'brun' })
    tally.addReady({
      row: anInvoiceRow({ dueDate: asDate('2026-02-01') }),
      warnings: [],
      compared: 'changed',
      newCustomer: 'brun',
    })
    tally.addReady({
      row: anInvoiceRow({ kind: 'creditNote', total: money(1_000, EUR), amountDue: money(1_000, EUR) }),
      warnings: [],
      compared: 'unchanged',
    })
    tally.addReady({
      row: anInvoiceRow({ issueDate: asDate('2025-11-03'), total: money(99, USD), amountDue: money(0, USD) }),
      warnings: [{ line: 7, code: 'paidByStatus', field: 'status', value: 'Payée' }],
      compared: 'new',
    })
    tally.addRefused()
    expect(tally.summary()).toEqual({
      ready: 4,
      toFix: 1,
      newInvoices: 2,
      changedInvoices: 1,
      unchangedInvoices: 1,
      newCustomers: 1,
      total: [money(23_000, EUR), money(99, USD)],
      amountDue: [money(9_000, EUR), money(0, USD)],
      alreadyLate: 1,
      from: '2025-11-03',
      to: '2026-01-01',
      warnings: [{ code: 'paidByStatus', count: 1, firstLine: 7, value: 'Payée' }],
    })
  })

  it('of nothing is nothing', () => {
    expect(openSummary(asDate('2026-02-01')).summary()).toMatchObject({ ready: 0, total: [], from: null, to: null })
  })
})

describe('an invoice imported again', () => {
  const known: KnownInvoice = {
    number: 'F-1',
    kind: 'invoice',
    customerId: 7,
    issueDate: asDate('2026-01-01'),
    dueDate: asDate('2026-01-31'),
    total: money(12_000, EUR),
    amountDue: money(5_000, EUR),
    project: 'Accueil',
    subject: null,
    orderReference: null,
  }

  it('unknown is new, the same is unchanged', () => {
    expect(compareInvoice(undefined, anInvoiceRow(), 7)).toEqual({ kind: 'new' })
    expect(compareInvoice(known, anInvoiceRow({ project: 'Accueil' }), 7)).toEqual({ kind: 'unchanged' })
  })

  it('says each field that changes, from what to what', () => {
    const row = anInvoiceRow({ dueDate: asDate('2026-02-28'), amountDue: money(0, EUR), subject: 'Pose' })
    expect(compareInvoice(known, row, 8)).toEqual({
      kind: 'changed',
      changes: [
        { field: 'customer', from: 7, to: 8 },
        { field: 'dueDate', from: '2026-01-31', to: '2026-02-28' },
        { field: 'amountDue', from: 5_000, to: 0 },
        { field: 'subject', from: null, to: 'Pose' },
      ],
    })
  })

  it('keeps what the file does not speak of', () => {
    const { issueDate: _, ...silent } = anInvoiceRow()
    expect(compareInvoice(known, silent, 7)).toEqual({ kind: 'unchanged' })
  })
})
