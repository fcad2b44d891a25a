import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import type { WarningCode } from '@quittance/core/imports/refusals.ts'
import type { Db } from '../../platform/database/db.ts'
import { type Sql, sql } from '../../platform/database/sql.ts'

/** What an import would do, before anything is written. Credit notes are deducted from both sums. */
export interface ImportSummary {
  readonly ready: number
  readonly toFix: number
  readonly newInvoices: number
  readonly changedInvoices: number
  readonly unchangedInvoices: number
  readonly newCustomers: number
  /** Of a list of customers alone. */
  readonly customers?: { readonly added: number; readonly changed: number; readonly unchanged: number } | null
  readonly total: readonly Sum[]
  readonly amountDue: readonly Sum[]
  /** Rows with something left whose due date is past. */
  readonly alreadyLate: number
  /** First and last issue date, or due date where a row has no issue date. */
  readonly from: CalendarDate | null
  readonly to: CalendarDate | null
  /** How often each warning came, on which line first, and what stood there. */
  readonly warnings: readonly {
    readonly code: WarningCode
    readonly count: number
    readonly firstLine: number
    readonly value: string
  }[]
}

interface Sum {
  readonly amount: number
  readonly currency: string
}

/** Counts the rows of a file as the check left them. */
export async function summaryOf(db: Db, file: number): Promise<ImportSummary & { readonly rows: number }> {
  const counts = await db.one<Omit<ImportSummary, 'amountDue' | 'total' | 'warnings'> & { readonly rows: number }>(sql`
    select count(*) as rows, count(*) filter (where state = 'ready') as ready,
      count(*) filter (where state = 'refused') as "toFix",
      count(*) filter (where compared = 'new') as "newInvoices",
      count(*) filter (where compared = 'changed') as "changedInvoices",
      count(*) filter (where compared = 'unchanged') as "unchangedInvoices",
      count(distinct new_customer) as "newCustomers", count(*) filter (where is_late) as "alreadyLate",
      min(stated_on) as "from", max(stated_on) as "to"
    from source_row where organization_id = current_organization() and source_file_id = ${file}`)
  const sums = await db.rows<{ currency: string; total: number; amountDue: number }>(sql`
    select currency, ${bounded(sql`sum(total)`)} as total, ${bounded(sql`sum(amount_due)`)} as "amountDue" from source_row
    where organization_id = current_organization() and source_file_id = ${file} and currency is not null
    group by currency
    order by currency`)
  const warnings = await db.rows<ImportSummary['warnings'][number]>(sql`
    select said ->> 'code' as code, count(*) as count, min(line) as "firstLine",
      (array_agg(said ->> 'value' order by line))[1] as value
    from source_row
    cross join lateral jsonb_array_elements(warnings) said
    where organization_id = current_organization() and source_file_id = ${file} and warnings is not null
    group by 1
    order by 3, 1`)
  return {
    ...counts,
    total: sums.map(({ currency, total }) => ({ amount: total, currency })),
    amountDue: sums.map(({ currency, amountDue }) => ({ amount: amountDue, currency })),
    warnings,
  }
}

/** Codes of articles taken for amounts add up to more than a number can say: the reader sees at once that they are none. */
const bounded = (sum: Sql): Sql =>
  sql`least(greatest(${sum}, ${Number.MIN_SAFE_INTEGER}), ${Number.MAX_SAFE_INTEGER})::bigint`

/** Rows that stay out of the file, rows of which an invoice could be read, and the invoices of those that can go in. */
export const rowsLeft = (
  db: Db,
  file: number,
): Promise<{ readonly refused: number; readonly held: number; readonly invoices: number }> =>
  db.one(sql`
    select count(*) filter (where state = 'refused') as refused, count(first_line) as held,
      count(*) filter (where state = 'ready' and first_line = line) as invoices
    from source_row
    where organization_id = current_organization() and source_file_id = ${file}`)

/** Invoices that could go in when the file was checked, and could not when it went in. */
export const refusedSinceCheck = async (db: Db, file: number): Promise<number> =>
  (
    await db.one<{ invoices: number }>(sql`
      select count(distinct first.line) as invoices
      from source_row first
      join source_row r on r.organization_id = first.organization_id and r.source_file_id = first.source_file_id
        and r.first_line = first.line
      where first.organization_id = current_organization() and first.source_file_id = ${file}
        and first.compared is not null and r.state = 'refused'`)
  ).invoices
