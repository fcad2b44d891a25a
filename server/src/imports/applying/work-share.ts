import type { ImportSummary } from '../staging/summary.ts'

/** The part of an application that is done, of the time it takes in all: 0 to 1. */
export interface WorkShare {
  ofRows(done: number): number
  ofPayments(done: number): number
  /** Of what is decided anew once all is in; `part` from 0 to 1. */
  ofDecisions(part: number): number
}

/**
 * Microseconds, measured on files of a million lines; only their proportions count. A row of a list brings its payment in
 * with it, a ledger has them apart; about what is late a message is written.
 */
const costs = { known: 60, ledgerRow: 125, listRow: 180, payment: 185, late: 45 }

/** Looking for terms to learn, for whose facts changed and for what is left, before and after the decisions. */
const shareOfEnd = 0.01

/** What is ahead, as the check left it. */
interface Checked {
  readonly summary: Pick<ImportSummary, 'alreadyLate' | 'changedInvoices' | 'newInvoices' | 'unchangedInvoices'> | null
  readonly ledger: { readonly payments: number } | null
}

/** `held`: the rows that can go in. */
export function workShare({ summary, ledger }: Checked, held: number): WorkShare {
  const { newInvoices = 1, changedInvoices = 0, unchangedInvoices = 0, alreadyLate = 0 } = summary ?? {}
  const news = (newInvoices + changedInvoices) / Math.max(1, newInvoices + changedInvoices + unchangedInvoices)
  const row = news * (ledger ? costs.ledgerRow : costs.listRow) + (1 - news) * costs.known
  const rows = held * row
  const payments = (ledger?.payments ?? 0) * costs.payment
  const decisions = news * alreadyLate * costs.late
  const all = Math.max(1, rows + payments + decisions) / (1 - shareOfEnd)
  return {
    ofRows: (done) => Math.min(rows, done * row) / all,
    ofPayments: (done) => (rows + Math.min(payments, done * costs.payment)) / all,
    ofDecisions: (part) => (rows + payments + part * decisions) / all,
  }
}
