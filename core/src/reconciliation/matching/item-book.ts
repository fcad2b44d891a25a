import { type CalendarDate, dayNumber } from '../../calendar/calendar-date.ts'
import type { BookedCustomer, BookedItem, Books, SettledItem } from './books.ts'
import { type NumberShape, numberKey, shapeOf, withoutZeros } from './number-shape.ts'

/** An invoice with its due lines: one number, and who owes it. */
export interface BookedInvoice {
  readonly customer: number
  readonly number: string
  readonly shape: NumberShape
  readonly items: OpenItem[]
  /** As issued, of each due line; what was settled before the books began too. */
  readonly amounts: number[]
  /** The last day on which a part of it was settled. */
  settledOn: CalendarDate | null
}

export interface OpenItem extends BookedItem {
  readonly invoice: BookedInvoice
  /** Its days as `dayNumber` counts them. */
  readonly issuedOnDay: number
  readonly dueOnDay: number
  /** What is left today; zero once settled. */
  due: number
}

/** What is owed, with all the ways to find it again; changes as allocations come and go. */
export interface ItemBook {
  readonly items: ReadonlyMap<number, OpenItem>
  readonly customers: ReadonlyMap<number, BookedCustomer>
  readonly childrenOf: ReadonlyMap<number, readonly number[]>
  /** Open ones, oldest due date first. */
  readonly openOf: (customer: number) => readonly OpenItem[]
  readonly invoicesByKey: ReadonlyMap<string, readonly BookedInvoice[]>
  /** The first and the first two signs of every key of invoices and references. */
  readonly keyStarts: ReadonlySet<string>
  /** By order number or other reference, as `numberKey` writes it. */
  readonly itemsByReference: ReadonlyMap<string, readonly OpenItem[]>
  readonly itemsByPaymentReference: ReadonlyMap<string, readonly OpenItem[]>
  readonly openByAmount: (amount: number) => ReadonlySet<OpenItem> | undefined
  /** The invoice of a customer that ends in these digits and of which nothing is left; undefined when there is none. */
  readonly settledEndingIn: (customer: number, digits: string) => BookedInvoice | undefined
  /** The same for a count of its own, however short: « 72 » of 2026/07/0072. */
  readonly settledCounting: (customer: number, digits: string) => BookedInvoice | undefined
  /** The last day on which an invoice of this customer and amount was settled; null when none was. */
  readonly lastSettled: (customer: number, amount: number) => CalendarDate | null
  /** An invoice of this customer that begins like this, as `numberKey` writes it, and of which nothing is left. */
  readonly settledStarting: (customer: number, key: string) => BookedInvoice | undefined
  /** An invoice that ends in this count and of which something is left, of somebody who is none of these. */
  readonly openCounting: (digits: string, members: readonly number[]) => boolean
  /** How many items of other customers ever had it: price-list amounts prove little. */
  readonly amountSeenElsewhere: (amount: number, customer: number) => number
  readonly patterns: ReadonlyMap<string, number>
  /** Invoices known, open or settled. */
  readonly invoiceCount: () => number
  readonly addItems: (items: readonly BookedItem[]) => void
  readonly addSettled: (items: readonly SettledItem[]) => void
  readonly addCustomers: (customers: readonly BookedCustomer[]) => void
  /** What is left of an item from now on; throws for an item it does not know. */
  readonly setDue: (change: { readonly item: number; readonly due: number; readonly on: CalendarDate }) => void
}

const oldestFirst = (a: OpenItem, b: OpenItem): number =>
  a.dueDate < b.dueDate ? -1 : a.dueDate > b.dueDate ? 1 : a.id - b.id

/** Indexes what is owed once; items may come in any order, the answers do not depend on it. */
export function openItemBook(books: Pick<Books, 'customers' | 'items' | 'settled'>): ItemBook {
  const items = new Map<number, OpenItem>()
  const customers = new Map<number, BookedCustomer>()
  const childrenOf = new Map<number, number[]>()
  const invoices = new Map<string, BookedInvoice>()
  const invoicesByKey = new Map<string, BookedInvoice[]>()
  const itemsByReference = new Map<string, OpenItem[]>()
  const itemsByPaymentReference = new Map<string, OpenItem[]>()
  const openByCustomer = new Map<number, { list: OpenItem[]; sorted: boolean }>()
  const openByAmount = new Map<number, Set<OpenItem>>()
  const amountsSeen = new Map<number, number>()
  const ownAmountsSeen = new Map<string, number>()
  const patterns = new Map<string, number>()
  const invoicesOf = new Map<number, BookedInvoice[]>()
  const keyStarts = new Set<string>()
  const startsWith = (key: string): void => {
    keyStarts.add(key.slice(0, 1)).add(key.slice(0, 2))
  }
  const bySerial = new Map<string, BookedInvoice[]>()
  const endings = new Map<number, { count: number; invoices: Map<string, Set<BookedInvoice>> }>()

  const invoiceOf = (customer: number, number: string): BookedInvoice => {
    const id = `${customer} ${number}`
    const known = invoices.get(id)
    if (known) return known
    const invoice: BookedInvoice = { customer, number, shape: shapeOf(number), items: [], amounts: [], settledOn: null }
    invoices.set(id, invoice)
    push(invoicesOf, customer, invoice)
    push(bySerial, invoice.shape.serial, invoice)
    for (const { key } of invoice.shape.keys) {
      push(invoicesByKey, key, invoice)
      startsWith(key)
    }
    patterns.set(invoice.shape.pattern, (patterns.get(invoice.shape.pattern) ?? 0) + 1)
    return invoice
  }

  const open = (item: OpenItem): void => {
    const pool = openByCustomer.get(item.customer)
    if (pool) {
      pool.list = [...pool.list, item]
      pool.sorted = false
    } else openByCustomer.set(item.customer, { list: [item], sorted: true })
  }

  const indexAmount = (item: OpenItem): void => {
    if (item.due === 0) return
    const same = openByAmount.get(item.due)
    if (same) same.add(item)
    else openByAmount.set(item.due, new Set([item]))
  }

  const seeAmount = (customer: number, amount: number): void => {
    amountsSeen.set(amount, (amountsSeen.get(amount) ?? 0) + 1)
    const own = `${customer} ${amount}`
    ownAmountsSeen.set(own, (ownAmountsSeen.get(own) ?? 0) + 1)
  }

  const addItems = (added: readonly BookedItem[]): void => {
    for (const booked of added) {
      if (items.has(booked.id)) continue
      const invoice = invoiceOf(booked.customer, booked.invoiceNumber)
      const days = { issuedOnDay: dayNumber(booked.issueDate), dueOnDay: dayNumber(booked.dueDate) }
      const item: OpenItem = { ...booked, ...days, invoice, due: booked.amountDue }
      items.set(item.id, item)
      invoice.items.push(item)
      invoice.amounts.push(item.amount)
      for (const reference of new Set(item.references.map(numberKey)))
        if (reference.length >= 3) {
          push(itemsByReference, reference, item)
          startsWith(reference)
        }
      if (item.paymentReference) push(itemsByPaymentReference, numberKey(item.paymentReference), item)
      seeAmount(item.customer, item.amount)
      if (item.due !== 0) open(item)
      indexAmount(item)
    }
  }

  const addSettled = (added: readonly SettledItem[]): void => {
    for (const { customer, invoiceNumber, amount, settledOn } of added) {
      const invoice = invoiceOf(customer, invoiceNumber)
      invoice.amounts.push(amount)
      if (invoice.settledOn === null || invoice.settledOn < settledOn) invoice.settledOn = settledOn
      seeAmount(customer, amount)
    }
  }

  const addCustomers = (added: readonly BookedCustomer[]): void => {
    for (const customer of added) {
      customers.set(customer.id, customer)
      if (customer.parent !== null) push(childrenOf, customer.parent, customer.id)
    }
  }

  const setDue: ItemBook['setDue'] = ({ item: id, due, on }) => {
    const item = items.get(id)
    if (!item) throw new Error(`Item ${id} is not in the books: add it before it is settled`)
    if (item.due === due) return
    openByAmount.get(item.due)?.delete(item)
    const pool = openByCustomer.get(item.customer)
    if (due === 0 && pool) pool.list = pool.list.filter((one) => one !== item)
    if (item.due === 0 && due !== 0) open(item)
    item.due = due
    if (due === 0) item.invoice.settledOn = on
    indexAmount(item)
  }

  const endingsOf = (customer: number): ReadonlyMap<string, ReadonlySet<BookedInvoice>> => {
    const all = invoicesOf.get(customer) ?? []
    const known = endings.get(customer)
    if (known?.count === all.length) return known.invoices
    const found = new Map<string, Set<BookedInvoice>>()
    for (const invoice of all) {
      const { digits, serial } = invoice.shape
      for (const ending of new Set([serial, ...[3, 4, 5].map((length) => withoutZeros(digits.slice(-length)))]))
        found.set(ending, (found.get(ending) ?? new Set()).add(invoice))
    }
    endings.set(customer, { count: all.length, invoices: found })
    return found
  }

  const settledAmong = (customer: number, digits: string): BookedInvoice[] =>
    [...(endingsOf(customer).get(withoutZeros(digits)) ?? [])].filter(({ items: own }) =>
      own.every(({ due }) => due === 0),
    )

  const settledEndingIn: ItemBook['settledEndingIn'] = (customer, digits) =>
    digits.length < 3 ? undefined : settledAmong(customer, digits)[0]

  const settledCounting: ItemBook['settledCounting'] = (customer, digits) =>
    settledAmong(customer, digits).find(({ shape }) => shape.serialStandsAlone && shape.serial === withoutZeros(digits))

  const lastSettled: ItemBook['lastSettled'] = (customer, amount) => {
    let last: CalendarDate | null = null
    if (!ownAmountsSeen.has(`${customer} ${amount}`)) return null
    for (const { amounts, items: own, settledOn } of invoicesOf.get(customer) ?? [])
      if (settledOn !== null && (last === null || last < settledOn) && amounts.includes(amount))
        if (own.every(({ due }) => due === 0)) last = settledOn
    return last
  }

  const settledStarting: ItemBook['settledStarting'] = (customer, key) =>
    invoicesOf
      .get(customer)
      ?.find(({ shape, items: own }) => shape.full.startsWith(key) && own.every(({ due }) => due === 0))

  const openCounting: ItemBook['openCounting'] = (digits, members) =>
    (bySerial.get(withoutZeros(digits)) ?? []).some(
      ({ customer, items: own }) => !members.includes(customer) && own.some(({ due }) => due !== 0),
    )

  const openOf = (customer: number): readonly OpenItem[] => {
    const pool = openByCustomer.get(customer)
    if (!pool) return []
    if (!pool.sorted) pool.list.sort(oldestFirst)
    pool.sorted = true
    return pool.list
  }

  addCustomers(books.customers)
  addItems(books.items)
  addSettled(books.settled)
  return {
    items,
    customers,
    childrenOf,
    openOf,
    invoicesByKey,
    keyStarts,
    itemsByReference,
    itemsByPaymentReference,
    openByAmount: (amount) => openByAmount.get(amount),
    amountSeenElsewhere: (amount, customer) =>
      (amountsSeen.get(amount) ?? 0) - (ownAmountsSeen.get(`${customer} ${amount}`) ?? 0),
    patterns,
    settledEndingIn,
    settledCounting,
    lastSettled,
    settledStarting,
    openCounting,
    invoiceCount: () => invoices.size,
    addItems,
    addSettled,
    addCustomers,
    setDue,
  }
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const some = map.get(key)
  if (some) some.push(value)
  else map.set(key, [value])
}
