import { type AnswerRules, storeAnswerRules } from '../../people/answer-rules.ts'
import { recordInJournal } from '../../people/journal.ts'
import type { Db } from '../../platform/database/db.ts'
import { sql } from '../../platform/database/sql.ts'
import { decideAgain } from '../run/daily-run.ts'

/** Whoever has an answer unread is decided again: the rule holds for them at once. */
export async function changeAnswerRules(db: Db, rules: AnswerRules, nowMs: number): Promise<void> {
  await storeAnswerRules(db, rules)
  await recordInJournal(db, { act: 'changed', thing: 'answer_rules', details: { ...rules } })
  const waiting = await customersWithUnread(db)
  await decideAgain(
    db,
    waiting.map((row) => row.customer),
    nowMs,
  )
}

const customersWithUnread = (db: Db) =>
  db.rows<{ customer: number }>(sql`
    select distinct customer_id as customer from answer
    where organization_id = current_organization() and class = 'reply' and read_at is null and dismissed_at is null
      and customer_id is not null order by 1`)
