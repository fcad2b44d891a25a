import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { dayOfEntry, isToldAnew, itemKeyButEntry } from '@quittance/core/imports/fec/entry-keys.ts'
import type { InvoiceRow } from '@quittance/core/imports/parse-row.ts'
import type { Db } from '../../platform/database/db.ts'
import { sql } from '../../platform/database/sql.ts'
import { ledgerMapping } from '../reading/ledger/ledger-cells.ts'
import { changedRow, type InvoiceRows } from '../staging/read-rows.ts'

interface KnownEntry {
  readonly key: string
  readonly invoice: number
  readonly number: string
}

/** The invoices that these entries of the ledger are. */
export const invoicesOfEntries = (db: Db, legalEntity: number, keys: readonly string[]): Promise<KnownEntry[]> =>
  keys.length === 0
    ? Promise.resolve([])
    : db.rows(sql`
    select l.ledger_key as key, i.id as invoice, i.number from ledger_item l
    join invoice i on i.organization_id = l.organization_id and i.id = l.invoice_id
    where l.organization_id = current_organization() and l.legal_entity_id = ${legalEntity} and l.ledger_key = any(${keys})`)

/** Of these numbers, the invoices that nothing but the opening of a year has told, with the first day of that year. */
export const toldByOpenings = async (
  db: Db,
  legalEntity: number,
  numbers: readonly string[],
): Promise<Map<string, CalendarDate>> => {
  if (numbers.length === 0) return new Map()
  const rows = await db.rows<{ number: string; keys: string[] }>(sql`
    select i.number, array_agg(l.ledger_key) as keys
    from invoice i join ledger_item l on l.organization_id = i.organization_id and l.invoice_id = i.id
    where i.organization_id = current_organization() and i.legal_entity_id = ${legalEntity} and i.number = any(${numbers})
    group by i.number having bool_and(l.is_opening)`)
  return new Map(
    rows.flatMap(({ number, keys }) => {
      const days = [...new Set(keys.map(dayOfEntry))]
      return days.length === 1 && days[0] ? [[number, days[0]] as const] : []
    }),
  )
}

/** Of these numbers, those whose invoice is another entry of the ledger, in the year it was made. */
const numbersOfOthers = async (
  db: Db,
  legalEntity: number,
  wanted: readonly { readonly key: string; readonly number: string }[],
): Promise<Set<string>> => {
  const rows = await db.rows<{ key: string; number: string; others: string[] }>(sql`
    select given.key, given.number, array_agg(l.ledger_key) as others
    from unnest(${wanted.map(({ key }) => key)}::text[], ${wanted.map(({ number }) => number)}::text[])
      as given (key, number)
    join invoice i on i.organization_id = current_organization() and i.legal_entity_id = ${legalEntity}
      and i.number = given.number
    join ledger_item l on l.organization_id = i.organization_id and l.invoice_id = i.id and not l.is_opening
    group by given.key, given.number`)
  return new Set(
    rows.flatMap(({ key, number, others }) => (others.some((other) => isToldAnew(other, key, number)) ? [] : [key])),
  )
}

type Wanted = { readonly key: string; readonly row: InvoiceRow }

/**
 * Entries without a number of their own that an earlier file numbered otherwise: alike in all else, amount among it, and
 * their own entry is not in this file. Key → number of the invoice it is.
 */
async function renumbered(
  db: Db,
  { legalEntity, file }: { readonly legalEntity: number; readonly file: number },
  unknown: readonly Wanted[],
): Promise<Map<string, string>> {
  if (unknown.length === 0 || !(await hasOtherLedger(db, { legalEntity, file }))) return new Map()
  const days = [...new Set(unknown.flatMap(({ row }) => row.issueDate ?? []))]
  const totals = [...new Set(unknown.flatMap(({ row: { total } }) => [total.amount, -total.amount]))]
  const alike = await db.rows<{ key: string; number: string; total: number }>(sql`
    select l.ledger_key as key, i.number, abs(i.total_amount) as total
    from invoice i
    join ledger_item l on l.organization_id = i.organization_id and l.invoice_id = i.id and l.source_file_id <> ${file}
    where i.organization_id = current_organization() and i.legal_entity_id = ${legalEntity}
      and i.issue_date = any(${days}::date[]) and i.total_amount = any(${totals}::bigint[])
    order by key`)
  const standing = await keysInFile(
    db,
    file,
    alike.map(({ key }) => key),
  )
  const free = new Map<string, string[]>()
  const whatOf = (key: string, total: number): string => `${itemKeyButEntry(key)} ${total}`
  for (const { key, number, total } of alike) {
    const what = whatOf(key, total)
    if (!standing.has(key)) free.set(what, [...(free.get(what) ?? []), number])
  }
  return new Map(
    unknown.flatMap(({ key, row }) => {
      const number = free.get(whatOf(key, row.total.amount))?.shift()
      return number === undefined ? [] : [[key, number] as const]
    }),
  )
}

const hasOtherLedger = async (
  db: Db,
  { legalEntity, file }: { readonly legalEntity: number; readonly file: number },
): Promise<boolean> => {
  const { others } = await db.one<{ others: boolean }>(sql`
    select exists (
      select from source_file
      where organization_id = current_organization() and legal_entity_id = ${legalEntity} and ledger is not null
        and id <> ${file} and state in ('imported', 'importing')) as others`)
  return others
}

async function keysInFile(db: Db, file: number, keys: readonly string[]): Promise<Set<string>> {
  if (keys.length === 0) return new Set()
  const rows = await db.rows<{ key: string }>(sql`
    select cells ->> ${keyColumn}::integer as key from source_row
    where organization_id = current_organization() and source_file_id = ${file}
      and cells ->> ${keyColumn}::integer = any(${keys})`)
  return new Set(rows.map(({ key }) => key))
}

const keyColumn = ledgerMapping.indexOf('ledgerKey')

/**
 * The number of a piece may be told otherwise in a later export (two customers share it now), the entry is the same: an
 * invoice keeps the number it has here. A number that is another entry's by now goes with that of its own entry, unless
 * that entry is this one, numbered anew when it was validated.
 */
export async function numberedAsKnown(
  db: Db,
  { legalEntity, file }: { readonly legalEntity: number; readonly file: number },
  invoices: readonly InvoiceRows[],
): Promise<readonly InvoiceRows[]> {
  const keys = invoices.flatMap(([{ row }]) => (row.ledgerKey ? [{ key: row.ledgerKey, row }] : []))
  if (keys.length === 0) return invoices
  const entries = await invoicesOfEntries(
    db,
    legalEntity,
    keys.map(({ key }) => key),
  )
  const known = new Map(entries.map(({ key, number }) => [key, number]))
  const notKnown = keys.filter(({ key }) => !known.has(key))
  for (const [key, number] of await renumbered(db, { legalEntity, file }, notKnown)) known.set(key, number)
  const unknown = notKnown.filter(({ key, row }) => !known.has(key) && row.carriedOn === undefined)
  const taken = await numbersOfOthers(
    db,
    legalEntity,
    unknown.map(({ key, row }) => ({ key, number: row.number })),
  )
  return invoices.map((rows) => {
    const [{ row }] = rows
    if (!row.ledgerKey) return rows
    const number =
      known.get(row.ledgerKey) ?? (taken.has(row.ledgerKey) ? ownNumber(row.number, row.ledgerKey) : row.number)
    return number === row.number ? rows : changedRow(rows, (one) => ({ ...one, number }))
  })
}

/** « FA-12 (VE-31) »: the number people see, told apart by journal and entry. */
const ownNumber = (number: string, key: string): string => `${number} (${key.split(':').slice(0, 2).join('-')})`

/** Notes which invoice each entry is, as this file says it; what was said before stands. */
export const noteEntries = (
  db: Db,
  { legalEntity, file }: { readonly legalEntity: number; readonly file: number },
  entries: readonly { readonly key: string; readonly number: string; readonly isOpening: boolean }[],
): Promise<number> =>
  entries.length === 0
    ? Promise.resolve(0)
    : db.run(sql`
    insert into ledger_item (organization_id, legal_entity_id, ledger_key, invoice_id, is_opening, source_file_id)
    select current_organization(), ${legalEntity}, given.key, i.id, given.opening, ${file}
    from unnest(${entries.map(({ key }) => key)}::text[], ${entries.map(({ number }) => number)}::text[],
      ${entries.map(({ isOpening }) => isOpening)}::boolean[]) as given (key, number, opening)
    join invoice i on i.organization_id = current_organization() and i.legal_entity_id = ${legalEntity}
      and i.number = given.number
    on conflict do nothing`)

export const forgetEntries = (db: Db, file: number): Promise<number> =>
  db.run(sql`delete from ledger_item where organization_id = current_organization() and source_file_id = ${file}`)
