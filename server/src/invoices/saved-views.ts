import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { may, type Role } from '@quittance/core/people/may.ts'
import { catchUpBalances } from '../customers/balances.ts'
import { underKeptNumber } from '../customers/merging/aliases.ts'
import { recordInJournal } from '../people/journal.ts'
import type { Db } from '../platform/database/db.ts'
import { AppError, found } from '../platform/http/app-error.ts'
import { notYours } from '../platform/http/serve.ts'
import { wholeOf } from './list-totals.ts'
import type { SavedSearch } from './saved-view-contract.ts'
import {
  deleteSavedView,
  insertSavedView,
  isNameTaken,
  type NewSavedView,
  type SavedViewRow,
  savedView,
  savedViewsSeen,
  updateSavedView,
} from './saved-view-queries.ts'

interface Reader {
  readonly person: number
  readonly role: Role
}

/** One counts them all each time the list is opened. */
const most = 30

/** The lists under a name that this person sees. */
export async function listSavedViews(db: Db, reader: Reader) {
  return (await savedViewsSeen(db)).map((view) => ({
    id: view.id,
    name: view.name,
    isShared: view.isShared,
    sharedBy: view.person === reader.person ? null : view.personName,
    mayChange: mayChange(view, reader),
    search: view.search,
  }))
}

/** Its maker, and for one that is shared those who look after colleagues: theirs would stay for ever when they leave. */
const mayChange = (view: Pick<SavedViewRow, 'person'>, { person, role }: Reader): boolean =>
  view.person === person || may({ role, isActive: true }, 'write', 'people')

/** How many due lines are in each, « me » being whoever reads. */
export async function countSavedViews(db: Db, { person }: Reader, today: CalendarDate) {
  const views = await savedViewsSeen(db)
  if (views.length === 0) return []
  await catchUpBalances(db, today)
  const counts: { id: number; count: number }[] = []
  for (const { id, search } of views)
    counts.push({ id, count: (await wholeOf(db, await underKeptNumber(db, filterOf(search, person)), today)).count })
  return counts
}

const filterOf = (
  { owner, columns: _columns, sort: _sort, direction: _direction, ...filter }: SavedSearch,
  me: number,
) => ({
  ...filter,
  owner: owner === 'me' ? me : owner,
})

/** Keeps a list under a name; answers its id. */
export async function saveView(db: Db, view: NewSavedView, reader: Reader): Promise<number> {
  if (view.isShared) refuseToShare(reader)
  const own = (await savedViewsSeen(db)).filter(({ person }) => person === reader.person)
  if (own.length >= most) throw tooMany()
  const id = await insertSavedView(db, view)
  if (id === null) throw nameTaken(view.name)
  await recordInJournal(db, { act: 'savedView.kept', ...journalOf(id, view) })
  return id
}

/** Another name, another list, shared or not: what is given changes, the rest stays. */
export async function changeView(db: Db, id: number, change: Changes, reader: Reader): Promise<void> {
  const before = found(await savedView(db, id))
  if (!mayChange(before, reader)) throw notYours()
  const after = { ...before, ...Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) }
  if (after.isShared !== before.isShared) refuseToShare(reader)
  // Only its maker keeps it for themselves: an admin would take it away from whoever made it, and not see it any more.
  if (!after.isShared && before.person !== reader.person) throw notYours()
  if (await isNameTaken(db, { person: before.person, name: after.name, besides: id })) throw nameTaken(after.name)
  await updateSavedView(db, id, after)
  await recordInJournal(db, { act: 'savedView.changed', ...journalOf(id, after) })
}

type Changes = { readonly [Field in keyof NewSavedView]?: NewSavedView[Field] | undefined }

export async function removeView(db: Db, id: number, reader: Reader): Promise<void> {
  const before = found(await savedView(db, id))
  if (!mayChange(before, reader)) throw notYours()
  await deleteSavedView(db, id)
  await recordInJournal(db, { act: 'savedView.removed', ...journalOf(id, before) })
}

const refuseToShare = ({ role }: Reader): void => {
  if (!may({ role, isActive: true }, 'write', 'business')) throw notYours()
}

/** The journal is read by all: the name of what somebody keeps for themselves is not in it. */
const journalOf = (id: number, view: Pick<NewSavedView, 'name' | 'isShared'>) => ({
  thing: 'savedView',
  thingId: id,
  details: view.isShared ? { name: view.name } : {},
})

const nameTaken = (name: string): AppError =>
  new AppError('nameTaken', 409, {
    fr: `Vous avez déjà une vue « ${name} » : donnez un autre nom à celle-ci.`,
    en: `You already have a view called “${name}”: give this one another name.`,
  })

const tooMany = (): AppError =>
  new AppError('tooManyViews', 409, {
    fr: `Vous avez déjà ${most} vues enregistrées : supprimez-en une d’abord.`,
    en: `You already have ${most} saved views: remove one first.`,
  })
