import type { CalendarDate } from '../calendar/calendar-date.ts'
import type { Money } from '../money/money.ts'
import type { InvoiceKind } from './cell-words.ts'
import type { InvoiceRow } from './parse-row.ts'

/** An invoice as it is known, in the row's terms: amounts never negative; absent texts as null. */
export interface KnownInvoice {
  readonly number: string
  readonly kind: InvoiceKind
  readonly customerId: number
  readonly issueDate: CalendarDate | null
  readonly dueDate: CalendarDate | null
  readonly total: Money
  readonly amountDue: Money
  readonly project: string | null
  readonly subject: string | null
  readonly orderReference: string | null
}

export interface FieldChange {
  readonly field:
    | 'kind'
    | 'customer'
    | 'issueDate'
    | 'dueDate'
    | 'total'
    | 'amountDue'
    | 'currency'
    | 'project'
    | 'subject'
    | 'orderReference'
  /** Amounts as whole numbers of the smallest unit, days as 'YYYY-MM-DD', customers as their id; null for nothing. */
  readonly from: string | number | null
  readonly to: string | number | null
}

export type Comparison =
  | { readonly kind: 'new' }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'changed'; readonly changes: readonly FieldChange[] }

/**
 * What importing this row again would change. The file speaks only of what it holds: a column it lacks, or a cell it
 * leaves empty, changes nothing. `customerId` is what the row's customer was matched to, null for a new one.
 */
export function compareInvoice(
  known: KnownInvoice | undefined,
  row: InvoiceRow,
  customerId: number | null,
): Comparison {
  if (!known) return { kind: 'new' }
  const pairs: readonly (readonly [FieldChange['field'], FieldChange['from'], FieldChange['to'] | undefined])[] = [
    ['kind', known.kind, row.kind],
    ['customer', known.customerId, customerId],
    ['issueDate', known.issueDate, row.issueDate],
    ['dueDate', known.dueDate, row.dueDate],
    ['currency', known.total.currency, row.total.currency],
    ['total', known.total.amount, row.total.amount],
    ['amountDue', known.amountDue.amount, row.amountDue.amount],
    ['project', known.project, row.project],
    ['subject', known.subject, row.subject],
    ['orderReference', known.orderReference, row.orderReference],
  ]
  const changes = pairs.flatMap(([field, from, to]) => (to === undefined || to === from ? [] : [{ field, from, to }]))
  return changes.length === 0 ? { kind: 'unchanged' } : { kind: 'changed', changes }
}
