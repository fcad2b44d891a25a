import type { Db } from '../../platform/database/db.ts'
import { insertRefusals, type RefusedRow, removeRefusals } from '../refused-rows.ts'
import { type HeldRow, writeStates } from '../staging/source-rows.ts'

/** What came in between may keep out a row that was ready, or let one in that was not. */
export async function keepRefused(
  db: Db,
  file: number,
  rows: readonly HeldRow[],
  refused: readonly RefusedRow[],
): Promise<void> {
  const out = new Set(refused.map(({ line }) => line))
  const were = new Set(rows.flatMap(({ line, state }) => (state === 'refused' ? [line] : [])))
  if (out.size === 0 && were.size === 0) return
  await removeRefusals(db, file, [...out, ...were])
  await insertRefusals(db, file, refused)
  await writeStates(db, file, { lines: [...out].filter((line) => !were.has(line)), state: 'refused' })
  await writeStates(db, file, { lines: [...were].filter((line) => !out.has(line)), state: 'ready' })
}
