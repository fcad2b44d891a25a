import type { Db } from '../platform/database/db.ts'
import { sql } from '../platform/database/sql.ts'
import { notFound } from '../platform/http/app-error.ts'

/** 404 for a customer of another portfolio, before anything is agreed or contested with it: the database would refuse it. */
export async function refuseOtherPortfolio(db: Db, customer: number): Promise<void> {
  const { mine } = await db.one<{ mine: boolean }>(sql`select in_own_portfolio(${customer}) as mine`)
  if (!mine) throw notFound()
}
