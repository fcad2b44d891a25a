import { addDays, type CalendarDate } from '../../calendar/calendar-date.ts'

/** Days given to pay from the receipt: fifteen unless said otherwise, never under eight. */
export const usualDeadlineDays = 15
export const shortestDeadlineDays = 8

/** Why a customer gets no formal notice; null when one may be sent. Not for public bodies, consumers or the insolvent. */
export function noFormalNoticeBecause(customer: {
  readonly category: 'company' | 'publicBody' | 'individual'
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
