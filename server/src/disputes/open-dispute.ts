import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import type { DisputeReason } from '@quittance/core/disputes/dispute-reason.ts'
import type { Outcome, Turn } from '@quittance/core/disputes/dispute-standing.ts'
import { unknownPerson } from '../customers/change-customer.ts'
import type { FactsChanged } from '../customers/facts-changed.ts'
import { refuseOtherPortfolio } from '../customers/own-portfolio.ts'
import { personExists } from '../customers/queries.ts'
import { recordInJournal } from '../people/journal.ts'
import type { Db } from '../platform/database/db.ts'
import { AppError, found } from '../platform/http/app-error.ts'
import { categoryInUse } from './categories.ts'
import { type ContestedPart, refuseContestedTwice, refuseParts } from './contested-parts.ts'
import { addEvent } from './events.ts'
import { closeDispute, insertDispute, isLinkable, itemsOfDispute, reopen, takeBackLast } from './queries.ts'

export interface Told {
  readonly today: CalendarDate
  readonly factsChanged: FactsChanged
}

export interface NewDispute {
  readonly customer: number
  readonly items: readonly number[]
  readonly reason: DisputeReason
  readonly note: string | null
  readonly owner: number | null
  readonly category?: number | null
  readonly deadline?: CalendarDate | null
  readonly turn?: Turn
  /** What is contested of single items; all of the others is. */
  readonly parts?: readonly ContestedPart[]
}

/** The customer contests: these items, or the parts given, leave the chase until the dispute is resolved. */
export async function openDispute(db: Db, asked: NewDispute, { today, factsChanged }: Told): Promise<number> {
  await refuseOtherPortfolio(db, asked.customer)
  refusePastDeadline(asked.deadline, today)
  const items = [...new Set(asked.items)]
  const parts = await refuseParts(db, { customer: asked.customer, items, parts: asked.parts ?? [], isNew: true })
  await refuseContestedTwice(db, { items, parts })
  if (asked.owner !== null && !(await personExists(db, asked.owner))) throw unknownPerson()
  if (asked.category) found(await categoryInUse(db, asked.category))
  const id = await insertDispute(db, { ...asked, items, parts }, today)
  await recordInJournal(db, {
    act: 'dispute.opened',
    thing: 'dispute',
    thingId: id,
    customerId: asked.customer,
    details: { reason: asked.reason, items: items.length, ...(parts.length > 0 && { parts }) },
  })
  await factsChanged(db, [asked.customer])
  return id
}

/** AppError 400: a deadline is today or later. */
export function refusePastDeadline(deadline: CalendarDate | null | undefined, today: CalendarDate): void {
  if (!deadline || deadline >= today) return
  throw new AppError('deadlineInThePast', 400, {
    fr: 'La date limite est déjà passée\u00a0: choisissez aujourd’hui ou un jour à venir.',
    en: 'The deadline is already past: choose today or a later day.',
  })
}

export interface Resolution {
  readonly outcome: Exclude<Outcome, 'settled'>
  readonly text: string
  readonly told: string | null
  /** The credit note or the corrected invoice. */
  readonly linked: number | null
}

/** The items come back to the scenario where they stood. */
export async function resolveDispute(
  db: Db,
  id: number,
  resolution: string | Resolution,
  { today, factsChanged }: Told,
): Promise<void> {
  const { outcome, text, told, linked }: Resolution =
    typeof resolution === 'string' ? { outcome: 'agreed', text: resolution, told: null, linked: null } : resolution
  if (linked !== null && !(await isLinkable(db, id, linked))) {
    throw new AppError('notLinkable', 409, {
      fr: 'Ce document n’est pas un avoir ni une facture de ce client\u00a0: choisissez-en un autre.',
      en: 'This document is no credit note or invoice of this customer: choose another one.',
    })
  }
  const { customer } = found(await closeDispute(db, id, { outcome, text, told, linked, on: today }))
  await addEvent(db, { dispute: id, kind: 'resolved', on: today, text, to: outcome })
  await recordInJournal(db, {
    act: 'dispute.resolved',
    thing: 'dispute',
    thingId: id,
    customerId: customer,
    details: { outcome, resolution: text, ...(told !== null && { told }) },
  })
  await factsChanged(db, [customer])
}

/** It was not over after all: the items leave the chase again. */
export async function reopenDispute(
  db: Db,
  id: number,
  because: string | null,
  { today, factsChanged }: Told,
): Promise<void> {
  const { customer } = found(await reopen(db, id))
  const about = await itemsOfDispute(db, id)
  const parts = about.flatMap(({ item, amount }) => (amount === null ? [] : [{ item, amount }]))
  await refuseContestedTwice(db, { items: about.map(({ item }) => item), parts, but: id })
  await addEvent(db, { dispute: id, kind: 'reopened', on: today, text: because })
  await recordInJournal(db, {
    act: 'dispute.reopened',
    thing: 'dispute',
    thingId: id,
    customerId: customer,
    ...(because !== null && { details: { because } }),
  })
  await factsChanged(db, [customer])
}

/** Undo: as if it had not been opened; only the journal knows. AppError 404 where it is not open any more. */
export async function undoDispute(db: Db, id: number, { today, factsChanged }: Told): Promise<void> {
  const undone = { outcome: 'undone', text: null, told: null, linked: null, on: today } as const
  const { customer } = found(await closeDispute(db, id, undone))
  await recordInJournal(db, { act: 'dispute.undone', thing: 'dispute', thingId: id, customerId: customer })
  await factsChanged(db, [customer])
}

/** Undo: it stands as it stood before it was resolved, or before it was opened again. */
export async function takeBackDispute(
  db: Db,
  id: number,
  last: 'resolved' | 'reopened',
  { today, factsChanged }: Told,
): Promise<void> {
  const { customer } = found(await takeBackLast(db, id, { wasResolved: last === 'resolved' }))
  await addEvent(db, { dispute: id, kind: last === 'resolved' ? 'reopened' : 'resolved', on: today })
  await recordInJournal(db, {
    act: 'dispute.takenBack',
    thing: 'dispute',
    thingId: id,
    customerId: customer,
    details: { last },
  })
  await factsChanged(db, [customer])
}
