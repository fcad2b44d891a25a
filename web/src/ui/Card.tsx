import type { ReactNode } from 'react'
import { cx } from './class-names.ts'

export interface CardProps {
  readonly children: ReactNode
  /** `padded` adds 16 to 18 px; leave it off for cards that hold a table or sections of their own. */
  readonly padded?: boolean
  /** `active` for what is being worked on, `alert` for a sale to a late customer, `good` for good news. */
  readonly look?: 'plain' | 'active' | 'alert' | 'late' | 'good'
  readonly className?: string | undefined
  /** Makes it a named region of the page. */
  readonly label?: string
}

const looks = {
  plain: 'border-line bg-surface',
  active: 'border-accent border-[1.5px] bg-surface',
  alert: 'border-a2 border-[1.5px] bg-surface',
  late: 'border-a3 border-[1.5px] bg-dangerbg',
  good: 'border-transparent bg-paidbg',
} as const

/** A surface with a hairline; never a shadow. */
export function Card({ children, padded = false, look = 'plain', className, label }: CardProps) {
  const classes = cx('min-w-0 rounded-card border', looks[look], padded && 'px-4 py-3.5', className)
  return label === undefined ? (
    <div className={classes}>{children}</div>
  ) : (
    <section aria-label={label} className={classes}>
      {children}
    </section>
  )
}

export interface SectionTitleProps {
  readonly children: ReactNode
  /** The grey words after the title. */
  readonly note?: ReactNode
  /** At the end of the line: a link, a button, a counter. */
  readonly end?: ReactNode
  /** 2 titles a card; 3 heads a part of it, in plain grey words. */
  readonly level?: 2 | 3
  readonly className?: string
}

/** The title of a card, with its grey note and its link. */
export function SectionTitle({ children, note, end, level = 2, className }: SectionTitleProps) {
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <div className={cx('flex min-w-0 items-baseline gap-2', className)}>
      <Heading className={level === 2 ? 'truncate text-section' : 'truncate text-table font-regular text-ink2'}>
        {children}
      </Heading>
      {note && <span className="shrink-[99999] truncate text-small text-ink3">{note}</span>}
      {end && <span className="ml-auto shrink-0 text-small">{end}</span>}
    </div>
  )
}

/** The foot of a card: sunken, one line. */
export function CardFooter({ children, className }: { readonly children: ReactNode; readonly className?: string }) {
  return (
    <div
      className={cx(
        'flex min-h-9.5 items-center gap-4 rounded-b-card border-t border-line bg-sunken px-4 py-1.5 text-small text-ink2',
        className,
      )}
    >
      {children}
    </div>
  )
}

export interface NoteProps {
  readonly children: ReactNode
  readonly look?: 'sunken' | 'accent' | 'warn' | 'danger' | 'paid'
  readonly icon?: ReactNode
}

const noteLooks = {
  sunken: 'border border-line bg-sunken text-ink2',
  accent: 'bg-accentbg text-ink',
  warn: 'bg-warnbg text-ink',
  danger: 'bg-dangerbg text-ink',
  paid: 'bg-paidbg text-ink',
} as const

/** A block inside a card: an explanation, « Ce qui va se passer », an opening sentence. */
export function Note({ children, look = 'sunken', icon }: NoteProps) {
  return (
    <div className={cx('flex gap-2.5 rounded-block px-3 py-2', noteLooks[look])}>
      {icon && <span className="mt-0.5 text-ink2">{icon}</span>}
      <div className="min-w-0 flex-1">{children}</div>
    </div>
  )
}
