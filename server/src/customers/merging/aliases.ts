import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import type { Db } from '../../platform/database/db.ts'
import { sql } from '../../platform/database/sql.ts'
import type { Image } from './images.ts'
import type { CustomerRow, RowChanges } from './queries.ts'

/** Under which other names a customer is known. */
export interface Alias {
  readonly id: number
  readonly code: string
  readonly name: string
  readonly siren: string | null
  readonly vatNumber: string | null
  readonly mergedOn: CalendarDate
}

/** The latest first. */
export const aliasesOf = (db: Db, customer: number): Promise<Alias[]> =>
  db.rows(sql`
    select customer_id as id, code, name, siren, vat_number as "vatNumber", merged_on as "mergedOn"
    from customer_alias where organization_id = current_organization() and kept_id = ${customer}
    order by merged_at desc, customer_id`)

/** Where an old number leads; null when nobody of that number was merged. */
export const keptInstead = async (db: Db, customer: number): Promise<number | null> => {
  const row = await db.maybe<{ kept: number }>(sql`
    select kept_id as kept from customer_alias
    where organization_id = current_organization() and customer_id = ${customer}`)
  return row?.kept ?? null
}

/** A filter kept in a link or a view still finds the facts of a customer merged into another one. */
export async function underKeptNumber<Filter extends { readonly customer?: number | undefined }>(
  db: Db,
  filter: Filter,
): Promise<Filter> {
  const kept = filter.customer === undefined ? null : await keptInstead(db, filter.customer)
  return kept === null ? filter : { ...filter, customer: kept }
}

/** A code that a customer merged away still has. */
export const isAliasCode = async (db: Db, code: string): Promise<boolean> => {
  const { known } = await db.one<{ known: boolean }>(sql`
    select exists (
      select from customer_alias where organization_id = current_organization() and code = ${code}) as known`)
  return known
}

/** The customers that have a trade name like this one, or had such a name, code or SIREN before they were merged; what is typed is escaped by the caller. */
export const keptUnderNameLike = async (db: Db, like: string): Promise<number[]> => {
  const rows = await db.rows<{ id: number }>(sql`
    select distinct kept_id as id from customer_alias
    where organization_id = current_organization()
      and (plain_name like plain_text(${like}) or lower(code collate "C") like ${like.toLowerCase()} or siren like ${like})
    union
    select id from customer
    where organization_id = current_organization() and trade_name is not null and plain_trade_name like plain_text(${like})
    limit 200`)
  return rows.map(({ id }) => id)
}

export interface KeptAlias {
  readonly kept: number
  readonly into: number
  readonly code: string
  readonly name: string
  readonly mergedOn: CalendarDate
  readonly mergedAt: string
  readonly was: CustomerRow
  readonly changes: RowChanges
  readonly latest: Readonly<Record<string, number>>
}

export const lockAlias = (db: Db, customer: number): Promise<KeptAlias | null> =>
  db.maybe(sql`
    select kept_id as kept, into_id as into, code, name, merged_on as "mergedOn", merged_at::text as "mergedAt", was, changes, latest
    from customer_alias where organization_id = current_organization() and customer_id = ${customer} for update`)

export const insertAlias = (
  db: Db,
  alias: {
    readonly customer: number
    readonly kept: number
    readonly was: CustomerRow
    readonly on: CalendarDate
    readonly latest: Readonly<Record<string, number>>
    readonly changes: RowChanges
  },
): Promise<number> =>
  db.run(sql`
    insert into customer_alias (organization_id, customer_id, kept_id, into_id, code, name, siren, vat_number, merged_on,
      merged_by, was, changes, latest)
    select current_organization(), ${alias.customer}, ${alias.kept}, ${alias.kept}, w.code, w.name, w.siren, w.vat_number,
      ${alias.on}, current_person(), ${sql.json(alias.was)}::jsonb, ${sql.json(alias.changes)}::jsonb, ${sql.json(alias.latest)}::jsonb
    from jsonb_to_record(${sql.json(alias.was)}::jsonb) as w (code text, name text, siren text, vat_number text)`)

/** With all that was noted of it; another one had noted that this name came over with it. */
export async function removeAlias(db: Db, customer: number): Promise<void> {
  await db.run(sql`
    delete from merged_row
    where organization_id = current_organization() and source = 'customer_alias' and row_id = ${customer}`)
  await db.run(sql`
    delete from customer_alias where organization_id = current_organization() and customer_id = ${customer}`)
}

/** Of one that was merged in turn: what it will be when it comes back. */
export const changeWas = (db: Db, customer: number, values: CustomerRow): Promise<number> =>
  db.run(sql`
    update customer_alias set was = was || ${sql.json(values)}::jsonb
    where organization_id = current_organization() and customer_id = ${customer}`)

export const wasOf = async (db: Db, customer: number): Promise<CustomerRow | null> => {
  const row = await db.maybe<{ was: CustomerRow }>(sql`
    select was from customer_alias
    where organization_id = current_organization() and customer_id = ${customer} for update`)
  return row?.was ?? null
}

/** Rows that have gone back are nobody else's to give back: of the other names the kept one still has. */
export const forgetElsewhere = (db: Db, { kept, other }: { readonly kept: number; readonly other: number }) =>
  db.run(sql`
    delete from merged_row m
    using customer_alias a, merged_row mine
    where a.organization_id = current_organization() and a.kept_id = ${kept} and a.customer_id <> ${other}
      and m.organization_id = a.organization_id and m.customer_id = a.customer_id
      and mine.organization_id = m.organization_id and mine.customer_id = ${other}
      and mine.source = m.source and mine.row_id = m.row_id`)

export interface KeptImage {
  readonly source: string
  readonly before: Image | null
  readonly after: Image | null
}

export const keepImages = async (db: Db, customer: number, images: readonly KeptImage[]): Promise<void> => {
  if (images.length === 0) return
  await db.run(sql`
    insert into merged_image (organization_id, customer_id, source, before, after)
    select current_organization(), ${customer}, source, before, after
    from jsonb_to_recordset(${sql.json(images)}::jsonb) as g (source text, before jsonb, after jsonb)`)
}

export const keptImages = (db: Db, customer: number): Promise<KeptImage[]> =>
  db.rows(sql`
    select source, before, after from merged_image
    where organization_id = current_organization() and customer_id = ${customer} order by id`)
