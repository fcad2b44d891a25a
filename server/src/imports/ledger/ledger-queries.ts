import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import type { Db } from '../../platform/database/db.ts'
import { type Sql, sql } from '../../platform/database/sql.ts'

export interface SourcePayment {
  readonly line: number
  readonly customerCode: string
  readonly customerName: string
  readonly receivedOn: CalendarDate
  readonly amount: number
  readonly ledgerKey: string
  readonly reference: string
  readonly label: string
  readonly isOpening: boolean
}

export const insertSourcePayments = (
  db: Db,
  file: number,
  currency: string,
  payments: readonly SourcePayment[],
): Promise<number> =>
  db.run(sql`
    insert into source_payment (organization_id, source_file_id, line, customer_code, customer_name, received_on, currency,
      amount, ledger_key, reference, label, is_opening)
    select current_organization(), ${file}, line, code, name, day, ${currency}, amount, key, reference, label, opening
    from unnest(${payments.map((one) => one.line)}::integer[], ${payments.map((one) => one.customerCode)}::text[],
      ${payments.map((one) => one.customerName)}::text[], ${payments.map((one) => one.receivedOn)}::date[],
      ${payments.map((one) => one.amount)}::bigint[], ${payments.map((one) => one.ledgerKey)}::text[],
      ${payments.map((one) => one.reference)}::text[], ${payments.map((one) => one.label)}::text[],
      ${payments.map((one) => one.isOpening)}::boolean[]
    ) as given (line, code, name, day, amount, key, reference, label, opening)`)

export interface SourceAllocation {
  readonly creditLine: number
  /** Keys of the entries: of what is settled, and of the credit note that settles it. */
  readonly itemKey: string
  readonly creditKey: string | null
  readonly amount: number
}

export const insertSourceAllocations = (
  db: Db,
  file: number,
  allocations: readonly SourceAllocation[],
): Promise<number> =>
  db.run(sql`
    insert into source_allocation (organization_id, source_file_id, credit_line, item_key, credit_key, amount)
    select current_organization(), ${file}, line, item, credit, amount
    from unnest(${allocations.map((one) => one.creditLine)}::integer[], ${allocations.map((one) => one.itemKey)}::text[],
      ${allocations.map((one) => one.creditKey)}::text[], ${allocations.map((one) => one.amount)}::bigint[]
    ) as given (line, item, credit, amount)`)

export interface SourceBalance {
  readonly customerCode: string
  readonly customerName: string
  readonly debit: number
  readonly credit: number
  readonly besides: number
  readonly rebuilt: number
}

/** An auxiliary may be called like another customer's account: people know both by that code. */
export const insertSourceBalances = (db: Db, file: number, balances: readonly SourceBalance[]): Promise<number> =>
  db.run(sql`
    insert into source_balance as b (organization_id, source_file_id, customer_code, customer_name, debit, credit, besides,
      rebuilt)
    select current_organization(), ${file}, code, max(name), sum(debit), sum(credit), sum(besides), sum(rebuilt)
    from unnest(${balances.map((one) => one.customerCode)}::text[], ${balances.map((one) => one.customerName)}::text[],
      ${balances.map((one) => one.debit)}::bigint[], ${balances.map((one) => one.credit)}::bigint[],
      ${balances.map((one) => one.besides)}::bigint[], ${balances.map((one) => one.rebuilt)}::bigint[]
    ) as given (code, name, debit, credit, besides, rebuilt)
    group by code
    on conflict (organization_id, source_file_id, customer_code) do update
    set debit = b.debit + excluded.debit, credit = b.credit + excluded.credit, besides = b.besides + excluded.besides,
      rebuilt = b.rebuilt + excluded.rebuilt`)

export const keepLedger = (
  db: Db,
  file: number,
  { ledger, from, to }: { readonly ledger: object; readonly from: string | null; readonly to: string | null },
): Promise<number> =>
  db.run(sql`
    update source_file set ledger = ${sql.json(ledger)}, period_from = ${from}::date, period_to = ${to}::date
    where organization_id = current_organization() and id = ${file}`)

/** Days a year's last entry may lie before its end, so that the next year's opening still follows it. */
const gapDays = 31

/**
 * An export of the year before that day is whole: its last entry lies at the end of the year; or the year ended early, and
 * its export, dropped again once the next year had begun, says nothing later.
 */
const isWhole = (day: Sql): Sql => sql`
  f.period_to between ${day} - 366 and ${day} - 1 and (f.period_to >= ${day} - ${gapDays}::integer or exists (
    select from source_file again
    where again.organization_id = f.organization_id and again.legal_entity_id = f.legal_entity_id
      and again.state = 'imported' and again.period_to = f.period_to and again.id > f.id and again.imported_at >= ${day}))`

/** Of these first days of a year, those whose year before is in: what they carry over is known already. */
export const coveredDays = async (
  db: Db,
  legalEntity: number,
  days: readonly CalendarDate[],
): Promise<Set<CalendarDate>> => {
  if (days.length === 0) return new Set()
  const rows = await db.rows<{ day: CalendarDate }>(sql`
    select day from unnest(${days}::date[]) day
    where exists (
      select from source_file f
      where f.organization_id = current_organization() and f.legal_entity_id = ${legalEntity} and f.state = 'imported'
        and ${isWhole(sql`day`)})`)
  return new Set(rows.map(({ day }) => day))
}

/** A ledger of a later year that is in and carried over what it does not detail: this one would be counted twice. */
export const laterLedger = (
  db: Db,
  { legalEntity, to }: { readonly legalEntity: number; readonly to: string | null },
): Promise<{ readonly name: string } | null> =>
  db.maybe(sql`
    select name from source_file
    where organization_id = current_organization() and legal_entity_id = ${legalEntity} and state = 'imported'
      and period_from > ${to}::date and (ledger ->> 'carriesBare')::boolean
    order by period_from
    limit 1`)

/**
 * A ledger of the year before that is in, but not to its end, where this one carries over sums without their invoices:
 * what is owed of it here would be counted in them again. Amounts in cents.
 */
export const partLedger = (
  db: Db,
  { file, legalEntity, from }: { readonly file: number; readonly legalEntity: number; readonly from: string | null },
): Promise<{
  readonly before: string
  readonly upTo: CalendarDate
  readonly known: number
  readonly carried: number
} | null> =>
  db.maybe(sql`
    with carried as (
      select sum(total)::bigint as amount from source_row
      where organization_id = current_organization() and source_file_id = ${file}
        and warnings @> '[{"code": "openingBalance"}]'
    ), before as (
      select name, period_to from source_file
      where organization_id = current_organization() and legal_entity_id = ${legalEntity} and state = 'imported'
        and id <> ${file} and period_to between ${from}::date - 366 and ${from}::date - 1
      order by period_to desc
      limit 1
    ), known as (
      select sum(o.amount_due)::bigint as amount from open_item o
      where o.organization_id = current_organization() and o.legal_entity_id = ${legalEntity} and o.amount_due <> 0
        and o.invoice_id in (
          select invoice_id from ledger_item
          where organization_id = current_organization() and legal_entity_id = ${legalEntity})
        and o.issue_date < ${from}::date
    )
    select b.name as before, b.period_to as "upTo", k.amount as known, c.amount as carried
    from before b, carried c, known k
    where c.amount is not null and k.amount is not null and not exists (
      select from source_file f
      where f.organization_id = current_organization() and f.legal_entity_id = ${legalEntity} and f.state = 'imported'
        and f.period_to = b.period_to and ${isWhole(sql`${from}::date`)})`)

/** The next payments of a file, in the order of its lines. */
export const sourcePaymentsAfter = (db: Db, file: number, after: number, count: number): Promise<SourcePayment[]> =>
  db.rows(sql`
    select line, customer_code as "customerCode", customer_name as "customerName", received_on as "receivedOn", amount,
      ledger_key as "ledgerKey", reference, label, is_opening as "isOpening"
    from source_payment
    where organization_id = current_organization() and source_file_id = ${file} and line > ${after}
    order by line
    limit ${count}`)

export const allocationsOfLines = (db: Db, file: number, lines: readonly number[]): Promise<SourceAllocation[]> =>
  db.rows(sql`
    select credit_line as "creditLine", item_key as "itemKey", credit_key as "creditKey", amount from source_allocation
    where organization_id = current_organization() and source_file_id = ${file} and credit_line = any(${lines})
    order by credit_line, item_key`)

/** What credit notes settle, the next ones by their lines. */
export const creditAllocationsAfter = (
  db: Db,
  file: number,
  after: number,
  count: number,
): Promise<SourceAllocation[]> =>
  db.rows(sql`
    select credit_line as "creditLine", item_key as "itemKey", credit_key as "creditKey", amount from source_allocation
    where organization_id = current_organization() and source_file_id = ${file} and credit_key is not null
      and credit_line in (
        select distinct credit_line from source_allocation
        where organization_id = current_organization() and source_file_id = ${file} and credit_key is not null
          and credit_line > ${after}
        order by credit_line
        limit ${count})
    order by credit_line, item_key`)

export const notePaymentsDone = (
  db: Db,
  file: number,
  {
    doneTo,
    rows,
    share,
    written,
  }: { readonly doneTo: number; readonly rows: number; readonly share: number; readonly written: object },
): Promise<number> =>
  db.run(sql`
    update source_file set payments_done_to = ${doneTo}, rows_read = rows_read + ${rows},
      share = greatest(share, ${share}::real), written = ${sql.json(written)}
    where organization_id = current_organization() and id = ${file}`)
