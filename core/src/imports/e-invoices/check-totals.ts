import type { EInvoice, EInvoiceProblem } from './e-invoice.ts'

type Stated = Omit<EInvoice, 'problems'>

/** What does not join in an invoice that could be read. Nothing is corrected: the amounts stay those of the file. */
export function checkTotals(invoice: Stated): readonly EInvoiceProblem[] {
  return [
    ...['number', 'issueDate', 'payable'].flatMap((field) =>
      invoice[field as keyof Stated] === null ? [{ code: 'missing' as const, field }] : [],
    ),
    ...(invoice.buyer.name === null ? [{ code: 'missing' as const, field: 'buyer' }] : []),
    ...payableJoins(invoice),
    ...totalJoins(invoice),
    ...dueDatesJoin(invoice),
  ]
}

/** EN 16931, BR-CO-16. */
function payableJoins({ payable, totalWithVat, prepaid, rounding }: Stated): readonly EInvoiceProblem[] {
  if (payable === null || totalWithVat === null) return []
  return payable === totalWithVat - (prepaid ?? 0) + (rounding ?? 0)
    ? []
    : [{ code: 'payableDoesNotAddUp', field: 'payable' }]
}

/** EN 16931, BR-CO-15. */
function totalJoins({ totalWithVat, totalWithoutVat, vatTotal }: Stated): readonly EInvoiceProblem[] {
  if (totalWithVat === null || totalWithoutVat === null) return []
  return totalWithVat === totalWithoutVat + (vatTotal ?? 0)
    ? []
    : [{ code: 'totalDoesNotAddUp', field: 'totalWithVat' }]
}

/** BR-FR-CO-07: a due day before the day of issue is a mistake, but for deposits and what is already paid. */
function dueDatesJoin({ dueDates, issueDate, typeCode, payable }: Stated): readonly EInvoiceProblem[] {
  const early = dueDates.find(({ date }) => issueDate !== null && date < issueDate)
  const isDeposit = typeCode === '386' || typeCode === '500'
  const stated = dueDates.filter(({ amount }) => amount !== null)
  const sum = stated.reduce((total, { amount }) => total + (amount ?? 0), 0)
  return [
    ...(early && !isDeposit && payable !== 0
      ? [{ code: 'dueBeforeIssue' as const, field: 'dueDates', value: early.date }]
      : []),
    ...(stated.length > 1 && stated.length === dueDates.length && payable !== null && sum !== payable
      ? [{ code: 'instalmentsDoNotAddUp' as const, field: 'dueDates' }]
      : []),
  ]
}
