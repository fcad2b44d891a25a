import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'

/** A due line as the world knows it, without asking the program. Amounts in cents. */
export interface OwnItem {
  readonly id: number
  readonly invoice: number
  readonly number: string
  readonly due: CalendarDate
  left: number
  /** The dispute about it; it sleeps while nothing is left to pay, and wakes when a payment comes back. */
  disputed: number | null
  promisedFor: CalendarDate | null
  /** The amount of that promise: a message may say that it did not come. */
  promised: number
  planned: boolean
  pausedUntil: CalendarDate | null
  /** More time granted: nothing is asked up to that day, and steps count from it. */
  delayedUntil: CalendarDate | null
}

/** How long after the due date a customer pays, in days; null: never by itself. */
export type Habit = 'punctual' | 'slow' | 'verySlow' | 'never'

export interface OwnCustomer {
  readonly id: number
  readonly name: string
  /** The address in use, after so many corrections. */
  email: string
  addresses: number
  readonly habit: Habit
  readonly items: OwnItem[]
  /** Payments received that pay nothing yet: id and cents left. */
  readonly credits: { readonly payment: number; left: number }[]
  /** What was paid and may still bounce. */
  readonly paid: { readonly payment: number; readonly parts: readonly { item: OwnItem; amount: number }[] }[]
  pausedUntil: CalendarDate | null
  insolvent: boolean
  handedOver: boolean
  /** Its mail server says that nobody has this address. */
  refusesMail: boolean
  setAsideUntil: CalendarDate | null
  /** A mobile, in the form in which a gateway is asked. */
  readonly phone: string | null
  /** Answers that nobody of the firm has read. */
  readonly unread: number[]
  contacts: CalendarDate[]
}

/** All that exists outside the program. */
export interface OwnBooks {
  readonly customers: Map<number, OwnCustomer>
  lastNumber: number
}

/** Whose address or mobile it is: each customer has a domain and a number of its own. */
export const byAddress = (books: OwnBooks, address: string): OwnCustomer | undefined =>
  [...books.customers.values()].find(({ email, phone }) => email === address || phone === address)

export const creditOf = ({ credits }: OwnCustomer): number => credits.reduce((sum, { left }) => sum + left, 0)

type Stop = 'paid' | 'dispute' | 'promise' | 'plan' | 'delay' | 'paused'

/** Why nobody may ask for this due line on that day; null when it may be asked for. A pause until D ends on D. */
export function stopOf(item: OwnItem, day: CalendarDate): Stop | null {
  if (item.left <= 0) return 'paid'
  if (item.disputed !== null) return 'dispute'
  if (item.promisedFor !== null && item.promisedFor >= day) return 'promise'
  if (item.planned) return 'plan'
  if (item.delayedUntil !== null && item.delayedUntil >= day) return 'delay'
  return item.pausedUntil !== null && item.pausedUntil > day ? 'paused' : null
}

/** The day from which steps count. */
export const countsFrom = ({ due, delayedUntil }: OwnItem): CalendarDate =>
  delayedUntil !== null && delayedUntil > due ? delayedUntil : due

export const isLate = ({ due, left }: OwnItem, day: CalendarDate): boolean => left > 0 && due < day

/** Money came for these lines: what is left is less, to the cent. */
export function pay(customer: OwnCustomer, payment: number, parts: readonly { item: OwnItem; amount: number }[]): void {
  for (const { item, amount } of parts) item.left -= amount
  customer.paid.push({ payment, parts })
}

/** It came back: the lines are owed again. */
export function bounce(customer: OwnCustomer, payment: number): void {
  const at = customer.paid.findIndex((one) => one.payment === payment)
  const [gone] = at < 0 ? [] : customer.paid.splice(at, 1)
  for (const { item, amount } of gone?.parts ?? []) item.left += amount
}
