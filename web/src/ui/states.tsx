import { IconRefresh } from '@tabler/icons-react'
import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './Button.tsx'
import { cx } from './class-names.ts'
import { Glyph, type Icon } from './Glyph.tsx'

export interface EmptyStateProps {
  readonly icon?: Icon
  /** What is true: « Tout est fait. » */
  readonly title: ReactNode
  /** What comes next: « Prochaine échéance : … ». */
  readonly children?: ReactNode
  readonly action?: ReactNode
  /** The title of the whole page, when there is nothing else. */
  readonly isPage?: boolean
}

/** Nothing to show, and it is fine: says so, and the next step. */
export function EmptyState({ icon, title, children, action, isPage = false }: EmptyStateProps) {
  const Title = isPage ? 'h1' : 'p'
  return (
    <div className="mx-auto flex max-w-md flex-col items-center gap-1.5 px-6 py-12 text-center">
      {icon && (
        <span className="mb-2 grid size-11 place-items-center rounded-full bg-neutralbg text-ink2">
          <Glyph icon={icon} size={22} />
        </span>
      )}
      <Title className="text-section">{title}</Title>
      {children && <div className="text-body text-ink2">{children}</div>}
      {action && <div className="mt-3">{action}</div>}
    </div>
  )
}

export interface ErrorStateProps {
  /** What could not be shown, as it goes in the sentence: « les factures ». */
  readonly what: string
  readonly onRetry?: (() => void) | undefined
  /** The request's number, to give to support. */
  readonly reference?: string | undefined
}

/** « Impossible d'afficher les factures. Vos données sont intactes. » Only in the part that failed. */
export function ErrorState({ what, onRetry, reference }: ErrorStateProps) {
  const { t } = useTranslation('ui')
  return (
    <div role="alert" className="mx-auto flex max-w-md flex-col items-center gap-1 px-6 py-10 text-center">
      <p className="text-section">{t('error.cannotShow', { what })}</p>
      <p className="text-ink2">{t('error.safe')}</p>
      {onRetry && (
        <div className="mt-3">
          <Button icon={IconRefresh} onPress={onRetry}>
            {t('error.retry')}
          </Button>
        </div>
      )}
      {reference && <p className="mt-2 text-small text-ink3">{t('error.reference', { reference })}</p>}
    </div>
  )
}

/** « Cette page n'existe pas ou n'est pas dans votre portefeuille. » The same words whether it exists or not. */
export function NotYoursState({ action, isPage = false }: Pick<EmptyStateProps, 'action' | 'isPage'>) {
  const { t } = useTranslation('ui')
  return <EmptyState title={t('error.notYours')} action={action} isPage={isPage} />
}

/** False for the first 150 ms: a skeleton that would only flash is not shown. */
export function useIsSlow(millis = 150): boolean {
  const [slow, setSlow] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), millis)
    return () => clearTimeout(timer)
  }, [millis])
  return slow
}

/** One grey bar of a skeleton; sized by its classes. */
export function Bone({ className }: { readonly className?: string }) {
  return (
    <span
      aria-hidden="true"
      className={cx('block animate-pulse rounded-check bg-neutralbg', className ?? 'h-3 w-24')}
    />
  )
}

/** The grey shape of what is loading, after 150 ms; read aloud once. Compose it of `Bone`s in the final layout. */
export function Skeleton({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation('ui')
  const slow = useIsSlow()
  return (
    <div role="status" aria-label={t('loading')}>
      {slow ? children : null}
    </div>
  )
}

const lineWidths = ['w-3/5', 'w-4/5', 'w-1/2', 'w-2/3']

/** A skeleton of text lines, for cards without a layout of their own. */
export function SkeletonLines({ lines = 3 }: { readonly lines?: number }) {
  return (
    <Skeleton>
      <div className="grid gap-3 p-4">
        {[...Array(lines).keys()].map((line) => (
          <Bone key={line} className={cx('h-3', lineWidths[line % lineWidths.length])} />
        ))}
      </div>
    </Skeleton>
  )
}
