import { addDays, addMonths, type CalendarDate, daysBetween } from '../calendar/calendar-date.ts'
import { type Habit, habitOf, type PaidLine } from './habit.ts'

/** How a customer pays, in the product's words; `unknown` is « Nouveau ». */
export const payerProfiles = ['unknown', 'punctual', 'forgetful', 'slow', 'struggling', 'risky'] as const
export type PayerProfile = (typeof payerProfiles)[number]

/** Where one profile ends and the next begins, as the organisation sets it. */
export interface PayerRules {
  /** How far back one looks, up to and with today. */
  readonly windowMonths: number
  /** Paid due lines below which there is no habit to speak of. */
  readonly linesNeeded: number
  /** Days after the due date up to which (included) a customer is punctual, and up to which forgetful; slow above. */
  readonly punctualDays: number
  readonly forgetfulDays: number
  /** A due line later than this makes a customer risky. */
  readonly riskyDays: number
  /** Promises broken within the window that make a customer risky. */
  readonly brokenPromises: number
}

/** The least and the most each rule may be. */
export const payerRuleBounds = {
  windowMonths: { least: 1, most: 24 },
  linesNeeded: { least: 1, most: 50 },
  punctualDays: { least: 0, most: 365 },
  forgetfulDays: { least: 1, most: 365 },
  riskyDays: { least: 2, most: 730 },
  brokenPromises: { least: 1, most: 20 },
} as const satisfies Readonly<Record<keyof PayerRules, { readonly least: number; readonly most: number }>>

/** Where an organisation begins. */
export const usualPayerRules: PayerRules = {
  windowMonths: 6,
  linesNeeded: 3,
  punctualDays: 3,
  forgetfulDays: 15,
  riskyDays: 60,
  brokenPromises: 2,
}

/** All that a profile may look at, of one customer. Facts outside the window may be there: they are not looked at. */
export interface PayerFacts {
  /** Due lines settled by payment, each with the day nothing was left of it. */
  readonly paid: readonly PaidLine[]
  /** The oldest due date still unpaid, neither contested whole nor given more time; null when none. */
  readonly oldestUnpaid: CalendarDate | null
  /** The last day of each promise nothing came for. */
  readonly brokenPromises: readonly CalendarDate[]
  readonly hasRunningPlan: boolean
  readonly isInsolvent: boolean
}

/** Why this profile: the first of these that holds. */
export const profileReasons = ['insolvency', 'brokenPromises', 'plan', 'late', 'tooFew', 'habit'] as const
export type ProfileReason = (typeof profileReasons)[number]

export interface PayerJudgement {
  readonly profile: PayerProfile
  readonly because: ProfileReason
  readonly habit: Habit
  /** Within the window. */
  readonly brokenPromises: number
  /** Since when the oldest unpaid due line is late; null when nothing is. */
  readonly lateSince: CalendarDate | null
}

/**
 * The profile of a payer on a day. A plan that runs excuses the lateness it is about, not promises broken beside it;
 * who is very late is at risk whatever was paid before, for what is not paid is in no habit.
 */
export function judgePayer(facts: PayerFacts, rules: PayerRules, today: CalendarDate): PayerJudgement {
  const since = windowStart(rules, today)
  const within = (day: CalendarDate) => since < day && day <= today
  // A promise is broken from the day after its last.
  const habit = habitOf(facts.paid.filter(({ paidOn }) => within(paidOn)))
  const brokenPromises = facts.brokenPromises.filter((day) => within(addDays(day, 1))).length
  const lateSince = facts.oldestUnpaid !== null && facts.oldestUnpaid < today ? facts.oldestUnpaid : null
  const known = { habit, brokenPromises, lateSince }

  if (facts.isInsolvent) return { profile: 'risky', because: 'insolvency', ...known }
  if (brokenPromises >= rules.brokenPromises) return { profile: 'risky', because: 'brokenPromises', ...known }
  if (facts.hasRunningPlan) return { profile: 'struggling', because: 'plan', ...known }
  if (lateSince && daysBetween(lateSince, today) > rules.riskyDays)
    return { profile: 'risky', because: 'late', ...known }
  if (habit.typicalDays === null || habit.lines < rules.linesNeeded)
    return { profile: 'unknown', because: 'tooFew', ...known }
  return { profile: profileOfDays(habit.typicalDays, rules), because: 'habit', ...known }
}

/** The day after which the window begins. */
export const windowStart = ({ windowMonths }: PayerRules, today: CalendarDate): CalendarDate =>
  addMonths(today, -windowMonths)

function profileOfDays(typicalDays: number, { punctualDays, forgetfulDays }: PayerRules): PayerProfile {
  if (typicalDays <= punctualDays) return 'punctual'
  return typicalDays <= forgetfulDays ? 'forgetful' : 'slow'
}

/** What is wrong with rules; null when they can be kept. */
export function problemOfRules({ punctualDays, forgetfulDays, riskyDays }: PayerRules): 'bandsCross' | null {
  return punctualDays < forgetfulDays && forgetfulDays < riskyDays ? null : 'bandsCross'
}
