import { money } from '../money/money.ts'
import { compareInvoice, type FieldChange, type KnownInvoice } from './compare-invoice.ts'
import type { InvoiceRow } from './parse-row.ts'
import { type KnownLine, type LinePlan, planLines } from './plan-lines.ts'
import type { StatedLine } from './stated-lines.ts'

export interface KnownWhole extends KnownInvoice {
  readonly lines: readonly KnownLine[]
}

export interface Stated {
  /** The first row of the invoice: who, when, what. */
  readonly row: InvoiceRow
  readonly lines: readonly StatedLine[]
  /** The customer it was matched to. */
  readonly customerId: number
  /** A person said that the number is right and the invoice is to be updated. */
  readonly isConfirmed: boolean
}

export type InvoicePlan =
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'new'; readonly lines: readonly LinePlan[] }
  | { readonly kind: 'changed'; readonly changes: readonly FieldChange[]; readonly lines: readonly LinePlan[] }
  /** `numberTaken`: the number is another customer's, or of another sort; `paymentsStand`: what was paid forbids it. */
  | { readonly kind: 'refused'; readonly code: 'numberTaken' | 'paymentsStand' }

/**
 * What importing this invoice does to the one we know under its number. What a person entered in Quittance stands: a
 * payment the file has not heard of is kept, a due line it does not mention too, and nothing paid is ever taken back.
 */
export function planInvoice(known: KnownWhole | undefined, stated: Stated): InvoicePlan {
  if (!known) return { kind: 'new', lines: stated.lines.map(asNew) }
  const kind = kindOf(known, stated.row)
  const isOther =
    known.customerId !== stated.customerId ||
    known.total.currency !== stated.row.total.currency ||
    (known.kind === 'creditNote') !== (kind === 'creditNote')
  if (isOther && !stated.isConfirmed) return { kind: 'refused', code: 'numberTaken' }
  if (isOther && known.lines.some((line) => line.amountDue !== line.amount))
    return { kind: 'refused', code: 'paymentsStand' }

  const lines = planLines(known.lines, stated.lines, { isCredit: kind === 'creditNote' })
  if (!lines) return { kind: 'refused', code: 'paymentsStand' }
  const changes = changesOf(known, stated, { kind, lines })
  return changes.length === 0
    ? { kind: 'unchanged' }
    : { kind: 'changed', changes, lines: lines.filter((line) => line.isChanged) }
}

const asNew = (line: StatedLine): LinePlan => ({
  known: null,
  dueDate: line.dueDate,
  amount: line.total,
  pay: line.total - line.amountDue,
  amountDue: line.amountDue,
  isChanged: true,
})

/** A file that says « facture » of what we know as a deposit or an interim invoice only says less. */
const kindOf = (known: KnownInvoice, row: InvoiceRow): InvoiceRow['kind'] =>
  row.kind === 'invoice' && known.kind !== 'creditNote' ? known.kind : row.kind

function changesOf(
  known: KnownWhole,
  { row, customerId }: Stated,
  { kind, lines }: { kind: InvoiceRow['kind']; lines: readonly LinePlan[] },
): FieldChange[] {
  const sum = (field: 'amount' | 'amountDue'): number => lines.reduce((total, line) => total + line[field], 0)
  const { dueDate: _perLine, ...rest } = row
  const whole: InvoiceRow = {
    ...rest,
    kind,
    total: money(sum('amount'), row.total.currency),
    amountDue: money(sum('amountDue'), row.total.currency),
  }
  const compared = compareInvoice(known, whole, customerId)
  const changes = compared.kind === 'changed' ? compared.changes : []
  return [...changes, ...lines.flatMap((line) => lineChanges(line, changes))]
}

function lineChanges(line: LinePlan, said: readonly FieldChange[]): FieldChange[] {
  const { known } = line
  if (!line.isChanged) return []
  const changes: FieldChange[] = []
  if (line.dueDate && known?.dueDate !== line.dueDate)
    changes.push({ field: 'dueDate', from: known?.dueDate ?? null, to: line.dueDate })
  const isSaid = said.some(({ field }) => field === 'total' || field === 'amountDue')
  if (!isSaid && known?.amount !== line.amount)
    changes.push({ field: 'total', from: known?.amount ?? null, to: line.amount })
  if (!isSaid && known?.amount === line.amount && known.amountDue !== line.amountDue)
    changes.push({ field: 'amountDue', from: known.amountDue, to: line.amountDue })
  return changes
}
