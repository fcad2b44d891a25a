import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import type { Language } from '@quittance/core/money/format-money.ts'
import { recordInJournal } from '../people/journal.ts'
import { forWholeHouse } from '../people/whole-house.ts'
import type { Db } from '../platform/database/db.ts'
import { sql } from '../platform/database/sql.ts'
import { found, notFound } from '../platform/http/app-error.ts'
import { plansAbout, plansById, type RunningPlan } from './agreement-queries.ts'
import { standingOfPlan } from './agreements.ts'
import { endPlan, itemsOfPlan } from './queries.ts'
import { anotherPlanRuns, isAwaited, lockItems, planIsKept } from './refuse-both.ts'

/**
 * A payment keeps one agreement. AppError 409 where a plan that runs is about one of these items; one that is over, for a
 * date of it was missed or all of it came, ends and the promise takes its place. Answers the plans that ended.
 */
export const endFallenPlans = (db: Db, items: readonly number[], today: CalendarDate): Promise<number[]> =>
  // A plan of the parent customer too, which who notes the promise may not see.
  forWholeHouse(db, async () => {
    await lockItems(db, items)
    const plans = await plansAbout(db, items)
    for (const plan of plans) {
      if ((await standingOfPlan(db, plan, today)).kind === 'running') throw planIsKept(plan)
      await endFor(db, plan, { today, ...forPromise })
    }
    return plans.map(({ id }) => id)
  })

/**
 * One plan at a time holds an item: those named end, and those that are over. AppError 409 where another one runs, 404
 * where one that is named holds no more. Answers the plans that ended. The items are locked by then.
 */
export async function endPlansBefore(
  db: Db,
  { customer, items, replaces }: BeforePlan,
  today: CalendarDate,
): Promise<RunningPlan[]> {
  // With the eyes of whoever asks: only what they see is theirs to replace.
  const named: RunningPlan[] = []
  for (const id of new Set(replaces)) named.push(...(await plansById(db, id)))
  return forWholeHouse(db, async () => {
    const about = await plansAbout(db, items)
    const known = new Set(about.map(({ id }) => id))
    const others = named.filter(({ id }) => !known.has(id))
    const seen = new Set(named.map(({ id }) => id))
    for (const plan of about) {
      if (!seen.has(plan.id) && (await standingOfPlan(db, plan, today)).kind === 'running') throw anotherPlanRuns(plan)
    }
    const isForeign = others.some((plan) => plan.customer.id !== customer)
    if (isForeign || named.length < new Set(replaces).size) throw notFound()
    for (const plan of [...about, ...others]) await endFor(db, plan, { today, ...forPlan })
    return [...about, ...others]
  })
}

interface BeforePlan {
  readonly customer: number
  readonly items: readonly number[]
  /** Of this customer, or about one of these items. */
  readonly replaces: readonly number[]
}

const forPromise = { fr: 'Remplacé par une promesse', en: 'Replaced by a promise' }
const forPlan = { fr: 'Remplacé par un autre échéancier', en: 'Replaced by another plan' }

async function endFor(
  db: Db,
  plan: RunningPlan,
  { today, ...words }: { readonly today: CalendarDate; readonly fr: string; readonly en: string },
): Promise<void> {
  const { language } = await db.one<{ language: Language }>(sql`
    select case when language = 'fr' then 'fr' else 'en' end as language from organization
    where organization_id = current_organization()`)
  const because = words[language]
  const { customer } = found(await endPlan(db, plan.id, today, because))
  const about = { thing: 'paymentPlan', thingId: plan.id, customerId: customer, details: { because } }
  await recordInJournal(db, { act: 'paymentPlan.ended', ...about })
}

/** The promise remembers the plans it took the place of. */
export const rememberEnded = (db: Db, promise: number, plans: readonly number[]): Promise<number> =>
  db.run(sql`
    update promise set ended_plans = ended_plans || ${plans}::bigint[]
    where organization_id = current_organization() and id = ${promise} and ${plans.length} > 0`)

/** A plan that ended for a promise or another plan, with when and by whom. */
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

/** The plans that ended when this one was agreed. */
export const plansEndedForPlan = (db: Db, plan: number): Promise<EndedPlan[]> =>
  db.rows(sql`
    select ended as plan, p.agreed_on as on, p.agreed_by as by from payment_plan p, unnest(p.ended_plans) ended
    where p.organization_id = current_organization() and p.id = ${plan} order by ended`)

/** What they had ended for is off: they stand as they stood before it, unless a promise or another plan is about their items. */
export async function giveBackPlans(db: Db, plans: readonly EndedPlan[], today: CalendarDate): Promise<void> {
  for (const { plan, on, by } of plans) {
    const items = await itemsOfPlan(db, plan)
    await lockItems(db, items)
    if ((await isAwaited(db, items, today)) || (await plansAbout(db, items)).length > 0) continue
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
    await endFor(db, back, { today, ...forPromise })
    await db.run(sql`
      update payment_plan set ended_on = ${on}, ended_by = ${by} where organization_id = current_organization() and id = ${plan}`)
  }
  await rememberEnded(db, promise, await endFallenPlans(db, items, today))
}
