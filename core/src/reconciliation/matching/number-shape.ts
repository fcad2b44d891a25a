import { plainCapitals } from './read-text.ts'

/** How sure a written number tells its invoice: whole, its digits only, or so short that others may have it too. */
export type KeyStrength = 'full' | 'digits' | 'short'

export interface NumberShape {
  /** Letters and digits, capitals; O and I as 0 and 1, for people confuse them. */
  readonly full: string
  readonly digits: string
  /** The digits that count up, without zeros in front: « 1374 » of FA-2025-01374. */
  readonly serial: string
  /** `serial` stands in a group of its own: what is before it is a year or a code. */
  readonly serialStandsAlone: boolean
  /** Of the same series: « FA-####-##### ». */
  readonly pattern: string
  readonly keys: readonly { readonly key: string; readonly strength: KeyStrength }[]
}

/** As numbers are compared: « f-2O26/0842 » is F20260842. */
export const numberKey = (text: string): string =>
  plainCapitals(text)
    .replace(/[^A-Z0-9]/g, '')
    .replace(/O/g, '0')
    .replace(/I/g, '1')

export const patternOf = (key: string): string => key.replace(/\d/g, '#')

/** « 2026 » by itself names a year. */
export const isYear = (group: string): boolean => /^20[0-4]\d$/.test(group)

export const withoutZeros = (digits: string): string => digits.replace(/^0+(?=\d)/, '')

/** The manners in which an invoice number may be found again in a text. */
export function shapeOf(number: string): NumberShape {
  const full = numberKey(number)
  const plain = plainCapitals(number).replace(/(?<=\d)O|O(?=\d)/g, '0')
  const groups = plain.match(/\d+/g) ?? []
  const digits = groups.join('')
  const telling = groups.filter((group) => !isYear(group))
  const last = telling.at(-1) ?? groups.at(-1) ?? ''
  // « 202601374 » begins with its year, and so does « 2601374 » for those who count in two figures.
  const afterYear = groups.length === 1 && isYear(last.slice(0, 4)) && last.length > 6 ? last.slice(4) : last
  const serial = withoutZeros(afterYear)
  const keys: { key: string; strength: KeyStrength }[] = [{ key: full, strength: strengthOf(full, digits) }]
  if (digits !== full) keys.push({ key: digits, strength: digits.length >= 6 ? 'digits' : 'short' })
  const shortYear = full.replace(/20([0-4]\d)(?=\d{3})/, '$1')
  if (shortYear !== full) {
    const shortDigits = shortYear.replace(/\D/g, '')
    if (shortYear !== shortDigits) keys.push({ key: shortYear, strength: 'digits' })
    if (shortDigits.length >= 6) keys.push({ key: shortDigits, strength: 'digits' })
  }
  const letters = /^[A-Z]+/.exec(plain.replace(/[^A-Z0-9]/g, ''))?.[0] ?? ''
  if (letters !== '' && serial !== '') {
    const prefix = letters.replace(/O/g, '0').replace(/I/g, '1')
    for (const tail of new Set([serial, afterYear]))
      if (tail.length >= 2) keys.push({ key: prefix + tail, strength: 'short' })
  }
  // People leave out zeros group by group: « FV-25-02-71 », « FV-25-2-71 ».
  const bare = numberKey(plain.replace(/\d+/g, withoutZeros))
  const lastBare = numberKey(plain.replace(/\d+(?=\D*$)/, withoutZeros))
  for (const key of [lastBare, bare]) {
    const counted = key.replace(/\D/g, '')
    if (groups.length > 1 && counted.length >= 4)
      keys.push({ key, strength: counted.length >= 5 && key !== counted ? 'digits' : 'short' })
    if (groups.length > 1 && counted.length >= 5) keys.push({ key: counted, strength: 'short' })
  }
  const distinct = keys.filter(({ key }, at) => key !== '' && keys.findIndex((one) => one.key === key) === at)
  return { full, digits, serial, serialStandsAlone: afterYear !== digits, pattern: patternOf(full), keys: distinct }
}

function strengthOf(full: string, digits: string): KeyStrength {
  if (digits.length === 0) return 'short'
  if (full.length === digits.length) return digits.length >= 6 ? 'full' : 'short'
  return digits.length >= 4 || (digits.length === 3 && full.length >= 6) ? 'full' : 'short'
}

/** One figure changed, left out, added or exchanged with the next, in numbers of some length. */
export function isNearly(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1 || Math.min(a.length, b.length) < 4) return false
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start++
  let end = 0
  while (end < Math.min(a.length, b.length) - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++
  const [left, right] = [a.slice(start, a.length - end), b.slice(start, b.length - end)]
  if (left.length <= 1 && right.length <= 1) return true
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0]
}
