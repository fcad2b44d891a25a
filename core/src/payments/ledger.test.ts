import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, asDate, type CalendarDate } from '../calendar/calendar-date.ts'
import { asCurrency, type Money, money } from '../money/money.ts'
import { checkAllocation } from './allocation.ts'
import {
  type AllocationFact,
  allocationsInForce,
  type Balances,
  balances,
  type LedgerFacts,
  reversalOf,
} from './ledger.ts'

const [EUR, USD] = [asCurrency('EUR'), asCurrency('USD')]
const eur = (amount: number) => money(amount, EUR)
const day = asDate('2026-11-02')

const noFacts: LedgerFacts = { items: [], payments: [], paymentReversals: [], allocations: [] }

describe('what the facts leave', () => {
  const paid: AllocationFact = { id: 1, item: 1, from: { kind: 'payment', payment: 5 }, amount: eur(600), on: day }
  const facts: LedgerFacts = {
    ...noFacts,
    items: [
      { id: 1, amount: eur(1000), issueDate: asDate('2026-10-01') },
      { id: 2, amount: eur(-300), issueDate: asDate('2026-10-20') },
    ],
    payments: [{ id: 5, amount: eur(700), receivedOn: day }],
    allocations: [
      paid,
      { id: 2, item: 1, from: { kind: 'creditNote', item: 2 }, amount: eur(250), on: day },
      { id: 3, item: 1, from: { kind: 'difference', reason: 'bankFee' }, amount: eur(5), on: day },
    ],
  }
  const inCents = ({ amountDue, unallocated }: Balances) => ({
    due: Object.fromEntries([...amountDue].map(([id, left]) => [id, left.amount])),
    unallocated: Object.fromEntries([...unallocated].map(([id, left]) => [id, left.amount])),
  })

  it('is the amount less payments, credit notes and differences', () => {
    expect(inCents(balances(facts))).toEqual({ due: { 1: 145, 2: -50 }, unallocated: { 5: 100 } })
  })

  it('is as before once an allocation is reversed', () => {
    const reversed = { ...facts, allocations: [...facts.allocations, reversalOf(paid, { id: 4, on: day })] }
    expect(inCents(balances(reversed))).toEqual({ due: { 1: 745, 2: -50 }, unallocated: { 5: 700 } })
    expect(allocationsInForce(reversed.allocations).map((allocation) => allocation.id)).toEqual([2, 3])
  })

  it('gives no credit for a payment that bounced', () => {
    const bounced = {
      ...facts,
      allocations: [...facts.allocations, reversalOf(paid, { id: 4, on: day })],
      paymentReversals: [{ payment: 5, on: day }],
    }
    expect(inCents(balances(bounced))).toEqual({ due: { 1: 745, 2: -50 }, unallocated: { 5: 0 } })
  })

  it('is what it was on an earlier day', () => {
    expect(inCents(balances(facts, asDate('2026-09-30')))).toEqual({ due: {}, unallocated: {} })
    expect(inCents(balances(facts, asDate('2026-10-05')))).toEqual({ due: { 1: 1000 }, unallocated: {} })
    expect(inCents(balances(facts, asDate('2026-11-01')))).toEqual({ due: { 1: 1000, 2: -300 }, unallocated: {} })
    expect(balances(facts, day)).toEqual(balances(facts))
  })

  it('does not let a reversal count before what it reverses', () => {
    const payments = [{ id: 5, amount: eur(700), receivedOn: addDays(day, -12) }]
    const early = { ...facts, payments, allocations: [paid, reversalOf(paid, { id: 4, on: addDays(day, -10) })] }
    expect(inCents(balances(early, addDays(day, -1))).due).toEqual({ 1: 1000, 2: -300 })
    expect(inCents(balances(early, day)).due).toEqual({ 1: 1000, 2: -300 })
  })

  it('stops on an allocation across currencies', () => {
    const wrong = { ...facts, allocations: [{ ...paid, amount: money(1, USD) }] }
    expect(() => balances(wrong)).toThrow(/USD/)
  })
})

describe('whatever is paid, allocated and reversed, in any order', () => {
  it('no cent is lost, no item is overpaid and no payment is spent twice', () => {
    fc.assert(
      fc.property(commands, (drawn) => {
        const facts = drawn.reduce(obey, opening)
        const { amountDue, unallocated } = balances(facts)
        for (const { id, amount } of facts.items) {
          const left = amountDue.get(id)?.amount ?? Number.NaN
          expect(left >= Math.min(0, amount.amount) && left <= Math.max(0, amount.amount)).toBe(true)
        }
        const reversed = new Set(facts.paymentReversals.map((reversal) => reversal.payment))
        for (const { id, amount } of facts.payments) {
          const left = unallocated.get(id)?.amount ?? Number.NaN
          expect(left >= 0 && left <= (reversed.has(id) ? 0 : amount.amount)).toBe(true)
        }
        for (const currency of [EUR, USD]) {
          const received = facts.payments.filter((payment) => !reversed.has(payment.id)).map(({ amount }) => amount)
          const closed = allocationsInForce(facts.allocations).filter(({ from }) => from.kind === 'difference')
          const issued = sum(
            currency,
            facts.items.map(({ amount }) => amount),
          )
          const left = sum(currency, amountDue.values()) - sum(currency, unallocated.values())
          expect(left).toBe(
            issued -
              sum(currency, received) -
              sum(
                currency,
                closed.map(({ amount }) => amount),
              ),
          )
        }
      }),
    )
  })

  it('reversing everything returns to the start', () => {
    fc.assert(
      fc.property(commands, (drawn) => {
        const facts = drawn.reduce(obey, opening)
        const undone = reverseAll(facts, () => true)
        const all = { ...undone, paymentReversals: facts.payments.map(({ id }) => ({ payment: id, on: day })) }
        expect(balances(all).amountDue).toEqual(balances(opening).amountDue)
        expect([...balances(all).unallocated.values()].every((left) => left.amount === 0)).toBe(true)
        expect(allocationsInForce(all.allocations)).toEqual([])
      }),
    )
  })

  it('the order in which facts are read changes nothing', () => {
    fc.assert(
      fc.property(commands, (drawn) => {
        const facts = drawn.reduce(obey, opening)
        const backwards = { ...facts, allocations: facts.allocations.toReversed() }
        expect(balances(backwards)).toEqual(balances(facts))
      }),
    )
  })
})

const opening: LedgerFacts = {
  ...noFacts,
  items: [eur(1000), eur(250), eur(-400), money(800, USD), money(-100, USD), eur(1)].map((amount, id) => ({
    id,
    amount,
    issueDate: asDate('2026-10-01'),
  })),
}

type Command =
  | { readonly does: 'pay'; readonly amount: Money; readonly on: CalendarDate }
  | { readonly does: 'allocate'; readonly from: number; readonly item: number; readonly amount: number }
  | { readonly does: 'useCredit'; readonly from: number; readonly item: number; readonly amount: number }
  | { readonly does: 'closeGap'; readonly item: number; readonly amount: number }
  | { readonly does: 'undo' | 'bounce'; readonly which: number }

const [which, item, cents] = [fc.nat(20), fc.nat(5), fc.integer({ min: -10, max: 1200 })]
const commands = fc.array(
  fc.oneof<fc.Arbitrary<Command>[]>(
    fc.record({
      does: fc.constant('pay'),
      amount: fc.tuple(fc.integer({ min: 1, max: 2000 }), fc.constantFrom(EUR, USD)).map(([n, c]) => money(n, c)),
      on: fc.nat(60).map((days) => addDays(day, days)),
    }),
    fc.record({ does: fc.constant('allocate'), from: fc.nat(4), item, amount: cents }),
    fc.record({ does: fc.constant('useCredit'), from: fc.constantFrom(2, 4), item, amount: cents }),
    fc.record({ does: fc.constant('closeGap'), item, amount: fc.integer({ min: 1, max: 10 }) }),
    fc.record({ does: fc.constantFrom('undo', 'bounce'), which }),
  ),
  { maxLength: 40 },
)

const sum = (currency: string, amounts: Iterable<Money>): number =>
  [...amounts].filter((amount) => amount.currency === currency).reduce((all, { amount }) => all + amount, 0)

/** Does what the product does: asks the check, writes the facts if nothing is refused. */
function obey(facts: LedgerFacts, command: Command): LedgerFacts {
  const { amountDue, unallocated } = balances(facts)
  switch (command.does) {
    case 'pay': {
      const payment = { id: facts.payments.length, amount: command.amount, receivedOn: command.on }
      return { ...facts, payments: [...facts.payments, payment] }
    }
    case 'allocate': {
      const left = unallocated.get(command.from)
      return left ? allocate(facts, left, { kind: 'payment', payment: command.from }, command) : facts
    }
    case 'useCredit': {
      const credit = amountDue.get(command.from)
      const left = credit && money(-credit.amount, credit.currency)
      return left ? allocate(facts, left, { kind: 'creditNote', item: command.from }, command) : facts
    }
    case 'closeGap': {
      const due = amountDue.get(command.item)
      return due ? allocate(facts, due, { kind: 'difference', reason: 'rounding' }, command) : facts
    }
    case 'undo': {
      const chosen = allocationsInForce(facts.allocations)[command.which]
      return reverseAll(facts, (allocation) => allocation === chosen)
    }
    case 'bounce': {
      const payment = facts.payments[command.which]
      if (!payment || facts.paymentReversals.some((reversal) => reversal.payment === payment.id)) return facts
      const freed = reverseAll(facts, ({ from }) => from.kind === 'payment' && from.payment === payment.id)
      return { ...freed, paymentReversals: [...facts.paymentReversals, { payment: payment.id, on: day }] }
    }
  }
}

function allocate(
  facts: LedgerFacts,
  left: Money,
  from: AllocationFact['from'],
  wanted: { readonly item: number; readonly amount: number },
): LedgerFacts {
  const family = { customer: 1, parent: null, legalEntity: 1 }
  const amount = money(wanted.amount, left.currency)
  const items = [...balances(facts).amountDue].map(([id, amountDue]) => ({ id, amountDue, dueDate: day, ...family }))
  const lines = [{ item: wanted.item, amount }]
  if (checkAllocation({ source: { ...family, left }, lines, items }).length > 0) return facts
  const added = { id: facts.allocations.length, item: wanted.item, from, amount, on: day }
  return { ...facts, allocations: [...facts.allocations, added] }
}

function reverseAll(facts: LedgerFacts, chosen: (allocation: AllocationFact) => boolean): LedgerFacts {
  const reversals = allocationsInForce(facts.allocations)
    .filter(chosen)
    .map((allocation, index) => reversalOf(allocation, { id: facts.allocations.length + index, on: day }))
  return { ...facts, allocations: [...facts.allocations, ...reversals] }
}
