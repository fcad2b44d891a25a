import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import { cutText } from '@quittance/core/imports/cut-text.ts'
import type { FecLine, FecRefusedLine } from '@quittance/core/imports/fec/fec-line.ts'
import { customerKey, type FecSums, isCustomerLine, startFecTotals } from '@quittance/core/imports/fec/fec-totals.ts'
import { type LedgerFacts, ledgerFacts } from '@quittance/core/imports/fec/ledger-facts.ts'
import {
  type CustomerBooks,
  type ReceivablesBuilder,
  startReceivables,
  type UnbalancedLetters,
} from '@quittance/core/imports/fec/rebuild-receivables.ts'
import { notesCell } from '@quittance/core/imports/reader-notes.ts'
import type { SourceRow } from '@quittance/core/imports/row-cells.ts'
import type { FecFile, FecRepair } from '../fec-file.ts'
import { ReadingError } from '../reading-error.ts'
import type { SourceFile } from '../source-file.ts'
import type { Table } from '../table.ts'
import { type Balances, type LedgerBalance, openBalances } from './ledger-balances.ts'
import { ledgerCells, ledgerCurrency, ledgerHeaders, ledgerMapping } from './ledger-cells.ts'
import { type LedgerWork, ledgerWork } from './ledger-work.ts'

/** A ledger while its rows are read: customer by customer, so that it never lies whole in memory. */
export interface Ledger {
  /** What belongs to the rows given since this was asked last. */
  take(): LedgerPart[]
  /** Once the rows have been read to the end. */
  totals(): LedgerTotals
  /** What is written otherwise than the law says; whole once the rows have been read to the end. */
  repairs(): readonly FecRepair[]
}

/** One customer's payments, allocations and balance, besides its invoices. */
export interface LedgerPart {
  readonly customer: CustomerOfLedger
  readonly facts: LedgerFacts
  readonly balance: LedgerBalance
}

/** The code as people know it: the auxiliary, or the account where the firm has one for each customer. */
export interface CustomerOfLedger {
  readonly code: string
  readonly name: string
}

/** Of the whole file; amounts in cents. */
export interface LedgerTotals {
  readonly lines: number
  readonly debit: number
  readonly credit: number
  /** Entries whose debit is not their credit. */
  readonly entriesOutOfBalance: number
  /** Lettered groups of account 411, and those that do not come to nothing. */
  readonly letteredGroups: number
  readonly lettersOutOfBalance: readonly {
    readonly customer: string
    readonly letters: string
    readonly balance: number
  }[]
  readonly customerDebit: number
  readonly customerCredit: number
  readonly unreadable: number
  readonly from: string | null
  readonly to: string | null
}

/** Groups of letters told by name. */
const mostLetters = 200

/** A ledger as a table of what its customers owe; its payments and balances come with it. */
export function ledgerTable(fec: FecFile, file: SourceFile): Table {
  const lines = noLines()
  const work = ledgerWork(file.size, lines.receivables.lines)
  let isRead = false
  let parts: LedgerPart[] = []
  let totals: LedgerTotals | undefined
  async function* prepare(): AsyncGenerator<void> {
    try {
      yield* readLines(fec, lines, work)
      for (const seen of lines.receivables.seeNumbers()) {
        work.seeLines(seen)
        if (work.isWorthSaying()) yield
      }
      isRead = true
    } finally {
      if (!isRead) await file.release()
    }
  }
  async function* rows(): AsyncGenerator<SourceRow> {
    try {
      if (!isRead) for await (const _ of prepare());
      if (lines.refused.length === 0 && lines.sums.totals().lines === 0) throw new ReadingError({ code: 'noRows' })
      yield* lines.refused.map(refusedRow)
      const unbalanced: UnbalancedLetters[] = []
      for (const books of lines.receivables.byCustomer()) {
        const part = partOf(books, lines)
        for (const letters of books.unbalanced) unbalanced.push(letters)
        parts.push(part)
        yield* work.giveRows(books.lines, itemRows(part), part.facts.items.length)
      }
      totals = totalsOf(lines, unbalanced)
    } finally {
      await file.release()
    }
  }
  return {
    format: {
      kind: 'fec',
      encoding: fec.encoding,
      separator: fec.separator,
      quote: null,
      headerLine: 1,
      sheet: null,
      sheets: [],
    },
    known: {
      mapping: ledgerMapping,
      formats: {
        decimal: '.',
        decimalProven: true,
        dateOrder: 'ymd',
        dateOrderProven: true,
        currency: ledgerCurrency,
        typedNumbers: false,
        makeNumbers: false,
      },
    },
    headers: ledgerHeaders,
    prepare,
    rows: rows(),
    skipped: [],
    progress: work.progress,
    close: file.release,
    ledger: {
      take: () => {
        const taken = parts
        parts = []
        return taken
      },
      totals: () => {
        if (!totals) throw new Error('The rows of the ledger were not read to the end')
        return totals
      },
      repairs: fec.repairs,
    },
  }
}

interface Lines {
  readonly receivables: ReceivablesBuilder
  readonly sums: FecSums
  readonly balances: Balances
  readonly days: { from: string | null; to: string | null }
  readonly refused: FecRefusedLine[]
}

const noLines = (): Lines => ({
  receivables: startReceivables(),
  sums: startFecTotals(),
  balances: openBalances(),
  days: { from: null, to: null },
  refused: [],
})

async function* readLines(fec: FecFile, lines: Lines, work: LedgerWork): AsyncGenerator<void> {
  for await (const line of fec.lines(work.readBytes)) {
    if (work.isWorthSaying()) yield
    if ('problem' in line) {
      lines.refused.push(line)
      continue
    }
    lines.receivables.add(line)
    lines.sums.add(line)
    if (isCustomerLine(line)) lines.balances.add(customerKey(line), line)
    noteDay(lines.days, line)
  }
}

function partOf(books: CustomerBooks, { balances, days }: Lines): LedgerPart {
  const facts = dated(ledgerFacts(books), days.to)
  return {
    customer: { code: codeOf(books.customer), name: books.name || codeOf(books.customer) },
    facts,
    balance: balances.balanceOf(books, facts),
  }
}

/** A payment whose line has no day is at least not younger than the ledger. */
function dated(facts: LedgerFacts, lastDay: string | null): LedgerFacts {
  if (facts.payments.every(({ receivedOn }) => receivedOn !== null)) return facts
  if (lastDay === null) throw new ReadingError({ code: 'noRows' })
  const payments = facts.payments.map((payment) => ({
    ...payment,
    receivedOn: payment.receivedOn ?? asDate(lastDay),
  }))
  return { ...facts, payments }
}

const codeOf = (customer: string): string => customer.replace(/^account /, '')

function noteDay(days: { from: string | null; to: string | null }, { entryDate }: FecLine): void {
  if (entryDate === null) return
  if (days.from === null || entryDate < days.from) days.from = entryDate
  if (days.to === null || entryDate > days.to) days.to = entryDate
}

function totalsOf({ sums, balances, days, refused }: Lines, unbalanced: readonly UnbalancedLetters[]): LedgerTotals {
  const { lines, debit, credit, entriesOutOfBalance, letteredGroups } = sums.totals()
  const customers = balances.sums()
  return {
    lines,
    debit,
    credit,
    entriesOutOfBalance,
    letteredGroups,
    lettersOutOfBalance: unbalanced
      .slice(0, mostLetters)
      .map(({ customer, letters, balance }) => ({ customer: codeOf(customer), letters, balance })),
    customerDebit: customers.debit,
    customerCredit: customers.credit,
    unreadable: refused.length,
    ...days,
  }
}

function* itemRows({ facts, customer }: LedgerPart): Generator<SourceRow> {
  for (const item of facts.items) yield { line: item.line, cells: ledgerCells(item, customer) }
}

/** A line that cannot be read keeps its place, so that it is told with its number and what stood there. */
function refusedRow({ line, problem, column, value }: FecRefusedLine): SourceRow {
  const notes = notesCell([
    {
      refuse: 'unreadableLedgerLine',
      field: 'readerNotes',
      value: value === undefined ? problem : cutText(value, 60),
      other: column ?? '',
    },
  ])
  return { line, cells: ledgerHeaders.map((_, index) => (ledgerMapping[index] === 'readerNotes' ? notes : '')) }
}
