import { parseDate } from '../calendar/parse-date.ts'
import { parseCurrency } from '../money/currency.ts'
import { parseAmount } from '../money/parse-amount.ts'
import {
  isEmailAddress,
  isSirenOrSiret,
  isVatNumber,
  kindWritten,
  languageWritten,
  levelWritten,
  plainWords,
  sideWritten,
  statusWritten,
  withoutSide,
  yesNoWritten,
} from './cell-words.ts'
import type { FieldShape } from './fields.ts'

/** What the values of one column look like; each share is of its filled cells, 0 to 1. */
export interface ColumnValues {
  readonly filled: number
  /** Different values among the filled ones. */
  readonly distinct: number
  /** `isNamed`: the header says it without a doubt, so that a few right values are enough. */
  readonly fits: (shape: FieldShape, isNamed?: boolean) => boolean
  /** Short, no spaces, with a digit or in capitals: « C00012 », « 411DUPONT ». */
  readonly codes: number
}

const readsAsAmount = (text: string): boolean => {
  const read = parseAmount(withoutSide(text).amount, { digits: 2 })
  return read.ok || read.reason === 'ambiguous' || read.reason === 'tooManyDecimals'
}

/** A cell an amount may stand in, also when it is misspelt. */
export const looksLikeAmount = (text: string): boolean => readsAsAmount(text)

/** A cell a day may stand in; bare numbers up to seven digits are not. */
export function looksLikeDate(text: string): boolean {
  if (/^\d{1,7}$/.test(text.trim())) return false
  const read = parseDate(text, 'auto')
  return read.ok || read.reason === 'ambiguous' || read.reason === 'doesNotExist'
}

/** A day as the number a spreadsheet counts it by, 1982 to 2064, its time after the mark: only where the header speaks of a date. */
export const isDaySerial = (text: string): boolean => /^[345]\d{4}(?:[.,]\d+)?$/.test(text.trim())

const hasDecimals = (text: string): boolean => /\d[.,]\d{1,2}$/.test(text.trim()) && !/\.0$/.test(text.trim())

const tests: Readonly<Record<Exclude<FieldShape, 'any' | 'text' | 'number'>, (text: string) => boolean>> = {
  date: (text) => looksLikeDate(text) || isDaySerial(text),
  amount: (text) => readsAsAmount(text) && !/^\d{4}-\d{2}-\d{2}/.test(text),
  email: (text) => text.includes('@'),
  phone: (text) => text.replace(/\D/g, '').length >= 6 && /^[\d\s+().\-/]+$/.test(text.trim()),
  siren: isSirenOrSiret,
  vat: isVatNumber,
  currency: (text) => parseCurrency(text) !== undefined || /^(\$|¥|f\s?cfa)$/i.test(text.trim()),
  kind: (text) => kindWritten(text) !== undefined,
  status: (text) => statusWritten(text) !== undefined,
  side: (text) => sideWritten(text) !== undefined,
  yesNo: (text) => yesNoWritten(text) !== undefined,
  level: (text) => levelWritten(text) !== undefined,
  language: (text) => languageWritten(text) !== undefined,
  country: (text) => /^\p{L}[\p{L}\s'’().-]+$/u.test(text.trim()),
  postcode: (text) => /^[A-Z\d][A-Z\d\s-]{2,9}$/i.test(text.trim()) && /\d/.test(text),
}

/** Of the values under a header that is sure: half of them misspelt in a short file must not hide the column. */
const enoughOfNamed = 0.25

const enough: Partial<Record<FieldShape, number>> = {
  yesNo: 0.9,
  level: 0.9,
  status: 0.5,
  side: 0.9,
  currency: 0.8,
  country: 0.8,
}

/** Looks at a column's cells (a sample is enough: some hundred rows). */
export function lookAtValues(cells: readonly string[]): ColumnValues {
  const filled = cells.map((cell) => cell.trim()).filter(Boolean)
  const share = (test: (text: string) => boolean): number =>
    filled.length === 0 ? 0 : filled.filter(test).length / filled.length
  const known = new Map<string, boolean>()
  const look = (shape: FieldShape, isNamed: boolean): boolean => {
    if (filled.length === 0 || shape === 'any') return true
    if (shape === 'text') return share(hasDecimals) < 0.8 && share(looksLikeDate) < 0.8
    if (shape === 'number') return share(hasDecimals) < 0.5 && share(looksLikeDate) < 0.6 && share(readsAsNumber) >= 0.5
    return share(tests[shape]) >= (isNamed ? enoughOfNamed : (enough[shape] ?? 0.6))
  }
  return {
    filled: filled.length,
    distinct: new Set(filled).size,
    codes: share(isCode),
    fits: (shape, isNamed = false) => {
      const key = `${shape} ${isNamed}`
      const before = known.get(key)
      if (before !== undefined) return before
      const now = look(shape, isNamed)
      known.set(key, now)
      return now
    },
  }
}

const readsAsNumber = (text: string): boolean => text.length <= 40 && /\d/.test(text) && !text.includes('@')

const isCode = (text: string): boolean =>
  text.length <= 20 && !/\s/.test(text) && /\d/.test(text) && plainWords(text) !== ''

/** Fields a column shows by its values alone, whatever its header says. */
export function fieldByValues(
  values: ColumnValues,
  cells: readonly string[],
): 'invoicingEmail' | 'siren' | 'vatNumber' | 'currency' | undefined {
  if (values.filled === 0) return undefined
  const share = (test: (text: string) => boolean): number => {
    const filled = cells.map((cell) => cell.trim()).filter(Boolean)
    return filled.filter(test).length / filled.length
  }
  if (share(isEmailAddress) >= 0.8) return 'invoicingEmail'
  if (values.filled >= 2 && share(isSirenOrSiret) >= 0.9) return 'siren'
  if (share(isVatNumber) >= 0.9) return 'vatNumber'
  if (share((text) => /^[A-Z]{3}$|^[€£]$/.test(text) && parseCurrency(text) !== undefined) >= 0.9) return 'currency'
  return undefined
}
