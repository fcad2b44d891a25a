import { asDate, type CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import type {
  BankLine,
  BookedItem,
  Books,
  LearntLine,
  SettledItem,
} from '@quittance/core/reconciliation/matching/books.ts'
import { lineOf } from './as-bank-line.ts'
import type { BankYear, YearInvoice, YearLine } from './year.ts'

/** What is paid of one invoice by one line; `gap` is closed beside it. */
export interface Applied {
  readonly invoice: string
  readonly amount: number
  readonly gap: number
}

/** The books of the firm as they stand on a day: what is applied, and nothing of what is only true. */
export interface KeptBooks {
  readonly numberOf: (item: number) => YearInvoice
  readonly customerOf: (id: number) => string
  readonly ownerOf: (invoice: string) => string
  readonly dueOf: (invoice: string) => number
  apply(line: YearLine, allocations: readonly Applied[]): void
  undo(line: YearLine): void
  /** A line with what a person says it pays; the truth, always. */
  confirm(line: YearLine): void
  booksOn(day: CalendarDate): Books
}

/** All books at once: `count` invoices of the year open, whatever was paid, and nothing learnt. */
export function allOpen(year: BankYear, count: number): Books {
  const customerIds = new Map(year.customers.map(({ id }, at) => [id, at + 1]))
  const idOf = (customer: string): number => customerIds.get(customer) ?? 0
  const amounts = new Map(year.invoices.map(({ id, amount }) => [id, amount]))
  const items = itemsOn(year, asDate('2025-12-31'), (invoice) => amounts.get(invoice) ?? 0, idOf).slice(-count)
  return { customers: customersOf(year, idOf), items, settled: [], recorded: [], promises: [], learnt: [], ignored: [] }
}

/** `read` are all lines of year and history as the bank's format lets them through. */
export function keepBooks(year: BankYear, read: ReadonlyMap<string, BankLine>): KeptBooks {
  const due = new Map(year.invoices.map(({ id, amount }) => [id, year.openAtStart.get(id) ?? amount]))
  const settledOn = new Map<string, CalendarDate>()
  for (const { id, dueDate } of year.invoices) if (due.get(id) === 0) settledOn.set(id, dueDate)
  const applied = new Map<string, readonly Applied[]>()
  const customerIds = new Map(year.customers.map(({ id }, at) => [id, at + 1]))
  const idOf = (customer: string): number => customerIds.get(customer) ?? 0
  const invoices = new Map(year.invoices.map((invoice) => [invoice.id, invoice]))
  const learntOf = learner(read, idOf, (invoice) => invoices.get(invoice)?.customer ?? '')
  const learnt = year.history.filter(({ amount }) => amount > 0).map(learntOf)
  const customers = customersOf(year, idOf)
  const move = (invoice: string, amount: number, day: CalendarDate): void => {
    const left = (due.get(invoice) ?? 0) - amount
    due.set(invoice, left)
    if (left === 0) settledOn.set(invoice, day)
    else settledOn.delete(invoice)
  }
  const kept: KeptBooks = {
    numberOf: (item) => year.invoices[item - 1] ?? missing(item),
    customerOf: (id) => year.customers[id - 1]?.id ?? '',
    ownerOf: (invoice) => invoices.get(invoice)?.customer ?? '',
    dueOf: (invoice) => due.get(invoice) ?? 0,
    apply: (line, allocations) => {
      for (const { invoice, amount, gap } of allocations) move(invoice, amount + gap, line.day)
      applied.set(line.id, allocations)
    },
    undo: (line) => {
      for (const { invoice, amount, gap } of applied.get(line.id) ?? []) move(invoice, -amount - gap, line.day)
      applied.delete(line.id)
    },
    confirm: (line) => {
      kept.undo(line)
      kept.apply(line, line.truth.allocations)
      learnt.push(learntOf(line))
    },
    booksOn: (day) => ({
      customers,
      items: itemsOn(year, day, kept.dueOf, idOf),
      settled: settledBy(year, settledOn, idOf),
      recorded: [],
      promises: [],
      learnt: [...learnt],
      ignored: [],
      own: { names: [year.firmName], ibans: [year.firmIban, year.firmSavings] },
    }),
  }
  return kept
}

const missing = (item: number): never => {
  throw new Error(`no item ${item}`)
}

const customersOf = (year: BankYear, idOf: (customer: string) => number): Books['customers'] =>
  year.customers.map((customer) => ({
    id: idOf(customer.id),
    code: customer.accountCode,
    name: customer.name,
    otherNames: customer.tradeName === '' ? [] : [customer.tradeName],
    siren: customer.siren === '' ? null : customer.siren,
    city: customer.city,
    country: customer.country,
    ibans: customer.iban === '' ? [] : [customer.iban],
    parent: customer.parent === null ? null : idOf(customer.parent),
    earlyDiscount:
      customer.discountPoints === 0 ? null : { basisPoints: customer.discountPoints, days: customer.discountDays },
  }))

const itemsOn = (
  year: BankYear,
  day: CalendarDate,
  dueOf: (invoice: string) => number,
  idOf: (customer: string) => number,
): BookedItem[] =>
  year.invoices.flatMap((invoice, at): BookedItem[] => {
    const amountDue = dueOf(invoice.id)
    if (invoice.issueDate > day || amountDue === 0) return []
    const { issueDate, dueDate, amount } = invoice
    return [
      {
        id: at + 1,
        customer: idOf(invoice.customer),
        invoiceNumber: invoice.id,
        references: invoice.poNumber === '' ? [] : [invoice.poNumber],
        paymentReference: null,
        issueDate,
        dueDate,
        amount,
        amountDue,
        isDeposit: false,
      },
    ]
  })

const settledBy = (
  year: BankYear,
  settledOn: ReadonlyMap<string, CalendarDate>,
  idOf: (customer: string) => number,
): SettledItem[] =>
  year.invoices.flatMap(({ id, customer, amount }) => {
    const on = settledOn.get(id)
    return on === undefined ? [] : [{ customer: idOf(customer), invoiceNumber: id, amount, settledOn: on }]
  })

const learner =
  (read: ReadonlyMap<string, BankLine>, idOf: (customer: string) => number, ownerOf: (invoice: string) => string) =>
  (line: YearLine): LearntLine => ({
    line: lineOf(read, line),
    customers: line.truth.customers.map(idOf),
    allocations: line.truth.allocations.map(({ invoice, amount }) => ({
      invoiceNumber: invoice,
      customer: idOf(ownerOf(invoice)),
      amount,
    })),
    difference: line.truth.writeoff,
  })
