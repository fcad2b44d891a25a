import type { Operation } from './year.ts'

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
