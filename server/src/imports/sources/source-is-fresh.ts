import type { Db } from '../../platform/database/db.ts'
import type { Importer, ImportWork } from '../import-work.ts'
import type { SourceFileRow } from '../source-file-row.ts'
import { flagVanished, ledgerScope } from './flag-vanished.ts'
import { noteFileIn } from './good-import.ts'
import { customersStatedAnew } from './stated-invoices.ts'

interface Application {
  readonly work: Pick<ImportWork, 'clock' | 'waitingForSource'>
  readonly importer: Importer
}

/**
 * All rows of a file are in: from now on its source is fresh, and what a full file no longer has is missing. Answers the
 * customers of whom that is news, even where the file changed nothing of theirs.
 */
export async function sourceIsFresh(db: Db, { work, importer }: Application, file: SourceFileRow): Promise<number[]> {
  const { holds, isNews } = await noteFileIn(db, file, work.clock.now())
  const scope = holds === 'some' ? null : file.ledger ? await ledgerScope(db, file) : {}
  const vanished = scope ? await flagVanished(db, file, { on: importer.today, ...scope }) : []
  const waiting = isNews ? await work.waitingForSource(db, file.sourceId) : []
  return [...vanished, ...(await customersStatedAnew(db, file.id)), ...waiting]
}
