import { addDays, asDate, type CalendarDate, maxDate } from '../../calendar/calendar-date.ts'
import { decideStep } from '../decide-step.ts'
import type { Decision, Hold, Take } from '../decision.ts'
import { scenarioOf } from '../next-step.ts'
import { isInternal, type Scenario, type Step } from '../scenario.ts'
import { rulesOf } from '../scenario-rules.ts'
import { isPassing } from '../simulate.ts'
import type { DunningRules, SituationItem, StepTaken, Until } from '../situation.ts'
import { itemOn, type Past, type PastItem, partyOn, type Span } from './past.ts'

/** What a scenario would have done to one customer: contacts, and each time something began to hold one back. */
export interface Replayed {
  readonly contacts: readonly { readonly on: CalendarDate; readonly decision: Take }[]
  readonly holds: readonly { readonly on: CalendarDate; readonly decision: Hold }[]
}

/** The days replayed: from the first (included) to the last (not included). */
export interface Window {
  readonly from: CalendarDate
  readonly until: CalendarDate
}

/**
 * What the scenario of `past.situation` would have sent in those days, with the books as they stood on each: every message
 * leaves and every task is done on the day it is due. Steps taken before the first day count, later ones do not. Decides
 * only on the days on which something may change.
 */
export function replay(past: Past, rules: DunningRules, { from, until }: Window): Replayed {
  const contacts: { on: CalendarDate; decision: Take }[] = []
  const holds: { on: CalendarDate; decision: Hold }[] = []
  const lines = past.items.map((one) => aLine(one, past, from))
  const days = daysToLook(past, from, until)
  let { lastContactOn } = past.situation
  let heldBecause: string | null = null
  let quietUntil = from
  for (let place = 0, on = from; on < until; ) {
    const items = lines.flatMap((line) => lineOn(line, past, on) ?? [])
    const party = partyOn(past, on, lastContactOn)
    const decision: Decision | null = items.length === 0 ? null : decideStep({ ...party, items }, rules, on)
    if (decision?.kind === 'take') {
      contacts.push({ on, decision })
      climb(lines, decision, on)
      if (!isInternal(decision.step.channel)) lastContactOn = on
      quietUntil = quietAfter(lines, past, lastContactOn, rulesOf(past.situation.scenario, rules))
    }
    if (decision?.kind === 'hold' && !isPassing(decision)) {
      if (heldBecause !== decision.because) holds.push({ on, decision })
      heldBecause = decision.because
    } else if (decision?.because !== 'notWorkingDay') heldBecause = null
    if (quietUntil > on) on = quietUntil
    else {
      while ((days[place] ?? until) <= on) place += 1
      on = earliest(days[place] ?? until, decision, on)
    }
  }
  return { contacts, holds }
}

/** A due line on its way through the days; what it looks like is built anew only when something changed. */
interface Line {
  readonly past: PastItem
  readonly changes: readonly CalendarDate[]
  taken: readonly StepTaken[]
  item: SituationItem | null
  /** The days on which `item` is true: from the first to the second, not included. */
  holds: readonly [CalendarDate, CalendarDate | null] | null
}

const aLine = (past: PastItem, { items }: Past, from: CalendarDate): Line => ({
  past,
  // What came for any item under a plan keeps the plan.
  changes: [
    ...changesOf(past),
    ...(past.plans.length > 0 ? items.flatMap(({ settled }) => settled.map(({ on }) => on)) : []),
  ].toSorted(),
  taken: past.item.taken.filter(({ on }) => on < from),
  item: null,
  holds: null,
})

function lineOn(line: Line, all: Past, on: CalendarDate): SituationItem | null {
  const { holds } = line
  if (holds && holds[0] <= on && (holds[1] === null || on < holds[1])) return line.item
  line.item = itemOn(line.past, on, line.taken, all)
  line.holds = [on, line.changes.find((day) => day > on) ?? null]
  return line.item
}

function climb(lines: readonly Line[], { items }: Take, on: CalendarDate): void {
  for (const { item, climbs } of items) {
    if (climbs === null) continue
    const line = lines.find(({ past }) => past.item.id === item)
    if (!line) continue
    line.taken = [...line.taken, { key: climbs.key, delayDays: climbs.delayDays, on }]
    if (line.item) line.item = { ...line.item, taken: line.taken }
  }
}

/**
 * Until the days between two contacts are over, nothing leaves but what is between ourselves: the first day on which
 * something may, today where that would be one of those.
 */
function quietAfter(
  lines: readonly Line[],
  { situation }: Past,
  lastContactOn: CalendarDate | null,
  { minimumDaysBetweenContacts }: DunningRules,
): CalendarDate {
  const today = lastContactOn ?? asDate('0001-01-01')
  const mayStir = lines.some(({ past, taken }) => {
    const { steps } = scenarioOf(past.item, situation)
    const highest = taken.reduce((most, { delayDays }) => Math.max(most, delayDays), -1)
    const next = steps.find(({ active, delayDays }) => active && delayDays > highest)
    const stirs = (step: Step | undefined) => step !== undefined && isInternal(step.channel)
    return stirs(next) || steps.some((step) => step.delayDays < 0 && step.active && stirs(step))
  })
  return mayStir ? today : addDays(today, minimumDaysBetweenContacts)
}

const ends = (spans: readonly Span[]): CalendarDate[] =>
  spans.flatMap(({ from, until }) => (until === null ? [from] : [from, until]))

/** Every day on which something about the line is another than the day before, by its facts alone. */
function changesOf({ item, settled, disputes, promises, delays, plans, pauses, goneOn }: PastItem): CalendarDate[] {
  return [
    item.issueDate,
    ...settled.map(({ on }) => on),
    ...ends([...disputes, ...promises, ...delays, ...plans, ...pauses]),
    ...(goneOn === null ? [] : [goneOn]),
    ...(item.rejectedOn === null ? [] : [item.rejectedOn]),
  ]
}

/** In order, each once: when a line changes, comes due or near enough for a courtesy, or a stop begins or ends. */
function daysToLook(past: Past, from: CalendarDate, until: CalendarDate): CalendarDate[] {
  const days = new Set<CalendarDate>()
  const look = (day: CalendarDate) => {
    if (day > from && day < until) days.add(day)
  }
  for (const one of past.items) {
    const { item } = one
    for (const day of changesOf(one)) look(day)
    for (const { keptUntil } of one.promises) look(addDays(keptUntil, 1))
    for (const { delayedUntil } of one.delays) look(addDays(delayedUntil, 1))
    look(maxDate(item.issueDate, addDays(item.dueDate, 1)))
    for (const step of courtesiesOf(scenarioOf(item, past.situation))) {
      look(maxDate(item.issueDate, addDays(item.dueDate, step)))
    }
  }
  for (const day of ends([...past.pauses, ...past.handedOver, ...past.insolvent])) look(day)
  for (const { on } of past.credits) look(on)
  return [...days].sort()
}

const courtesiesOf = ({ steps }: Scenario): number[] =>
  steps.flatMap(({ active, delayDays }) => (active && delayDays < 0 ? [delayDays] : []))

/** The first day after `on` on which the decision says it may be another, at the latest `next`. */
function earliest(next: CalendarDate, decision: Decision | null, on: CalendarDate): CalendarDate {
  if (decision === null) return next
  if (decision.kind === 'take') return addDays(on, 1)
  let first = next
  const look = (day: Until | null | undefined) => {
    if (day !== null && day !== undefined && day !== 'furtherNotice' && day > on && day < first) first = day
  }
  look(decision.kind === 'rest' ? decision.next?.on : decision.until)
  for (const { until } of decision.excluded) look(until)
  return first
}
