import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import type { Db } from '../platform/database/db.ts'
import { sql } from '../platform/database/sql.ts'
import type { DisputeReason } from './open-dispute.ts'

interface OpenDispute {
  readonly id: number
  readonly reason: DisputeReason
  readonly note: string | null
  readonly openedOn: CalendarDate
  readonly owner: { readonly id: number; readonly name: string } | null
  readonly invoices: { id: number; number: string }[]
}

/** What a customer contests and nobody has resolved, oldest first. */
export const openDisputesOf = (db: Db, customer: number): Promise<OpenDispute[]> =>
  db.rows<OpenDispute>(sql`
    select d.id, d.reason, d.note, d.opened_on as "openedOn",
      case when p.id is not null then json_build_object('id', p.id, 'name', p.name) end as owner,
      (select coalesce(json_agg(distinct jsonb_build_object('id', v.id, 'number', v.number)), '[]')
        from dispute_item l
        join open_item i on i.organization_id = l.organization_id and i.id = l.open_item_id
        join invoice v on v.organization_id = i.organization_id and v.id = i.invoice_id
        where l.organization_id = d.organization_id and l.dispute_id = d.id) as invoices
    from dispute d
    left join person p on p.organization_id = d.organization_id and p.id = d.owner_id
    where d.organization_id = current_organization() and d.customer_id = ${customer} and d.resolved_on is null
    order by d.opened_on, d.id`)
