import { addDays, type CalendarDate } from '../calendar/calendar-date.ts'
import { countsFrom } from './chased-part.ts'
import { channels, isInternal, type Scenario, type Step } from './scenario.ts'
import type { Situation, SituationItem } from './situation.ts'

/** An item and the rung it has before it. */
export interface Carrying {
  readonly item: SituationItem
  readonly step: Step
}

/**
 * The first active step after the due date that is not behind this item; null when it has been through them all.
 * A step is behind once it was taken, and so is any step at or under the highest offset taken: a scenario that changes
 * on the way never repeats what was already received. A courtesy before the due date puts nothing behind.
 */
export function nextStep(item: SituationItem, scenario: Scenario): Step | null {
  let highest = -1
  for (const taken of item.taken) if (taken.delayDays > highest) highest = taken.delayDays
  for (const step of scenario.steps) {
    if (step.active && step.delayDays > highest && !hasTaken(item, step)) return step
  }
  return null
}

/** The first active step before the due date that this item has not taken; null when there is none. */
export function courtesyStep(item: SituationItem, scenario: Scenario): Step | null {
  for (const step of scenario.steps) {
    if (step.delayDays >= 0) return null
    if (step.active && !isBehindCourtesy(item, step)) return step
  }
  return null
}

/** The scenario an item follows: its own where somebody chose one for its invoice, else the customer's. */
export const scenarioOf = (item: SituationItem, situation: Situation): Scenario => item.scenario ?? situation.scenario

/** The oldest of these items (given in `byAge` order) that still has a step before it: it carries the message. */
export function carryingOf(counted: readonly SituationItem[], situation: Situation): Carrying | null {
  for (const item of counted) {
    const step = nextStep(item, scenarioOf(item, situation))
    if (step !== null) return { item, step }
  }
  return null
}

/**
 * The day from which a step is due for an item: from then on, and not "exactly on" it. On the due date itself nothing is
 * late, so a step at zero days falls on the day after.
 */
export const dayOfStep = (item: SituationItem, { delayDays }: Step): CalendarDate =>
  addDays(countsFrom(item), delayDays === 0 ? 1 : delayDays)

/**
 * Does a contact by this step consume that rung of another listed item? An e-mail never consumes a call, a letter or
 * a decision; a task or a decision is between ourselves, tells the customer nothing, and so consumes its own kind only.
 */
export const consumes = (contact: Step, rung: Step): boolean =>
  isInternal(contact.channel) || isInternal(rung.channel)
    ? rung.channel === contact.channel
    : channels.indexOf(rung.channel) <= channels.indexOf(contact.channel)

function hasTaken(item: SituationItem, step: Step): boolean {
  for (const taken of item.taken) if (taken.key === step.key) return true
  return false
}

const isBehindCourtesy = (item: SituationItem, step: Step): boolean =>
  item.taken.some((taken) => taken.key === step.key || taken.delayDays >= step.delayDays)
