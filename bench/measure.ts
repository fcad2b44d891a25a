import { asDate, type CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { agedBalance } from '@quittance/server/aging/aged-balance.ts'
import { catchUpBalances } from '@quittance/server/customers/balances.ts'
import { customerPage } from '@quittance/server/customers/customer-page.ts'
import { historyOf } from '@quittance/server/customers/history.ts'
import { dailyRun, decideAgain } from '@quittance/server/dunning/run/daily-run.ts'
import { listItems } from '@quittance/server/invoices/list-items.ts'
import { enterPayment } from '@quittance/server/payments/enter-payment.ts'
import { type Db, transaction } from '@quittance/server/platform/database/db.ts'
import { sql } from '@quittance/server/platform/database/sql.ts'
import { fillCompany, sizeOf } from './company.ts'
import { type BenchDatabase, openBench } from './database.ts'
import { openDesk } from './desk.ts'
import { liveOn } from './everyday-life.ts'
import { type ListFigure, measureLists } from './measure-lists.ts'
import { agedBalanceByHand, dailyRunByHand, timedAndUndone } from './plain-sql.ts'
import { best, median, peakMemoryMb, timed } from './stopwatch.ts'

/** Milliseconds, megabytes and counts of one size. */
export interface Figures {
  readonly items: number
  readonly customers: number
  readonly postgres: string
  readonly fillMs: number
  readonly dailyRunMs: number
  readonly dailyRunSqlMs: number
  readonly secondRunMs: number
  readonly messages: number
  readonly dailyRunPeakMb: number
  readonly agedBalanceMs: number
  readonly agedBalanceSqlMs: number
  readonly countBalancesMs: number
  readonly firstPageMs: number
  readonly deepPageMs: number
  readonly customerPageMs: number
  readonly hundredPaymentsMs: number
  /** Every list of the product over HTTP, after some everyday life. */
  readonly lists: readonly ListFigure[]
  readonly peakMb: number
}

type InTransaction = <T>(work: (db: Db) => Promise<T>) => Promise<T>

interface Ground {
  readonly bench: BenchDatabase
  readonly inTransaction: InTransaction
  readonly today: CalendarDate
  readonly nowMs: number
}

/** Fills a company of that size and measures what people and nights do with it. */
export async function measure(folder: string, items: number, seed: number, today: CalendarDate): Promise<Figures> {
  const bench = await openBench(folder, `bench_${items}`)
  try {
    const size = sizeOf(items, seed)
    const desk = await openDesk(bench, today)
    const { company } = desk
    const { ms: fillMs } = await timed(() => fillCompany(bench, company, size, today))
    await bench.asSuperuser('vacuum (analyze)', 'checkpoint')
    const inTransaction: InTransaction = (work) => transaction(bench.database.app, company.scope, work)
    const ground: Ground = { bench, inTransaction, today, nowMs: Date.parse(`${today}T07:00:00Z`) }
    const byHand = await timedAndUndone(bench.database.app, company.scope, dailyRunByHand(today))
    await bench.asSuperuser('vacuum (analyze)', 'checkpoint')
    const figures = {
      items,
      customers: size.customers,
      postgres: bench.version,
      fillMs,
      dailyRunSqlMs: byHand.ms,
      ...(await measureDailyRun(ground)),
      ...(await measureReading(ground)),
      hundredPaymentsMs: await hundredPayments(ground),
      peakMb: peakMemoryMb(),
    }
    await liveOn(bench, company, size, today)
    await dailyRun(inTransaction, ground.nowMs, today)
    await bench.asSuperuser('vacuum (analyze)')
    const lists: ListFigure[] = []
    for await (const figure of measureLists(desk.get, await desk.whom())) lists.push(figure)
    await desk.close()
    return { ...figures, lists }
  } finally {
    await bench.close()
  }
}

async function measureDailyRun({ bench, inTransaction, today, nowMs }: Ground) {
  const first = await timed(() => dailyRun(inTransaction, nowMs, today))
  const dailyRunPeakMb = peakMemoryMb()
  const second = await timed(() => dailyRun(inTransaction, nowMs, today))
  await bench.asSuperuser('vacuum (analyze)')
  return {
    dailyRunMs: first.ms,
    messages: first.result.messages,
    dailyRunPeakMb,
    secondRunMs: second.ms,
  }
}

async function measureReading({ inTransaction, today }: Ground) {
  const { ms: countBalancesMs } = await timed(() => inTransaction((db) => catchUpBalances(db, today)))
  return {
    countBalancesMs,
    agedBalanceMs: await best(3, () => inTransaction((db) => agedBalance(db, { on: today, today }))),
    agedBalanceSqlMs: await best(3, () => inTransaction((db) => agedBalanceByHand(db, today))),
    ...(await measurePages(inTransaction, today)),
  }
}

const lateOnes = { view: 'late', sort: 'daysLate', direction: 'desc', limit: 50 } as const

async function measurePages(inTransaction: InTransaction, today: CalendarDate) {
  const page = (cursor: string | undefined) =>
    inTransaction((db) => listItems(db, { ...lateOnes, cursor }, { today, language: 'fr' }))
  const firstPageMs = await median(9, () => page(undefined))
  let cursor = (await page(undefined)).nextCursor ?? undefined
  for (let deep = 0; deep < 40 && cursor; deep += 1) cursor = (await page(cursor)).nextCursor ?? cursor
  const deepPageMs = await median(9, () => page(cursor))
  return {
    firstPageMs,
    deepPageMs,
    customerPageMs: await median(9, () => inTransaction((db) => wholeCustomer(db, today))),
  }
}

/** What the page of a customer asks for: its head, its due lines with their next steps, its history. */
async function wholeCustomer(db: Db, today: CalendarDate): Promise<void> {
  await customerPage(db, 7, { today, language: 'fr' })
  await listItems(db, { ...lateOnes, view: 'all', customer: 7, limit: 100 }, { today, language: 'fr' })
  await historyOf(db, { customer: 7, invoice: null }, { today, language: 'fr' })
}

/** A hundred payments of a hundred customers, each settling its oldest item, decided again at once. */
async function hundredPayments({ inTransaction, today, nowMs }: Ground): Promise<number> {
  const oldest = await inTransaction((db) =>
    db.rows<{ item: number; customer: number; amount: number }>(sql`
      select distinct on (customer_id) id as item, customer_id as customer, amount_due as amount from open_item
      where organization_id = current_organization() and amount_due > 0 and customer_id <= 200
      order by customer_id, due_date, id limit 100`),
  )
  const { ms } = await timed(async () => {
    for (const { item, customer, amount } of oldest) {
      const input = {
        customerId: customer,
        receivedOn: today,
        amount: { amount, currency: 'EUR' },
        means: 'transfer' as const,
        reference: null,
        allocations: [{ openItemId: item, amount }],
        differences: [],
        entryKey: `bench-${item}`,
      }
      await inTransaction((db) =>
        enterPayment(db, { input, today, factsChanged: (same, some) => decideAgain(same, some, nowMs) }),
      )
    }
  })
  return ms
}

const [, script, folder = '', items, seed, today = ''] = process.argv
if (script?.endsWith('measure.ts')) {
  const figures = await measure(folder, Number(items), Number(seed), asDate(today))
  process.stdout.write(`${JSON.stringify(figures)}\n`)
}
