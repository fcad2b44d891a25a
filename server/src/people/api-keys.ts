import { createHash, randomBytes } from 'node:crypto'
import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import type { Language } from '@quittance/core/money/format-money.ts'
import type pg from 'pg'
import type { Db } from '../platform/database/db.ts'
import { sql } from '../platform/database/sql.ts'
import { AppError, found } from '../platform/http/app-error.ts'
import { keyPrefix } from '../platform/http/bearer.ts'
import { recordInJournal } from './journal.ts'

export interface ApiKeyRow {
  readonly id: number
  readonly name: string
  readonly legalEntity: { readonly id: number; readonly name: string }
  /** The last four characters of the key. */
  readonly ending: string
  readonly mayApply: boolean
  readonly madeBy: string
  readonly madeAt: string
  readonly lastUsedOn: CalendarDate | null
  readonly revokedAt: string | null
}

const shown = sql`
  select k.id, k.name, json_build_object('id', e.id, 'name', e.name) as "legalEntity", k.ending,
         k.may_apply as "mayApply", p.name as "madeBy", k.made_at as "madeAt", k.last_used_on as "lastUsedOn",
         k.revoked_at as "revokedAt"
  from api_key k
  join legal_entity e on e.organization_id = k.organization_id and e.id = k.legal_entity_id
  join person p on p.organization_id = k.organization_id and p.id = k.made_by
  where k.organization_id = current_organization()`

/** Those in force first, latest first. */
export const apiKeys = (db: Db): Promise<ApiKeyRow[]> =>
  db.rows(sql`${shown} order by k.revoked_at is not null, k.id desc`)

export interface NewApiKey {
  readonly name: string
  readonly legalEntityId: number
  readonly mayApply: boolean
}

/** The secret is told here and never again: only its hash is kept. */
export async function makeApiKey(
  db: Db,
  { name, legalEntityId, mayApply }: NewApiKey,
): Promise<{ readonly key: ApiKeyRow; readonly secret: string }> {
  const secret = `${keyPrefix}${randomBytes(32).toString('base64url')}`
  const entity = await db.maybe<{ firm: string }>(sql`
    select name as firm from legal_entity where organization_id = current_organization() and id = ${legalEntityId}`)
  if (!entity) throw noSuchFirm()
  const { id } = await db.one<{ id: number }>(sql`
    insert into api_key (organization_id, legal_entity_id, name, secret_hash, ending, may_apply, made_by)
    values (current_organization(), ${legalEntityId}, ${name}, ${hashOf(secret)}, ${secret.slice(-4)}, ${mayApply},
            current_person())
    returning id`)
  await recordInJournal(db, { act: 'created', thing: 'api_key', thingId: id, details: { name, ...entity, mayApply } })
  return { key: await db.one(sql`${shown} and k.id = ${id}`), secret }
}

/** From now on it opens nothing; what it brought in stays. Doing it twice is harmless. */
export async function revokeApiKey(db: Db, id: number): Promise<void> {
  const { name, isRevoked } = found(
    await db.maybe<{ name: string; isRevoked: boolean }>(sql`
      select name, revoked_at is not null as "isRevoked" from api_key
      where organization_id = current_organization() and id = ${id}
      for update`),
  )
  if (isRevoked) return
  await db.run(sql`
    update api_key set revoked_at = clock_timestamp(), revoked_by = current_person()
    where organization_id = current_organization() and id = ${id}`)
  await recordInJournal(db, { act: 'apiKey.revoked', thing: 'api_key', thingId: id, details: { name } })
}

/** Whose key this is; null for one that is unknown or revoked. Asked across organisations. */
export async function holderOf(
  pool: pg.Pool,
  secret: string,
): Promise<{ readonly organization: number; readonly id: number } | null> {
  const { rows } = await pool.query<{ organization: number; id: number }>(
    'select organization_id as organization, id from api_key_of($1)',
    [hashOf(secret)],
  )
  return rows[0] ?? null
}

export interface ApiKeyInForce {
  readonly name: string
  readonly legalEntity: number
  readonly mayApply: boolean
  readonly lastUsedOn: CalendarDate | null
  readonly language: Language
  readonly timeZone: string
}

/** null: revoked in this very moment. */
export const apiKeyInForce = (db: Db, id: number): Promise<ApiKeyInForce | null> =>
  db.maybe(sql`
    select k.name, k.legal_entity_id as "legalEntity", k.may_apply as "mayApply", k.last_used_on as "lastUsedOn",
           o.language, o.time_zone as "timeZone"
    from api_key k
    join organization o on o.organization_id = k.organization_id
    where k.organization_id = current_organization() and k.id = ${id} and k.revoked_at is null`)

/** Once a day is enough to know which keys are still of use. */
export const noteUse = (db: Db, id: number, day: CalendarDate): Promise<number> =>
  db.run(sql`
    update api_key set last_used_on = ${day}
    where organization_id = current_organization() and id = ${id} and last_used_on is distinct from ${day}`)

const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest()

const noSuchFirm = (): AppError =>
  new AppError('noSuchFirm', 422, {
    fr: 'Cette société n’existe pas. Choisissez-en une de la liste.',
    en: 'This firm does not exist. Choose one of the list.',
  })
