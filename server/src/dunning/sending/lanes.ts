import type { Stock } from '../../platform/places.ts'

/** How the next ones are to be worked on after one. */
export type Pace = 'faster' | 'same' | 'alone' | 'stop'

interface LanesGiven<T> {
  /** Lanes of one way. */
  readonly most: number
  /** What shares a key is never worked on at the same time. */
  readonly keyOf: (item: T) => unknown
  /** By which way it goes: each way has lanes of its own, so that one that hangs holds up no other. */
  readonly wayOf: (item: T) => unknown
  /** Where each lane beyond the first of a way is taken from. */
  readonly more: Stock
  readonly work: (item: T) => Promise<Pace>
}

interface Way<T> {
  readonly waiting: T[]
  open: number
  busy: number
}

/**
 * Works through a list on up to `most` lanes a way. The first of a way goes alone; each that went well lets one more lane open, `alone` closes
 * all but one of this way, `stop` begins no other at all.
 */
export async function onLanes<T>(
  items: readonly T[],
  { most, keyOf, wayOf, more, work }: LanesGiven<T>,
): Promise<void> {
  const ways = waysOf(items, wayOf)
  const busy = new Map<unknown, Promise<void>>()
  const begin = (way: Way<T>, item: T) => {
    const key = keyOf(item)
    way.busy += 1
    const done = work(item).then((pace) => {
      busy.delete(key)
      way.busy -= 1
      if (pace === 'stop') for (const { waiting } of ways) waiting.length = 0
      if (pace === 'alone') close(way, more)
      if (pace === 'faster' && way.open < most && way.waiting.length > 0 && more.take()) way.open += 1
    })
    busy.set(key, done)
  }
  try {
    for (;;) {
      for (const way of ways) {
        while (way.busy < way.open) {
          const at = way.waiting.findIndex((item) => !busy.has(keyOf(item)))
          const [item] = at < 0 ? [] : way.waiting.splice(at, 1)
          if (item === undefined) break
          begin(way, item)
        }
      }
      if (busy.size === 0) return
      await Promise.race(busy.values())
    }
  } finally {
    for (const way of ways) close(way, more)
  }
}

function waysOf<T>(items: readonly T[], wayOf: (item: T) => unknown): readonly Way<T>[] {
  const ways = new Map<unknown, Way<T>>()
  for (const item of items) {
    const way = ways.get(wayOf(item)) ?? { waiting: [], open: 1, busy: 0 }
    way.waiting.push(item)
    ways.set(wayOf(item), way)
  }
  return [...ways.values()]
}

/** All lanes but the first; those on which something is under way end with it. */
function close<T>(way: Way<T>, more: Stock): void {
  for (; way.open > 1; way.open -= 1) more.give()
}
