import type { Tone } from '@quittance/core/dunning/scenario.ts'
import type { Money } from '@quittance/core/money/money.ts'
import type { Db } from '../../platform/database/db.ts'
import { sql } from '../../platform/database/sql.ts'
import { followedBy, type ReminderFilter, type ReminderView, statesOf } from './list-pages.ts'

export interface ReminderTotals {
  readonly count: number
  readonly items: number
  readonly total: Money[]
}

/** Count and sums of a whole view, whatever the page. */
export async function reminderTotals(
  db: Db,
  { view, customer, tone, collector }: ReminderFilter,
): Promise<ReminderTotals> {
  const sums = await db.rows<{ currency: string | null; messages: number; items: number; amount: number }>(
    customer === undefined && collector === undefined && db.scope.rights !== 'portfolio'
      ? sql`
        select currency, sum(messages)::int as messages, sum(items)::int as items, sum(amount)::bigint as amount
        from reminder_tally
        where organization_id = current_organization() and state = any(${statesOf[view]}::text[])
          and (${tone ?? null}::text is null or tone = ${tone ?? null})
        group by currency
        order by currency`
      : sql`
        select s.currency, count(distinct r.id)::int as messages, coalesce(sum(s.items), 0)::int as items, sum(s.amount)::bigint as amount
        from reminder r
        left join reminder_sum s on s.organization_id = r.organization_id and s.reminder_id = r.id
        where r.organization_id = current_organization() and r.state = any(${statesOf[view]}::text[])
          and (${customer ?? null}::bigint is null or r.customer_id = ${customer ?? null})
          and (${tone ?? null}::text is null or r.tone = ${tone ?? null}) ${collector === undefined ? sql.empty : followedBy(collector)}
        group by grouping sets ((), (s.currency))
        having grouping(s.currency) = 1 or s.currency is not null
        order by s.currency`,
  )
  const lines = sums.filter((sum): sum is typeof sum & { currency: string } => sum.currency !== null)
  return {
    count: sums.find(({ currency }) => currency === null)?.messages ?? 0,
    items: lines.reduce((count, { items }) => count + items, 0),
    total: lines.filter(({ items }) => items > 0).map(({ currency, amount }) => ({ amount, currency }) as Money),
  }
}

/** Messages of a tone that leave the same way, to customers of one person. */
export interface ReminderFacet {
  readonly tone: Tone
  readonly channel: 'email' | 'sms'
  /** Null: nobody follows these customers. */
  readonly collector: { readonly id: number; readonly name: string } | null
  /** Wait for approval. */
  readonly pending: number
  /** Leave unless somebody stops them. */
  readonly approved: number
}

/** What is about to leave, by tone and by who follows the customer. */
export const readyFacets = (db: Db): Promise<ReminderFacet[]> =>
  db.rows<ReminderFacet>(sql`
    select r.tone, r.channel, case when w.id is not null then json_build_object('id', w.id, 'name', w.name) end as collector,
      (count(*) filter (where r.state = 'pendingApproval'))::int as pending,
      (count(*) filter (where r.state <> 'pendingApproval'))::int as approved
    from reminder r
    join customer c on c.organization_id = r.organization_id and c.id = r.customer_id
    left join person w on w.organization_id = c.organization_id and w.id = c.collector_id
    where r.organization_id = current_organization() and r.state = any(${statesOf.ready}::text[])
    group by r.tone, r.channel, w.id, w.name order by r.tone, r.channel, w.name, w.id`)

/** How many messages are in each view, and how many decisions hold a customer back. */
export async function viewCounts(db: Db): Promise<Record<ReminderView | 'held', number>> {
  const states = await statesCounted(db)
  const { held } = await db.one<{ held: number }>(sql`
    select count(*)::int as held from current_decision
    where organization_id = current_organization() and kind = 'hold'`)
  const inView = (view: ReminderView): number =>
    states
      .filter(({ state }) => statesOf[view].some((one) => one === state))
      .reduce((sum, { messages }) => sum + messages, 0)
  return {
    ready: inView('ready'),
    sent: inView('sent'),
    testOutbox: inView('testOutbox'),
    problems: inView('problems'),
    held,
  }
}

/** From the tally, which is of the whole house; the messages of a portfolio are counted. */
async function statesCounted(db: Db): Promise<{ state: string; messages: number }[]> {
  if (db.scope.rights === 'portfolio')
    return db.rows(sql`
      select state, count(*)::int as messages from reminder where organization_id = current_organization() group by state`)
  await foldTally(db)
  return db.rows(sql`
    select state, sum(messages)::int as messages from reminder_tally
    where organization_id = current_organization() and currency is null
    group by state`)
}

/** More lines than that are made few. */
const longest = 500

/** Adds up the lines of the tally, one reader at a time; whoever comes meanwhile reads them as they are. */
async function foldTally(db: Db): Promise<void> {
  const { isLong } = await db.one<{ isLong: boolean }>(sql`
    select count(*) > ${longest} as "isLong" from (
      select from reminder_tally where organization_id = current_organization() limit ${longest + 1}) line`)
  if (!isLong) return
  await db.run(sql`
    with gone as (
      delete from reminder_tally
      where organization_id = current_organization()
        and (select pg_try_advisory_xact_lock(hashtext('reminder_tally'), current_organization()::integer))
      returning *)
    insert into reminder_tally (organization_id, state, tone, currency, messages, items, amount)
    select organization_id, state, tone, currency, sum(messages), sum(items), sum(amount)
    from gone
    group by organization_id, state, tone, currency
    having sum(messages) <> 0 or sum(items) <> 0 or sum(amount) <> 0`)
}
