import { type CalendarDate, isBefore } from '@quittance/core/calendar/calendar-date.ts'
import type { Money } from '@quittance/core/money/money.ts'
import type { FactsChanged } from '../customers/facts-changed.ts'
import { recordInJournal } from '../people/journal.ts'
import type { Db } from '../platform/database/db.ts'
import { AppError, found } from '../platform/http/app-error.ts'
import {
  customersOfPlan,
  customersOfPromise,
  endPlan,
  insertInstalments,
  insertPlan,
  insertPlanItems,
  insertPromise,
  insertPromiseItems,
  promisable,
  resume,
  resumePlan,
  withdraw,
} from './queries.ts'

interface Noted {
  readonly today: CalendarDate
  readonly factsChanged: FactsChanged
}

/** A date given by the customer. Its items are not chased up to and including that day. */
export async function notePromise(
  db: Db,
  asked: { customer: number; promisedFor: CalendarDate; amount: Money; items: readonly number[]; note: string | null },
  { today, factsChanged }: Noted,
): Promise<number> {
  if (isBefore(asked.promisedFor, today)) {
    throw new AppError('promiseInThePast', 400, {
      fr: 'La date promise est déjà passée : choisissez aujourd’hui ou un jour à venir.',
      en: 'The promised date is already past: choose today or a later day.',
    })
  }
  await refuseOthers(db, asked.customer, asked.items, asked.amount.currency)
  const { id } = await insertPromise(db, { ...asked, notedOn: today })
  await insertPromiseItems(db, id, asked.items)
  await recordInJournal(db, {
    act: 'promise.noted',
    thing: 'promise',
    thingId: id,
    customerId: asked.customer,
    details: { promisedFor: asked.promisedFor, amount: asked.amount, items: asked.items.length },
  })
  await factsChanged(db, await customersOfPromise(db, id))
  return id
}

/** Noted by mistake, or off: the items are chased again from today. */
export async function withdrawPromise(db: Db, id: number, { today, factsChanged }: Noted): Promise<void> {
  const { customer } = found(await withdraw(db, id, today))
  await recordInJournal(db, { act: 'promise.withdrawn', thing: 'promise', thingId: id, customerId: customer })
  await factsChanged(db, await customersOfPromise(db, id))
}

/** Withdrawn by mistake: the promise holds again. */
export async function resumePromise(db: Db, id: number, { factsChanged }: Noted): Promise<void> {
  const { customer } = found(await resume(db, id))
  await recordInJournal(db, { act: 'promise.resumed', thing: 'promise', thingId: id, customerId: customer })
  await factsChanged(db, await customersOfPromise(db, id))
}

/** Several dates agreed: the items are not chased as long as what came keeps up with them. */
export async function agreePlan(
  db: Db,
  asked: {
    customer: number
    items: readonly number[]
    instalments: readonly { dueOn: CalendarDate; amount: Money }[]
    note: string | null
  },
  { today, factsChanged }: Noted,
): Promise<number> {
  const [first] = asked.instalments
  const days = new Set(asked.instalments.map((one) => one.dueOn))
  const isOdd = asked.instalments.some(({ amount }) => amount.currency !== first?.amount.currency || amount.amount <= 0)
  if (!first || isOdd || days.size < asked.instalments.length) {
    throw new AppError('planInvalid', 400, {
      fr: 'Un échéancier a des montants positifs, dans une seule devise, et un seul par jour : corrigez une ligne.',
      en: 'A payment plan has positive amounts, in one currency, and one a day: correct a line.',
    })
  }
  if (asked.instalments.some(({ dueOn }) => isBefore(dueOn, today))) {
    throw new AppError('planInThePast', 400, {
      fr: 'Une date de l’échéancier est déjà passée\u00a0: choisissez aujourd’hui ou un jour à venir.',
      en: 'A date of the plan is already past: choose today or a later day.',
    })
  }
  await refuseOthers(db, asked.customer, asked.items, first.amount.currency)
  const { id } = await insertPlan(db, { customer: asked.customer, agreedOn: today, note: asked.note })
  await insertPlanItems(db, id, asked.items)
  await insertInstalments(db, id, asked.instalments)
  await recordInJournal(db, {
    act: 'paymentPlan.agreed',
    thing: 'paymentPlan',
    thingId: id,
    customerId: asked.customer,
    details: { instalments: asked.instalments },
  })
  await factsChanged(db, await customersOfPlan(db, id))
  return id
}

export async function stopPlan(db: Db, id: number, { today, factsChanged }: Noted): Promise<void> {
  const { customer } = found(await endPlan(db, id, today))
  await recordInJournal(db, { act: 'paymentPlan.ended', thing: 'paymentPlan', thingId: id, customerId: customer })
  await factsChanged(db, await customersOfPlan(db, id))
}

/** Ended by mistake: the plan holds again. */
export async function takePlanUp(db: Db, id: number, { factsChanged }: Noted): Promise<void> {
  const { customer } = found(await resumePlan(db, id))
  await recordInJournal(db, { act: 'paymentPlan.resumed', thing: 'paymentPlan', thingId: id, customerId: customer })
  await factsChanged(db, await customersOfPlan(db, id))
}

async function refuseOthers(db: Db, customer: number, items: readonly number[], currency: string): Promise<void> {
  const known = new Set(await promisable(db, customer, items, currency))
  if (items.every((item) => known.has(item))) return
  throw new AppError('itemsNotOfCustomer', 409, {
    fr: 'Certaines factures ne sont pas à ce client, sont déjà payées ou sont dans une autre devise : rechargez la page.',
    en: 'Some invoices are not this customer’s, are already paid or are in another currency: reload the page.',
  })
}
