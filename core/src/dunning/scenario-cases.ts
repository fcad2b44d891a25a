import { addDays, type CalendarDate, isBefore, minDate } from '../calendar/calendar-date.ts'
import { type Money, money } from '../money/money.ts'
import { afterContact } from './after-contact.ts'
import { decideStep } from './decide-step.ts'
import type { ScenarioCategory } from './default-scenarios.ts'
import { type Scenario, scenarioFor } from './scenario.ts'
import type { DunningRules, Situation, SituationItem } from './situation.ts'

/** A few weeks of one customer, and what the scenario must do in them. */
export interface ScenarioCase {
  readonly name: string
  readonly category: ScenarioCategory
  readonly invoices: readonly { readonly number: string; readonly due: CalendarDate; readonly amount: Money }[]
  readonly payments: readonly { readonly on: CalendarDate; readonly invoice: string; readonly amount: number }[]
  /** From that day (included) to another (not included), or for good. */
  readonly disputes: readonly {
    readonly invoice: string
    readonly from: CalendarDate
    readonly until: CalendarDate | null
  }[]
  readonly expects: readonly Expectation[]
}

export interface Expectation {
  readonly on: CalendarDate
  /** The key of the step that goes out on that day; null: nothing does. */
  readonly gets: string | null
  /** That step goes out on no other day of the case. */
  readonly once: boolean
}

/** An expectation, by its place in the case, that was not met. */
export interface CaseFailure {
  readonly expectation: number
  readonly expected: Expectation
  /** What went out on that day; null: nothing. */
  readonly got: string | null
  /** The days on which the expected step went out. */
  readonly days: readonly CalendarDate[]
}

/** Longer than any scenario: a case that runs on is a mistake in its dates. */
export const longestCase = 1500
const daysBefore = 60

/** Days after the first due date within which something can be expected. */
export const longestExpectation = longestCase - daysBefore - 1

/**
 * Lives the case day by day from its first due date less sixty days to its last expectation: messages leave and tasks are
 * done on the day they are due, payments come in the morning. Empty when all is as expected.
 */
export function runCase(scenario: Scenario, given: ScenarioCase, rules: DunningRules): CaseFailure[] {
  const went = contactsOf(scenarioFor(scenario, given.category), given, rules)
  return given.expects.flatMap((expected, expectation): CaseFailure[] => {
    const got = went.get(expected.on) ?? null
    const days = [...went].flatMap(([on, key]) => (key === expected.gets ? [on] : []))
    const isMet = got === expected.gets && (!expected.once || days.length === 1)
    return isMet ? [] : [{ expectation, expected, got, days }]
  })
}

/** The step that goes out on each day of the case on which one does. */
function contactsOf(scenario: Scenario, given: ScenarioCase, rules: DunningRules): Map<CalendarDate, string> {
  const went = new Map<CalendarDate, string>()
  const [first] = given.invoices
  if (!first) return went
  const start = addDays(
    given.invoices.reduce((earliest, { due }) => minDate(earliest, due), first.due),
    -daysBefore,
  )
  const last = given.expects.reduce((latest, { on }) => (isBefore(latest, on) ? on : latest), start)
  let now = atFirst(scenario, given)
  for (let on = start, day = 0; on <= last && day < longestCase; on = addDays(on, 1), day += 1) {
    now = { ...now, items: now.items.map((item) => onDay(item, given, on)) }
    const decision = decideStep(now, rules, on)
    if (decision.kind !== 'take') continue
    went.set(on, decision.step.key)
    now = afterContact(now, decision, on)
  }
  return went
}

const atFirst = (scenario: Scenario, { invoices }: ScenarioCase): Situation => ({
  customer: 1,
  legalEntity: 1,
  scenario,
  pausedUntil: null,
  handedOver: false,
  insolvent: false,
  items: invoices.map(({ number, due, amount }, index) => ({
    id: index + 1,
    invoiceNumber: number,
    kind: 'invoice',
    issueDate: addDays(due, -30),
    dueDate: due,
    amountDue: amount,
    disputed: false,
    pausedUntil: null,
    promisedFor: null,
    promiseKept: false,
    plan: null,
    automaticMeans: false,
    rejectedOn: null,
    missingSince: null,
    taken: [],
  })),
  sources: [],
  unallocatedCredit: [],
  bankLinePending: false,
  lastContactOn: null,
  uncertainMessage: false,
  openTask: null,
  setAsideUntil: null,
  hasUsableEmail: true,
  hasPostalAddress: true,
  hasUsableMobile: true,
})

function onDay(item: SituationItem, { invoices, payments, disputes }: ScenarioCase, on: CalendarDate): SituationItem {
  const invoice = invoices[item.id - 1]
  if (!invoice) return item
  const paid = payments.filter((one) => one.invoice === invoice.number && one.on <= on)
  const left = paid.reduce((sum, one) => sum - one.amount, invoice.amount.amount)
  const disputed = disputes.some(
    ({ invoice: number, from, until }) => number === invoice.number && from <= on && (until === null || on < until),
  )
  return { ...item, amountDue: money(Math.max(0, left), invoice.amount.currency), disputed }
}
