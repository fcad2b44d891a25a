import { addDays, type CalendarDate, daysBetween, isAfter, isBefore } from '../calendar/calendar-date.ts'
import { isWorkingDay } from '../calendar/working-days.ts'
import { type Money, sumByCurrency } from '../money/money.ts'
import { carrierOf, climbs, dueStep, oldestFirst, upcomingStep } from './climb.ts'
import { nextPossibleDay } from './contact-days.ts'
import type { Decision, Exclusion, Hold, ListedItem, Rest } from './decision.ts'
import { creditsOf, exclude } from './exclude.ts'
import type { Step } from './scenario.ts'
import type { DunningRules, Situation, SituationItem, Until } from './situation.ts'

interface Facts {
  readonly late: readonly Money[]
  readonly excluded: readonly Exclusion[]
}

/** Which step, if any, does this customer's scenario prescribe today, and why? */
export function decideStep(situation: Situation, rules: DunningRules, today: CalendarDate): Decision {
  const late = situation.items.filter((item) => item.amountDue.amount > 0 && isBefore(item.dueDate, today))
  if (late.length === 0) return beforeDue(situation, rules, today)

  const { counted, excluded } = exclude(late, situation, rules, today)
  const facts: Facts = { late: sumByCurrency(counted.map((item) => item.amountDue)), excluded }
  const stopped = stopOf(situation, facts, today)
  if (stopped) return stopped
  if (counted.length === 0) return allExcluded(late, facts)

  const credits = creditsOf(situation).filter((sum) => facts.late.some((other) => other.currency === sum.currency))
  const toPay = facts.late.map((sum) => lessCredits(sum, credits))
  if (toPay.every((sum) => sum.amount < rules.tolerance)) return hold('tooSmall', facts)
  const task = situation.openTask
  if (task && counted.some((item) => item.id === task.item)) {
    const step = situation.scenario.steps.find((one) => one.key === task.step) ?? null
    return hold(step?.channel === 'decision' ? 'decision' : 'humanToday', facts, { step, carrying: task.item })
  }

  const ordered = counted.toSorted(oldestFirst)
  const carrier = carrierOf(ordered, situation.scenario)
  if (!carrier) return { kind: 'rest', because: 'finished', next: null, ...facts }
  const { item, step } = carrier
  const dueOn = addDays(item.dueDate, step.delayDays)
  if (isAfter(dueOn, today)) return restUntil(dueOn, step, item, { situation, rules, facts, because: 'noStepDue' })
  const blocked = blockedBy(situation, step, rules, today)
  if (blocked) return hold(blocked.because, facts, { ...blocked, step, carrying: item.id })
  const items = ordered.map((one) => listedItem(one, situation, step, today))
  return {
    kind: 'take',
    because: 'stepDue',
    about: 'overdue',
    step,
    carrying: item.id,
    items,
    credits,
    toPay,
    ...facts,
    insteadOfEmail: step.channel === 'email' && !situation.hasUsableEmail ? 'letter' : null,
  }
}

/** Nothing is late: perhaps a courtesy message before the due date, if the scenario has one and it is time. */
function beforeDue(situation: Situation, rules: DunningRules, today: CalendarDate): Decision {
  const facts: Facts = { late: [], excluded: [] }
  const notYet = situation.items.filter((item) => item.amountDue.amount > 0).toSorted(oldestFirst)
  const courtesy = notYet.flatMap((item) => {
    const step = upcomingStep(item, situation.scenario, today)
    return step && !isKeptOut(item, situation, rules, today) ? [{ item, step }] : []
  })
  const [first] = courtesy
  if (!first) return nextAfterDue(notYet, situation, rules, facts)
  const stopped = stopOf(situation, facts, today)
  if (stopped) return stopped
  const blocked = blockedBy(situation, first.step, rules, today)
  if (blocked) return hold(blocked.because, facts, { ...blocked, step: first.step, carrying: first.item.id })
  const items = courtesy.map(({ item, step }) => ({ ...listedItem(item, situation, step, today), climbs: step }))
  const credits = creditsOf(situation)
  const sums = sumByCurrency(courtesy.map(({ item }) => item.amountDue))
  return {
    kind: 'take',
    because: 'stepDue',
    about: 'upcoming',
    step: first.step,
    carrying: first.item.id,
    items,
    ...facts,
    credits: credits.filter((sum) => sums.some((other) => other.currency === sum.currency)),
    toPay: sums.map((sum) => lessCredits(sum, credits)),
    insteadOfEmail: null,
  }
}

const isKeptOut = (item: SituationItem, situation: Situation, rules: DunningRules, today: CalendarDate): boolean =>
  exclude([item], situation, rules, today).excluded.length > 0

function nextAfterDue(items: readonly SituationItem[], situation: Situation, rules: DunningRules, facts: Facts): Rest {
  const carrier = carrierOf(items, situation.scenario)
  if (!carrier) return { kind: 'rest', because: 'nothingOverdue', next: null, ...facts }
  const dueOn = addDays(carrier.item.dueDate, carrier.step.delayDays)
  return restUntil(dueOn, carrier.step, carrier.item, { situation, rules, facts, because: 'nothingOverdue' })
}

interface RestFacts {
  readonly situation: Situation
  readonly rules: DunningRules
  readonly facts: Facts
  readonly because: Rest['because']
}

function restUntil(
  dueOn: CalendarDate,
  step: Step,
  item: SituationItem,
  { situation, rules, facts, because }: RestFacts,
): Rest {
  return {
    kind: 'rest',
    because,
    next: { on: nextPossibleDay(dueOn, step, situation, rules), step, item: item.id },
    ...facts,
  }
}

/** What stops every contact with this customer, whatever the items say. */
function stopOf(situation: Situation, facts: Facts, today: CalendarDate): Hold | null {
  if (situation.insolvent) return hold('legal', facts)
  if (situation.handedOver) return hold('handedOver', facts)
  const { pausedUntil } = situation
  if (pausedUntil !== null && (pausedUntil === 'furtherNotice' || isAfter(pausedUntil, today))) {
    return hold('paused', facts, { until: pausedUntil })
  }
  if (situation.uncertainMessage) return hold('uncertain', facts, { needs: 'resolveUncertain' })
  if (situation.bankLinePending) return hold('bankPending', facts)
  return null
}

/** Everything late is kept out: the oldest item says why, the soonest end says until when. */
function allExcluded(late: readonly SituationItem[], facts: Facts): Hold {
  const oldest = late.toSorted(oldestFirst).find((item) => facts.excluded.some((one) => one.item === item.id))
  const because = facts.excluded.find((one) => one.item === oldest?.id)?.because ?? 'tooSmall'
  const ends = facts.excluded.map((one) => one.until).filter((until) => until !== null)
  const soonest = ends.toSorted(soonestFirst)[0] ?? null
  return hold(because, facts, { until: soonest, needs: because === 'credit' ? 'allocateCredit' : null })
}

// Letters come after digits: 'furtherNotice' is later than any day.
const soonestFirst = (a: Until, b: Until): number => (a < b ? -1 : a > b ? 1 : 0)

interface Blocked {
  readonly because: Hold['because']
  readonly until: Until | null
  readonly needs: Hold['needs']
}

/** A step is due, yet it may not go out today. Decisions of the house are not contacts: nothing delays them but Sundays. */
function blockedBy(situation: Situation, step: Step, rules: DunningRules, today: CalendarDate): Blocked | null {
  if (situation.setAsideUntil !== null && isAfter(situation.setAsideUntil, today)) {
    return { because: 'setAside', until: situation.setAsideUntil, needs: null }
  }
  const possible = nextPossibleDay(today, step, situation, rules)
  if (isAfter(possible, today)) {
    const isWorking = isWorkingDay(today, { alsaceMoselle: rules.alsaceMoselle })
    return { because: isWorking ? 'tooSoon' : 'notWorkingDay', until: possible, needs: null }
  }
  if (step.channel === 'email' && !situation.hasUsableEmail && !situation.hasPostalAddress) {
    return { because: 'badContact', until: null, needs: 'correctAddress' }
  }
  return null
}

const listedItem = (item: SituationItem, situation: Situation, contact: Step, today: CalendarDate): ListedItem => {
  const own = dueStep(item, situation.scenario, today)
  return {
    item: item.id,
    daysLate: Math.max(0, daysBetween(item.dueDate, today)),
    amountDue: item.amountDue,
    climbs: own && climbs(own, contact) ? own : null,
  }
}

function lessCredits(sum: Money, credits: readonly Money[]): Money {
  const credit = credits.find((one) => one.currency === sum.currency)
  return credit ? { amount: sum.amount - credit.amount, currency: sum.currency } : sum
}

const hold = (
  because: Hold['because'],
  facts: Facts,
  more: Partial<Pick<Hold, 'until' | 'step' | 'carrying' | 'needs'>> = {},
): Hold => ({
  kind: 'hold',
  because,
  until: more.until ?? null,
  step: more.step ?? null,
  carrying: more.carrying ?? null,
  needs: more.needs ?? null,
  ...facts,
})
