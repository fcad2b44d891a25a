import { type CalendarDate, daysBetween, maxDate } from '../calendar/calendar-date.ts'
import { dueDate, type EndOfMonthMethod, type PaymentTerm } from './payment-terms.ts'

/**
 * `endOfMonthClause` is what the contract with the customer says: no such clause, « 45 jours fin de mois » by a known
 * method, or without saying which. `isPeriodic`: a summary invoice for the deliveries of a period.
 */
export interface AgreedDelay {
  readonly issueDate: CalendarDate
  readonly dueDate: CalendarDate
  readonly endOfMonthClause?: EndOfMonthMethod | 'unsaid'
  readonly isPeriodic?: boolean
}

export type CeilingCheck =
  | { readonly kind: 'ok'; readonly limit: CalendarDate }
  | { readonly kind: 'aboveCeiling'; readonly limit: CalendarDate; readonly days: number }

/**
 * Whether a delay stays under the general ceilings of C. com. art. L441-10 I: 60 days after the invoice, or 45 days
 * end of month by express clause (the kinder method where the clause does not say), or 45 days for periodic invoices.
 * For information: the sanction aims at the payer, and some sectors have ceilings of their own.
 */
export function ceilingCheck(delay: AgreedDelay): CeilingCheck {
  const limit = limitOf(delay)
  const days = daysBetween(limit, delay.dueDate)
  return days > 0 ? { kind: 'aboveCeiling', limit, days } : { kind: 'ok', limit }
}

function limitOf({ issueDate, endOfMonthClause, isPeriodic }: AgreedDelay): CalendarDate {
  const after = (term: PaymentTerm): CalendarDate => dueDate(term, issueDate) ?? issueDate
  if (isPeriodic) return after({ kind: 'net', days: 45 })
  if (endOfMonthClause === undefined) return after({ kind: 'net', days: 60 })
  if (endOfMonthClause !== 'unsaid') return after({ kind: endOfMonthClause, days: 45 })
  return maxDate(after({ kind: 'eomAfter', days: 45 }), after({ kind: 'eomThen', days: 45 }))
}

/** The end-of-month clause a term amounts to, if any: what `ceilingCheck` wants to know of the contract. */
export function endOfMonthClauseOf(term: PaymentTerm): EndOfMonthMethod | 'unsaid' | undefined {
  switch (term.kind) {
    case 'eomAfter':
    case 'eomThen':
      return term.kind
    case 'ambiguous':
    case 'eomMonths':
      return 'unsaid'
    case 'dayOfMonth':
      return endOfMonthClauseOf(term.after)
    case 'instalments':
      return term.parts.map((part) => endOfMonthClauseOf(part.term)).find((clause) => clause !== undefined)
    default:
      return undefined
  }
}
