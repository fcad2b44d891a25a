import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { type Receipt, type SharedPromise, shareReceipts } from '@quittance/core/promises/share-receipts.ts'
import type { Db } from '../platform/database/db.ts'
import { sql } from '../platform/database/sql.ts'
import type { ProjectionProblem } from './check-projections.ts'

interface PromiseRow {
  readonly id: number
  readonly name: string
  readonly currency: string
  readonly received: number
  readonly isWithdrawn: boolean
  readonly notedOn: CalendarDate
  readonly promisedFor: CalendarDate
  readonly keptUntil: CalendarDate
  readonly amount: number
  readonly items: readonly { readonly item: number; readonly amount: number | null }[]
}

/** What each promise received, shared out again from the payments by the rule itself. */
export async function checkPromises(db: Db): Promise<ProjectionProblem[]> {
  const promises = await promiseRows(db)
  if (promises.length === 0) return []
  const received = sharedOut(promises, await receiptRows(db))
  return promises
    .map(({ id, name, currency, received: kept }) => ({ id, name, currency, kept, facts: received.get(id) ?? 0 }))
    .filter(({ kept, facts }) => kept !== facts)
    .slice(0, 1000)
    .map((one) => ({ kind: 'promiseReceived' as const, ...one }))
}

/** Promises that share no due line, over any number of others, are shared out apart: there may be many. */
function sharedOut(promises: readonly PromiseRow[], receipts: readonly Receipt[]): Map<number, number> {
  const standing = promises.filter(({ isWithdrawn }) => !isWithdrawn)
  const families = familiesOf(standing)
  const familyOf = new Map(families.flatMap((family, index) => family.items.map((item) => [item, index] as const)))
  const receiptsOf = Map.groupBy(receipts, ({ item }) => familyOf.get(item) ?? null)
  return new Map(
    families.flatMap(({ promises: some }, index) => [
      ...shareReceipts(some.map(asShared), receiptsOf.get(index) ?? []),
    ]),
  )
}

interface Family {
  readonly promises: PromiseRow[]
  readonly items: number[]
}

function familiesOf(promises: readonly PromiseRow[]): Family[] {
  const about = new Map<number, PromiseRow[]>()
  for (const promise of promises) {
    for (const { item } of promise.items) about.set(item, [...(about.get(item) ?? []), promise])
  }
  const seen = new Set<number>()
  const families: Family[] = []
  for (const first of promises) {
    const family: Family = { promises: [], items: [] }
    const waiting = [first]
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (seen.has(next.id)) continue
      seen.add(next.id)
      family.promises.push(next)
      for (const { item } of next.items) {
        family.items.push(item)
        waiting.push(...(about.get(item) ?? []))
      }
    }
    if (family.promises.length > 0) families.push(family)
  }
  return families
}

const asShared = ({ items, ...promise }: PromiseRow): SharedPromise => ({
  ...promise,
  items: new Map(items.map(({ item, amount }) => [item, amount])),
})

const promiseRows = (db: Db): Promise<PromiseRow[]> =>
  db.rows<PromiseRow>(sql`
    select p.id, c.name, p.currency, p.received, p.withdrawn_on is not null as "isWithdrawn", p.noted_on as "notedOn",
      p.promised_for as "promisedFor", p.kept_until as "keptUntil", p.amount,
      coalesce((select json_agg(json_build_object('item', l.open_item_id, 'amount', l.amount)) from promise_item l
        where l.organization_id = p.organization_id and l.promise_id = p.id), '[]') as items
    from promise p join customer c on c.organization_id = p.organization_id and c.id = p.customer_id
    where p.organization_id = current_organization() order by p.id`)

const receiptRows = (db: Db): Promise<Receipt[]> =>
  db.rows<Receipt>(sql`
    select a.id, a.open_item_id as item, a.amount, coalesce(y.received_on, a.allocated_on) as "paidOn",
      greatest(y.received_on, a.allocated_on) as "countedOn"
    from (
      select distinct open_item_id as id from promise_item where organization_id = current_organization()) i
    join allocation a on a.organization_id = current_organization() and a.open_item_id = i.id
    left join payment y on y.organization_id = a.organization_id and y.id = a.payment_id
    where a.difference is null and a.reverses_id is null
      and not exists (select from allocation u where u.organization_id = a.organization_id and u.reverses_id = a.id)
    order by 4, 1`)
