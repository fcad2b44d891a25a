import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { changesBetween, recordInJournal } from '../people/journal.ts'
import type { Db } from '../platform/database/db.ts'
import { AppError, found, notFound } from '../platform/http/app-error.ts'
import type { FactsChanged } from './facts-changed.ts'
import {
  type CustomerFields,
  codeIsTaken,
  customerName,
  insertCustomer,
  isAtOrAbove,
  lockCustomer,
  pauseCustomer as pause,
  personExists,
  resumeCustomer as resume,
  updateCustomer,
} from './queries.ts'

type Given = { readonly [F in keyof CustomerFields]?: CustomerFields[F] | undefined }

/** The new customer's id; refuses a code that is taken. */
export async function addCustomer(
  db: Db,
  fields: Given & { readonly code: string; readonly name: string },
): Promise<number> {
  await refuseUnknown(db, fields)
  const id = await insertCustomer(db, fields)
  if (id === null) throw codeTaken(fields.code)
  await recordInJournal(db, { act: 'created', thing: 'customer', thingId: id, customerId: id, details: { ...fields } })
  return id
}

/** Only the fields given change; the journal keeps each old value beside the new one. */
export async function changeCustomer(
  db: Db,
  { id, fields, factsChanged }: { id: number; fields: Given; factsChanged: FactsChanged },
): Promise<void> {
  const before = found(await lockCustomer(db, id))
  await refuseUnknown(db, fields)
  if (fields.code !== undefined && (await codeIsTaken(db, fields.code, id))) throw codeTaken(fields.code)
  if (fields.parentId && (await isAtOrAbove(db, id, fields.parentId))) throw parentInRing()

  const asked = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
  const changes = changesBetween(before, { ...before, ...asked })
  if (Object.keys(changes).length === 0) return
  await updateCustomer(db, id, fields)
  await recordInJournal(db, { act: 'changed', thing: 'customer', thingId: id, customerId: id, details: changes })
  await factsChanged(db, [id])
}

interface Pause {
  readonly id: number
  readonly until: string
  readonly note: string | null
  readonly today: CalendarDate
  readonly factsChanged: FactsChanged
}

/** `until` is the day on which reminders resume, or 'furtherNotice'. */
export async function pauseCustomer(db: Db, { id, until, note, today, factsChanged }: Pause): Promise<void> {
  refusePastDay(until, today)
  const changed = await pause(db, id, { on: today, until: until === 'furtherNotice' ? null : until, note })
  if (changed === 0) throw notFound()
  await recordInJournal(db, { act: 'paused', thing: 'customer', thingId: id, customerId: id, details: { until, note } })
  await factsChanged(db, [id])
}

export async function resumeCustomer(
  db: Db,
  { id, factsChanged }: { id: number; factsChanged: FactsChanged },
): Promise<void> {
  found(await customerName(db, id))
  if ((await resume(db, id)) === 0) return
  await recordInJournal(db, { act: 'resumed', thing: 'customer', thingId: id, customerId: id })
  await factsChanged(db, [id])
}

export function refusePastDay(until: string, today: CalendarDate): void {
  if (until === 'furtherNotice' || until > today) return
  throw new AppError('pauseInThePast', 422, {
    fr: 'La fin de la pause est déjà passée : choisissez un jour à venir.',
    en: 'The end of the pause is in the past: choose a day to come.',
  })
}

async function refuseUnknown(db: Db, fields: Given): Promise<void> {
  for (const person of [fields.salesRepId, fields.collectorId]) {
    if (person && !(await personExists(db, person))) throw unknownPerson()
  }
  if (fields.parentId && !(await customerName(db, fields.parentId))) throw notFound()
}

export const unknownPerson = () =>
  new AppError('unknownPerson', 422, {
    fr: 'Cette personne n’est pas dans l’équipe : ajoutez-la d’abord dans Réglages, Utilisateurs.',
    en: 'This person is not in the team: add the person in Settings, Users first.',
  })

const codeTaken = (code: string) =>
  new AppError('codeTaken', 409, {
    fr: `Un autre client a déjà le code ${code} : choisissez un autre code.`,
    en: `Another customer already has the code ${code}: choose another one.`,
  })

const parentInRing = () =>
  new AppError('parentInRing', 422, {
    fr: 'Un client ne peut pas dépendre de lui-même : choisissez une autre maison mère.',
    en: 'A customer cannot belong to itself: choose another parent.',
  })
