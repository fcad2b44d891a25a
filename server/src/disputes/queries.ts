import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import type { DisputeReason } from '@quittance/core/disputes/dispute-reason.ts'
import type { AwaitedDocument, Outcome, Turn } from '@quittance/core/disputes/dispute-standing.ts'
import type { Db } from '../platform/database/db.ts'
import { type Sql, sql } from '../platform/database/sql.ts'
import type { ContestedPart } from './contested-parts.ts'

/** Where nothing is said of a due line in `parts`, all of it is contested. */
export async function insertDispute(
  db: Db,
  asked: {
    readonly customer: number
    readonly items: readonly number[]
    readonly reason: DisputeReason
    readonly note: string | null
    readonly owner: number | null
    readonly category?: number | null
    readonly deadline?: CalendarDate | null
    readonly turn?: Turn
    readonly parts: readonly ContestedPart[]
  },
  today: CalendarDate,
): Promise<number> {
  const { id } = await db.one<{ id: number }>(sql`
    insert into dispute (organization_id, customer_id, reason, category_id, note, opened_on, opened_by, owner_id, deadline, turn)
    values (current_organization(), ${asked.customer}, ${asked.category ? 'other' : asked.reason}, ${asked.category ?? null},
      ${asked.note}, ${today}, current_person(), ${asked.owner}, ${asked.deadline ?? null}, ${asked.turn ?? 'ourTurn'})
    returning id`)
  await db.run(sql`
    insert into dispute_item (organization_id, dispute_id, open_item_id, amount)
    select current_organization(), ${id}::bigint, i.item, g.amount
    from unnest(${asked.items}::bigint[]) as i (item)
    left join unnest(${asked.parts.map(({ item }) => item)}::bigint[], ${asked.parts.map(({ amount }) => amount)}::bigint[])
      as g (item, amount) on g.item = i.item`)
  return id
}

/** Its due lines, with the part contested; null: all of it. */
export const itemsOfDispute = (db: Db, dispute: number) =>
  db.rows<{ item: number; amount: number | null }>(sql`
    select open_item_id as item, amount from dispute_item
    where organization_id = current_organization() and dispute_id = ${dispute} order by open_item_id`)

/** All that resolving it, or opening it again, changes. */
const standing = sql`jsonb_build_object('turn', turn, 'awaiting', awaiting, 'linked', linked_invoice_id, 'resolvedOn', resolved_on,
  'resolution', resolution, 'outcome', outcome, 'told', told, 'resolvedBy', resolved_by, 'stood', stood)`

/** Null where it is not open any more. */
export const closeDispute = (
  db: Db,
  id: number,
  closed: {
    /** 'undone': it was opened by mistake. */
    readonly outcome: Outcome | 'undone'
    readonly text: string | null
    readonly told: string | null
    readonly linked: number | null
    readonly on: CalendarDate
  },
) =>
  db.maybe<{ customer: number }>(sql`
    update dispute set resolved_on = ${closed.on}, resolution = ${closed.text}, outcome = ${closed.outcome}, told = ${closed.told},
      linked_invoice_id = coalesce(${closed.linked}, linked_invoice_id), resolved_by = current_person(), awaiting = null,
      stood = ${standing}
    where organization_id = current_organization() and id = ${id} and resolved_on is null returning customer_id as customer`)

/** Null where it is open, or was undone. */
export const reopen = (db: Db, id: number) =>
  db.maybe<{ customer: number }>(sql`
    update dispute set resolved_on = null, resolution = null, outcome = null, told = null, resolved_by = null, turn = 'ourTurn',
      stood = ${standing}
    where organization_id = current_organization() and id = ${id} and resolved_on is not null and outcome <> 'undone'
    returning customer_id as customer`)

/** As it stood before it was last resolved (`wasResolved`), or opened again; null where that is not what was done last. */
export const takeBackLast = (db: Db, id: number, { wasResolved }: { readonly wasResolved: boolean }) =>
  db.maybe<{ customer: number }>(sql`
    update dispute set turn = stood ->> 'turn', awaiting = stood ->> 'awaiting', linked_invoice_id = (stood ->> 'linked')::bigint,
      resolved_on = (stood ->> 'resolvedOn')::date, resolution = stood ->> 'resolution', outcome = stood ->> 'outcome',
      told = stood ->> 'told', resolved_by = (stood ->> 'resolvedBy')::bigint, stood = nullif(stood -> 'stood', 'null')
    where organization_id = current_organization() and id = ${id} and stood is not null and outcome is distinct from 'undone'
      and (resolved_on is not null) = ${wasResolved}
    returning customer_id as customer`)

/** Another invoice or credit note of the customer of this dispute. */
export const isLinkable = async (db: Db, dispute: number, invoice: number): Promise<boolean> =>
  (await db.maybe(sql`
    select 1 from dispute d join invoice v on v.organization_id = d.organization_id and v.customer_id = d.customer_id
    where d.organization_id = current_organization() and d.id = ${dispute} and v.id = ${invoice}
      and not exists (
        select from dispute_item l join open_item i on i.organization_id = l.organization_id and i.id = l.open_item_id
        where l.organization_id = d.organization_id and l.dispute_id = d.id and i.invoice_id = v.id)`)) !== null

export interface DisputeRecord {
  readonly id: number
  readonly customer: { readonly id: number; readonly name: string }
  readonly reason: DisputeReason
  readonly category: { readonly id: number; readonly name: string } | null
  readonly note: string | null
  readonly openedOn: CalendarDate
  readonly owner: { readonly id: number; readonly name: string } | null
  readonly turn: Turn
  readonly deadline: CalendarDate | null
  readonly awaiting: AwaitedDocument | null
  readonly resolvedOn: CalendarDate | null
  readonly outcome: Outcome | null
  readonly contested: { amount: number; currency: string }[]
  readonly invoices: { id: number; number: string }[]
  readonly comments: number
  readonly files: number
  readonly language: string
  readonly resolution: string | null
  readonly told: string | null
  readonly linked: { readonly id: number; readonly number: string } | null
}

/** Disputes `d` of which this holds, the oldest first. */
export const disputesWhere = (db: Db, which: Sql): Promise<DisputeRecord[]> =>
  db.rows<DisputeRecord>(sql`
    select d.id, json_build_object('id', c.id, 'name', c.name) as customer, d.reason,
      case when k.id is not null then json_build_object('id', k.id, 'name', k.name) end as category,
      d.note, d.opened_on as "openedOn", case when p.id is not null then json_build_object('id', p.id, 'name', p.name) end as owner,
      d.turn, d.deadline, d.awaiting, d.resolved_on as "resolvedOn", d.outcome, l.contested, l.invoices, c.language,
      d.resolution, d.told, case when v.id is not null then json_build_object('id', v.id, 'number', v.number) end as linked,
      (select count(*)::int from dispute_event e
        where e.organization_id = d.organization_id and e.dispute_id = d.id and e.kind = 'comment') as comments,
      (select count(*)::int from dispute_file f where f.organization_id = d.organization_id and f.dispute_id = d.id) as files
    from dispute d
    join customer c on c.organization_id = d.organization_id and c.id = d.customer_id
    left join person p on p.organization_id = d.organization_id and p.id = d.owner_id
    left join dispute_category k on k.organization_id = d.organization_id and k.id = d.category_id
    left join invoice v on v.organization_id = d.organization_id and v.id = d.linked_invoice_id
    cross join lateral (
      select coalesce(json_agg(distinct jsonb_build_object('id', i.invoice_id, 'number', i.number)), '[]') as invoices,
        (select coalesce(json_agg(json_build_object('amount', s.amount, 'currency', s.currency) order by s.currency), '[]')
          from (
            select o.currency, sum(greatest(0, least(coalesce(m.amount, o.amount_due), o.amount_due)))::bigint as amount
            from dispute_item m join open_item o on o.organization_id = m.organization_id and o.id = m.open_item_id
            where m.organization_id = d.organization_id and m.dispute_id = d.id
            group by o.currency) s) as contested
      from dispute_item m join open_item i on i.organization_id = m.organization_id and i.id = m.open_item_id
      where m.organization_id = d.organization_id and m.dispute_id = d.id) l
    where d.organization_id = current_organization() and d.outcome is distinct from 'undone' and ${which}
    order by d.opened_on, d.id`)
