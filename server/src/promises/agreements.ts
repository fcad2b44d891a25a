import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { hundredthsOf, limitIn } from '@quittance/core/money/limit.ts'
import { asCurrency, type Currency, money } from '@quittance/core/money/money.ts'
import { type PlanStanding, planStanding } from '@quittance/core/promises/plan-standing.ts'
import { promisesAbout } from '../customers/promises-about.ts'
import type { Db } from '../platform/database/db.ts'
import {
  type PendingPromise,
  pendingPromises,
  type RunningPlan,
  runningPlans,
  standingRules,
} from './agreement-queries.ts'
import { grantedDelays } from './delay-queries.ts'

/** Promises that are over and are still shown. */
const mostPast = 20

/** The promises, plans and delays that keep a customer, or one of its invoices, out of the chase, and the promises before. */
export async function agreementsOf(
  db: Db,
  about: { readonly customer: number; readonly invoice: number | null },
  today: CalendarDate,
) {
  const standingOf = await planJudge(db, today)
  const promises = await pendingPromises(db, about, today)
  const plans = await runningPlans(db, about)
  const pending = new Set(promises.map(({ id }) => id))
  const given = await promisesAbout(db, about, today)
  return {
    promises: promises.map(shownPromise),
    past: given
      .flatMap(({ state, ...promise }) =>
        pending.has(promise.id) || state === 'pending' ? [] : [{ ...promise, state }],
      )
      .slice(0, mostPast),
    plans: plans.map((plan) => shownPlan(plan, standingOf(plan))),
    delays: await grantedDelays(db, about),
  }
}

/** How plans stand on a day, by the tolerance and the holidays of the organisation. */
async function planJudge(db: Db, today: CalendarDate): Promise<(plan: RunningPlan) => PlanStanding> {
  const { tolerance, currency, ...rules } = await standingRules(db)
  const hundredths = hundredthsOf(money(tolerance, asCurrency(currency)))
  return (plan) => planStanding(plan, { ...rules, tolerance: limitIn(hundredths, asCurrency(plan.currency)) }, today)
}

/** How one plan stands. */
export const standingOfPlan = async (db: Db, plan: RunningPlan, today: CalendarDate): Promise<PlanStanding> =>
  (await planJudge(db, today))(plan)

function shownPromise({ amount, received, currency, items, ...promise }: PendingPromise) {
  const unit = asCurrency(currency)
  return {
    ...promise,
    amount: money(amount, unit),
    received: money(received, unit),
    items: items.map((item) => ({ ...item, amount: item.amount === null ? null : money(item.amount, unit) })),
  }
}

function shownPlan({ currency, instalments, ...plan }: RunningPlan, standing: PlanStanding) {
  const { id, agreedOn, note, invoices, confirmedOn } = plan
  return {
    id,
    agreedOn,
    note,
    invoices,
    confirmedOn,
    standing: standing.kind,
    instalments: withStates(instalments, standing, asCurrency(currency)),
  }
}

/** Up to the one that is awaited or was missed they are paid; after a missed one the next ones are simply to come. */
function withStates(instalments: RunningPlan['instalments'], standing: PlanStanding, currency: Currency) {
  const open = standing.kind === 'running' ? standing.next : standing.kind === 'missed' ? standing.on : null
  return instalments.map(({ dueOn, amount }) => {
    const isPaid = open === null || dueOn < open
    const isMissed = standing.kind === 'missed' && dueOn === open
    const state = isPaid ? ('paid' as const) : isMissed ? ('missed' as const) : ('due' as const)
    return { dueOn, amount: money(amount, currency), state }
  })
}
