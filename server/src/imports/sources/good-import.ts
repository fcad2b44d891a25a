import type { Db } from '../../platform/database/db.ts'
import { sql } from '../../platform/database/sql.ts'
import type { SourceFileRow } from '../source-file-row.ts'
import type { Holds } from './give-source.ts'

/** What files of a source have in common: their titles, where they have some. */
export const layoutOf = ({ signature }: Pick<SourceFileRow, 'signature'>): string => signature ?? 'noTitles'

/** What came of a source is in: it is fresh from this instant on. True where that is another day than before. */
async function noteGoodImport(db: Db, source: number, nowMs: number, layout: string): Promise<boolean> {
  const now = sql.instant(nowMs)
  const { isNews } = await db.one<{ isNews: boolean }>(sql`
    select (s.last_good_import_at at time zone o.time_zone)::date
      is distinct from (${now} at time zone o.time_zone)::date as "isNews"
    from source s join organization o on o.organization_id = s.organization_id
    where s.organization_id = current_organization() and s.id = ${source} for no key update of s`)
  await db.run(sql`
    update source set last_good_import_at = ${now}, layout = ${layout}
    where organization_id = current_organization() and id = ${source}`)
  return isNews
}

/** All rows of a file are in. Answers what files of its source hold, and whether its age is another one now. */
export async function noteFileIn(
  db: Db,
  { id, sourceId, signature }: Pick<SourceFileRow, 'id' | 'signature' | 'sourceId'>,
  nowMs: number,
): Promise<{ readonly holds: Holds; readonly isNews: boolean }> {
  if (sourceId === null) return { holds: 'some', isNews: false }
  const isNews = await noteGoodImport(db, sourceId, nowMs, layoutOf({ signature }))
  await db.run(sql`
    update source_file set good_at = ${sql.instant(nowMs)}, waits_because = null
    where organization_id = current_organization() and id = ${id}`)
  const { holds } = await db.one<{ holds: Holds }>(sql`
    select holds from source where organization_id = current_organization() and id = ${sourceId}`)
  return { holds, isNews }
}

/** The file was undone: its source is as old as the last one that still stands. */
export async function forgetGoodImport(
  db: Db,
  { id, sourceId }: Pick<SourceFileRow, 'id' | 'sourceId'>,
): Promise<void> {
  if (sourceId === null) return
  await db.run(sql`
    with undone as (
      select good_at from source_file where organization_id = current_organization() and id = ${id})
    update source s set last_good_import_at = (
      select max(f.good_at) from source_file f
      where f.organization_id = s.organization_id and f.source_id = s.id and f.id <> ${id} and f.state <> 'undone')
    from undone u
    where s.organization_id = current_organization() and s.id = ${sourceId} and s.last_good_import_at = u.good_at`)
  await db.run(sql`
    update source_file set good_at = null where organization_id = current_organization() and id = ${id}`)
}
