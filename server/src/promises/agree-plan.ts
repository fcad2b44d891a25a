import { type CalendarDate, isBefore } from '@quittance/core/calendar/calendar-date.ts'
import { formatMoney } from '@quittance/core/money/format-money.ts'
import { asCurrency, type Money, money } from '@quittance/core/money/money.ts'
import { isTooFar } from '@quittance/core/promises/furthest-day.ts'
import { refuseOtherPortfolio } from '../customers/own-portfolio.ts'
import { recordInJournal } from '../people/journal.ts'
import { forWholeHouse } from '../people/whole-house.ts'
import type { Db } from '../platform/database/db.ts'
import { AppError, found } from '../platform/http/app-error.ts'
import { plansAbout, standingRules } from './agreement-queries.ts'
import { endPlansBefore, giveBackPlans, plansEndedForPlan } from './fallen-plans.ts'
import type { Noted } from './note-promise.ts'
import {
  confirmPlan,
  customersOfPlan,
  endPlan,
  insertInstalments,
  insertPlan,
  insertPlanItems,
  itemsOfPlan,
  promisable,
  resumePlan,
} from './queries.ts'
import { anotherPlanRuns, refuseWhereAwaited } from './refuse-both.ts'
import { refuseOthers } from './refuse-others.ts'
import { promisesInPlace, replaceByPlan, restoreReplacedByPlan } from './replaced-promises.ts'

interface AskedPlan {
  readonly customer: number
  readonly items: readonly number[]
  readonly instalments: readonly { readonly dueOn: CalendarDate; readonly amount: Money }[]
  readonly note: string | null
  /** Plans that run, in whose place it is agreed. */
  readonly replaces?: readonly number[] | undefined
  /** Promises still awaited, in whose place it is agreed. */
  readonly replacesPromises?: readonly number[] | undefined
}

/**
 * Several dates agreed: the items are not chased as long as what came keeps up with them. The plans named, and those that
 * are over, end and give it their place.
 */
export async function agreePlan(db: Db, asked: AskedPlan, { today, factsChanged }: Noted): Promise<number> {
  const currency = refuseInstalments(asked, today)
  await refuseOtherPortfolio(db, asked.customer)
  await refuseOthers(db, asked.customer, asked.items, currency)
  const { customer, items, replacesPromises: replaces = [] } = asked
  const promises = await promisesInPlace(db, { customer, items, replaces }, today)
  await refuseSum(db, asked, currency)
  const { instalmentGraceDays } = await standingRules(db)
  const ended = await endPlansBefore(db, { customer, items, replaces: asked.replaces ?? [] }, today)
  const { id } = await insertPlan(db, {
    ...{ customer: asked.customer, agreedOn: today, note: asked.note, graceDays: instalmentGraceDays },
    endedPlans: ended.map((plan) => plan.id),
  })
  await replaceByPlan(db, promises, id, today)
  await insertPlanItems(db, id, asked.items)
  await insertInstalments(db, id, asked.instalments)
  await recordInJournal(db, {
    act: 'paymentPlan.agreed',
    thing: 'paymentPlan',
    thingId: id,
    customerId: asked.customer,
    details: { instalments: asked.instalments, ...(ended.length > 0 && { replaces: ended.map((plan) => plan.id) }) },
  })
  await factsChanged(db, await touchedBy(db, [id, ...ended.map((plan) => plan.id)]))
  return id
}

/** Answers their one currency. */
function refuseInstalments({ instalments }: AskedPlan, today: CalendarDate): string {
  const [first] = instalments
  const days = new Set(instalments.map((one) => one.dueOn))
  const isOdd = instalments.some(({ amount }) => amount.currency !== first?.amount.currency || amount.amount <= 0)
  if (!first || isOdd || days.size < instalments.length) {
    throw new AppError('planInvalid', 400, {
      fr: 'Un échéancier a des montants positifs, dans une seule devise, et un seul par jour : corrigez une ligne.',
      en: 'A payment plan has positive amounts, in one currency, and one a day: correct a line.',
    })
  }
  if (instalments.some(({ dueOn }) => isBefore(dueOn, today))) {
    throw new AppError('planInThePast', 400, {
      fr: 'Une date de l’échéancier est déjà passée\u00a0: choisissez aujourd’hui ou un jour à venir.',
      en: 'A date of the plan is already past: choose today or a later day.',
    })
  }
  if (instalments.some(({ dueOn }) => isTooFar('plan', dueOn, today))) {
    throw new AppError('planTooFar', 400, {
      fr: 'Une date de l’échéancier est dans plus de cinq ans\u00a0: vérifiez l’année.',
      en: 'A date of the plan is more than five years away: check the year.',
    })
  }
  return first.amount.currency
}

/** To the cent: what the dates come to is what is left to pay. */
async function refuseSum(db: Db, { customer, items, instalments }: AskedPlan, currency: string): Promise<void> {
  const owed = await promisable(db, customer, items, currency)
  const total = owed.reduce((sum, item) => sum + item.amountDue, 0)
  if (instalments.reduce((sum, { amount }) => sum + amount.amount, 0) === total) return
  const due = money(total, asCurrency(currency))
  throw new AppError('planSum', 409, {
    fr: `Les échéances doivent faire exactement le reste à payer des factures, ${formatMoney(due, 'fr')}\u00a0: corrigez un montant, ou rechargez la page si une facture vient d’être payée.`,
    en: `The instalments must come to exactly what is left to pay on the invoices, ${formatMoney(due, 'en')}: correct an amount, or reload the page if an invoice has just been paid.`,
  })
}

/** A person ends it: its items are back in the scenario from today. 404 where it has ended. */
export async function stopPlan(
  db: Db,
  id: number,
  { today, factsChanged }: Noted,
  because: string | null = null,
): Promise<void> {
  const { customer } = found(await endPlan(db, id, today, because))
  await recordInJournal(db, {
    act: 'paymentPlan.ended',
    thing: 'paymentPlan',
    thingId: id,
    customerId: customer,
    ...(because !== null && { details: { because } }),
  })
  await factsChanged(db, await customersOfPlan(db, id))
}

/** Undo: as if it had not been agreed. The promises and plans that had ended for it stand again. */
export async function undoPlan(db: Db, id: number, { today, factsChanged }: Noted): Promise<void> {
  const { customer } = found(await endPlan(db, id, today, null))
  await restoreReplacedByPlan(db, id)
  const before = await plansEndedForPlan(db, id)
  await forWholeHouse(db, () => giveBackPlans(db, before, today))
  await recordInJournal(db, { act: 'paymentPlan.undone', thing: 'paymentPlan', thingId: id, customerId: customer })
  await factsChanged(db, await touchedBy(db, [id, ...before.map(({ plan }) => plan)]))
}

async function touchedBy(db: Db, plans: readonly number[]): Promise<number[]> {
  const touched = new Set<number>()
  for (const plan of plans) for (const one of await customersOfPlan(db, plan)) touched.add(one)
  return [...touched]
}

/** Ended by mistake: the plan holds again, unless another one was agreed about its items meanwhile. */
export async function takePlanUp(db: Db, id: number, { today, factsChanged }: Noted): Promise<void> {
  const items = await itemsOfPlan(db, id)
  await refuseWhereAwaited(db, items, today)
  const [other] = (await forWholeHouse(db, () => plansAbout(db, items))).filter((plan) => plan.id !== id)
  if (other) throw anotherPlanRuns(other)
  const { customer } = found(await resumePlan(db, id))
  await recordInJournal(db, { act: 'paymentPlan.resumed', thing: 'paymentPlan', thingId: id, customerId: customer })
  await factsChanged(db, await customersOfPlan(db, id))
}

/** The customer was written to: the plan is confirmed since that day. */
export async function noteConfirmation(db: Db, id: number, on: CalendarDate): Promise<void> {
  const { customer } = found(await confirmPlan(db, id, on))
  await recordInJournal(db, { act: 'paymentPlan.confirmed', thing: 'paymentPlan', thingId: id, customerId: customer })
}
