import { addDays, type CalendarDate } from '../calendar/calendar-date.ts'
import { afterContact } from './after-contact.ts'
import { decideStep } from './decide-step.ts'
import type { Decision, Hold } from './decision.ts'
import { scenarioOf } from './next-step.ts'
import { isInternal } from './scenario.ts'
import type { DunningRules, Situation, Until } from './situation.ts'

export interface SimulatedDay {
  readonly on: CalendarDate
  readonly decision: Decision
}

/**
 * What would go out over `days` days from `from` on (included), if nothing is paid and every task is done the day it
 * appears. One decision a day, also where nothing leaves; that of the first day is the one the run of that day makes, and a
 * task open then is taken as done at its end.
 */
export function simulate(
  situation: Situation,
  rules: DunningRules,
  from: CalendarDate,
  days: number,
): readonly SimulatedDay[] {
  const replayed: SimulatedDay[] = []
  let now = situation
  for (let day = 0; day < days; day += 1) {
    const on = addDays(from, day)
    const decision = decideStep(now, rules, on)
    replayed.push({ on, decision })
    if (decision.kind === 'take') now = afterContact(now, decision, on)
    if (day === 0) now = withTaskDone(now, from)
  }
  return replayed
}

/** A hold that waits only for a working day or for the days between two contacts: it leaves all the same. */
export const isPassing = ({ because }: Hold): boolean => because === 'notWorkingDay' || because === 'tooSoon'

/**
 * The contacts of `simulate` alone, with the first working day's decision and each day on which something begins to hold
 * a contact back, in a few decisions instead of one a day.
 */
export function simulateContacts(
  situation: Situation,
  rules: DunningRules,
  from: CalendarDate,
  days: number,
): { readonly first: Decision; readonly contacts: readonly SimulatedDay[]; readonly holds: readonly SimulatedDay[] } {
  const end = addDays(from, days)
  const contacts: SimulatedDay[] = []
  const holds: SimulatedDay[] = []
  let heldBecause: string | null = null
  let now = situation
  let decision = decideStep(now, rules, from)
  let first = decision
  for (let on = from; ; ) {
    if (first.because === 'notWorkingDay') first = decision
    if (decision.kind === 'take') {
      contacts.push({ on, decision })
      now = afterContact(now, decision, on)
    }
    if (decision.kind === 'hold' && !isPassing(decision)) {
      if (heldBecause !== decision.because) holds.push({ on, decision })
      heldBecause = decision.because
    } else if (decision.because !== 'notWorkingDay') heldBecause = null
    const isOver = now.openTask === null
    if (!isOver) now = withTaskDone(now, from)
    on = decision.kind === 'take' || !isOver ? addDays(on, 1) : nextLook(now, decision, on, end)
    if (on >= end) return { first, contacts, holds }
    decision = decideStep(now, rules, on)
  }
}

/**
 * The first day after `on` on which the decision may be another: where one said it may, where an item that does not count
 * may count again, or where an item comes due or near enough for a courtesy.
 */
function nextLook(situation: Situation, decision: Decision, on: CalendarDate, end: CalendarDate): CalendarDate {
  let next = end
  const look = (day: Until | null | undefined) => {
    if (day !== null && day !== undefined && day !== 'furtherNotice' && day > on && day < next) next = day
  }
  if (decision.kind === 'rest') look(decision.next?.on)
  if (decision.kind === 'hold') look(decision.until)
  for (const { until } of decision.excluded) look(until)
  look(situation.pausedUntil)
  look(situation.setAsideUntil)
  for (const item of situation.items) {
    if (item.promisedFor !== null) look(addDays(item.promisedFor, 1))
    if (item.delayedUntil !== undefined) look(addDays(item.delayedUntil, 1))
    for (const { dueOn } of item.plan?.instalments ?? []) look(addDays(dueOn, 1))
    look(item.pausedUntil)
    if (item.dueDate < on) continue
    look(item.dueDate)
    look(addDays(item.dueDate, 1))
    for (const step of scenarioOf(item, situation).steps) {
      if (step.delayDays >= 0) break
      if (step.active) look(addDays(item.dueDate, step.delayDays))
    }
  }
  return next
}

function withTaskDone(situation: Situation, on: CalendarDate): Situation {
  const { openTask } = situation
  const carrying = openTask && situation.items.find((item) => item.id === openTask.item)
  const step = carrying && scenarioOf(carrying, situation).steps.find((one) => one.key === openTask.step)
  if (!step) return { ...situation, openTask: null }
  const { key, delayDays } = step
  return {
    ...situation,
    items: situation.items.map((item) =>
      item.id === openTask.item ? { ...item, taken: [...item.taken, { key, delayDays, on }] } : item,
    ),
    lastContactOn: isInternal(step.channel) ? situation.lastContactOn : on,
    openTask: null,
  }
}
