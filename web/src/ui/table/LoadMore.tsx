import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../Button.tsx'

export interface LoadMoreProps {
  readonly loadMore: () => void
  readonly isLoading: boolean
}

/** At the end of a long list: asks for the next rows 600 px before it is reached; a button for keyboards. */
export function LoadMore({ loadMore, isLoading }: LoadMoreProps) {
  const { t } = useTranslation('ui')
  const end = useRef<HTMLDivElement>(null)
  const latest = useRef(loadMore)
  useEffect(() => {
    latest.current = loadMore
  })
  useEffect(() => {
    const element = end.current
    if (!element || isLoading) return undefined
    const root = element.closest<HTMLElement>('[data-scrolls]')
    const observer = new IntersectionObserver(
      (entries) => entries.some((entry) => entry.isIntersecting) && latest.current(),
      {
        root: root && root.scrollHeight > root.clientHeight ? root : null,
        rootMargin: '600px',
      },
    )
    observer.observe(element)
    return () => observer.disconnect()
  }, [isLoading])
  return (
    <div ref={end} className="flex justify-center p-3">
      <Button variant="quiet" size="small" onPress={loadMore} isPending={isLoading}>
        {isLoading ? t('loading') : t('table.more')}
      </Button>
    </div>
  )
}
