import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import type { Money } from '@quittance/core/money/money.ts'
import type { Db } from '../platform/database/db.ts'
import { type Sql, sql } from '../platform/database/sql.ts'

/** Of these items, those of this customer (or its children) in this currency with something left to pay. */
export const promisable = (
  db: Db,
  customer: number,
  items: readonly number[],
  currency: string,
): Promise<{ readonly id: number; readonly amountDue: number }[]> =>
  db.rows(sql`
    select i.id, i.amount_due as "amountDue" from open_item i
    join customer c on c.organization_id = i.organization_id and c.id = i.customer_id
    where i.organization_id = current_organization() and i.id = any(${items}) and i.amount_due > 0 and i.currency = ${currency}
      and (i.customer_id = ${customer} or c.parent_id = ${customer})`)

/** The customer that promised and those whose items it is about. */
export const customersOfPromise = (db: Db, promise: number): Promise<number[]> =>
  customersIn(
    db,
    sql`
    select o.customer_id from promise_item l
    join open_item o on o.organization_id = l.organization_id and o.id = l.open_item_id
    where l.organization_id = current_organization() and l.promise_id = ${promise}
    union
    select customer_id from promise where organization_id = current_organization() and id = ${promise}`,
  )

/** The customer that agreed and those whose items it is about. */
export const customersOfPlan = (db: Db, plan: number): Promise<number[]> =>
  customersIn(
    db,
    sql`
    select o.customer_id from payment_plan_item l
    join open_item o on o.organization_id = l.organization_id and o.id = l.open_item_id
    where l.organization_id = current_organization() and l.payment_plan_id = ${plan}
    union
    select customer_id from payment_plan where organization_id = current_organization() and id = ${plan}`,
  )

/** The due lines it is about, paid ones too. */
export const itemsOfPromise = (db: Db, promise: number): Promise<number[]> =>
  itemsIn(
    db,
    sql`
    select open_item_id as item from promise_item where organization_id = current_organization() and promise_id = ${promise}`,
  )

/** The due lines it is about, paid ones too. */
export const itemsOfPlan = (db: Db, plan: number): Promise<number[]> =>
  itemsIn(
    db,
    sql`
    select open_item_id as item from payment_plan_item
    where organization_id = current_organization() and payment_plan_id = ${plan}`,
  )

const itemsIn = async (db: Db, rows: Sql): Promise<number[]> =>
  (await db.rows<{ item: number }>(rows)).map(({ item }) => item)

const customersIn = async (db: Db, rows: Sql): Promise<number[]> =>
  (await db.rows<{ customer_id: number }>(rows)).map((row) => row.customer_id)

/** By the person of the scope; `keptUntil` has the grace in it. */
export const insertPromise = (
  db: Db,
  promise: {
    customer: number
    promisedFor: CalendarDate
    keptUntil: CalendarDate
    amount: Money
    /** What keeps it, in the smallest unit. */
    enough: number
    note: string | null
    notedOn: CalendarDate
  },
): Promise<{ id: number }> =>
  db.one(sql`
    insert into promise (organization_id, customer_id, promised_for, kept_until, currency, amount, enough, note, noted_on, noted_by)
    values (current_organization(), ${promise.customer}, ${promise.promisedFor}, ${promise.keptUntil}, ${promise.amount.currency}, ${promise.amount.amount},
      ${promise.enough}, ${promise.note}, ${promise.notedOn}, current_person()) returning id`)

/** An amount where one was promised of that due line alone. */
export const insertPromiseItems = (
  db: Db,
  promise: number,
  items: readonly number[],
  parts: readonly { readonly item: number; readonly amount: number }[],
): Promise<number> =>
  db.run(sql`
    insert into promise_item (organization_id, promise_id, open_item_id, amount)
    select current_organization(), ${promise}::bigint, i.item, g.amount
    from (select distinct item from unnest(${items}::bigint[]) item) i
    left join unnest(${parts.map(({ item }) => item)}::bigint[], ${parts.map(({ amount }) => amount)}::bigint[])
      as g (item, amount) on g.item = i.item`)

/** Null where it does not hold any more. */
export const withdraw = (db: Db, promise: number, on: CalendarDate, because: string | null) =>
  db.maybe<{ customer: number }>(sql`
    update promise set withdrawn_on = ${on}, withdrawn_because = 'cancelled', withdrawn_note = ${because},
      withdrawn_by = current_person()
    where organization_id = current_organization() and id = ${promise} and withdrawn_on is null returning customer_id as customer`)

/** Noted by mistake: it counts nowhere, the lists of promises before included. */
export const markUndone = (db: Db, promise: number, on: CalendarDate) =>
  db.maybe<{ customer: number }>(sql`
    update promise set withdrawn_on = ${on}, withdrawn_because = 'undone', withdrawn_note = null, withdrawn_by = current_person()
    where organization_id = current_organization() and id = ${promise} and withdrawn_on is null returning customer_id as customer`)

/** Null where it was not withdrawn. */
export const resume = (db: Db, promise: number) =>
  db.maybe<{ customer: number }>(sql`
    update promise set withdrawn_on = null, withdrawn_because = null, withdrawn_note = null, withdrawn_by = null
    where organization_id = current_organization() and id = ${promise} and withdrawn_because is distinct from 'undone'
      and withdrawn_on is not null and replaced_by is null and replaced_by_plan is null returning customer_id as customer`)

/** The promise that this one had replaced holds again, as it did. */
export const restoreReplaced = (db: Db, by: number) =>
  db.rows<{ id: number }>(sql`
    update promise set withdrawn_on = null, withdrawn_because = null, withdrawn_note = null, withdrawn_by = null, replaced_by = null
    where organization_id = current_organization() and replaced_by = ${by} returning id`)

/** Another promise takes its place; null where it does not hold any more. */
export const replaceBy = (
  db: Db,
  { promise, by, on }: { readonly promise: number; readonly by: number; readonly on: CalendarDate },
) =>
  db.maybe<{ customer: number }>(sql`
    update promise p set withdrawn_on = ${on}, withdrawn_because = 'replaced', withdrawn_by = current_person(),
      replaced_by = ${by}, withdrawn_note = n.note
    from promise n
    where p.organization_id = current_organization() and p.id = ${promise} and p.withdrawn_on is null
      and n.organization_id = p.organization_id and n.id = ${by} and n.customer_id = p.customer_id
    returning p.customer_id as customer`)

/** By the person of the scope; its due lines and dates are written apart. */
export const insertPlan = (
  db: Db,
  plan: {
    customer: number
    agreedOn: CalendarDate
    note: string | null
    graceDays: number
    endedPlans: readonly number[]
  },
): Promise<{ id: number }> =>
  db.one(sql`
    insert into payment_plan (organization_id, customer_id, agreed_on, note, grace_days, agreed_by, ended_plans)
    values (current_organization(), ${plan.customer}, ${plan.agreedOn}, ${plan.note}, ${plan.graceDays}, current_person(),
      ${plan.endedPlans}::bigint[]) returning id`)

/** With what is owed on each that day: what comes later is counted from there. */
export const insertPlanItems = (db: Db, plan: number, items: readonly number[]): Promise<number> =>
  db.run(sql`
    insert into payment_plan_item (organization_id, payment_plan_id, open_item_id, amount_due)
    select current_organization(), ${plan}, id, amount_due from open_item
    where organization_id = current_organization() and id = any(${items})`)

/** All in one currency, one a day. */
export const insertInstalments = (
  db: Db,
  plan: number,
  instalments: readonly { dueOn: CalendarDate; amount: Money }[],
): Promise<number> =>
  db.run(sql`
    insert into payment_plan_instalment (organization_id, payment_plan_id, due_on, currency, amount)
    select current_organization(), ${plan}, d, c, a
    from unnest(${instalments.map((one) => one.dueOn)}::date[], ${instalments.map((one) => one.amount.currency)}::text[],
      ${instalments.map((one) => one.amount.amount)}::bigint[]) as g(d, c, a)`)

/** Null where it has ended. */
export const endPlan = (db: Db, plan: number, on: CalendarDate, because: string | null) =>
  db.maybe<{ customer: number }>(sql`
    update payment_plan set ended_on = ${on}, ended_because = ${because}, ended_by = current_person()
    where organization_id = current_organization() and id = ${plan} and ended_on is null returning customer_id as customer`)

/** Null where it has not ended. */
export const resumePlan = (db: Db, plan: number) =>
  db.maybe<{ customer: number }>(sql`
    update payment_plan set ended_on = null, ended_because = null, ended_by = null
    where organization_id = current_organization() and id = ${plan} and ended_on is not null returning customer_id as customer`)

/** The customer was written to; null for a plan nobody may see. */
export const confirmPlan = (db: Db, plan: number, on: CalendarDate) =>
  db.maybe<{ customer: number }>(sql`
    update payment_plan set confirmed_on = ${on}, confirmed_by = current_person()
    where organization_id = current_organization() and id = ${plan} returning customer_id as customer`)
