import type { Db } from '../platform/database/db.ts'
import { sql } from '../platform/database/sql.ts'

/** Larger files go with no reminder. */
export const largestInvoiceFile = 5 * 1024 * 1024

/** The digests (hex) of the files that these invoices have, by invoice. */
export async function digestsOf(db: Db, invoices: readonly number[]): Promise<Map<number, string>> {
  const rows = await db.rows<{ invoice: number; digest: string }>(sql`
    select invoice_id as invoice, encode(sha256(content), 'hex') as digest from invoice_file
    where organization_id = current_organization() and invoice_id = any(${invoices})`)
  return new Map(rows.map(({ invoice, digest }) => [invoice, digest]))
}

/** Gives an invoice its file; one that has one keeps it, and false is answered. */
export const addFile = async (
  db: Db,
  invoice: number,
  { name, content }: { readonly name: string; readonly content: Buffer },
): Promise<boolean> =>
  (await db.run(sql`
    insert into invoice_file (organization_id, invoice_id, name, content)
    values (current_organization(), ${invoice}, ${name}, ${content})
    on conflict (organization_id, invoice_id) do nothing`)) > 0

/** Takes away files of invoices, but for those that came after this moment. */
export const removeFiles = (
  db: Db,
  files: readonly { readonly invoice: number; readonly addedBy: string }[],
): Promise<number> =>
  files.length === 0
    ? Promise.resolve(0)
    : db.run(sql`
    delete from invoice_file f
    using unnest(${files.map(({ invoice }) => invoice)}::bigint[], ${files.map(({ addedBy }) => addedBy)}::timestamptz[])
      as gone (invoice, added_by)
    where f.organization_id = current_organization() and f.invoice_id = gone.invoice and f.added_at <= gone.added_by`)
