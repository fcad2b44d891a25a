import { addLearntContact } from '../../customers/absence.ts'
import { removeExchange } from '../../customers/exchanges.ts'
import { customerName } from '../../customers/queries.ts'
import { refuseAddress, refuseAddressEverywhere } from '../../customers/refuse-address.ts'
import { recordInJournal } from '../../people/journal.ts'
import type { Db } from '../../platform/database/db.ts'
import { AppError, found } from '../../platform/http/app-error.ts'
import { houseLanguage } from '../house-language.ts'
import { decideAgain } from '../run/daily-run.ts'
import { bouncedOf, giveToCustomer, lockAnswer, markDismissed, markRead } from './answer-rows.ts'
import { contactAt } from './find-sender.ts'
import { writeExchange } from './write-exchange.ts'

/** Somebody has read it, or wants it read again: the customer's reminders go on, or wait again. */
export async function setRead(db: Db, id: number, isRead: boolean, nowMs: number): Promise<void> {
  const answer = found(await lockAnswer(db, id))
  await markRead(db, id, isRead)
  await recordInJournal(db, {
    act: isRead ? 'answer.read' : 'answer.unread',
    thing: 'answer',
    thingId: id,
    ...(answer.customer !== null && { customerId: answer.customer }),
  })
  if (answer.customer !== null) await decideAgain(db, [answer.customer], nowMs)
}

/** It concerns no customer; or it does after all. */
export async function setDismissed(db: Db, id: number, isDismissed: boolean, nowMs: number): Promise<void> {
  const { customer } = found(await lockAnswer(db, id))
  await markDismissed(db, id, isDismissed)
  await recordInJournal(db, { act: isDismissed ? 'answer.dismissed' : 'answer.kept', thing: 'answer', thingId: id })
  if (customer !== null) await decideAgain(db, [customer], nowMs)
}

export interface Choice {
  readonly customer: number
  /** The address becomes a contact of the customer: the next message from there finds it by itself. */
  readonly addsAddress: boolean
}

/** A person says whose it is: both the customer it was given to before and the new one are decided again. */
export async function chooseCustomer(db: Db, id: number, choice: Choice, nowMs: number): Promise<void> {
  const answer = found(await lockAnswer(db, id))
  const { customer } = choice
  if ((await customerName(db, customer)) === null) throw noCustomer()
  if (answer.exchange !== null) await removeExchange(db, answer.exchange)
  const contact = await contactAt(db, customer, answer.fromAddress)
  const isLearnt = choice.addsAddress && contact === null && answer.fromAddress !== ''
  const learnt = isLearnt
    ? await addLearntContact(db, { customer, name: answer.fromName, address: answer.fromAddress })
    : null
  await giveToCustomer(db, id, { customer, contact: (contact ?? learnt)?.id ?? null })
  for (const { address, fate, diagnostic } of await bouncedOf(db, id)) {
    const [on, reason] = [answer.receivedOn, diagnostic.slice(0, 500)]
    if (fate === 'dead') await refuseAddress(db, customer, [address], on, reason)
    if (fate === 'complained') await refuseAddressEverywhere(db, address, { on, reason })
  }
  await writeExchange(db, { answer: id, customer, language: await houseLanguage(db) })
  await recordInJournal(db, {
    act: 'answer.given',
    thing: 'answer',
    thingId: id,
    customerId: customer,
    details: { from: answer.customer, address: answer.fromAddress, added: learnt !== null },
  })
  const touched = answer.customer === null || answer.customer === customer ? [customer] : [answer.customer, customer]
  await decideAgain(db, touched, nowMs)
}

const noCustomer = (): AppError =>
  new AppError('customerNotFound', 422, {
    fr: 'Ce client n’existe pas ou n’est pas dans votre portefeuille : choisissez-en un autre.',
    en: 'This customer does not exist or is not in your portfolio: choose another one.',
  })
