import { parseExact } from '../exact-amount.ts'
import { joinAll, oneLine, reference } from '../written-text.ts'

/** One record 05: what is said of the movement before it. */
export interface Complement {
  /** Three characters, or '' in the older layout, whose text has no qualifier. */
  readonly qualifier: string
  /** As written, not trimmed at its right: a full line goes on in the next one without a space. */
  readonly text: string
}

/** Qualifiers of the bank profession's note of 2010 and those seen since. */
const known: ReadonlySet<string> = new Set(
  `LIB NPY IPY NBE IBE NPO IPO NBU IBU LCC LC2 LCS RCN REF MMO CBE CPY RUM FEE PDO BDO ROC NCC`.split(' '),
)

/** Reads a record 05 of either layout: without a qualifier in 46-48 all of 41-118 is text. */
export function complementOf(record: string): Complement {
  const qualifier = record.slice(45, 48)
  if (/^[A-Z][A-Z0-9]{2}$/.test(qualifier) && record.slice(40, 45).trim() === '')
    return { qualifier, text: record.slice(48, 118) }
  // The amount is repeated in 91-104 where the label ends at 81.
  const hasAmount = /^\d{13}[{}A-R]$/i.test(record.slice(90, 104)) && record.slice(81, 90).trim() === ''
  return { qualifier: '', text: hasAmount ? record.slice(40, 81) : record.slice(40, 118) }
}

export const isKnownQualifier = ({ qualifier }: Complement): boolean => qualifier === '' || known.has(qualifier)

/** The first text of a qualifier, its first 35 characters where it holds two things. */
export const first = (all: readonly Complement[], qualifier: string, to = 70): string | null =>
  oneLine(all.find((one) => one.qualifier === qualifier)?.text.slice(0, to) ?? '') || null

export const second = (all: readonly Complement[], qualifier: string): string | null =>
  oneLine(all.find((one) => one.qualifier === qualifier)?.text.slice(35, 70) ?? '') || null

/** The remittance text: the two lines of 70 characters the payer filled, else the free labels. */
export function remittanceOf(all: readonly Complement[]): string {
  const parts = all.filter(({ qualifier }) => qualifier === 'LCC' || qualifier === 'LC2')
  if (parts.length === 0)
    return joinAll(all.filter(({ qualifier }) => qualifier === 'LIB' || qualifier === '').map(({ text }) => text))
  return oneLine(parts.map(({ text }) => (text.trimEnd().length === 70 ? text : `${text.trimEnd()} `)).join(''))
}

/** All that a person reads below the label. Identifiers and amounts of other fields are left out. */
export const wordsOf = (all: readonly Complement[]): string =>
  joinAll([
    ...all
      .filter(({ qualifier }) => ['', 'LIB', 'NPY', 'NPO', 'NBE', 'LCC', 'LC2', 'LCS'].includes(qualifier))
      .map(({ text }) => text),
    ...all.filter((one) => !isKnownQualifier(one)).map(({ text }) => text),
  ])

/** MMO: currency (3), decimals (1), amount (14, unsigned). FEE is written alike. */
export function otherAmount(
  all: readonly Complement[],
  qualifier: 'MMO' | 'FEE',
): { readonly currency: string; readonly amount: NonNullable<ReturnType<typeof parseExact>> } | null {
  const text = all.find((one) => one.qualifier === qualifier)?.text
  const found = text ? /^([A-Z]{3})(\d)(\d{1,14})/.exec(text) : null
  const [, currency = '', decimals = '', digits = ''] = found ?? []
  const whole = found ? parseExact(digits, '.') : undefined
  return whole ? { currency, amount: { units: whole.units, scale: Number(decimals) } } : null
}

export const endToEndOf = (all: readonly Complement[]): string | null => reference(first(all, 'RCN', 35))
