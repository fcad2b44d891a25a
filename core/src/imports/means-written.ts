import { plainWords } from './cell-words.ts'

const automatic =
  /^(prelevements?|prelvt|prlv|prel|sdd|direct debit|sepa direct debit|dd|lcr|traites?|effets?|bor|lettres? de change|bill of exchange)\b/

/** Whether a cell names a means of payment we collect ourselves (direct debit, bill of exchange): nobody is chased for it. */
export const isAutomaticMeans = (text: string): boolean => automatic.test(plainWords(text))
