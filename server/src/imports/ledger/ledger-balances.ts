import type { z } from 'zod'
import type { Db } from '../../platform/database/db.ts'
import { sql } from '../../platform/database/sql.ts'
import { found } from '../../platform/http/app-error.ts'
import type { endpoints } from '../contract.ts'
import { sourceFile } from '../source-files.ts'

/** Customers shown at most; those that differ come first. */
const mostBalances = 300

interface Counts {
  readonly customers: number
  readonly differing: number
  readonly onlyBesides: number
}

type Shown = z.input<NonNullable<(typeof endpoints)['ledgerBalances']['answer']>>

/**
 * Customer by customer, the balance the ledger has and the one Quittance makes of it: once the file is in, what it has
 * today, items left less payments not allocated. Codes that are one customer here are one line; a customer of an earlier
 * export whom this one leaves out owes nothing there. Who differs comes first.
 */
export async function ledgerBalances(db: Db, id: number): Promise<Shown> {
  const file = found(await sourceFile(db, id))
  const isIn = file.state === 'imported'
  const rows = await db.rows<Shown['balances'][number] & Counts>(sql`
    with called as (
      select id, code, name, 1 as rank from customer where organization_id = current_organization()
      union all
      select kept_id, code, name, 2 from customer_alias where organization_id = current_organization()
    ), by_code as (
      select distinct on (code) code, id from called order by code, rank, id
    ), by_name as (
      select distinct on (name) name, id from called order by name, rank, id
    ), told as (
      select b.*, coalesce(c.id, n.id) as customer from source_balance b
      left join by_code c on c.code = b.customer_code
      left join by_name n on n.name = b.customer_name
      where b.organization_id = current_organization() and b.source_file_id = ${id}
    ), file as (
      select period_from, period_to, exists (
          select from source_payment p
          where p.organization_id = f.organization_id and p.source_file_id = f.id and p.is_opening
        ) or exists (
          select from ledger_item l
          where l.organization_id = f.organization_id and l.source_file_id = f.id and l.is_opening) as opens
      from source_file f where organization_id = current_organization() and id = ${id} and ${isIn}
    ), ours as (
      select p.customer_id as customer, p.received_on as day from payment p
      where p.organization_id = current_organization() and p.legal_entity_id = ${file.legalEntityId}
        and p.ledger_key is not null
      union
      select i.customer_id, i.issue_date from ledger_item l
      join invoice i on i.organization_id = l.organization_id and i.id = l.invoice_id
      where l.organization_id = current_organization() and l.legal_entity_id = ${file.legalEntityId}
    ), balance as (
      select string_agg(customer_code, ', ' order by customer_code) as customer_code, min(customer_name) as customer_name,
        sum(debit)::bigint as debit, sum(credit)::bigint as credit, sum(besides)::bigint as besides,
        sum(rebuilt)::bigint as rebuilt, customer, true as is_told
      from told group by customer, case when customer is null then customer_code end
      union all
      select c.code, c.name, 0, 0, 0, 0, c.id, false from customer c
      where c.organization_id = current_organization() and c.id not in (select customer from told where customer is not null)
        and c.id in (select o.customer from ours o, file f where o.day <= f.period_to and (f.opens or o.day >= f.period_from))
    ), owed as (
      select customer_id as customer, sum(amount_due) as amount from open_item
      where organization_id = current_organization() and legal_entity_id = ${file.legalEntityId} and currency = 'EUR'
        and amount_due <> 0 and ${isIn}
      group by 1
    ), credit as (
      select customer_id as customer, sum(unallocated) as amount from payment
      where organization_id = current_organization() and legal_entity_id = ${file.legalEntityId} and currency = 'EUR'
        and unallocated > 0 and ${isIn}
      group by 1
    ), known as (
      select b.*, case when ${isIn} then coalesce(o.amount, 0) - coalesce(c.amount, 0) else b.rebuilt end::bigint as here
      from balance b
      left join owed o on o.customer = b.customer
      left join credit c on c.customer = b.customer
    )
    select customer_code as "customerCode", customer_name as "customerName", customer as "customerId", debit, credit,
      debit - credit as balance, besides, here, here - (debit - credit + besides) as difference,
      count(*) over () as customers,
      count(*) filter (where here <> debit - credit + besides) over () as differing,
      count(*) filter (where debit = 0 and credit = 0 and besides <> 0) over () as "onlyBesides"
    from known
    where is_told or here <> 0
    order by (here <> debit - credit + besides) desc, abs(debit - credit + besides) desc, customer_code
    limit ${mostBalances}`)
  const [first] = rows
  return {
    balances: rows.map(({ customers: _customers, differing: _differing, onlyBesides: _besides, ...row }) => row),
    customers: first?.customers ?? 0,
    differing: first?.differing ?? 0,
    onlyBesides: first?.onlyBesides ?? 0,
    isIn,
  }
}
