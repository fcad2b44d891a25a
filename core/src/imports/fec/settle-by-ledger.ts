/** A due line as it stands in Quittance; more than once where two entries are one invoice. Amounts are cents, never negative. */
export interface ItemToSettle {
  readonly id: number
  /** The entry of the ledger it is due by. */
  readonly item: string
  readonly amountDue: number
  /** Settled by payments the ledger ought to tell of, and that were not found in it. */
  readonly untold: number
}

/** A payment of the ledger, with what its letters settle. */
export interface PaymentToSettle {
  readonly key: string
  readonly amount: number
  /** null: Quittance does not know it yet. */
  readonly known: { readonly unallocated: number; readonly allocated: ReadonlyMap<number, number> } | null
  readonly settles: readonly { readonly item: string; readonly amount: number }[]
}

export interface Settled {
  /** What new payments come in for: less where the invoice they settle is known as paid already, nothing where all is. */
  readonly entered: ReadonlyMap<string, number>
  readonly allocations: readonly { readonly key: string; readonly item: number; readonly amount: number }[]
}

/**
 * Allocates the payments of a ledger to the due lines they are lettered with, in the order given: never more than is left
 * of the line, nor twice. A payment whose invoice somebody said was paid before is the same money: it is not entered again.
 */
export function settleByLedger(payments: readonly PaymentToSettle[], items: readonly ItemToSettle[]): Settled {
  const lines = new Map(items.map(({ id, amountDue: due, untold }) => [id, { id, due, untold }]))
  const open = new Map<string, { readonly id: number; due: number; untold: number }[]>()
  for (const { id, item } of items) {
    const line = lines.get(id)
    if (line) open.set(item, [...(open.get(item) ?? []), line])
  }
  const entered = new Map<string, number>()
  const allocations: { key: string; item: number; amount: number }[] = []
  for (const { key, amount, known, settles } of payments) {
    let free = known ? known.unallocated : amount
    let told = 0
    for (const { item, amount: wanted } of settles) {
      const due = open.get(item) ?? []
      let left = wanted - due.reduce((sum, { id }) => sum + (known?.allocated.get(id) ?? 0), 0)
      for (const line of known ? [] : due) {
        const same = Math.min(left, line.untold, free)
        if (same <= 0) continue
        line.untold -= same
        left -= same
        free -= same
        told += same
      }
      for (const line of due) {
        const part = Math.min(left, line.due, free)
        if (part <= 0) continue
        line.due -= part
        left -= part
        free -= part
        allocations.push({ key, item: line.id, amount: part })
      }
    }
    if (!known && amount > told) entered.set(key, amount - told)
  }
  return { entered, allocations }
}
