import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { recordInJournal } from '../people/journal.ts'
import type { Db } from '../platform/database/db.ts'
import { sql } from '../platform/database/sql.ts'
import { found } from '../platform/http/app-error.ts'
import { plansAbout, plansById, type RunningPlan } from './agreement-queries.ts'
import { standingOfPlan } from './agreements.ts'
import { endPlan, itemsOfPlan } from './queries.ts'
import { isAwaited, lockItems, planIsKept } from './refuse-both.ts'

/**
 * A payment keeps one agreement. AppError 409 where a plan that is kept is about one of these items; a plan that fell, for
 * a date of it was missed, ends and the promise takes its place. Answers the plans that ended.
 */
export async function endFallenPlans(db: Db, items: readonly number[], today: CalendarDate): Promise<number[]> {
  await lockItems(db, items)
  const plans = await plansAbout(db, items)
  for (const plan of plans) {
    if ((await standingOfPlan(db, plan, today)).kind !== 'missed') throw planIsKept(plan)
    await endForPromise(db, plan, today)
  }
  return plans.map(({ id }) => id)
}

async function endForPromise(db: Db, plan: RunningPlan, today: CalendarDate): Promise<void> {
  const { fr } = await db.one<{ fr: boolean }>(sql`
    select language = 'fr' as fr from organization where organization_id = current_organization()`)
  const because = fr ? 'Remplacé par une promesse' : 'Replaced by a promise'
  const { customer } = found(await endPlan(db, plan.id, today, because))
  const about = { thing: 'paymentPlan', thingId: plan.id, customerId: customer, details: { because } }
  await recordInJournal(db, { act: 'paymentPlan.ended', ...about })
}

/** The promise remembers the plans it took the place of. */
export const rememberEnded = (db: Db, promise: number, plans: readonly number[]): Promise<number> =>
  db.run(sql`
    update promise set ended_plans = ended_plans || ${plans}::bigint[]
    where organization_id = current_organization() and id = ${promise} and ${plans.length} > 0`)

/** A plan that ended for a promise, with when and by whom. */
export interface EndedPlan {
  readonly plan: number
  readonly on: CalendarDate
  readonly by: number | null
}

/** The plans that ended for this promise; `andBefore` also those that ended for the promises it replaced. */
export const plansEndedFor = (db: Db, promise: number, { andBefore }: { andBefore: boolean }): Promise<EndedPlan[]> =>
  db.rows(sql`
    with recursive chain as (
      select id, organization_id, ended_plans, noted_on, noted_by from promise
      where organization_id = current_organization() and id = ${promise}
      union all
      select p.id, p.organization_id, p.ended_plans, p.noted_on, p.noted_by from chain c
      join promise p on p.organization_id = c.organization_id and p.replaced_by = c.id and ${andBefore}
    )
    select plan, c.noted_on as on, c.noted_by as by from chain c, unnest(c.ended_plans) plan order by plan`)

/** The promise is off: its plans stand as they stood before it, unless another promise is awaited about them. */
export async function giveBackPlans(db: Db, plans: readonly EndedPlan[], today: CalendarDate): Promise<void> {
  for (const { plan, on, by } of plans) {
    const items = await itemsOfPlan(db, plan)
    await lockItems(db, items)
    if (await isAwaited(db, items, today)) continue
    // Not one that a person ended since.
    const back = await db.maybe<{ customer: number }>(sql`
      update payment_plan set ended_on = null, ended_because = null, ended_by = null
      where organization_id = current_organization() and id = ${plan} and ended_on = ${on} and ended_by is not distinct from ${by}
      returning customer_id as customer`)
    if (!back) continue
    const about = { thing: 'paymentPlan', thingId: plan, customerId: back.customer }
    await recordInJournal(db, { act: 'paymentPlan.resumed', ...about })
  }
}

/**
 * The promise holds again: its plans end as they had ended, on the same day. AppError 409 where one of them is kept by
 * now. What else fell meanwhile about its items ends today.
 */
export async function endPlansAgain(
  db: Db,
  promise: number,
  { items, today }: { readonly items: readonly number[]; readonly today: CalendarDate },
): Promise<void> {
  await lockItems(db, items)
  for (const { plan, on, by } of await plansEndedFor(db, promise, { andBefore: true })) {
    const [back] = await plansById(db, plan)
    if (!back) continue
    if ((await standingOfPlan(db, back, today)).kind === 'running') throw planIsKept(back)
    await endForPromise(db, back, today)
    await db.run(sql`
      update payment_plan set ended_on = ${on}, ended_by = ${by} where organization_id = current_organization() and id = ${plan}`)
  }
  await rememberEnded(db, promise, await endFallenPlans(db, items, today))
}
