import { addDays, type CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import type { HoldReason } from '@quittance/core/dunning/decision.ts'
import { holdLabel } from '@quittance/core/dunning/explain.ts'
import type { Scenario, Step } from '@quittance/core/dunning/scenario.ts'
import { simulate } from '@quittance/core/dunning/simulate.ts'
import { type Money, sumByCurrency } from '@quittance/core/money/money.ts'
import type { Db } from '../../platform/database/db.ts'
import { sql } from '../../platform/database/sql.ts'
import { notFound } from '../../platform/http/app-error.ts'
import type { RunContext } from '../run/run-context.ts'
import { loadSituations } from '../situations/load-situations.ts'

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
  const customers =
    asked.customer === null ? (await followersOwing(db, asked.scenario)).map((row) => row.id) : [asked.customer]
  const days = new Map<CalendarDate, Day>()
  const held = new Map<HoldReason, number>()
  for (let from = 0; from < customers.length; from += batch) {
    for (const situation of await loadSituations(db, customers.slice(from, from + batch), { ...run, scenarios })) {
      const simulated = simulate({ ...situation, scenario }, run.rules, run.today, asked.days)
      for (const { on, decision } of simulated)
        if (decision.kind === 'take') count(days, on, decision.insteadOfEmail ?? decision.step.channel, decision.toPay)
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

const nothing = (): Day => ({ emails: 0, calls: 0, letters: 0, decisions: 0, sums: [] })

function count(
  days: Map<CalendarDate, Day>,
  on: CalendarDate,
  channel: Step['channel'],
  toPay: readonly Money[],
): void {
  const day = days.get(on) ?? nothing()
  day[`${channel}s`] += 1
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

const followersOwing = (db: Db, scenario: number) =>
  db.rows<{ id: number }>(sql`
    select c.id from customer c
    join open_item i on i.organization_id = c.organization_id and i.customer_id = c.id and i.amount_due > 0
    left join default_scenario usual on usual.organization_id = c.organization_id and usual.category = c.category
    where c.organization_id = current_organization() and coalesce(c.scenario_id, usual.scenario_id) = ${scenario}
    group by c.id order by sum(i.amount_due) desc limit ${mostCustomers}`)
