import type { BankLine, BookedCustomer, BookedPromise } from './books.ts'
import type { Quote } from './find-quotes.ts'
import type { ItemBook } from './item-book.ts'
import { firstName, type Memory, plainIban, type Recalled, wordingOf } from './learn.ts'
import { labelWords } from './line-words.ts'
import type { NameIndex, NameMatch } from './name-index.ts'
import { nameTokens } from './name-tokens.ts'
import type { ReadLine } from './read-line.ts'
import { ln, lnShare, type Weight } from './weight.ts'

/** Somebody who may have sent the line, with what says so. */
export interface Payer {
  readonly customer: BookedCustomer
  /** Of being the payer, before any invoice is looked at; every customer alike weighs minus the logarithm of them all. */
  readonly weight: Weight
  /** The part of it that says who it is: account, name, wording, code, company number. */
  readonly identified: Weight
  /** Past payments from this account, or 'books' when it is written in the customer's file; null otherwise. */
  readonly iban: number | 'books' | null
  readonly name: NameMatch | null
  readonly wording: number
  readonly code: boolean
  readonly siren: boolean
  /** The account or the name is better known as somebody else's, who is no relative. */
  readonly contradicted: 'iban' | 'name' | null
  /** His whole name stands in the text beside the name of who sent the money. */
  readonly inText: boolean
  /** Owes the very amount on an invoice whose last digits stand in the text. */
  readonly isPointedTo: boolean
}

export interface PayerSources {
  readonly book: ItemBook
  readonly names: NameIndex
  readonly memory: Memory
  readonly byIban: ReadonlyMap<string, readonly number[]>
  readonly byCode: ReadonlyMap<string, number>
  readonly bySiren: ReadonlyMap<string, readonly number[]>
  readonly promises: readonly BookedPromise[]
}

const mostPayers = 14
const mostOfAmount = 12
const mostLookedAt = 500

/** A name of one common word in a text may be anything. */
const leastOfNamed: Weight = 5000

interface Found {
  iban: { weight: Weight; count: number | 'books' } | null
  name: NameMatch | null
  nameWeight: Weight
  wording: { weight: Weight; count: number } | null
  code: boolean
  siren: boolean
  inText: boolean
  isPointedTo: boolean
}

/** All who may have paid: by account, name, wording, code or number quoted; last those who owe that very amount. */
export function candidatePayers(read: ReadLine, quotes: readonly Quote[], sources: PayerSources): Payer[] {
  const { book } = sources
  const found = new Map<number, Found>()
  const of = (customer: number): Found => {
    const known = found.get(customer) ?? {
      iban: null,
      name: null,
      nameWeight: 0,
      wording: null,
      code: false,
      siren: false,
      inText: false,
      isPointedTo: false,
    }
    found.set(customer, known)
    return known
  }
  byAccount(read.line, sources, of)
  byWording(read.line, sources, of)
  byName(read, sources, of)
  byNumbers(read, sources, of)
  for (const { invoice } of quotes) of(invoice.customer)
  byAmount(read, book, of)
  for (const customer of [...found.keys()]) {
    const parent = book.customers.get(customer)?.parent ?? null
    if (parent !== null && book.customers.has(parent)) of(parent)
  }
  const all = [...found].flatMap(([id, one]) => {
    const customer = book.customers.get(id)
    return customer ? [{ customer, one }] : []
  })
  const rare = ln(book.customers.size)
  return all
    .map(({ customer, one }) => payerOf(customer, one, all, rare, book))
    .sort(
      (a, b) =>
        Number(b.isPointedTo) * 3000 + b.weight - Number(a.isPointedTo) * 3000 - a.weight ||
        a.customer.id - b.customer.id,
    )
    .slice(0, Math.max(mostPayers, quotes.length))
}

type Of = (customer: number) => Found

const shareWeight = (count: number, recalled: Recalled, owners: number, rare: Weight): Weight =>
  rare + 6500 + lnShare(count, recalled.lines + owners * 2 + 0.2)

function byAccount({ payerIban }: BankLine, { byIban, memory, book }: PayerSources, of: Of): void {
  if (payerIban === null) return
  const iban = plainIban(payerIban)
  const owners = byIban.get(iban) ?? []
  const recalled = memory.ofIban(iban)
  const rare = ln(book.customers.size)
  for (const customer of new Set([...owners, ...recalled.customers.keys()])) {
    const paid = recalled.customers.get(customer) ?? 0
    const isOwner = owners.includes(customer)
    const weight = shareWeight(paid + (isOwner ? 2 : 0), recalled, owners.length, rare)
    of(customer).iban = { weight, count: paid > 0 ? paid : 'books' }
  }
}

function byWording(line: BankLine, { memory, book }: PayerSources, of: Of): void {
  const wording = wordingOf(line)
  if (wording === null) return
  const recalled = memory.ofWording(wording)
  for (const [customer, count] of recalled.customers)
    of(customer).wording = { weight: shareWeight(count, recalled, 0, ln(book.customers.size)) - 700, count }
}

/** Those who owe that very amount: all where they are few, else those whose number ends as the text says. */
function byAmount({ line, fields }: ReadLine, book: ItemBook, of: Of): void {
  const same = book.openByAmount(line.amount)
  if (!same || same.size > mostLookedAt) return
  const endings = fields.flatMap(({ field, atoms }) =>
    field === 'endToEnd'
      ? []
      : atoms.flatMap(({ isDigits, noise, says, text }) =>
          isDigits && !noise && says !== 'other' && text.length >= 3 && text.length <= 7 ? [text] : [],
        ),
  )
  for (const item of same) {
    const isPointedTo = endings.some((digits) => item.invoice.shape.digits.endsWith(digits))
    if (isPointedTo) of(item.customer).isPointedTo = true
    else if (same.size <= mostOfAmount) of(item.customer)
  }
}

/** Words of the name are sought in its own place, and in the label when that says nothing of anybody. */
function byName({ line, plain }: ReadLine, { names, book, memory }: PayerSources, of: Of): void {
  const most = ln(book.customers.size) + 5500
  const take = (matches: readonly NameMatch[], percent: number): void => {
    for (const match of matches) {
      const one = of(match.entry.customer)
      const weight = Math.min(most, Math.round((match.weight * percent) / 100))
      if (weight <= one.nameWeight) continue
      one.name = match
      one.nameWeight = weight
    }
  }
  for (const name of [line.payerName, line.ultimateName]) if (name) take(names.match(nameTokens(name), true), 100)
  const strongest = Math.max(0, ...[line.payerName, line.ultimateName].map((name) => (name ? 1 : 0)))
  if (line.kind === 'chequeDeposit' && !line.payerName) return
  const words = nameTokens(plain).filter((word) => !labelWords.has(word) && !/^\d+$/.test(word))
  // A treasury or a factor pays for many: then the text says for whom.
  const wording = wordingOf(line)
  const isOfMany = wording !== null && memory.ofWording(wording).customers.size > 1
  take(names.match(words, false), strongest === 0 || isOfMany ? 100 : 55)
  if (line.payerName) {
    const sender = new Set(nameTokens(line.payerName))
    const beside = words.filter((word) => !sender.has(word))
    const isName = beside.some((word) => word.length >= 4)
    for (const { entry, weight, isWhole } of isName ? names.match(beside, false) : [])
      if (isWhole && !entry.isOther && weight >= leastOfNamed) of(entry.customer).inText = true
  }
  if (strongest === 0) {
    const first = firstName(line.label)
    if (first.length > 0) take(names.match(first, true), 100)
  }
}

function byNumbers(read: ReadLine, { byCode, bySiren }: PayerSources, of: Of): void {
  for (const word of read.plain.split(' ')) {
    if (word.length < 4 || !/\d/.test(word)) continue
    const coded = byCode.get(word)
    if (coded !== undefined) of(coded).code = true
    for (const customer of word.length >= 9 ? (bySiren.get(word.slice(0, 9)) ?? []) : []) of(customer).siren = true
  }
  for (const spaced of read.plain.matchAll(/\b\d{3} \d{3} \d{3}\b/g))
    for (const customer of bySiren.get(spaced[0].replaceAll(' ', '')) ?? []) of(customer).siren = true
}

/** A parent and its children, and the children of one parent. */
export function areRelated(a: number, b: number, customers: ItemBook['customers']): boolean {
  if (a === b) return true
  const [left, right] = [customers.get(a)?.parent ?? null, customers.get(b)?.parent ?? null]
  return left === b || right === a || (left !== null && left === right)
}

function payerOf(
  customer: BookedCustomer,
  one: Found,
  all: readonly { readonly customer: BookedCustomer; readonly one: Found }[],
  rare: Weight,
  book: ItemBook,
): Payer {
  let ibanOfOthers = 0
  let nameOfOthers = 0
  for (const other of all) {
    const iban = other.one.iban?.weight ?? 0
    if (iban <= ibanOfOthers && other.one.nameWeight <= nameOfOthers) continue
    if (areRelated(other.customer.id, customer.id, book.customers)) continue
    ibanOfOthers = Math.max(ibanOfOthers, iban)
    nameOfOthers = Math.max(nameOfOthers, other.one.nameWeight)
  }
  const ibanWeight = one.iban?.weight ?? 0
  const contradicted =
    ibanOfOthers > ibanWeight + 2500 && ibanOfOthers > rare
      ? 'iban'
      : nameOfOthers > one.nameWeight + 1500 && nameOfOthers > rare + 1500 && ibanWeight === 0
        ? 'name'
        : null
  const words = Math.max(one.nameWeight, one.wording?.weight ?? 0)
  // Account and name agree in most payments: the second adds little to the first.
  const identified =
    Math.max(ibanWeight, words) +
    Math.round(Math.min(ibanWeight, words) / 4) +
    (one.code ? 5000 : 0) +
    (one.siren ? 6000 : 0)
  const against = contradicted === 'iban' ? 4500 : contradicted === 'name' ? 3500 : 0
  return {
    customer,
    weight: identified - rare - against,
    identified,
    iban: one.iban?.count ?? null,
    name: one.name,
    wording: one.wording?.count ?? 0,
    code: one.code,
    siren: one.siren,
    contradicted,
    inText: one.inText,
    isPointedTo: one.isPointedTo,
  }
}
