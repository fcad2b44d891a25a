import { asDate, type CalendarDate } from '../../calendar/calendar-date.ts'
import { assert } from '../../money/assert.ts'
import type {
  BookedCustomer,
  BookedItem,
  BookedPromise,
  Books,
  IgnoreRule,
  RecordedPayment,
  SettledItem,
} from '../matching/books.ts'
import type { ReceivedPayment } from '../matching/find-returned.ts'
import { aCustomer, anItem } from '../matching/testing/some-books.ts'

/** How things stand in a story, in the order in which it tells them. */
export interface StoryFacts {
  readonly customers: readonly BookedCustomer[]
  readonly items: readonly BookedItem[]
  readonly settled: readonly SettledItem[]
  readonly recorded: readonly RecordedPayment[]
  readonly promises: readonly BookedPromise[]
  readonly ignored: readonly IgnoreRule[]
  readonly own: NonNullable<Books['own']>
  /** Payments that may come back. */
  readonly received: readonly ReceivedPayment[]
}

export const noFacts: StoryFacts = {
  customers: [],
  items: [],
  settled: [],
  recorded: [],
  promises: [],
  ignored: [],
  own: { names: [], ibans: [] },
  received: [],
}

/** « 1200.00 » in cents; a credit note is written with its minus. */
export function readAmount(text: string): number {
  assert(/^-?\d+\.\d{2}$/.test(text), `"${text}" is not an amount like 1200.00`)
  return Number(text.replace('.', ''))
}

export const amountText = (amount: number): string => (amount / 100).toFixed(2)

/** The customer that a story calls by this code; throws when it tells of none. */
export function customerOf({ customers }: StoryFacts, code: string): BookedCustomer {
  const found = customers.find((one) => one.code === code)
  assert(found !== undefined, `there is no customer ${code}`)
  return found
}

/** The due line of that number; throws when the story tells of none. */
export function itemOf({ items }: StoryFacts, number: string): BookedItem {
  const found = items.find((one) => one.invoiceNumber === number)
  assert(found !== undefined, `there is no ${number}`)
  return found
}

/** What follows the first comma: « iban FR76…, parent C-3 » as pairs of word and value. */
type Details = readonly (readonly [word: string, value: string])[]

const detailsOf = (text: string | undefined, known: readonly string[]): Details =>
  (text ?? '')
    .split(/,\s+/)
    .filter((one) => one !== '')
    .map((one) => {
      const word = known.find((name) => one === name || one.startsWith(`${name} `))
      assert(word !== undefined, `"${one}" is none of ${known.join(', ')}`)
      return [word, one.slice(word.length).trim()] as const
    })

const all = (details: Details, word: string): string[] =>
  details.filter(([one]) => one === word).map(([, value]) => value)
const first = (details: Details, word: string): string | null => all(details, word)[0] ?? null

type Reader = (found: RegExpExecArray, facts: StoryFacts) => Partial<StoryFacts>

const readers: readonly (readonly [RegExp, Reader])[] = [
  [/^customer (C-\S+) ([^,]+)(?:, (.+))?$/, readCustomer],
  [/^invoice (\S+) of (C-\S+) (\S+) issued (\S+) due ([\d-]+)(?:, (.+))?$/, readInvoice],
  [/^credit note (\S+) of (C-\S+) (\S+) issued ([\d-]+)$/, readCreditNote],
  [/^settled (\S+) of (C-\S+) (\S+) on ([\d-]+)$/, readSettled],
  [/^entered payment of (C-\S+) (\S+) on (\S+) by (\w+)(?:, (.+))?$/, readEntered],
  [/^received payment of (C-\S+) (\S+) on (\S+) by (\w+)(?:, (.+))?$/, readReceived],
  [/^promise of (C-\S+) (\S+) for ([\d-]+)(?:, on (.+))?$/, readPromise],
  [/^own (name|iban) (.+)$/, readOwn],
  [/^ignore (iban|wording) (.+)$/, readIgnore],
]

/** What one line adds to how things stand; null when it tells of something else. */
export function readFact(text: string, facts: StoryFacts): Partial<StoryFacts> | null {
  for (const [pattern, read] of readers) {
    const found = pattern.exec(text)
    if (found) return read(found, facts)
  }
  return null
}

export const withFacts = (before: StoryFacts, added: Partial<StoryFacts>): StoryFacts => ({
  customers: [...before.customers, ...(added.customers ?? [])],
  items: [...before.items, ...(added.items ?? [])],
  settled: [...before.settled, ...(added.settled ?? [])],
  recorded: [...before.recorded, ...(added.recorded ?? [])],
  promises: [...before.promises, ...(added.promises ?? [])],
  ignored: [...before.ignored, ...(added.ignored ?? [])],
  own: added.own ?? before.own,
  received: [...before.received, ...(added.received ?? [])],
})

function readCustomer([, code = '', name = '', more]: RegExpExecArray, facts: StoryFacts): Partial<StoryFacts> {
  const details = detailsOf(more, ['iban', 'also', 'parent', 'discount', 'country', 'siren'])
  const discount = /^(\d+)% within (\d+) days$/.exec(first(details, 'discount') ?? '')
  const parent = first(details, 'parent')
  const customer = aCustomer(facts.customers.length + 1, {
    code,
    name,
    ibans: all(details, 'iban'),
    otherNames: all(details, 'also'),
    parent: parent === null ? null : customerOf(facts, parent).id,
    country: first(details, 'country') ?? 'FR',
    siren: first(details, 'siren'),
    earlyDiscount: discount ? { basisPoints: Number(discount[1]) * 100, days: Number(discount[2]) } : null,
  })
  return { customers: [customer] }
}

function readInvoice(found: RegExpExecArray, facts: StoryFacts): Partial<StoryFacts> {
  const [, invoiceNumber = '', code = '', amount = '', issued = '', due = '', more] = found
  const details = detailsOf(more, ['order', 'reference', 'left', 'deposit'])
  const left = first(details, 'left')
  const item = anItem(facts.items.length + 1, customerOf(facts, code).id, {
    invoiceNumber,
    issueDate: asDate(issued),
    dueDate: asDate(due),
    amount: readAmount(amount),
    amountDue: readAmount(left ?? amount),
    references: all(details, 'order'),
    paymentReference: first(details, 'reference'),
    isDeposit: first(details, 'deposit') !== null,
  })
  return { items: [item] }
}

function readCreditNote(found: RegExpExecArray, facts: StoryFacts): Partial<StoryFacts> {
  const [, invoiceNumber = '', code = '', amount = '', issued = ''] = found
  const day = asDate(issued)
  const more = { invoiceNumber, issueDate: day, dueDate: day, amount: -readAmount(amount) }
  return { items: [anItem(facts.items.length + 1, customerOf(facts, code).id, more)] }
}

function readSettled(found: RegExpExecArray, facts: StoryFacts): Partial<StoryFacts> {
  const [, invoiceNumber = '', code = '', amount = '', on = ''] = found
  const customer = customerOf(facts, code).id
  return { settled: [{ customer, invoiceNumber, amount: readAmount(amount), settledOn: asDate(on) }] }
}

const meansKnown = ['transfer', 'cheque', 'card', 'directDebit', 'billOfExchange', 'cash', 'other'] as const

function readPayment(
  [, code = '', amount = '', on = '', means = '', more]: RegExpExecArray,
  facts: StoryFacts,
): {
  customer: BookedCustomer
  receivedOn: CalendarDate
  amount: number
  means: RecordedPayment['means']
  details: Details
} {
  const known = meansKnown.find((one) => one === means)
  assert(known !== undefined, `"${means}" is none of ${meansKnown.join(', ')}`)
  const details = detailsOf(more, ['reference', 'slip', 'from', 'iban', 'for'])
  const customer = customerOf(facts, code)
  return { customer, receivedOn: asDate(on), amount: readAmount(amount), means: known, details }
}

function readEntered(found: RegExpExecArray, facts: StoryFacts): Partial<StoryFacts> {
  const { customer, receivedOn, amount, means, details } = readPayment(found, facts)
  const slip = first(details, 'slip')
  const payment: RecordedPayment = {
    id: facts.recorded.length + 1,
    customer: customer.id,
    receivedOn,
    amount,
    means,
    reference: first(details, 'reference'),
    slip: slip === null ? null : Number(slip),
  }
  return { recorded: [payment] }
}

function readReceived(found: RegExpExecArray, facts: StoryFacts): Partial<StoryFacts> {
  const { customer, receivedOn, amount, means, details } = readPayment(found, facts)
  const slip = first(details, 'slip')
  const payment: ReceivedPayment = {
    id: facts.received.length + 1,
    customer: customer.id,
    customerName: customer.name,
    receivedOn,
    amount,
    means,
    references: all(details, 'reference'),
    payerName: first(details, 'from'),
    payerIban: first(details, 'iban'),
    invoiceNumbers: all(details, 'for'),
    group: slip === null ? null : Number(slip),
  }
  return { received: [payment] }
}

function readPromise(
  [, code = '', amount = '', on = '', numbers]: RegExpExecArray,
  facts: StoryFacts,
): Partial<StoryFacts> {
  const items = numbers === undefined ? [] : numbers.split(', ').map((number) => itemOf(facts, number).id)
  return { promises: [{ customer: customerOf(facts, code).id, items, amount: readAmount(amount), on: asDate(on) }] }
}

function readOwn([, what = '', value = '']: RegExpExecArray, { own }: StoryFacts): Partial<StoryFacts> {
  return {
    own: what === 'iban' ? { ...own, ibans: [...own.ibans, value] } : { ...own, names: [...own.names, value] },
  }
}

function readIgnore([, what = '', value = '']: RegExpExecArray, facts: StoryFacts): Partial<StoryFacts> {
  const id = facts.ignored.length + 1
  return { ignored: [{ id, iban: what === 'iban' ? value : null, wording: what === 'wording' ? value : null }] }
}
