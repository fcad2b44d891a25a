import type { Db } from '../../platform/database/db.ts'
import { sql } from '../../platform/database/sql.ts'

/** A message that had left came back: it failed, and the rungs it had climbed are there to be climbed again. */
export async function takeBack(db: Db, reminder: number, reply: string, because: string): Promise<void> {
  await db.run(sql`
    update reminder set state = 'failed', server_reply = ${reply}, ended_because = ${because}
    where organization_id = current_organization() and id = ${reminder} and state in ('sent', 'uncertain')`)
  await db.run(sql`delete from step_taken where organization_id = current_organization() and reminder_id = ${reminder}`)
}
