import type { Field, Mapping } from '@quittance/core/imports/fields.ts'
import type { Db } from '../platform/database/db.ts'
import { sql } from '../platform/database/sql.ts'
import type {
  Choices,
  FileError,
  KeptSummary,
  KnownColumn,
  KnownFormat,
  SourceFileRow,
  State,
  Written,
} from './source-file-row.ts'

const selected = sql`id, legal_entity_id as "legalEntityId", name, size, state, revision, choices, format, columns, mapping,
  signature, rows_read as "rowsRead", rows_total as "rowsTotal", summary, error,
  chased_up_to as "chasedUpTo", uploaded_by as "uploadedBy", uploaded_at as "uploadedAt", done_to as "doneTo",
  written, applied_by as "appliedBy", imported_at as "importedAt", undone_at as "undoneAt", source_id as "sourceId",
  share, ledger, payments_done_to as "paymentsDoneTo"`

export const sourceFile = (db: Db, id: number): Promise<SourceFileRow | null> =>
  db.maybe(sql`
    select ${selected} from source_file where organization_id = current_organization() and id = ${id}`)

/** Until the end of the transaction nobody else moves this file on. */
export const lockSourceFile = (db: Db, id: number): Promise<SourceFileRow | null> =>
  db.maybe(sql`
    select ${selected} from source_file where organization_id = current_organization() and id = ${id} for update`)

/** Of the file `f`: its day is not over, or it is not in to the end. */
export const isUndoable = sql`(f.state <> 'undone' and (f.state = 'importing'
  or f.imported_at > clock_timestamp() - interval '24 hours'
  or f.imported_at is null and exists (
    select from import_change m where m.organization_id = f.organization_id and m.source_file_id = f.id)) is true)`

/** Latest first. `isNothingIn`: it may go as if it had never come. */
export const recentFiles = (
  db: Db,
  limit: number,
): Promise<
  (SourceFileRow & { readonly isUndoable: boolean; readonly isNothingIn: boolean; readonly from: string | null })[]
> =>
  db.rows(sql`
    select ${selected}, ${isUndoable} as "isUndoable", ${isNothingIn} as "isNothingIn", coalesce(
        (select k.name from api_key k where k.organization_id = f.organization_id and k.id = f.api_key_id),
        (select p.name from person p where p.organization_id = f.organization_id and p.id = f.uploaded_by)) as "from"
    from source_file f
    where organization_id = current_organization()
    order by uploaded_at desc, id desc
    limit ${limit}`)

/** Files whose work was cut: what to start again when the server starts. */
export const unfinishedFiles = (db: Db): Promise<{ readonly id: number; readonly state: 'checking' | 'importing' }[]> =>
  db.rows(sql`
    select id, case when state = 'importing' then state else 'checking' end as state from source_file
    where organization_id = current_organization()
      and (state in ('checking', 'importing') or state = 'checked' and apply_asked)
    order by id`)

export interface NewFile {
  readonly legalEntity: number
  readonly name: string
  readonly sha256: string
  readonly size: number
}

export const insertSourceFile = async (db: Db, file: NewFile): Promise<number> => {
  const { id } = await db.one<{ id: number }>(sql`
    insert into source_file (organization_id, legal_entity_id, name, sha256, size, state, uploaded_by)
    values (current_organization(), ${file.legalEntity}, ${file.name}, ${file.sha256}, ${file.size}, 'checking',
      current_person())
    returning id`)
  return id
}

export const insertPart = (db: Db, file: number, position: number, content: Buffer): Promise<number> =>
  db.run(sql`
    insert into source_file_part (organization_id, source_file_id, position, content)
    values (current_organization(), ${file}, ${position}, ${content})`)

/** The next parts of a file, and how many it has in all. */
export async function partsFrom(
  db: Db,
  file: number,
  { from, count }: { readonly from: number; readonly count: number },
): Promise<{ readonly parts: readonly Buffer[]; readonly of: number }> {
  const rows = await db.rows<{ content: Buffer; of: number }>(sql`
    select content, (
      select max(position) + 1 from source_file_part
      where organization_id = current_organization() and source_file_id = ${file}) as of
    from source_file_part
    where organization_id = current_organization() and source_file_id = ${file} and position >= ${from}
    order by position
    limit ${count}`)
  return { parts: rows.map(({ content }) => content), of: rows[0]?.of ?? from }
}

/** Of the file `f`: never imported, not even in part. */
const isNothingIn = sql`(f.state in ('checking', 'checked', 'failed') and f.imported_at is null and not exists (
  select from import_change m where m.organization_id = f.organization_id and m.source_file_id = f.id))`

/** Answers 0 when something of it is in, or going in. */
export const removeUnusedFile = (db: Db, file: number): Promise<number> =>
  db.run(sql`
    delete from source_file f
    where f.organization_id = current_organization() and f.id = ${file} and ${isNothingIn}`)

export const removeSourceFile = (db: Db, file: number): Promise<number> =>
  db.run(sql`delete from source_file where organization_id = current_organization() and id = ${file}`)

/** Files never imported for a week go; those imported keep their line, not their bytes, once they can no longer be undone. */
export async function tidyOldFiles(db: Db): Promise<void> {
  await db.run(sql`
    delete from source_file
    where organization_id = current_organization() and imported_at is null and state in ('checked', 'failed')
      and uploaded_at < clock_timestamp() - interval '7 days'`)
  await db.run(sql`
    delete from source_file_part p using source_file f
    where p.organization_id = current_organization() and f.organization_id = p.organization_id
      and f.id = p.source_file_id and f.state in ('imported', 'undone') and f.imported_at < clock_timestamp() - interval '30 days'`)
  for (const table of [
    'source_row',
    'source_customer',
    'source_payment',
    'source_allocation',
    'source_balance',
    'dropped_file',
    'refusal',
    'correction',
  ])
    await db.run(sql`
      delete from ${sql.identifier(table)} r using source_file f
      where r.organization_id = current_organization() and f.organization_id = r.organization_id
        and f.id = r.source_file_id and f.state in ('imported', 'undone') and f.imported_at < clock_timestamp() - interval '30 days'`)
  for (const table of ['import_change', 'stated_invoices'])
    await db.run(sql`
      delete from ${sql.identifier(table)} c using source_file f
      where c.organization_id = current_organization() and f.organization_id = c.organization_id
        and f.id = c.source_file_id and f.imported_at < clock_timestamp() - interval '2 days'`)
}

/** null when the organisation has no firm, or not this one. */
export const legalEntityOrFirst = (db: Db, wanted: number | null): Promise<{ readonly id: number } | null> =>
  db.maybe(sql`
    select id from legal_entity
    where organization_id = current_organization() and (id = ${wanted} or ${wanted}::bigint is null)
    order by id
    limit 1`)

/** How far the reading is. */
export const noteRead = (
  db: Db,
  file: number,
  {
    doneTo,
    rows,
    total,
    share,
  }: { readonly doneTo: number; readonly rows: number; readonly total: number | null; readonly share: number },
): Promise<number> =>
  db.run(sql`
    update source_file set done_to = ${doneTo}, rows_read = ${rows}, rows_total = coalesce(${total}, rows_total),
      share = greatest(share, ${share}::real)
    where organization_id = current_organization() and id = ${file}`)

/** Back to being checked, with these choices; not while it is being imported, nor once undone. */
export const checkAgain = (
  db: Db,
  file: number,
  { choices, legalEntity }: { choices: Choices; legalEntity: number },
): Promise<number> =>
  db.run(sql`
    update source_file set state = 'checking', revision = revision + 1, choices = ${sql.json(choices)},
      legal_entity_id = ${legalEntity}, rows_read = 0, share = 0, error = null
    where organization_id = current_organization() and id = ${file} and state in ('checking', 'checked', 'imported', 'failed')`)

export interface Checked {
  readonly format: KnownFormat
  readonly columns: readonly KnownColumn[]
  readonly mapping: Mapping
  readonly signature: string
  readonly rows: number
  readonly summary: KeptSummary | null
  readonly error: FileError | null
}

/** Keeps what a check found. */
export const keepCheck = (db: Db, file: number, found: Checked): Promise<number> =>
  db.run(sql`
    update source_file set state = ${found.error ? 'failed' : 'checked'}, format = ${sql.json(found.format)},
      columns = ${sql.json(found.columns)}, mapping = ${sql.json(found.mapping)}, signature = ${found.signature},
      rows_read = ${found.rows}, rows_total = ${found.rows}, share = 1, summary = ${found.summary && sql.json(found.summary)}, error = ${found.error && sql.json(found.error)}
    where organization_id = current_organization() and id = ${file} and state = 'checking'`)

/** What correcting some rows of a checked file made of it. */
export const keepCorrected = (db: Db, file: number, summary: KeptSummary): Promise<number> =>
  db.run(sql`
    update source_file set state = 'checked', summary = ${sql.json(summary)}, error = null
    where organization_id = current_organization() and id = ${file}`)

/** The file cannot be read at all, or our side broke off while it was in this state. */
export const keepError = (db: Db, file: number, during: State, error: FileError): Promise<number> =>
  db.run(sql`
    update source_file set state = 'failed', error = ${sql.json(error)}
    where organization_id = current_organization() and id = ${file} and state = ${during}`)

/**
 * From here on its rows go in; those that cannot (`rowsOut`) count as done. Fails on the unique key when another file of
 * the organisation is going in.
 */
export const startApplication = (
  db: Db,
  file: number,
  { chasedUpTo, rowsOut }: { readonly chasedUpTo: string | null; readonly rowsOut: number },
): Promise<number> =>
  db.run(sql`
    update source_file set state = 'importing', applied_by = current_person(), chased_up_to = ${chasedUpTo},
      done_to = case when state = 'failed' then done_to else 0 end,
      payments_done_to = case when state = 'failed' then payments_done_to else 0 end,
      written = case when state = 'failed' then written else jsonb_build_object('earlier',
        coalesce((written ->> 'earlier')::integer, 0) + coalesce((written ->> 'invoices')::integer, 0)) end,
      rows_read = case when state = 'failed' then rows_read else ${rowsOut}::bigint end,
      share = case when state = 'failed' then share else 0 end, error = null
    where organization_id = current_organization() and id = ${file}
      and (state = 'checked' or state = 'failed' and error ->> 'during' = 'application')`)

export const keepWritten = (db: Db, file: number, written: Written): Promise<number> =>
  db.run(sql`
    update source_file set written = ${sql.json(written)}
    where organization_id = current_organization() and id = ${file}`)

/** `share`: of the whole application, 0 to 1; by its rows where nothing is left to do after them. */
export const keepBatch = (
  db: Db,
  file: number,
  done: { readonly doneTo: number; readonly rows: number; readonly written: Written; readonly share?: number },
): Promise<number> =>
  db.run(sql`
    update source_file set done_to = ${done.doneTo}, rows_read = rows_read + ${done.rows},
      share = greatest(share, coalesce(${done.share ?? null}::real, (rows_read + ${done.rows})::real / greatest(rows_total, 1))),
      written = ${sql.json(done.written)}
    where organization_id = current_organization() and id = ${file}`)

/** How far the work is, as a share of all of it; never less than was said before. */
export const noteShare = (db: Db, file: number, share: number): Promise<number> =>
  db.run(sql`
    update source_file set share = greatest(share, ${share}::real)
    where organization_id = current_organization() and id = ${file}`)

/** What is said of the file from now on is what was written. */
export const endApplication = (
  db: Db,
  file: number,
  done: Pick<
    KeptSummary,
    'changedInvoices' | 'customers' | 'newCustomers' | 'newInvoices' | 'toFix' | 'unchangedInvoices'
  >,
): Promise<number> =>
  db.run(sql`
    update source_file set state = 'imported', imported_at = clock_timestamp(), rows_read = rows_total, share = 1,
      summary = summary || ${sql.json(done)}::jsonb
    where organization_id = current_organization() and id = ${file} and state = 'importing'`)

export const markUndone = (db: Db, file: number): Promise<number> =>
  db.run(sql`
    update source_file set state = 'undone', undone_at = clock_timestamp()
    where organization_id = current_organization() and id = ${file}`)

export interface Remembered {
  readonly columns: Readonly<Record<string, Field | null>>
  readonly format: Pick<Choices, 'decimal' | 'dateOrder'>
}

export const rememberedMapping = (db: Db, signature: string): Promise<Remembered | null> =>
  db.maybe(sql`
    select columns, format from mapping where organization_id = current_organization() and signature = ${signature}`)

export const keepMapping = (db: Db, signature: string, { columns, format }: Remembered): Promise<number> =>
  db.run(sql`
    insert into mapping (organization_id, signature, columns, format)
    values (current_organization(), ${signature}, ${sql.json(columns)}, ${sql.json(format)})
    on conflict (organization_id, signature) do update
    set columns = excluded.columns, format = excluded.format, used_at = now()`)
