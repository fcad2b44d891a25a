import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import type { PayerProfile } from '@quittance/core/payers/payer-profile.ts'
import type { Db } from '../platform/database/db.ts'
import { type Sql, sql } from '../platform/database/sql.ts'
import { keptUnderNameLike } from './merging/aliases.ts'

export type CustomerView = 'all' | 'late' | 'owing' | 'paused' | 'upToDate'

export interface CustomerFilter {
  readonly view: CustomerView
  /** Part of the name or the code, or the SIREN. */
  readonly q?: string | undefined
  readonly salesRep?: number | undefined
  readonly collector?: number | undefined
  readonly profile?: PayerProfile | undefined
}

/** A filter as conditions on `customer c` and `customer_total t`; `few`: the customers themselves, by their ids. */
export interface NarrowedCustomers {
  readonly few: Sql | null
  readonly ofCustomer: readonly Sql[]
  readonly ofTotal: readonly Sql[]
}

/** More customers than that are read in the order of the list. */
export const fewCustomers = 500

export async function narrowCustomers(
  db: Db,
  { view, q, salesRep, collector, profile }: CustomerFilter,
  today: CalendarDate,
  few: number = fewCustomers,
): Promise<NarrowedCustomers> {
  const typed = q?.trim()
  const named = typed ? looksLike(typed, await keptUnderNameLike(db, likeOf(typed))) : null
  const sets = [
    // The database keeps the other portfolios back: said here, a small one is read by its own keys.
    ...(db.scope.rights === 'portfolio' ? [sql`c.id in (select own from own_customers() own)`] : []),
    ...(named ? [named] : []),
    ...(view === 'paused' ? [isPaused(today)] : []),
    ...(salesRep === undefined ? [] : [sql`c.sales_rep_id = ${salesRep}`]),
    ...(collector === undefined ? [] : [sql`c.collector_id = ${collector}`]),
    ...(profile === undefined ? [] : [hasProfile(profile)]),
  ]
  return {
    few: await firstFew(db, sets, few),
    ofCustomer: sets,
    ofTotal: {
      all: [],
      paused: [],
      late: [sql`t.late_items > 0`],
      owing: [sql`t.outstanding > 0`],
      upToDate: [sql`t.late_items = 0`],
    }[view],
  }
}

/** All conditions at once. */
export const allConditions = ({ few, ofCustomer, ofTotal }: NarrowedCustomers): Sql =>
  sql.join(
    [sql`c.organization_id = (select current_organization())`, ...ofCustomer, ...ofTotal, ...(few ? [few] : [])],
    sql` and `,
  )

export const isPaused = (today: CalendarDate): Sql =>
  sql`c.paused_on is not null and (c.paused_until is null or c.paused_until > ${today})`

/** Of whom nothing was decided yet nothing is known. */
const hasProfile = (profile: PayerProfile): Sql =>
  profile === 'unknown'
    ? sql`not exists (select from payer_profile p where p.organization_id = c.organization_id and p.customer_id = c.id
        and p.profile <> 'unknown')`
    : sql`c.id in (select p.customer_id from payer_profile p where p.organization_id = (select current_organization())
        and p.profile = ${profile})`

const likeOf = (typed: string): string => `%${typed.replace(/[\\%_]/g, '\\$&')}%`

/** All of it stands in the index of names; `merged` are those that had such a name under another number. */
function looksLike(typed: string, merged: readonly number[]): Sql {
  const like = likeOf(typed)
  const isNow = sql`(c.plain_name like (select plain_text(${like})) or lower(c.code collate "C") like ${like.toLowerCase()}
    or c.siren collate "C" like ${like})`
  return merged.length === 0 ? isNow : sql`(${isNow} or c.id = any(${merged}))`
}

/** The first condition that few customers meet, as their ids. */
async function firstFew(db: Db, sets: readonly Sql[], most: number): Promise<Sql | null> {
  for (const condition of sets) {
    const found = await db.rows<{ id: number }>(
      sql.plannedAnew(sql`
        select c.id from customer c
        where c.organization_id = (select current_organization()) and ${condition}
        limit ${most + 1}`),
    )
    if (found.length <= most) return sql`c.id = any(${found.map(({ id }) => id)})`
  }
  return null
}
