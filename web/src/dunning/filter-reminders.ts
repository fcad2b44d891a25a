import type { ReminderPage, Tone } from './api.ts'

export type Facet = ReminderPage['facets'][number]

export interface ReminderFilters {
  readonly tone?: Tone | undefined
  /** 0: nobody follows the customer. */
  readonly collector?: number | undefined
}

const byTone =
  ({ tone }: ReminderFilters) =>
  (facet: Facet) =>
    tone === undefined || facet.tone === tone
const byCollector =
  ({ collector }: ReminderFilters) =>
  (facet: Facet) =>
    collector === undefined || (facet.collector?.id ?? 0) === collector

const messagesOf = ({ pending, approved }: Facet): number => pending + approved

/** Those of what is asked for that hold a message. */
export const facetsOf = (facets: readonly Facet[], filters: ReminderFilters): readonly Facet[] =>
  facets.filter((facet) => byTone(filters)(facet) && byCollector(filters)(facet) && messagesOf(facet) > 0)

/** How many messages wait for approval and how many are approved, of those that are asked for. */
export function countReady(facets: readonly Facet[], filters: ReminderFilters): { pending: number; approved: number } {
  const sum = (of: 'pending' | 'approved') => facetsOf(facets, filters).reduce((total, facet) => total + facet[of], 0)
  return { pending: sum('pending'), approved: sum('approved') }
}

/** How many messages each tone has, under the other filter; tones without one are left out. */
export function countTones(facets: readonly Facet[], filters: ReminderFilters): ReadonlyMap<Tone, number> {
  const counts = new Map<Tone, number>()
  for (const facet of facets.filter(byCollector(filters))) {
    if (messagesOf(facet) > 0) counts.set(facet.tone, (counts.get(facet.tone) ?? 0) + messagesOf(facet))
  }
  return counts
}

export interface Follower {
  /** 0: nobody. */
  readonly id: number
  readonly name: string | null
  readonly count: number
}

/** Who follows the customers of these messages, by name, nobody last; each with the messages under the other filter. */
export function countFollowers(facets: readonly Facet[], filters: ReminderFilters): readonly Follower[] {
  const followers = new Map<number, Follower>()
  for (const facet of facets) {
    const id = facet.collector?.id ?? 0
    const before = followers.get(id) ?? { id, name: facet.collector?.name ?? null, count: 0 }
    followers.set(id, { ...before, count: before.count + (byTone(filters)(facet) ? messagesOf(facet) : 0) })
  }
  return [...followers.values()].sort((a, b) =>
    a.name === null ? 1 : b.name === null ? -1 : a.name.localeCompare(b.name),
  )
}
