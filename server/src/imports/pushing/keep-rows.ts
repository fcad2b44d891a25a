import type { Db } from '../../platform/database/db.ts'
import type { Outcome, Session } from '../planning/plan-batch.ts'
import { insertRefusals } from '../refused-rows.ts'
import { type StagedRow, writeRows } from '../staging/source-rows.ts'
import { heldRows } from '../staging/stage-rows.ts'
import { nameRows } from './day-file.ts'
import type { ReadItem } from './read-items.ts'

/** An item and what became of it; no outcome: it was refused before it could be planned. */
export interface Came {
  readonly read: ReadItem
  readonly outcome: Outcome | null
}

/** Keeps the rows of a push as those of a file that is in: what it says is known by now, what it could not is to fix. */
export async function keepRows(db: Db, session: Session, file: number, came: readonly Came[]): Promise<void> {
  await writeRows(
    db,
    file,
    came.flatMap((one) => stagedRows(session, one)),
  )
  await nameRows(
    db,
    file,
    came.flatMap(({ read: { item, sources } }) => sources.map(({ line }) => ({ line, externalId: item.externalId }))),
  )
  await insertRefusals(db, file, came.flatMap(refusedRows))
}

function stagedRows(session: Session, { read, outcome }: Came): StagedRow[] {
  if (!outcome || !read.invoice)
    return read.sources.map((source) => ({ ...source, state: 'refused', holds: null, ready: null, warnings: [] }))
  return heldRows(session, outcome, read.invoice.holds).map((row) => ({
    ...row,
    ready: row.ready && { ...row.ready, compared: row.ready.compared && 'unchanged', newCustomer: null },
  }))
}

/** The whole invoice waits: each of its rows says why. */
function refusedRows({ read, outcome }: Came) {
  if (outcome) return outcome.kind === 'refused' ? outcome.refused : []
  return read.sources.map(({ line }) => ({
    line,
    invoiceNumber: read.item.invoice.number.trim().slice(0, 100),
    refusals: read.refusals.map((refusal) => ({ ...refusal, line })),
  }))
}
