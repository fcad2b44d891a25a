import type { Language } from '../money/format-money.ts'

/** French high punctuation keeps its no-break space, so that no line begins with it. */
export const setSpaces = (text: string, language: Language): string =>
  language === 'fr' ? text.replace(/ ([:;?!»€])/g, '\u00a0$1').replace(/« /g, '«\u00a0') : text
