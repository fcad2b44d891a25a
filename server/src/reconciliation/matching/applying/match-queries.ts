import type { LearntLine } from '@quittance/core/reconciliation/matching/books.ts'
import type { TakenBack } from '../../../payments/restore-payment.ts'
import type { Db } from '../../../platform/database/db.ts'
import { sql } from '../../../platform/database/sql.ts'
import type { Chosen } from './choose-act.ts'

export type MatchKind = 'paysItems' | 'alreadyRecorded' | 'customerCredit' | 'notACustomer' | 'returned'

/** What is kept of a match: what was chosen, what it teaches, and what it wrote, so that it can be taken back. */
export interface KeptMatch {
  readonly chosen: Chosen
  /** Absent: nothing is learnt from it. */
  readonly truth?: Omit<LearntLine, 'line'>
  /** Allocations it wrote. */
  readonly allocations?: readonly number[]
  /** Of a payment that came back: what it settled until then. */
  readonly before?: readonly TakenBack[]
  /** And the task that came of it. */
  readonly task?: number
}

export interface MatchRow {
  readonly id: number
  readonly kind: MatchKind
  readonly byItself: boolean
  readonly proposal: KeptMatch
  readonly matchedBy: string | null
}

export const addMatch = async (
  db: Db,
  match: { readonly line: number; readonly kind: MatchKind; readonly byItself: boolean; readonly kept: KeptMatch },
): Promise<number> => {
  const { id } = await db.one<{ id: number }>(sql`
    insert into bank_match (organization_id, bank_line_id, kind, by_itself, proposal, matched_by)
    values (current_organization(), ${match.line}, ${match.kind}, ${match.byItself}, ${sql.json(match.kept)}, current_person())
    returning id`)
  return id
}

export const keepOfMatch = (db: Db, match: number, kept: KeptMatch): Promise<number> =>
  db.run(sql`
    update bank_match set proposal = ${sql.json(kept)}
    where organization_id = current_organization() and id = ${match}`)

export const addMatchPayments = (
  db: Db,
  match: number,
  payments: readonly number[],
  how: 'entered' | 'recorded' | 'reversed',
): Promise<number> =>
  db.run(sql`
    insert into bank_match_payment (organization_id, bank_match_id, payment_id, how)
    select current_organization(), ${match}, id, ${how} from unnest(${payments}::bigint[]) as p(id)`)

/** The match in force of a line that is locked. */
export const matchInForce = (db: Db, line: number): Promise<MatchRow | null> =>
  db.maybe(sql`
    select m.id, m.kind, m.by_itself as "byItself", m.proposal, p.name as "matchedBy"
    from bank_match m
    left join person p on p.organization_id = m.organization_id and p.id = m.matched_by
    where m.organization_id = current_organization() and m.bank_line_id = ${line} and m.undone_at is null`)

export const paymentsOfMatch = (
  db: Db,
  match: number,
): Promise<{ payment: number; how: 'entered' | 'recorded' | 'reversed' }[]> =>
  db.rows(sql`
    select payment_id as payment, how from bank_match_payment
    where organization_id = current_organization() and bank_match_id = ${match} order by payment_id`)

export const endMatch = (db: Db, match: number): Promise<number> =>
  db.run(sql`
    update bank_match set undone_at = clock_timestamp(), undone_by = current_person()
    where organization_id = current_organization() and id = ${match} and undone_at is null`)

/** The lines that stand for these payments, matched and not undone. */
export const linesStandingFor = (
  db: Db,
  payments: readonly number[],
): Promise<{ payment: number; line: number; match: number }[]> =>
  db.rows(sql`
    select l.payment_id as payment, m.bank_line_id as line, m.id as match
    from bank_match_payment l
    join bank_match m on m.organization_id = l.organization_id and m.id = l.bank_match_id and m.undone_at is null
    where l.organization_id = current_organization() and l.payment_id = any(${payments}) and l.how <> 'reversed'`)

/** The bank line that stood for one payment stands for the one that takes its place. */
export const standForInstead = (db: Db, { was, is }: { was: number; is: number }): Promise<number> =>
  db.run(sql`
    update bank_match_payment l set payment_id = ${is}
    where l.organization_id = current_organization() and l.payment_id = ${was} and l.how <> 'reversed' and exists (
      select from bank_match m where m.organization_id = l.organization_id and m.id = l.bank_match_id and m.undone_at is null)`)

/** Matched lines of which somebody has undone a payment elsewhere: what they paid is to be said anew. */
export const linesUndoneElsewhere = async (db: Db): Promise<number[]> => {
  const rows = await db.rows<{ line: number }>(sql`
    select distinct m.bank_line_id as line
    from payment_reversal r
    join bank_match_payment l on l.organization_id = r.organization_id and l.payment_id = r.payment_id and l.how <> 'reversed'
    join bank_match m on m.organization_id = l.organization_id and m.id = l.bank_match_id and m.undone_at is null
    where r.organization_id = current_organization() and r.reason <> 'rejected'
    order by 1`)
  return rows.map(({ line }) => line)
}

export interface ItemName {
  readonly id: number
  readonly invoiceNumber: string
  readonly customer: number
}

export const itemNames = (db: Db, items: readonly number[]): Promise<ItemName[]> =>
  db.rows(sql`
    select o.id, i.number as "invoiceNumber", o.customer_id as customer
    from open_item o
    join invoice i on i.organization_id = o.organization_id and i.id = o.invoice_id
    where o.organization_id = current_organization() and o.id = any(${items})`)

/** Who looks after a customer: its collector, else the first accountant of the house. */
export const inChargeOf = async (db: Db, customer: number): Promise<{ assignee: number | null; name: string }> =>
  db.one(sql`
    select c.name, coalesce(c.collector_id, (
      select p.id from person p
      where p.organization_id = c.organization_id and p.is_active and p.role in ('accountant', 'admin', 'director')
      order by array_position(array['accountant', 'admin', 'director'], p.role), p.id limit 1)) as assignee
    from customer c
    where c.organization_id = current_organization() and c.id = ${customer}`)
