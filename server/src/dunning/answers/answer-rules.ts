import { recordInJournal } from '../../people/journal.ts'
import type { Db } from '../../platform/database/db.ts'
import { sql } from '../../platform/database/sql.ts'

export interface AnswerRules {
  readonly answersPause: boolean
  readonly softBouncesLimit: number
}

export const answerRules = (db: Db): Promise<AnswerRules> =>
  db.one(sql`
    select answers_pause as "answersPause", soft_bounces_limit as "softBouncesLimit"
    from organization where organization_id = current_organization()`)

export async function changeAnswerRules(db: Db, rules: AnswerRules): Promise<void> {
  await db.run(sql`
    update organization set answers_pause = ${rules.answersPause}, soft_bounces_limit = ${rules.softBouncesLimit}
    where organization_id = current_organization()`)
  await recordInJournal(db, { act: 'changed', thing: 'answer_rules', thingId: 0, details: { ...rules } })
}

/** Whose reminders an answer keeps back, or would: to be decided again when the rule changes. */
export const customersWithUnread = async (db: Db): Promise<number[]> =>
  (
    await db.rows<{ customer: number }>(sql`
    select distinct customer_id as customer from answer
    where organization_id = current_organization() and class = 'reply' and read_at is null and dismissed_at is null
      and customer_id is not null order by 1`)
  ).map((row) => row.customer)
