import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { declareClaimBy, type InsolvencyKind } from '@quittance/core/dunning/law/insolvency.ts'
import type { HandoverReceiver, WriteOffReason } from '@quittance/core/tasks/decision.ts'
import type { Db } from '../../platform/database/db.ts'
import { sql } from '../../platform/database/sql.ts'

interface Money {
  readonly amount: number
  readonly currency: string
}

/** To whom a customer was handed over, the latest first. */
export const handoversOf = (db: Db, customer: number) =>
  db.rows<{
    id: number
    receiver: HandoverReceiver
    receiverName: string
    reference: string | null
    note: string | null
    handedOverOn: CalendarDate
    invoices: { number: string; amountDue: Money }[]
    endedOn: CalendarDate | null
  }>(sql`
    select h.id, h.receiver, h.receiver_name as "receiverName", h.reference, h.note, h.handed_over_on as "handedOverOn", h.ended_on as "endedOn",
      coalesce((select json_agg(json_build_object('number', o.number, 'amountDue', json_build_object('amount', l.amount_due, 'currency', l.currency))
          order by o.due_date, o.id)
        from handover_item l join open_item o on o.organization_id = l.organization_id and o.id = l.open_item_id
        where l.organization_id = h.organization_id and l.handover_id = h.id), '[]') as invoices
    from handover h where h.organization_id = current_organization() and h.customer_id = ${customer}
    order by h.id desc`)

/** The procedures of a customer with the day by which the claim is declared, the latest first. */
export async function insolvenciesOf(db: Db, customer: number) {
  const rows = await db.rows<{
    id: number
    kind: InsolvencyKind
    judgedOn: CalendarDate
    publishedOn: CalendarDate | null
    court: string | null
    officeHolder: string | null
    isCreditorAway: boolean
    declaredOn: CalendarDate | null
    note: string | null
    endedOn: CalendarDate | null
  }>(sql`
    select id, kind, judged_on as "judgedOn", published_on as "publishedOn", court, office_holder as "officeHolder",
      is_creditor_away as "isCreditorAway", declared_on as "declaredOn", note, ended_on as "endedOn"
    from insolvency where organization_id = current_organization() and customer_id = ${customer}
    order by id desc`)
  return rows.map((row) => ({ ...row, declareBy: declareClaimBy(row) }))
}

/** Due lines that were given up, the latest first; those given up no more too. */
export const writeOffsOf = (db: Db, customer: number) =>
  db.rows<{
    id: number
    invoice: { id: number; number: string }
    openItemId: number
    amount: Money
    reason: WriteOffReason
    note: string | null
    writtenOffOn: CalendarDate
    isEnded: boolean
  }>(sql`
    select w.id, json_build_object('id', o.invoice_id, 'number', o.number) as invoice, o.id as "openItemId",
      json_build_object('amount', w.amount, 'currency', w.currency) as amount, w.reason, w.note, w.written_off_on as "writtenOffOn",
      w.ended_at is not null as "isEnded"
    from open_item o join write_off w on w.organization_id = o.organization_id and w.open_item_id = o.id
    where o.organization_id = current_organization() and o.customer_id = ${customer}
    order by w.id desc`)

/** The sealed files of a customer, the latest first. */
export const filesOf = (db: Db, customer: number) =>
  db.rows<{
    id: number
    name: string
    size: number
    files: number
    seal: string
    madeOn: CalendarDate
    person: string | null
  }>(sql`
    select f.id, f.name, f.size, f.files, f.manifest_sha256 as seal, f.made_on as "madeOn", p.name as person
    from legal_file f left join person p on p.organization_id = f.organization_id and p.id = f.made_by
    where f.organization_id = current_organization() and f.customer_id = ${customer}
    order by f.id desc`)
