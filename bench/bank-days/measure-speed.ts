import { addDays, asDate } from '@quittance/core/calendar/calendar-date.ts'
import type { BankLine, BookedItem, Books } from '@quittance/core/reconciliation/matching/books.ts'
import { lineOf, linesRead } from './as-bank-line.ts'
import { allOpen } from './kept-books.ts'
import { makeYear } from './make-year.ts'
import type { OpenMatcher } from './matcher.ts'

export interface Speed {
  readonly openItems: number
  readonly customers: number
  readonly lines: number
  readonly openingMs: number
  readonly proposingMs: number
  /** Of the processor, all its threads: the same on a machine that others use too. */
  readonly processorMs: number
  /** Per second of the processor. */
  readonly linesPerSecond: number
  readonly medianMs: number
  readonly slowestMs: number
}

/** So many lines in a row against so many open items, on one core: every invoice of a firm's two years is open. */
export function speedAgainst(open: OpenMatcher, openItems: number, lines: number, seed: number): Speed {
  const year = makeYear({ seed, lines: Math.round(openItems / 1.4), customers: Math.round(openItems / 8) })
  const credits = [...year.lines, ...year.history].filter(({ amount }) => amount > 0).slice(0, lines)
  const read = linesRead(
    year,
    [...credits].sort((a, b) => (a.day < b.day ? -1 : 1)),
    'camt',
  )
  return timed(
    open,
    allOpen(year, openItems),
    credits.map((line) => lineOf(read, line)),
  )
}

/** One customer who owes the same amount hundreds of times: sums of it can be made in more ways than anybody can count. */
export function speedOfEqualAmounts(open: OpenMatcher, count: number): Speed {
  const from = asDate('2025-01-01')
  const items = Array.from({ length: count }, (_, at): BookedItem => {
    const issueDate = addDays(from, at % 300)
    return {
      id: at + 1,
      customer: 1,
      invoiceNumber: `F${String(at + 1).padStart(5, '0')}`,
      references: [],
      paymentReference: null,
      issueDate,
      dueDate: addDays(issueDate, 30),
      amount: at % 50 === 0 ? 10_001 : 10_000,
      amountDue: at % 50 === 0 ? 10_001 : 10_000,
      isDeposit: false,
    }
  })
  const books: Books = { ...nobodysBooks, items }
  const amounts = [120_000, 120_003, 70_001, 2_000_000, 123_456, 999_999]
  return timed(open, books, amounts.map(lineOfDurand))
}

const nobodysBooks: Books = {
  customers: [
    {
      id: 1,
      code: '411DURAND',
      name: 'Durand Industrie',
      otherNames: [],
      siren: null,
      city: 'Dijon',
      country: 'FR',
      ibans: ['FR7630004000031234567890143'],
      parent: null,
      earlyDiscount: null,
    },
  ],
  items: [],
  settled: [],
  recorded: [],
  promises: [],
  learnt: [],
  ignored: [],
}

const lineOfDurand = (amount: number, at: number): BankLine => ({
  id: at + 1,
  bookedOn: asDate('2025-12-31'),
  amount,
  kind: 'transfer',
  label: 'VIR SEPA RECU /DE DURAND INDUSTRIE',
  remittance: 'REGLEMENT FACTURES',
  creditorReference: null,
  documents: [],
  endToEndId: null,
  payerName: 'DURAND INDUSTRIE',
  ultimateName: null,
  payerIban: 'FR7630004000031234567890143',
  isBatch: false,
  original: null,
  charges: null,
})

function timed(open: OpenMatcher, books: Books, lines: readonly BankLine[]): Speed {
  const started = performance.now()
  const matcher = open(books)
  const openingMs = performance.now() - started
  const before = process.cpuUsage()
  const each = lines.map((line) => {
    const asked = performance.now()
    matcher.propose(line, asDate('2025-12-31'))
    return performance.now() - asked
  })
  const proposingMs = each.reduce((sum, ms) => sum + ms, 0)
  const { user, system } = process.cpuUsage(before)
  const processorMs = (user + system) / 1000
  const inOrder = each.toSorted((a, b) => a - b)
  return {
    openItems: books.items.length,
    customers: books.customers.length,
    lines: lines.length,
    openingMs: Math.round(openingMs),
    proposingMs: Math.round(proposingMs),
    processorMs: Math.round(processorMs),
    linesPerSecond: Math.round((lines.length / (processorMs || 1)) * 1000),
    medianMs: Number((inOrder[Math.floor(inOrder.length / 2)] ?? 0).toFixed(3)),
    slowestMs: Number((inOrder.at(-1) ?? 0).toFixed(1)),
  }
}
