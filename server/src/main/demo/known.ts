import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { dayOf, workedOn } from '@quittance/core/testing/demo-company/demo-day.ts'
import type { Day, PersonKey } from '@quittance/core/testing/demo-company/shapes.ts'
import { instantOf } from '../../dunning/departure.ts'

/** What the rows written so far are called in the database, and which day is which. */
export interface Known {
  readonly legalEntity: number
  readonly demo: CalendarDate
  readonly nowMs: number
  readonly people: ReadonlyMap<string, number>
  readonly customers: ReadonlyMap<string, number>
  /** The due line of an invoice, by the invoice's number. */
  readonly items: ReadonlyMap<string, { readonly item: number; readonly amount: number; readonly due: CalendarDate }>
}

/** The row of that name; a name nobody wrote is a mistake in the example's data. */
export function idIn<Row>(rows: ReadonlyMap<string, Row>, key: string): Row {
  const row = rows.get(key)
  if (row === undefined) throw new Error(`The example company names "${key}", which it does not have.`)
  return row
}

export const personIn = ({ people }: Known, key: PersonKey | null): number | null =>
  key === null ? null : idIn(people, key)

export const dueDay = (known: Pick<Known, 'demo'>, day: Day): CalendarDate => dayOf(day, known.demo)

export const workDay = (known: Pick<Known, 'demo'>, day: Day): CalendarDate => workedOn(day, known.demo)

/** ISO instant at that minute of the day in Paris; never later than now. */
export const instantAt = ({ nowMs }: Pick<Known, 'nowMs'>, day: CalendarDate, minute: number): string =>
  new Date(Math.min(instantOf(day, minute, 'Europe/Paris'), nowMs)).toISOString()
