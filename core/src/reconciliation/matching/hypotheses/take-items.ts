import type { AmountFit, ItemSet, PoolItem, Take } from './hypothesis.ts'

/** All that is due of each. */
export const takeAll = (items: readonly PoolItem[]): Take[] =>
  items.map((pool) => ({ pool, amount: pool.face, difference: null }))

/** Each less its discount; cents that rounding the whole instead of each line leaves go to the largest. */
export function takeDiscounted(items: readonly PoolItem[], amount: number): Take[] {
  const total = items.reduce((sum, { net }) => sum + net, 0)
  const largest = largestOf(items.filter(({ face, net }) => net < face))
  return items.map((pool) => {
    const paid = pool.net + (pool === largest ? amount - total : 0)
    const gap = pool.face - paid
    return { pool, amount: paid, difference: gap > 0 ? { reason: 'discount', amount: gap } : null }
  })
}

/** What is missing is a fee or a rounding of the largest item. */
export function takeLess(items: readonly PoolItem[], amount: number, reason: 'bankFee' | 'rounding'): Take[] {
  const gap = items.reduce((sum, { face }) => sum + face, 0) - amount
  const largest = largestOf(items)
  return items.map((pool) =>
    pool === largest
      ? { pool, amount: pool.face - gap, difference: { reason, amount: gap } }
      : { pool, amount: pool.face, difference: null },
  )
}

/** The oldest in full, the last in part. Credit notes first, for they are what lets the rest go further. */
export function takePart(items: readonly PoolItem[], amount: number): Take[] {
  const credits = items.filter(({ face }) => face < 0)
  let left = amount - credits.reduce((sum, { face }) => sum + face, 0)
  const takes: Take[] = takeAll(credits)
  for (const pool of items) {
    if (pool.face < 0 || left <= 0) continue
    const part = Math.min(pool.face, left)
    takes.push({ pool, amount: part, difference: null })
    left -= part
  }
  return takes
}

export function takesOf({ items }: ItemSet, fit: AmountFit, amount: number): Take[] {
  if (fit === 'discount') return takeDiscounted(items, amount)
  if (fit === 'bankFee') return takeLess(items, amount, fit)
  const total = items.reduce((sum, { face }) => sum + face, 0)
  if (fit === 'rounding' && total > amount) return takeLess(items, amount, fit)
  return total > amount ? takePart(items, amount) : takeAll(items)
}

const largestOf = (items: readonly PoolItem[]): PoolItem | undefined =>
  items.reduce<PoolItem | undefined>((most, one) => (most && most.face >= one.face ? most : one), undefined)
