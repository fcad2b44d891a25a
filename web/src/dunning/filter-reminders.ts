import type { Reminder, Tone } from './api.ts'

export interface ReminderFilters {
  readonly tone?: Tone | undefined
  /** 0: nobody follows the customer. */
  readonly collector?: number | undefined
}

const byTone =
  ({ tone }: ReminderFilters) =>
  (row: Reminder) =>
    tone === undefined || row.tone === tone
const byCollector =
  ({ collector }: ReminderFilters) =>
  (row: Reminder) =>
    collector === undefined || (row.collector?.id ?? 0) === collector

export const filterReminders = (rows: readonly Reminder[], filters: ReminderFilters): readonly Reminder[] =>
  rows.filter(byTone(filters)).filter(byCollector(filters))

/** How many messages each tone has, under the other filter; tones without one are left out. */
export function countTones(rows: readonly Reminder[], filters: ReminderFilters): ReadonlyMap<Tone, number> {
  const counts = new Map<Tone, number>()
  for (const { tone } of rows.filter(byCollector(filters))) counts.set(tone, (counts.get(tone) ?? 0) + 1)
  return counts
}

export interface Follower {
  /** 0: nobody. */
  readonly id: number
  readonly name: string | null
  readonly count: number
}

/** Who follows the customers of these messages, by name, nobody last; each with the messages under the other filter. */
export function countFollowers(rows: readonly Reminder[], filters: ReminderFilters): readonly Follower[] {
  const followers = new Map<number, Follower>()
  for (const row of rows) {
    const id = row.collector?.id ?? 0
    const before = followers.get(id) ?? { id, name: row.collector?.name ?? null, count: 0 }
    followers.set(id, { ...before, count: before.count + (byTone(filters)(row) ? 1 : 0) })
  }
  return [...followers.values()].sort((a, b) =>
    a.name === null ? 1 : b.name === null ? -1 : a.name.localeCompare(b.name),
  )
}
