import { recordInJournal } from '../../people/journal.ts'
import { forWholeHouse } from '../../people/whole-house.ts'
import type { Db } from '../../platform/database/db.ts'
import { sql } from '../../platform/database/sql.ts'
import { found } from '../../platform/http/app-error.ts'
import { countAnew } from '../balances.ts'
import { refuseOtherPortfolio } from '../own-portfolio.ts'
import { changeTiesAlone, customerName } from '../queries.ts'
import {
  changeWas,
  forgetElsewhere,
  type KeptAlias,
  keptImages,
  keptInstead,
  lockAlias,
  removeAlias,
  wasOf,
} from './aliases.ts'
import type { Followers, Pair } from './following.ts'
import { putBack } from './images.ts'
import type { Merging } from './merge-customers.ts'
import { countSince, moveRowsBack, moveSince } from './move-rows.ts'
import { type CustomerRow, childrenOf, lockRows, putRowBack, type RowChanges, writeRow } from './queries.ts'
import { standsBetween } from './refusals.ts'
import { type Standing, standingBetween } from './standing-between.ts'

/** How many rows of each table went back, and how many entered since went with them. */
export interface Parted extends Pair {
  readonly back: Readonly<Record<string, number>>
  readonly since: Readonly<Record<string, number>>
  /** Entered since, and left with the one kept. */
  readonly stays: Readonly<Record<string, number>>
  readonly standing: readonly Standing[]
}

/**
 * The customer merged away is there again, with all that came with it and what was entered since about its due lines
 * only. Refuses while something entered since is about both; everything else stays with the one kept.
 */
export async function separateCustomers(db: Db, other: number, merging: Merging): Promise<Pair> {
  await refuseOtherKept(db, other)
  return forWholeHouse(db, () => separated(db, other, merging))
}

/** Merged into a customer of another portfolio: nothing is told of it. */
const refuseOtherKept = async (db: Db, other: number): Promise<void> =>
  refuseOtherPortfolio(db, (await keptInstead(db, other)) ?? other)

async function separated(db: Db, other: number, { followers, factsChanged }: Merging): Promise<Pair> {
  const parted = await part(db, other, followers)
  if (parted.standing.length > 0) throw standsBetween(parted.standing)
  const { kept } = parted
  await countAnew(db, [kept, other])
  await factsChanged(db, [kept, other, ...(await childrenOf(db, [kept, other]))])
  for (const [customerId, from] of [
    [kept, other],
    [other, kept],
  ] as const) {
    const otherName = (await customerName(db, from))?.name
    const details = { other: from, otherName, back: parted.back }
    await recordInJournal(db, { act: 'separated', thing: 'customer', thingId: customerId, customerId, details })
  }
  return { kept, other }
}

/** What a separation would do: it is done and taken back. */
export async function rehearseSeparation(db: Db, other: number, followers: Followers): Promise<Parted> {
  await refuseOtherKept(db, other)
  try {
    return await db.savepoint(async () => {
      throw new TakenBack(await forWholeHouse(db, () => part(db, other, followers)))
    })
  } catch (error) {
    if (error instanceof TakenBack) return error.parted
    throw error
  }
}

class TakenBack extends Error {
  readonly parted: Parted

  constructor(parted: Parted) {
    super('A rehearsal is taken back.')
    this.parted = parted
  }
}

async function part(db: Db, other: number, followers: Followers): Promise<Parted> {
  await changeTiesAlone(db)
  const kept = found(await keptInstead(db, other))
  const alias = found(await lockAlias(db, other))
  const row = found((await lockRows(db, [kept])).get(kept))
  const pair = { kept, other }
  await followers.refuseWhileLeaving(db, [kept])

  await putRowBack(db, await withLivingTies(db, alias))
  await giveFieldsBack(db, alias, row)
  await putImagesBack(db, other, followers)
  const moves = followers.following.filter(({ how }) => how === 'moves')
  const back: Record<string, number> = {}
  for (const one of moves) back[one.table] = await moveRowsBack(db, one, pair)
  const since: Record<string, number> = {}
  for (const one of moves) {
    since[one.table] = await moveSince(db, one, { ...pair, newerThan: alias.latest[one.table] ?? 0 })
  }
  const stays: Record<string, number> = {}
  for (const one of moves) stays[one.table] = await countSince(db, one, kept, alias.latest[one.table])
  const standing = await standingBetween(db, followers.following, { ...pair, ...alias })
  await followers.keepApart(db, pair)
  await lastContactCountsForBoth(db, pair, alias.latest.exchange ?? 0)
  await forgetElsewhere(db, pair)
  await removeAlias(db, other)
  return { ...pair, back, since, stays, standing }
}

/** Its parent may have been merged meanwhile, its scenario removed. */
async function withLivingTies(db: Db, { was, kept, changes }: KeptAlias): Promise<CustomerRow> {
  const { parent, scenario } = await db.one<{ parent: number | null; scenario: number | null }>(sql`
    select coalesce(
        (select id from customer where organization_id = current_organization() and id = g.parent_id),
        (select kept_id from customer_alias where organization_id = current_organization() and customer_id = g.parent_id)) as parent,
      (select id from scenario where organization_id = current_organization() and id = g.scenario_id) as scenario
    from jsonb_to_record(${sql.json(was)}::jsonb) as g (parent_id bigint, scenario_id bigint)`)
  const isRing = parent === kept && changes.parent_id !== undefined
  return { ...was, parent_id: isRing ? null : parent, scenario_id: scenario }
}

/** As the merge found them, where nobody has written something else since. */
async function giveFieldsBack(db: Db, { kept, into, changes }: KeptAlias, row: CustomerRow): Promise<void> {
  if (into === kept) return writeRow(db, kept, restored(row, changes))
  const was = await wasOf(db, into)
  if (was) await changeWas(db, into, restored(was, changes))
}

const restored = (now: CustomerRow, changes: RowChanges): CustomerRow =>
  Object.fromEntries(
    Object.entries(changes).flatMap(([column, { from, to }]) => ((now[column] ?? null) === to ? [[column, from]] : [])),
  )

async function putImagesBack(db: Db, other: number, { imaged }: Followers): Promise<void> {
  const images = await keptImages(db, other)
  for (const one of imaged) {
    await putBack(
      db,
      one,
      images.filter(({ source }) => source === one.table),
    )
  }
}

/** Whoever was written to since was one customer then: neither is written to again before the usual delay. */
const lastContactCountsForBoth = (db: Db, { kept, other }: Pair, newerThan: number): Promise<number> =>
  db.run(sql`
    insert into exchange (organization_id, customer_id, kind, happened_on, person_id, summary, counts_as_contact, reminder_id)
    select organization_id, ${other}, kind, happened_on, person_id, summary, true, reminder_id
    from exchange
    where organization_id = current_organization() and customer_id = ${kept} and id > ${newerThan} and counts_as_contact
      and not exists (select from exchange e where e.organization_id = current_organization() and e.customer_id = ${other}
        and e.counts_as_contact and e.happened_on >= exchange.happened_on)
    order by happened_on desc, id desc limit 1`)
