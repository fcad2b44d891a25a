import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { addLearntContact, forgetLearntContact } from '../../customers/absence.ts'
import { removeExchange } from '../../customers/exchanges.ts'
import { customerName } from '../../customers/queries.ts'
import { openAmong, refuseAddress, refuseAddressEverywhere, reopenAddresses } from '../../customers/refuse-address.ts'
import { recordInJournal } from '../../people/journal.ts'
import type { Db } from '../../platform/database/db.ts'
import { AppError, found } from '../../platform/http/app-error.ts'
import { houseLanguage } from '../house-language.ts'
import { decideAgain } from '../run/daily-run.ts'
import { bouncedOf, giveToCustomer, lockAnswer, markDismissed, markRead, takeFromCustomer } from './answer-rows.ts'
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

/** What giving a message to a customer did besides: for `takeBackAnswer`. */
export interface Given {
  /** The contact its address became. */
  readonly contact: number | null
  /** Addresses that get no more mail since. */
  readonly closed: readonly string[]
}

/** A person says whose it is: both the customer it was given to before and the new one are decided again. */
export async function chooseCustomer(db: Db, id: number, choice: Choice, nowMs: number): Promise<Given> {
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
  const closed = await closeTold(db, id, { customer, on: answer.receivedOn })
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
  return { contact: learnt?.id ?? null, closed }
}

/** What a report says is done once a person vouches for it. Answers the addresses that nobody had closed before. */
async function closeTold(db: Db, id: number, of: { customer: number; on: CalendarDate }): Promise<string[]> {
  const told = (await bouncedOf(db, id)).filter(({ fate }) => fate === 'dead' || fate === 'complained')
  const addresses = told.map(({ address }) => address)
  const closed = await openAmong(db, addresses)
  for (const { address, fate, diagnostic } of told) {
    const reason = diagnostic.slice(0, 500)
    if (fate === 'dead') await refuseAddress(db, of.customer, [address], of.on, reason)
    else await refuseAddressEverywhere(db, address, { on: of.on, reason })
  }
  return closed
}

/** It was not this customer's: the message waits to be sorted as before, and what giving it did is undone. */
export async function takeBackAnswer(db: Db, id: number, given: Given, nowMs: number): Promise<void> {
  const { customer, exchange, fromAddress } = found(await lockAnswer(db, id))
  if (customer === null) return
  await takeFromCustomer(db, id)
  if (exchange !== null) await removeExchange(db, exchange)
  if (given.contact !== null) await forgetLearntContact(db, { id: given.contact, customer, address: fromAddress })
  const told = (await bouncedOf(db, id)).map(({ address }) => address)
  const closed = given.closed.filter((address) => told.includes(address))
  await reopenAddresses(db, closed)
  await recordInJournal(db, { act: 'answer.takenBack', thing: 'answer', thingId: id, customerId: customer })
  await decideAgain(db, [customer], nowMs)
}

const noCustomer = (): AppError =>
  new AppError('customerNotFound', 422, {
    fr: 'Ce client n’existe pas ou n’est pas dans votre portefeuille : choisissez-en un autre.',
    en: 'This customer does not exist or is not in your portfolio: choose another one.',
  })
