import type { LockedItem } from './queries.ts'

/** So much of a bank line for that item; negative for a credit note that was deducted. Smallest unit. */
export interface PartOfLine {
  readonly openItemId: number
  readonly amount: number
}

export interface SharedLine {
  /** One payment a customer; those of the payer carry what is left over as its credit. */
  readonly payments: readonly {
    readonly customer: number
    readonly amount: number
    readonly parts: readonly PartOfLine[]
  }[]
  /** Credit notes set against items, all amounts positive. */
  readonly deducted: readonly { readonly creditItem: number; readonly openItemId: number; readonly amount: number }[]
}

interface Debt {
  readonly item: LockedItem
  left: number
}

/**
 * How one amount of the bank becomes payments: credit notes go against items of their own customer first, the oldest
 * first, then against the others of the line; what stays of each item is paid by a payment of its customer. The payments
 * come to the amount, to the cent; null when the credit notes are more than the items.
 */
export function shareLine(
  line: { readonly payer: number; readonly amount: number; readonly parts: readonly PartOfLine[] },
  items: readonly LockedItem[],
): SharedLine | null {
  const known = new Map(items.map((item) => [item.id, item]))
  const given = line.parts.flatMap(({ openItemId, amount }) => {
    const item = known.get(openItemId)
    return item ? [{ item, amount }] : []
  })
  const byAge = given.toSorted((a, b) => (a.item.dueDate < b.item.dueDate ? -1 : 1))
  const debts: Debt[] = byAge.filter(({ amount }) => amount > 0).map(({ item, amount }) => ({ item, left: amount }))
  const notes: Debt[] = byAge.filter(({ amount }) => amount < 0).map(({ item, amount }) => ({ item, left: -amount }))
  const deducted = [...deduct(notes, debts, (note, debt) => note.customer === debt.customer), ...deduct(notes, debts)]
  if (notes.some(({ left }) => left > 0)) return null
  return { payments: paymentsOf(line, debts), deducted }
}

function deduct(
  notes: readonly Debt[],
  debts: readonly Debt[],
  mayMeet: (note: LockedItem, debt: LockedItem) => boolean = () => true,
): { creditItem: number; openItemId: number; amount: number }[] {
  const deducted: { creditItem: number; openItemId: number; amount: number }[] = []
  for (const note of notes) {
    for (const debt of debts) {
      const amount = mayMeet(note.item, debt.item) ? Math.min(note.left, debt.left) : 0
      if (amount === 0) continue
      note.left -= amount
      debt.left -= amount
      deducted.push({ creditItem: note.item.id, openItemId: debt.item.id, amount })
    }
  }
  return deducted
}

function paymentsOf(line: { payer: number; amount: number }, debts: readonly Debt[]): SharedLine['payments'] {
  const paid = debts.filter(({ left }) => left > 0)
  const credit = line.amount - paid.reduce((sum, { left }) => sum + left, 0)
  const customers = [...new Set([...(credit > 0 ? [line.payer] : []), ...paid.map(({ item }) => item.customer)])]
  return customers.map((customer) => {
    const parts = paid
      .filter(({ item }) => item.customer === customer)
      .map(({ item, left }) => ({ openItemId: item.id, amount: left }))
    const amount = parts.reduce((sum, part) => sum + part.amount, customer === line.payer ? credit : 0)
    return { customer, amount, parts }
  })
}
