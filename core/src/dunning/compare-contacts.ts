import { type CalendarDate, isBefore } from '../calendar/calendar-date.ts'
import type { Take } from './decision.ts'
import type { Scenario, Step } from './scenario.ts'

/** How a customer fares with other steps: on another day, with one contact more or fewer, or otherwise on the same day. */
export type How = 'sooner' | 'later' | 'added' | 'dropped' | 'otherwise'

/** The first contact that differs; a day is null where there is none. */
export interface ContactChange {
  readonly how: How
  readonly was: CalendarDate | null
  readonly is: CalendarDate | null
}

interface Contact {
  readonly on: CalendarDate
  readonly decision: Take
}

/** The contacts of one customer under two scenarios, by the first whose day differs, else by the first that is another step or says otherwise. */
export function compareContacts(
  was: readonly Contact[],
  is: readonly Contact[],
  saysOtherwise: (step: Step) => boolean,
): ContactChange | null {
  const places = Array.from({ length: Math.max(was.length, is.length) }, (_, index) => index)
  const moved = places.find((index) => was[index]?.on !== is[index]?.on)
  if (moved !== undefined) {
    const [before, after] = [was[moved]?.on ?? null, is[moved]?.on ?? null]
    return { how: howOf(before, after), was: before, is: after }
  }
  const other = is.find(({ decision: { step } }, index) => {
    return was[index]?.decision.step.key !== step.key || saysOtherwise(step)
  })
  return other ? { how: 'otherwise', was: other.on, is: other.on } : null
}

function howOf(was: CalendarDate | null, is: CalendarDate | null): How {
  if (was === null) return 'added'
  if (is === null) return 'dropped'
  return isBefore(is, was) ? 'sooner' : 'later'
}

/** Which steps of one scenario do the same as in the other, but for their day: by another way, in another tone, to others. */
export function otherwiseThan(before: Scenario): (step: Step) => boolean {
  const said = new Map(before.steps.map((step) => [step.key, wordsOf(step)]))
  return (step) => said.has(step.key) && said.get(step.key) !== wordsOf(step)
}

/** All that a step does but its day and its name, in one text. */
const wordsOf = ({ channel, tone, assignee, sender, recipients, copies, departureMinute, fee }: Step): string =>
  JSON.stringify([channel, tone, assignee, sender, recipients, copies, departureMinute, fee])
