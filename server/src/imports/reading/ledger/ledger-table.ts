import { cutText } from '@quittance/core/imports/cut-text.ts'
import type { FecLine, FecRefusedLine } from '@quittance/core/imports/fec/fec-line.ts'
import { customerKey, isCustomerLine, startFecTotals } from '@quittance/core/imports/fec/fec-totals.ts'
import { type LedgerFacts, ledgerFacts } from '@quittance/core/imports/fec/ledger-facts.ts'
import { type FecReceivables, startReceivables } from '@quittance/core/imports/fec/rebuild-receivables.ts'
import { notesCell } from '@quittance/core/imports/reader-notes.ts'
import type { SourceRow } from '@quittance/core/imports/row-cells.ts'
import type { FecFile } from '../fec-file.ts'
import { ReadingError } from '../reading-error.ts'
import type { SourceFile } from '../source-file.ts'
import type { Table } from '../table.ts'
import { type LedgerBalance, openBalances } from './ledger-balances.ts'
import { ledgerCells, ledgerCurrency, ledgerHeaders, ledgerMapping } from './ledger-cells.ts'
import { ownTexts } from './own-texts.ts'

/** What a ledger holds besides its invoices; there once its rows have been read to the end. */
export interface Ledger {
  readonly facts: LedgerFacts
  readonly customers: ReadonlyMap<string, string>
  readonly balances: readonly LedgerBalance[]
  readonly totals: LedgerTotals
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
  let read = 0
  let ledger: Ledger | undefined
  async function* rows(): AsyncGenerator<SourceRow> {
    try {
      const refused: FecRefusedLine[] = []
      const built = await readLines(fec, refused, (count) => {
        read += count
      })
      ledger = built
      if (refused.length === 0 && built.totals.lines === 0) throw new ReadingError({ code: 'noRows' })
      yield* refused.map(refusedRow)
      yield* itemRows(built)
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
    rows: rows(),
    skipped: [],
    progress: () => ({ read, size: file.size }),
    close: file.release,
    ledger: () => ledger,
  }
}

async function readLines(fec: FecFile, refused: FecRefusedLine[], onBytes: (count: number) => void): Promise<Ledger> {
  const receivables = startReceivables()
  const sums = startFecTotals()
  const balances = openBalances()
  const own = ownTexts()
  const days = { from: null as string | null, to: null as string | null }
  for await (const line of fec.lines(onBytes)) {
    if ('problem' in line) {
      refused.push(line)
      continue
    }
    receivables.add(/^41[1369]/.test(line.ledgerAccount) ? own.line(line) : line)
    sums.add(line)
    if (isCustomerLine(line)) balances.add(customerKey(line), line)
    noteDay(days, line)
  }
  const rebuilt = receivables.receivables()
  const facts = ledgerFacts(rebuilt)
  return {
    facts,
    customers: rebuilt.customers,
    balances: balances.balances(rebuilt, facts),
    totals: totalsOf({ rebuilt, sums: sums.totals(), days, refused: refused.length, customers: balances.sums() }),
  }
}

function noteDay(days: { from: string | null; to: string | null }, { entryDate }: FecLine): void {
  if (entryDate === null) return
  if (days.from === null || entryDate < days.from) days.from = entryDate
  if (days.to === null || entryDate > days.to) days.to = entryDate
}

interface Read {
  readonly rebuilt: FecReceivables
  readonly sums: ReturnType<ReturnType<typeof startFecTotals>['totals']>
  readonly days: { readonly from: string | null; readonly to: string | null }
  readonly refused: number
  readonly customers: { readonly debit: number; readonly credit: number }
}

const totalsOf = ({ rebuilt, sums, days, refused, customers }: Read): LedgerTotals => ({
  lines: sums.lines,
  debit: sums.debit,
  credit: sums.credit,
  entriesOutOfBalance: sums.entriesOutOfBalance,
  letteredGroups: sums.letteredGroups,
  lettersOutOfBalance: rebuilt.unbalanced
    .slice(0, mostLetters)
    .map(({ customer, letters, balance }) => ({ customer: customer.replace(/^account /, ''), letters, balance })),
  customerDebit: customers.debit,
  customerCredit: customers.credit,
  unreadable: refused,
  ...days,
})

/** One after the other: all at once they would weigh more than the ledger. */
function* itemRows({ facts, customers }: Ledger): Generator<SourceRow> {
  for (const item of facts.items)
    yield { line: item.line, cells: ledgerCells(item, customerOf(customers, item.customer)) }
}

/** The code as people know it: the auxiliary, or the account where the firm has one for each customer. */
export const customerOf = (
  customers: ReadonlyMap<string, string>,
  key: string,
): { readonly code: string; readonly name: string } => {
  const code = key.replace(/^account /, '')
  return { code, name: customers.get(key) || code }
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
