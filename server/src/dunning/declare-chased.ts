import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import type { Db } from '../platform/database/db.ts'
import { sql } from '../platform/database/sql.ts'
import type { RunContext } from './run/run-context.ts'

/**
 * A person says up to which step these items were chased before Quittance knew them: those steps count as taken and the
 * scenario goes on from there. Saying it again adds nothing.
 */
export async function declareChased(
  db: Db,
  items: readonly number[],
  stepKey: string,
  run: RunContext,
): Promise<number> {
  const byScenario = Map.groupBy(await scenariosOf(db, items), (row) => row.scenario)
  let declared = 0
  for (const [id, rows] of byScenario) {
    const steps = run.scenarios.get(id)?.steps.filter((step) => step.active && step.delayDays >= 0) ?? []
    const last = steps.findIndex((step) => step.key === stepKey)
    // A customer whose own scenario has no such step begins at its first one, as if nothing had been said.
    if (last < 0) continue
    for (const step of steps.slice(0, last + 1)) {
      await declareStep(
        db,
        rows.map((row) => row.item),
        step,
        run.today,
      )
    }
    declared += rows.length
  }
  return declared
}

const declareStep = (
  db: Db,
  items: readonly number[],
  step: { key: string; delayDays: number },
  today: CalendarDate,
): Promise<number> =>
  db.run(sql`
    insert into step_taken (organization_id, open_item_id, step_key, delay_days, taken_on, how)
    select current_organization(), i, ${step.key}, ${step.delayDays}, ${today}, 'declared' from unnest(${items}::bigint[]) as i
    on conflict (organization_id, open_item_id, step_key) do nothing`)

const scenariosOf = (db: Db, items: readonly number[]) =>
  db.rows<{ item: number; scenario: number }>(sql`
    select i.id as item, coalesce(c.scenario_id, usual.scenario_id) as scenario
    from open_item i
    join customer c on c.organization_id = i.organization_id and c.id = i.customer_id
    left join default_scenario usual on usual.organization_id = c.organization_id and usual.category = c.category
    where i.organization_id = current_organization() and i.id = any(${items})`)

/** What of a customer is late today: what a declaration is about when no items are named. */
export const lateItemsOf = async (db: Db, customer: number, today: CalendarDate): Promise<number[]> =>
  (
    await db.rows<{ id: number }>(sql`
    select id from open_item
    where organization_id = current_organization() and customer_id = ${customer} and amount_due > 0 and due_date < ${today}`)
  ).map((row) => row.id)
