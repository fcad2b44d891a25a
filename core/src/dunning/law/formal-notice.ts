import { addDays, type CalendarDate } from '../../calendar/calendar-date.ts'
import type { CustomerCategory } from '../../customers/category.ts'

/** Days a formal notice gives to pay, from its receipt, unless somebody says otherwise. */
export const usualDeadlineDays = 15

/** No message, letter or call asks for a day nearer than this: it could not be kept. */
export const shortestDeadlineDays = 8

/** Why a customer gets no formal notice; null when one may be sent. Not for public bodies, consumers or the insolvent. */
export function noFormalNoticeBecause(customer: {
  readonly category: CustomerCategory
  readonly isInsolvent: boolean
}): 'insolvent' | 'publicBody' | 'individual' | null {
  if (customer.isInsolvent) return 'insolvent'
  return customer.category === 'company' ? null : customer.category
}

/** The last day of the time given: it runs from the receipt, from the departure while that is not known. */
export const deadlineOf = (notice: {
  readonly sentOn: CalendarDate
  readonly receivedOn: CalendarDate | null
  readonly deadlineDays: number
}): CalendarDate => addDays(notice.receivedOn ?? notice.sentOn, notice.deadlineDays)
