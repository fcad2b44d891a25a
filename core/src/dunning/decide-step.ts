import { type CalendarDate, daysBetween, isBefore } from '../calendar/calendar-date.ts'
import { type Currency, type Money, money, sumByCurrency } from '../money/money.ts'
import { chasedPart } from './chased-part.ts'
import { checkFirst } from './check-first.ts'
import type { Decision, Exclusion, Hold, HoldReason, ListedItem, Take } from './decision.ts'
import { byAge, creditsOf, notCovered, type SortedItems, sortItems, stopsOn } from './exclude-items.ts'
import { firstDueDate, nextAmongOthers, nextOf, type Wait, waitOf } from './next-contact.ts'
import { type Carrying, carryingOf, consumes, courtesyStep, dayOfStep, nextStep, scenarioOf } from './next-step.ts'
import { rulesOf } from './scenario-rules.ts'
import type { DunningRules, Situation, SituationItem, Until, WaitingBankLine } from './situation.ts'
import { feesOf } from './step-fee.ts'
import { type Way, wayOf } from './way-of-contact.ts'

/**
 * Which contact, if any, is due today for this customer, and why? The same facts on the same day always give the same
 * answer: what was done is in the situation, so running again changes nothing.
 */
export function decideStep(situation: Situation, given: DunningRules, today: CalendarDate): Decision {
  const rules = rulesOf(situation.scenario, given)
  return decide(situation, today, rules, (step) => waitOf(situation, step, rules, today))
}

/** As `decideStep`, for one who watches the days and hours of sending himself: Sundays do not stand against it. */
export function decideOnAnyDay(situation: Situation, given: DunningRules, today: CalendarDate): Decision {
  const rules = rulesOf(situation.scenario, given)
  return decide(situation, today, rules, (step) => {
    const wait = waitOf(situation, step, rules, today)
    return wait?.because === 'notWorkingDay' ? null : wait
  })
}

const isPartDisputed = ({ disputedAmount }: SituationItem): boolean => disputedAmount !== undefined

type WaitFor = (step: Carrying['step']) => Wait | null

function decide(given: Situation, today: CalendarDate, rules: DunningRules, waitFor: WaitFor): Decision {
  const situation = given.items.some(isPartDisputed) ? { ...given, items: given.items.map(chasedPart) } : given
  const late = situation.items.filter((item) => item.amountDue.amount > 0 && isBefore(item.dueDate, today))
  if (late.length === 0) return decideUpcoming(situation, today, rules, waitFor)

  const sorted = sortItems(late.sort(byAge), situation, rules, today)
  const carrying = carryingOf(notCovered(sorted.counted, situation), situation)
  const isDue = carrying !== null && dayOfStep(carrying.item, carrying.step) <= today
  const waiting = isDue ? carrying : null

  const stop = customerStop(situation, today)
  if (stop) return hold(sorted, stop, waiting)
  if (sorted.counted.length === 0) return holdExcluded(sorted.excluded)
  const task = taskHold(situation, sorted)
  if (task) return task
  if (carrying === null) {
    const next = nextAmongOthers(situation, sorted.excluded, rules, today)
    return { kind: 'rest', because: 'finished', next, ...factsOf(sorted) }
  }
  if (!isDue)
    return { kind: 'rest', because: 'noStepDue', next: nextOf(carrying, situation, rules), ...factsOf(sorted) }

  const wait = waitFor(carrying.step)
  if (wait) return hold(sorted, wait, carrying)
  const way = wayOf(carrying.step, situation)
  if (way === null) return hold(sorted, badContact, carrying)
  return checked(takeOverdue(situation, today, sorted, { ...carrying, way }), situation, rules, today)
}

/**
 * Before the due date: a courtesy is due from its day on as long as nothing is late, then expires; it is never sent as a
 * letter.
 */
function decideUpcoming(situation: Situation, today: CalendarDate, rules: DunningRules, waitFor: WaitFor): Decision {
  const reached = situation.items.filter((item) => {
    const step = item.amountDue.amount > 0 ? courtesyStep(item, scenarioOf(item, situation)) : null
    return step !== null && dayOfStep(item, step) <= today
  })
  const sorted = sortItems(reached.sort(byAge), situation, rules, today)
  const first = sorted.counted[0]
  const step = first && courtesyStep(first, scenarioOf(first, situation))
  const wait = step && waitFor(step)
  if (!first || !step || (wait && wait.until > firstDueDate(situation))) {
    const next = nextAmongOthers(situation, sorted.excluded, rules, today)
    return { kind: 'rest', because: 'nothingOverdue', next, late: [], excluded: sorted.excluded }
  }
  const way = wayOf(step, situation)
  const open = way?.insteadOfEmail === null ? way : null
  const held = customerStop(situation, today) ?? wait ?? (open ? null : badContact)
  if (held || !open) return { ...hold(sorted, held ?? badContact, { item: first, step }), late: [] }
  return checked(takeUpcoming(situation, today, sorted, { item: first, step, way: open }), situation, rules, today)
}

function checked(take: Take, situation: Situation, rules: DunningRules, today: CalendarDate): Take {
  const checks = checkFirst(take, situation, rules, today)
  return checks.length === 0 ? take : { ...take, checkFirst: checks }
}

interface Stop {
  readonly because: HoldReason
  readonly until: Until | null
  readonly needs?: Hold['needs']
  readonly lastContactOn?: CalendarDate
  readonly bankLine?: WaitingBankLine
  readonly answeredOn?: CalendarDate
}

const badContact: Stop = { because: 'badContact', until: 'furtherNotice', needs: 'correctAddress' }
const stopped = (because: HoldReason, until: Until, needs: Hold['needs'] = null): Stop => ({ because, until, needs })

/** What stops every contact with the customer, the gravest first. */
function customerStop(situation: Situation, today: CalendarDate): Stop | null {
  if (situation.insolvent) return stopped('legal', 'furtherNotice')
  if (situation.handedOver) return stopped('handedOver', 'furtherNotice')
  if (situation.pausedUntil !== null && stopsOn(situation.pausedUntil, today)) {
    return stopped('paused', situation.pausedUntil)
  }
  if (situation.uncertainMessage) return stopped('uncertain', 'furtherNotice', 'resolveUncertain')
  const { unreadAnswer } = situation
  if (unreadAnswer !== undefined) return { ...stopped('answerUnread', 'furtherNotice'), answeredOn: unreadAnswer }
  return situation.bankLinePending ? bankStop(situation) : null
}

/** Whose the money is may be known and not for what: then a person allocates it before anybody is asked for more. */
function bankStop({ bankLine }: Situation): Stop {
  const stop =
    bankLine?.waitsFor === 'allocation'
      ? stopped('credit', 'furtherNotice', 'allocateCredit')
      : stopped('bankPending', 'furtherNotice')
  return bankLine ? { ...stop, bankLine } : stop
}

/**
 * A call, letter or decision waits for a person: nothing else goes until it is done or set aside. When its item was
 * paid, disputed or promised meanwhile, or its step declared done, it holds nothing any more.
 */
function taskHold(situation: Situation, sorted: SortedItems): Hold | null {
  const { openTask } = situation
  const item = openTask && sorted.counted.find((one) => one.id === openTask.item)
  if (!openTask || !item || item.taken.some(({ key }) => key === openTask.step)) return null
  const step = scenarioOf(item, situation).steps.find((one) => one.key === openTask.step) ?? null
  const because = step?.channel === 'decision' ? 'decision' : 'humanToday'
  return { ...hold(sorted, stopped(because, 'furtherNotice'), null), step, carrying: openTask.item }
}

function hold(sorted: SortedItems, stop: Stop, waiting: Carrying | null): Hold {
  const { needs = null, ...told } = stop
  const carrying = waiting?.item.id ?? null
  return { kind: 'hold', ...told, needs, step: waiting?.step ?? null, carrying, ...factsOf(sorted) }
}

/** Nothing late counts: the oldest says why, unless a credit is waiting to be allocated, which a person can settle. */
function holdExcluded(excluded: readonly Exclusion[]): Hold {
  const credit = excluded.find((one) => one.because === 'credit')
  const told = credit ?? (excluded[0] as Exclusion)
  const needs = credit ? 'allocateCredit' : null
  const until = soonest(excluded)
  return { kind: 'hold', because: told.because, until, needs, step: null, carrying: told.item, late: [], excluded }
}

function soonest(excluded: readonly Exclusion[]): Until | null {
  let first: Until | null = null
  for (const { until } of excluded) {
    // 'furtherNotice' sorts after every day.
    if (until !== null && (first === null || until < first)) first = until
  }
  return first
}

type OnItsWay = Carrying & { readonly way: Way }

function takeOverdue(situation: Situation, today: CalendarDate, sorted: SortedItems, carrying: OnItsWay): Take {
  const items = sorted.counted.map((item): ListedItem => {
    const own = nextStep(item, scenarioOf(item, situation))
    const climbs = own !== null && dayOfStep(item, own) <= today && consumes(carrying.step, own) ? own : null
    return { item: item.id, daysLate: daysBetween(item.dueDate, today), amountDue: item.amountDue, climbs }
  })
  const facts = factsOf(sorted)
  const credits = creditsShown(facts.late, creditsOf(situation))
  const toPay = less(facts.late, credits)
  const fees = feesOf(carrying.step.fee, toPay, carrying.item.amountDue.currency)
  const invoices = invoicesIn(sorted)
  return {
    ...taken('overdue', carrying),
    items,
    invoices,
    credits,
    toPay,
    ...(fees.length > 0 && { fees }),
    ...carrying.way,
    ...facts,
  }
}

function takeUpcoming(situation: Situation, today: CalendarDate, sorted: SortedItems, carrying: OnItsWay): Take {
  const items = sorted.counted.map((item): ListedItem => {
    const climbs = courtesyStep(item, scenarioOf(item, situation))
    return { item: item.id, daysLate: daysBetween(item.dueDate, today), amountDue: item.amountDue, climbs }
  })
  const { late: toPay, excluded } = factsOf(sorted)
  const invoices = invoicesIn(sorted)
  return {
    ...taken('upcoming', carrying),
    items,
    invoices,
    credits: [],
    toPay,
    ...carrying.way,
    late: [],
    excluded,
  }
}

const invoicesIn = ({ counted }: SortedItems): number => new Set(counted.map((item) => item.invoiceNumber)).size

const taken = (about: Take['about'], { item, step }: Carrying) =>
  ({ kind: 'take', because: 'stepDue', about, step, carrying: item.id }) as const

const factsOf = ({ counted, excluded, broken }: SortedItems) => ({
  late: sumByCurrency(counted.map((item) => item.amountDue)),
  excluded,
  ...(broken.length > 0 && { broken }),
})

const creditsShown = (late: readonly Money[], credits: ReadonlyMap<Currency, number> | null): Money[] =>
  credits === null
    ? []
    : late.flatMap(({ currency }) => {
        const credit = credits.get(currency)
        return credit === undefined ? [] : [money(credit, currency)]
      })

const less = (late: readonly Money[], credits: readonly Money[]): Money[] =>
  late.map((sum) => {
    const credit = credits.find((one) => one.currency === sum.currency)
    return credit ? money(sum.amount - credit.amount, sum.currency) : sum
  })
