import { addDays, type CalendarDate, dayOfWeek } from '@quittance/core/calendar/calendar-date.ts'
import { compareContacts, otherwiseThan } from '@quittance/core/dunning/compare-contacts.ts'
import { sentAs } from '@quittance/core/dunning/decision.ts'
import { type Replayed, replay } from '@quittance/core/dunning/replay/replay.ts'
import { type Scenario, type ScenarioRules, type Step, scenarioFor } from '@quittance/core/dunning/scenario.ts'
import type { Language } from '@quittance/core/money/format-money.ts'
import type { Db } from '../../../platform/database/db.ts'
import { notFound } from '../../../platform/http/app-error.ts'
import type { RunContext } from '../../run/run-context.ts'
import { followersByScenario } from '../choices.ts'
import type { KeptResults } from '../kept-results.ts'
import { draftOf } from '../simulate-scenario.ts'
import {
  countChange,
  countContact,
  countHeld,
  type DayCounts,
  families,
  heldIn,
  namedIn,
  newTally,
  noCounts,
  onlyWithin,
  type Tally,
  tellHold,
  tellReal,
  totalOf,
  type Within,
} from '../tally.ts'
import { type LoadedPast, loadPast } from './load-past.ts'
import { reallySent } from './past-queries.ts'

/** Customers replayed before anybody else gets their turn. */
const batch = 200

/** A year, in days: what is replayed ends the day before today. */
const yearDays = 365

export interface ReplayAsked {
  readonly scenario: number
  /** In place of those of the scenario; null: as it is in force. */
  readonly steps: readonly Step[] | null
  readonly rules: ScenarioRules | null
  readonly within: Within | null
}

const none = (): DayCounts => ({ emails: 0, texts: 0, calls: 0, letters: 0, decisions: 0 })

/**
 * What a scenario would have sent over the last twelve months to all who follow it today, with the books as they stood on
 * each day; beside it what was really sent, and how it differs from the version in force. Reads; writes and locks nothing.
 */
export async function replayScenario(
  db: Db,
  asked: ReplayAsked,
  run: RunContext,
  { language, kept }: { readonly language: Language; readonly kept?: KeptResults },
) {
  const inForce = run.scenarios.get(asked.scenario)
  if (!inForce) throw notFound()
  const draft = draftOf(inForce, asked)
  const window = { from: addDays(run.today, -yearDays), until: run.today }
  const { within, ...what } = asked
  const given = {
    asked,
    run,
    window,
    inForce,
    draft,
    before: none(),
    real: new Map(),
    saysOtherwise: otherwiseThan(inForce),
  }
  const { customers, tally, real, before } =
    kept && (within === null || isWeek(within))
      ? await kept.of(db, ['replay', run.today, what], () => replayed(db, { ...given, tally: newTally(mondayOf) }))
      : await replayed(db, { ...given, tally: newTally(onlyWithin(within)) })
  const busy = [...new Set([...tally.days.keys(), ...real.keys()])].sort()
  return {
    customers,
    ...window,
    days: busy.map((on) => {
      const day = tally.days.get(on) ?? noCounts()
      const { sums: _, ...counts } = day
      return { on, ...counts, total: totalOf(day), real: real.get(on) ?? none() }
    }),
    held: heldIn(tally, language),
    inForce: draft === null ? null : before,
    difference: draft === null ? null : tally.difference,
    ...(await namedIn(db, tally, within, language)),
  }
}

/** A year is read week by week, from Monday to Sunday. */
const mondayOf = (day: CalendarDate): CalendarDate => addDays(day, 1 - dayOfWeek(day))
const isWeek = ({ from, until }: Within): boolean => from === mondayOf(from) && until === addDays(from, 6)

async function replayed(db: Db, replaying: Replaying): Promise<Replaying & { readonly customers: number }> {
  const { asked, run, window } = replaying
  const followers = ((await followersByScenario(db, run.choices)).get(asked.scenario) ?? []).toSorted((a, b) => a - b)
  const seen = new Set<number>()
  for (let from = 0; from < followers.length; from += batch) {
    const customers = followers.slice(from, from + batch)
    for (const loaded of await loadPast(db, customers, window.from, run)) {
      seen.add(loaded.past.situation.customer)
      replayOne(loaded, replaying)
    }
    countReal(await reallySent(db, customers, window.from), replaying)
    // Whoever else asks something is answered in between.
    await new Promise(setImmediate)
  }
  return { ...replaying, customers: seen.size }
}

interface Replaying {
  readonly asked: ReplayAsked
  readonly run: RunContext
  readonly window: { readonly from: CalendarDate; readonly until: CalendarDate }
  readonly inForce: Scenario
  readonly draft: Scenario | null
  readonly tally: Tally
  /** What the version in force would have sent. */
  readonly before: DayCounts
  readonly real: Map<CalendarDate, DayCounts>
  /** Of a step on screen, against the version in force. */
  readonly saysOtherwise: (step: Step) => boolean
}

function replayOne(
  { past, category }: LoadedPast,
  { run, window, inForce, draft, tally, before, saysOtherwise }: Replaying,
): void {
  const { customer } = past.situation
  const live = (scenario: Scenario): Replayed =>
    replay({ ...past, situation: { ...past.situation, scenario: scenarioFor(scenario, category) } }, run.rules, window)
  const { contacts, holds } = live(draft ?? inForce)
  for (const { on, decision } of contacts) countContact(tally, { customer, on, take: decision })
  for (const { on, decision } of holds) {
    countHeld(tally, customer, decision)
    tellHold(tally, { customer, on, hold: decision })
  }
  if (!draft) return
  const was = live(inForce).contacts
  for (const { decision } of was) before[families[sentAs(decision)]] += 1
  countChange(tally, customer, compareContacts(was, contacts, saysOtherwise))
}

function countReal(sent: Awaited<ReturnType<typeof reallySent>>, { real, tally, window }: Replaying): void {
  for (const { customer, on, kind } of sent) {
    if (on >= window.until) continue
    const day = real.get(on) ?? none()
    day[families[kind]] += 1
    real.set(on, day)
    tellReal(tally, { customer, on, channel: kind })
  }
}
