import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import type { Db } from '../platform/database/db.ts'
import { sql } from '../platform/database/sql.ts'

export interface NewSlip {
  readonly number: string
  readonly depositedOn: string
}

/** Its id: the slip of that number and day, made with its first cheque. */
export const slipOf = async (db: Db, { number, depositedOn }: NewSlip): Promise<number> => {
  const { id } = await db.one<{ id: number }>(sql`
    insert into deposit_slip (organization_id, number, deposited_on, entered_by)
    values (current_organization(), ${number}, ${depositedOn}, current_person())
    on conflict (organization_id, number, deposited_on) do update set number = excluded.number
    returning id`)
  return id
}

interface SlipRow {
  readonly id: number
  readonly number: string
  readonly depositedOn: CalendarDate
  readonly total: { readonly amount: number; readonly currency: string }[]
  readonly payments: {
    readonly id: number
    readonly customer: { readonly id: number; readonly name: string }
    readonly amount: { readonly amount: number; readonly currency: string }
    readonly isReversed: boolean
  }[]
}

/** The latest first, each with its cheques as they were entered. */
export const depositSlips = (db: Db, limit: number): Promise<SlipRow[]> =>
  db.rows(sql`
    select s.id, s.number, s.deposited_on as "depositedOn", coalesce(p.payments, '[]') as payments, coalesce((
        select jsonb_agg(jsonb_build_object('amount', t.amount, 'currency', t.currency) order by t.currency)
        from (
          select c.currency, sum(c.amount)::bigint as amount from payment c
          where c.organization_id = s.organization_id and c.deposit_slip_id = s.id and not exists (
            select from payment_reversal r where r.organization_id = c.organization_id and r.payment_id = c.id)
          group by 1) t), '[]') as total
    from deposit_slip s
    left join lateral (
      select jsonb_agg(jsonb_build_object('id', c.id, 'customer', jsonb_build_object('id', k.id, 'name', k.name),
        'amount', jsonb_build_object('amount', c.amount, 'currency', c.currency), 'isReversed', exists (
          select from payment_reversal r where r.organization_id = c.organization_id and r.payment_id = c.id)) order by c.id) as payments
      from payment c
      join customer k on k.organization_id = c.organization_id and k.id = c.customer_id
      where c.organization_id = s.organization_id and c.deposit_slip_id = s.id) p on true
    where s.organization_id = current_organization()
    order by s.deposited_on desc, s.id desc
    limit ${limit}`)
