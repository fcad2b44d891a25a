import { addDays, type CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { type HoldReason, sentAs } from '@quittance/core/dunning/decision.ts'
import { holdLabel } from '@quittance/core/dunning/explain.ts'
import type { Scenario, Step } from '@quittance/core/dunning/scenario.ts'
import { simulate } from '@quittance/core/dunning/simulate.ts'
import { type Money, sumByCurrency } from '@quittance/core/money/money.ts'
import type { Db } from '../../platform/database/db.ts'
import { sql } from '../../platform/database/sql.ts'
import { notFound } from '../../platform/http/app-error.ts'
import type { RunContext } from '../run/run-context.ts'
import { loadSituations } from '../situations/load-situations.ts'
import { followersByScenario } from './choices.ts'

/** Customers replayed in one simulation; above it the answer is a sample of the largest debts. */
const mostCustomers = 2000
const batch = 500

interface Day {
  emails: number
  calls: number
  letters: number
  decisions: number
  sums: Money[]
}

/**
 * What would leave over the next days if nobody paid, with the steps given in place of those of the scenario: to those
 * who follow it, or to one customer as if it followed it.
 */
export async function simulateScenario(
  db: Db,
  asked: { scenario: number; steps: readonly Step[] | null; days: number; customer: number | null },
  run: RunContext,
  language: 'fr' | 'en',
) {
  const scenarios = withSteps(run.scenarios, asked.scenario, asked.steps)
  const scenario = scenarios.get(asked.scenario)
  if (!scenario) throw notFound()
  const customers = asked.customer === null ? await followersOwing(db, asked.scenario, run) : [asked.customer]
  const days = new Map<CalendarDate, Day>()
  const held = new Map<HoldReason, number>()
  for (let from = 0; from < customers.length; from += batch) {
    for (const situation of await loadSituations(db, customers.slice(from, from + batch), { ...run, scenarios })) {
      const simulated = simulate({ ...situation, scenario }, run.rules, run.today, asked.days)
      for (const { on, decision } of simulated)
        if (decision.kind === 'take') count(days, on, sentAs(decision), decision.toPay)
      // Who is held is told for the first working day; what time alone lifts is not worth a line.
      const first = simulated.find(({ decision }) => decision.because !== 'notWorkingDay')?.decision
      if (first?.kind === 'hold') held.set(first.because, (held.get(first.because) ?? 0) + 1)
    }
  }
  return {
    days: Array.from({ length: asked.days }, (_, index) => addDays(run.today, index)).map((on) => {
      const { sums, ...counts } = days.get(on) ?? nothing()
      return { on, ...counts, total: sumByCurrency(sums) }
    }),
    held: [...held]
      .map(([because, customers]) => ({ because, label: holdLabel(because, language), customers }))
      .toSorted((a, b) => b.customers - a.customers),
  }
}

const families = {
  sms: 'emails',
  email: 'emails',
  call: 'calls',
  letter: 'letters',
  registeredLetter: 'letters',
  task: 'decisions',
  decision: 'decisions',
} as const

const nothing = (): Day => ({ emails: 0, calls: 0, letters: 0, decisions: 0, sums: [] })

function count(
  days: Map<CalendarDate, Day>,
  on: CalendarDate,
  channel: Step['channel'],
  toPay: readonly Money[],
): void {
  const day = days.get(on) ?? nothing()
  day[families[channel]] += 1
  day.sums.push(...toPay)
  days.set(on, day)
}

function withSteps(
  scenarios: ReadonlyMap<number, Scenario>,
  id: number,
  steps: readonly Step[] | null,
): ReadonlyMap<number, Scenario> {
  const scenario = scenarios.get(id)
  return scenario && steps ? new Map(scenarios).set(id, { ...scenario, steps }) : scenarios
}

/** Who follows it, largest debts first. */
async function followersOwing(db: Db, scenario: number, run: RunContext): Promise<number[]> {
  const followers = (await followersByScenario(db, run.choices)).get(scenario) ?? []
  const owing = await db.rows<{ id: number }>(sql`
    select customer_id as id from open_item
    where organization_id = current_organization() and customer_id = any(${followers}) and amount_due > 0
    group by 1 order by sum(amount_due) desc limit ${mostCustomers}`)
  return owing.map((row) => row.id)
}
