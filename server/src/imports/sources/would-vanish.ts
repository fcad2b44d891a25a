import type { Db } from '../../platform/database/db.ts'
import { type Sql, sql } from '../../platform/database/sql.ts'
import { found } from '../../platform/http/app-error.ts'
import type { SourceFileRow } from '../source-file-row.ts'
import { sourceFile } from '../source-files.ts'
import { amongLayout } from './among-layout.ts'
import { hasUnreadRows } from './flag-vanished.ts'
import { sourceShown } from './source-shown.ts'

export interface WouldVanish {
  /** Open invoices its source stated that a checked list does not hold, and how many it stated in all. */
  readonly count: number
  readonly of: number
  /** The first of them. */
  readonly numbers: readonly string[]
  /** A row whose number cannot be read may be any of them: then none would be marked. */
  readonly hasUnread: boolean
}

const none: WouldVanish = { count: 0, of: 0, numbers: [], hasUnread: false }
const mostNumbers = 20

/** Which invoices would be marked as missing, were this list or ledger said to hold every open one; nothing is written. */
export async function wouldVanish(db: Db, id: number): Promise<WouldVanish> {
  const file = found(await sourceFile(db, id))
  const { source } = await sourceShown(db, file)
  if (!source) return none
  const among = await amongLayout(db, { ...file, sourceId: source.id })
  const counted = await db.one<Omit<WouldVanish, 'hasUnread'>>(sql`
    with held as materialized (
      select substr(held_number, length(${id}::text) + 2) || coalesce('-' || nullif(rank, 1), '') as number from source_row
      where organization_id = current_organization() and source_file_id = ${id} and held_number is not null
      union all
      select lower(invoice_number) from refusal
      where organization_id = current_organization() and source_file_id = ${id}
    ), stated as materialized (
      select i.number, lower(i.number) in (select number from held) as stays from invoice i
      where i.organization_id = current_organization() and i.legal_entity_id = ${file.legalEntityId}
        and i.source_id = ${source.id} and i.missing_since is null and ${among} and ${within(file)}
        and exists (select from open_item o
          where o.organization_id = i.organization_id and o.invoice_id = i.id and o.amount_due <> 0)
    )
    select count(*) filter (where not stays) as count, count(*) as of,
      coalesce((select array_agg(number) from (
        select number from stated where not stays order by number limit ${mostNumbers}) first), '{}') as numbers
    from stated`)
  return { ...counted, hasUnread: await hasUnreadRows(db, id) }
}

/** A ledger says nothing of other days than its own, nor of customers it does not name. */
const within = ({ id, ledger }: Pick<SourceFileRow, 'id' | 'ledger'>): Sql =>
  ledger === null
    ? sql`true`
    : sql`i.issue_date between ${ledger.from}::date and ${ledger.to}::date and i.customer_id in (
        select c.id from source_balance b
        join customer c on c.organization_id = b.organization_id and c.code = b.customer_code
        where b.organization_id = current_organization() and b.source_file_id = ${id})`

/** A complete export loses some invoices a day; one that loses more than this was probably not complete. */
const fewLost = 5
const shareLost = 0.2

/** So many at once that a person is to look before they are marked. */
export const isManyVanished = ({ count, of, hasUnread }: WouldVanish): boolean =>
  !hasUnread && count > fewLost && count > of * shareLost
