import { type CalendarDate, compare as compareDates } from '../calendar/calendar-date.ts'
import { add, isPositive, type Money, money, subtract } from '../money/money.ts'

export type PaymentMeans = 'transfer' | 'cheque' | 'card' | 'directDebit' | 'billOfExchange' | 'cash' | 'other'

/** An open item as an allocation sees it: what is left to pay of it, negative for a credit note not used up. */
export interface PayableItem {
  readonly id: number
  readonly dueDate: CalendarDate
  readonly amountDue: Money
}

/** So much of a payment, or of a credit note, for that open item. */
export interface AllocationLine {
  readonly item: number
  readonly amount: Money
}

export interface AllocationProposal {
  readonly lines: readonly AllocationLine[]
  /** Not allocated: the customer's credit. */
  readonly rest: Money
}

/** Oldest due date first, then smallest id: the order in which debts are paid and looked at. */
export const byDueDate = (a: PayableItem, b: PayableItem): number => compareDates(a.dueDate, b.dueDate) || a.id - b.id

/**
 * What a payment would settle: the item `first` if named, then the oldest, each up to what is due of it. Items of
 * another currency and credit notes are passed over; what remains is the customer's credit.
 */
export function proposeAllocation(payment: {
  readonly amount: Money
  readonly items: readonly PayableItem[]
  readonly first?: number
}): AllocationProposal {
  const { amount, items, first } = payment
  const payable = items.filter((item) => item.amountDue.currency === amount.currency && isPositive(item.amountDue))
  const inOrder = payable.toSorted((a, b) => Number(b.id === first) - Number(a.id === first) || byDueDate(a, b))
  const lines: AllocationLine[] = []
  let rest = amount
  for (const item of inOrder) {
    if (!isPositive(rest)) break
    const part = money(Math.min(rest.amount, item.amountDue.amount), amount.currency)
    lines.push({ item: item.id, amount: part })
    rest = subtract(rest, part)
  }
  return { lines, rest }
}

/** A customer with the customer it belongs to, if any. */
export interface FamilyMember {
  readonly customer: number
  readonly parent: number | null
}

/** What is to be allocated: the unallocated part of a payment, or of a credit note (as a positive amount). */
export interface AllocationSource extends FamilyMember {
  readonly legalEntity: number
  readonly left: Money
}

export interface CheckedItem extends PayableItem, FamilyMember {
  readonly legalEntity: number
}

export type AllocationRefusal =
  | { readonly kind: 'unknownItem'; readonly item: number }
  | { readonly kind: 'duplicateItem'; readonly item: number }
  | { readonly kind: 'notPositive'; readonly item: number; readonly amount: Money }
  | { readonly kind: 'otherCurrency'; readonly item: number; readonly amount: Money; readonly itemDue: Money }
  | { readonly kind: 'otherCustomer'; readonly item: number; readonly customer: number }
  | { readonly kind: 'otherLegalEntity'; readonly item: number; readonly legalEntity: number }
  | { readonly kind: 'itemOverAllocated'; readonly item: number; readonly amount: Money; readonly itemDue: Money }
  | { readonly kind: 'sourceOverAllocated'; readonly amount: Money; readonly left: Money }

/** All that forbids this allocation, line by line, then for the whole; none means it may be written. */
export function checkAllocation(allocation: {
  readonly source: AllocationSource
  readonly lines: readonly AllocationLine[]
  readonly items: readonly CheckedItem[]
}): AllocationRefusal[] {
  const { source, lines, items } = allocation
  const itemById = new Map(items.map((item) => [item.id, item]))
  const seen = new Set<number>()
  const refusals = lines.flatMap((line): AllocationRefusal[] => {
    if (seen.has(line.item)) return [{ kind: 'duplicateItem', item: line.item }]
    seen.add(line.item)
    const item = itemById.get(line.item)
    return item ? refusalsOfLine(source, line, item) : [{ kind: 'unknownItem', item: line.item }]
  })
  return [...refusals, ...overdraft(source, lines)]
}

function refusalsOfLine(source: AllocationSource, line: AllocationLine, item: CheckedItem): AllocationRefusal[] {
  const { amount } = line
  const itemDue = item.amountDue
  const refusals: AllocationRefusal[] = []
  if (!isPositive(amount)) refusals.push({ kind: 'notPositive', item: item.id, amount })
  if (!isSameFamily(source, item)) refusals.push({ kind: 'otherCustomer', item: item.id, customer: item.customer })
  if (source.legalEntity !== item.legalEntity)
    refusals.push({ kind: 'otherLegalEntity', item: item.id, legalEntity: item.legalEntity })
  if (amount.currency !== itemDue.currency || amount.currency !== source.left.currency)
    refusals.push({ kind: 'otherCurrency', item: item.id, amount, itemDue })
  else if (isPositive(amount) && amount.amount > itemDue.amount)
    refusals.push({ kind: 'itemOverAllocated', item: item.id, amount, itemDue })
  return refusals
}

/** A parent pays for its child and a child for its parent; two children of one parent do not pay for each other. */
const isSameFamily = (a: FamilyMember, b: FamilyMember): boolean =>
  a.customer === b.customer || a.parent === b.customer || b.parent === a.customer

function overdraft({ left }: AllocationSource, lines: readonly AllocationLine[]): AllocationRefusal[] {
  const ofCurrency = lines.filter((line) => line.amount.currency === left.currency && isPositive(line.amount))
  const amount = ofCurrency.reduce((sum, line) => add(sum, line.amount), money(0, left.currency))
  return amount.amount > left.amount ? [{ kind: 'sourceOverAllocated', amount, left }] : []
}
