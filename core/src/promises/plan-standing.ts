import { addDays, type CalendarDate } from '../calendar/calendar-date.ts'
import { addWorkingDays, type WorkingDayRules } from '../calendar/working-days.ts'

export interface Instalment {
  readonly dueOn: CalendarDate
  /** Smallest unit of the plan's currency. */
  readonly amount: number
}

/** A running payment plan: its dates in order, and what came for its items since it was agreed. */
export interface PlanFacts {
  readonly instalments: readonly Instalment[]
  /** Smallest unit of the plan's currency; negative when a payment made before the plan bounced since. */
  readonly paid: number
  /** What of its items is contested and left to pay: the last dates wait for it until that is settled. */
  readonly contested: number
  /** Working days after each date on which it may still come in: a transfer is seen a day or two after it is made. */
  readonly graceDays: number
}

/**
 * `running`: the next date to come with something to pay; `until` is the first day on which its items count again
 * without it. `missed`: the first date that was not kept, and the first day on which that counts.
 * `settled`: all that was agreed has come, or waits for a dispute.
 */
export type PlanStanding =
  | { readonly kind: 'running'; readonly next: CalendarDate; readonly until: CalendarDate }
  | { readonly kind: 'missed'; readonly on: CalendarDate; readonly since: CalendarDate }
  | { readonly kind: 'settled' }

interface StandingRules extends WorkingDayRules {
  /** Smallest unit: an instalment short by less than this is kept. */
  readonly tolerance: number
}

/** What comes in pays the earliest dates first, however it was meant; a plan goes on as soon as what was missing came. */
export function planStanding(plan: PlanFacts, rules: StandingRules, today: CalendarDate): PlanStanding {
  for (const { dueOn, isKept } of told(plan, rules)) {
    if (isKept) continue
    const since = addDays(addWorkingDays(dueOn, plan.graceDays, rules), 1)
    return since > today ? { kind: 'running', next: dueOn, until: since } : { kind: 'missed', on: dueOn, since }
  }
  return { kind: 'settled' }
}

export type InstalmentState = 'paid' | 'due' | 'missed' | 'contested'

/** Each date of a plan as it stands: after a missed one the next ones are simply to come. */
export function instalmentStates(plan: PlanFacts, rules: StandingRules, standing: PlanStanding): InstalmentState[] {
  return told(plan, rules).map(({ dueOn, isKept, isPaid }) => {
    if (isKept) return isPaid ? 'paid' : 'contested'
    return standing.kind === 'missed' && standing.on === dueOn ? 'missed' : 'due'
  })
}

/** Each date with whether what came keeps it: all that was agreed up to it, less what is contested at the end. */
function told({ instalments, paid, contested }: PlanFacts, { tolerance }: StandingRules) {
  const expected = instalments.reduce((sum, { amount }) => sum + amount, 0) - contested
  const isShort = (by: number) => by > 0 && by >= tolerance
  let asked = 0
  return instalments.map(({ dueOn, amount }) => {
    asked += amount
    return { dueOn, isKept: !isShort(Math.min(asked, expected) - paid), isPaid: !isShort(asked - paid) }
  })
}
