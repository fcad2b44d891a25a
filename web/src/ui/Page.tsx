import type { ReactNode } from 'react'
import { Button } from './Button.tsx'
import { cx } from './class-names.ts'
import type { Icon } from './Glyph.tsx'
import { useIsMobile } from './use-media-query.ts'

export interface PageProps {
  readonly children: ReactNode
  /** `fill`: on a desktop the page is exactly one window high and its lists scroll inside; `flow`: it scrolls. */
  readonly height?: 'fill' | 'flow'
}

/** The content of a screen: 24 px gutters, 1680 px at most. */
export function Page({ children, height = 'flow' }: PageProps) {
  return (
    <div
      className={cx(
        'mx-auto flex w-full max-w-[1680px] min-w-0 flex-col gap-2.5 px-3 pb-20 md:px-6 md:pb-4',
        height === 'fill' && 'md:h-[calc(100dvh-var(--band-height,0px))] md:min-h-[32rem]',
      )}
    >
      {children}
    </div>
  )
}

export interface PageHeaderProps {
  readonly title: ReactNode
  /** The grey words after the title: count and total. */
  readonly note?: ReactNode
  /** Pills that follow the title. */
  readonly badges?: ReactNode
  /** Above the title: breadcrumbs, and `3 sur 37` at the end of that line. */
  readonly above?: ReactNode
  readonly aboveEnd?: ReactNode
  /** Before the title: a large avatar. */
  readonly lead?: ReactNode
  /** Top right, secondary buttons; on a phone `mobileActions` (a ••• menu) take their place. */
  readonly actions?: ReactNode
  readonly mobileActions?: ReactNode
  /** The only filled button of the page; on a phone it is fixed under the thumb. */
  readonly primary?: PrimaryAct
}

export interface PrimaryAct {
  readonly label: string
  readonly icon?: Icon | undefined
  readonly onPress?: (() => void) | undefined
  readonly hotkey?: string | undefined
  readonly disabledReason?: string | undefined
  readonly isPending?: boolean | undefined
}

/** Title and total top left, acts top right: the same place on every screen. */
export function PageHeader(props: PageHeaderProps) {
  const { title, note, badges, above, aboveEnd, lead, primary } = props
  const isMobile = useIsMobile()
  const actions = isMobile ? props.mobileActions : props.actions
  return (
    <header
      className={cx(
        'max-md:-mx-3 max-md:border-b max-md:border-line max-md:bg-surface max-md:px-4 max-md:py-3',
        above && !aboveEnd ? 'md:pt-2' : 'md:pt-3.5',
      )}
    >
      {above && (
        <div className={cx('flex min-h-6 items-center gap-4', aboveEnd ? 'mb-1.5' : 'mb-0.5')}>
          <div className="min-w-0 flex-1">{above}</div>
          {aboveEnd}
        </div>
      )}
      <div className="flex min-h-[38px] flex-wrap items-center gap-x-3 gap-y-2">
        {lead}
        <div
          className={cx(
            'min-w-0 flex-1',
            Boolean(lead) && 'md:basis-80',
            !lead && 'md:flex md:flex-wrap md:items-baseline md:gap-x-2.5',
          )}
        >
          <div
            className={cx(
              'flex min-w-0 flex-wrap items-center gap-2.5',
              !lead && Boolean(note) && 'md:max-w-full md:shrink-0',
            )}
          >
            <h1 className="min-w-0 text-title">{title}</h1>
            {badges}
          </div>
          {/* A total is never cut short: what does not fit beside the title goes on under it. */}
          {note && <p className="min-w-0 text-table text-ink3">{note}</p>}
        </div>
        {(actions || primary) && (
          <div className="flex flex-wrap items-center gap-2.5">
            {actions}
            {primary && <PrimaryButton act={primary} isMobile={isMobile} />}
          </div>
        )}
      </div>
    </header>
  )
}

function PrimaryButton({ act, isMobile }: { readonly act: PrimaryAct; readonly isMobile: boolean }) {
  const { label, ...rest } = act
  if (!isMobile) {
    return (
      <span data-print="hidden" className="contents">
        <Button variant="primary" {...rest}>
          {label}
        </Button>
      </span>
    )
  }
  return (
    // What scrolls under it does not show through when it is disabled.
    <div
      data-print="hidden"
      className="fixed inset-x-3 bottom-[calc(4.25rem+env(safe-area-inset-bottom))] z-20 rounded-block bg-canvas"
    >
      <Button variant="primary" size="touch" className="w-full shadow-float" {...rest}>
        {label}
      </Button>
    </div>
  )
}
