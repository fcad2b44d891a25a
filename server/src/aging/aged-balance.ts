import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import type { Db } from '../platform/database/db.ts'
import { type AgedRow, agedOn, agedToday, customerNames } from './queries.ts'

const buckets = ['notDue', 'd1_30', 'd31_60', 'd61_90', 'd90plus'] as const
type Bucket = (typeof buckets)[number]
type Amounts = Record<Bucket | 'credits' | 'total', number>

/** The aged balance of the whole organisation: today from what is kept, any other day from the facts. */
export async function agedBalance(db: Db, on: CalendarDate, today: CalendarDate) {
  const rows = on === today ? await agedToday(db, today) : await agedOn(db, on)
  const names = new Map(
    (await customerNames(db, [...new Set(rows.map((row) => row.customer))])).map((row) => [row.id, row]),
  )
  const currencies = Map.groupBy(rows, (row) => row.currency)
  return {
    on,
    currencies: [...currencies].map(([currency, own]) => ({
      currency,
      totals: sumOf(own),
      items: itemsOf(own),
      customers: own.map((row) => {
        const { name = '', code = '' } = names.get(row.customer) ?? {}
        return { id: row.customer, name, code, ...amountsOf(row) }
      }),
    })),
  }
}

function amountsOf(row: AgedRow): Amounts {
  const { notDue, d1_30, d31_60, d61_90, d90plus, credits } = row
  return {
    notDue,
    d1_30,
    d31_60,
    d61_90,
    d90plus,
    credits,
    total: notDue + d1_30 + d31_60 + d61_90 + d90plus - credits,
  }
}

function sumOf(rows: readonly AgedRow[]): Amounts {
  const sum: Amounts = { notDue: 0, d1_30: 0, d31_60: 0, d61_90: 0, d90plus: 0, credits: 0, total: 0 }
  for (const row of rows) {
    const own = amountsOf(row)
    for (const key of [...buckets, 'credits', 'total'] as const) sum[key] += own[key]
  }
  return sum
}

function itemsOf(rows: readonly AgedRow[]): Record<Bucket, number> {
  const items: Record<Bucket, number> = { notDue: 0, d1_30: 0, d31_60: 0, d61_90: 0, d90plus: 0 }
  for (const row of rows) for (const bucket of buckets) items[bucket] += row[`${bucket}Items`]
  return items
}
