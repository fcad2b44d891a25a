import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import type { JournalAct } from '@quittance/core/people/journal-acts.ts'
import type { FactsChanged } from '../customers/facts-changed.ts'
import { recordInJournal } from '../people/journal.ts'
import type { Db } from '../platform/database/db.ts'
import { sql } from '../platform/database/sql.ts'
import { AppError, found } from '../platform/http/app-error.ts'
import { invoiceHead } from './invoice-queries.ts'

/**
 * A person knows that an invoice its source no longer states is owed all the same: it is missing no more, and no later
 * file of that source misses it, until one states it again. Said twice it is harmless.
 */
export async function noteStillOwed(db: Db, id: number, factsChanged: FactsChanged): Promise<void> {
  const { customer, missing } = found(await invoiceHead(db, id))
  if (missing === null) return
  await db.run(sql`
    update invoice set source_id = null, missing_since = null, missing_file_id = null
    where organization_id = current_organization() and id = ${id}`)
  await tell(db, { id, customer: customer.id, act: 'stillOwed', file: missing.file.name })
  await factsChanged(db, [customer.id])
}

export interface Missed {
  readonly since: CalendarDate
  readonly fileId: number
}

/** Takes that back: it is missing again, as that file said. */
export async function missAgain(
  db: Db,
  id: number,
  { since, fileId }: Missed,
  factsChanged: FactsChanged,
): Promise<void> {
  const { customer, missing } = found(await invoiceHead(db, id))
  if (missing !== null) return
  const file = await db.maybe<{ name: string; source: number }>(sql`
    select name, source_id as source from source_file
    where organization_id = current_organization() and id = ${fileId} and source_id is not null and undone_at is null`)
  if (!file) throw noFile()
  await db.run(sql`
    update invoice set source_id = ${file.source}, missing_since = ${since}, missing_file_id = ${fileId}
    where organization_id = current_organization() and id = ${id}`)
  await tell(db, { id, customer: customer.id, act: 'missing', file: file.name })
  await factsChanged(db, [customer.id])
}

const tell = (
  db: Db,
  {
    id,
    customer,
    act,
    file,
  }: { readonly id: number; readonly customer: number; readonly act: JournalAct; readonly file: string },
): Promise<void> =>
  recordInJournal(db, {
    act,
    thing: 'invoice',
    thingId: id,
    customerId: customer,
    invoiceId: id,
    details: { name: file },
  })

const noFile = (): AppError =>
  new AppError('noFile', 409, {
    fr: 'Le fichier où elle manquait n’est plus importé : elle ne manque plus.',
    en: 'The file it was missing from is no longer imported: it is not missing.',
  })
