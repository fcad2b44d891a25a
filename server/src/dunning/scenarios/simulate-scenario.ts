import { addDays } from '@quittance/core/calendar/calendar-date.ts'
import { compareContacts, otherwiseThan } from '@quittance/core/dunning/compare-contacts.ts'
import { type Scenario, type ScenarioRules, type Step, withRepeats } from '@quittance/core/dunning/scenario.ts'
import { type SimulatedDay, simulateContacts } from '@quittance/core/dunning/simulate.ts'
import type { Situation } from '@quittance/core/dunning/situation.ts'
import type { Language } from '@quittance/core/money/format-money.ts'
import type { Db } from '../../platform/database/db.ts'
import { sql } from '../../platform/database/sql.ts'
import { notFound } from '../../platform/http/app-error.ts'
import type { RunContext } from '../run/run-context.ts'
import { loadSituations } from '../situations/load-situations.ts'
import { followersByScenario } from './choices.ts'
import { tryCases } from './file/kept-cases.ts'
import type { KeptResults } from './kept-results.ts'
import {
  countChange,
  countContact,
  countHeld,
  heldIn,
  namedIn,
  newTally,
  noCounts,
  onlyWithin,
  type PartOf,
  type Tally,
  tellHold,
  totalOf,
  type Within,
} from './tally.ts'

/** Customers decided before anybody else gets their turn: what stands in memory, and some tens of milliseconds. */
const batch = 500

export interface SimulationAsked {
  readonly scenario: number
  /** In place of those of the scenario; null: as it is in force. */
  readonly steps: readonly Step[] | null
  readonly rules: ScenarioRules | null
  readonly days: number
  /** Only this customer, as if it followed the scenario. */
  readonly customer: number | null
  /** Whose contacts, and whose holds that begin, are told by name. */
  readonly within: Within | null
}

/**
 * What would leave over the next days if nobody paid, to all who follow the scenario: how many a day, who is held back
 * and why, and how it differs from the version in force. Reads; writes nothing, locks nothing.
 */
export async function simulateScenario(
  db: Db,
  asked: SimulationAsked,
  run: RunContext,
  { language, kept }: { readonly language: Language; readonly kept?: KeptResults },
) {
  const inForce = run.scenarios.get(asked.scenario)
  if (!inForce) throw notFound()
  const draft = draftOf(inForce, asked)
  const { within, ...what } = asked
  const isOneDay = within === null || within.from === within.until
  const { customers, tally } =
    kept && isOneDay
      ? await kept.of(db, ['simulation', run.today, what], () => simulated(db, { asked, run, inForce, draft }, byDay))
      : await simulated(db, { asked, run, inForce, draft }, onlyWithin(within))
  return {
    customers,
    days: Array.from({ length: asked.days }, (_, index) => addDays(run.today, index)).map((on) => {
      const day = tally.days.get(on) ?? noCounts()
      const { sums: _, ...counts } = day
      return { on, ...counts, total: totalOf(day) }
    }),
    held: heldIn(tally, language),
    difference: draft === null ? null : tally.difference,
    cases: await tryCases(db, draft ?? inForce, run, language),
    ...(await namedIn(db, tally, within, language)),
  }
}

const byDay: PartOf = (on) => on

interface Simulating {
  readonly asked: SimulationAsked
  readonly run: RunContext
  readonly inForce: Scenario
  readonly draft: Scenario | null
}

async function simulated(db: Db, simulating: Simulating, partOf: PartOf): Promise<{ customers: number; tally: Tally }> {
  const { asked, run, inForce, draft } = simulating
  const customers = asked.customer === null ? await followersOwing(db, asked.scenario, run) : [asked.customer]
  const tally = newTally(partOf)
  const saysOtherwise = otherwiseThan(inForce)
  for (let from = 0; from < customers.length; from += batch) {
    const situations = await loadSituations(db, customers.slice(from, from + batch), run)
    for (const situation of situations)
      simulateOne({ ...situation, scenario: inForce }, draft, { asked, run, tally, saysOtherwise })
    // Whoever else asks something is answered in between.
    await new Promise(setImmediate)
  }
  return { customers: customers.length, tally }
}

/** The scenario as it is asked for; null: as it is in force. */
export function draftOf(
  inForce: Scenario,
  { steps, rules }: Pick<SimulationAsked, 'steps' | 'rules'>,
): Scenario | null {
  if (steps === null && rules === null) return null
  const plain = inForce.steps.filter((step) => step.repeatOf === undefined)
  return withRepeats({ ...inForce, steps: steps ?? plain, rules: rules ?? inForce.rules ?? {} })
}

function simulateOne(
  situation: Situation,
  draft: Scenario | null,
  {
    asked,
    run,
    tally,
    saysOtherwise,
  }: Pick<Simulating, 'asked' | 'run'> & {
    readonly tally: Tally
    readonly saysOtherwise: (step: Step) => boolean
  },
): void {
  const { customer } = situation
  const live = (scenario: Scenario) => simulateContacts({ ...situation, scenario }, run.rules, run.today, asked.days)
  const { first, holds, ...lived } = live(draft ?? situation.scenario)
  const contacts = lived.contacts.flatMap(takenOn)
  for (const { on, decision } of contacts) countContact(tally, { customer, on, take: decision })
  for (const { on, decision } of holds) {
    if (decision.kind === 'hold') tellHold(tally, { customer, on, hold: decision })
  }
  countHeld(tally, customer, first)
  if (!draft) return
  const was = live(situation.scenario).contacts.flatMap(takenOn)
  countChange(tally, customer, compareContacts(was, contacts, saysOtherwise))
}

const takenOn = ({ on, decision }: SimulatedDay) => (decision.kind === 'take' ? [{ on, decision }] : [])

/** Who follows it and owes something. */
async function followersOwing(db: Db, scenario: number, run: RunContext): Promise<number[]> {
  const followers = (await followersByScenario(db, run.choices)).get(scenario) ?? []
  const owing = await db.rows<{ id: number }>(sql`
    select distinct customer_id as id from open_item
    where organization_id = current_organization() and customer_id = any(${followers}) and amount_due > 0 order by 1`)
  return owing.map((row) => row.id)
}
