import type { FecAllocation, FecMovement, UnbalancedLetters } from './rebuild-receivables.ts'

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
  const allocations: FecAllocation[] = []
  const unbalanced: UnbalancedLetters[] = []
  const at = (index: number): FecMovement => movements[index] as FecMovement
  const lettered = movements.flatMap((movement, index) => (movement.letters === '' ? [] : [index]))
  for (const group of groupBy(lettered, (index) => at(index).letters).values())
    for (const part of partsOf(group, at)) {
      for (const one of allocate(part, at)) allocations.push(one)
      const [first] = part
      const balance = sum(part, at)
      // What is left of a deposit on 4191 is used later, whatever its letters say.
      if (first === undefined || balance === 0 || at(first).ledgerAccount.startsWith('419')) continue
      const { customer, letters, line } = at(first)
      unbalanced.push({ customer, letters: letters.split('\t').at(-1) ?? '', balance, line })
    }
  return { allocations, unbalanced }
}

/** Places of movements. */
type Part = readonly number[]
type At = (index: number) => FecMovement

function partsOf(group: Part, at: At): readonly Part[] {
  const days = [...groupBy(group, (index) => at(index).letteringDate ?? '').values()]
  return days.length > 1 && days.every((part) => sum(part, at) === 0) ? days : [group]
}

function groupBy(part: Part, key: (index: number) => string): ReadonlyMap<string, Part> {
  const groups = new Map<string, number[]>()
  for (const index of part) {
    const group = groups.get(key(index))
    if (group) group.push(index)
    else groups.set(key(index), [index])
  }
  return groups
}

const sum = (part: Part, at: At): number => part.reduce((total, index) => total + at(index).amount, 0)

function allocate(part: Part, at: At): FecAllocation[] {
  const left = new Map(part.map((index) => [index, Math.abs(at(index).amount)]))
  const byAge = part.toSorted((a, b) => compare(at(a).date ?? '', at(b).date ?? '') || at(a).line - at(b).line)
  const debits = byAge.filter((index) => at(index).amount > 0)
  const credits = byAge.filter((index) => at(index).amount < 0)
  const made: FecAllocation[] = []
  const settle = (debit: number, credit: number): void => {
    const amount = Math.min(left.get(debit) ?? 0, left.get(credit) ?? 0)
    if (amount === 0) return
    made.push({ debit, credit, amount })
    left.set(debit, (left.get(debit) ?? 0) - amount)
    left.set(credit, (left.get(credit) ?? 0) - amount)
  }
  const twinOf = openTwins(debits, at, (debit) => left.get(debit) === at(debit).amount)
  for (const credit of credits) {
    const twin = twinOf(credit)
    if (twin !== undefined) settle(twin, credit)
  }
  let first = 0
  for (const credit of credits)
    for (; first < debits.length && (left.get(credit) ?? 0) > 0; first++) {
      const debit = debits[first] as number
      settle(debit, credit)
      if ((left.get(debit) ?? 0) > 0) break
    }
  return made
}

/**
 * Finds the first debit of a credit's amount that is still whole, one of its own piece before the others. Some firms letter
 * a whole year with one letter: each debit is looked at once.
 */
function openTwins(debits: Part, at: At, isWhole: (debit: number) => boolean): (credit: number) => number | undefined {
  const amountKey = (index: number): string => String(Math.abs(at(index).amount))
  const pieceKey = (index: number): string => `${amountKey(index)}\t${at(index).pieceRef}`
  const waiting = new Map<string, { readonly debits: number[]; next: number }>()
  const wait = (key: string, debit: number): void => {
    const line = waiting.get(key)
    if (line) line.debits.push(debit)
    else waiting.set(key, { debits: [debit], next: 0 })
  }
  for (const debit of debits) {
    wait(amountKey(debit), debit)
    if (at(debit).pieceRef !== '') wait(pieceKey(debit), debit)
  }
  const firstWhole = (key: string): number | undefined => {
    const line = waiting.get(key)
    if (!line) return undefined
    while (line.next < line.debits.length && !isWhole(line.debits[line.next] as number)) line.next++
    return line.debits[line.next]
  }
  return (credit) =>
    (at(credit).pieceRef === '' ? undefined : firstWhole(pieceKey(credit))) ?? firstWhole(amountKey(credit))
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
