/** The nine digits of a SIREN, without spaces; of a SIRET the first nine. undefined for anything else. */
export function readSiren(text: string): string | undefined {
  const digits = text.replace(/[\s.]/g, '')
  if (/^\d{9}$/.test(digits)) return digits
  return /^\d{14}$/.test(digits) ? digits.slice(0, 9) : undefined
}
