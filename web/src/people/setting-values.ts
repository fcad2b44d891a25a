import type { Language } from '@quittance/core/money/format-money.ts'

/** « 12,15 », "12.15 %": hundredths of a percent; null for nothing typed, undefined for what is not a rate up to 100 %. */
export function readRate(text: string): number | null | undefined {
  const plain = text.replace(/[\s\u00a0\u202f%]/g, '').replace(',', '.')
  if (plain === '') return null
  if (!/^\d{1,3}(\.\d{1,2})?$/.test(plain)) return undefined
  const hundredths = Math.round(Number(plain) * 100)
  return hundredths <= 10_000 ? hundredths : undefined
}

/** 1215 → « 12,15 », 1000 → « 10 ». */
export function writeRate(hundredths: number | null, language: Language): string {
  if (hundredths === null) return ''
  const text = String(hundredths / 100)
  return language === 'fr' ? text.replace('.', ',') : text
}

/** « 10:00 », « 10h », « 8 h 30 », « 1730 »: minutes after midnight; undefined for what is not a time. */
export function readTimeOfDay(text: string): number | undefined {
  const parts = /^(\d{1,2})(?:[:hH.]?(\d{2})?)$/.exec(text.replace(/[\s\u00a0\u202f]/g, ''))
  if (!parts) return undefined
  const [hour, minute] = [Number(parts[1]), Number(parts[2] ?? 0)]
  return hour <= 23 && minute <= 59 ? hour * 60 + minute : undefined
}

/** 510 → « 08:30 ». */
export const writeTimeOfDay = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

/** A whole number between these two; undefined for anything else. */
export function readCount(text: string, { least, most }: { least: number; most: number }): number | undefined {
  const plain = text.replace(/[\s\u00a0\u202f]/g, '')
  const count = /^\d+$/.test(plain) ? Number(plain) : Number.NaN
  return count >= least && count <= most ? count : undefined
}

/** « FR76 3000 6000 … »: as it stands on bank details. */
export const writeIban = (iban: string | null): string => (iban ?? '').replace(/(.{4})(?=.)/g, '$1 ')
