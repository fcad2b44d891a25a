/** A due line and what is left to pay of it, in the smallest unit. */
export interface LineLeft {
  readonly id: number
  readonly left: number
}

/** A promise whose day is not over. */
export interface StandingPromise {
  readonly id: number
  /** What has not come for it yet, in the smallest unit. */
  readonly awaited: number
  /** Those with something left to pay. */
  readonly items: readonly LineLeft[]
  /** The parent customer gave it, or a subsidiary: it is theirs to replace. */
  readonly isOfAnother?: boolean
}

/**
 * `stands`: it may be noted; `replaces` says the promises whose place it takes. `tooMuch`: more is promised than is left
 * to pay of its due lines (`most`). `inTheWay`: with that promise, which is about other due lines too
 * or another customer's, it would be.
 */
export type PromiseRoom =
  | { readonly kind: 'stands'; readonly replaces: readonly number[] }
  | { readonly kind: 'tooMuch'; readonly most: number }
  | { readonly kind: 'inTheWay'; readonly promise: number }

/**
 * Whether a promise can be kept beside those that stand: nobody pays more than is left. Where two promises come to more,
 * the later one is what holds, and takes the place of those about no other due line.
 */
export function roomFor(
  asked: { readonly amount: number; readonly items: readonly LineLeft[] },
  standing: readonly StandingPromise[],
): PromiseRoom {
  const most = asked.items.reduce((sum, { left }) => sum + left, 0)
  if (asked.amount > most) return { kind: 'tooMuch', most }
  const own = new Set(asked.items.map(({ id }) => id))
  const beside = standing.filter(({ awaited, items }) => awaited > 0 && items.some(({ id }) => own.has(id)))
  if (fits(asked, beside)) return { kind: 'stands', replaces: [] }
  const others = beside.filter((one) => one.isOfAnother || !one.items.every(({ id }) => own.has(id)))
  const [first] = others
  if (first && !fits(asked, others)) return { kind: 'inTheWay', promise: first.id }
  return { kind: 'stands', replaces: beside.filter((one) => !others.includes(one)).map(({ id }) => id) }
}

/** What all of them come to is left to pay of their due lines together. */
function fits(
  asked: { readonly amount: number; readonly items: readonly LineLeft[] },
  beside: readonly StandingPromise[],
) {
  const lines = new Map([asked, ...beside].flatMap(({ items }) => items.map(({ id, left }) => [id, left] as const)))
  const left = [...lines.values()].reduce((sum, one) => sum + one, 0)
  return beside.reduce((sum, { awaited }) => sum + awaited, asked.amount) <= left
}
