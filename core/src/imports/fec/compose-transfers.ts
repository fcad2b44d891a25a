import type { FecAllocation, FecMovement } from './rebuild-receivables.ts'

/**
 * Looks through transfers from one of a customer's accounts to another (411 to 416, a deposit of 4191 to 411): the credit
 * on one side and the debit on the other are one thing, which settles nothing. What the debit received settles what the
 * credit seemed to settle. Answers the allocations that are left, and the places of the movements that fell away.
 */
export function composeTransfers(
  movements: readonly FecMovement[],
  allocations: readonly FecAllocation[],
): { readonly allocations: readonly FecAllocation[]; readonly gone: ReadonlySet<number> } {
  const pairs = transferPairs(movements)
  if (pairs.length === 0) return { allocations, gone: new Set() }
  const gone = new Set(pairs.flatMap(({ credit, debit }) => [credit, debit]))
  let standing = [...allocations]
  for (const { credit, debit } of pairs) {
    const settled = standing.filter((one) => one.credit === credit && one.debit !== debit)
    const received = standing.filter((one) => one.debit === debit && one.credit !== credit)
    standing = [...standing.filter((one) => one.credit !== credit && one.debit !== debit), ...joined(settled, received)]
  }
  return { allocations: standing, gone }
}

interface Pair {
  readonly credit: number
  readonly debit: number
}

/** Of one entry, one customer and one amount, on two different accounts. */
function transferPairs(movements: readonly FecMovement[]): Pair[] {
  const debits = new Map<string, number[]>()
  movements.forEach((movement, index) => {
    if (movement.amount <= 0 || !isTransfer(movement)) return
    const key = keyOf(movement)
    debits.set(key, [...(debits.get(key) ?? []), index])
  })
  return movements.flatMap((movement, credit) => {
    if (movement.amount >= 0 || !isTransfer(movement)) return []
    const waiting = debits.get(keyOf(movement)) ?? []
    const at = waiting.findIndex((index) => movements[index]?.ledgerAccount !== movement.ledgerAccount)
    const [debit] = at < 0 ? [] : waiting.splice(at, 1)
    return debit === undefined ? [] : [{ credit, debit }]
  })
}

const isTransfer = ({ kind }: FecMovement): boolean =>
  kind === 'transfer' || kind === 'other' || kind === 'deposit' || kind === 'depositInvoice'

const keyOf = ({ journal, entry, customer, amount }: FecMovement): string =>
  [journal, entry, customer, Math.abs(amount)].join('\t')

/** What the credit settled, by what came in on the other side: the first by the first. */
function joined(settled: readonly FecAllocation[], received: readonly FecAllocation[]): FecAllocation[] {
  const left = received.map((one) => ({ ...one }))
  return settled.flatMap(({ debit, amount }) => {
    let wanted = amount
    return left.flatMap((one) => {
      const part = Math.min(wanted, one.amount)
      if (part === 0) return []
      wanted -= part
      one.amount -= part
      return [{ debit, credit: one.credit, amount: part }]
    })
  })
}
