import { isPositive, type Money } from '../money/money.ts'
import { byDueDate, type PayableItem } from './allocation.ts'

export interface ExactCombination<Item> {
  /** Oldest due date first. */
  readonly items: readonly Item[]
  /** How many sets among those looked at come to the amount: more than one, and the match proves little. */
  readonly ways: number
}

/** Beyond this, the newest items are not looked at: 2^12 and 2^12 sums are quick, and longer sums match by chance. */
const mostItems = 24

/**
 * The open items that a payment pays to the cent, for customers pay whole invoices: one item if one has that amount,
 * else the fewest items, the oldest among equals. Only when no set of debts fits are credit notes set against them.
 */
export function exactCombination<Item extends PayableItem>(
  amount: Money,
  items: readonly Item[],
): ExactCombination<Item> | undefined {
  if (!isPositive(amount)) return undefined
  const open = items.filter((item) => item.amountDue.currency === amount.currency && item.amountDue.amount !== 0)
  const inOrder = open.toSorted(byDueDate)
  const singles = inOrder.filter((item) => item.amountDue.amount === amount.amount)
  const [single] = singles
  if (single) return { items: [single], ways: singles.length }
  const debts = inOrder.filter((item) => isPositive(item.amountDue) && item.amountDue.amount < amount.amount)
  const found = fewestOf(debts.slice(0, mostItems), amount.amount)
  const hasCredits = inOrder.some((item) => !isPositive(item.amountDue))
  return found ?? (hasCredits ? fewestOf(withCredits(inOrder), amount.amount) : undefined)
}

/** Half of the room for credit notes at most, so that there are debts to set them against. */
function withCredits<Item extends PayableItem>(inOrder: readonly Item[]): Item[] {
  const credits = inOrder.filter((item) => !isPositive(item.amountDue)).slice(0, mostItems / 2)
  const debts = inOrder.filter((item) => isPositive(item.amountDue)).slice(0, mostItems - credits.length)
  return [...credits, ...debts].sort(byDueDate)
}

/** A set of items as bits, the oldest item the highest: of two sets of one size, the larger number is the older. */
interface Sum {
  readonly total: number
  readonly mask: number
  readonly size: number
}

/** Meets in the middle: every sum of one half, each looked up in the sums of the other. */
function fewestOf<Item extends PayableItem>(
  items: readonly Item[],
  target: number,
): ExactCombination<Item> | undefined {
  const older = items.slice(0, Math.floor(items.length / 2))
  const newer = items.slice(older.length)
  const byTotal = new Map<number, { best: Sum; count: number }>()
  for (const sum of sumsOf(newer)) {
    const known = byTotal.get(sum.total)
    byTotal.set(sum.total, {
      best: known && isBetter(known.best, sum) ? known.best : sum,
      count: (known?.count ?? 0) + 1,
    })
  }
  let best: Sum | undefined
  let ways = 0
  for (const sum of sumsOf(older)) {
    const match = byTotal.get(target - sum.total)
    if (!match) continue
    ways += match.count
    const mask = sum.mask * 2 ** newer.length + match.best.mask
    const whole: Sum = { total: target, mask, size: sum.size + match.best.size }
    if (!best || isBetter(whole, best)) best = whole
  }
  return best && { items: items.filter((_, index) => hasItem(best, items.length, index)), ways }
}

const isBetter = (a: Sum, b: Sum): boolean => a.size < b.size || (a.size === b.size && a.mask > b.mask)

const hasItem = ({ mask }: Sum, count: number, index: number): boolean => Boolean((mask >> (count - 1 - index)) & 1)

function sumsOf(items: readonly PayableItem[]): Sum[] {
  let sums: Sum[] = [{ total: 0, mask: 0, size: 0 }]
  for (const item of items) {
    sums = sums.flatMap(({ total, mask, size }) => [
      { total, mask: mask * 2, size },
      { total: total + item.amountDue.amount, mask: mask * 2 + 1, size: size + 1 },
    ])
  }
  return sums
}
