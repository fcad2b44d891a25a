import type { Db } from '../../platform/database/db.ts'
import { sql } from '../../platform/database/sql.ts'

export const addPastPromise = (
  db: Db,
  promise: {
    customer: number
    items: readonly number[]
    promisedFor: string
    amount: number
    note: string
    notedOn: string
    notedBy: number | null
  },
): Promise<number> =>
  db.run(sql`
    with noted as (
      insert into promise (organization_id, customer_id, promised_for, currency, amount, note, noted_on, noted_by)
      values (current_organization(), ${promise.customer}, ${promise.promisedFor}, 'EUR', ${promise.amount}, ${promise.note},
        ${promise.notedOn}, ${promise.notedBy})
      returning id)
    insert into promise_item (organization_id, promise_id, open_item_id)
    select current_organization(), noted.id, item from noted, unnest(${promise.items}::bigint[]) as item`)

export const addProfile = (
  db: Db,
  given: { customer: number; profile: string; note: string; on: string; by: number | null },
): Promise<number> =>
  db.run(sql`
    insert into declared_profile (organization_id, customer_id, profile, note, declared_on, declared_by)
    values (current_organization(), ${given.customer}, ${given.profile}, ${given.note}, ${given.on}, ${given.by})`)

export async function addPlan(
  db: Db,
  plan: {
    customer: number
    items: readonly number[]
    agreedOn: string
    note: string
    dueOn: readonly string[]
    amounts: readonly number[]
  },
): Promise<void> {
  const { id } = await db.one<{ id: number }>(sql`
    insert into payment_plan (organization_id, customer_id, agreed_on, note, agreed_by)
    values (current_organization(), ${plan.customer}, ${plan.agreedOn}, ${plan.note}, current_person()) returning id`)
  await db.run(sql`
    insert into payment_plan_instalment (organization_id, payment_plan_id, due_on, currency, amount)
    select current_organization(), ${id}, g.due_on, 'EUR', g.amount
    from unnest(${plan.dueOn}::date[], ${plan.amounts}::bigint[]) as g(due_on, amount)`)
  await db.run(sql`
    insert into payment_plan_item (organization_id, payment_plan_id, open_item_id, amount_due)
    select current_organization(), ${id}, id, amount_due from open_item
    where organization_id = current_organization() and id = any(${plan.items})`)
}

export const addPastDispute = (
  db: Db,
  dispute: {
    customer: number
    items: readonly number[]
    reason: string
    note: string
    openedOn: string
    owner: number | null
    turn: string
  },
): Promise<number> =>
  db.run(sql`
    with opened as (
      insert into dispute (organization_id, customer_id, reason, note, opened_on, opened_by, owner_id, turn)
      values (current_organization(), ${dispute.customer}, ${dispute.reason}, ${dispute.note}, ${dispute.openedOn},
        current_person(), ${dispute.owner}, ${dispute.turn})
      returning id)
    insert into dispute_item (organization_id, dispute_id, open_item_id)
    select current_organization(), opened.id, item from opened, unnest(${dispute.items}::bigint[]) as item`)

export interface TaskRow {
  readonly kind: string
  readonly customer: number | null
  readonly legalEntity: number | null
  readonly item: number | null
  readonly step: string | null
  readonly delayDays: number | null
  readonly title: string | null
  readonly note: string | null
  readonly assignee: number | null
  readonly dueOn: string
  readonly doneAt: string | null
}

export const addTask = (db: Db, task: TaskRow): Promise<{ id: number }> =>
  db.one(sql`
    insert into task (organization_id, kind, customer_id, legal_entity_id, open_item_id, step_key, delay_days, title, note,
      assignee_id, due_on, state, outcome, because, created_by, ended_by, ended_at)
    values (current_organization(), ${task.kind}, ${task.customer}, ${task.legalEntity}, ${task.item}, ${task.step}, ${task.delayDays},
      ${task.title}, ${task.note}, ${task.assignee}, ${task.dueOn}, ${task.doneAt ? 'done' : 'todo'}, ${task.doneAt ? 'done' : null},
      ${task.step ? 'stepDue' : null}, current_person(), ${task.doneAt ? task.assignee : null}, ${task.doneAt}::timestamptz)
    returning id`)

export const addTaskItem = (
  db: Db,
  task: number,
  item: number,
  climbs: { key: string; delayDays: number } | null,
): Promise<number> =>
  db.run(sql`
    insert into task_item (organization_id, task_id, open_item_id, step_key, delay_days)
    values (current_organization(), ${task}, ${item}, ${climbs?.key ?? null}, ${climbs?.delayDays ?? null})`)
