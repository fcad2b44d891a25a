import { findDates, type TextDate } from './find-dates.ts'
import { noiseRanges } from './mask-noise.ts'
import { type Introduced, introductions } from './number-words.ts'

/** Where on a bank line a text stands. */
export type Field = 'label' | 'remittance' | 'reference' | 'document' | 'endToEnd'

/** A run of letters or a run of digits, in plain capitals: « FACT1374 » is two. */
export interface Atom {
  readonly text: string
  /** O and I as 0 and 1, for numbers. */
  readonly key: string
  readonly isDigits: boolean
  /** Place in the field's text, in characters. */
  readonly from: number
  readonly to: number
  /** Nothing stands between it and the atom before. */
  readonly joined: boolean
  /** Part of a date, an amount, a telephone number, a company number: tells nothing of an invoice. */
  readonly noise: boolean
  /** What the word before it says that it is the number of. */
  readonly says: Introduced
}

export interface ReadField {
  readonly field: Field
  readonly text: string
  readonly atoms: readonly Atom[]
  readonly dates: readonly TextDate[]
}

/** Plain capitals: no accents, ligatures written out. */
export const plainCapitals = (text: string): string =>
  /^[\x20-\x7e]*$/.test(text)
    ? text.toUpperCase()
    : text
        .replace(/œ/gi, 'oe')
        .replace(/æ/gi, 'ae')
        .replace(/ß/g, 'ss')
        .normalize('NFD')
        .replace(/\p{M}/gu, '')
        .toUpperCase()

/** A letter O beside digits is a zero that somebody typed wrongly. */
const zeroForO = (word: string): string =>
  /\d/.test(word) && word.includes('O') ? word.replace(/(?<=[\dO])O|O(?=[\dO]*\d)/g, '0') : word

/** Words of a text in plain capitals, each with its place. */
export function atomsOf(text: string, noise: readonly (readonly [number, number])[]): Atom[] {
  const atoms: { -readonly [Key in keyof Atom]: Atom[Key] }[] = []
  for (const found of text.matchAll(/[\p{L}\p{N}]+/gu)) {
    const word = found[0]
    const plain = zeroForO(plainCapitals(word))
    // Ligatures make a word longer: then its atoms share its place.
    const sameLength = plain.length === word.length
    let isFirst = true
    for (const part of plain.matchAll(/\d+|\D+/g)) {
      const from = found.index + (sameLength ? part.index : 0)
      const to = sameLength ? from + part[0].length : found.index + word.length
      const isDigits = part[0] >= '0' && part[0] < ':'
      atoms.push({
        text: part[0],
        key: isDigits ? part[0] : part[0].replaceAll('O', '0').replaceAll('I', '1'),
        isDigits,
        from,
        to,
        joined: !isFirst,
        noise: noise.some(([start, end]) => from < end && to > start),
        says: null,
      })
      isFirst = false
    }
  }
  if (atoms.some(({ isDigits }) => isDigits))
    introductions(atoms, text).forEach((says, at) => {
      const atom = atoms[at]
      if (atom && says !== null) atom.says = says
    })
  return atoms
}

/** What one field of a bank line says; `amount` is the line's, for it tells nothing when repeated in the text. */
export function readField(field: Field, text: string, amount: number): ReadField {
  const dates = findDates(text)
  const noise = [...noiseRanges(text, amount), ...dates.map(({ from, to }) => [from, to] as const)]
  return { field, text, atoms: atomsOf(text, noise), dates }
}
