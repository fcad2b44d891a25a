import { type RefObject, useEffect, useRef } from 'react'

/** Listens to keys in a box that is no control itself: those of its controls, on their way up. */
export function useKeysIn(box: RefObject<HTMLElement | null>, listen: (event: KeyboardEvent) => void): void {
  const latest = useRef(listen)
  useEffect(() => {
    latest.current = listen
  })
  useEffect(() => {
    const element = box.current
    const onKeyDown = (event: KeyboardEvent) => latest.current(event)
    element?.addEventListener('keydown', onKeyDown)
    return () => element?.removeEventListener('keydown', onKeyDown)
  }, [box])
}
