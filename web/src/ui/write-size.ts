import type { Language } from '@quittance/core/money/format-money.ts'

/** 86016 → « 84 ko », "84 kB"; a megabyte and more with one decimal. Bytes in, rounded up so that no file is nothing. */
export function writeSize(bytes: number, language: Language): string {
  const kilobytes = Math.max(1, Math.ceil(bytes / 1024))
  const isLarge = kilobytes >= 1024
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit: isLarge ? 'megabyte' : 'kilobyte',
    unitDisplay: 'short',
    maximumFractionDigits: isLarge ? 1 : 0,
  }).format(isLarge ? kilobytes / 1024 : kilobytes)
}
