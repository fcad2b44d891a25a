/**
 * The nine digits of a SIREN, without spaces; of a SIRET the first nine. undefined for anything else, also where the last
 * of the nine is not the key of the others (Luhn, ISO/IEC 7812): somebody mistyped it.
 */
export function readSiren(text: string): string | undefined {
  const digits = text.replace(/[\s.]/g, '')
  if (!/^(\d{9}|\d{14})$/.test(digits)) return undefined
  const siren = digits.slice(0, 9)
  return isLuhn(siren) && !/^0+$/.test(siren) ? siren : undefined
}

/** Every second digit from the right counts double, less nine from ten on; the sum is a multiple of ten. */
export const isLuhn = (digits: string): boolean =>
  [...digits].reverse().reduce((sum, digit, index) => {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1)
    return sum + (value > 9 ? value - 9 : value)
  }, 0) %
    10 ===
  0
