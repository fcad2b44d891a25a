import type { Db } from './db.ts'
import { sql } from './sql.ts'

/**
 * Lets the planner count the tables that it believes empty and that are not; call after the first of many batches that
 * fill tables. Nothing to do costs a look at the catalogue.
 */
export const learnSizes = (db: Db): Promise<number> => db.run(sql`select learn_sizes()`)
