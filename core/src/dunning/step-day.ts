import type { Language } from '../money/format-money.ts'

/** « J+14 », « J−5 » in French, "D+14" in English: days after the due date. */
export const stepDay = (delayDays: number, language: Language): string =>
  `${language === 'fr' ? 'J' : 'D'}${delayDays < 0 ? '−' : '+'}${Math.abs(delayDays)}`
