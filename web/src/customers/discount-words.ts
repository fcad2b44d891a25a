/** « 1,5 »: hundredths of a percent as a person writes a percentage; '' for none. */
export const rateText = (basisPoints: number | null, language: 'en' | 'fr'): string =>
  basisPoints === null ? '' : String(basisPoints / 100).replace('.', language === 'fr' ? ',' : '.')

/** Hundredths of a percent; null for nothing typed or 0, undefined for what is no percentage up to 100. */
export function readRate(typed: string): number | null | undefined {
  const text = typed.trim().replace(/\s*%$/, '').replace(',', '.')
  if (text === '') return null
  if (!/^\d{1,3}(\.\d{1,2})?$/.test(text)) return undefined
  const basisPoints = Math.round(Number(text) * 100)
  return basisPoints > 10_000 ? undefined : basisPoints || null
}

/** Whole days up to a year; null for nothing typed, undefined for what is none. */
export function readDays(typed: string): number | null | undefined {
  const text = typed.trim()
  if (text === '') return null
  return /^\d{1,3}$/.test(text) && Number(text) <= 365 ? Number(text) : undefined
}
