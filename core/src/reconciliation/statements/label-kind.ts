import type { LineKind } from './statement.ts'

const patterns: readonly (readonly [RegExp, LineKind])[] = [
  [/\b(?:IMPAYE|REJET|REJETE|RETOURNE|RETOUR)/, 'returned'],
  [/^(?:FRAIS|COM(?:MISSION)?\b|COTIS|AGIOS|INTERETS?\b|TVA\b)/, 'fee'],
  [/^(?:VIR|VRT)/, 'transfer'],
  [/\b(?:PRLV|PRELEV|PRLVT)/, 'directDebit'],
  [/^REM(?:ISE)?\b.{0,12}\b(?:CHQ|CHEQ)/, 'chequeDeposit'],
  [
    /^(?:CB\b|CARTE\b|PAIEMENT (?:PAR )?CARTE|PAIEMENT CB|FACTURES? CARTE|REM(?:ISE)?\b.{0,12}\b(?:CB|CARTE)|RETRAIT)/,
    'card',
  ],
  [/\b(?:LCR|EFFET|TRAITE)S?\b/, 'billOfExchange'],
]

/** What the first words of a French bank's label say; a format without operation codes has nothing else. */
export function kindOfLabel(label: string): LineKind {
  const words = plain(label)
  return patterns.find(([pattern]) => pattern.test(words))?.[1] ?? 'other'
}

/** A label that begins with the name of an operation, not with that of a customer. */
export const beginsWithOperation = (label: string): boolean =>
  kindOfLabel(label) !== 'other' ||
  /^(?:CHQ|CHEQUE|AVOIR|ECHEANCE|VERSEMENT|PAIEMENT|FACTURE|DEPOT)\b/.test(plain(label))

const plain = (label: string): string =>
  label
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toUpperCase()
    .trim()
