import type { Language } from '../money/format-money.ts'
import type { InstalmentsTerm, PaymentTerm, SingleTerm } from './payment-terms.ts'

/** The term in words that `parsePaymentTerm` reads back as the same term: « 45 jours puis fin de mois, le 15 ». */
export const describePaymentTerm = (term: PaymentTerm, language: Language): string =>
  term.kind === 'instalments' ? describeInstalments(term, language) : describeSingle[language](term)

const describeSingle: Readonly<Record<Language, (term: SingleTerm) => string>> = { fr: inFrench, en: inEnglish }

function inFrench(term: SingleTerm): string {
  switch (term.kind) {
    case 'net':
      return term.days === 0 ? 'à réception' : frenchDays(term.days)
    case 'months':
      return `${term.months} mois`
    case 'eomAfter':
      return `${frenchDays(term.days)} puis fin de mois`
    case 'eomThen':
      return term.days === 0 ? 'fin de mois' : `fin de mois + ${frenchDays(term.days)}`
    case 'eomMonths':
      return `${term.months} mois fin de mois`
    case 'decadeEndThen':
      return `${frenchDays(term.days)} fin de décade`
    case 'ambiguous':
      return `${frenchDays(term.days)} fin de mois`
    case 'dayOfMonth':
      return isOnReceipt(term.after) ? `le ${term.day}` : `${inFrench(term.after)}, le ${term.day}`
  }
}

function inEnglish(term: SingleTerm): string {
  switch (term.kind) {
    case 'net':
      return term.days === 0 ? 'on receipt' : englishDays(term.days)
    case 'months':
      return englishMonths(term.months)
    case 'eomAfter':
      return `${englishDays(term.days)} then end of month`
    case 'eomThen':
      return term.days === 0 ? 'end of month' : `end of month + ${englishDays(term.days)}`
    case 'eomMonths':
      return `${englishMonths(term.months)} end of month`
    case 'decadeEndThen':
      return `${englishDays(term.days)} after the 10-day period`
    case 'ambiguous':
      return `${englishDays(term.days)} end of month`
    case 'dayOfMonth':
      return isOnReceipt(term.after)
        ? `on the ${ordinal(term.day)}`
        : `${inEnglish(term.after)}, on the ${ordinal(term.day)}`
  }
}

const isOnReceipt = (term: SingleTerm): boolean => term.kind === 'net' && term.days === 0

const frenchDays = (days: number): string => `${days} ${days < 2 ? 'jour' : 'jours'}`
const englishDays = (days: number): string => `${days} ${days === 1 ? 'day' : 'days'}`
const englishMonths = (months: number): string => `${months} ${months === 1 ? 'month' : 'months'}`

const ordinal = (day: number): string => {
  const suffix = day > 10 && day < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][day % 10] ?? 'th')
  return `${day}${suffix}`
}

/** The last share is the balance, as the amounts are: it takes the odd cent. */
function describeInstalments({ parts }: InstalmentsTerm, language: Language): string {
  const sum = parts.reduce((all, part) => all + part.weight, 0)
  const percent = (weight: number) => Number(((100 * weight) / sum).toFixed(2)).toString()
  const written = parts.map(({ weight, term }, index) => {
    const when = describeSingle[language](term)
    const isLast = index === parts.length - 1
    if (language === 'en') return `${isLast ? 'balance' : `${percent(weight)}%`} ${when}`
    return `${isLast ? 'solde' : `${percent(weight).replace('.', ',')}\u00a0%`} ${/^\d/.test(when) ? 'à ' : ''}${when}`
  })
  return written.join(', ')
}
