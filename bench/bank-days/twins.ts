import type { YearLine } from './year.ts'

/** Two items no text tells apart: one was paid where the truth meant the other. */
export interface Swap {
  readonly given: string
  readonly meant: string
}

/**
 * Once either of two twins counts as right, the later line that meant the one pays the other: their places in the truth
 * are changed, until somebody confirms the truth as it was.
 */
export interface Twins {
  note(swaps: readonly Swap[]): void
  asNow(line: YearLine): YearLine
  forget(): void
}

export function openTwins(): Twins {
  const inPlaceOf = new Map<string, string>()
  const now = (invoice: string): string => inPlaceOf.get(invoice) ?? invoice
  return {
    note: (swaps) => {
      for (const { given, meant } of swaps) {
        const before = [...inPlaceOf].find(([, present]) => present === given)?.[0] ?? given
        const original = [...inPlaceOf].find(([, present]) => present === meant)?.[0] ?? meant
        inPlaceOf.set(original, given)
        inPlaceOf.set(before, meant)
      }
    },
    asNow: (line) => {
      if (inPlaceOf.size === 0) return line
      const allocations = line.truth.allocations.map((paid) => ({ ...paid, invoice: now(paid.invoice) }))
      return { ...line, truth: { ...line.truth, allocations } }
    },
    forget: () => inPlaceOf.clear(),
  }
}
