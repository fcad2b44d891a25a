/** What a task is worth doing now: the amount left, and how likely it is that doing it moves the money today. */
export interface PriorityFacts {
  /** Smallest unit of the base currency; other currencies count by their number. */
  readonly amount: number
  readonly daysLate: number
  readonly brokenPromise: boolean
  /** Days since the task should have been done. */
  readonly daysWaiting: number
}

/**
 * Amount left times the chance, in hundredths, that it moves today. Young debts move best (a forgotten invoice is paid
 * on the first call), a broken promise is worth a call at once, and a task that has waited rises.
 */
export function priority({ amount, daysLate, brokenPromise, daysWaiting }: PriorityFacts): number {
  const byAge = daysLate <= 30 ? 60 : daysLate <= 60 ? 50 : daysLate <= 90 ? 35 : 20
  const chance = Math.min(95, byAge + (brokenPromise ? 25 : 0) + Math.min(15, daysWaiting * 3))
  return amount * chance
}

/** Minutes a task usually takes, for « environ 40 min ». */
export const usualMinutes: Readonly<Record<string, number>> = {
  call: 6,
  letter: 4,
  decision: 5,
  correctAddress: 3,
  allocateCredit: 3,
  resolveUncertain: 3,
  approveReminders: 3,
  other: 5,
}
