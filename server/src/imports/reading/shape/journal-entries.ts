import { withoutSide } from '@quittance/core/imports/cell-words.ts'
import { headerTokens } from '@quittance/core/imports/header-words.ts'
import type { SourceRow } from '@quittance/core/imports/row-cells.ts'
import { ReadingError } from '../reading-error.ts'

/** The columns of an accounting journal, one line a leg of an entry. */
export interface Journal {
  readonly account: number
  /** Those whose values, together, tell one entry from the next: journal, number, day. */
  readonly entry: readonly number[]
  readonly amounts: readonly number[]
}

/**
 * Finds from the first rows whether a table is a journal whose sales can be told: accounts of several classes, and an
 * entry that sets a customer's account (411) against a revenue (70). A FEC has its own reader.
 */
export function seeJournal(headers: readonly string[], rows: readonly SourceRow[]): Journal | undefined {
  const plain = headers.map((header) => header.toLowerCase().replace(/[^a-z]/g, ''))
  if (['journalcode', 'comptenum', 'ecriturenum'].filter((name) => plain.includes(name)).length >= 2) return undefined
  const tokens = headers.map((header) => new Set(headerTokens(header)))
  const having = (...wanted: readonly string[]): number[] =>
    tokens.flatMap((header, column) => (wanted.some((token) => header.has(token)) ? [column] : []))
  const account = headers.findIndex((_, column) => holdsAccounts(rows, column))
  const amounts = having('debit', 'credit', 'amount')
  const entry = having('journal', 'document', 'ref', 'number', 'date', 'ecriture').filter(
    (column) => column !== account && !amounts.includes(column) && !isRank(rows, column),
  )
  if (account < 0 || entry.length === 0 || having('debit', 'credit', 'sens').length === 0) return undefined
  const journal = { account, entry, amounts }
  return entriesOf(rows, journal).some((entry) => isSale(entry, journal)) ? journal : undefined
}

const accountOf = ({ cells }: SourceRow, { account }: Pick<Journal, 'account'>): string => (cells[account] ?? '').trim()

const isAccount = (text: string): boolean => /^[1-7]\d{2,}[A-Z\d]*$/i.test(text)

function holdsAccounts(rows: readonly SourceRow[], account: number): boolean {
  const cells = rows.map((row) => accountOf(row, { account })).filter(Boolean)
  const classes = new Set(cells.filter(isAccount).map((cell) => cell[0]))
  return cells.length > 0 && cells.filter(isAccount).length >= cells.length * 0.8 && classes.size >= 2
}

/** A column that counts the lines tells no entry from the next. */
const isRank = (rows: readonly SourceRow[], column: number): boolean =>
  rows.length > 1 && rows.every(({ cells }, index) => Number(cells[column]) === Number(rows[0]?.cells[column]) + index)

const keyOf = ({ cells }: SourceRow, { entry }: Journal): string =>
  entry.map((column) => (cells[column] ?? '').trim()).join('\u001f')

const isOfCustomer = (row: SourceRow, journal: Journal): boolean => /^41[16]/.test(accountOf(row, journal))

const isSale = (entry: readonly SourceRow[], journal: Journal): boolean =>
  entry.some((row) => isOfCustomer(row, journal)) && entry.some((row) => /^7/.test(accountOf(row, journal)))

function entriesOf(rows: readonly SourceRow[], journal: Journal): SourceRow[][] {
  const entries: SourceRow[][] = []
  let key: string | undefined
  for (const row of rows) {
    const now = keyOf(row, journal)
    if (now !== key) entries.push([])
    entries.at(-1)?.push(row)
    key = now
  }
  return entries
}

/** Legs of one entry held at once; no invoice has more. */
const mostLegs = 5000

/**
 * The invoices of a journal: of each entry of sales its lines on the accounts of customers, which carry the amount with
 * tax. A customer's line in another entry is a payment or a balance carried forward: read without it the invoices would
 * all look unpaid, so the file is refused there.
 */
export function openJournal(journal: Journal) {
  let held: SourceRow[] = []
  let key: string | undefined
  const close = (): SourceRow[] => {
    const entry = held
    held = []
    const customers = entry.filter((row) => isOfCustomer(row, journal) && !isNil(row, journal))
    const [first] = customers
    if (!first) return []
    if (!isSale(entry, journal)) throw new ReadingError({ code: 'journalHoldsPayments', line: first.line })
    return customers
  }
  return {
    add: (row: SourceRow): SourceRow[] => {
      const now = keyOf(row, journal)
      const done = now === key ? [] : close()
      key = now
      held.push(row)
      if (held.length > mostLegs) throw new ReadingError({ code: 'journalHoldsPayments', line: row.line })
      return done
    },
    end: close,
  }
}

const isNil = ({ cells }: SourceRow, { amounts }: Journal): boolean =>
  amounts.every((column) => /^[-+]?[0.,\s]*$/.test(withoutSide(cells[column] ?? '').amount))
