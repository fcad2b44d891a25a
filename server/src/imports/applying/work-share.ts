import type { ImportSummary } from '../staging/summary.ts'

/** How far the rows of a file are in. */
export interface RowsIn {
  readonly rows: number
  /** Customers made of them, and payments of those that are paid in part. */
  readonly customers: number
  readonly payments: number
}

/**
 * The part of an application that is done, of the processor time it takes in all: 0 to 1. Between two transactions it is
 * half a step ahead, so that the bar is never a whole one behind.
 */
export interface WorkShare {
  /** `looked`: which part of the look is done that the database takes after them, where it takes one. */
  ofRows(done: RowsIn, looked?: number): number
  ofPayments(done: number, looked?: number): number
  /** Of the PDFs: their source is laid out again, `part` from 0 to 1, then so many of them go to their invoices. */
  ofFiles(part: number, done: number): number
  /** Of looking for what changed, once all is in; `part` from 0 to 1. */
  ofSettled(part: number): number
  /** Of what is decided anew for it. */
  ofDecisions(part: number): number
}

/**
 * Microseconds of processor, of program and database together, measured by `bench/progress`; only their proportions
 * count. About what is late a message is written: the more of it a customer has, the less each takes.
 */
const prices = {
  opening: 30_000,
  rowCounted: 0.3,
  known: 60,
  ledgerRow: 167,
  listRow: 143,
  eInvoiceRow: 260,
  /** A row of a list, by the root of how many customers the list has: the more, the further apart lies what it touches. */
  rowAmongCustomers: 0.17,
  customer: 50,
  paid: 100,
  payment: 205,
  look: 20_000,
  rowLookedAt: 12,
  byte: 0.013,
  file: 1600,
  rowSettled: 4.5,
  ledgerRowSettled: 6,
  decidedAtAll: 120_000,
  decided: 172,
  late: 50,
  lateInCrowd: 39,
  paidSince: 15,
  ending: 20_000,
}

/** Rows of a table that the database looks at, at most. */
const sample = 30_000

/** What the last row of a list takes more than its first, as a part: the tables have grown. */
const growth = 0.06

/** Due lines of one customer from which on each takes less. */
const crowd = 12

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

/** Invoices, or payments, of a transaction: fewer where there are few, so that the bar moves. */
export const atOnce = (all: number): number => Math.min(1000, Math.max(100, Math.ceil(all / 60)))

/** After the first transaction, the fourth, the sixteenth… the database looks at its tables, at a sample of the larger ones. */
function looksIn(transactions: number, rowsAtOnce: number): number {
  let price = 0
  for (let at = 1; at <= transactions; at *= 4)
    price += prices.look + Math.min(sample, at * rowsAtOnce) * prices.rowLookedAt
  return price
}

/** Things that go in many a transaction, and the looks at the tables they go to. */
interface Part {
  readonly price: number
  /** After `done` things that took that much. */
  done(things: number, price: number, looked: number): number
}

function partOf(things: number, price: number): Part {
  const count = atOnce(things)
  const transactions = (some: number): number => Math.ceil(some / count)
  const each = price / Math.max(1, things)
  const all = price + looksIn(transactions(things), count)
  return {
    price: all,
    done(some, took, looked) {
      const at = transactions(some)
      const [before, after] = [looksIn(at - 1, count), looksIn(at, count)]
      const next = (Math.min(count, things - some) * each) / 2
      return Math.min(all, took + next + before + looked * (after - before))
    },
  }
}

const nothing = { alreadyLate: 0, changedInvoices: 0, newCustomers: 0, newInvoices: 1, unchangedInvoices: 0 }

export function workShare({ summary, ledger }: Checked, { held, paid, files, bytes }: Held): WorkShare {
  const { newInvoices, changedInvoices, unchangedInvoices, newCustomers, alreadyLate } = summary ?? nothing
  const news = (newInvoices + changedInvoices) / Math.max(1, newInvoices + changedInvoices + unchangedInvoices)
  const isList = !ledger && files === 0
  const newRow = ledger
    ? prices.ledgerRow
    : isList
      ? prices.listRow + Math.sqrt(newCustomers) * prices.rowAmongCustomers
      : prices.eInvoiceRow
  const rowsTake = growing(held, news * newRow + (1 - news) * prices.known, isList ? growth : 0)
  const customer = ledger ? 0 : prices.customer
  const told = ledger?.payments ?? 0
  const rows = partOf(held, rowsTake(held) + newCustomers * customer + paid * prices.paid)
  const payments = partOf(told, told * prices.payment)
  const laid = files > 0 ? bytes * prices.byte : 0
  const decisions = decisionsOf(news * alreadyLate, Math.max(1, newCustomers)) + told * prices.paidSince
  const [atRows, atPayments, atFiles, atEnd, atDecisions, all] = sums([
    prices.opening + (held + told) * prices.rowCounted,
    rows.price,
    payments.price,
    laid + files * prices.file,
    (held + told) * (ledger ? prices.ledgerRowSettled : prices.rowSettled) * news,
    decisions + prices.ending,
  ])
  return {
    ofRows(done, looked = 0) {
      const brought = Math.min(newCustomers, done.customers) * customer + Math.min(paid, done.payments) * prices.paid
      return (atRows + rows.done(done.rows, rowsTake(done.rows) + brought, looked)) / all
    },
    ofPayments(done, looked = 0) {
      const some = Math.min(told, done)
      return (atPayments + payments.done(some, some * prices.payment, looked)) / all
    },
    ofFiles: (part, done) => Math.min(atEnd, atFiles + laid * part + done * prices.file) / all,
    ofSettled: (part) => (atEnd + part * (atDecisions - atEnd)) / all,
    ofDecisions: (part) => (atDecisions + part * decisions) / all,
  }
}

/** What so many of `all` rows take, of which the last takes that part more than the first. */
function growing(all: number, price: number, more: number): (rows: number) => number {
  return (rows) => (rows * price * (1 + (more * rows) / Math.max(1, all) / 2)) / (1 + more / 2)
}

type Six = readonly [number, number, number, number, number, number]

/** Where each of the parts ends. */
function sums([a, b, c, d, e, f]: Six): Six {
  const [ab, abc] = [a + b, a + b + c]
  return [a, ab, abc, abc + d, abc + d + e, Math.max(1, abc + d + e + f)]
}

function decisionsOf(late: number, customers: number): number {
  if (late === 0) return 0
  const some = Math.min(late, customers * crowd)
  return (
    prices.decidedAtAll +
    Math.min(customers, late) * prices.decided +
    some * prices.late +
    (late - some) * prices.lateInCrowd
  )
}
