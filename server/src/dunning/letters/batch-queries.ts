import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import type { Db } from '../../platform/database/db.ts'
import { sql } from '../../platform/database/sql.ts'

export interface BatchRow {
  readonly id: number
  readonly letters: number
  readonly pages: number
  readonly madeOn: CalendarDate
  readonly madeAt: string
  readonly person: string | null
  /** The postal service that took it; null while nobody was given it. */
  readonly service: string | null
  readonly place: string | null
  readonly handedAt: string | null
  readonly customers: readonly {
    readonly task: number
    readonly id: number
    readonly name: string
    readonly state: 'toPost' | 'sent' | 'dropped'
    readonly postedOn: CalendarDate | null
    readonly registeredNumber: string | null
  }[]
}

/** The latest batches, or one. */
export const batches = (db: Db, id: number | null = null): Promise<BatchRow[]> =>
  db.rows<BatchRow>(sql`
    select b.id, b.letters, b.pages, b.made_on as "madeOn", b.made_at as "madeAt", p.name as person, b.service, b.place,
      b.handed_at as "handedAt",
      (select coalesce(json_agg(json_build_object('task', t.id, 'id', c.id, 'name', c.name,
          'state', case t.state when 'done' then 'sent' when 'dropped' then 'dropped' else 'toPost' end,
          'postedOn', p.posted_on, 'registeredNumber', p.registered_number) order by l.position), '[]')
        from letter_in_batch l join task t on t.organization_id = l.organization_id and t.id = l.task_id
        join customer c on c.organization_id = t.organization_id and c.id = t.customer_id
        left join letter_posting p on p.organization_id = t.organization_id and p.task_id = t.id
        where l.organization_id = b.organization_id and l.batch_id = b.id) as customers
    from letter_batch b left join person p on p.organization_id = b.organization_id and p.id = b.made_by
    where b.organization_id = current_organization() and (${id}::bigint is null or b.id = ${id})
    order by b.id desc limit 50`)

export interface LetterToPrint {
  readonly task: number
  readonly customer: { readonly id: number; readonly name: string }
  readonly dueOn: CalendarDate
  /** What is left of its invoices, one a currency. */
  readonly amounts: { readonly amount: number; readonly currency: string }[]
  readonly invoices: number
}

/** Letters to print: of tasks still to do, in no batch yet; oldest first. */
export const lettersToPrint = (db: Db) =>
  db.rows<LetterToPrint>(sql`
    select t.id as task, json_build_object('id', c.id, 'name', c.name) as customer, t.due_on as "dueOn",
      coalesce(s.amounts, '[]') as amounts, coalesce(s.invoices, 0) as invoices
    from task t join customer c on c.organization_id = t.organization_id and c.id = t.customer_id
    left join lateral (
      select json_agg(json_build_object('amount', m.amount, 'currency', m.currency) order by m.currency) as amounts, sum(m.invoices)::int as invoices
      from (
        select o.currency, sum(o.amount_due) as amount, count(distinct o.invoice_id) as invoices
        from task_item i join open_item o on o.organization_id = i.organization_id and o.id = i.open_item_id
        where i.organization_id = t.organization_id and i.task_id = t.id and o.amount_due > 0
        group by o.currency) m) s on true
    where t.organization_id = current_organization() and t.kind = 'letter' and t.step_key is not null and t.state in ('todo', 'snoozed')
      and not exists (select from letter_in_batch l where l.organization_id = t.organization_id and l.task_id = t.id)
    order by t.due_on, t.id limit 500`)

/** Locks the tasks that may be printed now: to do, and in no batch. Two people who print at once do not print one letter twice. */
export const lockPrintable = async (db: Db, tasks: readonly number[]): Promise<number[]> => {
  const rows = await db.rows<{ id: number }>(sql`
    select t.id from task t
    where t.organization_id = current_organization() and t.id = any(${tasks}) and t.kind = 'letter' and t.state in ('todo', 'snoozed')
      and not exists (select from letter_in_batch l where l.organization_id = t.organization_id and l.task_id = t.id)
    order by t.due_on, t.id for update of t`)
  // Whoever waited for the lock looks again: the other one may have printed it meanwhile.
  const taken = await db.rows<{ id: number }>(sql`
    select task_id as id from letter_in_batch where organization_id = current_organization() and task_id = any(${tasks})`)
  return rows.map((row) => row.id).filter((id) => !taken.some((one) => one.id === id))
}

export interface NewBatch {
  readonly pdf: Buffer
  readonly pages: number
  readonly addresses: Buffer
  readonly on: CalendarDate
  readonly letters: readonly {
    readonly task: number
    readonly firstPage: number
    readonly pages: number
    readonly pdf: Buffer
  }[]
}

/** By the person of the scope; each letter with its own sheets. Answers its id. */
export async function keepBatch(db: Db, batch: NewBatch): Promise<number> {
  const { id } = await db.one<{ id: number }>(sql`
    insert into letter_batch (organization_id, letters, pages, pdf, addresses, made_on, made_by)
    values (current_organization(), ${batch.letters.length}, ${batch.pages}, ${batch.pdf}, ${batch.addresses}, ${batch.on}, current_person())
    returning id`)
  for (const [index, { task, firstPage, pages, pdf }] of batch.letters.entries()) {
    await db.run(sql`
      insert into letter_in_batch (organization_id, batch_id, position, task_id, first_page, pages, pdf)
      values (current_organization(), ${id}, ${index + 1}, ${task}, ${firstPage}, ${pages}, ${pdf})`)
  }
  return id
}

/** Null for a batch nobody knows. */
export const batchFiles = (db: Db, id: number) =>
  db.maybe<{
    pdf: Buffer
    addresses: Buffer
    letters: number
    pages: number
    madeOn: CalendarDate
    handedAt: string | null
  }>(sql`
    select pdf, addresses, letters, pages, made_on as "madeOn", handed_at as "handedAt" from letter_batch
    where organization_id = current_organization() and id = ${id}`)

/** Notes who took the batch; 0 when somebody noted it before. */
export const noteHanded = (db: Db, id: number, to: { service: string; place: string; atMs: number }): Promise<number> =>
  db.run(sql`
    update letter_batch set service = ${to.service}, place = ${to.place}, handed_at = ${sql.instant(to.atMs)}
    where organization_id = current_organization() and id = ${id} and handed_at is null`)

/** A batch that nobody was given goes, and its letters wait to be printed again. */
export const removeBatch = (db: Db, id: number): Promise<number> =>
  db.run(sql`
    delete from letter_batch b where b.organization_id = current_organization() and b.id = ${id} and b.handed_at is null
      and not exists (select from letter_in_batch l join letter_posting y on y.organization_id = l.organization_id and y.task_id = l.task_id
        where l.organization_id = b.organization_id and l.batch_id = b.id)`)

/** The sheets of a task's letter as its batch holds them; null while it is in none. */
export const printedLetterOf = (db: Db, task: number): Promise<{ name: string; pdf: Buffer } | null> =>
  db.maybe(sql`
    select c.code || '-' || t.step_key || '.pdf' as name, l.pdf
    from letter_in_batch l
    join task t on t.organization_id = l.organization_id and t.id = l.task_id
    join customer c on c.organization_id = t.organization_id and c.id = t.customer_id
    where l.organization_id = current_organization() and l.task_id = ${task}`)
