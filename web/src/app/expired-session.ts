import { useSyncExternalStore } from 'react'

let refusals = 0
const watchers = new Set<() => void>()

/** The server no longer knows who asks. Told by every answer that says so. */
export function tellExpired(): void {
  refusals += 1
  for (const watcher of watchers) watcher()
}

/** How often it was told since the page was opened. */
export const countExpired = (): number => refusals

export const useExpired = (): number =>
  useSyncExternalStore((watcher) => {
    watchers.add(watcher)
    return () => watchers.delete(watcher)
  }, countExpired)
