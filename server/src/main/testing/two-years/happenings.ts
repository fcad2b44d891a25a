import { randomUUID } from 'node:crypto'
import { addDays, daysBetween } from '@quittance/core/calendar/calendar-date.ts'
import { bounce, creditOf, isLate, type OwnCustomer, type OwnItem, pay, stopOf } from './own-books.ts'
import { ask, dayOf, happens, type World } from './world.ts'

const days = { punctual: 0, slow: 20, verySlow: 75, never: 100_000 }

/** What this customer does on a day: pays, in one of the ways people pay, promises, complains, or nothing. */
export async function liveADay(world: World, customer: OwnCustomer): Promise<void> {
  const today = dayOf(world)
  const open = customer.items.filter(({ left }) => left > 0)
  const ripe = open.filter(
    ({ due, promisedFor }) =>
      promisedFor === today || daysBetween(due, today) >= days[customer.habit] + world.chance.below(15) - 4,
  )
  if (ripe.length > 0 && happens(world, 3)) await payInSomeWay(world, customer, ripe)
  const late = open.filter((item) => isLate(item, today) && stopOf(item, today) === null)
  const [first] = late
  if (first && happens(world, 60)) await promise(world, customer, first)
  if (first && happens(world, 150)) await dispute(world, customer, first)
  if (first && happens(world, 150)) await giveTime(world, customer, first)
  const free = late.filter((item) => stopOf(item, today) === null) // not promised or contested a moment ago
  if (free.length > 1 && happens(world, 250)) await agreeOnPlan(world, customer, free)
  for (const item of open)
    if (item.left > 0 && item.disputed !== null && happens(world, 20)) await resolve(world, customer, item)
  if (customer.paid.length > 0 && happens(world, 250)) await comeBack(world, customer)
  if (creditOf(customer) > 0 && open.length > 0 && happens(world, 6)) await allocateCredit(world, customer, open)
  await standStill(world, customer)
}

async function payInSomeWay(world: World, customer: OwnCustomer, ripe: readonly OwnItem[]): Promise<void> {
  const way = world.chance.below(20)
  const [first] = ripe
  if (!first) return
  if (way === 0) return enterPayment(world, customer, 500 + world.chance.below(50_000), [])
  if (way < 3)
    return enterPayment(world, customer, Math.ceil(first.left / 2), [
      { item: first, amount: Math.ceil(first.left / 2) },
    ])
  if (way < 5) {
    const parts = ripe.map((item) => ({ item, amount: item.left }))
    return enterPayment(
      world,
      customer,
      parts.reduce((sum, { amount }) => sum + amount, 0),
      parts,
    )
  }
  const rounded = way === 5 ? 200 : 0 // overpaid by two euros
  return enterPayment(world, customer, first.left + rounded, [{ item: first, amount: first.left }])
}

type Part = { readonly item: OwnItem; readonly amount: number }

async function enterPayment(world: World, customer: OwnCustomer, cents: number, parts: readonly Part[]): Promise<void> {
  const { id } = await ask<{ id: number }>(world, 'POST', '/api/v1/payments', {
    ...{
      customerId: customer.id,
      receivedOn: dayOf(world),
      means: 'transfer',
      reference: null,
      entryKey: randomUUID(),
    },
    amount: { amount: cents, currency: 'EUR' },
    allocations: parts.map(({ item, amount }) => ({ openItemId: item.id, amount })),
  })
  pay(customer, id, parts)
  const left = cents - parts.reduce((sum, { amount }) => sum + amount, 0)
  if (left > 0) customer.credits.push({ payment: id, left })
}

async function allocateCredit(world: World, customer: OwnCustomer, open: readonly OwnItem[]): Promise<void> {
  const credit = customer.credits.find(({ left }) => left > 0)
  const item = open.find(({ left, disputed, planned }) => left > 0 && disputed === null && !planned)
  if (!credit || !item) return
  const amount = Math.min(credit.left, item.left)
  const allocations = [{ openItemId: item.id, amount }]
  await ask(world, 'POST', `/api/v1/payments/${credit.payment}/allocations`, { allocations })
  credit.left -= amount
  const before = customer.paid.findIndex(({ payment }) => payment === credit.payment)
  const [old] = before < 0 ? [] : customer.paid.splice(before, 1)
  pay(customer, credit.payment, [{ item, amount }])
  customer.paid.push({ payment: credit.payment, parts: [...(old?.parts ?? []), ...(customer.paid.pop()?.parts ?? [])] })
}

/** The bank takes a payment back. */
async function comeBack(world: World, customer: OwnCustomer): Promise<void> {
  const { payment } = customer.paid[world.chance.below(customer.paid.length)] ?? { payment: 0 }
  await ask(world, 'POST', `/api/v1/payments/${payment}/reversal`, { reason: 'rejected', on: dayOf(world), note: null })
  bounce(customer, payment)
  const credit = customer.credits.find((one) => one.payment === payment)
  if (credit) credit.left = 0
}

async function promise(world: World, customer: OwnCustomer, item: OwnItem): Promise<void> {
  const promisedFor = addDays(dayOf(world), 1 + world.chance.below(12))
  await ask(world, 'POST', '/api/v1/promises', {
    ...{ customerId: customer.id, promisedFor, items: [item.id], note: null },
    amount: { amount: item.left, currency: 'EUR' },
  })
  item.promisedFor = promisedFor
  item.promised = item.left
}

async function dispute(world: World, customer: OwnCustomer, item: OwnItem): Promise<void> {
  const { id } = await ask<{ id: number }>(world, 'POST', '/api/v1/disputes', {
    ...{ customerId: customer.id, items: [item.id], reason: 'amount', note: null, ownerId: null },
  })
  item.disputed = id
}

async function resolve(world: World, _customer: OwnCustomer, item: OwnItem): Promise<void> {
  await ask(world, 'PUT', `/api/v1/disputes/${item.disputed}/resolution`, { resolution: 'Rien à corriger.' })
  item.disputed = null
}

/** Once for an invoice, and for all its due lines. */
async function giveTime(world: World, customer: OwnCustomer, { invoice }: OwnItem): Promise<void> {
  const lines = customer.items.filter((item) => item.invoice === invoice)
  if (lines.some(({ delayedUntil }) => delayedUntil !== null)) return
  const until = addDays(dayOf(world), 1 + world.chance.below(20))
  await ask(world, 'POST', `/api/v1/invoices/${invoice}/delays`, { until, reason: 'Le chantier a pris du retard.' })
  for (const line of lines) line.delayedUntil = until
}

async function agreeOnPlan(world: World, customer: OwnCustomer, late: readonly OwnItem[]): Promise<void> {
  const cents = late.reduce((sum, { left }) => sum + left, 0)
  const half = Math.floor(cents / 2)
  const { id } = await ask<{ id: number }>(world, 'POST', '/api/v1/payment-plans', {
    ...{ customerId: customer.id, items: late.map((item) => item.id), note: null },
    instalments: [half, cents - half].map((amount, at) => ({
      dueOn: addDays(dayOf(world), 20 + 30 * at),
      amount: { amount, currency: 'EUR' },
    })),
  })
  for (const item of late) item.planned = true
  world.plans.push({ id, items: late, endsOn: addDays(dayOf(world), 3 + world.chance.below(16)) })
}

/** Pauses and states that stop everything, and their end. */
async function standStill(world: World, customer: OwnCustomer): Promise<void> {
  const { id } = customer
  if (happens(world, 400)) {
    customer.pausedUntil = addDays(dayOf(world), 1 + world.chance.below(20))
    await ask(world, 'PUT', `/api/v1/customers/${id}/pause`, { until: customer.pausedUntil, note: null })
  }
  if (happens(world, 2500)) {
    customer.insolvent = true
    await ask(world, 'PATCH', `/api/v1/customers/${id}`, { insolvencyOn: dayOf(world) })
  }
  if (happens(world, 2500)) {
    customer.handedOver = true
    await ask(world, 'PATCH', `/api/v1/customers/${id}`, { handedOverOn: dayOf(world) })
  }
  if (happens(world, 1500)) {
    customer.refusesMail = true
    world.office.unknown.add(customer.email)
  }
}
