import type { Db } from '../platform/database/db.ts'
import { sql } from '../platform/database/sql.ts'

/** What an answer of a customer does to reminders, as the organisation wants it. */
export interface AnswerRules {
  readonly answersPause: boolean
  readonly softBouncesLimit: number
  /** Months during which a message is kept as it came. */
  readonly sourcesKeptMonths: number
}

export const answerRules = (db: Db): Promise<AnswerRules> =>
  db.one(sql`
    select answers_pause as "answersPause", soft_bounces_limit as "softBouncesLimit",
      sources_kept_months as "sourcesKeptMonths"
    from organization where organization_id = current_organization()`)

export const storeAnswerRules = (db: Db, rules: AnswerRules): Promise<number> =>
  db.run(sql`
    update organization set answers_pause = ${rules.answersPause}, soft_bounces_limit = ${rules.softBouncesLimit},
      sources_kept_months = ${rules.sourcesKeptMonths}
    where organization_id = current_organization()`)
