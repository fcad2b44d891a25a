import { addDays, type CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { type Sql, sql } from '../platform/database/sql.ts'
import type { invoiceViews } from './list-shapes.ts'
import { brokenPromises, disputedItems, isStopped, missingItems, unplannedItems } from './set-items.ts'

export type View = (typeof invoiceViews)[number]
export type Bucket = 'notDue' | 'd1_30' | 'd31_60' | 'd61_90' | 'd90plus'
export type NextStepKind = 'email' | 'call' | 'letter' | 'decision' | 'hold' | 'none'

export interface ItemFilter {
  readonly view: View
  /** Customer, invoice number, or an amount to the cent. */
  readonly q?: string | undefined
  readonly customer?: number | undefined
  /** The collector of the customer. */
  readonly owner?: number | undefined
  /** At least that many days late. */
  readonly late?: number | undefined
  readonly bucket?: Bucket | undefined
  readonly step?: NextStepKind | undefined
  readonly currency?: string | undefined
}

/** What of a filter stands on the due line itself: an index in the order of the list answers it on its way. */
export function ownConditions({ view, customer, late, bucket, currency }: ItemFilter, today: CalendarDate): Sql[] {
  return [
    sql`o.organization_id = current_organization()`,
    ...ofView(view, today),
    ...(customer === undefined ? [] : [sql`o.customer_id = ${customer}`]),
    ...(late === undefined ? [] : [sql`o.due_date <= ${addDays(today, -late)}`]),
    ...(bucket === undefined ? [] : [dueWithin(bucket, today), expected]),
    ...(currency === undefined ? [] : [sql`o.currency = ${currency}`]),
  ]
}

/** Something is left of it, and nobody gave it up. */
export const expected = sql`o.amount_due > 0 and o.written_off_on is null`

function ofView(view: View, today: CalendarDate): Sql[] {
  const left = expected
  const late = sql`o.due_date < ${today}`
  switch (view) {
    case 'late':
      return [left, late]
    case 'upcoming':
      return [left, sql`o.due_date >= ${today}`]
    case 'owing':
      return [left]
    case 'over60':
      return [left, sql`o.due_date < ${addDays(today, -60)}`]
    case 'deposits':
      return [left, late, sql`o.is_deposit`]
    case 'disputed':
    case 'brokenPromises':
    case 'missing':
    case 'unplanned':
      return [left]
    case 'writtenOff':
      return [sql`o.amount_due > 0`, sql`o.written_off_on is not null`]
    case 'paid':
      return [sql`o.amount_due = 0`, sql`o.amount > 0`]
    case 'all':
      return []
  }
}

/** The few due lines of a view, by their ids; undefined for a view that a due line itself tells. */
export function itemsOfView(view: View, today: CalendarDate): Sql | undefined {
  switch (view) {
    case 'disputed':
      return disputedItems
    case 'brokenPromises':
      return brokenPromises(today)
    case 'missing':
      return missingItems
    case 'unplanned':
      return unplannedItems(today)
    default:
      return undefined
  }
}

/**
 * As nextStepOfItem says it, for late items; asked of one due line at a time: as a value, since the planner would make a
 * join of "exists", and read everything.
 */
export function comesNext(step: NextStepKind, today: CalendarDate): Sql {
  const leadsTo = sql`(
    select d.leads_to from current_decision d
    where d.organization_id = current_organization() and d.customer_id = o.customer_id
      and d.legal_entity_id = o.legal_entity_id) = ${step}`
  // Nothing comes next for what is paid, whatever its customer is led to.
  return step === 'hold'
    ? sql`${expected} and (${leadsTo} or ${isStopped(today)})`
    : sql`${expected} and ${leadsTo} and not ${isStopped(today)}`
}

export function dueWithin(bucket: Bucket, today: CalendarDate): Sql {
  const between = (from: number, to: number) =>
    sql`o.due_date between ${addDays(today, -to)} and ${addDays(today, -from)}`
  switch (bucket) {
    case 'notDue':
      return sql`o.due_date >= ${today}`
    case 'd1_30':
      return between(1, 30)
    case 'd31_60':
      return between(31, 60)
    case 'd61_90':
      return between(61, 90)
    case 'd90plus':
      return sql`o.due_date < ${addDays(today, -90)}`
  }
}
