import type { ImportSummary } from '../staging/summary.ts'

/** How far the rows of a file are in. */
export interface RowsIn {
  readonly rows: number
  /** Customers made of them, and payments of those that are paid in part. */
  readonly customers: number
  readonly payments: number
}

/** The part of an application that is done, of the processor time it takes in all: 0 to 1. */
export interface WorkShare {
  ofRows(done: RowsIn): number
  ofPayments(done: number): number
  /** Of the PDFs: their source is laid out again, `part` from 0 to 1, then so many of them go to their invoices. */
  ofFiles(part: number, done: number): number
  /** Of what is decided anew once all is in; `part` from 0 to 1. */
  ofDecisions(part: number): number
}

/**
 * Microseconds of processor, of program and database together, measured by `bench/progress`; only their proportions
 * count. About what is late a message is written: the more of it a customer has, the less each takes.
 */
const prices = {
  known: 60,
  ledgerRow: 172,
  listRow: 150,
  eInvoiceRow: 285,
  customer: 90,
  paid: 125,
  payment: 215,
  byte: 0.013,
  file: 1420,
  decided: 140,
  late: 48,
  lateInCrowd: 42,
  look: 500_000,
  rowLookedAt: 27,
}

/** Due lines of one customer from which on each takes less. */
const crowd = 12

/** Looking for terms to learn, for whose facts changed and for what is left, before and after the decisions. */
const shareOfEnd = 0.01

/** What is ahead, as the check left it. */
export interface Checked {
  readonly summary: Pick<
    ImportSummary,
    'alreadyLate' | 'changedInvoices' | 'newCustomers' | 'newInvoices' | 'unchangedInvoices'
  > | null
  readonly ledger: { readonly payments: number } | null
}

/** The rows that can go in, those of a list that say that a part is paid, and the PDFs that go to invoices. */
export interface Held {
  readonly held: number
  readonly paid: number
  readonly files: number
  /** Of the source they are in. */
  readonly bytes: number
}

/** Payments of a transaction. */
const paymentsAtOnce = 1000

/** Invoices of a transaction: fewer where the file is small, so that the bar moves. */
export const invoicesAtOnce = (held: number): number => Math.min(1000, Math.max(100, Math.ceil(held / 50)))

/** After the first transaction, the fourth, the sixteenth… the database looks at its tables, at a sample of the larger ones. */
function looksIn(transactions: number, rowsAt: (transaction: number) => number): number {
  let price = 0
  for (let at = 1; at <= transactions; at *= 4) price += Math.min(prices.look, rowsAt(at) * prices.rowLookedAt)
  return price
}

const nothing = { alreadyLate: 0, changedInvoices: 0, newCustomers: 0, newInvoices: 1, unchangedInvoices: 0 }

export function workShare({ summary, ledger }: Checked, { held, paid, files, bytes }: Held): WorkShare {
  const { newInvoices, changedInvoices, unchangedInvoices, newCustomers, alreadyLate } = summary ?? nothing
  const news = (newInvoices + changedInvoices) / Math.max(1, newInvoices + changedInvoices + unchangedInvoices)
  const row =
    news * (ledger ? prices.ledgerRow : files > 0 ? prices.eInvoiceRow : prices.listRow) + (1 - news) * prices.known
  const customer = ledger ? 0 : prices.customer
  const rowsOnly = held * row + newCustomers * customer + paid * prices.paid
  const told = ledger?.payments ?? 0
  const count = invoicesAtOnce(held)
  const looksOfRows = (transactions: number): number => looksIn(transactions, (at) => at * count)
  const looksOfPayments = (transactions: number): number => looksIn(transactions, () => held)
  const rows = rowsOnly + looksOfRows(held / count)
  const payments = told * prices.payment + looksOfPayments(told / paymentsAtOnce)
  const laid = files > 0 ? bytes * prices.byte : 0
  const attached = laid + files * prices.file
  const decisions = decisionsOf(news * alreadyLate, Math.max(1, newCustomers))
  const all = Math.max(1, rows + payments + attached + decisions) / (1 - shareOfEnd)
  return {
    ofRows(done) {
      const brought = done.customers * customer + Math.min(paid, done.payments) * prices.paid
      // The look after a transaction comes once its share is said.
      return (Math.min(rowsOnly, done.rows * row + brought) + looksOfRows(done.rows / count - 1)) / all
    },
    ofPayments(done) {
      const some = Math.min(told, done)
      return (rows + some * prices.payment + looksOfPayments(some / paymentsAtOnce - 1)) / all
    },
    ofFiles: (part, done) => (rows + payments + Math.min(attached, laid * part + done * prices.file)) / all,
    ofDecisions: (part) => (rows + payments + attached + part * decisions) / all,
  }
}

function decisionsOf(late: number, customers: number): number {
  if (late === 0) return 0
  const some = Math.min(late, customers * crowd)
  return Math.min(customers, late) * prices.decided + some * prices.late + (late - some) * prices.lateInCrowd
}
