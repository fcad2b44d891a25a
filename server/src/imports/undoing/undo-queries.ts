import type { CustomerCard } from '../../customers/customer-cards.ts'
import type { InvoiceFacts, WrittenLine } from '../../invoices/bulk-queries.ts'
import type { Db } from '../../platform/database/db.ts'
import { sql } from '../../platform/database/sql.ts'
import type { Created } from '../changes-made.ts'
import { isUndoable } from '../source-files.ts'

/** How many facts stand on what the import wrote. */
export interface Obstacles {
  readonly payments: number
  readonly promises: number
  readonly disputes: number
  readonly reminders: number
  readonly tasks: number
  readonly imports: number
  /** Invoices the import changed and somebody changed again since. */
  readonly changes: number
}

/** Facts entered after the change they stand on; those the import itself wrote came before it was recorded. */
export const obstaclesTo = (db: Db, file: number): Promise<Obstacles> =>
  db.one(sql`
    with mine as (
      select id, thing, thing_id, false as is_new, after, made_at from import_change
      where organization_id = current_organization() and source_file_id = ${file} and thing_id is not null
      union all
      select id, thing, unnest(created), true, null, made_at from import_change
      where organization_id = current_organization() and source_file_id = ${file} and created is not null
    ), item as (
      select o.id, m.is_new, m.made_at from mine m
      join open_item o on o.organization_id = current_organization() and o.invoice_id = m.thing_id
      where m.thing = 'invoice'
    ), lettered as (
      select source_file_id, unnest(created) as id from import_change
      where organization_id = current_organization() and thing = 'allocation'
    )
    select
      (select count(distinct (coalesce(a.payment_id, a.credit_item_id, a.id), a.payment_id is null))
        from item join allocation a on a.organization_id = current_organization()
          and (a.open_item_id = item.id or a.credit_item_id = item.id)
        where a.entered_at > item.made_at and a.id not in (select id from lettered)
          and not (a.reverses_id is null and exists (
            select from payment p
            where p.organization_id = a.organization_id and p.id = a.payment_id and p.origin = 'import'
              and p.ledger_key is null)))
      + (select count(distinct a.id)
        from mine join allocation a on a.organization_id = current_organization() and a.payment_id = mine.thing_id
        where mine.thing = 'payment' and mine.is_new and a.entered_at > mine.made_at and a.id not in (select id from lettered)
          and not exists (select from item where item.id = a.open_item_id)) as payments,
      (select count(distinct p.id)
        from item join promise_item i on i.organization_id = current_organization() and i.open_item_id = item.id
        join promise p on p.organization_id = i.organization_id and p.id = i.promise_id
        where p.written_at > item.made_at)
      + (select count(distinct i.payment_plan_id)
        from item join payment_plan_item i on i.organization_id = current_organization() and i.open_item_id = item.id
        where item.is_new) as promises,
      (select count(distinct i.dispute_id)
        from item join dispute_item i on i.organization_id = current_organization() and i.open_item_id = item.id
        where item.is_new and i.dispute_id not in (select thing_id from mine where thing = 'dispute')) as disputes,
      (select count(distinct r.id)
        from item join reminder_item i on i.organization_id = current_organization() and i.open_item_id = item.id
        join reminder r on r.organization_id = i.organization_id and r.id = i.reminder_id
        where r.state in ('sending', 'uncertain', 'sent', 'inTestOutbox') and coalesce(r.sent_at, r.written_at) > item.made_at
      ) as reminders,
      (select count(distinct t.id)
        from item join task_item i on i.organization_id = current_organization() and i.open_item_id = item.id
        join task t on t.organization_id = i.organization_id and t.id = i.task_id
        where t.state = 'done' and t.ended_at > item.made_at) as tasks,
      (select count(*) from (
        select l.source_file_id
        from mine join import_change l on l.organization_id = current_organization() and l.thing = mine.thing
          and l.thing_id = mine.thing_id
        where mine.thing = 'invoice' and l.source_file_id <> ${file} and l.id > mine.id
        union
        select l.source_file_id
        from item join allocation a on a.organization_id = current_organization()
          and (a.open_item_id = item.id or a.credit_item_id = item.id)
        join lettered l on l.id = a.id
        where l.source_file_id <> ${file} and a.entered_at > item.made_at
        union
        select l.id
        from source_file f
        join source_file l on l.organization_id = f.organization_id and l.legal_entity_id = f.legal_entity_id
          and l.state = 'imported' and l.imported_at > f.imported_at
          and daterange(l.period_from, l.period_to, '[]') && daterange(f.period_from, f.period_to, '[]')
        where f.organization_id = current_organization() and f.id = ${file}
          and exists (
            select from import_change c where c.organization_id = l.organization_id and c.source_file_id = l.id)) later
      ) as imports,
      (select count(*) from (
        select distinct on (thing_id) thing_id, after from mine
        where thing = 'invoice' and not is_new order by thing_id, id desc) latest
        where latest.after is distinct from (${stateOf(sql`latest.thing_id`)})) as changes`)

/** Files that came later, changed nothing, and are this one again or name its invoices: without it they say nothing. Latest first. */
export const repeatsOf = async (db: Db, file: number, invoices: readonly number[]): Promise<number[]> => {
  const rows = await db.rows<{ id: number }>(sql`
    select f.id from source_file f
    where f.organization_id = current_organization() and f.state = 'imported' and f.id <> ${file}
      and not exists (
        select from import_change c where c.organization_id = f.organization_id and c.source_file_id = f.id)
      and (exists (
          select from stated_invoices s
          where s.organization_id = f.organization_id and s.source_file_id = f.id and s.invoices && ${invoices}::bigint[])
        or exists (
          select from source_file same
          where same.organization_id = f.organization_id and same.id = ${file} and same.id < f.id
            and same.sha256 = f.sha256 and same.legal_entity_id is not distinct from f.legal_entity_id))
    order by f.id desc`)
  return rows.map(({ id }) => id)
}

/** The invoice with its lines, as `import_change` keeps it. */
export const stateOf = (invoice: ReturnType<typeof sql>) => sql`
  select jsonb_build_object('customerId', i.customer_id, 'kind', i.kind, 'issueDate', i.issue_date, 'currency', i.currency,
    'total', i.total_amount, 'project', i.project, 'subject', i.subject, 'orderReference', i.order_reference,
    'lines', (select jsonb_agg(jsonb_build_object('id', o.id, 'dueDate', o.due_date,
      'isDueAssumed', o.is_due_assumed, 'amount', o.amount) order by o.position)
      from open_item o where o.organization_id = i.organization_id and o.invoice_id = i.id))
  from invoice i where i.organization_id = current_organization() and i.id = ${invoice}`

export interface KeptInvoice extends InvoiceFacts {
  readonly lines: readonly WrittenLine[]
}

export const createdBy = async (db: Db, file: number): Promise<Created> => {
  const rows = await db.rows<{ thing: string; ids: number[] }>(sql`
    select thing, array_agg(made order by made) as ids from import_change
    cross join unnest(created) made
    where organization_id = current_organization() and source_file_id = ${file}
    group by thing`)
  const idsOf = (thing: string): number[] => rows.find((row) => row.thing === thing)?.ids ?? []
  return {
    allocation: idsOf('allocation'),
    invoiceFile: idsOf('invoiceFile'),
    paymentInstruction: idsOf('paymentInstruction'),
    contact: idsOf('contact'),
    customer: idsOf('customer'),
    customerIban: idsOf('customerIban'),
    dispute: idsOf('dispute'),
    invoice: idsOf('invoice'),
    payment: idsOf('payment'),
  }
}

/** Invoices that got their file from this one, each with the moment by which. */
export const filesAddedBy = (db: Db, file: number): Promise<{ readonly invoice: number; readonly addedBy: string }[]> =>
  db.rows(sql`
    select unnest(created) as invoice, made_at::text as "addedBy" from import_change
    where organization_id = current_organization() and source_file_id = ${file} and thing = 'invoiceFile'`)

export interface Changed<State> {
  readonly id: number
  /** Before the first change the file made, and after the last. */
  readonly before: State
  readonly after: State
}

const changedBy = (file: number, thing: 'customer' | 'invoice') => sql`
  with made as (
    select unnest(created) as id from import_change
    where organization_id = current_organization() and source_file_id = ${file} and thing = ${thing}
  )
  select c.thing_id as id, (array_agg(c.before order by c.id))[1] as before, (array_agg(c.after order by c.id desc))[1] as after
  from import_change c
  where c.organization_id = current_organization() and c.source_file_id = ${file} and c.thing = ${thing}
    and c.thing_id is not null and not exists (select from made where made.id = c.thing_id)
  group by c.thing_id
  order by c.thing_id`

export const invoicesChangedBy = (db: Db, file: number): Promise<Changed<KeptInvoice>[]> =>
  db.rows(changedBy(file, 'invoice'))

export const customersChangedBy = (db: Db, file: number): Promise<Changed<Partial<CustomerCard>>[]> =>
  db.rows(changedBy(file, 'customer'))

/** Payments that were there before and that the file said are entries of its ledger, with what they were before. */
export const paymentsClaimedBy = (
  db: Db,
  file: number,
): Promise<{ readonly id: number; readonly ledgerKey: string | null }[]> =>
  db.rows(sql`
    select distinct on (thing_id) thing_id as id, before ->> 'ledgerKey' as "ledgerKey" from import_change
    where organization_id = current_organization() and source_file_id = ${file} and thing = 'payment'
      and thing_id is not null
    order by thing_id, id`)

/** Customers of these payments, and of what these allocations settle. */
export const customersOfPayments = async (
  db: Db,
  { payments, allocations }: { readonly payments: readonly number[]; readonly allocations: readonly number[] },
): Promise<number[]> => {
  const rows = await db.rows<{ id: number }>(sql`
    select customer_id as id from payment where organization_id = current_organization() and id = any(${payments})
    union
    select o.customer_id from allocation a
    join open_item o on o.organization_id = a.organization_id and o.id = a.open_item_id
    where a.organization_id = current_organization() and a.id = any(${allocations})`)
  return rows.map(({ id }) => id)
}

export const customersOfInvoices = async (db: Db, invoices: readonly number[]): Promise<number[]> => {
  const rows = await db.rows<{ id: number }>(sql`
    select distinct customer_id as id from invoice
    where organization_id = current_organization() and id = any(${invoices})`)
  return rows.map(({ id }) => id)
}

export const forgetChanges = (db: Db, file: number): Promise<number> =>
  db.run(sql`delete from import_change where organization_id = current_organization() and source_file_id = ${file}`)

/** For a day after it ended, and as long as it has not: one that is going in, or broke off on the way. */
export const canBeUndone = async (db: Db, file: number): Promise<boolean> => {
  const { can } = await db.one<{ can: boolean }>(sql`
    select ${isUndoable} as can from source_file f
    where f.organization_id = current_organization() and f.id = ${file}`)
  return can
}
