/** An account number as ISO 13616 writes it, without spaces; `isSound` where its check digits agree. */
export interface WrittenIban {
  readonly iban: string
  readonly isSound: boolean
}

/** Undefined for what has not the shape of an IBAN, however it is spaced. */
export function readIban(text: string): WrittenIban | undefined {
  const iban = text.replace(/[\s.\-\u00a0\u202f]/g, '').toUpperCase()
  return /^[A-Z]{2}\d{2}[A-Z0-9]{8,30}$/.test(iban) ? { iban, isSound: remainder(iban) === 1 } : undefined
}

/** Modulo 97 of the digits, letters counted from 10, the first four characters last (ISO 7064). */
function remainder(iban: string): number {
  const digits = [...iban.slice(4), ...iban.slice(0, 4)].map((sign) => Number.parseInt(sign, 36).toString()).join('')
  let rest = 0
  for (const digit of digits) rest = (rest * 10 + Number(digit)) % 97
  return rest
}

/** In groups of four, as people read it. */
export const formatIban = (iban: string): string => iban.replace(/(.{4})(?=.)/g, '$1 ')
