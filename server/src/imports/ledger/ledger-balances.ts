import type { z } from 'zod'
import type { Db } from '../../platform/database/db.ts'
import { sql } from '../../platform/database/sql.ts'
import { found } from '../../platform/http/app-error.ts'
import type { endpoints } from '../contract.ts'
import { sourceFile } from '../source-files.ts'

/** Customers shown at most; those that differ come first. */
const mostBalances = 300

type Shown = z.input<NonNullable<(typeof endpoints)['ledgerBalances']['answer']>>

/**
 * Customer by customer, the balance the ledger has and the one Quittance makes of it: once the file is in, what it has
 * today, items left less payments not allocated. Who differs comes first.
 */
export async function ledgerBalances(db: Db, id: number): Promise<Shown> {
  const file = found(await sourceFile(db, id))
  const isIn = file.state === 'imported'
  const rows = await db.rows<Shown['balances'][number] & { customers: number; differing: number }>(sql`
    with balance as (
      select b.customer_code, b.customer_name, b.debit, b.credit, b.besides, b.rebuilt, c.id as customer
      from source_balance b
      left join lateral (
        select c.id from customer c
        where c.organization_id = b.organization_id and (c.code = b.customer_code or c.name = b.customer_name)
        order by (c.code = b.customer_code) desc, c.id
        limit 1) c on true
      where b.organization_id = current_organization() and b.source_file_id = ${id}
    ), known as (
      select b.*, case when not ${isIn} then b.rebuilt when b.customer is null then 0 else (
          select coalesce(sum(o.amount_due), 0) from open_item o
          where o.organization_id = current_organization() and o.customer_id = b.customer
            and o.legal_entity_id = ${file.legalEntityId} and o.currency = 'EUR' and o.amount_due <> 0
        ) - (
          select coalesce(sum(p.unallocated), 0) from payment p
          where p.organization_id = current_organization() and p.customer_id = b.customer
            and p.legal_entity_id = ${file.legalEntityId} and p.currency = 'EUR' and p.unallocated > 0
        ) end::bigint as here
      from balance b
    )
    select customer_code as "customerCode", customer_name as "customerName", customer as "customerId", debit, credit,
      debit - credit as balance, besides, here, here - (debit - credit + besides) as difference,
      count(*) over () as customers,
      count(*) filter (where here <> debit - credit + besides) over () as differing
    from known
    order by (here <> debit - credit + besides) desc, abs(debit - credit + besides) desc, customer_code
    limit ${mostBalances}`)
  const [first] = rows
  return {
    balances: rows.map(({ customers: _customers, differing: _differing, ...row }) => row),
    customers: first?.customers ?? 0,
    differing: first?.differing ?? 0,
    isIn,
  }
}
