import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import type { Db } from '../../../platform/database/db.ts'
import { sql } from '../../../platform/database/sql.ts'

/** A payment of the amount that came back, with what its own bank line said of it, if it had one. */
export interface ReturnedCandidate {
  readonly id: number
  readonly customer: number
  readonly name: string
  readonly means: string
  readonly receivedOn: CalendarDate
  readonly endToEndId: string | null
  readonly mandate: string | null
  readonly payerIban: string | null
  readonly reference: string | null
  /** Numbers of the invoices it settles. */
  readonly invoices: readonly string[]
}

/** A debit that nobody authorised may be taken back so long (13 months). */
const returnDays = 400

/** Standing payments of that amount to that firm, the latest first. */
export const returnedCandidates = (
  db: Db,
  of: { legalEntity: number; currency: string; amount: number; on: CalendarDate },
): Promise<ReturnedCandidate[]> =>
  db.rows(sql`
    select p.id, p.customer_id as customer, c.name, p.means, p.received_on as "receivedOn", p.reference,
      b.end_to_end_id as "endToEndId", b.mandate, b.other_iban as "payerIban", array(
        select distinct i.number from allocation a
        join open_item o on o.organization_id = a.organization_id and o.id = a.open_item_id
        join invoice i on i.organization_id = o.organization_id and i.id = o.invoice_id
        where a.organization_id = p.organization_id and a.payment_id = p.id and a.reverses_id is null) as invoices
    from payment p
    join customer c on c.organization_id = p.organization_id and c.id = p.customer_id
    left join bank_match_payment l on l.organization_id = p.organization_id and l.payment_id = p.id and l.how <> 'reversed'
      and exists (select from bank_match m where m.organization_id = l.organization_id and m.id = l.bank_match_id and m.undone_at is null)
    left join bank_match m on m.organization_id = l.organization_id and m.id = l.bank_match_id
    left join bank_line b on b.organization_id = m.organization_id and b.id = m.bank_line_id
    where p.organization_id = current_organization() and p.legal_entity_id = ${of.legalEntity}
      and p.currency = ${of.currency} and p.amount = ${of.amount} and p.received_on between ${of.on}::date - ${returnDays}::int and ${of.on}
      and not exists (select from payment_reversal r where r.organization_id = p.organization_id and r.payment_id = p.id)
    order by p.received_on desc, p.id desc
    limit 50`)
