import type { PayerProfile } from '../payers/payer-profile.ts'

/** What a task is worth doing now: the amount left, and how likely it is that doing it moves the money today. */
export interface PriorityFacts {
  /** Smallest unit of the base currency; other currencies count by their number. */
  readonly amount: number
  readonly daysLate: number
  readonly brokenPromise: boolean
  /** Of the customer; `unknown` where there is none. */
  readonly profile: PayerProfile
  /** Days since the task should have been done. */
  readonly daysWaiting: number
}

/**
 * Amount left times the chance, in hundredths, that it moves today. Young debts move best (a forgotten invoice is paid
 * on the first call), who forgets pays when asked and who struggles does not, a broken promise is worth a call at once, and
 * a task that has waited rises.
 */
export function priority({ amount, daysLate, brokenPromise, profile, daysWaiting }: PriorityFacts): number {
  const byAge = daysLate <= 30 ? 60 : daysLate <= 60 ? 50 : daysLate <= 90 ? 35 : 20
  const chance = Math.min(95, byAge + byProfile[profile] + (brokenPromise ? 25 : 0) + Math.min(15, daysWaiting * 3))
  return amount * chance
}

/** Hundredths more or less: never more than an age of debt does, for what is late now says more than what was paid before. */
const byProfile: Readonly<Record<PayerProfile, number>> = {
  unknown: 0,
  punctual: 5,
  forgetful: 5,
  slow: 0,
  struggling: -5,
  risky: -10,
}
