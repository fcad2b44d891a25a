import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { pushedReading } from '@quittance/core/imports/pushed-invoice.ts'
import type { Language } from '@quittance/core/money/format-money.ts'
import type { Currency } from '@quittance/core/money/money.ts'
import type { Db } from '../../platform/database/db.ts'
import { sql } from '../../platform/database/sql.ts'
import type { KeyBearer } from '../../platform/http/serve.ts'
import { nothingWritten, type SourceFileRow, type Written } from '../source-file-row.ts'
import { lockSourceFile } from '../source-files.ts'
import { sourceOf } from '../sources/give-source.ts'
import { rowsLeft, summaryOf } from '../staging/summary.ts'
import { sourceOfKey } from './sent-by-program.ts'

interface Setting {
  readonly key: KeyBearer
  readonly today: CalendarDate
  readonly language: Language
  readonly currency: Currency
}

/**
 * All that a program pushes in a day is one file of the list: it is shown, corrected and undone like one. Locked until the
 * end of the transaction; made with the first push, and anew after it was undone.
 */
export async function openDayFile(db: Db, { key, today, language, currency }: Setting): Promise<SourceFileRow> {
  const there = await db.maybe<{ id: number }>(sql`
    select id from source_file
    where organization_id = current_organization() and api_key_id = ${key.id} and pushed_on = ${today} and state <> 'undone'
    order by id desc
    limit 1`)
  const id = there?.id ?? (await makeDayFile(db, { key, today, language, currency }))
  const file = await lockSourceFile(db, id)
  // Undone while we waited for it.
  if (!file || file.state === 'undone') return openDayFile(db, { key, today, language, currency })
  return file
}

async function makeDayFile(db: Db, { key, today, language, currency }: Setting): Promise<number> {
  const { headers, mapping, formats } = pushedReading(currency)
  const name = language === 'fr' ? `API\u00a0: ${key.name}` : `API: ${key.name}`
  const source = await sourceOf(db, sourceOfKey(key))
  const format: SourceFileRow['format'] = {
    ...formats,
    decimalProven: true,
    dateOrderProven: true,
    isRemembered: false,
    kind: 'csv',
    encoding: null,
    separator: null,
    quote: null,
    headerLine: 0,
    sheet: null,
    sheets: [],
  }
  const columns = headers.map((header) => ({ header, samples: [], confidence: 'sure' }))
  const { id } = await db.one<{ id: number }>(sql`
    insert into source_file (organization_id, legal_entity_id, name, sha256, size, state, api_key_id, pushed_on, source_id,
      format, columns, mapping)
    values (current_organization(), ${key.legalEntity}, ${name}, '', 0, 'imported', ${key.id}, ${today}, ${source},
      ${sql.json(format)}, ${sql.json(columns)}, ${sql.json(mapping)})
    returning id`)
  return id
}

export const lastLine = async (db: Db, file: number): Promise<number> =>
  (
    await db.one<{ line: number }>(sql`
      select coalesce(max(line), 0) as line from source_row
      where organization_id = current_organization() and source_file_id = ${file}`)
  ).line

/** The latest push of an invoice stands for those before it on the same day. */
export async function forgetEarlier(db: Db, file: number, externalIds: readonly string[]): Promise<void> {
  const rows = await db.rows<{ line: number }>(sql`
    delete from source_row
    where organization_id = current_organization() and source_file_id = ${file} and external_id = any(${externalIds})
    returning line`)
  const lines = rows.map(({ line }) => line)
  for (const table of ['refusal', 'correction'])
    await db.run(sql`
      delete from ${sql.identifier(table)}
      where organization_id = current_organization() and source_file_id = ${file} and line = any(${lines})`)
}

export const nameRows = (
  db: Db,
  file: number,
  rows: readonly { readonly line: number; readonly externalId: string }[],
): Promise<number> =>
  db.run(sql`
    update source_row r set external_id = given.external_id
    from unnest(${rows.map(({ line }) => line)}::integer[], ${rows.map(({ externalId }) => externalId)}::text[])
      as given (line, external_id)
    where r.organization_id = current_organization() and r.source_file_id = ${file} and r.line = given.line`)

/** What is said of the day: what was written over all its pushes, and the rows as they were pushed last. */
export async function closeDayFile(
  db: Db,
  file: Pick<SourceFileRow, 'id' | 'written'>,
  wrote: Omit<Written, 'earlier'>,
): Promise<void> {
  const before = { ...nothingWritten, ...file.written }
  const written: Written = {
    invoices: before.invoices + wrote.invoices,
    changedInvoices: before.changedInvoices + wrote.changedInvoices,
    customers: before.customers + wrote.customers,
    changedCustomers: before.changedCustomers,
    contacts: before.contacts + wrote.contacts,
    payments: before.payments + wrote.payments,
    files: before.files + wrote.files,
    earlier: before.earlier,
  }
  const { rows, ...found } = await summaryOf(db, file.id)
  const { invoices } = await rowsLeft(db, file.id)
  const summary = {
    ...found,
    newInvoices: written.invoices,
    changedInvoices: written.changedInvoices,
    unchangedInvoices: Math.max(0, invoices - written.invoices - written.changedInvoices),
    newCustomers: written.customers,
    preview: [],
  }
  await db.run(sql`
    update source_file set state = 'imported', written = ${sql.json(written)}, summary = ${sql.json(summary)},
      rows_read = ${rows}, rows_total = ${rows}, imported_at = clock_timestamp(), uploaded_at = clock_timestamp(), error = null
    where organization_id = current_organization() and id = ${file.id}`)
}
