import type { LineKind } from '../statement.ts'

const kinds: Readonly<Record<Exclude<LineKind, 'other' | 'returned'>, readonly string[]>> = {
  transfer: ['05', '06', '13', '14', '18', '21', '39', '45', 'C1', 'C2'],
  directDebit: ['07', '08', 'A1', 'A2', 'A3', 'A4', 'B1', 'B2', 'B5', 'B6'],
  chequeDeposit: ['02'],
  card: ['11', '28', '29', '30'],
  billOfExchange: ['31', '32', '34', '35', '36', '37'],
  fee: ['60', '61', '62', '63', '64', '65', '66', '67', '68', '69'],
}

/** Money that had been received and goes back: a debit. A5 and A6 are reversals the creditor ordered. */
const cameBack: ReadonlySet<string> = new Set(['03', '33', '10', '27', 'B3', 'B4', 'A5', 'A6'])

/** A transfer of ours that the other bank returned: a credit. */
const returnedTransfer = '12'

/** Many payments in one line: direct debits issued, cheques, cards, bills handed in. */
const batches: ReadonlySet<string> = new Set(['02', '30', '31', '35', '37', 'A1', 'A2'])

/** What the interbank code says; banks differ, so nothing is decided by it alone. */
export function kindOf(operation: string, isDebit: boolean): LineKind {
  if ((isDebit && cameBack.has(operation)) || (!isDebit && operation === returnedTransfer)) return 'returned'
  const found = Object.entries(kinds).find(([, codes]) => codes.includes(operation))
  return found ? (found[0] as LineKind) : 'other'
}

export const isBatchCode = (operation: string): boolean => batches.has(operation)
