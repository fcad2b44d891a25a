import { addDays, type CalendarDate, maxDate } from '@quittance/core/calendar/calendar-date.ts'
import { formatDate } from '@quittance/core/calendar/format-date.ts'
import { declareClaimBy, type InsolvencyKind } from '@quittance/core/dunning/law/insolvency.ts'
import { changeCustomer } from '../../customers/change-customer.ts'
import { recordInJournal } from '../../people/journal.ts'
import type { Db } from '../../platform/database/db.ts'
import { sql } from '../../platform/database/sql.ts'
import { found } from '../../platform/http/app-error.ts'
import { planTask } from '../../tasks/plan-task.ts'
import { dropTask } from '../../tasks/queries.ts'
import { houseLanguage } from '../house-language.ts'
import type { RoadContext } from './end-of-road.ts'
import { refuseFutureDay, standingOf } from './queries.ts'

export interface NewInsolvency {
  readonly customer: number
  readonly kind: InsolvencyKind
  readonly judgedOn: CalendarDate
  readonly publishedOn: CalendarDate | null
  readonly court: string | null
  readonly officeHolder: string | null
  readonly isCreditorAway: boolean
  readonly note: string | null
}

/** Who is asked to declare the claim. */
export interface DeclarationContext extends RoadContext {
  readonly assignee: number | null
}

/** Days before the last one on which somebody is asked to declare the claim. */
const declareAhead = 30

/** Everything stops at the judgment; a task asks for the claim to be declared in time (C. com. L622-24, R622-24). */
export async function recordInsolvency(
  db: Db,
  given: NewInsolvency,
  { today, factsChanged, assignee }: DeclarationContext,
): Promise<number> {
  const { customer, kind, judgedOn, publishedOn, court, officeHolder, isCreditorAway, note } = given
  const { name } = await standingOf(db, customer)
  refuseFutureDay(judgedOn, today)
  if (publishedOn) refuseFutureDay(publishedOn, today)
  await db.run(sql`
    update insolvency set ended_on = ${today}, ended_by = current_person(), end_reason = 'replaced'
    where organization_id = current_organization() and customer_id = ${customer} and ended_on is null`)
  const declareBy = declareClaimBy(given)
  const task = await planDeclaration(db, { ...given, name, declareBy, assignee, today })
  const { id } = await db.one<{ id: number }>(sql`
    insert into insolvency (organization_id, customer_id, kind, judged_on, published_on, court, office_holder, is_creditor_away, note, task_id, recorded_by)
    values (current_organization(), ${customer}, ${kind}, ${judgedOn}, ${publishedOn}, ${court}, ${officeHolder}, ${isCreditorAway}, ${note}, ${task}, current_person())
    returning id`)
  await recordInJournal(db, {
    act: 'recorded',
    thing: 'insolvency',
    thingId: id,
    customerId: customer,
    details: { kind, judgedOn, publishedOn, court, officeHolder, declareBy },
  })
  await changeCustomer(db, { id: customer, fields: { insolvencyOn: judgedOn }, factsChanged })
  return id
}

interface Declaration extends Pick<NewInsolvency, 'customer' | 'officeHolder'> {
  readonly name: string
  readonly declareBy: CalendarDate
  readonly assignee: number | null
  readonly today: CalendarDate
}

const planDeclaration = async (
  db: Db,
  { name, declareBy, today, officeHolder, ...task }: Declaration,
): Promise<number> =>
  planTask(db, {
    kind: 'other',
    title: taskTitle[await houseLanguage(db)](name, declareBy),
    customer: task.customer,
    dueOn: maxDate(today, addDays(declareBy, -declareAhead)),
    assignee: task.assignee,
    note: officeHolder,
  })

const taskTitle = {
  fr: (name: string, by: CalendarDate) => `Déclarer la créance de ${name} avant le ${formatDate(by, 'fr')}`,
  en: (name: string, by: CalendarDate) => `Declare the claim on ${name} by ${formatDate(by, 'en')}`,
}

export interface InsolvencyChange {
  readonly kind?: InsolvencyKind | undefined
  readonly publishedOn?: CalendarDate | null | undefined
  readonly court?: string | null | undefined
  readonly officeHolder?: string | null | undefined
  readonly isCreditorAway?: boolean | undefined
  readonly note?: string | null | undefined
  readonly declaredOn?: CalendarDate | null | undefined
}

/** What is learnt later: the publication, to whom to declare; once declared, the task about it has no object. */
export async function changeInsolvency(
  db: Db,
  id: number,
  change: InsolvencyChange,
  { today }: RoadContext,
): Promise<void> {
  const before = found(await insolvencyRow(db, id))
  for (const day of [change.publishedOn, change.declaredOn]) if (day) refuseFutureDay(day, today)
  const told = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
  const after = { ...before, ...told }
  await db.run(sql`
    update insolvency set kind = ${after.kind}, published_on = ${after.publishedOn}, court = ${after.court}, office_holder = ${after.officeHolder},
      is_creditor_away = ${after.isCreditorAway}, note = ${after.note}, declared_on = ${after.declaredOn}
    where organization_id = current_organization() and id = ${id}`)
  if (after.declaredOn !== null && before.task !== null) await dropTask(db, before.task)
  await recordInJournal(db, {
    act: 'changed',
    thing: 'insolvency',
    thingId: id,
    customerId: before.customer,
    details: told,
  })
}

/** The procedure is over or was a mistake, or is under way after all. */
export async function changeEndOfInsolvency(
  db: Db,
  id: number,
  end: { readonly on: CalendarDate; readonly reason: string | null } | null,
  { today, factsChanged, assignee }: DeclarationContext,
): Promise<void> {
  const before = found(await insolvencyRow(db, id))
  const { customer, judgedOn, task } = before
  const changed = await db.run(sql`
    update insolvency set ended_on = ${end?.on ?? null}, ended_by = case when ${end !== null} then current_person() end, end_reason = ${end?.reason ?? null}
    where organization_id = current_organization() and id = ${id} and (ended_on is null) = ${end !== null}`)
  found(changed === 1 || null)
  if (end && task !== null) await dropTask(db, task)
  if (!end && before.declaredOn === null) {
    const { name } = await standingOf(db, customer)
    const asked = await planDeclaration(db, { ...before, name, declareBy: declareClaimBy(before), assignee, today })
    await db.run(
      sql`update insolvency set task_id = ${asked} where organization_id = current_organization() and id = ${id}`,
    )
  }
  await recordInJournal(db, {
    act: end ? 'ended' : 'resumed',
    thing: 'insolvency',
    thingId: id,
    customerId: customer,
    details: { reason: end?.reason ?? null },
  })
  await changeCustomer(db, { id: customer, fields: { insolvencyOn: end ? null : judgedOn }, factsChanged })
}

interface InsolvencyRow extends NewInsolvency {
  readonly declaredOn: CalendarDate | null
  readonly task: number | null
}

const insolvencyRow = (db: Db, id: number): Promise<InsolvencyRow | null> =>
  db.maybe<InsolvencyRow>(sql`
    select customer_id as customer, kind, judged_on as "judgedOn", published_on as "publishedOn", court, office_holder as "officeHolder",
      is_creditor_away as "isCreditorAway", note, declared_on as "declaredOn", task_id as task
    from insolvency where organization_id = current_organization() and id = ${id} for update`)
