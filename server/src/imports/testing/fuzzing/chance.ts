/** Numbers that look like chance, the same for the same seed. */
export interface Chance {
  /** A whole number from 0 to `count` - 1. */
  readonly below: (count: number) => number
  readonly oneOf: <T>(some: readonly [T, ...T[]]) => T
}

/** Mulberry32: good enough to spread mutations, and written out so that a seed means the same everywhere. */
export function seededChance(seed: number): Chance {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (count: number): number => Math.floor(next() * count)
  return { below, oneOf: (some) => some[below(some.length)] ?? some[0] }
}
