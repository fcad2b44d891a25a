import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { type FullScope, markMissing } from '../../invoices/stated-by.ts'
import { recordInJournal } from '../../people/journal.ts'
import type { Db } from '../../platform/database/db.ts'
import { sql } from '../../platform/database/sql.ts'
import type { SourceFileRow } from '../source-file-row.ts'
import { amongLayout } from './among-layout.ts'

/**
 * A file that is said to hold every invoice is in: those its source stated before, with something left, that it no longer
 * has are marked as missing, never removed. A row that cannot be read may be any of them: then none is marked. Answers
 * the customers concerned.
 */
export async function flagVanished(
  db: Db,
  file: Pick<SourceFileRow, 'id' | 'legalEntityId' | 'name' | 'signature' | 'sourceId'>,
  { on, ...scope }: FullScope & { readonly on: CalendarDate },
): Promise<number[]> {
  if (file.sourceId === null || (await hasUnreadRows(db, file.id))) return []
  const among = await amongLayout(db, file)
  const missing = await markMissing(db, {
    source: file.sourceId,
    legalEntity: file.legalEntityId,
    file: file.id,
    on,
    scope: { ...scope, among },
    held: heldBy(file),
  })
  if (missing.length === 0) return []
  const details = {
    name: file.name,
    invoices: missing.length,
    numbers: missing.slice(0, 20).map(({ number }) => number),
  }
  await recordInJournal(db, { act: 'missing', thing: 'source_file', thingId: file.id, details })
  return [...new Set(missing.map(({ customer }) => customer))]
}

/** A ledger holds each invoice of its days and of the customers it names, and says nothing of others. */
export async function ledgerScope(
  db: Db,
  { id, ledger }: Pick<SourceFileRow, 'id' | 'ledger'>,
): Promise<FullScope | null> {
  if (!ledger?.from || !ledger.to) return null
  const customers = await db.rows<{ id: number }>(sql`
    select c.id from source_balance b
    join customer c on c.organization_id = b.organization_id and c.code = b.customer_code
    where b.organization_id = current_organization() and b.source_file_id = ${id}
    union
    select i.customer_id from stated_invoices s
    cross join lateral unnest(s.invoices) as held (id)
    join invoice i on i.organization_id = s.organization_id and i.id = held.id
    where s.organization_id = current_organization() and s.source_file_id = ${id}`)
  return { issuedFrom: ledger.from, issuedTo: ledger.to, customers: customers.map((one) => one.id) }
}

/** The invoices a file names: those that went in, and those on rows to fix. */
const heldBy = ({ id, legalEntityId }: Pick<SourceFileRow, 'id' | 'legalEntityId'>) => sql`
  select unnest(s.invoices) as id from stated_invoices s
  where s.organization_id = current_organization() and s.source_file_id = ${id}
  union all
  select n.id from refusal r
  join invoice n on n.organization_id = r.organization_id and n.legal_entity_id = ${legalEntityId} and n.number = r.invoice_number
  where r.organization_id = current_organization() and r.source_file_id = ${id}`

export const hasUnreadRows = async (db: Db, file: number): Promise<boolean> =>
  (
    await db.one<{ has: boolean }>(sql`
      select exists (
        select from refusal
        where organization_id = current_organization() and source_file_id = ${file} and invoice_number = '') as has`)
  ).has
