import type { Field } from '@quittance/core/imports/fields.ts'
import type { Refusal, RefusalCode } from '@quittance/core/imports/refusals.ts'
import type { Corrections } from '@quittance/core/imports/row-cells.ts'
import type { Db } from '../platform/database/db.ts'
import { sql } from '../platform/database/sql.ts'

/** A row that does not go in, with all that is wrong with it. */
export interface RefusedRow {
  readonly line: number
  readonly invoiceNumber: string
  readonly refusals: readonly Refusal[]
}

/** One of a field is enough: the first says it. */
export async function insertRefusals(db: Db, file: number, rows: readonly RefusedRow[]): Promise<void> {
  const all = rows.flatMap(({ invoiceNumber, refusals }) =>
    refusals.map(({ line, field, code, value, other, fix }) => ({
      line,
      field,
      code,
      value: value.slice(0, 1000),
      other: other ?? null,
      fixField: fix?.field ?? null,
      fixValue: fix?.value ?? null,
      invoiceNumber,
    })),
  )
  if (all.length === 0) return
  await db.run(sql`
    insert into refusal (organization_id, source_file_id, line, field, code, value, other, fix_field, fix_value,
      invoice_number)
    select current_organization(), ${file}, line, field, code, value, other, "fixField", "fixValue", "invoiceNumber"
    from jsonb_to_recordset(${sql.json(all)}::jsonb) as given (line integer, field text, code text, value text, other text,
      "fixField" text, "fixValue" text, "invoiceNumber" text)
    on conflict (organization_id, source_file_id, line, field) do nothing`)
}

/** The first lines refused for this reason. */
export const linesRefusedFor = async (db: Db, file: number, code: RefusalCode, limit: number): Promise<number[]> =>
  (
    await db.rows<{ line: number }>(sql`
      select distinct line from refusal
      where organization_id = current_organization() and source_file_id = ${file} and code = ${code}
      order by line
      limit ${limit}`)
  ).map(({ line }) => line)

/** These rows are read anew. */
export const removeRefusals = (db: Db, file: number, lines: readonly number[]): Promise<number> =>
  db.run(sql`
    delete from refusal
    where organization_id = current_organization() and source_file_id = ${file} and line = any(${lines})`)

export interface KeptRefusal {
  readonly line: number
  readonly field: Field
  readonly code: RefusalCode
  readonly value: string
  readonly other: string | null
  readonly fixField: Field | null
  readonly fixValue: string | null
  readonly invoiceNumber: string
  /** What a person typed for it already. */
  readonly correction: string | null
}

const selected = sql`r.line, r.field, r.code, r.value, r.other, r.fix_field as "fixField", r.fix_value as "fixValue",
  r.invoice_number as "invoiceNumber", c.value as correction`

const withCorrection = sql`refusal r
  left join correction c on c.organization_id = r.organization_id and c.source_file_id = r.source_file_id
    and c.line = r.line and c.field = coalesce(r.fix_field, r.field)`

/** In the order of the file. */
export const refusalsOf = (db: Db, file: number, limit: number): Promise<KeptRefusal[]> =>
  db.rows(sql`
    select ${selected} from ${withCorrection}
    where r.organization_id = current_organization() and r.source_file_id = ${file}
    order by r.line, r.field
    limit ${limit}`)

/** The next whole rows after a line, for a person's spreadsheet. */
export const refusedRowsAfter = (
  db: Db,
  file: number,
  { after, count }: { readonly after: number; readonly count: number },
): Promise<{ readonly line: number; readonly cells: string[]; readonly refusals: KeptRefusal[] }[]> =>
  db.rows(sql`
    select s.line, s.cells, (
      select json_agg(json_build_object('line', r.line, 'field', r.field, 'code', r.code, 'value', r.value,
        'other', r.other, 'fixField', r.fix_field, 'fixValue', r.fix_value) order by r.field)
      from refusal r
      where r.organization_id = s.organization_id and r.source_file_id = s.source_file_id and r.line = s.line) as refusals
    from source_row s
    where s.organization_id = current_organization() and s.source_file_id = ${file} and s.state = 'refused'
      and s.line > ${after}
    order by s.line
    limit ${count}`)

/** The refusal as the sentences want it. */
export const asRefusal = (kept: KeptRefusal, column: string | undefined): Refusal => ({
  line: kept.line,
  field: kept.field,
  code: kept.code,
  value: kept.value,
  ...(column !== undefined && { column }),
  ...(kept.other !== null && { other: kept.other }),
  ...(kept.fixField !== null && kept.fixValue !== null && { fix: { field: kept.fixField, value: kept.fixValue } }),
})

/** What was typed for these lines of a file. */
export async function correctionsOf(db: Db, file: number, lines: readonly number[]): Promise<Map<number, Corrections>> {
  const rows = await db.rows<{ line: number; field: Field; value: string }>(sql`
    select line, field, value from correction
    where organization_id = current_organization() and source_file_id = ${file} and line = any(${lines})`)
  const byLine = new Map<number, Corrections>()
  for (const { line, field, value } of rows) byLine.set(line, { ...byLine.get(line), [field]: value })
  return byLine
}

/** One answer is for every row that says the same: who the customer is, and whether a seller is our firm. */
const answeredForAll = ['unknownCustomer', 'otherSeller', 'sisterSeller', 'boughtByUs']

/**
 * Keeps what a person typed. Linking an unknown customer, or a seller, answers for every refused row that names it the same way.
 * Answers the lines concerned; none when the line was not refused.
 */
export async function keepCorrection(
  db: Db,
  file: number,
  { line, field, value }: { readonly line: number; readonly field: Field; readonly value: string },
): Promise<number[]> {
  const rows = await db.rows<{ line: number }>(sql`
    insert into correction (organization_id, source_file_id, line, field, value)
    select distinct r.organization_id, r.source_file_id, r.line, ${field}::text, ${value}::text
    from refusal r
    where r.organization_id = current_organization() and r.source_file_id = ${file}
      and (r.line = ${line} or r.code = any(${answeredForAll}) and ${field} = coalesce(r.fix_field, r.field)
        and (r.code, r.value) = (
        select s.code, s.value from refusal s
        where s.organization_id = r.organization_id and s.source_file_id = r.source_file_id and s.line = ${line}
          and s.code = any(${answeredForAll})
        limit 1))
    on conflict (organization_id, source_file_id, line, field) do update set value = excluded.value
    returning line`)
  return rows.map((row) => row.line)
}
