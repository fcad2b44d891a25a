import { type RefObject, useEffect, useRef } from 'react'

/**
 * What was focused went with what was ended: the focus goes to what is left of the card (it takes `tabIndex={-1}`), or to
 * the page, and never falls on nothing.
 */
export function useKeptFocus(count: number): RefObject<HTMLDivElement | null> {
  const card = useRef<HTMLDivElement>(null)
  const before = useRef(count)
  useEffect(() => {
    const { activeElement, body } = document
    const isLost = activeElement === null || activeElement === body
    if (count < before.current && isLost) (card.current ?? document.getElementById('content'))?.focus()
    before.current = count
  }, [count])
  return card
}
