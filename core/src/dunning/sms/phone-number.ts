/** « +33612345678 »: digits after a plus, fifteen at most (ITU-T E.164). */
export type PhoneNumber = string

/** French numbers that are mobiles: 06 and 07, and those of the overseas departments. */
const frenchMobile = /^\+(?:33[67]\d{8}|262(?:69[23]|639)\d{6}|59069[01]\d{6}|59669[67]\d{6}|594694\d{6})$/

/** A mobile of an overseas department is dialled there like any other; from elsewhere it has a code of its own. */
const overseas: readonly (readonly [RegExp, string])[] = [
  [/^0(?:69[23]|639)/, '+262'],
  [/^069[01]/, '+590'],
  [/^0694/, '+594'],
  [/^069[67]/, '+596'],
]

/**
 * The number an SMS goes to, from how a person typed it; null for what is no number, or a French number that is no mobile.
 * Without a country code it is one of France.
 */
export function mobileNumber(typed: string): PhoneNumber | null {
  const digits = typed.replace(/\(0\)/g, '').replace(/[\s.\-/()\u00a0\u202f]/g, '')
  const written = digits.startsWith('00')
    ? `+${digits.slice(2)}`
    : /^0[1-9]\d{8}$/.test(digits)
      ? `${overseas.find(([begins]) => begins.test(digits))?.[1] ?? '+33'}${digits.slice(1)}`
      : digits
  if (!/^\+[1-9]\d{7,14}$/.test(written)) return null
  const isFrench = /^\+(?:33|262|590|594|596)/.test(written)
  return isFrench && !frenchMobile.test(written) ? null : written
}

/** « +33 6 12 34 56 78 »: a French number in the groups in which it is said; others as they are. */
export const readableNumber = (number: PhoneNumber): string =>
  number.replace(/^\+33(\d)(\d\d)(\d\d)(\d\d)(\d\d)$/, '+33\u00a0$1\u00a0$2\u00a0$3\u00a0$4\u00a0$5')
