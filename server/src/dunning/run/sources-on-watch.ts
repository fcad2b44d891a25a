import type { SourceFacts } from '@quittance/core/dunning/situation.ts'
import { forWholeHouse } from '../../people/whole-house.ts'
import type { Db } from '../../platform/database/db.ts'
import { sql } from '../../platform/database/sql.ts'

/**
 * Every source of the organisation by its number, the day of its last good import in the organisation's own zone; also in the
 * transaction of a sales rep, who sees none: what waits for a fresh one does not leave because a call was ended.
 */
export const sourcesOnWatch = async (db: Db): Promise<ReadonlyMap<number, SourceFacts>> => {
  const rows = await forWholeHouse(db, () =>
    db.rows<SourceFacts>(sql`
      select s.id, s.name, (s.last_good_import_at at time zone o.time_zone)::date as "lastGoodOn",
        case when s.is_guarded then o.freshness_days end as "freshnessDays"
      from source s
      join organization o on o.organization_id = s.organization_id
      where s.organization_id = current_organization()`),
  )
  return new Map(rows.map((row) => [row.id, row]))
}
