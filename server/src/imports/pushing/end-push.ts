import { recordInJournal } from '../../people/journal.ts'
import type { Db } from '../../platform/database/db.ts'
import { customersTouchedBy } from '../changes-made.ts'
import type { ImportWork } from '../import-work.ts'
import type { SourceFileRow, Written } from '../source-file-row.ts'
import { noteFileIn } from '../sources/good-import.ts'
import { customersStatedAnew, noteStated } from '../sources/stated-invoices.ts'
import { closeDayFile } from './day-file.ts'
import { programOf } from './sent-by-program.ts'

interface Ended {
  readonly work: Pick<ImportWork, 'clock' | 'factsChanged' | 'waitingForSource'>
  readonly file: SourceFileRow
  readonly wrote: Omit<Written, 'earlier'>
  /** The last change of the day's file before this push. */
  readonly lastChange: number
  /** Numbers the push states, be they new, changed, unchanged or refused. */
  readonly numbers: readonly string[]
  readonly items: number
  readonly refused: number
}

/**
 * All of a push is in: its source is fresh, the day's file and the journal tell it, and the customers concerned are
 * decided for anew. The one end of every push. One that changed nothing leaves no line in the journal.
 */
export async function endPush(
  db: Db,
  { work, file, wrote, lastChange, numbers, items, refused }: Ended,
): Promise<void> {
  await noteStated(db, file, numbers)
  const { isNews } = await noteFileIn(db, file, work.clock.now())
  await closeDayFile(db, file, wrote)
  if (Object.values(wrote).some((count) => count > 0)) {
    const details = { name: file.name, rows: items, refused, ...wrote, ...(await programOf(db, file.id)) }
    await recordInJournal(db, { act: 'imported', thing: 'source_file', thingId: file.id, details })
  }
  const customers = new Set([
    ...(await customersTouchedBy(db, file.id, lastChange)),
    ...(await customersStatedAnew(db, file.id)),
    ...(isNews ? await work.waitingForSource(db, file.sourceId) : []),
  ])
  if (customers.size > 0)
    await work.factsChanged(
      db,
      [...customers].sort((a, b) => a - b),
    )
}
