import type { CalendarDate } from '../calendar/calendar-date.ts'
import { type Money, sumByCurrency } from '../money/money.ts'
import type { InvoiceRow } from './parse-row.ts'
import type { Warning, WarningCode } from './refusals.ts'

/** What an import would do, before anything is written. Credit notes are deducted from both sums. */
export interface ImportSummary {
  readonly ready: number
  readonly toFix: number
  readonly newInvoices: number
  readonly changedInvoices: number
  readonly unchangedInvoices: number
  readonly newCustomers: number
  readonly total: readonly Money[]
  readonly amountDue: readonly Money[]
  /** Invoices with something left whose due date lies before the day given. */
  readonly alreadyLate: number
  /** First and last issue date, or due date where a row has no issue date. */
  readonly from: CalendarDate | null
  readonly to: CalendarDate | null
  /** How often each warning came, on which line first, and what stood there. */
  readonly warnings: readonly {
    readonly code: WarningCode
    readonly count: number
    readonly firstLine: number
    readonly value: string
  }[]
}

/** What comparing a ready row with what is known has told. */
export interface ReadyRow {
  readonly row: InvoiceRow
  readonly warnings: readonly Warning[]
  /** null for a further due line: its invoice is counted already. */
  readonly compared: 'new' | 'changed' | 'unchanged' | null
  /** Its customer, when this import would create it: the same text for two rows of one customer. */
  readonly newCustomer?: string
}

export interface SummaryTally {
  readonly addReady: (ready: ReadyRow) => void
  readonly addRefused: () => void
  /** A row that repeats another one: neither ready nor to fix. */
  readonly addLeftOut: (warnings: readonly Warning[]) => void
  readonly summary: () => ImportSummary
}

/** Counts row by row, so that a file of any size needs the memory of its warnings and new customers only. */
export function openSummary(today: CalendarDate): SummaryTally {
  const counts = { ready: 0, toFix: 0, new: 0, changed: 0, unchanged: 0, alreadyLate: 0 }
  const newCustomers = new Set<string>()
  const warnings = new Map<WarningCode, { count: number; firstLine: number; value: string }>()
  let total: Money[] = []
  let amountDue: Money[] = []
  let from: CalendarDate | null = null
  let to: CalendarDate | null = null

  const say = (said: readonly Warning[]): void => {
    for (const { code, line, value } of said) {
      const known = warnings.get(code) ?? { count: 0, firstLine: line, value }
      warnings.set(code, { ...known, count: known.count + 1 })
    }
  }

  const addReady = ({ row, warnings: said, compared, newCustomer }: ReadyRow): void => {
    counts.ready++
    if (compared) counts[compared]++
    if (newCustomer !== undefined) newCustomers.add(newCustomer)
    say(said)
    total = sumByCurrency([...total, signed(row, row.total)])
    amountDue = sumByCurrency([...amountDue, signed(row, row.amountDue)])
    if (row.kind !== 'creditNote' && row.amountDue.amount > 0 && row.dueDate && row.dueDate < today)
      counts.alreadyLate++
    const day = row.issueDate ?? row.dueDate
    if (day && (from === null || day < from)) from = day
    if (day && (to === null || day > to)) to = day
  }

  return {
    addReady,
    addRefused: () => {
      counts.toFix++
    },
    addLeftOut: say,
    summary: () => ({
      ready: counts.ready,
      toFix: counts.toFix,
      newInvoices: counts.new,
      changedInvoices: counts.changed,
      unchangedInvoices: counts.unchanged,
      newCustomers: newCustomers.size,
      total,
      amountDue,
      alreadyLate: counts.alreadyLate,
      from,
      to,
      warnings: [...warnings].map(([code, known]) => ({ code, ...known })),
    }),
  }
}

const signed = (row: InvoiceRow, m: Money): Money =>
  row.kind === 'creditNote' && m.amount !== 0 ? { amount: -m.amount, currency: m.currency } : m
