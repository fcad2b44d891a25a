import { type CalendarDate, maxDate, minDate } from '@quittance/core/calendar/calendar-date.ts'
import type { InvoiceFacts } from '../../invoices/bulk-queries.ts'
import type { Directory } from '../planning/directory.ts'
import type { Planned } from '../planning/plan-batch.ts'

/** A due line as it now stands in the database, with what the file says was paid of it. */
export interface LineWritten {
  readonly id: number
  readonly dueDate: CalendarDate
  readonly issueDate: CalendarDate
  readonly amountDue: number
  readonly pay: number
}

export interface InvoiceWritten {
  readonly id: number
  readonly customer: number
  readonly planned: Planned
  readonly isNew: boolean
  readonly lines: readonly LineWritten[]
}

export interface Target {
  readonly legalEntity: number
  readonly source: number | null
  readonly today: CalendarDate
  readonly directory: Directory
}

export const signOf = (kind: InvoiceFacts['kind']): 1 | -1 => (kind === 'creditNote' ? -1 : 1)

export const sum = <K extends string>(lines: readonly { readonly [key in K]: number }[], field: K): number =>
  lines.reduce((total, line) => total + line[field], 0)

/** Paid before Quittance on a day the file does not say: the due date, which never claims more interest than is owed. */
export const receivedOn = ({ planned, lines }: InvoiceWritten, today: CalendarDate): CalendarDate => {
  const [first] = lines
  const day = planned.row.settledOn ?? first?.dueDate ?? today
  return minDate(maxDate(day, first?.issueDate ?? day), today)
}
