import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import type { Scenario, Step } from '@quittance/core/dunning/scenario.ts'
import type { ChasedUpTo } from '../imports/import-work.ts'
import type { Db } from '../platform/database/db.ts'
import { sql } from '../platform/database/sql.ts'
import { AppError } from '../platform/http/app-error.ts'
import type { RunContext } from './run/run-context.ts'
import { loadSituations } from './situations/load-situations.ts'

/**
 * A person says up to which step these items were chased before Quittance knew them: those steps count as taken and the
 * scenario goes on from there. Saying it again adds nothing. The step is one of the default scenarios or of the
 * customer's own; an item that follows another one has been through the steps of that one up to the same day. A level
 * counts the steps after the due date of each item's own scenario.
 */
export async function declareChased(
  db: Db,
  items: readonly number[],
  chased: ChasedUpTo,
  run: RunContext,
): Promise<number> {
  const lastDay = 'step' in chased ? dayOf(chased.step, run) : 0
  const byScenario = Map.groupBy(await scenariosOf(db, items, run), (row) => row.scenario)
  let declared = 0
  for (const [scenario, rows] of byScenario) {
    const steps = scenario.steps.filter((step) => step.active && step.delayDays >= 0)
    const behind = stepsBehind(steps, chased, lastDay)
    if (behind.length === 0) continue
    for (const step of behind) {
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

function stepsBehind(steps: readonly Step[], chased: ChasedUpTo, lastDay: number): readonly Step[] {
  const last =
    'level' in chased
      ? steps[Math.min(chased.level, steps.length) - 1]?.delayDays
      : (steps.find((step) => step.key === chased.step)?.delayDays ?? lastDay)
  return last === undefined ? [] : steps.filter((step) => step.delayDays <= last)
}

/** Days after the due date of a step, in whichever scenario has it; the first that has it where several do. */
function dayOf(stepKey: string, { scenarios }: Pick<RunContext, 'scenarios'>): number {
  for (const { steps } of scenarios.values()) {
    const step = steps.find((one) => one.key === stepKey)
    if (step) return step.delayDays
  }
  throw new AppError('unknownStep', 400, {
    fr: 'Aucun scénario n’a cette étape\u00a0: rechargez la page et choisissez-la de nouveau.',
    en: 'No scenario has this step: reload the page and choose it again.',
  })
}

/** What was said of these items was wrong: the rungs that were only declared are before them again. */
export const takeDeclarationBack = (db: Db, items: readonly number[]): Promise<number> =>
  db.run(sql`
    delete from step_taken
    where organization_id = current_organization() and open_item_id = any(${items}) and how = 'declared'`)

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

async function scenariosOf(
  db: Db,
  items: readonly number[],
  run: RunContext,
): Promise<{ item: number; scenario: Scenario }[]> {
  const customers = (
    await db.rows<{ id: number }>(sql`
      select distinct customer_id as id from open_item where organization_id = current_organization() and id = any(${items})`)
  ).map((row) => row.id)
  return (await loadSituations(db, customers, run)).flatMap((situation) =>
    situation.items
      .filter(({ id }) => items.includes(id))
      .map((item) => ({ item: item.id, scenario: item.scenario ?? situation.scenario })),
  )
}

/** What of a customer is late today, of the items named if any: what a declaration is about. */
export const lateItemsOf = async (
  db: Db,
  customer: number,
  { today, among }: { today: CalendarDate; among: readonly number[] | null },
): Promise<number[]> =>
  (
    await db.rows<{ id: number }>(sql`
    select id from open_item
    where organization_id = current_organization() and customer_id = ${customer} and amount_due > 0 and written_off_on is null and due_date < ${today}
      and (${among}::bigint[] is null or id = any(${among}))`)
  ).map((row) => row.id)
