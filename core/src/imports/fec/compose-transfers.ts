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
  const standing = new Set(allocations)
  const [byCredit, byDebit] = [new Map<number, Set<FecAllocation>>(), new Map<number, Set<FecAllocation>>()]
  const keep = (one: FecAllocation): void => {
    standing.add(one)
    byCredit.set(one.credit, (byCredit.get(one.credit) ?? new Set()).add(one))
    byDebit.set(one.debit, (byDebit.get(one.debit) ?? new Set()).add(one))
  }
  const drop = (one: FecAllocation): void => {
    standing.delete(one)
    byCredit.get(one.credit)?.delete(one)
    byDebit.get(one.debit)?.delete(one)
  }
  for (const one of allocations) keep(one)
  for (const { credit, debit } of pairs) {
    const [ofCredit, ofDebit] = [[...(byCredit.get(credit) ?? [])], [...(byDebit.get(debit) ?? [])]]
    for (const one of [...ofCredit, ...ofDebit]) drop(one)
    const settled = ofCredit.filter((one) => one.debit !== debit)
    const received = ofDebit.filter((one) => one.credit !== credit)
    for (const one of joined(settled, received)) keep(one)
  }
  return { allocations: [...standing], gone }
}

interface Pair {
  readonly credit: number
  readonly debit: number
}

/** Of one entry, one customer and one amount, on two different accounts. */
function transferPairs(movements: readonly FecMovement[]): Pair[] {
  const debits = new Map<string, Map<string, number[]>>()
  movements.forEach((movement, index) => {
    if (movement.amount <= 0 || !isTransfer(movement)) return
    const accounts = debits.get(keyOf(movement)) ?? new Map<string, number[]>()
    debits.set(keyOf(movement), accounts)
    const waiting = accounts.get(movement.ledgerAccount)
    if (waiting) waiting.push(index)
    else accounts.set(movement.ledgerAccount, [index])
  })
  for (const accounts of debits.values()) for (const waiting of accounts.values()) waiting.reverse()
  return movements.flatMap((movement, credit) => {
    if (movement.amount >= 0 || !isTransfer(movement)) return []
    const debit = otherSide(debits.get(keyOf(movement)), movement.ledgerAccount)
    return debit === undefined ? [] : [{ credit, debit }]
  })
}

/** The first debit that waits on another account; the lists are from the last to the first. */
function otherSide(accounts: Map<string, number[]> | undefined, own: string): number | undefined {
  for (const [account, waiting] of accounts ?? []) {
    if (account === own) continue
    const debit = waiting.pop()
    if (waiting.length === 0) accounts?.delete(account)
    return debit
  }
  return undefined
}

const isTransfer = ({ kind }: FecMovement): boolean =>
  kind === 'transfer' || kind === 'other' || kind === 'deposit' || kind === 'depositInvoice'

const keyOf = ({ journal, entry, customer, amount }: FecMovement): string =>
  [journal, entry, customer, Math.abs(amount)].join('\t')

/** What the credit settled, by what came in on the other side: the first by the first. */
function joined(settled: readonly FecAllocation[], received: readonly FecAllocation[]): FecAllocation[] {
  const left = received.map((one) => ({ ...one }))
  const made: FecAllocation[] = []
  let next = 0
  for (const { debit, amount } of settled)
    for (let wanted = amount; wanted > 0 && next < left.length; ) {
      const one = left[next] as FecAllocation & { amount: number }
      const part = Math.min(wanted, one.amount)
      if (part > 0) made.push({ debit, credit: one.credit, amount: part })
      wanted -= part
      one.amount -= part
      if (one.amount === 0) next++
    }
  return made
}
