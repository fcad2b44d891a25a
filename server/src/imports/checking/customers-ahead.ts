/** New customers that came up while a file is read; none are told of where they cost nothing apart. */
export interface CustomersSeen {
  readonly count: number
  /** How many there were when half as much was read. */
  readonly atHalf: number
}

/**
 * How many more will come up in the rest of a file, of which `part` is read: the second half of what is read brought some
 * part of what the first did, and it goes on like that. A file sorted by customer brings as many to its end, one in the
 * order of days ever fewer.
 */
export function customersAhead({ count, atHalf }: CustomersSeen, part: number): number {
  const lately = count - atHalf
  if (lately <= 0 || part <= 0 || part >= 1) return 0
  const times = (1 - part) / (part / 2)
  const less = atHalf <= 0 ? 1 : Math.min(1, lately / atHalf)
  return less > 0.999 ? lately * times : (lately * less * (1 - less ** times)) / (1 - less)
}

/** Keeps what was seen when, to answer what there was at half of it. */
export function watchCustomers(): (part: number, count: number) => CustomersSeen {
  const before: { readonly part: number; readonly count: number }[] = []
  let at = 0
  return (part, count) => {
    before.push({ part, count })
    while ((before[at + 1]?.part ?? 1) <= part / 2) at++
    const [near, next] = [before[at], before[at + 1]]
    if (!near || !next || near.part > part / 2) return { count, atHalf: count / 2 }
    const between = (part / 2 - near.part) / Math.max(1e-9, next.part - near.part)
    return { count, atHalf: near.count + Math.min(1, between) * (next.count - near.count) }
  }
}
