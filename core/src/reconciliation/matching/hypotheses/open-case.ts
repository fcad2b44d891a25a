import { addDays, type CalendarDate, dayNumber, daysBetween } from '../../../calendar/calendar-date.ts'
import { areRelated, type Payer } from '../candidate-payers.ts'
import type { Quote, QuotesFound } from '../find-quotes.ts'
import type { BookedInvoice, ItemBook, OpenItem } from '../item-book.ts'
import type { Memory } from '../learn.ts'
import type { ReadLine } from '../read-line.ts'
import { ln, type Weight } from '../weight.ts'
import { type Case, type ItemQuote, isStrong, type PoolItem } from './hypothesis.ts'
import { quotesOf } from './item-quotes.ts'

/** More open items of one payer than this are not all compared, the oldest are. */
const mostPool = 400

/** The payer with what he owes himself, and again with what his children owe. */
export function casesOf(payer: Payer, read: ReadLine, found: QuotesFound, book: ItemBook, memory: Memory): Case[] {
  const own = [payer.customer.id]
  const children = book.childrenOf.get(payer.customer.id) ?? []
  const groups = children.length > 0 ? [own, [...own, ...children]] : [own]
  return groups.map((members, at) => {
    const items = members.flatMap((customer) => openOn(book, customer, read))
    const { quotes, unexplained, announced, calledInvoice } = quotesOf(items, read.fields, found)
    const pool = poolOf(items, read, quotes, book)
    const foreign = unexplained.filter((digits) => !payer.customer.code.endsWith(digits))
    const settledBy = (customer: number, digits: string): BookedInvoice | undefined =>
      book.settledEndingIn(customer, digits) ??
      (announced.includes(digits) ? book.settledCounting(customer, digits) : undefined)
    const settledTails = [
      ...foreign.flatMap((digits) => members.flatMap((customer) => settledBy(customer, digits) ?? [])),
      ...shortOfSettled(found.quotes, quotes, members),
      ...cutOfSettled(found, items, members, book),
    ]
    const paidOn = lastPaid(payer.customer.id, read, book, memory)
    const odds = surpriseOf(read.line.amount, payer.customer.id, book)
    return {
      payer,
      read,
      withChildren: at > 0,
      pool,
      settledTails,
      unexplained: foreign.length,
      isNamedElse:
        calledInvoice.some((digits) => foreign.includes(digits)) ||
        foreign.some((digits) => digits.length >= 4 && book.openCounting(digits, members)),
      quotedElsewhere: found.quotes.filter((quote) => isStrong(quote) && isElsewhere(quote, payer, book)),
      paidDaysAgo: paidOn === null ? null : daysBetween(paidOn, read.line.bookedOn),
      habits: memory.habitsOf(payer.customer.id),
      ...odds,
      isForeign: isForeign(payer, read),
    }
  })
}

/** Numbers of settled invoices that are not whole, where no open item is named in their place. */
function shortOfSettled(
  found: readonly Quote[],
  quotes: ReadonlyMap<OpenItem, ItemQuote>,
  members: readonly number[],
): BookedInvoice[] {
  const open = [...quotes.values()]
  const isNew = ({ field, from, to }: Quote): boolean =>
    !open.some((quote) => quote.field === field && quote.from < to && quote.to > from)
  return found
    .filter((quote) => quote.items.length === 0 && !isStrong(quote) && members.includes(quote.invoice.customer))
    .filter((quote) => quote.field !== 'endToEnd' && isNew(quote))
    .map(({ invoice }) => invoice)
}

/** As people confirmed it, or as the books show it. */
function lastPaid(customer: number, { line }: ReadLine, book: ItemBook, memory: Memory): CalendarDate | null {
  const [told, settled] = [memory.paidOn(customer, line.amount), book.lastSettled(customer, line.amount)]
  const known = [told, settled].filter((day) => day !== null && day <= line.bookedOn).sort()
  return known.at(-1) ?? null
}

/** The text ends within a settled number, and no open one begins so. */
function cutOfSettled(
  { cuts }: QuotesFound,
  items: readonly OpenItem[],
  members: readonly number[],
  book: ItemBook,
): BookedInvoice[] {
  return cuts
    .filter(({ key }) => /[A-Z]/.test(key) && !items.some(({ invoice }) => invoice.shape.full.startsWith(key)))
    .flatMap(({ key }) => members.flatMap((customer) => book.settledStarting(customer, key) ?? []))
}

function openOn(book: ItemBook, customer: number, { line }: ReadLine): OpenItem[] {
  const items: OpenItem[] = []
  for (const item of book.openOf(customer)) {
    if (item.issueDate <= line.bookedOn) items.push(item)
    if (items.length >= mostPool) break
  }
  return items
}

const isElsewhere = ({ items, invoice }: Quote, payer: Payer, book: ItemBook): boolean =>
  items.length === 0 || !areRelated(invoice.customer, payer.customer.id, book.customers)

function poolOf(
  items: readonly OpenItem[],
  read: ReadLine,
  quotes: ReadonlyMap<OpenItem, ItemQuote>,
  book: ItemBook,
): PoolItem[] {
  const today = dayNumber(read.line.bookedOn)
  return items
    .map((item) => ({
      item,
      face: item.due,
      ...discountOf(item, read, book),
      timing: timingOf(item, today - item.dueOnDay, today - item.issuedOnDay),
      quote: quotes.get(item) ?? null,
    }))
    .sort((a, b) =>
      a.item.dueDate < b.item.dueDate ? -1 : a.item.dueDate > b.item.dueDate ? 1 : a.item.id - b.item.id,
    )
}

/** Banks take a day or two: money sent in time is in time. */
const daysOnTheWay = 3

function discountOf(item: OpenItem, { line }: ReadLine, book: ItemBook): Pick<PoolItem, 'net' | 'discountLate'> {
  const none = { net: item.due, discountLate: 0 }
  const terms = book.customers.get(item.customer)?.earlyDiscount
  if (!terms || item.due <= 0 || item.due !== item.amount) return none
  const late = daysBetween(addDays(item.issueDate, terms.days), line.bookedOn)
  if (late > daysOnTheWay) return none
  return { net: item.due - Math.round((item.due * terms.basisPoints) / 10_000), discountLate: Math.max(0, late) }
}

function timingOf(item: OpenItem, late: number, age: number): Weight {
  if (item.due < 0) return 0
  const early = late >= -4 ? 0 : late >= -12 ? -400 : late >= -25 ? -900 : late >= -40 ? -1500 : -2200
  const old = late > 240 ? -1600 : late > 120 ? -900 : late > 75 ? -400 : 0
  return early + old - (age <= 1 && late < 0 ? 1000 : 0)
}

/** Amounts spread evenly over their magnitudes; round ones and those of a price list are common. */
function surpriseOf(amount: number, customer: number, book: ItemBook): Pick<Case, 'surprise' | 'surpriseOfOne'> {
  const round = amount % 10_000 === 0 ? 1800 : amount % 1000 === 0 ? 1000 : amount % 100 === 0 ? 400 : 0
  const surprise = ln(amount) + 2000 - round
  const others = book.amountSeenElsewhere(amount, customer)
  return {
    surprise,
    surpriseOfOne: others > 0 ? Math.min(surprise, ln(2 * Math.max(book.invoiceCount(), 500)) - ln(others)) : surprise,
  }
}

const isForeign = ({ customer }: Payer, { line }: ReadLine): boolean =>
  (customer.country !== '' && customer.country !== 'FR') ||
  (line.payerIban !== null && !/^(?:FR|MC)/i.test(line.payerIban)) ||
  line.original !== null ||
  line.charges !== null
