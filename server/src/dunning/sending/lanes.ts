/** How the next ones are to be worked on after one. */
export type Pace = 'faster' | 'same' | 'alone' | 'stop'

/**
 * Works through a list on up to `most` lanes at once. The first goes alone; each that went well lets one more lane open, `alone` closes them
 * all but one, `stop` begins no other. What shares a key is never worked on at the same time.
 */
export async function onLanes<T>(
  items: readonly T[],
  { most, keyOf, work }: { most: number; keyOf: (item: T) => unknown; work: (item: T) => Promise<Pace> },
): Promise<void> {
  const waiting = [...items]
  const busy = new Map<unknown, Promise<void>>()
  let open = 1
  const next = (): T | undefined => {
    const at = waiting.findIndex((item) => !busy.has(keyOf(item)))
    return at < 0 ? undefined : waiting.splice(at, 1)[0]
  }
  for (;;) {
    while (busy.size < open) {
      const item = next()
      if (item === undefined) break
      const key = keyOf(item)
      const done = work(item).then((pace) => {
        busy.delete(key)
        if (pace === 'stop') waiting.length = 0
        if (pace === 'alone') open = 1
        if (pace === 'faster') open = Math.min(most, open + 1)
      })
      busy.set(key, done)
    }
    if (busy.size === 0) return
    await Promise.race(busy.values())
  }
}
