import { addDays, type CalendarDate } from '../calendar/calendar-date.ts'
import { fromExcelSerial, parseDate } from '../calendar/parse-date.ts'
import { isDaySerial } from './column-values.ts'
import type { Field } from './fields.ts'
import type { RowCells } from './row-cells.ts'
import { dayMeant, dayText, dueMeant } from './suggest-fix.ts'

/** The days of one invoice. Without a due date the customer's terms, counted from the issue date, give it. */
export interface RowDates {
  readonly issueDate?: CalendarDate
  readonly dueDate?: CalendarDate
  readonly settledOn?: CalendarDate
}

/** Reads the days of a row; what is wrong with them goes to the row. */
export function readDates(row: RowCells): RowDates {
  const before = row.refusals.length
  const issueDate = readDay(row, 'issueDate')
  const dueDate = readDay(row, 'dueDate')
  const settledOn = readDay(row, 'settledDate')
  const readable = row.refusals.length === before
  if (issueDate && dueDate && dueDate < issueDate) refuseEarlyDue(row, dueDate, issueDate)
  if (issueDate && dueDate && dueDate > addDays(issueDate, 370)) row.warn('dueDate', 'farDueDate')
  if (readable && !dueDate && !issueDate) row.refuse('dueDate', 'missingDueDate')
  if (!dueDate && issueDate) row.warn('issueDate', 'dueDateFromTerms')
  return { ...(issueDate && { issueDate }), ...(dueDate && { dueDate }), ...(settledOn && { settledOn }) }
}

const refusalOf = {
  notADate: 'unreadableDate',
  doesNotExist: 'noSuchDay',
  ambiguous: 'unreadableDate',
  tooFar: 'dateTooFar',
} as const

function readDay(row: RowCells, field: Field): CalendarDate | undefined {
  const text = row.text(field)
  if (text === '' || /^[-–—/.]+$/.test(text) || /^0?0[/.-]0?0[/.-](00)?00$/.test(text) || text.startsWith('0000-00-00'))
    return undefined
  const { dateOrder } = row.formats
  const read = isDaySerial(text) ? fromExcelSerial(Number.parseInt(text, 10)) : parseDate(text, dateOrder)
  if (read.ok) return read.date
  if (read.reason === 'empty') return undefined
  const meant = dayMeant(text, dateOrder)
  row.refuse(field, refusalOf[read.reason], { fix: meant && dayText(meant, dateOrder) })
  return undefined
}

function refuseEarlyDue(row: RowCells, due: CalendarDate, issue: CalendarDate): void {
  const { dateOrder } = row.formats
  const meant = dueMeant(row.text('dueDate'), due, issue, dateOrder)
  row.refuse('dueDate', 'dueBeforeIssue', { other: dayText(issue, dateOrder), fix: meant && dayText(meant, dateOrder) })
}
