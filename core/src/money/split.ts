import { assert } from './assert.ts'
import { type Money, money } from './money.ts'

/**
 * Splits in proportion to whole weights (30 and 70; 1, 1 and 1), nothing lost. Every part gets its floor; the odd
 * cents go one each to the largest remainders, to the earlier part when equal. A negative total mirrors the positive.
 */
export function splitByWeights(total: Money, weights: readonly number[]): Money[] {
  const { sum, sign, size } = weigh(total, weights)
  const shares = weights.map((weight, index) => {
    const exact = size * BigInt(weight)
    return { index, floor: exact / sum, remainder: exact % sum }
  })
  let left = shares.reduce((rest, share) => rest - share.floor, size)
  const parts = shares.map((share) => share.floor)
  const byRemainder = shares.toSorted((a, b) => Number(b.remainder - a.remainder) || a.index - b.index)
  for (const { index, floor } of byRemainder) {
    if (left === 0n) break
    parts[index] = floor + 1n
    left -= 1n
  }
  return parts.map((part) => money(Number(sign * part), total.currency))
}

/**
 * Splits as an instalment schedule does: each part is rounded half up, the last one takes the rest, so the odd cent
 * is the last part's. On totals of a few cents a part never takes more than what the earlier ones left.
 */
export function splitLastTakesRest(total: Money, weights: readonly number[]): Money[] {
  const { sum, sign, size } = weigh(total, weights)
  let left = size
  const parts = weights.map((weight, index) => {
    const rounded = (size * BigInt(weight) * 2n + sum) / (sum * 2n)
    const part = index === weights.length - 1 || rounded > left ? left : rounded
    left -= part
    return part
  })
  return parts.map((part) => money(Number(sign * part), total.currency))
}

/** The total cut in `count` parts as even as can be; the first parts get the odd cents. */
export const splitEvenly = (total: Money, count: number): Money[] =>
  splitByWeights(
    total,
    Array.from({ length: count }, () => 1),
  )

function weigh(total: Money, weights: readonly number[]): { sum: bigint; sign: bigint; size: bigint } {
  assert(
    weights.every((weight) => Number.isSafeInteger(weight) && weight >= 0),
    'weights are whole numbers, none negative',
  )
  const sum = weights.reduce((all, weight) => all + BigInt(weight), 0n)
  assert(sum > 0n, 'at least one weight is above zero')
  const amount = BigInt(total.amount)
  return { sum, sign: amount < 0n ? -1n : 1n, size: amount < 0n ? -amount : amount }
}
