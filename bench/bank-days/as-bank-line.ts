import type { BankLine } from '@quittance/core/reconciliation/matching/books.ts'
import type { LineKind } from '@quittance/core/reconciliation/statements/statement.ts'
import type { Operation, YearLine } from './year.ts'

export type Format = 'camt' | 'cfonb'

const kinds: Readonly<Record<Operation, LineKind>> = {
  transfer: 'transfer',
  instant: 'transfer',
  foreign: 'transfer',
  cheque: 'chequeDeposit',
  card: 'card',
  bill: 'billOfExchange',
  internal: 'transfer',
  debit: 'other',
}

/** The words banks put first: what kind of movement it is. */
export const operationWords: Readonly<Record<Operation, string>> = {
  transfer: 'VIR SEPA RECU',
  instant: 'VIR INST RECU',
  foreign: 'VIR ETRANGER RECU',
  cheque: 'REMISE CHEQUES',
  card: 'REMISE CARTES',
  bill: 'REMISE EFFETS',
  internal: 'VIREMENT',
  debit: 'OPERATION',
}

/** The 31 characters of a CFONB record. */
export const shortLabel = ({ operation, payerName }: YearLine): string =>
  (payerName === '' ? operationWords[operation] : `${operationWords[operation]} /DE ${payerName}`).slice(0, 31).trim()

/** A line as its format lets it through: CFONB120 keeps neither the account nor the structured references. */
export function asBankLine(line: YearLine, format: Format): BankLine {
  const camt = format === 'camt'
  const label = camt ? `${operationWords[line.operation]} ${line.payerName}`.trim() : shortLabel(line)
  return {
    id: Number(line.id.slice(1)),
    bookedOn: line.day,
    amount: line.amount,
    kind: kinds[line.operation],
    label: `${label} ${line.remittance}`.trim(),
    remittance: line.remittance,
    creditorReference: null,
    documents: camt ? line.documents : [],
    endToEndId: line.endToEndId === '' || line.endToEndId === 'NOTPROVIDED' ? null : line.endToEndId,
    payerName: line.payerName === '' ? null : line.payerName,
    ultimateName: null,
    payerIban: camt && line.payerIban !== '' ? line.payerIban : null,
    isBatch: line.operation === 'cheque',
    original: null,
    charges: null,
  }
}
