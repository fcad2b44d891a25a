import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import type { Db } from '../platform/database/db.ts'
import { sql } from '../platform/database/sql.ts'

/** What was said, what was changed, or what became of it. */
export const eventKinds = [
  'comment',
  'turn',
  'owner',
  'deadline',
  'awaiting',
  'part',
  'file',
  'resolved',
  'settled',
  'reopened',
] as const
export type EventKind = (typeof eventKinds)[number]

export interface NewEvent {
  readonly dispute: number
  readonly kind: EventKind
  readonly on: CalendarDate
  readonly text?: string | null
  /** What it was changed to. */
  readonly to?: string | null
}

/** Writes what was said or done in a dispute; the person comes from the scope. */
export const addEvent = (db: Db, event: NewEvent): Promise<{ id: number }> =>
  db.one(sql`
    insert into dispute_event (organization_id, dispute_id, kind, text, detail, happened_on, person_id)
    values (current_organization(), ${event.dispute}, ${event.kind}, ${event.text ?? null},
      ${sql.json(event.to === undefined ? {} : { to: event.to })}, ${event.on}, current_person())
    returning id`)
