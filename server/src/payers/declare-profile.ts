import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import type { PayerProfile } from '@quittance/core/payers/payer-profile.ts'
import type { FactsChanged } from '../customers/facts-changed.ts'
import { customerName, lockCustomer } from '../customers/queries.ts'
import { recordInJournal } from '../people/journal.ts'
import { refuseOutsidePortfolio } from '../people/whole-house.ts'
import type { Db } from '../platform/database/db.ts'
import { found } from '../platform/http/app-error.ts'
import { declarationOf, removeDeclaration, writeDeclaration } from './queries.ts'

export interface Declared {
  readonly customer: number
  readonly profile: PayerProfile
  /** Why: the customer could read it. */
  readonly note: string
}

/** A person says how this customer pays; it holds until it is withdrawn, whatever is paid meanwhile. */
export async function declareProfile(
  db: Db,
  { customer, profile, note }: Declared,
  { today, factsChanged }: { readonly today: CalendarDate; readonly factsChanged: FactsChanged },
): Promise<void> {
  await lockForAct(db, customer)
  const before = await declarationOf(db, customer)
  await writeDeclaration(db, { customer, profile, note, on: today })
  await recordInJournal(db, {
    act: 'profile.declared',
    thing: 'customer',
    thingId: customer,
    customerId: customer,
    details: { before: before?.profile ?? null, profile, note },
  })
  await factsChanged(db, [customer])
}

/** Back to what payments tell; a second time changes nothing. */
export async function withdrawProfile(db: Db, customer: number, factsChanged: FactsChanged): Promise<void> {
  await lockForAct(db, customer)
  const before = await declarationOf(db, customer)
  if ((await removeDeclaration(db, customer)) === 0) return
  await recordInJournal(db, {
    act: 'profile.withdrawn',
    thing: 'customer',
    thingId: customer,
    customerId: customer,
    details: { before: before?.profile ?? null, note: before?.note ?? null },
  })
  await factsChanged(db, [customer])
}

/** The customer first, then the profile: as a decision does. */
async function lockForAct(db: Db, customer: number): Promise<void> {
  await refuseOutsidePortfolio(db, customer)
  found(await customerName(db, customer))
  await lockCustomer(db, customer)
}
