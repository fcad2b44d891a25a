import type { CalendarDate } from '../calendar/calendar-date.ts'
import { type Currency, type Money, money } from '../money/money.ts'
import { balances, type ItemFact, type LedgerFacts, type PaymentFact } from '../payments/ledger.ts'
import { type AgingBucket, agingBucketOf, agingBuckets } from './bucket.ts'

export interface AgedAmounts {
  readonly buckets: Readonly<Record<AgingBucket, Money>>
  /** What the customer has in hand: payments not allocated and credit notes not used up. Positive. */
  readonly credits: Money
  /** The buckets less the credits. */
  readonly total: Money
  /** How many open items stand in each bucket. */
  readonly items: Readonly<Record<AgingBucket, number>>
}

export interface AgedBalance extends AgedAmounts {
  readonly currency: Currency
  /** By customer id; those who owe nothing and hold nothing in this currency are not there. */
  readonly customers: readonly (AgedAmounts & { readonly customer: number })[]
}

export interface AgingFacts extends LedgerFacts {
  readonly items: readonly (ItemFact & { readonly customer: number; readonly dueDate: CalendarDate })[]
  readonly payments: readonly (PaymentFact & { readonly customer: number })[]
}

/**
 * What each customer owed at the end of that day, by age, one balance a currency in the order of the codes. An item
 * issued later does not exist yet; a payment, allocation or reversal dated later has not happened. Credits have no age:
 * unallocated payments and unused credit notes stand apart, in `credits`, and are deducted from the total, not from a
 * bucket, because nobody has said yet which debt they settle.
 */
export function agedBalance(facts: AgingFacts, on: CalendarDate): AgedBalance[] {
  const { amountDue, unallocated } = balances(facts, on)
  const drafts: DraftsByCurrency = new Map()
  for (const { id, customer, dueDate } of facts.items) {
    const left = amountDue.get(id)
    if (!left || left.amount === 0) continue
    const draft = draftOf(drafts, left.currency, customer)
    if (left.amount < 0) draft.credits -= left.amount
    else addDebt(draft, agingBucketOf({ dueDate, today: on }), left.amount)
  }
  for (const { id, customer } of facts.payments) {
    const left = unallocated.get(id)
    if (left && left.amount !== 0) draftOf(drafts, left.currency, customer).credits += left.amount
  }
  return [...drafts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([currency, byCustomer]) => ({
      currency,
      ...amountsOf(sumOf(byCustomer.values()), currency),
      customers: [...byCustomer]
        .sort(([a], [b]) => a - b)
        .map(([customer, draft]) => ({ customer, ...amountsOf(draft, currency) })),
    }))
}

/** Amounts in the smallest unit of the currency it is filed under. */
interface Draft {
  readonly buckets: Record<AgingBucket, number>
  readonly items: Record<AgingBucket, number>
  credits: number
}

type DraftsByCurrency = Map<Currency, Map<number, Draft>>

const nothing = (): Record<AgingBucket, number> => ({ notDue: 0, d1_30: 0, d31_60: 0, d61_90: 0, d90plus: 0 })

const emptyDraft = (): Draft => ({ buckets: nothing(), items: nothing(), credits: 0 })

function draftOf(drafts: DraftsByCurrency, currency: Currency, customer: number): Draft {
  const byCustomer = drafts.get(currency) ?? new Map<number, Draft>()
  drafts.set(currency, byCustomer)
  const draft = byCustomer.get(customer) ?? emptyDraft()
  byCustomer.set(customer, draft)
  return draft
}

function addDebt(draft: Draft, bucket: AgingBucket, amount: number): void {
  draft.buckets[bucket] += amount
  draft.items[bucket] += 1
}

function sumOf(drafts: Iterable<Draft>): Draft {
  const sum = emptyDraft()
  for (const draft of drafts) {
    for (const bucket of agingBuckets) {
      sum.buckets[bucket] += draft.buckets[bucket]
      sum.items[bucket] += draft.items[bucket]
    }
    sum.credits += draft.credits
  }
  return sum
}

function amountsOf({ buckets, items, credits }: Draft, currency: Currency): AgedAmounts {
  const of = (amount: number): Money => money(amount, currency)
  const debts = agingBuckets.reduce((sum, bucket) => sum + buckets[bucket], 0)
  return {
    buckets: {
      notDue: of(buckets.notDue),
      d1_30: of(buckets.d1_30),
      d31_60: of(buckets.d31_60),
      d61_90: of(buckets.d61_90),
      d90plus: of(buckets.d90plus),
    },
    credits: of(credits),
    total: of(debts - credits),
    items,
  }
}
