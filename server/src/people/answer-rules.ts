import type { Db } from '../platform/database/db.ts'
import { sql } from '../platform/database/sql.ts'

/** What an answer of a customer does to reminders, as the organisation wants it. */
export interface AnswerRules {
  readonly answersPause: boolean
  readonly softBouncesLimit: number
}

export const answerRules = (db: Db): Promise<AnswerRules> =>
  db.one(sql`
    select answers_pause as "answersPause", soft_bounces_limit as "softBouncesLimit"
    from organization where organization_id = current_organization()`)

export const storeAnswerRules = (db: Db, rules: AnswerRules): Promise<number> =>
  db.run(sql`
    update organization set answers_pause = ${rules.answersPause}, soft_bounces_limit = ${rules.softBouncesLimit}
    where organization_id = current_organization()`)
