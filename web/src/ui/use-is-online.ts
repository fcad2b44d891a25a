import { useSyncExternalStore } from 'react'

const watch = (changed: () => void) => {
  addEventListener('online', changed)
  addEventListener('offline', changed)
  return () => {
    removeEventListener('online', changed)
    removeEventListener('offline', changed)
  }
}

/** False while the browser knows it has no network: what is on screen can be read, nothing can be saved. */
export const useIsOnline = (): boolean => useSyncExternalStore(watch, () => navigator.onLine)
