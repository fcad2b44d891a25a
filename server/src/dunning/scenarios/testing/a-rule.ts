import type { Preset } from '@quittance/core/dunning/default-scenarios.ts'
import type { Db } from '../../../platform/database/db.ts'
import { sql } from '../../../platform/database/sql.ts'

/** A rule that asks nothing, to be narrowed. */
export const anybody = {
  category: null,
  profile: null,
  salesRep: null,
  collector: null,
  owesFrom: null,
  owesBelow: null,
} as const

/** The id of a scenario of the house. */
export const presetId = async (db: Db, preset: Preset): Promise<number> =>
  (
    await db.one<{ id: number }>(sql`
      select id from scenario where organization_id = current_organization() and preset = ${preset}`)
  ).id
