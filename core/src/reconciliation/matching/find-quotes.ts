import type { CalendarDate } from '../../calendar/calendar-date.ts'
import type { BookedInvoice, ItemBook, OpenItem } from './item-book.ts'
import { passesMod97 } from './mask-noise.ts'
import { isYear, type KeyStrength, numberKey, patternOf } from './number-shape.ts'
import { type Atom, type Field, plainCapitals, type ReadField } from './read-text.ts'
import { type CutNumber, cutNumbers, type Short, shortNumbers } from './short-numbers.ts'
import { ln, type Weight } from './weight.ts'

export type QuoteManner = KeyStrength | 'paymentReference' | 'orderNumber'

/** An invoice named in a text, whoever owes it. */
export interface Quote {
  readonly invoice: BookedInvoice
  /** Open and issued by then: none when what was quoted is settled. */
  readonly items: readonly OpenItem[]
  readonly manner: QuoteManner
  readonly weight: Weight
  readonly written: string
  readonly field: Field
  readonly from: number
  readonly to: number
}

/** A number made like the firm's own that is no invoice of the books. */
export interface UnknownNumber {
  readonly key: string
  readonly field: Field
  readonly from: number
  readonly to: number
}

export interface QuotesFound {
  readonly quotes: readonly Quote[]
  readonly unknown: readonly UnknownNumber[]
  /** What may be the end of a number, and what the text may cut off. */
  readonly shorts: readonly Short[]
  /** Invoices whose figures stand there whole, and are said to be something else's. */
  readonly saidElse: readonly BookedInvoice[]
  readonly cuts: readonly CutNumber[]
}

export const nothingFound: QuotesFound = { quotes: [], unknown: [], shorts: [], saidElse: [], cuts: [] }

/** Pieces that one number is written in at most: « FA 2026 11 00042 B ». */
const mostAtoms = 8
const longestKey = 30

/** More invoices than this under one key tell nothing. */
const mostInvoices = 4

interface Piece {
  readonly key: string
  readonly first: number
  readonly last: number
  readonly from: number
  readonly to: number
  readonly noise: boolean
  /** Introduced as something that is no invoice. */
  readonly isOther: boolean
}

/** Runs of letters and digits that stand together, as keys; the longest from each start first. */
function* piecesOf(atoms: readonly Atom[], starts: ReadonlySet<string>): Generator<Piece> {
  for (let first = 0; first < atoms.length; first++) {
    const start = atoms[first]
    // No number of the books begins with such a word.
    if (start && !start.isDigits && !starts.has(start.key.slice(0, 2))) continue
    let key = ''
    let noise = false
    const isOther = atoms[first]?.says === 'other'
    const pieces: Piece[] = []
    let hasDigits = false
    for (let last = first; last < Math.min(atoms.length, first + mostAtoms); last++) {
      const atom = atoms[last]
      const from = atoms[first]?.from ?? 0
      if (!atom || key.length + atom.text.length > longestKey) break
      key += atom.key
      noise ||= atom.noise
      hasDigits ||= atom.isDigits
      if (hasDigits && key.length >= 3) pieces.push({ key, first, last, from, to: atom.to, noise, isOther })
    }
    yield* pieces.reverse()
  }
}

/** Every invoice of the books that the fields name by a number of its own, an order or a payment reference. */
export function findQuotes(fields: readonly ReadField[], book: ItemBook, on: CalendarDate): QuotesFound {
  const quotes = new Map<BookedInvoice, Quote>()
  const unknown: UnknownNumber[] = []
  const strange: UnknownNumber[] = []
  const saidElse = new Set<BookedInvoice>()
  const rarity = ln(book.invoiceCount())
  for (const field of fields) {
    if (field.field === 'reference' && isMistyped(field.text)) {
      strange.push(wholeOf(field))
      continue
    }
    const taken: boolean[] = []
    for (const piece of piecesOf(field.atoms, book.keyStarts)) {
      if (taken[piece.first] && taken[piece.last]) continue
      if (piece.isOther) for (const invoice of wholeFigures(piece.key, book)) saidElse.add(invoice)
      const found = lookUp(piece, book, field, on, rarity)
      for (const quote of found) {
        const before = quotes.get(quote.invoice)
        if (!before || before.weight < quote.weight) quotes.set(quote.invoice, quote)
      }
      if (found.some(({ manner }) => manner !== 'short'))
        for (let at = piece.first; at <= piece.last; at++) taken[at] = true
      else if (found.length === 0 && !piece.noise && isOfTheFirm(piece.key, book))
        unknown.push({ key: piece.key, field: field.field, from: piece.from, to: piece.to })
    }
    for (const quote of paymentReferences(field, book, on, rarity)) quotes.set(quote.invoice, quote)
    unknown.push(...creditorReferences(field))
  }
  const known = [...quotes.values()]
  for (const field of fields)
    if (field.field === 'reference' && !known.some((quote) => quote.field === 'reference' && quote.manner !== 'short'))
      strange.push(wholeOf(field))
  const whole = known.filter(({ manner }) => manner !== 'short')
  return {
    quotes: known,
    shorts: shortNumbers(fields, whole),
    saidElse: [...saidElse].filter((invoice) => !quotes.has(invoice)),
    cuts: cutNumbers(fields),
    unknown: [
      ...strange,
      ...unknown.filter(
        (one) => !known.some((quote) => quote.field === one.field && quote.from < one.to && quote.to > one.from),
      ),
    ],
  }
}

/** Numbers of a pattern that the books know, long enough to mean something. */
const isOfTheFirm = (key: string, book: ItemBook): boolean =>
  key.length >= 6 && /[A-Z]/.test(key) && book.patterns.has(patternOf(key))

const wholeOf = ({ field, text }: ReadField): UnknownNumber => ({
  key: numberKey(text),
  field,
  from: 0,
  to: text.length,
})

/** An ISO 11649 reference whose check digits are those of another. */
function isMistyped(text: string): boolean {
  const plain = plainCapitals(text).replace(/[^A-Z0-9]/g, '')
  return /^RF\d{2}[A-Z0-9]{1,21}$/.test(plain) && !passesMod97(plain)
}

/** Creditor references among the words of a text, known or not. */
const creditorReferences = ({ field, text }: ReadField): UnknownNumber[] =>
  [...plainCapitals(text).matchAll(/(?<![A-Z0-9])RF\d{2}(?: ?[A-Z0-9]{4}){1,5}(?: ?\d{1,4})?(?![A-Z0-9])/g)]
    .filter(([found]) => found.replace(/\D/g, '').length >= 7)
    .map((found) => ({ key: numberKey(found[0]), field, from: found.index, to: found.index + found[0].length }))

const nobodys: Quote[] = []

const wholeFigures = (key: string, book: ItemBook): readonly BookedInvoice[] =>
  (book.invoicesByKey.get(key) ?? []).filter(({ shape }) =>
    shape.keys.some((one) => one.key === key && one.strength !== 'short'),
  )

function lookUp(piece: Piece, book: ItemBook, { field, text }: ReadField, on: CalendarDate, rarity: Weight): Quote[] {
  const invoices = book.invoicesByKey.get(piece.key)
  const underOrder = book.itemsByReference.get(piece.key)
  if (!invoices && !underOrder) return nobodys
  const place = { written: text.slice(piece.from, piece.to), field, from: piece.from, to: piece.to }
  const found: Quote[] = []
  if (invoices && invoices.length <= mostInvoices)
    for (const invoice of invoices) {
      const manner = invoice.shape.keys.find(({ key }) => key === piece.key)?.strength ?? 'short'
      const isWhole = manner !== 'short' && /[A-Z]/.test(piece.key)
      if ((piece.noise || piece.isOther) && !isWhole) continue
      if (isYear(piece.key)) continue
      const items = invoice.items.filter((item) => item.due !== 0 && item.issueDate <= on)
      if (items.length === 0 && invoice.settledOn === null) continue
      const weight = weightOf(manner, piece.key, rarity) - ln(invoices.length)
      found.push({ invoice, items, manner, weight, ...place })
    }
  if (found.some(({ manner }) => manner !== 'short')) return found
  const ordered = (underOrder ?? []).filter((item) => item.due !== 0 && item.issueDate <= on)
  if (ordered.length > 12 || (piece.noise && !/[A-Z]/.test(piece.key))) return found
  for (const item of ordered) {
    const weight = Math.min(rarity + 2500, piece.key.length * 1500) - ln(ordered.length)
    found.push({ invoice: item.invoice, items: [item], manner: 'orderNumber', weight, ...place })
  }
  return found
}

function weightOf(manner: KeyStrength, key: string, rarity: Weight): Weight {
  if (manner === 'full') return rarity + 5000
  if (manner === 'digits') return rarity + 3500
  const digits = key.replace(/\D/g, '').length
  return digits * 1600 + (digits < key.length ? 800 : 0)
}

/** A structured reference may be cut into groups of four: it is sought in the text without its blanks. */
function paymentReferences(field: ReadField, book: ItemBook, on: CalendarDate, rarity: Weight): Quote[] {
  if (book.itemsByPaymentReference.size === 0) return []
  const found: Quote[] = []
  for (let first = 0; first < field.atoms.length; first++) {
    let key = ''
    for (let last = first; last < Math.min(field.atoms.length, first + 16) && key.length <= 35; last++) {
      key += field.atoms[last]?.key ?? ''
      if (key.length < 5) continue
      for (const item of book.itemsByPaymentReference.get(key) ?? []) {
        if (item.due === 0 || item.issueDate > on) continue
        const [from, to] = [field.atoms[first]?.from ?? 0, field.atoms[last]?.to ?? 0]
        found.push({
          invoice: item.invoice,
          items: [item],
          manner: 'paymentReference',
          weight: rarity + 6500,
          written: field.text.slice(from, to),
          field: field.field,
          from,
          to,
        })
      }
    }
  }
  return found
}
