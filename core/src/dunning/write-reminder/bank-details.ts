import type { Language } from '../../money/format-money.ts'
import { withoutMarks } from './message-variables.ts'
import type { SendingEntity } from './reminder-facts.ts'

/** Where to pay, as lines to lay out. */
export interface BankDetails {
  readonly title: string
  /** Between a label and its value. */
  readonly separator: string
  readonly lines: readonly { readonly label: string; readonly value: string }[]
}

/** Null when no IBAN is known: half a bank account is worse than none. `numbers` is what the transfer should quote. */
export function bankDetails(entity: SendingEntity, numbers: string, language: Language): BankDetails | null {
  if (!entity.iban) return null
  const words = language === 'fr' ? french : english
  const lines = [
    { label: words.holder, value: withoutMarks(entity.name) },
    { label: 'IBAN', value: groupedIban(withoutMarks(entity.iban)) },
    { label: 'BIC', value: entity.bic ? withoutMarks(entity.bic) : '' },
    { label: words.reference, value: numbers },
  ]
  return { title: words.title, separator: words.separator, lines: lines.filter((line) => line.value !== '') }
}

/** By four, as on a bank statement; with no-break spaces, so that it copies and reads as one. */
const groupedIban = (iban: string): string => (iban.replace(/\s/g, '').match(/.{1,4}/g) ?? []).join('\u00a0')

const french = {
  title: 'Nos coordonnées bancaires',
  separator: '\u00a0: ',
  holder: 'Titulaire',
  reference: 'Référence à rappeler',
}

const english = {
  title: 'Our bank details',
  separator: ': ',
  holder: 'Account holder',
  reference: 'Reference to quote',
}
