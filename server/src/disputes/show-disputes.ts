import { type CalendarDate, daysBetween } from '@quittance/core/calendar/calendar-date.ts'
import { isOverdue, type Turn } from '@quittance/core/disputes/dispute-standing.ts'
import { asCurrency, type Money, money, sumByCurrency } from '@quittance/core/money/money.ts'
import { seesPortfolioOnly } from '@quittance/core/people/may.ts'
import type { Db } from '../platform/database/db.ts'
import { sql } from '../platform/database/sql.ts'
import { found } from '../platform/http/app-error.ts'
import type { Actor } from '../platform/http/serve.ts'
import type { EventKind } from './events.ts'
import { type DisputeRecord, disputesWhere } from './queries.ts'

const moneyIn = (sums: DisputeRecord['contested']): Money[] =>
  sums.filter(({ amount }) => amount > 0).map(({ amount, currency }) => money(amount, asCurrency(currency)))

/** A dispute as lists show it. */
function rowOf(record: DisputeRecord, today: CalendarDate) {
  const { language: _l, resolution: _r, told: _t, linked: _i, ...row } = record
  return {
    ...row,
    contested: moneyIn(record.contested),
    ageDays: Math.max(0, daysBetween(record.openedOn, record.resolvedOn ?? today)),
    isOverdue: isOverdue(record, today),
  }
}

/** What a customer contests and nobody has resolved, oldest first. */
export async function openDisputesOf(db: Db, customer: number, today: CalendarDate) {
  const which = sql`d.customer_id = ${customer} and d.resolved_on is null`
  return (await disputesWhere(db, which)).map((record) => rowOf(record, today))
}

interface Asked {
  readonly actor: Actor
  readonly today: CalendarDate
}

interface ListAsked {
  readonly state: 'open' | 'overdue' | 'resolved'
  readonly turn?: Turn | undefined
  readonly owner: 'mine' | 'everybody'
  readonly customer?: number | undefined
}

/** Resolved disputes that the list shows at most, the latest. */
const mostResolved = 200

/** The list with its sums, and how many there are of each kind, whatever the list is narrowed to. */
export async function listDisputes(db: Db, asked: ListAsked, { actor, today }: Asked) {
  const open = (await disputesWhere(db, sql`d.resolved_on is null`)).map((one) => rowOf(one, today))
  const listed =
    asked.state === 'resolved'
      ? (await resolvedDisputes(db)).map((one) => rowOf(one, today))
      : open.filter((one) => asked.state === 'open' || one.isOverdue)
  const rows = listed.filter(
    (one) =>
      (asked.turn === undefined || one.turn === asked.turn) &&
      (asked.owner === 'everybody' || one.owner?.id === actor.person) &&
      (asked.customer === undefined || one.customer.id === asked.customer),
  )
  const ofTurn = (turn: Turn) => open.filter((one) => one.turn === turn).length
  return {
    rows,
    contested: sumByCurrency(rows.flatMap((one) => one.contested)),
    counts: {
      open: open.length,
      overdue: open.filter((one) => one.isOverdue).length,
      ourTurn: ofTurn('ourTurn'),
      customerTurn: ofTurn('customerTurn'),
      thirdTurn: ofTurn('thirdTurn'),
    },
  }
}

const resolvedDisputes = async (db: Db): Promise<DisputeRecord[]> =>
  (
    await disputesWhere(
      db,
      sql`d.resolved_on is not null and d.id in (
        select r.id from dispute r
        where r.organization_id = current_organization() and r.resolved_on is not null
        order by r.resolved_on desc, r.id desc limit ${mostResolved})`,
    )
  ).toReversed()

/** One dispute with all there is about it; 404 for one that is not in the portfolio of who asks. */
export async function showDispute(db: Db, id: number, { actor, today }: Asked) {
  const [record] = await disputesWhere(db, sql`d.id = ${id}`)
  const { language, resolution, told, linked } = found(record)
  return {
    ...rowOf(found(record), today),
    language,
    resolution,
    told,
    linked,
    items: (await itemsOf(db, id)).map(({ amountDue, part, currency, ...item }) => ({
      ...item,
      amountDue: money(amountDue, asCurrency(currency)),
      part: part === null ? null : money(part, asCurrency(currency)),
    })),
    events: await eventsOf(db, id),
    documents: await documentsOf(db, id),
    linkable: await linkableTo(db, id),
    mayResolve: !seesPortfolioOnly(actor) && actor.role !== 'readonly',
  }
}

const itemsOf = (db: Db, dispute: number) =>
  db.rows<{
    id: number
    invoice: { id: number; number: string }
    dueDate: CalendarDate
    amountDue: number
    part: number | null
    currency: string
  }>(sql`
    select i.id, json_build_object('id', i.invoice_id, 'number', i.number) as invoice, i.due_date as "dueDate",
      i.amount_due as "amountDue", l.amount as part, i.currency
    from dispute_item l join open_item i on i.organization_id = l.organization_id and i.id = l.open_item_id
    where l.organization_id = current_organization() and l.dispute_id = ${dispute} order by i.due_date, i.id`)

interface ShownEvent {
  readonly id: number
  readonly kind: EventKind
  readonly text: string | null
  readonly to: string | null
  readonly on: CalendarDate
  readonly person: string | null
}

const eventsOf = (db: Db, dispute: number): Promise<ShownEvent[]> =>
  db.rows(sql`
    select e.id, e.kind, e.text, e.detail ->> 'to' as to, e.happened_on as on, p.name as person
    from dispute_event e left join person p on p.organization_id = e.organization_id and p.id = e.person_id
    where e.organization_id = current_organization() and e.dispute_id = ${dispute} order by e.id desc`)

const documentsOf = (
  db: Db,
  dispute: number,
): Promise<{ id: number; name: string; mediaType: string; size: number }[]> =>
  db.rows(sql`
    select id, name, media_type as "mediaType", length(content) as size from dispute_file
    where organization_id = current_organization() and dispute_id = ${dispute} order by id`)

const linkableTo = (db: Db, dispute: number): Promise<{ id: number; number: string; kind: string }[]> =>
  db.rows(sql`
    select v.id, v.number, v.kind
    from dispute d
    join invoice v on v.organization_id = d.organization_id and v.customer_id = d.customer_id
      and (v.kind = 'creditNote' or v.issue_date >= d.opened_on)
    where d.organization_id = current_organization() and d.id = ${dispute} and not exists (
      select from dispute_item l join open_item i on i.organization_id = l.organization_id and i.id = l.open_item_id
      where l.organization_id = d.organization_id and l.dispute_id = d.id and i.invoice_id = v.id)
    order by v.issue_date desc, v.id desc limit 50`)
