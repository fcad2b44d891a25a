import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { nextWorkingDay } from '@quittance/core/calendar/working-days.ts'
import { recordInJournal } from '../people/journal.ts'
import { forWholeHouse } from '../people/whole-house.ts'
import type { Db } from '../platform/database/db.ts'
import { sql } from '../platform/database/sql.ts'
import type { TaskRecord } from './queries.ts'
import { collectorFor, type TaskRules } from './task-rules.ts'

interface Child {
  readonly kind: 'findPayment' | 'correctContact' | 'call' | 'other'
  readonly title?: string
  readonly note?: string | null
  readonly because: string
  readonly contact?: number | null
  readonly items?: readonly number[]
  readonly dueOn: CalendarDate
  readonly assignee: number | null
}

/** The task whose outcome asks for another; without one (null) a message did. */
type Parent = Pick<TaskRecord, 'customer' | 'legalEntity'> & { readonly id: number | null }

/** The next thing that an outcome asks of somebody; answers its id. */
const addChild = (db: Db, parent: Parent, child: Child): Promise<number> =>
  // Often in other hands than those of whoever asks for it.
  forWholeHouse(db, () => insertChild(db, parent, child))

async function insertChild(db: Db, parent: Parent, child: Child): Promise<number> {
  const { id } = await db.one<{ id: number }>(sql`
    insert into task (organization_id, kind, title, note, because, customer_id, legal_entity_id, contact_id, parent_id, due_on, assignee_id, created_by)
    values (current_organization(), ${child.kind}, ${child.title ?? null}, ${child.note ?? null}, ${child.because}, ${parent.customer?.id ?? null},
      ${parent.legalEntity}, ${child.contact ?? null}, ${parent.id}, ${child.dueOn}, ${child.assignee}, current_person())
    returning id`)
  await db.run(sql`
    insert into task_item (organization_id, task_id, open_item_id, expected)
    select organization_id, ${id}, id, amount_due from open_item
    where organization_id = current_organization() and id = any(${child.items ?? []}) and amount_due > 0`)
  await recordInJournal(db, {
    act: 'task.added',
    thing: 'task',
    thingId: id,
    details: { kind: child.kind, because: child.because, dueOn: child.dueOn },
    ...(parent.customer ? { customerId: parent.customer.id } : {}),
  })
  return id
}

/** « Chercher le règlement »: from the next working day on, when the bank may have it. */
export async function askForPayment(
  db: Db,
  parent: Parent,
  about: { customer: number; items: readonly number[]; note: string | null; today: CalendarDate; rules: TaskRules },
): Promise<number> {
  return addChild(db, parent, {
    kind: 'findPayment',
    because: 'saysPaid',
    note: about.note,
    items: about.items,
    dueOn: nextWorkingDay(about.today, about.rules),
    assignee: (await collectorFor(db, about.customer))?.id ?? null,
  })
}

/** « Corriger un contact », unless somebody is asked already. */
export async function askForContact(
  db: Db,
  parent: Parent,
  about: { customer: number; contact: number; note: string | null; today: CalendarDate },
): Promise<number | null> {
  const there = await db.maybe(sql`
    select id from task where organization_id = current_organization() and contact_id = ${about.contact}
      and kind = 'correctContact' and state in ('todo', 'snoozed') limit 1`)
  if (there) return null
  return addChild(db, parent, {
    kind: 'correctContact',
    because: 'wrongContact',
    note: about.note,
    contact: about.contact,
    dueOn: about.today,
    assignee: (await collectorFor(db, about.customer))?.id ?? null,
  })
}

/** The money was looked for and is not there: the customer is called about it. */
export const askAgainForMoney = async (
  db: Db,
  parent: TaskRecord,
  about: { customer: number; today: CalendarDate },
): Promise<number> =>
  addChild(db, parent, {
    kind: 'call',
    because: 'paymentNotFound',
    dueOn: about.today,
    assignee: (await callerFor(db, about.customer)) ?? (await collectorFor(db, about.customer))?.id ?? null,
  })

/** Invoices without a PDF: somebody sends their copy. */
export async function askForCopies(
  db: Db,
  parent: TaskRecord,
  about: { customer: number; title: string; today: CalendarDate },
): Promise<number> {
  return addChild(db, parent, {
    kind: 'other',
    because: 'copyMissing',
    title: about.title,
    dueOn: about.today,
    assignee: (await collectorFor(db, about.customer))?.id ?? null,
  })
}

/** Who calls a customer: its sales rep. */
const callerFor = async (db: Db, customer: number): Promise<number | null> =>
  (
    await db.maybe<{ id: number }>(sql`
      select p.id from customer c join person p on p.organization_id = c.organization_id and p.id = c.sales_rep_id and p.is_active
      where c.organization_id = current_organization() and c.id = ${customer}`)
  )?.id ?? null

/** The outcome was taken back: what it asked for has no object, unless somebody did it meanwhile. */
export const dropChildren = (db: Db, children: readonly number[]): Promise<number> =>
  forWholeHouse(db, () =>
    db.run(sql`
    update task set state = 'dropped', because = 'undone', ended_at = moment(), ended_by = current_person()
    where organization_id = current_organization() and id = any(${children}) and state in ('todo', 'snoozed')`),
  )
