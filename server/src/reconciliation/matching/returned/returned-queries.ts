import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import type { ReceivedPayment } from '@quittance/core/reconciliation/matching/find-returned.ts'
import type { Db } from '../../../platform/database/db.ts'
import { sql } from '../../../platform/database/sql.ts'

/** A debit that nobody authorised may be taken back so long (13 months). */
const returnDays = 400

/**
 * Standing payments to that firm of about that amount (a bank may take its fee along), the latest first, with what the bank
 * line they came by said of them.
 */
export const returnCandidates = (
  db: Db,
  of: {
    readonly legalEntity: number
    readonly currency: string
    readonly from: number
    readonly to: number
    readonly on: CalendarDate
  },
): Promise<ReceivedPayment[]> =>
  db.rows(sql`
    select p.id, p.customer_id as customer, c.name as "customerName", p.received_on as "receivedOn", p.amount, p.means,
      array_remove(array[p.reference, b.end_to_end_id, b.mandate, b.bank_reference], null) as references,
      b.other_name as "payerName", b.other_iban as "payerIban", array(
        select distinct i.number from allocation a
        join open_item o on o.organization_id = a.organization_id and o.id = a.open_item_id
        join invoice i on i.organization_id = o.organization_id and i.id = o.invoice_id
        where a.organization_id = p.organization_id and a.payment_id = p.id and a.reverses_id is null) as "invoiceNumbers",
      p.deposit_slip_id as "group"
    from payment p
    join customer c on c.organization_id = p.organization_id and c.id = p.customer_id
    left join lateral (
      select l.bank_match_id from bank_match_payment l
      join bank_match m on m.organization_id = l.organization_id and m.id = l.bank_match_id and m.undone_at is null
      where l.organization_id = p.organization_id and l.payment_id = p.id and l.how <> 'reversed' limit 1) l on true
    left join bank_match m on m.organization_id = p.organization_id and m.id = l.bank_match_id
    left join bank_line b on b.organization_id = p.organization_id and b.id = m.bank_line_id
    where p.organization_id = current_organization() and p.legal_entity_id = ${of.legalEntity}
      and p.currency = ${of.currency} and p.amount between ${of.from} and ${of.to}
      and p.received_on between ${of.on}::date - ${returnDays}::int and ${of.on}
      and not exists (select from payment_reversal r where r.organization_id = p.organization_id and r.payment_id = p.id)
    order by p.received_on desc, p.id desc
    limit 500`)
