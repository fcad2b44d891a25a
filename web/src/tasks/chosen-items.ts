import { asCurrency, type Money, money, sumByCurrency } from '@quittance/core/money/money.ts'
import type { DueLine } from '../promises/TickedItems.tsx'
import type { Task } from './api.ts'

/** All of them ticked: an outcome is about everything until a person says otherwise. */
export const allItems = (items: Task['items']): ReadonlySet<number> => new Set(items.map(({ id }) => id))

/** As they are ticked. */
export const dueLinesOf = (items: Task['items']): DueLine[] =>
  items.map(({ id, invoiceNumber, dueDate, amountDue }) => ({ id, number: invoiceNumber, dueDate, amountDue }))

/** What is left of those ticked, one sum a currency. */
export const sumOf = (items: Task['items'], chosen: ReadonlySet<number>): Money[] =>
  sumByCurrency(
    items
      .filter(({ id }) => chosen.has(id))
      .map(({ amountDue }) => money(amountDue.amount, asCurrency(amountDue.currency))),
  )

/** As the server takes them: left out when all are meant, so that what was added meanwhile is in too. */
export const itemsAsked = (items: Task['items'], chosen: ReadonlySet<number>): { items?: number[] } =>
  chosen.size === items.length ? {} : { items: [...chosen] }
