import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { catchUpBalances } from '../customers/balances.ts'
import type { Db } from '../platform/database/db.ts'
import { AppError } from '../platform/http/app-error.ts'
import { type AgedRow, agedFromBalances, agedFromFacts, hasFactsAfter } from './queries.ts'

const buckets = ['notDue', 'd1_30', 'd31_60', 'd61_90', 'd90plus'] as const
type Bucket = (typeof buckets)[number]
type Amounts = Record<Bucket | 'credits' | 'total', number>

export interface AgedBalance {
  readonly on: CalendarDate
  readonly currencies: {
    readonly currency: string
    readonly totals: Amounts
    readonly items: Record<Bucket, number>
    /** Largest total first. */
    readonly customers: (Amounts & { readonly id: number; readonly name: string; readonly code: string })[]
  }[]
}

/**
 * What each customer owed at the end of that day, by age, smallest units. Today comes from the balances kept beside
 * the open items, any other day from the facts; so does today when some fact is dated later. Refuses a day to come.
 */
export async function agedBalance(
  db: Db,
  { on, today }: { on: CalendarDate; today: CalendarDate },
): Promise<AgedBalance> {
  if (on > today) throw dayToCome()
  return { on, currencies: byCurrency(await rowsOn(db, on, today)) }
}

async function rowsOn(db: Db, on: CalendarDate, today: CalendarDate): Promise<AgedRow[]> {
  if (on < today) return agedFromFacts(db, on)
  await catchUpBalances(db, today)
  return (await hasFactsAfter(db, today)) ? agedFromFacts(db, today) : agedFromBalances(db)
}

function byCurrency(rows: readonly AgedRow[]): AgedBalance['currencies'] {
  const found = new Map<string, AgedRow[]>()
  for (const row of rows) {
    const known = found.get(row.currency)
    if (known) known.push(row)
    else found.set(row.currency, [row])
  }
  return [...found].map(([currency, customers]) => ({
    currency,
    totals: sumOf(customers),
    items: countOf(customers),
    customers: customers.map(({ id, name, code, notDue, d1_30, d31_60, d61_90, d90plus, credits, total }) => {
      return { id, name, code, notDue, d1_30, d31_60, d61_90, d90plus, credits, total }
    }),
  }))
}

function sumOf(rows: readonly AgedRow[]): Amounts {
  const sum: Amounts = { notDue: 0, d1_30: 0, d31_60: 0, d61_90: 0, d90plus: 0, credits: 0, total: 0 }
  for (const row of rows) for (const part of [...buckets, 'credits', 'total'] as const) sum[part] += row[part]
  return sum
}

function countOf(rows: readonly AgedRow[]): Record<Bucket, number> {
  const count = { notDue: 0, d1_30: 0, d31_60: 0, d61_90: 0, d90plus: 0 }
  for (const { items } of rows) {
    for (const [index, bucket] of buckets.entries()) count[bucket] += items[index] ?? 0
  }
  return count
}

const dayToCome = () =>
  new AppError('dayToCome', 422, {
    fr: 'Ce jour n’est pas encore passé : choisissez aujourd’hui ou un jour passé.',
    en: 'This day is still to come: choose today or a day in the past.',
  })
