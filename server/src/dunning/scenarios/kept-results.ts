import type { Db } from '../../platform/database/db.ts'
import { sql } from '../../platform/database/sql.ts'

/** What took long to compute and is asked again by the same person, in another part of it. */
export interface KeptResults {
  /** As `compute` answers; the same object again for the same person and the same `what`, while no fact has changed. */
  of<T>(db: Db, what: readonly unknown[], compute: () => Promise<T>): Promise<T>
}

/** Results of one person: what is on screen, and what was there before. */
const mostOfPerson = 2
/** Results of everybody: each holds some tens of thousands of lines at most. */
const mostInAll = 8
/** What changes without leaving a trace below is seen after that. */
const longestMs = 10 * 60_000

interface Entry {
  readonly owner: string
  readonly facts: string
  readonly sinceMs: number
  readonly result: Promise<unknown>
}

/** Nothing is kept for a program that asks with a key; what one person was told is never given to another. */
export function keptResults(): KeptResults {
  const entries = new Map<string, Entry>()
  return {
    async of<T>(db: Db, what: readonly unknown[], compute: () => Promise<T>): Promise<T> {
      const { organization, person, rights } = db.scope
      if (organization === null || person === null) return compute()
      const owner = `${organization}/${person}/${rights}`
      const key = `${owner} ${JSON.stringify(what)}`
      const facts = await factsOf(db)
      const found = entries.get(key)
      entries.delete(key)
      const isGood = found?.facts === facts && performance.now() - found.sinceMs < longestMs
      const entry = isGood ? found : { owner, facts, sinceMs: performance.now(), result: compute() }
      entries.set(key, entry)
      // What failed is no result.
      entry.result.catch(() => entries.get(key) === entry && entries.delete(key))
      dropOldest(entries, (one) => one.owner === owner, mostOfPerson)
      dropOldest(entries, () => true, mostInAll)
      return entry.result as Promise<T>
    },
  }
}

function dropOldest(entries: Map<string, Entry>, isOne: (entry: Entry) => boolean, most: number): void {
  const keys = [...entries].filter(([, entry]) => isOne(entry)).map(([key]) => key)
  for (const key of keys.slice(0, Math.max(0, keys.length - most))) entries.delete(key)
}

/** Moves with every change of the organisation: each is in the journal; those of an import are seen before it ends. */
async function factsOf(db: Db): Promise<string> {
  const { facts } = await db.one<{ facts: string }>(sql`
    select concat_ws('/',
      (select max(id) from journal where organization_id = current_organization()),
      (select max(id) from open_item where organization_id = current_organization()),
      (select max(id) from payment where organization_id = current_organization()),
      (select max(id) from allocation where organization_id = current_organization()),
      (select max(id) from exchange where organization_id = current_organization()),
      (select max(id) from decision where organization_id = current_organization())) as facts`)
  return facts
}
