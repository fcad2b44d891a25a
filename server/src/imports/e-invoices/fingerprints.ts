import type { InvoiceRow } from '@quittance/core/imports/parse-row.ts'
import type { Db } from '../../platform/database/db.ts'
import { sql } from '../../platform/database/sql.ts'
import type { InvoiceRows, ReadRow } from '../staging/read-rows.ts'
import { changedRow } from '../staging/read-rows.ts'

/** Numbers of the invoices that each electronic invoice, by its fingerprint, came in as. */
export type KnownFingerprints = ReadonlyMap<string, readonly string[]>

const fingerprintsAmong = (rows: readonly InvoiceRow[]): string[] => [
  ...new Set(rows.flatMap(({ fingerprint }) => fingerprint ?? [])),
]

/** Those of the electronic invoices among these rows that came in before; none is asked where there are none. */
export async function knownFingerprints(
  db: Db,
  legalEntity: number,
  rows: readonly InvoiceRow[],
): Promise<KnownFingerprints> {
  const wanted = fingerprintsAmong(rows)
  if (wanted.length === 0) return new Map()
  const known = await db.rows<{ fingerprint: string; numbers: string[] }>(sql`
    select f.fingerprint, array_agg(i.number order by i.id) as numbers from invoice_fingerprint f
    join invoice i on i.organization_id = f.organization_id and i.id = f.invoice_id and i.legal_entity_id = ${legalEntity}
    where f.organization_id = current_organization() and f.fingerprint = any(${wanted})
    group by f.fingerprint`)
  return new Map(known.map(({ fingerprint, numbers }) => [fingerprint, numbers]))
}

/** A person gave it another number than its own when it first came: it keeps that one, unless one is typed again. */
export function numberedByFingerprint(read: ReadRow, known: KnownFingerprints): ReadRow {
  const { row, corrections } = read
  const [number, ...others] = known.get(row.fingerprint ?? '') ?? []
  if (number === undefined || number === row.number || others.includes(row.number)) return read
  return corrections.invoiceNumber === undefined ? { ...read, row: { ...row, number } } : read
}

/** The same for invoices that go in. */
export async function invoicesNumberedByFingerprint(
  db: Db,
  legalEntity: number,
  invoices: readonly InvoiceRows[],
): Promise<readonly InvoiceRows[]> {
  const known = await knownFingerprints(
    db,
    legalEntity,
    invoices.map(([{ row }]) => row),
  )
  if (known.size === 0) return invoices
  return invoices.map((rows) => {
    const { number } = numberedByFingerprint(rows[0], known).row
    return number === rows[0].row.number ? rows : changedRow(rows, (row) => ({ ...row, number }))
  })
}

/** Of these numbers, the invoices that an electronic invoice stated, with the fingerprints of all that did. */
export async function statedElectronically(
  db: Db,
  legalEntity: number,
  rows: readonly InvoiceRow[],
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const numbers = rows.flatMap(({ number, fingerprint }) => (fingerprint === undefined ? [] : [number]))
  if (numbers.length === 0) return new Map()
  const stated = await db.rows<{ number: string; fingerprints: string[] }>(sql`
    select i.number, array(
      select f.fingerprint from invoice_fingerprint f
      where f.organization_id = i.organization_id and f.invoice_id = i.id) as fingerprints
    from invoice i
    join payment_instruction t on t.organization_id = i.organization_id and t.invoice_id = i.id
    where i.organization_id = current_organization() and i.legal_entity_id = ${legalEntity} and i.number = any(${numbers})`)
  return new Map(stated.map(({ number, fingerprints }) => [number, new Set(fingerprints)]))
}

/**
 * Keeps what the electronic invoices of a source said, once they are in: those that were set aside for another of their
 * number too, so that they ask nothing again. One kept before stays with its invoice.
 */
export const keepFingerprints = (db: Db, source: number, legalEntity: number): Promise<number> =>
  db.run(sql`
    insert into invoice_fingerprint (organization_id, invoice_id, fingerprint, source_file_id)
    select distinct on (d.fingerprint, i.id) d.organization_id, i.id, d.fingerprint, d.source_file_id
    from dropped_file d
    join source_row r on r.organization_id = d.organization_id and r.source_file_id = d.source_file_id and r.line = d.line
      and r.state <> 'refused'
    left join correction c on c.organization_id = d.organization_id and c.source_file_id = d.source_file_id
      and c.line = d.line and c.field = 'invoiceNumber'
    join invoice i on i.organization_id = d.organization_id and i.legal_entity_id = ${legalEntity}
      and i.number = coalesce(c.value, d.number)
    where d.organization_id = current_organization() and d.source_file_id = ${source} and d.fingerprint is not null
      and not exists (
        select from invoice_fingerprint k
        join invoice o on o.organization_id = k.organization_id and o.id = k.invoice_id and o.legal_entity_id = ${legalEntity}
        where k.organization_id = d.organization_id and k.fingerprint = d.fingerprint)
    on conflict do nothing`)

export const forgetFingerprints = (db: Db, source: number): Promise<number> =>
  db.run(sql`
    delete from invoice_fingerprint where organization_id = current_organization() and source_file_id = ${source}`)
