type Range = readonly [from: number, to: number]

const iban = /(?<![A-Z0-9])[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?(?![A-Z0-9])/g
const companyNumber = /(?<!\d)\d{3}[ .]?\d{3}[ .]?\d{3}(?:[ .]?\d{5})?(?!\d)/g
const namedCompanyNumber =
  /(?<![A-Z])(?:SIREN|RCS|TVA)\s?(?:INTRA\w*|N)?\s?:?\s?(?:[A-Z]{2}\s?[A-Z0-9]{2}\s?)?\d{3}[ .]?\d{3}[ .]?\d{3}(?!\d)|(?<![A-Z])SIRET\s?N?\s?:?\s?(?:\d{3}[ .]?\d{3}[ .]?\d{3}(?:[ .]?\d{5})?(?!\d)|[\d.]{9,18})/gi
// Cut alike all along: « 022990 3026 » is two numbers.
const telephone = /(?<!\d)(?:\+33 ?|0033 ?|0)[1-9]([ .-]?)\d{2}(?:\1\d{2}){3}(?!\d)/g
const amountWritten =
  /(?<![\d.,])\d{1,3}(?:[ .]?\d{3})*[.,]\d{2}(?!\d)\s?(?:EUR|€)?|(?:EUR|€)\s?\d+(?:[.,]\d{1,2})?|\d+(?:[.,]\d{1,2})?\s?(?:EUR|€)(?!\w)/gi
const account = /(?<![A-Z0-9])(?:C(?:OM)?PTE?\s?)?(?:411|401|512)[A-Z0-9]{2,}(?![A-Z0-9])/gi
const ownReference =
  /(?<![A-Z0-9])(?:NREF|N\/REF|NOTRE REF|NOS REF|N REF|RUM|MANDAT|ID EMETTEUR|ICS)\s?[:.]?\s?[A-Z0-9/-]*\d[A-Z0-9/-]*/gi

/** Numbers whose last digit checks the others (Luhn), as those of the SIRENE register do. */
export function passesLuhn(digits: string): boolean {
  let sum = 0
  for (let i = 0; i < digits.length; i++) {
    const digit = digits.charCodeAt(digits.length - 1 - i) - 48
    const doubled = i % 2 === 1 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}

/** ISO 7064: letters as numbers, the four first characters last, remainder 1. */
export function passesMod97(text: string): boolean {
  let rest = 0
  for (const character of text.slice(4) + text.slice(0, 4)) {
    const code = character.charCodeAt(0)
    rest = code >= 65 ? (rest * 100 + code - 55) % 97 : (rest * 10 + code - 48) % 97
  }
  return rest === 1
}

/** Of the account number that a run of groups begins with, in characters; words may follow it. Zero when none does. */
function ibanLength(groups: string): number {
  for (let end = groups.length; end >= 14; end = groups.lastIndexOf(' ', end - 1))
    if (passesMod97(groups.slice(0, end).replaceAll(' ', ''))) return end
  return 0
}

/** Where a text speaks of an account, a company, a telephone or an amount: the digits there are no invoice's. */
export function noiseRanges(text: string, amount: number): Range[] {
  if (!/\d/.test(text)) return []
  const ranges: Range[] = []
  const add = (match: RegExpExecArray): void => {
    ranges.push([match.index, match.index + match[0].length])
  }
  for (const match of text.matchAll(iban)) {
    const length = ibanLength(match[0])
    if (length > 0) ranges.push([match.index, match.index + length])
  }
  for (const match of text.matchAll(namedCompanyNumber)) add(match)
  for (const match of text.matchAll(companyNumber)) {
    const digits = match[0].replace(/\D/g, '')
    if (passesLuhn(digits) && (digits.length === 14 || match[0] !== digits)) add(match)
  }
  for (const match of text.matchAll(telephone)) add(match)
  for (const match of text.matchAll(amountWritten)) add(match)
  for (const match of text.matchAll(account)) add(match)
  for (const match of text.matchAll(ownReference)) add(match)
  const same = String(amount)
  for (let at = text.indexOf(same); at >= 0 && same.length >= 4; at = text.indexOf(same, at + 1))
    ranges.push([at, at + same.length])
  return ranges
}
