/** Lets so much be done at once; who comes when all places are taken has the next one that is free, in the order of coming. */
export type Places = <T>(work: () => Promise<T>) => Promise<T>

/** `most` places. What has a place must not wait for another of the same. */
export function places(most: number): Places {
  let free = most
  const waiting: (() => void)[] = []
  return async (work) => {
    if (free > 0) free -= 1
    else await new Promise<void>((go) => waiting.push(go))
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else free += 1
    }
  }
}

/** What is taken if there is some left, and given back; nobody waits for it. */
export interface Stock {
  take(): boolean
  give(): void
}

/** So many, for all who share it. */
export function stock(most: number): Stock {
  let left = most
  return {
    take: () => {
      if (left === 0) return false
      left -= 1
      return true
    },
    give: () => {
      left += 1
    },
  }
}
