import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { mergeCustomers as plan } from '@quittance/core/customers/merge-customers.ts'
import { changesBetween, recordInJournal } from '../../people/journal.ts'
import { forWholeHouse } from '../../people/whole-house.ts'
import type { Db } from '../../platform/database/db.ts'
import { found, notFound } from '../../platform/http/app-error.ts'
import { countAnew } from '../balances.ts'
import type { FactsChanged } from '../facts-changed.ts'
import { refuseOtherPortfolio } from '../own-portfolio.ts'
import { changeTiesAlone, customerName } from '../queries.ts'
import { insertAlias, keepImages, keptInstead } from './aliases.ts'
import type { Followers, Pair } from './following.ts'
import { changesOf, type Image, imagesOf } from './images.ts'
import { latestRow, moveRows } from './move-rows.ts'
import { joinContacts, joinIbans } from './own-tables.ts'
import { cardOf, childrenOf, lockRows, removeRow, rowChanges, tiesOf, writeRow } from './queries.ts'
import { mergedMeanwhile, withItself } from './refusals.ts'

export interface Merging {
  readonly today: CalendarDate
  readonly followers: Followers
  readonly factsChanged: FactsChanged
}

/**
 * One customer of two: all facts of `other` go over to `kept`, and its row goes. Whoever enters a fact for one of them
 * at the same moment comes before, and the fact goes over too, or after, and is refused by the database.
 */
export async function mergeCustomers(db: Db, pair: Pair, merging: Merging): Promise<void> {
  await refuseOtherPortfolio(db, pair.kept)
  if ((await keptInstead(db, pair.other)) !== pair.kept) await refuseOtherPortfolio(db, pair.other)
  // A rep may merge two of the own customers without seeing all that goes over with them.
  await forWholeHouse(db, () => merged(db, pair, merging))
}

async function merged(db: Db, pair: Pair, { today, followers, factsChanged }: Merging): Promise<void> {
  const { kept, other } = pair
  if (kept === other) throw withItself()
  await changeTiesAlone(db)
  const rows = await lockRows(db, [kept, other])
  // The button pressed twice: it is done.
  if (rows.has(kept) && (await keptInstead(db, other)) === kept) return
  const [mine, theirs] = [await rowOf(db, rows, kept), await rowOf(db, rows, other)]
  await followers.refuseWhileLeaving(db, [kept, other])

  const before = await allImages(db, followers, [kept, other])
  const { becomes } = plan(cardOf(mine), cardOf(theirs), await tiesOf(db, pair, today))
  const changes = rowChanges(cardOf(mine), becomes)
  const latest = await latestOf(db, followers, pair)
  await insertAlias(db, { customer: other, kept, was: theirs, on: today, latest, changes })

  await followers.makeRoom(db, pair)
  await joinContacts(db, pair)
  await joinIbans(db, pair)
  await writeRow(db, kept, Object.fromEntries(Object.entries(changes).map(([column, { to }]) => [column, to])))
  for (const following of followers.following) if (following.how === 'moves') await moveRows(db, following, pair)
  await countAnew(db, [kept, other])
  await removeRow(db, other)

  await factsChanged(db, [kept, ...(await childrenOf(db, [kept]))])
  await keepWhatChanged(db, followers, { pair, before })
  await recordInJournal(db, {
    act: 'merged',
    thing: 'customer',
    thingId: kept,
    customerId: kept,
    details: {
      ...changesBetween<object>(cardOf(mine), becomes),
      other,
      otherCode: theirs.code,
      otherName: theirs.name,
    },
  })
}

/** 404 for who is not there or not to be seen; who was merged meanwhile is told into whom. */
async function rowOf<Row>(db: Db, rows: ReadonlyMap<number, Row>, customer: number): Promise<Row> {
  const row = rows.get(customer)
  if (row !== undefined) return row
  const instead = await keptInstead(db, customer)
  if (instead === null) throw notFound()
  throw mergedMeanwhile(found(await customerName(db, instead)).name)
}

type Images = ReadonlyMap<string, ReadonlyMap<string, Image>>

async function allImages(
  db: Db,
  { imaged }: Followers,
  customers: readonly number[],
  known: Images = new Map(),
): Promise<Map<string, Map<string, Image>>> {
  const images = new Map<string, Map<string, Image>>()
  for (const one of imaged) {
    const keys = [...(known.get(one.table)?.keys() ?? [])]
    images.set(one.table, await imagesOf(db, one, customers, keys))
  }
  return images
}

async function latestOf(db: Db, { following }: Followers, { kept, other }: Pair): Promise<Record<string, number>> {
  const latest: Record<string, number> = {}
  for (const one of following) {
    if (one.how === 'moves' && one.key === undefined) latest[one.table] = await latestRow(db, one, [kept, other])
  }
  return latest
}

async function keepWhatChanged(
  db: Db,
  followers: Followers,
  { pair: { kept, other }, before }: { readonly pair: Pair; readonly before: Images },
): Promise<void> {
  const after = await allImages(db, followers, [kept], before)
  const changes = followers.imaged.flatMap(({ table }) =>
    changesOf(before.get(table) ?? new Map(), after.get(table) ?? new Map()).map((change) => ({
      source: table,
      ...change,
    })),
  )
  await keepImages(db, other, changes)
}
