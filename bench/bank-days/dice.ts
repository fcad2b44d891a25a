import { seededNumbers } from '../seeded-numbers.ts'

/** Chance that the seed alone decides; whole numbers only. */
export interface Dice {
  /** 0 to `count` - 1. */
  below(count: number): number
  /** Both ends included. */
  between(least: number, most: number): number
  /** True in so many of a thousand. */
  inThousand(share: number): boolean
  of<T>(list: readonly T[]): T
  weighted<T>(choices: readonly (readonly [weight: number, value: T])[]): T
  digits(count: number): string
  shuffled<T>(list: readonly T[]): T[]
}

/** Two dice of one seed and different names never run together: a class more does not move the others. */
export function diceOf(seed: number, name: string): Dice {
  const next = seededNumbers([...name].reduce((sum, letter) => Math.imul(sum, 31) + letter.charCodeAt(0), seed * 7919))
  const below = (count: number): number => (count <= 1 ? 0 : next() % count)
  const of = <T>(list: readonly T[]): T => {
    const chosen = list[below(list.length)]
    if (chosen === undefined) throw new Error('nothing to choose from')
    return chosen
  }
  return {
    below,
    between: (least, most) => least + below(most - least + 1),
    inThousand: (share) => below(1000) < share,
    of,
    weighted: (choices) => {
      let left = below(choices.reduce((sum, [weight]) => sum + weight, 0))
      for (const [weight, value] of choices) {
        if (left < weight) return value
        left -= weight
      }
      throw new Error('weights without a choice')
    },
    digits: (count) => Array.from({ length: count }, () => below(10)).join(''),
    shuffled: (list) => {
      const all = [...list]
      for (let at = all.length - 1; at > 0; at -= 1) {
        const other = below(at + 1)
        const kept = all[at] as (typeof all)[number]
        all[at] = all[other] as (typeof all)[number]
        all[other] = kept
      }
      return all
    },
  }
}
