import type { Db } from '../../platform/database/db.ts'
import type { Session } from '../planning/plan-batch.ts'
import { linesRefusedFor } from '../refused-rows.ts'
import { rowsOn } from '../staging/source-rows.ts'
import { stageRows } from '../staging/stage-rows.ts'

/** Rows told anew at most: more of them, and a person is to look at the customers first. */
const mostLookedAtAgain = 1000

/**
 * A row whose customer merely resembles a known one waits; where a later row gave that customer's code another name, and
 * so made the customer, the code now says who it is. Else the same file would bring more the second time.
 */
export async function lookAgain(db: Db, session: Session, file: number): Promise<void> {
  if (!session.reading.mapping.includes('customerCode') || session.directory.draftCount() === 0) return
  const lines = await linesRefusedFor(db, file, 'unknownCustomer', mostLookedAtAgain)
  if (lines.length > 0) await stageRows(db, session, file, await rowsOn(db, file, lines))
}
