import type { Language } from '../../money/format-money.ts'

/** A half-year (`2026-H2`) as a person says it: « 2e semestre 2026 », "second half of 2026". */
export function halfYearWords(halfYear: string, language: Language): string {
  const [year, half] = halfYear.split('-H')
  if (language === 'fr') return `${half === '1' ? '1er' : '2e'} semestre ${year}`
  return `${half === '1' ? 'first' : 'second'} half of ${year}`
}
