import { addDays } from '@quittance/core/calendar/calendar-date.ts'
import type { Habit, OwnCustomer } from './own-books.ts'
import { ask, dayOf, happens, type World } from './world.ts'

const habits: readonly [Habit, ...Habit[]] = ['punctual', 'punctual', 'slow', 'slow', 'slow', 'verySlow', 'never']

/** A new customer, with an address that reads mail. */
export async function addCustomer(world: World): Promise<void> {
  const at = world.books.customers.size + 1
  const name = `Client ${at}`
  const email = `compta@client-${at}.example`
  const phone = world.chance.below(2) === 0 ? `+336${String(10_000_000 + at)}` : null
  const postal = { addressLine1: `${at} rue des Lilas`, postcode: '71100', city: 'Chalon-sur-Saône' }
  const { id } = await ask<{ id: number }>(world, 'POST', '/api/v1/customers', {
    ...{ code: `C-${at}`, name, language: 'fr' },
    ...(world.chance.below(3) > 0 && postal),
  })
  await ask(world, 'POST', `/api/v1/customers/${id}/contacts`, {
    lastName: 'Gauthier',
    email,
    receivesReminders: true,
    phone,
  })
  world.books.customers.set(id, {
    ...{
      id,
      name,
      email,
      addresses: 1,
      habit: world.chance.oneOf(habits),
      items: [],
      credits: [],
      paid: [],
      contacts: [],
    },
    ...{ pausedUntil: null, insolvent: false, handedOver: false, refusesMail: false, setAsideUntil: null },
    ...{ phone, unread: [] },
  })
}

/** An invoice of one or two due lines, of that day or of so many days ago. */
export async function invoiceCustomer(world: World, customer: OwnCustomer, daysAgo = 0): Promise<void> {
  const { books, chance } = world
  const issued = addDays(dayOf(world), -daysAgo)
  books.lastNumber += 1
  const number = `F-${String(books.lastNumber).padStart(5, '0')}`
  const cents = 1_000 + chance.below(900_000)
  const terms = chance.oneOf([0, 15, 30, 30, 45, 60])
  const halves = happens(world, 12)
  const amounts = halves ? [Math.floor(cents / 2), cents - Math.floor(cents / 2)] : [cents]
  const dueLines = amounts.map((amount, part) => ({ dueDate: addDays(issued, terms + 30 * part), amount }))
  const { id } = await ask<{ id: number }>(world, 'POST', '/api/v1/invoices', {
    ...{ customerId: customer.id, number, issueDate: issued, dueLines },
    total: { amount: cents, currency: 'EUR' },
  })
  const { items } = await ask<{ items: { id: number; dueDate: string }[] }>(world, 'GET', `/api/v1/invoices/${id}`)
  for (const { dueDate, amount } of dueLines) {
    const line = items.find((one) => one.dueDate === dueDate)
    if (!line) throw new Error(`${number} has no line due on ${dueDate}`)
    customer.items.push({
      ...{ id: line.id, invoice: id, number, due: dueDate, left: amount },
      ...{ disputed: null, promisedFor: null, promised: 0, planned: false, pausedUntil: null, delayedUntil: null },
    })
  }
}
