import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import type { Db } from '../platform/database/db.ts'
import { sql } from '../platform/database/sql.ts'

/** A word that was not kept: somebody calls and asks. */
export interface BrokenWordCall {
  readonly customer: number
  readonly legalEntity: number
  readonly because: 'promise' | 'plan'
  readonly on: CalendarDate
  readonly assignee: number | null
  readonly items: readonly number[]
}

const brokenCode = { promise: 'promiseBroken', plan: 'planBroken' } as const

/** Once for a customer and the day that was not kept, unless a call is already waiting; returns how many are new. */
export async function addBrokenWordCalls(
  db: Db,
  calls: readonly BrokenWordCall[],
  dueOn: CalendarDate,
): Promise<number> {
  const added = await db.rows<{ id: number; customer: number; because: string; on: CalendarDate }>(sql`
    insert into task (organization_id, kind, customer_id, legal_entity_id, assignee_id, due_on, because, broken_on)
    select current_organization(), 'call', g.customer_id, g.legal_entity_id, g.assignee_id, ${dueOn}::date, g.because, g.broken_on
    from unnest(${calls.map((c) => c.customer)}::bigint[], ${calls.map((c) => c.legalEntity)}::bigint[],
      ${calls.map((c) => c.assignee)}::bigint[], ${calls.map((c) => brokenCode[c.because])}::text[],
      ${calls.map((c) => c.on)}::date[]) as g(customer_id, legal_entity_id, assignee_id, because, broken_on)
    where not exists (select from task t where t.organization_id = current_organization() and t.customer_id = g.customer_id
      and t.kind = 'call' and t.state in ('todo', 'snoozed'))
    on conflict (organization_id, customer_id, because, broken_on) where broken_on is not null do nothing
    returning id, customer_id as customer, because, broken_on as on`)
  const lines = added.flatMap(({ id, customer, because, on }) =>
    calls
      .filter((call) => call.customer === customer && brokenCode[call.because] === because && call.on === on)
      .flatMap((call) => call.items.map((item) => ({ id, item }))),
  )
  await db.run(sql`
    insert into task_item (organization_id, task_id, open_item_id)
    select distinct current_organization(), g.* from unnest(${lines.map((l) => l.id)}::bigint[], ${lines.map((l) => l.item)}::bigint[]) as g`)
  return added.length
}

/** The word was kept in the end, taken back or replaced: the call about it has no object. A later break asks again. */
export const dropMendedCalls = (
  db: Db,
  customers: readonly number[],
  stillBroken: readonly Pick<BrokenWordCall, 'customer' | 'because' | 'on'>[],
): Promise<number> =>
  db.run(sql`
    update task t set state = 'dropped', because = 'settled', broken_on = null, ended_at = moment(), ended_by = current_person()
    where t.organization_id = current_organization() and t.customer_id = any(${customers}) and t.state in ('todo', 'snoozed')
      and t.broken_on is not null and t.because = any(${Object.values(brokenCode)})
      and not exists (
        select from unnest(${stillBroken.map((c) => c.customer)}::bigint[], ${stillBroken.map((c) => brokenCode[c.because])}::text[],
          ${stillBroken.map((c) => c.on)}::date[]) as g(customer_id, because, broken_on)
        where g.customer_id = t.customer_id and g.because = t.because and g.broken_on = t.broken_on)`)
