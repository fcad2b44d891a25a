import type { CalendarDate } from '../../../calendar/calendar-date.ts'
import type { TextDate } from '../find-dates.ts'
import type { QuotesFound, UnknownNumber } from '../find-quotes.ts'
import type { OpenItem } from '../item-book.ts'
import { isNearly, numberKey, withoutZeros } from '../number-shape.ts'
import { plainCapitals, type ReadField } from '../read-text.ts'
import type { CutNumber, Short } from '../short-numbers.ts'
import { ln, type Weight } from '../weight.ts'
import { type ItemQuote, isStrong } from './hypothesis.ts'

export interface ItemQuotes {
  readonly quotes: ReadonlyMap<OpenItem, ItemQuote>
  /** Short numbers that none of the items has. */
  readonly unexplained: readonly string[]
  /** Those of them after a word as « FAC » or « N° ». */
  readonly announced: readonly string[]
  /** Those that the text calls an invoice: it is another one. */
  readonly calledInvoice: readonly string[]
}

/**
 * Which of these items the text names, and how: by its number as found in all the books, else by its last digits, in a
 * list (« 1374 75 78 »), in a range (« F0031 A F0034 »), by its day, with one figure wrong, or cut off at the end.
 */
export function quotesOf(
  items: readonly OpenItem[],
  fields: readonly ReadField[],
  { quotes: found, unknown, shorts, cuts }: QuotesFound,
): ItemQuotes {
  const quotes = new Map<OpenItem, ItemQuote>()
  const take = (item: OpenItem, quote: ItemQuote): void => {
    const before = quotes.get(item)
    if (before && isStrong(before) && !isStrong(quote)) return
    if (before && before.weight >= quote.weight) return
    // « F-101 » read whole and by its end as well: the whole is what the text says.
    const isWhole = before?.manner === 'short' && numberKey(before.written) === item.invoice.shape.full
    quotes.set(item, isWhole ? { ...before, weight: quote.weight } : quote)
  }
  const inPool = new Set(items)
  for (const quote of found) for (const item of quote.items) if (inPool.has(item)) take(item, quote)
  for (const item of items) {
    const before = quotes.get(item)
    if (before && isStrong(before)) continue
    const tail = tailQuote(item, shorts)
    if (tail) take(item, tail)
  }
  const expanded = [...listed(items, fields, quotes), ...ranged(items, fields, quotes)]
  for (const [item, quote] of expanded) take(item, quote)
  for (const [item, quote] of dated(items, fields)) take(item, quote)
  for (const item of items)
    for (const one of unknown)
      if (!quotes.has(item) && isNearly(one.key, item.invoice.shape.full))
        take(item, { ...placeOf(one, fields), manner: 'nearly', weight: 4500 })
  for (const [item, quote] of cutOff(items, cuts)) if (!quotes.has(item)) take(item, quote)
  const taken = [...quotes.values()]
  const unexplained = shorts.filter(
    (short) =>
      !short.isOwn &&
      !taken.some(
        ({ field, from, to }) => field === short.field.field && from < short.atom.to && to > short.atom.from,
      ) &&
      !isEndOfQuoted(short, quotes) &&
      !isCutFrom(items, short),
  )
  const announced = unexplained.filter((short) => short.announced)
  const calledInvoice = unexplained.filter((short) => isAnInvoice(short) && !isBesideQuote(short, taken))
  return {
    quotes,
    unexplained: unexplained.map(({ digits }) => digits),
    announced: announced.map(({ digits }) => digits),
    calledInvoice: calledInvoice.map(({ digits }) => digits),
  }
}

/** Said twice, whole in one place and by its end in another. */
const isEndOfQuoted = ({ digits }: Short, quotes: ReadonlyMap<OpenItem, ItemQuote>): boolean =>
  digits.length >= 3 &&
  [...quotes].some(([{ invoice }, quote]) => isStrong(quote) && invoice.shape.digits.endsWith(withoutZeros(digits)))

/** « FACT 7781 »: long enough to tell one invoice from the next. */
const isAnInvoice = ({ atom, digits }: Short): boolean => atom.says === 'invoice' && withoutZeros(digits).length >= 3

/** Of the same written number as a quote: « FACT 2509-1374 » is read by its end. */
const isBesideQuote = ({ field, atom }: Short, taken: readonly ItemQuote[]): boolean =>
  taken.some((quote) => {
    if (quote.field !== field.field) return false
    const between =
      quote.from >= atom.to ? field.text.slice(atom.to, quote.from) : field.text.slice(quote.to, atom.from)
    return /^[A-Z]{0,4}[-/._]?[A-Z]{0,4}$/i.test(between)
  })

/** The text ends there, and one of the items has these digits: its number did not fit in. */
const isCutFrom = (items: readonly OpenItem[], { digits, field, atom }: Short): boolean =>
  field.atoms.at(-1) === atom &&
  field.text.length >= 24 &&
  digits.length >= 3 &&
  items.some(({ invoice }) => invoice.shape.digits.includes(digits) && !invoice.shape.digits.endsWith(digits))

function tailQuote({ invoice }: OpenItem, shorts: readonly Short[]): ItemQuote | undefined {
  let best: ItemQuote | undefined
  for (const { digits, field, atom, announced, isOwn } of shorts) {
    const { serial, digits: all, serialStandsAlone } = invoice.shape
    const plain = withoutZeros(digits)
    const isSerial = plain === serial && serialStandsAlone
    const isEnd = digits.length >= 3 && all.endsWith(digits)
    const isSerialEnd = plain.length >= 3 && serial.length - plain.length <= 2 && serial.endsWith(plain)
    if (!isSerial && !isEnd && !isSerialEnd) continue
    if (plain.length < 3 && !announced) continue
    const length = Math.max(digits.length, isSerial ? plain.length : 0)
    const weight =
      Math.min(5, length) * 1650 -
      ln(shorts.length) +
      (announced ? 700 : 0) +
      (isSerial ? 500 : 0) -
      (plain.length < 3 ? 800 : 0) -
      (isOwn ? 2500 : 0)
    if (!best || best.weight < weight)
      best = { manner: 'tail', weight, written: atom.text, field: field.field, from: atom.from, to: atom.to }
  }
  return best
}

type Named = [OpenItem, ItemQuote]

/** After a number found, shorter ones change its last digits: « 1374 75 78 », « F2025-1374/75 ». */
function listed(
  items: readonly OpenItem[],
  fields: readonly ReadField[],
  quotes: ReadonlyMap<OpenItem, ItemQuote>,
): Named[] {
  const named: Named[] = []
  for (const [first, quote] of quotes) {
    if (
      quote.manner === 'nearly' ||
      quote.manner === 'orderNumber' ||
      quote.manner === 'day' ||
      quote.manner === 'month'
    )
      continue
    const field = fields.find((one) => one.field === quote.field)
    const place = field?.atoms.findIndex((atom) => atom.from >= quote.to) ?? -1
    if (!field || place < 0) continue
    const { digits } = first.invoice.shape
    for (let at = place; at < field.atoms.length && at < place + 24; at++) {
      const atom = field.atoms[at]
      if (!atom || (!atom.isDigits && !/^(?:ET|AND|N|F|FA|FACT)$/.test(atom.text))) break
      if (!atom.isDigits) continue
      if (atom.noise || atom.says === 'other' || atom.text.length > 4 || atom.text.length >= digits.length) break
      const whole = digits.slice(0, -atom.text.length) + atom.text
      for (const item of items)
        if (item !== first && item.invoice.shape.digits === whole)
          named.push([
            item,
            {
              manner: 'list',
              weight: atom.text.length * 2000 + 500,
              written: atom.text,
              field: field.field,
              from: atom.from,
              to: atom.to,
            },
          ])
    }
  }
  return named
}

const through =
  /^\s*(?:A|À|AU|JUSQU ?'?A|TO|THRU|->|\.\.\.?|-)\s*(?:LA\s+|FACT?\w*\s+)?(?:N\s?°?\s*)?(?:[A-Z]{1,5}[-/ ]?)?$/i

/** Numbers of all customers run together: a payer's own lie far apart. */
const longestRange = 500

/** « 1374 » of F2501-1374: where each month begins its own prefix, the count goes on. */
const serialOf = ({ invoice }: OpenItem): number => Number(invoice.shape.serial)

/** Numbers between two that a text joins by « à »: « F0031 A F0034 ». */
function ranged(
  items: readonly OpenItem[],
  fields: readonly ReadField[],
  quotes: ReadonlyMap<OpenItem, ItemQuote>,
): Named[] {
  const named: Named[] = []
  const placed = [...quotes].filter(
    ([, { manner }]) => isStrong({ manner }) || manner === 'tail' || manner === 'list' || manner === 'short',
  )
  for (const [first, from] of placed)
    for (const [last, to] of placed) {
      if (from.field !== to.field || from.to > to.from || first === last) continue
      const between = fields.find(({ field }) => field === from.field)?.text.slice(from.to, to.from) ?? ''
      if (!through.test(between)) continue
      const [low, high] = [serialOf(first), serialOf(last)]
      if (!(high > low) || high - low > longestRange) continue
      const weight = between.trim() === '-' ? 2600 : 4000
      for (const item of items) {
        const number = serialOf(item)
        const isOne = item.invoice.shape.pattern.length === first.invoice.shape.pattern.length
        if (number > low && number < high && isOne && item.due > 0)
          named.push([item, { ...from, manner: 'range', weight, to: to.to, written: '' }])
      }
    }
  return named
}

/** « FACT DU 12/09/25 »: the day an invoice was issued, or falls due. */
function dated(items: readonly OpenItem[], fields: readonly ReadField[]): Named[] {
  return fields.flatMap(({ field, text, dates }) =>
    dates.flatMap((date): Named[] => {
      const { from, to } = date
      if (date.dayOfMonth !== null && isOfSomethingElse(text.slice(0, from))) return []
      if (date.dayOfMonth === null) {
        const inMonth = items.filter((item) => isMonth(item.issueDate, date) || isMonth(item.dueDate, date))
        const weight = 1800 - ln(inMonth.length)
        return inMonth.map((item) => [
          item,
          { manner: 'month', weight, written: text.slice(from, to), field, from, to },
        ])
      }
      const issued = items.filter((item) => isDay(item.issueDate, date))
      const due = items.filter((item) => isDay(item.dueDate, date) && !issued.includes(item))
      const noYear = date.day === null ? 300 : 0
      const named = (list: readonly OpenItem[], weight: Weight): Named[] =>
        list.map((item) => [
          item,
          { manner: 'day', weight: weight - noYear - ln(list.length), written: text.slice(from, to), field, from, to },
        ])
      return [...named(issued, 3500), ...named(due, issued.length > 0 ? 1500 : 2800)]
    }),
  )
}

/** « VIR DU 13/10/26 », « CDE DU 02/09 »: the day of something that is no invoice. */
const isOfSomethingElse = (before: string): boolean =>
  /(?<![A-Z])(?:VIR(?:EMENT|T)?|VRT|VERSEMENT|PAIEMENT|PAYMENT|REGLEMENT|RGLT|REGLT|REGL|RGT|ORDRE|OPE?|OPERATION|VALEUR|DATE|EXECUTION|CARTE|CB|REMISE|REM|CHQ|CHEQUES?|PRLV|COMMANDES?|CDES?|CMD|BC|BL|BON|DEVIS|CONTRAT|MARCHE|LIVRAISON|BAIL|AVENANT)(?: (?:SEPA|INST|INSTANTANE|RECU|EMIS|N\W?\w+|EN DATE|CLIENT))* ?(?:DU|LE|DATE|:|AU)? ?$/i.test(
    plainCapitals(before),
  )

const isDay = (date: CalendarDate, { day, month, dayOfMonth }: TextDate): boolean =>
  day === null ? Number(date.slice(5, 7)) === month && Number(date.slice(8)) === dayOfMonth : date === day

const isMonth = (date: CalendarDate, { month, year }: TextDate): boolean =>
  Number(date.slice(5, 7)) === month && (year === null || Number(date.slice(0, 4)) === year)

function cutOff(items: readonly OpenItem[], cuts: readonly CutNumber[]): Named[] {
  return cuts.flatMap(({ key, field: { field, text }, from, to }): Named[] => {
    const begun = items.filter(
      ({ invoice }) => invoice.shape.full.length > key.length && invoice.shape.full.startsWith(key),
    )
    const weight = 1500 - ln(begun.length) + key.length * 250
    return begun.map((item) => [item, { manner: 'cut', weight, written: text.slice(from, to), field, from, to }])
  })
}

const placeOf = (
  { field, from, to }: UnknownNumber,
  fields: readonly ReadField[],
): Pick<ItemQuote, 'field' | 'from' | 'to' | 'written'> => ({
  field,
  from,
  to,
  written: fields.find((one) => one.field === field)?.text.slice(from, to) ?? '',
})
