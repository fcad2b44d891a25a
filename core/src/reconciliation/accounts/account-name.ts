import type { Language } from '../../money/format-money.ts'

/** French banks by the five digits after the check digits of their IBANs (https://www.regafi.fr). */
const banks: Readonly<Record<string, string>> = {
  '10278': 'Crédit Mutuel',
  '16958': 'Qonto',
  '20041': 'La Banque Postale',
  '30002': 'LCL',
  '30003': 'Société Générale',
  '30004': 'BNP Paribas',
  '30066': 'CIC',
}

/** What an account is called until a person names it: its bank where that is known, and the end of its number. */
export function accountName(
  { iban, text }: { readonly iban: string | null; readonly text: string },
  language: Language,
): string {
  const written = (iban ?? text).replace(/[^\p{L}\p{N}]/gu, '')
  const bank = /^(?:FR|MC)/.test(iban ?? '') ? banks[written.slice(4, 9)] : undefined
  const kind = bank ?? (language === 'fr' ? 'Compte bancaire' : 'Bank account')
  return written === '' ? kind : `${kind} ··${written.slice(-4)}`
}
