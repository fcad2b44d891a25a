import { addDays, asDate, type CalendarDate, maxDate, minDate } from '../calendar/calendar-date.ts'
import { isWorkingDay, nextWorkingDay, workingDayFrom } from '../calendar/working-days.ts'
import type { Exclusion, HoldReason, Rest } from './decision.ts'
import { byAge, exclusionOf } from './exclude-items.ts'
import { type Carrying, courtesyStep, dayOfStep, nextStep, scenarioOf } from './next-step.ts'
import { isInternal, type Step } from './scenario.ts'
import type { DunningRules, Situation, SituationItem } from './situation.ts'

type Next = NonNullable<Rest['next']>

/** Why a due step does not leave today although nothing else stands against it, and the day it may. */
export interface Wait {
  readonly because: Extract<HoldReason, 'setAside' | 'tooSoon' | 'notWorkingDay'>
  readonly until: CalendarDate
  readonly lastContactOn?: CalendarDate
}

/** Null when the step may leave today. */
export function waitOf(situation: Situation, step: Step, rules: DunningRules, today: CalendarDate): Wait | null {
  const { setAsideUntil } = situation
  if (setAsideUntil !== null && setAsideUntil > today) return { because: 'setAside', until: setAsideUntil }
  const spaced = spacedDay(situation, step, rules)
  if (spaced !== null && spaced > today) {
    const { lastContactOn } = situation
    return { because: 'tooSoon', until: workingDayFrom(spaced, rules), ...(lastContactOn && { lastContactOn }) }
  }
  return isWorkingDay(today, rules) ? null : { because: 'notWorkingDay', until: nextWorkingDay(today, rules) }
}

/**
 * First day that keeps the minimum delay after the last contact, never the same day; what is between ourselves need not
 * wait.
 */
function spacedDay({ lastContactOn }: Situation, step: Step, rules: DunningRules): CalendarDate | null {
  return lastContactOn === null || isInternal(step.channel)
    ? null
    : addDays(lastContactOn, Math.max(1, rules.minimumDaysBetweenContacts))
}

/** The next contact about an item that carries, its step not being due yet. */
export function nextOf({ item, step }: Carrying, situation: Situation, rules: DunningRules): Next {
  return { on: workingDayFrom(notBefore(dayOfStep(item, step), situation, step, rules), rules), step, item: item.id }
}

/**
 * The next contact when no step of a counted late item is left: about an item not late yet, or about an excluded one
 * on the day it counts again. Null when nothing will leave unless something changes.
 */
export function nextAmongOthers(
  situation: Situation,
  excluded: readonly Exclusion[],
  rules: DunningRules,
  today: CalendarDate,
): Next | null {
  const { pausedUntil } = situation
  if (situation.insolvent || situation.handedOver || pausedUntil === 'furtherNotice') return null
  const tomorrow = addDays(today, 1)
  const from = pausedUntil === null ? tomorrow : maxDate(pausedUntil, tomorrow)
  const owed = situation.items.filter((item) => item.amountDue.amount > 0).sort(byAge)
  const lastCourtesy = firstDueDate(situation)
  let next: Next | null = null
  for (const item of owed) {
    const exclusion = excluded.find((one) => one.item === item.id) ?? exclusionOf(item, rules, today)
    const free = exclusion === null ? from : exclusion.until
    if (free === null || free === 'furtherNotice') continue
    const one = firstContact(item, { from: maxDate(free, from), lastCourtesy }, situation, rules)
    if (one !== null && (next === null || one.on < next.on)) next = one
  }
  return next
}

/** The last day on which nothing owed is late: the earliest due date; a courtesy may leave until then. */
export function firstDueDate({ items }: Situation): CalendarDate {
  let first = lastDayThereIs
  for (const { amountDue, dueDate } of items) if (amountDue.amount > 0) first = minDate(first, dueDate)
  return first
}

const lastDayThereIs = asDate('9999-12-31')

/** A courtesy is for customers who owe nothing late: where it would come after any due date, the first step is next. */
function firstContact(
  item: SituationItem,
  { from, lastCourtesy }: { from: CalendarDate; lastCourtesy: CalendarDate },
  situation: Situation,
  rules: DunningRules,
): Next | null {
  const on = (step: Step) =>
    workingDayFrom(notBefore(maxDate(dayOfStep(item, step), from), situation, step, rules), rules)
  const courtesy = courtesyStep(item, scenarioOf(item, situation))
  if (courtesy !== null && on(courtesy) <= lastCourtesy) return { on: on(courtesy), step: courtesy, item: item.id }
  const step = nextStep(item, scenarioOf(item, situation))
  return step === null ? null : { on: on(step), step, item: item.id }
}

function notBefore(day: CalendarDate, situation: Situation, step: Step, rules: DunningRules): CalendarDate {
  const spaced = spacedDay(situation, step, rules)
  const free = spaced === null ? day : maxDate(day, spaced)
  return situation.setAsideUntil === null ? free : maxDate(free, situation.setAsideUntil)
}
