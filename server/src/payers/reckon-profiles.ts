import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import {
  judgePayer,
  type PayerFacts,
  type PayerRules,
  usualPayerRules,
  windowStart,
} from '@quittance/core/payers/payer-profile.ts'
import { planStanding } from '@quittance/core/promises/plan-standing.ts'
import { promiseState } from '@quittance/core/promises/promise-state.ts'
import type { Db } from '../platform/database/db.ts'
import { standingRules } from '../promises/agreement-queries.ts'
import { oldestUnpaidOf, paidLinesOf, plansOfPayers, promisesOver, standingsOf } from './fact-queries.ts'
import { dropProfiles, type KeptProfile, keepProfiles, rulesKept } from './queries.ts'

/** The rules of the organisation; the usual ones until it sets its own. */
export const payerRulesOf = async (db: Db): Promise<PayerRules> => (await rulesKept(db)) ?? usualPayerRules

/**
 * The profiles of some customers as of a day, in nine statements whatever their number; what is as it was is not
 * written, and of whom nothing is known has no row. Called for each decision, under the whole house, so that a rule that
 * asks for a profile is never behind the facts.
 */
export async function reckonProfiles(db: Db, customers: readonly number[], today: CalendarDate): Promise<void> {
  if (customers.length === 0) return
  const rules = await payerRulesOf(db)
  const standings = await standingsOf(db, customers)
  const factsOf = await loadFacts(db, customers, { rules, today })
  const rows = standings.map(({ customer, declared, isInsolvent }): KeptProfile => {
    const { profile, because, habit, ...seen } = judgePayer({ ...factsOf(customer), isInsolvent }, rules, today)
    return { customer, profile: declared ?? profile, reckoned: profile, because, ...habit, ...seen }
  })
  const [known, unknown] = [rows.filter(isKnown), rows.filter((row) => !isKnown(row))]
  if (known.length > 0) await keepProfiles(db, known)
  const strangers = unknown.map(({ customer }) => customer)
  if (strangers.length > 0) await dropProfiles(db, strangers)
}

const isKnown = ({ profile, reckoned, lines, brokenPromises, lateSince }: KeptProfile): boolean =>
  profile !== 'unknown' || reckoned !== 'unknown' || lines + brokenPromises > 0 || lateSince !== null

async function loadFacts(
  db: Db,
  customers: readonly number[],
  { rules, today }: { readonly rules: PayerRules; readonly today: CalendarDate },
): Promise<(customer: number) => Omit<PayerFacts, 'isInsolvent'>> {
  const after = windowStart(rules, today)
  const paid = Map.groupBy(await paidLinesOf(db, customers, { after, until: today }), ({ customer }) => customer)
  const unpaid = new Map((await oldestUnpaidOf(db, customers, today)).map((row) => [row.customer, row.due]))
  const broken = Map.groupBy(
    (await promisesOver(db, customers, { from: after, until: today })).filter(
      (promise) => promiseState({ ...promise, withdrawn: null }, today) === 'broken',
    ),
    ({ customer }) => customer,
  )
  const standing = await standingRules(db)
  const planned = new Set(
    (await plansOfPayers(db, customers))
      .filter((plan) => planStanding(plan, standing, today).kind === 'running')
      .map(({ customer }) => customer),
  )
  return (customer) => ({
    paid: paid.get(customer) ?? [],
    oldestUnpaid: unpaid.get(customer) ?? null,
    brokenPromises: broken.get(customer)?.map(({ keptUntil }) => keptUntil) ?? [],
    hasRunningPlan: planned.has(customer),
  })
}
