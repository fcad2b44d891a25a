import type { CalendarDate } from '../../calendar/calendar-date.ts'
import type { LedgerNature } from '../parse-row.ts'
import { composeTransfers } from './compose-transfers.ts'
import { isPayment } from './movement-kinds.ts'
import type { FecAllocation, FecMovementKind, FecReceivables, NumberedMovement } from './rebuild-receivables.ts'

/** A debt or a credit note of the ledger as Quittance keeps it. Amounts are cents, never negative. */
export interface LedgerItem {
  /** Physical line of the file, from 1: no two items or payments share it. */
  readonly line: number
  /** The same in every export of the same entry, whatever its letters and its number there. */
  readonly key: string
  readonly number: string
  readonly numberFrom: NumberedMovement['numberFrom']
  readonly kind: 'invoice' | 'deposit' | 'creditNote'
  readonly nature: LedgerNature
  readonly customer: string
  readonly issuedOn: CalendarDate | null
  /** Day of the entry in the ledger: of an opening, the first day of its year. */
  readonly enteredOn: CalendarDate | null
  readonly dueDate: CalendarDate | null
  readonly amount: number
  /** What the letters of the ledger leave of it. */
  readonly left: number
  readonly label: string
}

/** Money the ledger says a customer gave. */
export interface LedgerPayment {
  readonly line: number
  /** The same in every export of the same entry, whatever its letters. */
  readonly key: string
  readonly customer: string
  readonly receivedOn: CalendarDate | null
  readonly amount: number
  readonly left: number
  readonly reference: string
  readonly label: string
  /** Carried over from an earlier year. */
  readonly isOpening: boolean
}

/** What settles what, by their lines: `credit` is a payment or a credit note. */
export interface LedgerAllocation {
  readonly item: number
  readonly credit: number
  readonly amount: number
}

export interface LedgerFacts {
  readonly items: readonly LedgerItem[]
  readonly payments: readonly LedgerPayment[]
  readonly allocations: readonly LedgerAllocation[]
}

type Books = Pick<FecReceivables, 'allocations' | 'movements'>

/**
 * Turns what a ledger says of customers into invoices, credit notes, payments and allocations. By customer, what is left
 * of the items less what is left of the payments is the balance of the ledger, to the cent. A debit that is no invoice (a
 * payment that bounced) stands beside it as something `held`: letters come and go from one export to the next, what stands
 * here does not.
 */
export function ledgerFacts({ movements, allocations: lettered }: Books): LedgerFacts {
  const settled = [...lettered, ...depositUses(movements, lettered)]
  const { allocations, gone } = composeTransfers(movements, settled)
  const used = usedOf(allocations)
  const places = movements.flatMap((_, index) => (gone.has(index) ? [] : [index]))
  const numbers = apartNumbers(movements, places)
  const items = new Map<string, LedgerItem>()
  const lines = new Map<number, number>()
  const payments: LedgerPayment[] = []
  const keys = new Map<string, number>()
  for (const index of places) {
    const movement = movements[index] as NumberedMovement
    const amount = Math.abs(movement.amount)
    const left = amount - (used.get(index) ?? 0)
    if (isPayment(movement)) {
      lines.set(index, movement.line)
      payments.push(paymentOf(movement, { amount, left, key: keyOf(movement, keys) }))
      continue
    }
    const item = itemOf(movement, { amount, left, number: numbers.get(index) ?? movement.number })
    const key = [item.number.toLowerCase(), item.customer, item.dueDate].join('\t')
    const before = items.get(key)
    items.set(key, before ? together(before, item) : item)
    lines.set(index, (before ?? item).line)
  }
  return { items: withKeys([...items.values()]), payments, allocations: byLine(allocations, lines) }
}

/** Two items of one entry that are alike in all else are told apart by their order. */
function withKeys(items: readonly LedgerItem[]): LedgerItem[] {
  const ranks = new Map<string, number>()
  return items.map((item) => ({ ...item, key: ranked(item.key, ranks) }))
}

function ranked(base: string, ranks: Map<string, number>): string {
  const rank = (ranks.get(base) ?? 0) + 1
  ranks.set(base, rank)
  return rank === 1 ? base : `${base}:${rank}`
}

const itemKey = (movement: NumberedMovement): string => {
  const { journal, entry, entryDate, date, ledgerAccount, customer, pieceRef, label, amount } = movement
  return [journal, entry, entryDate, date, ledgerAccount, customer, pieceRef, label, amount < 0 ? '-' : '+'].join(':')
}

/** Two parts of one number: an invoice, where they do not say the same. */
const together = (one: LedgerItem, other: LedgerItem): LedgerItem => ({
  ...one,
  kind: one.kind === other.kind ? one.kind : 'invoice',
  nature: one.nature === other.nature ? one.nature : 'invoice',
  amount: one.amount + other.amount,
  left: one.left + other.left,
})

/** A debit on 4191 takes from the deposits of its customer, the oldest first: few letter that account. */
function depositUses(movements: readonly NumberedMovement[], lettered: readonly FecAllocation[]): FecAllocation[] {
  const used = usedOf(lettered)
  const free = (index: number): number => Math.abs(movements[index]?.amount ?? 0) - (used.get(index) ?? 0)
  const deposits = new Map<string, { readonly credits: number[]; next: number }>()
  const uses: FecAllocation[] = []
  movements.forEach(({ ledgerAccount, customer, amount }, index) => {
    if (!ledgerAccount.startsWith('419')) return
    const held = deposits.get(customer) ?? { credits: [], next: 0 }
    deposits.set(customer, held)
    if (amount < 0) held.credits.push(index)
    else
      for (; held.next < held.credits.length && free(index) > 0; held.next++) {
        const credit = held.credits[held.next] as number
        const part = Math.min(free(index), free(credit))
        if (part <= 0) continue
        for (const one of [index, credit]) used.set(one, (used.get(one) ?? 0) + part)
        uses.push({ debit: index, credit, amount: part })
        if (free(credit) > 0) break
      }
  })
  return uses
}

function usedOf(allocations: readonly FecAllocation[]): Map<number, number> {
  const used = new Map<number, number>()
  for (const { debit, credit, amount } of allocations)
    for (const index of [debit, credit]) used.set(index, (used.get(index) ?? 0) + amount)
  return used
}

const isDebt = (kind: FecMovementKind): boolean => kind === 'invoice' || kind === 'depositInvoice' || kind === 'opening'

/** A number that a debt and a credit note share, in any case of letters, stays with the debt. */
function apartNumbers(movements: readonly NumberedMovement[], places: readonly number[]): Map<number, string> {
  const items = places.filter((index) => !isPayment(movements[index] as NumberedMovement))
  const taken = new Set(items.filter((index) => amountOf(movements, index) > 0).map((index) => lower(movements, index)))
  const numbers = new Map<number, string>()
  for (const index of items) {
    const { amount, number } = movements[index] as NumberedMovement
    if (amount > 0 || !taken.has(number.toLowerCase())) continue
    numbers.set(index, `${number}-AV`)
  }
  return numbers
}

const amountOf = (movements: readonly NumberedMovement[], index: number): number => movements[index]?.amount ?? 0
const lower = (movements: readonly NumberedMovement[], index: number): string =>
  movements[index]?.number.toLowerCase() ?? ''

function itemOf(
  movement: NumberedMovement,
  { amount, left, number }: { readonly amount: number; readonly left: number; readonly number: string },
): LedgerItem {
  const { line, numberFrom, kind, customer, date, entryDate, dueDate, label, amount: signed } = movement
  return {
    line,
    key: itemKey(movement),
    number,
    numberFrom,
    kind: signed < 0 ? 'creditNote' : kind === 'depositInvoice' ? 'deposit' : 'invoice',
    nature: natureOf(movement),
    customer,
    issuedOn: date,
    enteredOn: entryDate,
    dueDate: signed < 0 ? null : dueDate,
    amount,
    left,
    label,
  }
}

function natureOf({ kind, amount, numberFrom }: NumberedMovement): LedgerNature {
  if (kind === 'opening') return numberFrom === 'made' ? 'openingBalance' : 'opening'
  return amount < 0 || isDebt(kind) ? 'invoice' : 'held'
}

const paymentOf = (
  { line, customer, date, entryDate, pieceRef, label, kind }: NumberedMovement,
  { amount, left, key }: { readonly amount: number; readonly left: number; readonly key: string },
): LedgerPayment => ({
  line,
  key,
  customer,
  receivedOn: kind === 'openingCredit' ? entryDate : date,
  amount,
  left,
  reference: pieceRef,
  label,
  isOpening: kind === 'openingCredit',
})

/** Letters and lines move between two exports; journal, entry, day, account and amount do not. */
function keyOf(
  { journal, entry, date, ledgerAccount, customer, amount }: NumberedMovement,
  keys: Map<string, number>,
): string {
  return ranked([journal, entry, date, ledgerAccount, customer, amount].join(':'), keys)
}

function byLine(allocations: readonly FecAllocation[], lines: ReadonlyMap<number, number>): LedgerAllocation[] {
  const sums = new Map<string, { item: number; credit: number; amount: number }>()
  for (const { debit, credit, amount } of allocations) {
    const [item, source] = [lines.get(debit), lines.get(credit)]
    if (item === undefined || source === undefined) throw new Error('An allocation joins two movements that stand')
    const key = `${item} ${source}`
    const before = sums.get(key)
    if (before) before.amount += amount
    else sums.set(key, { item, credit: source, amount })
  }
  return [...sums.values()]
}
