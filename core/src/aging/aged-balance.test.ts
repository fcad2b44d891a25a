import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, asDate, type CalendarDate } from '../calendar/calendar-date.ts'
import { asCurrency, type Money, money } from '../money/money.ts'
import { type AllocationFact, balances, reversalOf } from '../payments/ledger.ts'
import { type AgedBalance, type AgingFacts, agedBalance } from './aged-balance.ts'

const [EUR, USD] = [asCurrency('EUR'), asCurrency('USD')]
const eur = (amount: number) => money(amount, EUR)
const day = asDate

const anItem = (id: number, amount: Money, issueDate: string, dueDate: string, customer = 1) => ({
  id,
  customer,
  amount,
  issueDate: day(issueDate),
  dueDate: day(dueDate),
})
const aPayment = (id: number, amount: Money, receivedOn: string, customer = 1) => ({
  id,
  customer,
  amount,
  receivedOn: day(receivedOn),
})
const anAllocation = (id: number, item: number, payment: number, amount: Money, on: string): AllocationFact => ({
  id,
  item,
  from: { kind: 'payment', payment },
  amount,
  on: day(on),
})
const factsOf = (facts: Partial<AgingFacts>): AgingFacts => ({
  items: [],
  payments: [],
  paymentReversals: [],
  allocations: [],
  ...facts,
})

/** The plain numbers of a balance that are not zero. */
const inShort = ({ buckets, credits, total }: Omit<AgedBalance, 'currency' | 'customers'>) =>
  Object.fromEntries(
    [...Object.entries(buckets), ['credits', credits] as const, ['total', total] as const]
      .map(([name, { amount }]) => [name, amount] as const)
      .filter(([name, amount]) => amount !== 0 || name === 'total'),
  )
const euros = (facts: AgingFacts, on: string) => {
  const [balance] = agedBalance(facts, day(on))
  return balance && inShort(balance)
}

describe('aged balance', () => {
  it('files each open item by its days late on the day asked', () => {
    const facts = factsOf({
      items: [
        anItem(1, eur(100), '2026-08-01', '2026-08-24'),
        anItem(2, eur(200), '2026-08-01', '2026-08-25'),
        anItem(3, eur(400), '2026-08-01', '2026-09-24'),
        anItem(4, eur(800), '2026-08-01', '2026-10-24'),
        anItem(5, eur(1600), '2026-08-01', '2026-11-23'),
      ],
    })
    expect(euros(facts, '2026-11-23')).toEqual({
      d90plus: 100,
      d61_90: 200,
      d31_60: 400,
      d1_30: 800,
      notDue: 1600,
      total: 3100,
    })
    expect(agedBalance(facts, day('2026-11-23'))[0]?.items).toEqual({
      notDue: 1,
      d1_30: 1,
      d31_60: 1,
      d61_90: 1,
      d90plus: 1,
    })
  })

  it('does not know invoices issued later, nor payments received later', () => {
    const facts = factsOf({
      items: [anItem(1, eur(1000), '2026-10-01', '2026-10-31'), anItem(2, eur(500), '2026-11-20', '2026-12-20')],
      payments: [aPayment(9, eur(600), '2026-11-10')],
      allocations: [anAllocation(1, 1, 9, eur(600), '2026-11-10')],
    })
    expect(euros(facts, '2026-09-30')).toBeUndefined()
    expect(euros(facts, '2026-10-31')).toEqual({ notDue: 1000, total: 1000 })
    expect(euros(facts, '2026-11-09')).toEqual({ d1_30: 1000, total: 1000 })
    expect(euros(facts, '2026-11-10')).toEqual({ d1_30: 400, total: 400 })
    expect(euros(facts, '2026-11-20')).toEqual({ d1_30: 400, notDue: 500, total: 900 })
  })

  it('shows credits apart and deducts them from the total, not from a bucket', () => {
    const facts = factsOf({
      items: [anItem(1, eur(1000), '2026-10-01', '2026-10-31'), anItem(2, eur(-300), '2026-11-01', '2026-11-01')],
      payments: [aPayment(9, eur(250), '2026-11-05')],
    })
    expect(euros(facts, '2026-11-06')).toEqual({ d1_30: 1000, credits: 550, total: 450 })
  })

  it('keeps a credit until the day it is allocated', () => {
    const facts = factsOf({
      items: [anItem(1, eur(1000), '2026-10-01', '2026-10-31'), anItem(2, eur(-300), '2026-11-01', '2026-11-01')],
      allocations: [{ id: 1, item: 1, from: { kind: 'creditNote', item: 2 }, amount: eur(300), on: day('2026-11-15') }],
    })
    expect(euros(facts, '2026-11-14')).toEqual({ d1_30: 1000, credits: 300, total: 700 })
    expect(euros(facts, '2026-11-15')).toEqual({ d1_30: 700, total: 700 })
  })

  it('counts a deposit received before its invoice as credit until the invoice exists', () => {
    const facts = factsOf({
      items: [anItem(1, eur(1000), '2026-11-10', '2026-12-10')],
      payments: [aPayment(9, eur(300), '2026-11-01')],
      allocations: [anAllocation(1, 1, 9, eur(300), '2026-11-01')],
    })
    expect(euros(facts, '2026-11-05')).toEqual({ credits: 300, total: -300 })
    expect(euros(facts, '2026-11-10')).toEqual({ notDue: 700, total: 700 })
  })

  it('owes a bounced payment again from the day it bounced, at the age of its due date', () => {
    const paid = anAllocation(1, 1, 9, eur(1000), '2026-11-05')
    const facts = factsOf({
      items: [anItem(1, eur(1000), '2026-09-01', '2026-10-01')],
      payments: [aPayment(9, eur(1000), '2026-11-05')],
      paymentReversals: [{ payment: 9, on: day('2026-11-12') }],
      allocations: [paid, reversalOf(paid, { id: 2, on: day('2026-11-12') })],
    })
    expect(euros(facts, '2026-11-11')).toBeUndefined()
    expect(euros(facts, '2026-11-12')).toEqual({ d31_60: 1000, total: 1000 })
  })

  it('stands apart by currency and by customer', () => {
    const facts = factsOf({
      items: [
        anItem(1, money(70, USD), '2026-10-01', '2026-10-31', 2),
        anItem(2, eur(100), '2026-10-01', '2026-10-31', 2),
        anItem(3, eur(50), '2026-10-01', '2026-12-31', 1),
      ],
    })
    const found = agedBalance(facts, day('2026-11-23')).map((balance) => ({
      currency: balance.currency,
      ...inShort(balance),
      customers: balance.customers.map((customer) => [customer.customer, inShort(customer)]),
    }))
    expect(found).toEqual([
      {
        currency: 'EUR',
        notDue: 50,
        d1_30: 100,
        total: 150,
        customers: [
          [1, { notDue: 50, total: 50 }],
          [2, { d1_30: 100, total: 100 }],
        ],
      },
      { currency: 'USD', d1_30: 70, total: 70, customers: [[2, { d1_30: 70, total: 70 }]] },
    ])
  })

  it('is what the facts leave at that date: buckets less credits, for any facts and any day', () => {
    const start = day('2026-01-01')
    const date = fc.nat(300).map((days): CalendarDate => addDays(start, days))
    const amount = fc
      .record({ amount: fc.integer({ min: 1, max: 5000 }), currency: fc.constantFrom(EUR, USD) })
      .map((m) => money(m.amount, m.currency))
    const facts = fc
      .record({
        items: fc.array(
          fc.record({ amount, issueDate: date, delay: fc.nat(120), isCredit: fc.boolean(), customer: fc.nat(3) }),
        ),
        payments: fc.array(fc.record({ amount, receivedOn: date, customer: fc.nat(3) })),
        links: fc.array(fc.record({ item: fc.nat(20), payment: fc.nat(20), amount: fc.nat(3000), on: date })),
      })
      .map(({ items, payments, links }) => linked({ items, payments, links }))
    fc.assert(
      fc.property(facts, date, (made, on) => {
        const { amountDue, unallocated } = balances(made, on)
        for (const currency of [EUR, USD]) {
          const of = (amounts: Iterable<Money>) =>
            [...amounts].filter((m) => m.currency === currency).reduce((sum, m) => sum + m.amount, 0)
          const balance = agedBalance(made, on).find((each) => each.currency === currency)
          const inBuckets = balance ? of(Object.values(balance.buckets)) - balance.credits.amount : 0
          expect(inBuckets).toBe(of(amountDue.values()) - of(unallocated.values()))
          expect(balance?.total.amount ?? 0).toBe(inBuckets)
          expect(of(balance?.customers.map((customer) => customer.total) ?? [])).toBe(inBuckets)
        }
      }),
    )
  })
})

interface Drawn {
  readonly items: readonly {
    amount: Money
    issueDate: CalendarDate
    delay: number
    isCredit: boolean
    customer: number
  }[]
  readonly payments: readonly { amount: Money; receivedOn: CalendarDate; customer: number }[]
  readonly links: readonly { item: number; payment: number; amount: number; on: CalendarDate }[]
}

/** Facts as the database lets them be: an allocation joins a debt and a payment of one currency. */
function linked({ items, payments, links }: Drawn): AgingFacts {
  const allocations = links.flatMap(({ item, payment, amount, on }, id): AllocationFact[] => {
    const [debt, source] = [items[item], payments[payment]]
    if (!debt || !source || debt.isCredit || debt.amount.currency !== source.amount.currency || amount === 0) return []
    return [{ id, item, from: { kind: 'payment', payment }, amount: money(amount, debt.amount.currency), on }]
  })
  return factsOf({
    items: items.map(({ amount, issueDate, delay, isCredit, customer }, id) => ({
      id,
      customer,
      amount: isCredit ? money(-amount.amount, amount.currency) : amount,
      issueDate,
      dueDate: addDays(issueDate, delay),
    })),
    payments: payments.map((payment, id) => ({ id, ...payment })),
    allocations,
  })
}
