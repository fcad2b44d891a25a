import { plainWords } from './cell-words.ts'

const automatic =
  /^(prelevements?|prelvt|prlv|prel|sdd|direct debit|sepa direct debit|dd|lcr|traites?|effets?|bor|lettres? de change|bill of exchange)\b/

/** How a payment came in, by the label of its entry (« VIR DUPONT », « REM CHQ 0012 »); what says nothing is `other`. */
export function meansWritten(
  label: string,
): 'card' | 'cash' | 'cheque' | 'directDebit' | 'billOfExchange' | 'other' | 'transfer' {
  const words = plainWords(label)
  return means.find(([, pattern]) => pattern.test(words))?.[0] ?? 'other'
}

const means = [
  ['transfer', /\b(vir|virt|virements?|transfer|sct|viremt)\b/],
  ['directDebit', /\b(prlv|prelevements?|prelvt|sdd)\b/],
  ['cheque', /\b(chq|ch|cheques?|remise cheques?|rem chq|rem ch)\b/],
  ['card', /\b(cb|carte|cartes|tpe)\b/],
  ['billOfExchange', /\b(lcr|traites?|effets?)\b/],
  ['cash', /\b(especes?|esp|cash)\b/],
] as const

/** Whether a cell names a means of payment we collect ourselves (direct debit, bill of exchange): nobody is chased for it. */
export const isAutomaticMeans = (text: string): boolean => automatic.test(plainWords(text))
