import type { FecAllocation, FecMovement, UnbalancedLetters } from './rebuild-receivables.ts'

type Indexed = FecMovement & { readonly index: number }

interface Lettered {
  readonly allocations: readonly FecAllocation[]
  readonly unbalanced: readonly UnbalancedLetters[]
}

/**
 * Allocates credits to debits within their letters: the pair of one piece or of one amount first, then the oldest. What a
 * group does not settle stays open and is told, never forced. Letters used twice in a year are taken apart by the day of
 * lettering where each part balances.
 */
export function allocateLetters(movements: readonly FecMovement[]): Lettered {
  const lettered = movements.flatMap((movement, index) => (movement.letters === '' ? [] : [{ ...movement, index }]))
  const parts = groupBy(lettered, ({ letters }) => letters).flatMap(partsOf)
  return {
    allocations: parts.flatMap(allocate),
    unbalanced: parts.flatMap((part) => {
      const [first] = part
      const balance = sum(part)
      // What is left of a deposit on 4191 is used later, whatever its letters say.
      if (!first || balance === 0 || first.ledgerAccount.startsWith('419')) return []
      return [{ customer: first.customer, letters: first.letters.split('\t').at(-1) ?? '', balance, line: first.line }]
    }),
  }
}

function partsOf(group: readonly Indexed[]): readonly (readonly Indexed[])[] {
  const days = groupBy(group, ({ letteringDate }) => letteringDate ?? '')
  return days.length > 1 && days.every((part) => sum(part) === 0) ? days : [group]
}

function groupBy(movements: readonly Indexed[], key: (movement: Indexed) => string): readonly (readonly Indexed[])[] {
  const groups = new Map<string, Indexed[]>()
  for (const movement of movements) {
    const group = groups.get(key(movement))
    if (group) group.push(movement)
    else groups.set(key(movement), [movement])
  }
  return [...groups.values()]
}

const sum = (part: readonly FecMovement[]): number => part.reduce((total, { amount }) => total + amount, 0)

function allocate(part: readonly Indexed[]): FecAllocation[] {
  const left = new Map(part.map(({ index, amount }) => [index, Math.abs(amount)]))
  const byAge = part.toSorted((a, b) => compare(a.date ?? '', b.date ?? '') || a.line - b.line)
  const debits = byAge.filter(({ amount }) => amount > 0)
  const credits = byAge.filter(({ amount }) => amount < 0)
  const made: FecAllocation[] = []
  const settle = (debit: Indexed, credit: Indexed): void => {
    const amount = Math.min(left.get(debit.index) ?? 0, left.get(credit.index) ?? 0)
    if (amount === 0) return
    made.push({ debit: debit.index, credit: credit.index, amount })
    left.set(debit.index, (left.get(debit.index) ?? 0) - amount)
    left.set(credit.index, (left.get(credit.index) ?? 0) - amount)
  }
  for (const credit of credits) {
    const twin =
      debits.find((debit) => isWhole(debit, left) && debit.amount === -credit.amount && isSamePiece(debit, credit)) ??
      debits.find((debit) => isWhole(debit, left) && debit.amount === -credit.amount)
    if (twin) settle(twin, credit)
  }
  for (const credit of credits) for (const debit of debits) settle(debit, credit)
  return made
}

const isWhole = (debit: Indexed, left: ReadonlyMap<number, number>): boolean => left.get(debit.index) === debit.amount

const isSamePiece = (debit: FecMovement, credit: FecMovement): boolean =>
  debit.pieceRef !== '' && debit.pieceRef === credit.pieceRef

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
