/** Things that cannot be told apart by amount: to take two of them is to take the first two. */
export interface SumClass<Item> {
  readonly face: number
  /** In the order in which they are taken. */
  readonly items: readonly Item[]
}

export interface SumsFound<Item> {
  /** Fewest items first, at most `mostSolutions`. */
  readonly sets: readonly (readonly Item[])[]
  /** How many sets come to the amount, counted up to `mostPairs`. */
  readonly ways: number
}

/**
 * The bound, whatever the books: two halves of at most 1,024 partial sums each, and at most 4,096 pairs of them looked
 * at. Classes that would go beyond are not searched; 400 equal amounts are one class.
 */
export const mostSums = 1024
export const mostPairs = 4096
export const mostSolutions = 24

interface Half<Item> {
  readonly classes: SumClass<Item>[]
  /** Sums of every choice; the place of a choice says how many of each class it takes. */
  readonly sums: Float64Array
  readonly sizes: Uint16Array
}

/** Shares classes between two halves as evenly as their choices allow; those that find no room are left out. */
function halve<Item>(classes: readonly SumClass<Item>[]): [SumClass<Item>[], SumClass<Item>[]] {
  const halves: [SumClass<Item>[], SumClass<Item>[]] = [[], []]
  const choices = [1, 1]
  for (const one of classes) {
    const at = (choices[0] ?? 1) <= (choices[1] ?? 1) ? 0 : 1
    const room = Math.floor(mostSums / (choices[at] ?? 1)) - 1
    if (room < 1) continue
    const items = one.items.slice(0, room)
    choices[at] = (choices[at] ?? 1) * (items.length + 1)
    halves[at].push({ face: one.face, items })
  }
  return halves
}

function sumsOf<Item>(classes: SumClass<Item>[]): Half<Item> {
  const count = classes.reduce((product, { items }) => product * (items.length + 1), 1)
  const sums = new Float64Array(count)
  const sizes = new Uint16Array(count)
  let filled = 1
  for (const { face, items } of classes) {
    for (let taken = 1; taken <= items.length; taken++)
      for (let at = 0; at < filled; at++) {
        sums[taken * filled + at] = (sums[at] ?? 0) + face * taken
        sizes[taken * filled + at] = (sizes[at] ?? 0) + taken
      }
    filled *= items.length + 1
  }
  return { classes, sums, sizes }
}

function itemsOf<Item>({ classes }: Half<Item>, choice: number): Item[] {
  let rest = choice
  return classes.flatMap(({ items }) => {
    const taken = rest % (items.length + 1)
    rest = Math.floor(rest / (items.length + 1))
    return items.slice(0, taken)
  })
}

/** Every set of two or more that comes to the amount, to the cent: meets in the middle. Amounts are whole numbers. */
export function setsThatSum<Item>(classes: readonly SumClass<Item>[], amount: number): SumsFound<Item> {
  const [left, right] = halve(classes).map(sumsOf)
  if (!left || !right) return { sets: [], ways: 0 }
  const bySum = new Map<number, number[]>()
  right.sums.forEach((sum, choice) => {
    const same = bySum.get(sum)
    if (same) same.push(choice)
    else bySum.set(sum, [choice])
  })
  const pairs: { first: number; second: number; size: number }[] = []
  for (let first = 0; first < left.sums.length && pairs.length < mostPairs; first++) {
    for (const second of bySum.get(amount - (left.sums[first] ?? 0)) ?? []) {
      const size = (left.sizes[first] ?? 0) + (right.sizes[second] ?? 0)
      if (size >= 2) pairs.push({ first, second, size })
      if (pairs.length >= mostPairs) break
    }
  }
  const best = pairs.toSorted((a, b) => a.size - b.size || a.first - b.first || a.second - b.second)
  return {
    sets: best.slice(0, mostSolutions).map(({ first, second }) => [...itemsOf(left, first), ...itemsOf(right, second)]),
    ways: pairs.length,
  }
}
