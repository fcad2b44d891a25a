import { useSyncExternalStore } from 'react'

let isOpen = false
const watchers = new Set<() => void>()

/** Opens or closes the help: the shortcuts of the page on screen. */
export function showHelp(open: boolean): void {
  isOpen = open
  for (const watcher of watchers) watcher()
}

export const useHelpIsOpen = (): boolean =>
  useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher)
      return () => watchers.delete(watcher)
    },
    () => isOpen,
  )
