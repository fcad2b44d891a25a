import { type CalendarDate, daysBetween } from '../../calendar/calendar-date.ts'
import { allocateLetters } from './allocate-letters.ts'
import { type EntryNature, type EntryNatures, startEntryNatures } from './entry-nature.ts'
import type { FecLine } from './fec-line.ts'
import { customerKey, letteredGroup } from './fec-totals.ts'
import { type KeptLine, keepLines } from './kept-lines.ts'
import { startNumbering } from './number-movements.ts'

/**
 * What a line of a customer's account says happened. Debts: `invoice`, `depositInvoice`, `opening` (of an earlier year),
 * `rejectedPayment`. Credits: `creditNote`, `payment`, `deposit`, `openingCredit`. The rest moves a balance either way.
 */
export type FecMovementKind =
  | 'invoice'
  | 'depositInvoice'
  | 'creditNote'
  | 'payment'
  | 'rejectedPayment'
  | 'deposit'
  | 'opening'
  | 'openingCredit'
  | 'transfer'
  | 'writeOff'
  | 'other'

/** One debt or credit of a customer: one line of the ledger, or the lines of one piece joined. */
export interface FecMovement {
  readonly kind: FecMovementKind
  readonly customer: string
  readonly ledgerAccount: string
  /** Signed cents: positive is owed by the customer. Never zero. */
  readonly amount: number
  readonly date: CalendarDate | null
  /** Of the entry in the ledger; `date` is of the piece. */
  readonly entryDate: CalendarDate | null
  readonly dueDate: CalendarDate | null
  readonly letters: string
  readonly letteringDate: CalendarDate | null
  readonly pieceRef: string
  readonly label: string
  readonly journal: string
  readonly entry: string
  /** Physical line of the file, from 1: the first where several were joined. */
  readonly line: number
}

/** Cents of a credit used up on a debt, by their places in `movements`. */
export interface FecAllocation {
  readonly debit: number
  readonly credit: number
  readonly amount: number
}

/** A group of letters whose debits and credits do not come to nothing: what is left of it stays open. */
export interface UnbalancedLetters {
  readonly customer: string
  readonly letters: string
  readonly balance: number
  readonly line: number
}

export interface NumberedMovement extends FecMovement {
  readonly number: string
  /** Where the number comes from: the piece, a word of the label, or made from journal, entry and day. */
  readonly numberFrom: 'pieceRef' | 'label' | 'made'
}

export interface FecReceivables {
  /** Customer key → name as the ledger last wrote it. */
  readonly customers: ReadonlyMap<string, string>
  readonly movements: readonly NumberedMovement[]
  readonly allocations: readonly FecAllocation[]
  readonly unbalanced: readonly UnbalancedLetters[]
}

/** What one customer's accounts hold; the places in `allocations` are those of its own `movements`. */
export interface CustomerBooks {
  readonly customer: string
  /** As the ledger last wrote it. */
  readonly name: string
  /** Of the ledger, that these were made of. */
  readonly lines: number
  readonly movements: readonly NumberedMovement[]
  readonly allocations: readonly FecAllocation[]
  readonly unbalanced: readonly UnbalancedLetters[]
}

export interface ReceivablesBuilder {
  add(line: FecLine): void
  /** Lines of customers so far. */
  lines(): number
  /** Once all lines are in: looks for the numbers of all of them, and says after each customer of how many lines it has. */
  seeNumbers(): Generator<number>
  /** At the end: customer by customer, in the order they came. */
  byCustomer(): Generator<CustomerBooks>
  /** The same all at once, in the order of the file. */
  receivables(): FecReceivables
}

/**
 * Rebuilds what customers owe from the lines of a ledger: its accounts 411, 413 and 416, and deposits received straight to
 * 4191. What is open (movements less allocations) is the balance of those accounts, to the cent, by customer. Memory
 * grows with the lines of customers and with entries.
 */
export function startReceivables(): ReceivablesBuilder {
  const natures = startEntryNatures()
  const kept = keepLines()
  const kindOfLine = (line: KeptLine): FecMovementKind => kindOf(line, natures.of(line))
  const numbering = startNumbering()
  let areNumbersSeen = false
  const builder: ReceivablesBuilder = {
    add(line) {
      natures.add(line)
      if (/^41[1369]/.test(line.ledgerAccount)) kept.add(customerKey(line), line)
    },
    lines: kept.count,
    *seeNumbers() {
      let seen = 0
      for (const customer of kept.customers()) {
        const lines = kept.of(customer)
        for (const line of keepDeposits(lines, natures))
          if (line.debit !== line.credit) numbering.see(movementOf(line, line.debit - line.credit, kindOfLine(line)))
        seen += lines.length
        yield seen
      }
      areNumbersSeen = true
    },
    *byCustomer() {
      if (!areNumbersSeen) for (const _ of builder.seeNumbers());
      for (const customer of kept.customers()) {
        const all = kept.of(customer)
        const lines = keepDeposits(all, natures)
        if (lines.length === 0) continue
        const movements = joinPieces(lines, kindOfLine)
        yield {
          customer,
          lines: all.length,
          name: nameOf(lines),
          movements: movements.map((movement) => numbering.number(movement)),
          ...allocateLetters(movements),
        }
      }
    },
    receivables: () => inOrder([...builder.byCustomer()]),
  }
  return builder
}

/** All customers' movements in the order of the file, and what settles what by their places there. */
function inOrder(books: readonly CustomerBooks[]): FecReceivables {
  const all = books.flatMap(({ movements }, book) => movements.map((movement, index) => ({ movement, book, index })))
  all.sort((a, b) => a.movement.line - b.movement.line)
  const places = new Map(all.map(({ book, index }, place) => [`${book} ${index}`, place]))
  const place = (book: number, index: number): number => places.get(`${book} ${index}`) ?? -1
  return {
    customers: new Map(books.map(({ customer, name }) => [customer, name])),
    movements: all.map(({ movement }) => movement),
    allocations: books.flatMap(({ allocations }, book) =>
      allocations.map(({ debit, credit, amount }) => ({
        debit: place(book, debit),
        credit: place(book, credit),
        amount,
      })),
    ),
    unbalanced: books.flatMap(({ unbalanced }) => unbalanced),
  }
}

/**
 * Of account 4191 only money counts that came in without passing by 411, until it is moved there. A deposit that was
 * invoiced stands in 411 already: its 4191 line is the seller's debt to deliver, not the customer's credit.
 */
function keepDeposits(lines: readonly KeptLine[], natures: EntryNatures): readonly KeptLine[] {
  const held = new Map<string, number>()
  return lines.flatMap((line) => {
    if (!isDeposit(line)) return [line]
    const key = customerKey(line)
    const received = line.credit - line.debit
    const available = held.get(key) ?? 0
    if (received > 0) {
      const isMoney = natures.of(line) === 'opening' || !natures.hasCustomer(line)
      if (isMoney) held.set(key, available + received)
      return isMoney ? [line] : []
    }
    const used = natures.of(line) === 'sale' ? 0 : Math.min(-received, available)
    held.set(key, available - used)
    return used === 0 ? [] : [{ ...line, debit: used, credit: 0 }]
  })
}

const isDeposit = ({ ledgerAccount }: KeptLine): boolean => ledgerAccount.startsWith('419')

/** The name last written; the account's where there is none. */
function nameOf(lines: readonly KeptLine[]): string {
  const names = lines.map((line) =>
    line.auxiliary === '' ? line.ledgerAccountName : line.auxiliaryName || line.auxiliary,
  )
  return names.findLast((name) => name !== '') ?? lines.at(-1)?.ledgerAccount ?? ''
}

function kindOf(line: KeptLine, nature: EntryNature): FecMovementKind {
  const owed = line.debit > line.credit
  if (isDeposit(line)) return owed ? 'transfer' : 'deposit'
  switch (nature) {
    case 'sale':
      return owed ? 'invoice' : 'creditNote'
    case 'bank':
      return owed ? 'rejectedPayment' : 'payment'
    case 'opening':
      return owed ? 'opening' : 'openingCredit'
    case 'deposit':
      return owed ? 'depositInvoice' : 'deposit'
    default:
      return nature
  }
}

/** Lines of one piece that say one thing and share their letters are one debt; payments stay as many as they are. */
function joinPieces(
  lines: readonly KeptLine[],
  kindOfLine: (line: KeptLine) => FecMovementKind,
): readonly FecMovement[] {
  const movements: (FecMovement & { amount: number })[] = []
  const pieces = new Map<string, FecMovement & { amount: number }>()
  for (const line of lines) {
    const amount = line.debit - line.credit
    if (amount === 0) continue
    const movement = movementOf(line, amount, kindOfLine(line))
    const key = joinable.includes(movement.kind) && line.pieceRef !== '' ? pieceKey(line, movement) : undefined
    const known = key === undefined ? undefined : pieces.get(key)
    if (known) known.amount += amount
    else {
      movements.push(movement)
      if (key !== undefined) pieces.set(key, movement)
    }
  }
  return movements
}

const joinable: readonly FecMovementKind[] = ['invoice', 'creditNote', 'depositInvoice']

const pieceKey = (line: KeptLine, { kind, dueDate }: FecMovement): string =>
  [kind, letteredGroup(line), line.journal, line.entry, line.entryDate, line.pieceRef, line.label, dueDate].join('\t')

const movementOf = (line: KeptLine, amount: number, kind: FecMovementKind): FecMovement & { amount: number } => ({
  kind,
  customer: customerKey(line),
  ledgerAccount: line.ledgerAccount,
  amount,
  date: kind === 'payment' || kind === 'rejectedPayment' ? line.entryDate : dayOfPiece(line, kind),
  entryDate: line.entryDate,
  dueDate: line.dueDate,
  letters: line.lettering === '' ? '' : letteredGroup(line),
  letteringDate: line.letteringDate,
  pieceRef: line.pieceRef,
  label: line.label,
  journal: line.journal,
  entry: line.entry,
  line: line.line,
})

/** Days a piece may be dated before and after its entry; what a year carried over may be much older. */
const piecesApart = { before: 366, after: 31, carriedOver: 3653 }

/** The day of the entry where the piece has none, or one that cannot be (1900-01-01, a year mistyped). */
function dayOfPiece({ pieceDate, entryDate }: KeptLine, kind: FecMovementKind): CalendarDate | null {
  if (pieceDate === null || entryDate === null) return pieceDate ?? entryDate
  const age = daysBetween(pieceDate, entryDate)
  const oldest = kind === 'opening' || kind === 'openingCredit' ? piecesApart.carriedOver : piecesApart.before
  return age > oldest || -age > piecesApart.after ? entryDate : pieceDate
}
