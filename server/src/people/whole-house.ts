import type { Db } from '../platform/database/db.ts'
import { sql } from '../platform/database/sql.ts'
import { notFound } from '../platform/http/app-error.ts'

/**
 * What the house decides by itself looks at every task, promise and dispute, also in the transaction of a sales rep who
 * sees only the own customers' (policies `task_of_portfolio`, `of_own_portfolio`). A failure rolls the setting back with
 * all else.
 */
export async function forWholeHouse<T>(db: Db, work: () => Promise<T>): Promise<T> {
  const { before } = await db.one<{ before: string }>(
    sql`select coalesce(current_setting('app.whole_house', true), '') as before`,
  )
  await db.rows(sql`select set_config('app.whole_house', 'on', true)`)
  const result = await work()
  await db.rows(sql`select set_config('app.whole_house', ${before}, true)`)
  return result
}

/** A sales rep, or a project manager, plans nothing about the customers of others. */
export async function refuseOutsidePortfolio(db: Db, customer: number): Promise<void> {
  const { mayPlan } = await db.one<{ mayPlan: boolean }>(sql`
    select sees_whole_house() is not null or exists (select from customer where organization_id = current_organization()
      and id = ${customer}) as "mayPlan"`)
  if (!mayPlan) throw notFound()
}
