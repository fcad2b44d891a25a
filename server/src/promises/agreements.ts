import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { hundredthsOf, limitIn } from '@quittance/core/money/limit.ts'
import { asCurrency, money } from '@quittance/core/money/money.ts'
import {
  type InstalmentState,
  instalmentStates,
  type PlanStanding,
  planStanding,
} from '@quittance/core/promises/plan-standing.ts'
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
  const judge = await planJudge(db, today)
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
    plans: plans.map((plan) => shownPlan(plan, judge(plan))),
    delays: await grantedDelays(db, about),
  }
}

interface JudgedPlan {
  readonly standing: PlanStanding
  readonly states: readonly InstalmentState[]
}

/** How plans stand on a day, by the tolerance and the holidays of the organisation. */
async function planJudge(db: Db, today: CalendarDate): Promise<(plan: RunningPlan) => JudgedPlan> {
  const { tolerance, currency, ...rules } = await standingRules(db)
  const hundredths = hundredthsOf(money(tolerance, asCurrency(currency)))
  return (plan) => {
    const own = { ...rules, tolerance: limitIn(hundredths, asCurrency(plan.currency)) }
    const standing = planStanding(plan, own, today)
    return { standing, states: instalmentStates(plan, own, standing) }
  }
}

/** How one plan stands. */
export const standingOfPlan = async (db: Db, plan: RunningPlan, today: CalendarDate): Promise<PlanStanding> =>
  (await planJudge(db, today))(plan).standing

function shownPromise({ amount, received, currency, items, ...promise }: PendingPromise) {
  const unit = asCurrency(currency)
  return {
    ...promise,
    amount: money(amount, unit),
    received: money(received, unit),
    items: items.map(({ amount: part, amountDue, ...item }) => ({
      ...item,
      amount: part === null ? null : money(part, unit),
      amountDue: money(amountDue, unit),
    })),
  }
}

function shownPlan(plan: RunningPlan, { standing, states }: JudgedPlan) {
  const { id, agreedOn, note, invoices, items, customer, confirmedOn } = plan
  const currency = asCurrency(plan.currency)
  return {
    id,
    agreedOn,
    note,
    invoices,
    items,
    customer,
    confirmedOn,
    contested: money(plan.contested, currency),
    standing: standing.kind,
    instalments: plan.instalments.map(({ dueOn, amount }, index) => ({
      dueOn,
      amount: money(amount, currency),
      state: states[index] ?? 'due',
    })),
  }
}
