import type { ChosenAllocation } from '../matching/applying/choose-act.ts'
import type { ToldLine } from './told-line.ts'
import type { NumberedItem } from './told-queries.ts'

interface Part {
  readonly item: NumberedItem
  amount: number
  gap: number
}

export interface SharedVerdict {
  readonly allocations: readonly ChosenAllocation[]
  /** Cents of the verdict that no item had room for. */
  readonly left: number
}

/**
 * A verdict names invoices: each takes its due lines, the oldest first, as far as something is left of them. A difference
 * closes what stays open of them, whether the amounts told count it in or leave it out.
 */
export function shareVerdict(
  { allocations, writeoff }: Pick<ToldLine, 'allocations' | 'writeoff'>,
  amount: number,
  items: readonly NumberedItem[],
): SharedVerdict {
  const told = allocations.map((one) => ({ ...one, amount: signed(one, items) }))
  const parts: Part[] = []
  let left = 0
  for (const one of told) left += take(one, items, parts)
  const gap = writeoff?.amount ?? 0
  const sum = told.reduce((total, one) => total + one.amount, 0)
  if (gap > 0) close(parts, { gap, isCountedIn: sum > amount })
  return {
    allocations: parts
      .filter((part) => part.amount !== 0)
      .map((part) => ({
        openItemId: part.item.id,
        amount: part.amount,
        difference: part.gap > 0 && writeoff ? { reason: writeoff.reason, amount: part.gap } : null,
      })),
    left,
  }
}

/** A credit note is deducted however its amount is written. */
const signed = ({ invoice, amount }: { invoice: string; amount: number }, items: readonly NumberedItem[]): number =>
  items.some((item) => item.number === invoice && item.amount < 0) ? -Math.abs(amount) : amount

function take(
  { invoice, amount }: { invoice: string; amount: number },
  items: readonly NumberedItem[],
  parts: Part[],
): number {
  let left = amount
  for (const item of items.filter(({ number }) => number === invoice)) {
    const part = amount < 0 ? Math.max(left, item.due) : Math.min(left, item.due)
    if (part === 0 || part < 0 !== amount < 0) continue
    parts.push({ item, amount: part, gap: 0 })
    left -= part
  }
  return left
}

/** Where the amounts count the difference in, each item gives up its share of it; else what stays open is closed. */
function close(parts: readonly Part[], { gap, isCountedIn }: { gap: number; isCountedIn: boolean }): void {
  const debts = parts.filter(({ amount }) => amount > 0)
  const total = debts.reduce((sum, { amount }) => sum + amount, 0)
  let left = gap
  for (const [at, part] of debts.entries()) {
    const open = part.item.due - part.amount
    const isLast = at === debts.length - 1
    const share = isLast ? left : Math.min(left, Math.round((gap * part.amount) / total))
    const closed = isCountedIn ? (open === 0 ? share : 0) : open > 0 && open <= left ? open : 0
    part.gap = closed
    if (isCountedIn) part.amount -= closed
    left -= closed
  }
}
