import { addDays, type CalendarDate, isAfter, isBefore } from '../calendar/calendar-date.ts'
import { channels, type Scenario, type Step } from './scenario.ts'
import type { SituationItem } from './situation.ts'

/** Oldest due date first, then the largest amount, then the smallest id: the first carries the message. */
export const oldestFirst = (a: SituationItem, b: SituationItem): number =>
  a.dueDate < b.dueDate ? -1 : a.dueDate > b.dueDate ? 1 : b.amountDue.amount - a.amountDue.amount || a.id - b.id

/**
 * The first step after the due date that this item has not been through. A step is behind when it was taken, or when
 * a later one was: changing scenario or moving a step never repeats a level already received.
 */
export function nextStepOf(item: SituationItem, scenario: Scenario): Step | null {
  let furthest = -1
  for (const taken of item.taken) furthest = Math.max(furthest, taken.delayDays)
  for (const step of scenario.steps) {
    if (!step.active || step.delayDays < 0 || step.delayDays <= furthest) continue
    if (!item.taken.some((taken) => taken.key === step.key)) return step
  }
  return null
}

/** The item's own next step, if its day has come. */
export function dueStep(item: SituationItem, scenario: Scenario, today: CalendarDate): Step | null {
  const step = nextStepOf(item, scenario)
  return step && !isAfter(addDays(item.dueDate, step.delayDays), today) ? step : null
}

/** The courtesy message before the due date: from its day on, up to the due date itself; then it has expired. */
export function upcomingStep(item: SituationItem, scenario: Scenario, today: CalendarDate): Step | null {
  const step = scenario.steps.find((one) => one.active && one.delayDays < 0)
  if (!step || item.taken.some((taken) => taken.key === step.key)) return null
  const reached = !isAfter(addDays(item.dueDate, step.delayDays), today) && !isBefore(item.dueDate, today)
  return reached ? step : null
}

/** The first of these items that still has a step to take; one that has been through the whole scenario hands over. */
export function carrierOf(
  ordered: readonly SituationItem[],
  scenario: Scenario,
): { item: SituationItem; step: Step } | null {
  for (const item of ordered) {
    const step = nextStepOf(item, scenario)
    if (step) return { item, step }
  }
  return null
}

/** One contact, one rung: a contact takes rungs of its own weight or lighter, never a call by an e-mail. */
export const climbs = (own: Step, contact: Step): boolean =>
  channels.indexOf(own.channel) <= channels.indexOf(contact.channel)
