import { type ReactNode, useCallback, useState } from 'react'

export interface ScrollAreaProps {
  /** What it holds, for those who come to it by the keyboard. */
  readonly label: string
  readonly className: string
  readonly children: ReactNode
}

/** Scrolls what does not fit; then, and only then, it is a stop of the keyboard (WCAG 2.1.1). */
export function ScrollArea({ label, className, children }: ScrollAreaProps) {
  const [scrolls, setScrolls] = useState(false)
  const watch = useCallback((area: HTMLDivElement) => {
    const measure = () =>
      setScrolls(area.scrollHeight > area.clientHeight + 1 || area.scrollWidth > area.clientWidth + 1)
    const observer = new ResizeObserver(measure)
    observer.observe(area)
    for (const child of area.children) observer.observe(child)
    const added = new MutationObserver(() => {
      for (const child of area.children) observer.observe(child)
      measure()
    })
    added.observe(area, { childList: true, subtree: true })
    return () => {
      observer.disconnect()
      added.disconnect()
    }
  }, [])
  return (
    <div ref={watch} className={className} {...(scrolls && { tabIndex: 0, role: 'group', 'aria-label': label })}>
      {children}
    </div>
  )
}
