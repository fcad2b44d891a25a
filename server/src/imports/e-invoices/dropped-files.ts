import type { Db } from '../../platform/database/db.ts'
import { sql } from '../../platform/database/sql.ts'

/**
 * What becomes of a file within a source. `read`: an invoice without a file to attach; `toAttach` until the import is in,
 * then `attached`, `sameAttached` (it was there), `otherAttached` (the invoice has another file, which stays) or `unknown`
 * (no invoice of that number); `several`: it shows the numbers of several invoices.
 */
export type DroppedState =
  | 'attached'
  | 'leftOut'
  | 'otherAttached'
  | 'read'
  | 'refused'
  | 'sameAttached'
  | 'several'
  | 'toAttach'
  | 'tooLarge'
  | 'unknown'

export interface KeptFile {
  readonly position: number
  readonly name: string
  readonly line: number | null
  readonly number: string | null
  readonly form: string | null
  readonly isCredit: boolean
  readonly sha256: string | null
  readonly fingerprint: string | null
  readonly state: DroppedState
  readonly candidates: readonly string[]
}

export const insertDropped = (db: Db, source: number, files: readonly KeptFile[]): Promise<number> =>
  files.length === 0
    ? Promise.resolve(0)
    : db.run(sql`
    insert into dropped_file (organization_id, source_file_id, position, name, line, number, form, is_credit, sha256,
      fingerprint, state, candidates)
    select current_organization(), ${source}, position, name, line, number, form, "isCredit", sha256, fingerprint, state,
      candidates
    from jsonb_to_recordset(${sql.json(files)}::jsonb) as g (position integer, name text, line integer, number text,
      form text, "isCredit" boolean, sha256 text, fingerprint text, state text, candidates text[])`)

/** What became of the first row of the file `d`; looked for one by one, whatever the planner believes of a new source. */
const rowState = (source: number) => sql`(
  select r.state from source_row r
  where r.organization_id = current_organization() and r.source_file_id = ${source} and r.line = d.line
  limit 1)`

export interface DroppedCounts {
  readonly files: number
  readonly invoices: number
  readonly creditNotes: number
  readonly toAttach: number
  readonly attached: number
  readonly forms: readonly { readonly form: string; readonly count: number }[]
}

export const countDropped = (db: Db, source: number): Promise<DroppedCounts> =>
  db.one(sql`
    with mine as (
      select d.form, d.is_credit,
        case when ${rowState(source)} in ('refused', 'setAside') then 'refused' else d.state end as state
      from dropped_file d
      where d.organization_id = current_organization() and d.source_file_id = ${source}
    )
    select count(*) as files, count(*) filter (where form is not null and not is_credit) as invoices,
      count(*) filter (where form is not null and is_credit) as "creditNotes",
      count(*) filter (where state = 'toAttach') as "toAttach", count(*) filter (where state = 'attached') as attached,
      coalesce((select json_agg(json_build_object('form', form, 'count', count) order by count desc, form)
        from (select form, count(*) as count from mine where form is not null group by form) f), '[]') as forms
    from mine`)

export interface ListedFile extends Pick<KeptFile, 'candidates' | 'isCredit' | 'name' | 'number' | 'position'> {
  /** `toFix`: its row is refused so far; `setAside`, `repeated`: another invoice of its number stands. */
  readonly state: DroppedState | 'repeated' | 'setAside' | 'toFix'
  /** Of its invoice, all due lines together; null where it has none that can go in. */
  readonly amountDue: { readonly amount: number; readonly currency: string } | null
}

/** Those a person is to look at first, then the others; in the order of the source. */
export const listDropped = (db: Db, source: number, limit: number): Promise<ListedFile[]> =>
  db.rows(sql`
    select position, name, number, "isCredit", state, candidates, (
      select json_build_object('amount', sum(r.amount_due), 'currency', min(r.currency)) from source_row r
      where r.organization_id = current_organization() and r.source_file_id = ${source} and r.currency is not null
        and (r.line = file.line or r.first_line = file.line and r.first_line <> r.line)
      having count(*) > 0
    ) as "amountDue" from (
      select d.position, d.name, d.number, d.line, d.is_credit as "isCredit", d.candidates,
        case when d.state = 'refused' then d.state else case ${rowState(source)} when 'refused' then 'toFix'
          when 'setAside' then 'setAside' when 'repeated' then case when d.state = 'otherAttached' then 'repeated' else d.state end
          else d.state end end as state
      from dropped_file d
      where d.organization_id = current_organization() and d.source_file_id = ${source}
    ) file
    order by case when state in ('refused', 'toFix', 'several', 'unknown', 'otherAttached', 'tooLarge') then 0
      when state in ('leftOut', 'repeated', 'setAside') then 1 else 2 end, position
    limit ${limit}`)

export interface FileToAttach {
  readonly position: number
  /** When it is its turn. */
  readonly turn: number
  readonly name: string
  readonly sha256: string | null
  /** null: no invoice of its number is in. */
  readonly invoice: number | null
}

/** The next PDFs after a turn, those of invoices that merely repeat another last, with the invoice they belong to: by its row, as corrected, else by its number. */
export const filesToAttach = (
  db: Db,
  source: number,
  { after, count, legalEntity }: { readonly after: number; readonly count: number; readonly legalEntity: number },
): Promise<FileToAttach[]> =>
  db.rows(sql`
    with mine as materialized (
      select d.position, d.name, d.sha256, d.line, coalesce(d.number, d.candidates[1]) as number,
        case when ${rowState(source)} = 'repeated' then ${afterAll} else 0 end + d.position as turn
      from dropped_file d
      where d.organization_id = current_organization() and d.source_file_id = ${source}
        and d.sha256 is not null and (d.state = 'toAttach' or d.state = 'unknown' and d.line is not null)
    ), next as materialized (
      select * from mine where turn > ${after} order by turn limit ${count}
    )
    select d.position, d.turn, d.name, d.sha256, i.id as invoice
    from next d
    left join lateral (
      select r.state from source_row r
      where r.organization_id = current_organization() and r.source_file_id = ${source} and r.line = d.line
      limit 1
    ) r on true
    left join lateral (
      select c.value from correction c
      where c.organization_id = current_organization() and c.source_file_id = ${source} and c.line = d.line
        and c.field = 'invoiceNumber'
      limit 1
    ) c on true
    left join lateral (
      select i.id from invoice i
      where i.organization_id = current_organization() and i.legal_entity_id = ${legalEntity}
        and i.number = coalesce(c.value, d.number) and coalesce(r.state, 'ready') not in ('refused', 'setAside')
      limit 1
    ) i on true
    order by d.turn`)

/** More than any drop has files. */
const afterAll = 1_000_000

export const keepStates = (
  db: Db,
  source: number,
  files: readonly { readonly position: number; readonly state: DroppedState }[],
): Promise<number> =>
  db.run(sql`
    update dropped_file d set state = g.state
    from unnest(${files.map(({ position }) => position)}::integer[], ${files.map(({ state }) => state)}::text[])
      as g (position, state)
    where d.organization_id = current_organization() and d.source_file_id = ${source} and d.position = g.position`)

export interface KnownNumber {
  readonly number: string
  /** Hex digest of the file the invoice has. */
  readonly digest: string | null
}

const knownNumber = sql`
  select i.number, encode(sha256(f.content), 'hex') as digest
  from invoice i
  left join invoice_file f on f.organization_id = i.organization_id and f.invoice_id = i.id
  where i.organization_id = current_organization()`

/** Those of these numbers that a firm has invoices of. */
export const numbersKnown = (db: Db, legalEntity: number, numbers: readonly string[]): Promise<KnownNumber[]> =>
  numbers.length === 0
    ? Promise.resolve([])
    : db.rows(sql`${knownNumber} and i.legal_entity_id = ${legalEntity} and i.number = any(${numbers})`)

/** Numbers of a firm's invoices that read like one of these keys (`plainNumber`); all its invoices are looked at. */
export const numbersLike = (db: Db, legalEntity: number, keys: readonly string[]): Promise<KnownNumber[]> =>
  keys.length === 0
    ? Promise.resolve([])
    : db.rows(sql`${knownNumber} and i.legal_entity_id = ${legalEntity}
      and regexp_replace(lower(i.number), '[^[:alnum:]]+', '', 'g') = any(${keys})`)
