import type { Db } from '../platform/database/db.ts'
import { type Sql, sql } from '../platform/database/sql.ts'
import { conditionsOf, type NarrowedPayments, type PaymentFilter } from './narrow-payments.ts'

export interface PaymentTotals {
  readonly count: number
  /** There are more than `count`: they were not all counted, and `total` says nothing. */
  readonly isAtLeast: boolean
  readonly total: { readonly amount: number; readonly currency: string }[]
}

/** Payments of a search are counted so far; then there are « at least ». */
const counted = 1000

/** Of the whole list. A reversed payment counts as a line, and for nothing in the sum unless reversed ones are asked. */
export async function totalsOf(
  db: Db,
  filter: PaymentFilter,
  narrowed: NarrowedPayments,
  most: number = counted,
): Promise<PaymentTotals> {
  // The tally is of the whole house.
  if (db.scope.rights === 'portfolio') return fromPayments(db, filter.view, narrowed)
  if (!narrowed.few && !narrowed.isSearch) return fromTally(db, filter.view)
  if (!narrowed.few) {
    const { found, isWhole } = await countSome(db, narrowed, most)
    if (found > most || !isWhole) return { count: Math.min(found, most), isAtLeast: true, total: [] }
  }
  return fromPayments(db, filter.view, narrowed)
}

/** So many payments are looked through for those of a search, the latest first. */
const looked = 5000

/** No further than it takes to know; `isWhole`: there were no more to look at. */
const countSome = (db: Db, { own, each }: NarrowedPayments, most: number) => {
  const latest = (limit: Sql) => sql`
    select p.* from payment p where ${sql.join(own, sql` and `)} order by p.received_on desc, p.id desc ${limit}`
  return db.one<{ found: number; isWhole: boolean }>(
    sql.plannedAnew(sql`
    select (
        select count(*) from (
          select from (${latest(sql`limit ${looked}`)}) p where ${sql.join(each, sql` and `)} limit ${most + 1}) f) as found,
      not exists (${latest(sql`limit 1 offset ${looked}`)}) as "isWhole"`),
  )
}

interface Sum {
  readonly currency: string
  readonly count: number
  readonly amount: number
}

const asTotals = (sums: readonly Sum[]): PaymentTotals => ({
  count: sums.reduce((count, each) => count + each.count, 0),
  isAtLeast: false,
  total: sums.filter(({ count }) => count > 0).map(({ currency, amount }) => ({ currency, amount })),
})

async function fromPayments(db: Db, view: PaymentFilter['view'], narrowed: NarrowedPayments): Promise<PaymentTotals> {
  const sum = {
    all: sql`sum(p.amount) filter (where not exists (
      select from payment_reversal r where r.organization_id = p.organization_id and r.payment_id = p.id))`,
    unallocated: sql`sum(p.unallocated)`,
    reversed: sql`sum(p.amount)`,
  }[view]
  return asTotals(
    await db.rows<Sum>(
      sql.plannedAnew(sql`
      select p.currency, count(*) as count, coalesce(${sum}, 0)::bigint as amount
      from payment p where ${conditionsOf(narrowed)}
      group by p.currency
      order by p.currency`),
    ),
  )
}

async function fromTally(db: Db, view: PaymentFilter['view']): Promise<PaymentTotals> {
  await foldTally(db)
  const columns = {
    all: sql`sum(payments) as count, sum(amount)::bigint as amount`,
    unallocated: sql`sum(unallocated_payments) as count, sum(unallocated)::bigint as amount`,
    reversed: sql`sum(reversed_payments) as count, sum(reversed)::bigint as amount`,
  }[view]
  return asTotals(
    await db.rows<Sum>(sql`
      select currency, ${columns} from payment_tally
      where organization_id = current_organization()
      group by currency
      order by currency`),
  )
}

/** More lines than that are made few. */
const longest = 500

/** Adds up the lines of the tally, one reader at a time; whoever comes meanwhile reads them as they are. */
async function foldTally(db: Db): Promise<void> {
  const { isLong } = await db.one<{ isLong: boolean }>(sql`
    select count(*) > ${longest} as "isLong" from (
      select from payment_tally where organization_id = current_organization() limit ${longest + 1}) line`)
  if (!isLong) return
  await db.run(sql`
    with gone as (
      delete from payment_tally
      where organization_id = current_organization()
        and (select pg_try_advisory_xact_lock(hashtext('payment_tally'), current_organization()::integer))
      returning *)
    insert into payment_tally (organization_id, currency, payments, amount, unallocated_payments, unallocated, reversed_payments, reversed)
    select organization_id, currency, sum(payments), sum(amount), sum(unallocated_payments), sum(unallocated),
      sum(reversed_payments), sum(reversed)
    from gone
    group by organization_id, currency`)
}
