import { type CalendarDate, isBefore } from '@quittance/core/calendar/calendar-date.ts'
import { addWorkingDays } from '@quittance/core/calendar/working-days.ts'
import { hundredthsOf, limitIn } from '@quittance/core/money/limit.ts'
import { asCurrency, type Money, money } from '@quittance/core/money/money.ts'
import { isTooFar } from '@quittance/core/promises/furthest-day.ts'
import { enoughFor } from '@quittance/core/promises/promise-state.ts'
import type { FactsChanged } from '../customers/facts-changed.ts'
import { refuseOtherPortfolio } from '../customers/own-portfolio.ts'
import { recordInJournal } from '../people/journal.ts'
import type { Db } from '../platform/database/db.ts'
import { AppError, found } from '../platform/http/app-error.ts'
import { plansAbout, standingRules } from './agreement-queries.ts'
import { standingOfPlan } from './agreements.ts'
import { endFallenPlans, endPlansAgain, giveBackPlans, plansEndedFor, rememberEnded } from './fallen-plans.ts'
import { makeRoom, refuseBeside } from './promise-room.ts'
import {
  customersOfPlan,
  customersOfPromise,
  insertPromise,
  insertPromiseItems,
  itemsOfPromise,
  markUndone,
  replaceBy,
  restoreReplaced,
  resume,
  withdraw,
} from './queries.ts'
import { planIsKept } from './refuse-both.ts'
import { refuseOthers } from './refuse-others.ts'

export interface Noted {
  readonly today: CalendarDate
  readonly factsChanged: FactsChanged
}

export interface AskedPromise {
  readonly customer: number
  readonly promisedFor: CalendarDate
  readonly amount: Money
  readonly items: readonly number[]
  readonly note: string | null
  /** Amounts of single items, in the smallest unit; the others share the rest of the amount. */
  readonly parts?: readonly { readonly item: number; readonly amount: number }[]
  /** The promise that this one takes the place of. */
  readonly replaces?: number | undefined
}

/**
 * A date given by the customer. Its items are not chased up to and including that day, and the grace after it. Promises
 * that could not be kept beside it are replaced.
 */
export async function notePromise(db: Db, asked: AskedPromise, { today, factsChanged }: Noted): Promise<number> {
  refusePromise(asked, today)
  await refuseOtherPortfolio(db, asked.customer)
  await refuseOthers(db, asked.customer, asked.items, asked.amount.currency)
  const fallen = await endFallenPlans(db, asked.items, today)
  const named = asked.replaces === undefined ? [] : [asked.replaces]
  const replaced = [...named, ...(await makeRoom(db, asked, today))]
  const { id } = await insertPromise(db, { ...asked, ...(await believed(db, asked)), notedOn: today })
  await insertPromiseItems(db, id, asked.items, asked.parts ?? [])
  await rememberEnded(db, id, fallen)
  const touched: number[] = []
  for (const promise of replaced) {
    touched.push(...(await customersOfPromise(db, promise)))
    found(await replaceBy(db, { promise, by: id, on: today }))
  }
  await recordInJournal(db, {
    act: replaced.length === 0 ? 'promise.noted' : 'promise.replaced',
    thing: 'promise',
    thingId: id,
    customerId: asked.customer,
    details: {
      promisedFor: asked.promisedFor,
      amount: asked.amount,
      items: asked.items.length,
      ...(replaced.length > 0 && { replaces: replaced, because: asked.note }),
    },
  })
  await factsChanged(db, [...new Set([...touched, ...(await customersOfPromise(db, id))])])
  return id
}

/** Until when it is believed, and what keeps it: by the grace and the tolerance of this day, whatever they become. */
async function believed(db: Db, { promisedFor, amount }: AskedPromise) {
  const { promiseGraceDays, alsaceMoselle, tolerance, currency } = await standingRules(db)
  const short = limitIn(hundredthsOf(money(tolerance, asCurrency(currency))), amount.currency)
  return {
    keptUntil: promiseGraceDays === 0 ? promisedFor : addWorkingDays(promisedFor, promiseGraceDays, { alsaceMoselle }),
    enough: enoughFor(amount.amount, short),
  }
}

function refusePromise({ promisedFor, amount, items, parts = [] }: AskedPromise, today: CalendarDate): void {
  if (isBefore(promisedFor, today)) {
    throw new AppError('promiseInThePast', 400, {
      fr: 'La date promise est déjà passée : choisissez aujourd’hui ou un jour à venir.',
      en: 'The promised date is already past: choose today or a later day.',
    })
  }
  if (isTooFar('promise', promisedFor, today)) {
    throw new AppError('promiseTooFar', 400, {
      fr: 'La date promise est dans plus d’un an\u00a0: vérifiez l’année, ou convenez d’un échéancier.',
      en: 'The promised date is more than a year away: check the year, or agree on a payment plan.',
    })
  }
  if (amount.amount <= 0) {
    throw new AppError('promiseOfNothing', 400, {
      fr: 'Une promesse a un montant positif : corrigez-le.',
      en: 'A promise has a positive amount: correct it.',
    })
  }
  const given = parts.reduce((sum, part) => sum + part.amount, 0)
  const known = new Set(items)
  const all = parts.length === known.size
  if (
    parts.some((part) => part.amount <= 0 || !known.has(part.item)) ||
    new Set(parts.map((part) => part.item)).size < parts.length ||
    (all && parts.length > 0 ? given !== amount.amount : given > amount.amount)
  ) {
    throw new AppError('promiseParts', 400, {
      fr: 'Les montants par facture ne font pas le montant promis : corrigez-les.',
      en: 'The amounts of the invoices do not come to the promised amount: correct them.',
    })
  }
}

/** The customer takes it back: the items are chased again from today, and a plan that had ended for it stands as it stood. */
export async function withdrawPromise(
  db: Db,
  id: number,
  { today, factsChanged }: Noted,
  because: string | null = null,
): Promise<void> {
  const { customer } = found(await withdraw(db, id, today, because))
  const plans = await plansEndedFor(db, id, { andBefore: true })
  await giveBackPlans(db, plans, today)
  await recordInJournal(db, {
    act: 'promise.withdrawn',
    thing: 'promise',
    thingId: id,
    customerId: customer,
    ...(because !== null && { details: { because } }),
  })
  await factsChanged(db, await touchedBy(db, id, plans))
}

/** Withdrawn by mistake: the promise holds again, where it can still be kept beside those noted meanwhile. */
export async function resumePromise(db: Db, id: number, { today, factsChanged }: Noted): Promise<void> {
  const { customer } = found(await resume(db, id))
  const items = await itemsOfPromise(db, id)
  await endPlansAgain(db, id, { items, today })
  await refuseBeside(db, id, { customer, items }, today)
  await recordInJournal(db, { act: 'promise.resumed', thing: 'promise', thingId: id, customerId: customer })
  await factsChanged(db, await touchedBy(db, id, await plansEndedFor(db, id, { andBefore: true })))
}

/**
 * Undo: as if it had not been noted. The promise it replaced holds again, and so do the plans that had ended for it; only
 * the journal knows. AppError 404 where it does not stand any more.
 */
export async function undoPromise(db: Db, id: number, { today, factsChanged }: Noted): Promise<void> {
  const { customer } = found(await markUndone(db, id, today))
  const plans = await plansEndedFor(db, id, { andBefore: false })
  const replaced = await restoreReplaced(db, id)
  for (const { id: before } of replaced) await refuseRunning(db, await itemsOfPromise(db, before), today)
  await giveBackPlans(db, plans, today)
  await recordInJournal(db, { act: 'promise.undone', thing: 'promise', thingId: id, customerId: customer })
  const others = await Promise.all(replaced.map((one) => customersOfPromise(db, one.id)))
  await factsChanged(db, [...new Set([...(await touchedBy(db, id, plans)), ...others.flat()])])
}

/** A plan agreed about the items meanwhile, and running, is in the way of the promise before. */
async function refuseRunning(db: Db, items: readonly number[], today: CalendarDate): Promise<void> {
  for (const plan of await plansAbout(db, items)) {
    if ((await standingOfPlan(db, plan, today)).kind === 'running') throw planIsKept(plan)
  }
}

async function touchedBy(db: Db, promise: number, plans: readonly { readonly plan: number }[]): Promise<number[]> {
  const touched = new Set(await customersOfPromise(db, promise))
  for (const { plan } of plans) for (const one of await customersOfPlan(db, plan)) touched.add(one)
  return [...touched]
}
