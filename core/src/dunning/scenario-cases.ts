import { addDays, type CalendarDate, isBefore, minDate } from '../calendar/calendar-date.ts'
import type { CustomerCategory } from '../customers/category.ts'
import type { Money } from '../money/money.ts'
import type { Past, PastItem } from './replay/past.ts'
import { replay } from './replay/replay.ts'
import { type Scenario, scenarioFor } from './scenario.ts'
import type { DunningRules, Situation, SituationItem } from './situation.ts'

/** A few weeks of one customer, and what the scenario must do in them. */
export interface ScenarioCase {
  readonly name: string
  readonly category: CustomerCategory
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
const longestCase = 1500
const daysBefore = 60

/** Days after the first due date within which something can be expected. */
export const longestExpectation = longestCase - daysBefore - 1

/**
 * Lives the case from its first due date less sixty days to its last expectation, as a replay lives months that went by:
 * messages leave and tasks are done on the day they are due, payments come in the morning. Empty when all is as expected.
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
  const [first] = given.invoices
  if (!first) return new Map()
  const from = addDays(
    given.invoices.reduce((earliest, { due }) => minDate(earliest, due), first.due),
    -daysBefore,
  )
  const last = given.expects.reduce((latest, { on }) => (isBefore(latest, on) ? on : latest), from)
  const until = addDays(minDate(last, addDays(from, longestCase - 1)), 1)
  const { contacts } = replay(pastOf(scenario, given, from), rules, { from, until })
  return new Map(contacts.map(({ on, decision }) => [on, decision.step.key]))
}

/** The case as months that went by. */
const pastOf = (scenario: Scenario, { invoices, payments, disputes }: ScenarioCase, from: CalendarDate): Past => ({
  situation: { ...nobody, scenario },
  items: invoices.map(({ number, due, amount }, index) => ({
    item: anItem({ id: index + 1, invoiceNumber: number, issueDate: from, dueDate: due, amountDue: amount }),
    amount: amount.amount,
    settled: settledOf(
      amount.amount,
      payments.filter(({ invoice }) => invoice === number),
    ),
    disputes: disputes.flatMap((one) => (one.invoice === number ? [{ ...one, amount: null }] : [])),
    promises: [],
    delays: [],
    plans: [],
    pauses: [],
    goneOn: null,
  })),
  pauses: [],
  handedOver: [],
  insolvent: [],
  credits: [],
})

/** What each payment settles, in the order of the days: no more than is left. */
function settledOf(owed: number, payments: ScenarioCase['payments']): PastItem['settled'] {
  let left = owed
  return payments
    .toSorted((a, b) => (isBefore(a.on, b.on) ? -1 : isBefore(b.on, a.on) ? 1 : 0))
    .map(({ on, amount }) => {
      const paid = Math.min(left, amount)
      left -= paid
      return { on, amount: paid }
    })
}

type Told = Pick<SituationItem, 'id' | 'invoiceNumber' | 'issueDate' | 'dueDate' | 'amountDue'>
const anItem = (told: Told): SituationItem => ({
  ...told,
  kind: 'invoice',
  disputed: false,
  pausedUntil: null,
  promisedFor: null,
  promiseKept: false,
  plan: null,
  automaticMeans: false,
  rejectedOn: null,
  missingSince: null,
  taken: [],
})

const nobody: Omit<Situation, 'scenario'> = {
  customer: 1,
  legalEntity: 1,
  pausedUntil: null,
  handedOver: false,
  insolvent: false,
  items: [],
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
}
