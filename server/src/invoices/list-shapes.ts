import { z } from 'zod'
import { idShape } from '../platform/http/shapes.ts'

export const invoiceViews = [
  'late',
  'upcoming',
  'owing',
  'unplanned',
  'brokenPromises',
  'disputed',
  'missing',
  'over60',
  'deposits',
  'writtenOff',
  'paid',
  'all',
] as const

/** What narrows a list of due lines, whoever asks for it; the collector apart, who may be « me » in a saved view. */
export const itemFilters = {
  view: z.enum(invoiceViews).default('late'),
  q: z.string().max(100).optional(),
  customer: idShape.optional(),
  /** At least that many days late. */
  late: z.coerce.number().int().min(-36_500).max(36_500).optional(),
  bucket: z.enum(['notDue', 'd1_30', 'd31_60', 'd61_90', 'd90plus']).optional(),
  step: z.enum(['email', 'call', 'letter', 'decision', 'hold', 'none']).optional(),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .optional(),
}
export const itemOrder = {
  sort: z.enum(['daysLate', 'amountDue', 'amount', 'customer', 'number', 'dueDate']).default('daysLate'),
  direction: z.enum(['asc', 'desc']).default('desc'),
}

/** What a list of due lines can show, and the order of it is the reader's. */
export const itemColumns = [
  'customer',
  'number',
  'subject',
  'project',
  'issueDate',
  'dueDate',
  'daysLate',
  'amount',
  'amountDue',
  'lateInterest',
  'lastReminder',
  'next',
  'salesRep',
  'owner',
] as const
