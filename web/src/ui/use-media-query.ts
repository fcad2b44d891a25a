import { useCallback, useSyncExternalStore } from 'react'

/** True while the media query holds; follows the window. */
export function useMediaQuery(query: string): boolean {
  const watch = useCallback(
    (changed: () => void) => {
      const list = matchMedia(query)
      list.addEventListener('change', changed)
      return () => list.removeEventListener('change', changed)
    },
    [query],
  )
  return useSyncExternalStore(watch, () => matchMedia(query).matches)
}

/** Under 768 px: one column, two-line rows, 44 px targets. */
export const useIsMobile = (): boolean => useMediaQuery('(width < 48rem)')
