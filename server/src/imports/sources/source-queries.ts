import type { SeenEntry } from '@quittance/core/imports/watched-files.ts'
import type { Db } from '../../platform/database/db.ts'
import { sql } from '../../platform/database/sql.ts'
import type { Sentence } from '../../platform/http/app-error.ts'
import type { Holds } from './give-source.ts'
import type { WatchSettings } from './watch-settings.ts'

export interface SourceRow {
  readonly id: number
  readonly legalEntityId: number
  readonly kind: 'api' | 'folder' | 'sftp' | 'upload'
  readonly name: string
  readonly holds: Holds
  /** null for files dropped by hand and programs. */
  readonly settings: WatchSettings | null
  readonly secretSealed: string | null
  readonly hostKey: string | null
  readonly isActive: boolean
  readonly isGuarded: boolean
  readonly layout: string | null
  /** ISO instants. */
  readonly looksAt: string | null
  readonly lastLookedAt: string | null
  readonly lastGoodImportAt: string | null
  readonly trouble: { readonly code: string; readonly sentence: Sentence } | null
}

const selected = sql`s.id, s.legal_entity_id as "legalEntityId", s.kind, s.name, s.holds, nullif(s.settings, '{}') as settings,
  s.secret_sealed as "secretSealed", s.host_key as "hostKey", s.is_active as "isActive", s.is_guarded as "isGuarded", s.layout,
  s.looks_at as "looksAt", s.last_looked_at as "lastLookedAt", s.last_good_import_at as "lastGoodImportAt", s.trouble`

export const sourceById = (db: Db, id: number): Promise<SourceRow | null> =>
  db.maybe(sql`
    select ${selected} from source s where s.organization_id = current_organization() and s.id = ${id}`)

/** Those in use first, by name. */
export const allSources = (db: Db): Promise<(SourceRow & { readonly hasFiles: boolean })[]> =>
  db.rows(sql`
    select ${selected}, exists (
      select from source_file f where f.organization_id = s.organization_id and f.source_id = s.id) as "hasFiles"
    from source s
    where s.organization_id = current_organization()
    order by s.is_active desc, lower(s.name), s.id`)

/** Folders and servers that are to be looked at by now. */
export const sourcesDue = (db: Db, nowMs: number): Promise<SourceRow[]> =>
  db.rows(sql`
    select ${selected} from source s
    where s.organization_id = current_organization() and s.kind in ('folder', 'sftp') and s.is_active
      and coalesce(s.looks_at, '-infinity') <= ${sql.instant(nowMs)}
    order by s.looks_at nulls first, s.id`)

export type SourceWords = Pick<
  SourceRow,
  'holds' | 'hostKey' | 'isActive' | 'isGuarded' | 'legalEntityId' | 'name' | 'secretSealed' | 'settings'
>

export const insertSource = async (db: Db, kind: 'folder' | 'sftp', source: SourceWords): Promise<number> => {
  const { id } = await db.one<{ id: number }>(sql`
    insert into source (organization_id, legal_entity_id, kind, name, holds, settings, secret_sealed, host_key, is_active, is_guarded)
    values (current_organization(), ${source.legalEntityId}, ${kind}, ${source.name}, ${source.holds},
      ${sql.json(source.settings ?? {})}, ${source.secretSealed}, ${source.hostKey}, ${source.isActive}, ${source.isGuarded})
    returning id`)
  return id
}

/** What it was told to do anew; it is looked at at once, and what went wrong is forgotten. */
export const writeSource = (db: Db, id: number, source: SourceWords): Promise<number> =>
  db.run(sql`
    update source set name = ${source.name}, holds = ${source.holds}, settings = ${sql.json(source.settings ?? {})},
      secret_sealed = ${source.secretSealed}, host_key = ${source.hostKey}, is_active = ${source.isActive},
      is_guarded = ${source.isGuarded}, legal_entity_id = ${source.legalEntityId}, looks_at = null, trouble = null
    where organization_id = current_organization() and id = ${id}`)

/** Answers 0 when something came of it: it is then switched off instead. */
export const removeUnusedSource = (db: Db, id: number): Promise<number> =>
  db.run(sql`
    delete from source s
    where s.organization_id = current_organization() and s.id = ${id} and s.last_good_import_at is null and not exists (
      select from source_file f where f.organization_id = s.organization_id and f.source_id = s.id)`)

export const noteLook = (
  db: Db,
  id: number,
  look: {
    readonly nowMs: number
    readonly nextMs: number
    readonly trouble: SourceRow['trouble']
    readonly hostKey: string | null
    readonly stops: boolean
  },
): Promise<number> =>
  db.run(sql`
    update source set last_looked_at = ${sql.instant(look.nowMs)}, looks_at = ${sql.instant(look.nextMs)},
      trouble = ${look.trouble && sql.json(look.trouble)}::jsonb, host_key = coalesce(host_key, ${look.hostKey}),
      is_active = is_active and not ${look.stops}
    where organization_id = current_organization() and id = ${id}`)

/** Sending is suspended, as after a restore: the original may read the same folders, and finds its files where they were. */
export const leavesFilesWhereTheyAre = async (db: Db): Promise<boolean> =>
  (
    await db.one<{ frozen: boolean }>(sql`
      select sending_frozen as frozen from organization where organization_id = current_organization()`)
  ).frozen

/** Looked at in the next round, whatever its rhythm. */
export const lookSoon = (db: Db, id: number): Promise<number> =>
  db.run(sql`
    update source set looks_at = null where organization_id = current_organization() and id = ${id} and is_active`)

export const seenFiles = (db: Db, source: number): Promise<SeenEntry[]> =>
  db.rows(sql`
    select name, size, modified_at as "modifiedAt", state, (extract(epoch from seen_at) * 1000)::bigint as "seenAt"
    from seen_file where organization_id = current_organization() and source_id = ${source}`)

/** Files as they are seen now. */
export const writeSeen = (
  db: Db,
  source: number,
  files: readonly (Omit<SeenEntry, 'seenAt'> & { readonly file?: number | null })[],
  nowMs: number,
): Promise<number> =>
  files.length === 0
    ? Promise.resolve(0)
    : db.run(sql`
    insert into seen_file (organization_id, source_id, name, size, modified_at, state, source_file_id, seen_at)
    select current_organization(), ${source}, g.*, ${sql.instant(nowMs)}
    from unnest(${files.map(({ name }) => name)}::text[], ${files.map(({ size }) => size)}::bigint[],
      ${files.map(({ modifiedAt }) => modifiedAt)}::bigint[], ${files.map(({ state }) => state)}::text[],
      ${files.map(({ file }) => file ?? null)}::bigint[]) as g (name, size, modified_at, state, source_file_id)
    on conflict (organization_id, source_id, name) do update
    set size = excluded.size, modified_at = excluded.modified_at, state = excluded.state,
      source_file_id = excluded.source_file_id, seen_at = excluded.seen_at`)

/** Files that are no longer in the folder. */
export const forgetGone = (db: Db, source: number, there: readonly string[]): Promise<number> =>
  db.run(sql`
    delete from seen_file
    where organization_id = current_organization() and source_id = ${source} and name <> all(${there}::text[])`)

export const lockSource = (db: Db, id: number): Promise<number> =>
  db.run(sql`select id from source where organization_id = current_organization() and id = ${id} for update`)

/** A file of this source with the same bytes, that is in or on its way. */
export const sameFile = (db: Db, source: number, sha256: string): Promise<{ readonly id: number } | null> =>
  db.maybe(sql`
    select id from source_file
    where organization_id = current_organization() and source_id = ${source} and sha256 = ${sha256}
      and state in ('checking', 'checked', 'importing', 'imported')
    order by id desc limit 1`)

export interface FetchedFile {
  readonly id: number
  readonly name: string
  readonly state: 'checked' | 'failed'
  readonly signature: string | null
  readonly toFix: number
  /** A file of its source with the same titles went in. */
  readonly isKnownLayout: boolean
}

/** Files that came by themselves, are checked, and of which nothing was decided yet. */
export const filesToDecide = (db: Db, source: number): Promise<FetchedFile[]> =>
  db.rows(sql`
    select id, name, state, signature, coalesce((summary ->> 'toFix')::integer, 0) as "toFix", exists (
      select from source_file g
      where g.organization_id = f.organization_id and g.source_id = f.source_id and g.good_at is not null
        and g.signature is not distinct from f.signature) as "isKnownLayout"
    from source_file f
    where organization_id = current_organization() and source_id = ${source} and state in ('checked', 'failed')
      and waits_because is null and imported_at is null
    order by id`)

/** The watched folder a file came from; null for one that did not come by itself. */
export const folderOfFile = (db: Db, file: number): Promise<{ readonly id: number } | null> =>
  db.maybe(sql`
    select s.id from source_file f
    join source s on s.organization_id = f.organization_id and s.id = f.source_id and s.kind in ('folder', 'sftp')
    where f.organization_id = current_organization() and f.id = ${file}`)

/** Is a file of this source being checked? */
export const isOnItsWay = async (db: Db, source: number): Promise<boolean> =>
  (
    await db.one<{ is: boolean }>(sql`
      select exists (
        select from source_file
        where organization_id = current_organization() and source_id = ${source} and state = 'checking') as is`)
  ).is

export type WaitsBecause = 'firstFile' | 'manyVanished' | 'newColumns' | 'notByItself' | 'toFix' | 'unreadable'

/** Answers 0 when that was said already. */
export const keepWaiting = (db: Db, file: number, because: WaitsBecause): Promise<number> =>
  db.run(sql`
    update source_file set waits_because = ${because}
    where organization_id = current_organization() and id = ${file} and waits_because is null`)

export const ofSource = (db: Db, file: number, source: number): Promise<number> =>
  db.run(sql`
    update source_file set source_id = ${source} where organization_id = current_organization() and id = ${file}`)
