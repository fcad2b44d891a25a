import { addMonths, asDate, type CalendarDate, compare, isAfter, minDate } from '../../calendar/calendar-date.ts'
import type { CustomerCategory } from '../../customers/category.ts'

/**
 * What starts the period anew (C. civ. 2240, 2241, 2244): a claim in court, an act of enforcement, or an acknowledgement
 * by the debtor (a payment in part, a written promise). A formal notice does not, not even by registered letter.
 */
export type InterruptionKind = 'courtClaim' | 'enforcement' | 'acknowledgement' | 'partPayment'

export interface Interruption {
  readonly kind: InterruptionKind
  readonly on: CalendarDate
}

export interface LimitedDebt {
  readonly category: CustomerCategory
  readonly issueDate: CalendarDate
  readonly dueDate: CalendarDate
  readonly interruptions: readonly Interruption[]
}

export interface Limitation {
  /** The day the period runs from. */
  readonly since: CalendarDate
  readonly because: 'start' | InterruptionKind
  /** The last day on which one can still go to court. */
  readonly endsOn: CalendarDate
  readonly rule: 'commerce' | 'consumer' | 'publicBody'
}

/**
 * Until when a debt can be claimed in court: 5 years between professionals (C. com. L110-4), 2 years from a consumer (C. conso.
 * L218-2), and for what a public body owes the end of the fourth year after that of the debt (law 68-1250, article 1). It
 * runs from the delivery, which nobody tells us: the earliest day we know stands for it. What happened after the end
 * starts nothing anew.
 */
export function limitationOf({ category, issueDate, dueDate, interruptions }: LimitedDebt): Limitation {
  const since = minDate(issueDate, dueDate)
  let limitation: Limitation = { since, because: 'start', endsOn: endFrom(since, category), rule: rules[category] }
  for (const { kind, on } of interruptions.toSorted((a, b) => compare(a.on, b.on))) {
    if (on < limitation.since || isAfter(on, limitation.endsOn)) continue
    limitation = { ...limitation, since: on, because: kind, endsOn: endFrom(on, category) }
  }
  return limitation
}

/** 'far' until six months before the end, then what the alarm says; 'over' from the day after it. */
export type LimitationStage = 'far' | 'sixMonths' | 'threeMonths' | 'over'

/** How near the end is: the alarm rings six months and three months before it. */
export function limitationStage(endsOn: CalendarDate, today: CalendarDate): LimitationStage {
  if (isAfter(today, endsOn)) return 'over'
  if (today >= addMonths(endsOn, -3)) return 'threeMonths'
  return today >= addMonths(endsOn, -6) ? 'sixMonths' : 'far'
}

const rules = { company: 'commerce', individual: 'consumer', publicBody: 'publicBody' } as const

function endFrom(since: CalendarDate, category: LimitedDebt['category']): CalendarDate {
  if (category === 'publicBody') return asDate(`${String(Number(since.slice(0, 4)) + 4).padStart(4, '0')}-12-31`)
  return addMonths(since, category === 'individual' ? 24 : 60)
}
