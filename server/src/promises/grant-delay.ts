import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { type DelayRefusal, refusalOf } from '@quittance/core/promises/extra-delay.ts'
import { refuseOtherPortfolio } from '../customers/own-portfolio.ts'
import { recordInJournal } from '../people/journal.ts'
import type { Db } from '../platform/database/db.ts'
import { AppError, found, type Sentence } from '../platform/http/app-error.ts'
import { delayFacts, endDelay, insertDelay, resumeDelay } from './delay-queries.ts'
import type { Noted } from './note-promise.ts'

/** More time for an invoice, once; `byDirector` may grant a second one. Answers the delay. */
export async function grantDelay(
  db: Db,
  asked: { invoice: number; until: CalendarDate; reason: string },
  byDirector: boolean,
  { today, factsChanged }: Noted,
): Promise<number> {
  const { customer, number, dueDate, grantedBefore } = found(await delayFacts(db, asked.invoice))
  await refuseOtherPortfolio(db, customer)
  if (asked.reason === '') throw refuse('noReason')
  if (dueDate === null) throw refuse('nothingDue')
  const refusal = refusalOf(asked.until, { dueDate, today, grantedBefore }, byDirector)
  if (refusal !== null) throw refuse(refusal)
  const { id } = await insertDelay(db, { ...asked, customer, grantedOn: today, isFurther: grantedBefore })
  await recordInJournal(db, {
    act: grantedBefore ? 'delay.grantedAgain' : 'delay.granted',
    thing: 'invoice',
    thingId: asked.invoice,
    customerId: customer,
    invoiceId: asked.invoice,
    details: { number, reason: asked.reason, delayedUntil: { from: dueDate, to: asked.until } },
  })
  await factsChanged(db, [customer])
  return id
}

/** Granted by mistake, or off: the steps count from the due date again. */
export async function takeDelayBack(db: Db, id: number, { today, factsChanged }: Noted): Promise<void> {
  const { customer, invoice } = found(await endDelay(db, id, today))
  await recordInJournal(db, { ...about(invoice, customer), act: 'delay.ended' })
  await factsChanged(db, [customer])
}

/** Taken back by mistake: the delay holds again, unless another one was granted meanwhile. */
export async function takeDelayUp(db: Db, id: number, { factsChanged }: Noted): Promise<void> {
  const { customer, invoice } = found(await resumeDelay(db, id))
  await recordInJournal(db, { ...about(invoice, customer), act: 'delay.resumed' })
  await factsChanged(db, [customer])
}

const about = (invoice: number, customer: number) => ({
  thing: 'invoice',
  thingId: invoice,
  customerId: customer,
  invoiceId: invoice,
})

type Why = DelayRefusal | 'nothingDue' | 'noReason'

const refuse = (why: Why): AppError => {
  const { status, ...sentence } = refusals[why]
  return new AppError(`delay.${why}`, status, sentence)
}

const refusals: Readonly<Record<Why, Sentence & { readonly status: 400 | 409 }>> = {
  nothingDue: {
    status: 409,
    fr: 'Il ne reste rien à payer sur cette facture\u00a0: rechargez la page.',
    en: 'Nothing is left to pay on this invoice: reload the page.',
  },
  past: {
    status: 400,
    fr: 'Ce délai est déjà passé\u00a0: choisissez aujourd’hui ou un jour à venir.',
    en: 'This delay is already over: choose today or a later day.',
  },
  notLater: {
    status: 400,
    fr: 'Un délai finit après l’échéance de la facture\u00a0: choisissez un jour plus tard.',
    en: 'A delay ends after the due date of the invoice: choose a later day.',
  },
  tooFar: {
    status: 400,
    fr: 'Ce délai finit dans plus d’un an\u00a0: vérifiez l’année.',
    en: 'This delay ends more than a year from now: check the year.',
  },
  noReason: {
    status: 400,
    fr: 'Un délai se donne avec sa raison\u00a0: indiquez-la.',
    en: 'More time is granted with its reason: give it.',
  },
  grantedBefore: {
    status: 409,
    fr: 'Un délai a déjà été accordé pour cette facture. Un second ne peut l’être que par la direction\u00a0: demandez-le lui.',
    en: 'More time was already granted for this invoice. Only a director can grant it a second time: ask them.',
  },
}
