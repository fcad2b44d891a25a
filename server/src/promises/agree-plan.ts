import { type CalendarDate, isBefore } from '@quittance/core/calendar/calendar-date.ts'
import { formatMoney } from '@quittance/core/money/format-money.ts'
import { asCurrency, type Money, money } from '@quittance/core/money/money.ts'
import { refuseOtherPortfolio } from '../customers/own-portfolio.ts'
import { recordInJournal } from '../people/journal.ts'
import type { Db } from '../platform/database/db.ts'
import { AppError, found } from '../platform/http/app-error.ts'
import { standingRules } from './agreement-queries.ts'
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
import { refuseWhereAwaited } from './refuse-both.ts'
import { refuseOthers } from './refuse-others.ts'

interface AskedPlan {
  readonly customer: number
  readonly items: readonly number[]
  readonly instalments: readonly { readonly dueOn: CalendarDate; readonly amount: Money }[]
  readonly note: string | null
}

/** Several dates agreed: the items are not chased as long as what came keeps up with them. */
export async function agreePlan(db: Db, asked: AskedPlan, { today, factsChanged }: Noted): Promise<number> {
  const currency = refuseInstalments(asked, today)
  await refuseOtherPortfolio(db, asked.customer)
  await refuseOthers(db, asked.customer, asked.items, currency)
  await refuseWhereAwaited(db, asked.items, today)
  await refuseSum(db, asked, currency)
  const { instalmentGraceDays } = await standingRules(db)
  const agreed = { customer: asked.customer, agreedOn: today, note: asked.note, graceDays: instalmentGraceDays }
  const { id } = await insertPlan(db, agreed)
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

/** Ended by mistake: the plan holds again. */
export async function takePlanUp(db: Db, id: number, { today, factsChanged }: Noted): Promise<void> {
  const { customer } = found(await resumePlan(db, id))
  await refuseWhereAwaited(db, await itemsOfPlan(db, id), today)
  await recordInJournal(db, { act: 'paymentPlan.resumed', thing: 'paymentPlan', thingId: id, customerId: customer })
  await factsChanged(db, await customersOfPlan(db, id))
}

/** The customer was written to: the plan is confirmed since that day. */
export async function noteConfirmation(db: Db, id: number, on: CalendarDate): Promise<void> {
  const { customer } = found(await confirmPlan(db, id, on))
  await recordInJournal(db, { act: 'paymentPlan.confirmed', thing: 'paymentPlan', thingId: id, customerId: customer })
}
