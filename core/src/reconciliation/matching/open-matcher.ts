import type { CalendarDate } from '../../calendar/calendar-date.ts'
import type {
  BankLine,
  BookedCustomer,
  BookedItem,
  BookedPromise,
  Books,
  IgnoreRule,
  LearntLine,
  RecordedPayment,
} from './books.ts'
import { openItemBook } from './item-book.ts'
import { openMemory, plainIban } from './learn.ts'
import { openNameIndex } from './name-index.ts'
import { openOwnAccounts } from './own-accounts.ts'
import type { Verdict } from './proposal.ts'
import { propose, type Sources } from './propose.ts'
import { plainCapitals } from './read-text.ts'

/** Indexes made once, kept as days go by. */
export interface Matcher {
  /** What a credit line pays. Only items issued on or before the line's day exist for it; `on` is the day of asking. */
  readonly propose: (line: BankLine, on: CalendarDate) => Verdict
  /** What is left of items from now on, after allocations came or were taken back. Throws for an unknown item. */
  readonly settle: (
    changes: readonly { readonly item: number; readonly due: number; readonly on: CalendarDate }[],
  ) => void
  /** A verdict of a person, or a line of the past. */
  readonly learn: (line: LearntLine) => void
  readonly addItems: (items: readonly BookedItem[]) => void
  readonly addCustomers: (customers: readonly BookedCustomer[]) => void
  /** In place of those known so far. */
  readonly setRecorded: (payments: readonly RecordedPayment[]) => void
  readonly setPromises: (promises: readonly BookedPromise[]) => void
  readonly setIgnored: (rules: readonly IgnoreRule[]) => void
}

/** Reads the books once; the order of what is in them changes no answer. */
export function openMatcher(books: Books): Matcher {
  const book = openItemBook(books)
  const names = openNameIndex()
  const memory = openMemory(book.customers)
  const byIban = new Map<string, number[]>()
  const byCode = new Map<string, number>()
  const bySiren = new Map<string, number[]>()
  const own = openOwnAccounts(books)
  let recorded = books.recorded
  let promises = books.promises
  let ignored = books.ignored

  const index = (customers: readonly BookedCustomer[]): void => {
    for (const customer of customers) {
      names.add({ customer: customer.id, name: customer.name, isOther: false })
      for (const name of customer.otherNames) names.add({ customer: customer.id, name, isOther: true })
      for (const iban of new Set(customer.ibans.map(plainIban))) push(byIban, iban, customer.id)
      const code = plainCapitals(customer.code).replace(/[^A-Z0-9]/g, '')
      if (code.length >= 4) byCode.set(code, customer.id)
      if (customer.siren) push(bySiren, customer.siren, customer.id)
    }
  }

  memory.onName((name, customer) => names.add({ customer, name, isOther: true }))
  index(books.customers)
  for (const line of books.learnt) memory.learn(line)
  const sources = (): Sources => ({ book, names, memory, byIban, byCode, bySiren, recorded, promises, ignored, own })

  return {
    propose: (line, on) => propose(line, on, sources()),
    settle: (changes) => {
      for (const change of changes) book.setDue(change)
    },
    learn: memory.learn,
    addItems: book.addItems,
    addCustomers: (customers) => {
      book.addCustomers(customers)
      index(customers)
    },
    setRecorded: (payments) => {
      recorded = payments
    },
    setPromises: (all) => {
      promises = all
    },
    setIgnored: (rules) => {
      ignored = rules
    },
  }
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const some = map.get(key)
  if (some) some.push(value)
  else map.set(key, [value])
}
