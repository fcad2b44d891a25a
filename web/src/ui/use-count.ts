import { useLanguage } from './use-language.ts'

/** Writes whole numbers as people read them: « 100 000 ». The narrow space of French is too thin in our figures. */
export function useCount(): (count: number) => string {
  const format = new Intl.NumberFormat(useLanguage() === 'fr' ? 'fr-FR' : 'en-GB')
  return (count) => format.format(count).replaceAll('\u202f', '\u00a0')
}
