import type {
  BookedCustomer,
  BookedItem,
  BookedPromise,
  RecordedPayment,
  SettledItem,
} from '@quittance/core/reconciliation/matching/books.ts'
import type { Db } from '../../../platform/database/db.ts'
import { type Sql, sql } from '../../../platform/database/sql.ts'

/** Books are those of one firm, in one currency. */
export interface BooksOf {
  readonly legalEntity: number
  readonly currency: string
}

/** `customers` null: all. */
const among = (column: Sql, customers: readonly number[] | null): Sql =>
  customers === null ? sql`true` : sql`${column} = any(${customers})`

/** With the names and accounts they were ever known by, those people taught included. */
export const bookedCustomers = (db: Db, customers: readonly number[] | null): AsyncGenerator<BookedCustomer[]> =>
  db.stream(sql`
    select c.id, c.code, c.name, c.siren, c.city, c.country, c.parent_id as parent,
      array_remove(array_cat(array[c.trade_name], coalesce(a.names, '{}') || coalesce(w.wordings, '{}')), null) as "otherNames",
      coalesce(i.ibans, '{}') as ibans,
      case when c.early_discount_basis_points is not null then json_build_object(
        'basisPoints', c.early_discount_basis_points, 'days', coalesce(c.early_discount_days, 0)) end as "earlyDiscount"
    from customer c
    left join (
      select kept_id, array_agg(name order by customer_id) as names from customer_alias
      where organization_id = current_organization() group by 1) a on a.kept_id = c.id
    left join (
      select customer_id, array_agg(wording order by id) as wordings from bank_rule
      where organization_id = current_organization() and removed_at is null and customer_id is not null and wording is not null
      group by 1) w on w.customer_id = c.id
    left join (
      select customer_id, array_agg(distinct iban) as ibans from (
        select customer_id, iban from customer_iban where organization_id = current_organization()
        union all
        select customer_id, iban from bank_rule
        where organization_id = current_organization() and removed_at is null and customer_id is not null and iban is not null) k
      group by 1) i on i.customer_id = c.id
    where c.organization_id = current_organization() and ${among(sql`c.id`, customers)}
    order by c.id`)

/** Due lines with something left, credit notes included. */
export const bookedItems = (db: Db, of: BooksOf, customers: readonly number[] | null): AsyncGenerator<BookedItem[]> =>
  db.stream(
    sql`
    select o.id, o.customer_id as customer, i.number as "invoiceNumber",
      array_remove(array[i.order_reference, p.contract, i.project], null) as references, p.reference as "paymentReference",
      o.issue_date as "issueDate", o.due_date as "dueDate", o.amount, o.amount_due as "amountDue",
      i.kind = 'deposit' as "isDeposit"
    from open_item o
    join invoice i on i.organization_id = o.organization_id and i.id = o.invoice_id
    left join payment_instruction p on p.organization_id = o.organization_id and p.invoice_id = o.invoice_id
    where o.organization_id = current_organization() and o.amount_due <> 0 and o.legal_entity_id = ${of.legalEntity}
      and o.currency = ${of.currency} and ${among(sql`o.customer_id`, customers)}
    order by o.id`,
    5000,
  )

/** Days in which a number that was paid may be quoted a second time. */
const settledDays = 730

/** Debts paid to the end, of the last two years. */
export const settledItems = (db: Db, of: BooksOf, customers: readonly number[] | null): AsyncGenerator<SettledItem[]> =>
  db.stream(
    sql`
    select o.customer_id as customer, i.number as "invoiceNumber", o.amount, greatest(o.issue_date, (
      select max(a.allocated_on) from allocation a
      where a.organization_id = o.organization_id and a.open_item_id = o.id)) as "settledOn"
    from open_item o
    join invoice i on i.organization_id = o.organization_id and i.id = o.invoice_id
    where o.organization_id = current_organization() and o.amount_due = 0 and o.amount > 0
      and o.legal_entity_id = ${of.legalEntity} and o.currency = ${of.currency} and ${among(sql`o.customer_id`, customers)}
      and o.issue_date > (select coalesce(max(n.issue_date), current_date) from open_item n
        where n.organization_id = o.organization_id) - ${settledDays}::int
    order by o.id`,
    5000,
  )

/** How long before a line a payment it stands for may have been entered. */
const recordedDays = 180

/**
 * Payments that no bank line stands for. Those an import made up to leave an amount due have no day of their own and came
 * before the bank: they are none.
 */
export const recordedPayments = (db: Db, of: BooksOf): Promise<RecordedPayment[]> =>
  db.rows(sql`
    select p.id, p.customer_id as customer, p.received_on as "receivedOn", p.amount, p.means, p.reference,
      p.deposit_slip_id as slip
    from payment p
    where p.organization_id = current_organization() and p.legal_entity_id = ${of.legalEntity}
      and p.currency = ${of.currency} and not (p.origin = 'import' and coalesce(p.entry_key like 'import:%', false))
      and p.received_on > (
        select min(b.booked_on) from bank_line b
        where b.organization_id = current_organization() and b.state in ('unmatched', 'suggested')) - ${recordedDays}::int
      and not exists (select from payment_reversal r where r.organization_id = p.organization_id and r.payment_id = p.id)
      and not exists (
        select from bank_match_payment l
        join bank_match m on m.organization_id = l.organization_id and m.id = l.bank_match_id and m.undone_at is null
        where l.organization_id = p.organization_id and l.payment_id = p.id and l.how <> 'reversed')
    order by p.id`)

/** Promises not withdrawn and dates of running plans, with the items they are about. */
export const bookedPromises = (db: Db, of: BooksOf): Promise<BookedPromise[]> =>
  db.rows(sql`
    select p.customer_id as customer, p.amount, p.promised_for as on, array(
      select i.open_item_id from promise_item i
      where i.organization_id = p.organization_id and i.promise_id = p.id order by 1) as items
    from promise p
    where p.organization_id = current_organization() and p.withdrawn_on is null and p.currency = ${of.currency}
    union all
    select l.customer_id, n.amount, n.due_on, array(
      select i.open_item_id from payment_plan_item i
      where i.organization_id = l.organization_id and i.payment_plan_id = l.id order by 1)
    from payment_plan l
    join payment_plan_instalment n on n.organization_id = l.organization_id and n.payment_plan_id = l.id
    where l.organization_id = current_organization() and l.ended_on is null and n.currency = ${of.currency}`)

export interface RuleInForce {
  readonly id: number
  readonly iban: string | null
  readonly wording: string | null
}

/** What never concerns a customer. */
export const ignoreRules = (db: Db): Promise<RuleInForce[]> =>
  db.rows(sql`
    select id, iban, wording from bank_rule
    where organization_id = current_organization() and removed_at is null and customer_id is null order by id`)

export interface ForgottenRule {
  readonly iban: string | null
  readonly wording: string | null
  readonly removedAt: string
}

/** What people taught and took back: lines older than that are learnt from without it. */
export const forgottenRules = (db: Db): Promise<ForgottenRule[]> =>
  db.rows(sql`
    select iban, wording, removed_at as "removedAt" from bank_rule
    where organization_id = current_organization() and removed_by is not null order by id`)

export interface LearntRow {
  readonly line: unknown
  readonly truth: unknown
  /** null for a line of the past. */
  readonly learntAt: string | null
}

/** Lines of the past that were told, then lines that were matched and stand, oldest first. */
export const learntRows = (db: Db): Promise<LearntRow[]> =>
  db.rows(sql`
    select line, truth, null as "learntAt", booked_on as on, id from learnt_line where organization_id = current_organization()
    union all
    select json_build_object('bookedOn', b.booked_on, 'amount', b.amount, 'kind', b.kind, 'label', b.label,
        'remittance', b.remittance, 'endToEndId', b.end_to_end_id, 'payerName', b.other_name, 'payerIban', b.other_iban)::jsonb,
      m.proposal -> 'truth', m.matched_at, b.booked_on, b.id
    from bank_match m
    join bank_line b on b.organization_id = m.organization_id and b.id = m.bank_line_id
    where m.organization_id = current_organization() and m.undone_at is null and m.proposal ? 'truth'
    order by 4, 5`)

/** Where the numbers of customers merged away lead. */
export const keptNumbers = (db: Db): Promise<{ was: number; is: number }[]> =>
  db.rows(sql`
    select customer_id as was, kept_id as is from customer_alias where organization_id = current_organization()`)

/** Names and accounts of the organisation's own firms: money that comes from there is nobody's payment. */
export const ownAccounts = (db: Db): Promise<{ names: string[]; ibans: string[] }> =>
  db.one(sql`
    select
      (select coalesce(array_agg(distinct name order by name), '{}') from legal_entity
        where organization_id = current_organization()) as names,
      (select coalesce(array_agg(distinct iban order by iban), '{}') from (
        select iban from legal_entity where organization_id = current_organization() and iban is not null
        union
        select iban from bank_account where organization_id = current_organization() and iban is not null) k) as ibans`)
