import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import type { Db } from '../platform/database/db.ts'
import { sql } from '../platform/database/sql.ts'

interface Rung {
  readonly key: string
  readonly delayDays: number
}

/** A call, letter or decision that a scenario asks of a person, with the items it is about and the rung each climbs. */
export interface NewStepTask {
  readonly customer: number
  readonly legalEntity: number
  readonly kind: 'call' | 'letter' | 'decision' | 'other'
  /** What is to be done, for 'other'. */
  readonly title?: string | null
  readonly carrying: number
  readonly step: Rung
  readonly items: readonly { readonly item: number; readonly climbs: Rung | null }[]
  readonly assignee: number | null
}

/** Something a person must settle before the scenario can go on. */
export interface Need {
  readonly customer: number
  readonly legalEntity: number
  readonly kind: 'correctAddress' | 'allocateCredit' | 'resolveUncertain'
  readonly assignee: number | null
}

/** Adds the tasks that are not there yet (once per item and step) and returns how many are new. */
export async function addStepTasks(db: Db, tasks: readonly NewStepTask[], today: CalendarDate): Promise<number> {
  const added = await db.rows<{ id: number; carrying: number; step: string }>(sql`
    insert into task (organization_id, kind, customer_id, legal_entity_id, open_item_id, step_key, delay_days, assignee_id, title, due_on, because)
    select current_organization(), g.kind, g.customer_id, g.legal_entity_id, g.item, g.step_key, g.delay_days, g.assignee_id, g.title, ${today}, 'stepDue'
    from unnest(${tasks.map((t) => t.kind)}::text[], ${tasks.map((t) => t.customer)}::bigint[], ${tasks.map((t) => t.legalEntity)}::bigint[],
      ${tasks.map((t) => t.carrying)}::bigint[], ${tasks.map((t) => t.step.key)}::text[], ${tasks.map((t) => t.step.delayDays)}::int[],
      ${tasks.map((t) => t.assignee)}::bigint[], ${tasks.map((t) => t.title ?? null)}::text[])
      as g(kind, customer_id, legal_entity_id, item, step_key, delay_days, assignee_id, title)
    on conflict (organization_id, open_item_id, step_key) where step_key is not null and state <> 'dropped' do nothing
    returning id, open_item_id as carrying, step_key as step`)
  const ids = new Map(added.map((row) => [`${row.carrying}/${row.step}`, row.id]))
  const lines = tasks.flatMap((task) => {
    const id = ids.get(`${task.carrying}/${task.step.key}`)
    return id === undefined ? [] : task.items.map(({ item, climbs }) => ({ id, item, climbs }))
  })
  await db.run(sql`
    insert into task_item (organization_id, task_id, open_item_id, step_key, delay_days)
    select current_organization(), g.* from unnest(${lines.map((l) => l.id)}::bigint[], ${lines.map((l) => l.item)}::bigint[],
      ${lines.map((l) => l.climbs?.key ?? null)}::text[], ${lines.map((l) => l.climbs?.delayDays ?? null)}::int[]) as g`)
  return added.length
}

/** The object of these tasks is gone: dropped with its reason, not done. */
export const dropStepTasks = (
  db: Db,
  over: readonly { readonly item: number; readonly step: string; readonly because: string }[],
): Promise<number> =>
  db.run(sql`
    update task t set state = 'dropped', because = g.because, ended_at = moment(), ended_by = current_person()
    from unnest(${over.map((one) => one.item)}::bigint[], ${over.map((one) => one.step)}::text[], ${over.map((one) => one.because)}::text[])
      as g(item, step, because)
    where t.organization_id = current_organization() and t.open_item_id = g.item and t.step_key = g.step and t.state in ('todo', 'snoozed')`)

/** One open task of each kind per customer; asking again while it is open adds nothing. */
export const addNeedTasks = (db: Db, needs: readonly Need[], today: CalendarDate): Promise<number> =>
  db.run(sql`
    insert into task (organization_id, kind, customer_id, legal_entity_id, assignee_id, due_on, because)
    select distinct on (g.customer_id, g.kind) current_organization(), g.kind, g.customer_id, g.legal_entity_id, g.assignee_id, ${today}::date, 'blocked'
    from unnest(${needs.map((n) => n.kind)}::text[], ${needs.map((n) => n.customer)}::bigint[], ${needs.map((n) => n.legalEntity)}::bigint[],
      ${needs.map((n) => n.assignee)}::bigint[]) as g(kind, customer_id, legal_entity_id, assignee_id)
    on conflict (organization_id, customer_id, kind)
      where state in ('todo', 'snoozed') and kind in ('correctAddress', 'allocateCredit', 'resolveUncertain') do nothing`)

/** A refused address is asked for until it is another one, accepted again, or no reminder goes to it. */
const stillRefused = sql`t.kind = 'correctAddress' and exists (
  select from contact k where k.organization_id = t.organization_id and k.customer_id = t.customer_id
    and k.receives_reminders and k.email <> '' and k.email_refused_on is not null)`

/** Closes what some customers no longer need; a refused address stays asked for, whatever other ones there are. */
export const dropSettledNeeds = (db: Db, customers: readonly number[], stillNeeded: readonly Need[]): Promise<number> =>
  db.run(sql`
    update task t set state = 'dropped', because = 'settled', ended_at = moment(), ended_by = current_person()
    where t.organization_id = current_organization() and t.customer_id = any(${customers}) and t.state in ('todo', 'snoozed')
      and t.kind in ('correctAddress', 'allocateCredit', 'resolveUncertain')
      and not exists (
        select from unnest(${stillNeeded.map((n) => n.customer)}::bigint[], ${stillNeeded.map((n) => n.kind)}::text[]) as g(customer_id, kind)
        where g.customer_id = t.customer_id and g.kind = t.kind)
      and not (${stillRefused})`)

/** Who answers for some customers. */
export const ownersOf = (db: Db, customers: readonly number[]) =>
  db.rows<{ customer: number; salesRep: number | null; collector: number | null }>(sql`
    select c.id as customer, s.id as "salesRep", p.id as collector
    from customer c
    left join person s on s.organization_id = c.organization_id and s.id = c.sales_rep_id and s.is_active
    left join person p on p.organization_id = c.organization_id and p.id = c.collector_id and p.is_active
    where c.organization_id = current_organization() and c.id = any(${customers})`)

/** A message that could not leave for a reason of ours (policy, content, server): somebody looks, once a message. */
export const addFailureTask = (
  db: Db,
  failure: {
    customer: number
    legalEntity: number
    assignee: number | null
    reminder: number
    note: string
    today: CalendarDate
  },
): Promise<number> =>
  db.run(sql`
    insert into task (organization_id, kind, customer_id, legal_entity_id, reminder_id, note, assignee_id, due_on, because)
    select current_organization(), 'other', ${failure.customer}, ${failure.legalEntity}, ${failure.reminder}, ${failure.note},
      ${failure.assignee}, ${failure.today}, 'notSent'
    where not exists (select from task where organization_id = current_organization() and reminder_id = ${failure.reminder}
      and state in ('todo', 'snoozed'))`)
