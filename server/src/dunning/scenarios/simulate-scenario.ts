import { addDays, type CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { type HoldReason, sentAs, type Take } from '@quittance/core/dunning/decision.ts'
import { holdLabel } from '@quittance/core/dunning/explain.ts'
import {
  type Channel,
  type Scenario,
  type ScenarioRules,
  type Step,
  withRepeats,
} from '@quittance/core/dunning/scenario.ts'
import { simulateContacts } from '@quittance/core/dunning/simulate.ts'
import type { Situation } from '@quittance/core/dunning/situation.ts'
import { type Money, sumByCurrency } from '@quittance/core/money/money.ts'
import type { Db } from '../../platform/database/db.ts'
import { sql } from '../../platform/database/sql.ts'
import { notFound } from '../../platform/http/app-error.ts'
import type { RunContext } from '../run/run-context.ts'
import { loadSituations } from '../situations/load-situations.ts'
import { followersByScenario } from './choices.ts'

/** Customers decided before anybody else gets their turn: what stands in memory, and some tens of milliseconds. */
const batch = 500
/** Customers told by name of one day. */
const mostTold = 200

interface Day {
  emails: number
  calls: number
  letters: number
  decisions: number
  sums: Money[]
}

export interface SimulationAsked {
  readonly scenario: number
  /** In place of those of the scenario; null: as it is in force. */
  readonly steps: readonly Step[] | null
  readonly rules: ScenarioRules | null
  readonly days: number
  /** Only this customer, as if it followed the scenario. */
  readonly customer: number | null
  /** Whose contacts of that day are told by name. */
  readonly on: CalendarDate | null
}

/** How the first contacts differ from those of the version in force, in customers. */
interface Difference {
  sooner: number
  later: number
  added: number
  dropped: number
}

interface Told {
  readonly customer: number
  readonly channel: Channel
  readonly step: string
  readonly toPay: readonly Money[]
}

/**
 * What would leave over the next days if nobody paid, to all who follow the scenario: how many a day, who is held back
 * and why, and how it differs from the version in force. Reads; writes nothing, locks nothing.
 */
export async function simulateScenario(db: Db, asked: SimulationAsked, run: RunContext, language: 'fr' | 'en') {
  const inForce = run.scenarios.get(asked.scenario)
  if (!inForce) throw notFound()
  const draft = draftOf(inForce, asked)
  const customers = asked.customer === null ? await followersOwing(db, asked.scenario, run) : [asked.customer]
  const tally = newTally()
  for (let from = 0; from < customers.length; from += batch) {
    const situations = await loadSituations(db, customers.slice(from, from + batch), run)
    for (const situation of situations) simulateOne({ ...situation, scenario: inForce }, draft, { asked, run, tally })
    // Whoever else asks something is answered in between.
    await new Promise(setImmediate)
  }
  return {
    customers: customers.length,
    days: Array.from({ length: asked.days }, (_, index) => addDays(run.today, index)).map((on) => {
      const { sums, ...counts } = tally.days.get(on) ?? nothing()
      return { on, ...counts, total: sumByCurrency(sums) }
    }),
    held: [...tally.held]
      .map(([because, count]) => ({ because, label: holdLabel(because, language), customers: count }))
      .toSorted((a, b) => b.customers - a.customers),
    difference: asked.steps === null && asked.rules === null ? null : tally.difference,
    told: await named(db, tally.told),
  }
}

function draftOf(inForce: Scenario, { steps, rules }: SimulationAsked): Scenario | null {
  if (steps === null && rules === null) return null
  const plain = inForce.steps.filter((step) => step.repeatOf === undefined)
  return withRepeats({ ...inForce, steps: steps ?? plain, rules: rules ?? inForce.rules ?? {} })
}

interface Tally {
  readonly days: Map<CalendarDate, Day>
  readonly held: Map<HoldReason, number>
  readonly difference: Difference
  readonly told: Told[]
}

const newTally = (): Tally => ({
  days: new Map(),
  held: new Map(),
  difference: { sooner: 0, later: 0, added: 0, dropped: 0 },
  told: [],
})

function simulateOne(
  situation: Situation,
  draft: Scenario | null,
  { asked, run, tally }: { asked: SimulationAsked; run: RunContext; tally: Tally },
): void {
  const live = (scenario: Scenario) => simulateContacts({ ...situation, scenario }, run.rules, run.today, asked.days)
  const { first, contacts } = live(draft ?? situation.scenario)
  for (const { on, decision } of contacts) {
    if (decision.kind !== 'take') continue
    count(tally.days, on, decision)
    if (on === asked.on && tally.told.length < mostTold) tally.told.push(toldOf(situation.customer, decision))
  }
  if (first.kind === 'hold') tally.held.set(first.because, (tally.held.get(first.because) ?? 0) + 1)
  if (draft) compare(tally.difference, live(situation.scenario).contacts[0]?.on, contacts[0]?.on)
}

function compare(difference: Difference, was: CalendarDate | undefined, is: CalendarDate | undefined): void {
  if (was === is) return
  if (was === undefined) difference.added += 1
  else if (is === undefined) difference.dropped += 1
  else if (is < was) difference.sooner += 1
  else difference.later += 1
}

const toldOf = (customer: number, take: Take): Told => ({
  customer,
  channel: sentAs(take),
  step: take.step.key,
  toPay: take.toPay,
})

const nothing = (): Day => ({ emails: 0, calls: 0, letters: 0, decisions: 0, sums: [] })

/** What a person reads together: an SMS with e-mails, a registered letter with letters, a task with decisions. */
const families = {
  sms: 'emails',
  email: 'emails',
  call: 'calls',
  letter: 'letters',
  registeredLetter: 'letters',
  task: 'decisions',
  decision: 'decisions',
} as const

function count(days: Map<CalendarDate, Day>, on: CalendarDate, take: Take): void {
  const day = days.get(on) ?? nothing()
  day[families[sentAs(take)]] += 1
  day.sums = sumByCurrency([...day.sums, ...take.toPay])
  days.set(on, day)
}

/** Who follows it and owes something. */
async function followersOwing(db: Db, scenario: number, run: RunContext): Promise<number[]> {
  const followers = (await followersByScenario(db, run.choices)).get(scenario) ?? []
  const owing = await db.rows<{ id: number }>(sql`
    select distinct customer_id as id from open_item
    where organization_id = current_organization() and customer_id = any(${followers}) and amount_due > 0 order by 1`)
  return owing.map((row) => row.id)
}

async function named(db: Db, told: readonly Told[]) {
  if (told.length === 0) return []
  const rows = await db.rows<{ id: number; name: string }>(sql`
    select id, name from customer
    where organization_id = current_organization() and id = any(${told.map((one) => one.customer)})`)
  const names = new Map(rows.map((row) => [row.id, row.name]))
  return told.map(({ customer, toPay, ...one }) => ({
    customer: { id: customer, name: names.get(customer) ?? '' },
    ...one,
    total: [...toPay],
  }))
}
