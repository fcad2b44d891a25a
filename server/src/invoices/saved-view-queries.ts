import type { Db } from '../platform/database/db.ts'
import { sql } from '../platform/database/sql.ts'
import type { SavedSearch } from './saved-view-contract.ts'

export interface SavedViewRow {
  readonly id: number
  readonly name: string
  readonly person: number
  readonly personName: string
  readonly isShared: boolean
  readonly search: SavedSearch
}

const columns = sql`v.id, v.name, v.person_id as person, p.name as "personName", v.is_shared as "isShared", v.search`

/** One's own first, then those of colleagues; row-level security leaves out what they keep for themselves. */
export const savedViewsSeen = (db: Db): Promise<SavedViewRow[]> =>
  db.rows(sql`
    select ${columns} from saved_view v
    join person p on p.organization_id = v.organization_id and p.id = v.person_id
    where v.organization_id = current_organization()
    order by v.person_id <> current_person(), v.id`)

export const savedView = (db: Db, id: number): Promise<SavedViewRow | null> =>
  db.maybe(sql`
    select ${columns} from saved_view v
    join person p on p.organization_id = v.organization_id and p.id = v.person_id
    where v.organization_id = current_organization() and v.id = ${id}
    for update of v`)

export interface NewSavedView {
  readonly name: string
  readonly isShared: boolean
  readonly search: SavedSearch
}

/** The new view's id, or null when this person already has one of that name. */
export const insertSavedView = async (db: Db, view: NewSavedView): Promise<number | null> => {
  const row = await db.maybe<{ id: number }>(sql`
    insert into saved_view (organization_id, person_id, name, is_shared, search)
    values (current_organization(), current_person(), ${view.name}, ${view.isShared}, ${sql.json(view.search)})
    on conflict (organization_id, person_id, lower(name)) do nothing
    returning id`)
  return row?.id ?? null
}

/** Whether another view of the same person has this name. */
export const isNameTaken = async (db: Db, view: { person: number; name: string; besides: number }): Promise<boolean> =>
  (await db.maybe(sql`
    select 1 from saved_view
    where organization_id = current_organization() and person_id = ${view.person} and lower(name) = lower(${view.name})
      and id <> ${view.besides}`)) !== null

export const updateSavedView = (db: Db, id: number, view: NewSavedView): Promise<number> =>
  db.run(sql`
    update saved_view set name = ${view.name}, is_shared = ${view.isShared}, search = ${sql.json(view.search)}
    where organization_id = current_organization() and id = ${id}`)

export const deleteSavedView = (db: Db, id: number): Promise<number> =>
  db.run(sql`delete from saved_view where organization_id = current_organization() and id = ${id}`)
