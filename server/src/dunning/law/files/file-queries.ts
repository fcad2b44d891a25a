import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import type { Db } from '../../../platform/database/db.ts'
import { type Sql, sql } from '../../../platform/database/sql.ts'
import { found } from '../../../platform/http/app-error.ts'

export interface Identity {
  readonly code: string
  readonly name: string
  readonly siren: string | null
  readonly vatNumber: string | null
  readonly address: readonly string[]
  readonly handedOverOn: CalendarDate | null
  readonly insolvencyOn: CalendarDate | null
}

const addressOf = (table: string): Sql => {
  const column = (name: string) => sql.identifier(table, name)
  return sql`array_remove(array[${column('address_line1')}, ${column('address_line2')},
    nullif(concat_ws(' ', ${column('postcode')}, ${column('city')}), ''), ${column('country')}], null)`
}

/** 404 for a customer nobody knows. */
export const customerIdentity = async (db: Db, customer: number): Promise<Identity> =>
  found(
    await db.maybe<Identity>(sql`
      select c.code, c.name, c.siren, c.vat_number as "vatNumber", ${addressOf('c')} as address,
        c.handed_over_on as "handedOverOn", c.insolvency_on as "insolvencyOn"
      from customer c where c.organization_id = current_organization() and c.id = ${customer}`),
  )

export interface Firm {
  readonly name: string
  readonly legalForm: string | null
  readonly siren: string | null
  readonly vatNumber: string | null
  readonly address: readonly string[]
}

/** The firms that invoiced the customer. */
export const firmsOf = (db: Db, customer: number): Promise<Firm[]> =>
  db.rows<Firm>(sql`
    select e.name, e.legal_form as "legalForm", e.siren, e.vat_number as "vatNumber", ${addressOf('e')} as address
    from legal_entity e
    where e.organization_id = current_organization() and exists (select from open_item o
      where o.organization_id = e.organization_id and o.legal_entity_id = e.id and o.customer_id = ${customer})
    order by e.id`)

/** Documents of the invoices with something left. */
export const invoiceFilesOf = (db: Db, customer: number) =>
  db.rows<{ invoice: number; name: string }>(sql`
    select f.invoice_id as invoice, f.name
    from invoice v join invoice_file f on f.organization_id = v.organization_id and f.invoice_id = v.id
    where v.organization_id = current_organization() and v.customer_id = ${customer}
      and exists (select from open_item o where o.organization_id = v.organization_id and o.invoice_id = v.id and o.amount_due <> 0)
    order by v.issue_date, v.id`)

/** Messages that left, oldest first, of which the words were kept. */
export const sentMessages = (db: Db, customer: number) =>
  db.rows<{ id: number; on: CalendarDate; channel: 'email' | 'sms'; tone: string }>(sql`
    select r.id, (r.sent_at at time zone o.time_zone)::date as on, r.channel, r.tone
    from reminder r join organization o on o.organization_id = r.organization_id
    where r.organization_id = current_organization() and r.customer_id = ${customer} and r.state = 'sent'
      and r.text_body is not null and r.html_body is not null and r.subject is not null and r.recipients is not null
    order by r.sent_at, r.id`)

export interface Paper {
  readonly kind: 'letters' | 'proofs' | 'answers' | 'disputes'
  readonly on: CalendarDate
  readonly name: string
  readonly read: () => Promise<Buffer>
}

/** Letters as they were printed or posted, and what the post gave back. */
export async function letterPapers(db: Db, customer: number): Promise<Paper[]> {
  const posted = await db.rows<{ task: number; on: CalendarDate; letter: string | null; proof: string | null }>(sql`
    select p.task_id as task, p.posted_on as on, p.letter_name as letter, p.proof_name as proof
    from task t join letter_posting p on p.organization_id = t.organization_id and p.task_id = t.id
    where t.organization_id = current_organization() and t.customer_id = ${customer}
    order by p.posted_on, p.task_id`)
  const printed = await db.rows<{ batch: number; position: number; task: number; on: CalendarDate }>(sql`
    select l.batch_id as batch, l.position, l.task_id as task, b.made_on as on
    from task t
    join letter_in_batch l on l.organization_id = t.organization_id and l.task_id = t.id
    join letter_batch b on b.organization_id = l.organization_id and b.id = l.batch_id
    where t.organization_id = current_organization() and t.customer_id = ${customer}
      and not exists (
        select from letter_posting p
        where p.organization_id = l.organization_id and p.task_id = l.task_id and p.letter is not null)
    order by b.made_on, l.task_id`)
  return [
    ...posted.flatMap(({ task, on, letter, proof }): Paper[] => {
      const of = (column: 'letter' | 'proof') =>
        bytesOf(
          db,
          sql`
        select ${sql.identifier(column)} as content from letter_posting where organization_id = current_organization() and task_id = ${task}`,
        )
      return [
        ...(letter === null ? [] : [{ kind: 'letters' as const, on, name: letter, read: () => of('letter') }]),
        ...(proof === null ? [] : [{ kind: 'proofs' as const, on, name: proof, read: () => of('proof') }]),
      ]
    }),
    ...printed.map(
      ({ batch, position, task, on }): Paper => ({
        kind: 'letters',
        on,
        name: `${task}.pdf`,
        read: () =>
          bytesOf(
            db,
            sql`
          select pdf as content from letter_in_batch
          where organization_id = current_organization() and batch_id = ${batch} and position = ${position}`,
          ),
      }),
    ),
  ]
}

/** Proofs attached to formal notices that stand. */
export async function noticeProofs(db: Db, customer: number): Promise<Paper[]> {
  const proofs = await db.rows<{ id: number; on: CalendarDate; name: string }>(sql`
    select distinct n.id, n.sent_on as on, n.proof_name as name
    from open_item o
    join formal_notice_item l on l.organization_id = o.organization_id and l.open_item_id = o.id
    join formal_notice n on n.organization_id = l.organization_id and n.id = l.formal_notice_id
    where o.organization_id = current_organization() and o.customer_id = ${customer} and n.proof is not null and n.ended_at is null
    order by n.sent_on, n.id`)
  return proofs.map(({ id, on, name }) => ({
    kind: 'proofs' as const,
    on,
    name,
    read: () =>
      bytesOf(
        db,
        sql`
      select proof as content from formal_notice where organization_id = current_organization() and id = ${id}`,
      ),
  }))
}

/**
 * What the customer wrote and what came back, as it came: an acknowledgement, a promise or an objection counts in court.
 * A message whose source was removed since is told by its words.
 */
export async function answerPapers(db: Db, customer: number): Promise<Paper[]> {
  const answers = await db.rows<{ id: number; on: CalendarDate; class: string; isWhole: boolean }>(sql`
    select a.id, a.received_on as on, a.class, s.answer_id is not null as "isWhole"
    from answer a left join answer_source s on s.organization_id = a.organization_id and s.answer_id = a.id
    where a.organization_id = current_organization() and a.customer_id = ${customer}
    order by a.received_on, a.id`)
  return answers.map(({ id, on, class: of, isWhole }) => ({
    kind: 'answers' as const,
    on,
    name: `${of}-${id}.${isWhole ? 'eml' : 'txt'}`,
    read: () =>
      bytesOf(
        db,
        isWhole
          ? sql`select content from answer_source where organization_id = current_organization() and answer_id = ${id}`
          : sql`
      select convert_to(concat_ws(E'\n', from_name || ' <' || from_address || '>', received_at::text, subject, '', body, signature, quoted), 'UTF8') as content
      from answer where organization_id = current_organization() and id = ${id}`,
      ),
  }))
}

/** Documents of the disputes of a customer, settled ones too. */
export async function disputePapers(db: Db, customer: number): Promise<Paper[]> {
  const files = await db.rows<{ id: number; dispute: number; on: CalendarDate; name: string }>(sql`
    select f.id, d.id as dispute, d.opened_on as on, f.name
    from dispute d join dispute_file f on f.organization_id = d.organization_id and f.dispute_id = d.id
    where d.organization_id = current_organization() and d.customer_id = ${customer} and d.outcome is distinct from 'undone'
    order by d.opened_on, d.id, f.id`)
  return files.map(({ id, dispute, on, name }) => ({
    kind: 'disputes' as const,
    on,
    name: `${dispute}-${name}`,
    read: () =>
      bytesOf(db, sql`select content from dispute_file where organization_id = current_organization() and id = ${id}`),
  }))
}

const bytesOf = async (db: Db, query: Sql): Promise<Buffer> => (await db.one<{ content: Buffer }>(query)).content

/** What was received or deducted on the due lines with something left, oldest first. */
export const paymentsOf = (db: Db, customer: number) =>
  db.rows<{
    on: CalendarDate
    number: string
    amount: number
    currency: string
    means: string | null
    reference: string | null
  }>(sql`
    select coalesce(y.received_on, a.allocated_on) as on, o.number, a.amount, o.currency, y.means, y.reference
    from open_item o
    join allocation a on a.organization_id = o.organization_id and a.open_item_id = o.id and a.reverses_id is null
    left join payment y on y.organization_id = a.organization_id and y.id = a.payment_id
    where o.organization_id = current_organization() and o.customer_id = ${customer} and o.amount_due > 0
      and not exists (select from allocation u where u.organization_id = a.organization_id and u.reverses_id = a.id)
    order by 1, a.id`)
