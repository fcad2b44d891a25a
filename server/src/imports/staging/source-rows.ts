import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import type { Ranks } from '@quittance/core/imports/number-register.ts'
import type { SourceRow } from '@quittance/core/imports/row-cells.ts'
import type { Db } from '../../platform/database/db.ts'
import { type Sql, sql } from '../../platform/database/sql.ts'

/** A row with what the check said of it; what stands for its whole invoice is on the first of its rows alone. */
export interface StagedRow extends SourceRow {
  /** `setAside`: of several electronic invoices of its number, another one stands. */
  readonly state: 'ready' | 'refused' | 'repeated' | 'setAside'
  /** null: it holds no number of its file. Without a first line it is none of the invoices that go in. */
  readonly holds: { readonly firstLine: number | null; readonly key: string; readonly rank: number | null } | null
  readonly ready: ReadyRow | null
  readonly warnings: readonly { readonly code: string; readonly value: string }[]
}

/** What a row that can go in adds to the sums; amounts negative for a credit note. */
export interface ReadyRow {
  readonly compared: 'new' | 'changed' | 'unchanged' | null
  readonly newCustomer: number | null
  /** null: the row is about no amount. */
  readonly currency: string | null
  readonly total: number
  readonly amountDue: number
  readonly statedOn: CalendarDate | null
  readonly isLate: boolean
}

/** Keeps rows of a file; one that is there already is said anew. */
export async function writeRows(db: Db, file: number, rows: readonly StagedRow[]): Promise<void> {
  if (rows.length === 0) return
  const held = rows.map(({ holds }) => holds)
  const ready = rows.map((row) => row.ready)
  await db.run(sql`
    insert into source_row (organization_id, source_file_id, line, cells, state, first_line, held_number, rank, compared,
      new_customer, currency, total, amount_due, stated_on, is_late, warnings)
    select current_organization(), ${file}, *
    from unnest(${rows.map(({ line }) => line)}::integer[], ${rows.map(({ cells }) => sql.json(cells))}::json[],
      ${rows.map(({ state }) => state)}::text[], ${held.map((one) => one?.firstLine ?? null)}::integer[],
      ${held.map((one) => (one ? heldNumber(file, one.key) : null))}::text[], ${held.map((one) => one?.rank ?? null)}::integer[],
      ${ready.map((one) => one?.compared ?? null)}::text[], ${ready.map((one) => one?.newCustomer ?? null)}::integer[],
      ${ready.map((one) => one?.currency ?? null)}::text[], ${ready.map((one) => one?.total ?? null)}::bigint[],
      ${ready.map((one) => one?.amountDue ?? null)}::bigint[], ${ready.map((one) => one?.statedOn ?? null)}::date[],
      ${ready.map((one) => one?.isLate ?? false)}::boolean[],
      ${rows.map(({ warnings }) => (warnings.length > 0 ? sql.json(warnings) : null))}::jsonb[])
    on conflict (organization_id, source_file_id, line) do update
    set state = excluded.state, first_line = excluded.first_line, held_number = excluded.held_number, rank = excluded.rank,
      compared = excluded.compared, new_customer = excluded.new_customer, currency = excluded.currency,
      total = excluded.total, amount_due = excluded.amount_due, stated_on = excluded.stated_on,
      is_late = excluded.is_late, warnings = excluded.warnings`)
}

/** The rows of a file begin anew, and with them the customers only it knows and what is to fix. */
export async function removeRows(db: Db, file: number): Promise<void> {
  for (const table of [
    'source_row',
    'source_customer',
    'source_payment',
    'source_allocation',
    'source_balance',
    'dropped_file',
    'refusal',
  ])
    await db.run(sql`
      delete from ${sql.identifier(table)} where organization_id = current_organization() and source_file_id = ${file}`)
}

/** These rows, and those that held one of their numbers beside them: what one says may free the others. */
export const rowsOn = (db: Db, file: number, lines: readonly number[]): Promise<SourceRow[]> =>
  db.rows(sql`
    with wanted as materialized (
      select line, cells, held_number from source_row
      where organization_id = current_organization() and source_file_id = ${file} and line = any(${lines})
    ), beside as (
      select r.line, r.cells from (select distinct held_number from wanted where held_number is not null) held
      cross join lateral (
        select line, cells from source_row
        where organization_id = current_organization() and held_number = held.held_number and rank is null
        offset 0
      ) r
      where r.line <> all(${lines})
    )
    select line, cells from wanted union all select line, cells from beside
    order by line`)

const heldNumber = (file: number, key: string): string => `${file} ${key}`

/**
 * Rows that hold one of these numbers in the file. One after the other: where the server has not looked at the table since
 * this file came, it takes its rows for few, and would compare each of them with all numbers.
 */
export const rowsOfNumbers = (db: Db, file: number, keys: readonly string[]): Promise<SourceRow[]> =>
  db.rows(sql`
    select held.line, held.cells from unnest(${keys.map((key) => heldNumber(file, key))}::text[]) wanted (number)
    cross join lateral (
      select line, cells from source_row
      where organization_id = current_organization() and held_number = wanted.number
      offset 0
    ) held`)

/** What rows of a file with these made numbers were given, and those on these lines before they are told anew. */
export async function ranksOf(
  db: Db,
  file: number,
  { keys, lines }: { readonly keys: readonly string[]; readonly lines: readonly number[] },
): Promise<Ranks> {
  if (keys.length === 0) return { last: new Map(), own: new Map() }
  const rows = await db.rows<{ key: string; rank: number | null }>(sql`
    select wanted.key, (
      select max(rank) from source_row
      where organization_id = current_organization() and held_number = wanted.held) as rank
    from unnest(${keys}::text[], ${keys.map((key) => heldNumber(file, key))}::text[]) wanted (key, held)`)
  const own = await db.rows<{ line: number; held: string; rank: number }>(sql`
    select line, held_number as held, rank from source_row
    where organization_id = current_organization() and source_file_id = ${file} and line = any(${lines})
      and rank is not null and held_number is not null`)
  const start = heldNumber(file, '').length
  return {
    last: new Map(rows.map(({ key, rank }) => [key, rank ?? 0])),
    own: new Map(own.map(({ line, held, rank }) => [line, { key: held.slice(start), rank }])),
  }
}

export interface HeldRow extends SourceRow {
  readonly firstLine: number
  readonly rank: number | null
  readonly state: StagedRow['state']
}

/** The next invoices of a file with all their rows; `after` is a first line. */
export const invoicesAfter = (db: Db, file: number, after: number, count: number): Promise<HeldRow[]> =>
  invoicesFrom(db, file, { after, count, which: sql.empty })

/** The first invoices of a file that can go in, with all their rows. */
export const firstReady = (db: Db, file: number, count: number): Promise<HeldRow[]> =>
  invoicesFrom(db, file, { after: 0, count, which: sql`and compared is not null` })

const invoicesFrom = (
  db: Db,
  file: number,
  { after, count, which }: { readonly after: number; readonly count: number; readonly which: Sql },
): Promise<HeldRow[]> =>
  db.rows(sql`
    with next as (
      select line, cells, first_line, rank, state from source_row
      where organization_id = current_organization() and source_file_id = ${file} and line > ${after}
        and first_line = line ${which}
      order by line
      limit ${count}
    )
    select line, cells, first_line as "firstLine", rank, state from next
    union all
    select r.line, r.cells, r.first_line, r.rank, r.state from next
    join source_row r on r.organization_id = current_organization() and r.source_file_id = ${file}
      and r.first_line = next.line and r.first_line <> r.line
    order by "firstLine", line`)

/** While a file goes in: what could, no longer can, or the other way round. */
export const writeStates = (
  db: Db,
  file: number,
  { lines, state }: { readonly lines: readonly number[]; readonly state: 'ready' | 'refused' },
): Promise<number> =>
  lines.length === 0
    ? Promise.resolve(0)
    : db.run(sql`
    update source_row set state = ${state}
    where organization_id = current_organization() and source_file_id = ${file} and line = any(${lines})`)

/** The file is in: what it says is known by now, and so are its customers. */
export async function settleRows(db: Db, file: number): Promise<void> {
  await db.run(sql`
    update source_row set compared = 'unchanged', new_customer = null
    where organization_id = current_organization() and source_file_id = ${file} and compared in ('new', 'changed')`)
  await db.run(sql`
    delete from source_customer where organization_id = current_organization() and source_file_id = ${file}`)
}

export interface SourceCustomer {
  readonly rank: number
  readonly name: string
  readonly code: string | null
  readonly siren: string | null
  readonly vatNumber: string | null
}

export const sourceCustomers = (db: Db, file: number): Promise<SourceCustomer[]> =>
  db.rows(sql`
    select rank, name, code, siren, vat_number as "vatNumber" from source_customer
    where organization_id = current_organization() and source_file_id = ${file}
    order by rank`)

export const insertSourceCustomers = (db: Db, file: number, customers: readonly SourceCustomer[]): Promise<number> =>
  customers.length === 0
    ? Promise.resolve(0)
    : db.run(sql`
    insert into source_customer (organization_id, source_file_id, rank, name, code, siren, vat_number)
    select current_organization(), ${file}, *
    from unnest(${customers.map(({ rank }) => rank)}::integer[], ${customers.map(({ name }) => name)}::text[],
      ${customers.map(({ code }) => code)}::text[], ${customers.map(({ siren }) => siren)}::text[],
      ${customers.map(({ vatNumber }) => vatNumber)}::text[])`)
