/** ISO 13616: country, two check digits, up to 30 letters and digits. */
const shape = /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/
/** What an account number is long where we meet it most; elsewhere the check digits alone decide. */
const lengths: Readonly<Record<string, number>> = {
  FR: 27,
  MC: 27,
  BE: 16,
  CH: 21,
  DE: 22,
  ES: 24,
  IT: 27,
  LU: 20,
  NL: 18,
  PT: 25,
}

/** The IBAN without spaces, in capitals; undefined when its check digits (ISO 7064 mod 97-10) say it was mistyped. */
export function readIban(text: string): string | undefined {
  const iban = text.replace(/[\s.-]/g, '').toUpperCase()
  if (!shape.test(iban)) return undefined
  const length = lengths[iban.slice(0, 2)]
  if (length !== undefined && iban.length !== length) return undefined
  return remainderBy97(iban.slice(4) + iban.slice(0, 4)) === 1 ? iban : undefined
}

/** Letters count as 10 to 35. */
function remainderBy97(text: string): number {
  const digits = [...text].map((sign) => Number.parseInt(sign, 36)).join('')
  return [...digits].reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0)
}
