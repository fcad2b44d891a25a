import { decimalText } from '../../money/format-money.ts'
import { money } from '../../money/money.ts'
import type { ReaderNote } from '../reader-notes.ts'
import type { EInvoice } from './e-invoice.ts'

/** What is owed by one invoice: none negative, `paid` + `due` = `total`. Of a credit note, what it takes off. */
export interface OwedAmounts {
  readonly isCredit: boolean
  /** null where the file does not say what is payable: a person does. */
  readonly due: number | null
  /** BT-112 stands for it where the file does not say what is payable. */
  readonly total: number | null
  readonly paid: number
  readonly notes: readonly ReaderNote[]
}

/**
 * What is owed is BT-115 as written, never what the other sums would give; where they disagree both are told. What was
 * paid before (BT-113) stands beside it, so that rounding (BT-114) is part of the total.
 */
export function owedAmounts(invoice: EInvoice): OwedAmounts {
  const { payable, totalWithVat, prepaid } = invoice
  const isCredit = invoice.kind === 'creditNote' || ((payable ?? totalWithVat ?? 0) < 0 && (totalWithVat ?? 0) <= 0)
  const notes = [...disagreements(invoice), ...doubts(invoice, isCredit)]
  if (payable === null)
    return {
      isCredit,
      due: null,
      total: totalWithVat === null ? null : Math.abs(totalWithVat),
      paid: 0,
      notes: [...notes, { refuse: 'missingPayable', field: 'amountDue', value: textOf(invoice, totalWithVat) }],
    }
  if (!isCredit && payable < 0) {
    const total = totalWithVat ?? 0
    const more: ReaderNote = { warn: 'overpaid', field: 'amountDue', value: textOf(invoice, -payable) }
    return { isCredit, due: 0, total, paid: total, notes: [...notes, more] }
  }
  const due = Math.abs(payable)
  const paid = isCredit ? Math.abs(prepaid ?? 0) : Math.max(0, prepaid ?? 0)
  return { isCredit, due, total: due + paid, paid, notes }
}

const textOf = ({ currency }: EInvoice, amount: number | null): string =>
  amount === null || currency === null ? '' : decimalText(money(amount, currency))

/** EN 16931, BR-CO-16 and BR-CO-15: what the file says, and what its other figures give. */
function disagreements(invoice: EInvoice): ReaderNote[] {
  const { payable, totalWithVat, totalWithoutVat, vatTotal, prepaid, rounding } = invoice
  const both = (said: number, counted: number): string => `${textOf(invoice, said)} ≠ ${textOf(invoice, counted)}`
  const has = (code: string): boolean => invoice.problems.some((problem) => problem.code === code)
  return [
    ...(has('payableDoesNotAddUp') && payable !== null && totalWithVat !== null
      ? [
          {
            warn: 'payableDisagrees' as const,
            field: 'amountDue' as const,
            value: both(payable, totalWithVat - (prepaid ?? 0) + (rounding ?? 0)),
          },
        ]
      : []),
    ...(has('totalDoesNotAddUp') && totalWithVat !== null && totalWithoutVat !== null
      ? [
          {
            warn: 'totalDisagrees' as const,
            field: 'totalAmount' as const,
            value: both(totalWithVat, totalWithoutVat + (vatTotal ?? 0)),
          },
        ]
      : []),
  ]
}

/** BT-23 of the French rules: B2, S2 and M2 are invoices already paid. */
const paidProcess = /^[BSM]2$/

function doubts({ process, profile, payable, prepaid, dueDates }: EInvoice, isCredit: boolean): ReaderNote[] {
  const notes: ReaderNote[] = []
  if (isCredit || payable === null) return notes
  if (process !== null && paidProcess.test(process) && payable > 0)
    notes.push({ warn: 'saidPaid', field: 'amountDue', value: process })
  if (profile !== null && /:minimum$/.test(profile) && prepaid === null && dueDates.length === 0)
    notes.push({ warn: 'minimumProfile', field: 'amountDue', value: '' })
  return notes
}
