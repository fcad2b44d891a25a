import { contradictionText, type ToldInvoice, toldInvoice } from '@quittance/core/imports/e-invoices/told-invoice.ts'
import type { InvoiceRow } from '@quittance/core/imports/parse-row.ts'
import type { InvoicePlan } from '@quittance/core/imports/plan-invoice.ts'
import type { Refusal, Warning } from '@quittance/core/imports/refusals.ts'
import type { Reading } from '@quittance/core/imports/row-cells.ts'
import { type InvoiceRows, isConfirmed } from '../staging/read-rows.ts'
import type { InvoiceOnFile } from './known.ts'

interface Said {
  readonly known: InvoiceOnFile
  readonly plan: InvoicePlan
  /** Of the electronic invoices that stated it. */
  readonly fingerprints: ReadonlySet<string>
  readonly reading: Reading
}

/** What an invoice is from its first day on: another of its number that says otherwise may be another invoice. */
const lasting: ReadonlySet<string> = new Set(['kind', 'issueDate', 'total', 'currency'])

/**
 * Whether an electronic invoice says something else of an invoice that an electronic invoice stated: one that came before
 * says nothing new, whatever was said since; another one that contradicts what does not change is for a person.
 */
export function saidOtherwise(
  rows: InvoiceRows,
  { known, plan, fingerprints, reading }: Said,
): 'saidBefore' | Pick<Refusal, 'code' | 'field' | 'fix' | 'other' | 'value'> | undefined {
  const [first] = rows
  const { fingerprint, number } = first.row
  if (fingerprint === undefined || plan.kind === 'unchanged' || isConfirmed(first, 'invoiceNumber', reading))
    return undefined
  if (fingerprints.has(fingerprint)) return 'saidBefore'
  if (plan.kind !== 'changed' || !plan.changes.some(({ field }) => lasting.has(field))) return undefined
  const other = contradictionText(toldInvoice(rows.map(({ row }) => row)), [toldOf(known)])
  return {
    code: 'knownOtherwise',
    field: 'invoiceNumber',
    value: number,
    other,
    fix: { field: 'invoiceNumber', value: number },
  }
}

const toldOf = ({ kind, total, lines, currency, issueDate }: InvoiceOnFile): ToldInvoice => {
  const sign = kind === 'creditNote' ? -1 : 1
  return {
    file: null,
    total: sign * total || 0,
    amountDue: sign * lines.reduce((sum, line) => sum + line.amountDue, 0) || 0,
    currency,
    issueDate,
    dueDates: lines.filter(({ amount }) => amount !== 0).map(({ dueDate }) => dueDate),
  }
}

export const saidBefore = ({ line, number }: InvoiceRow): Warning => ({
  line,
  code: 'saidBefore',
  field: 'invoiceNumber',
  value: number,
})
