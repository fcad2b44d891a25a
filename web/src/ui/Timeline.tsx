import type { ReactNode } from 'react'
import { cx } from './class-names.ts'
import { Glyph, type Icon } from './Glyph.tsx'
import { IconTile } from './Pill.tsx'
import type { Tone } from './tones.ts'

export interface TimelineEntry {
  readonly id: string | number
  readonly icon: Icon
  readonly tone: Tone
  readonly title: ReactNode
  readonly detail?: ReactNode
  readonly date: ReactNode
  /** Lire, Voir: before the date. */
  readonly end?: ReactNode
  /** Still to come: a hollow bullet. */
  readonly isPlanned?: boolean
}

export interface TimelineProps {
  readonly label: string
  readonly entries: readonly TimelineEntry[]
  /** `stacked`: detail under the title (invoice); `inline`: beside it (customer). */
  readonly layout?: 'stacked' | 'inline'
}

/** What happened and what is planned, newest first. */
export function Timeline({ label, entries, layout = 'stacked' }: TimelineProps) {
  return (
    <ol aria-label={label} className="relative">
      {entries.map((entry, index) => (
        <li key={entry.id} className="relative flex gap-2.5 pb-3 last:pb-0">
          {index < entries.length - 1 && (
            <span aria-hidden="true" className="absolute top-6 bottom-0.5 left-2 w-px bg-line2" />
          )}
          <span className="relative pt-px">
            {entry.isPlanned ? (
              <span className="grid size-[18px] place-items-center rounded-full border border-control bg-surface text-ink3">
                <Glyph icon={entry.icon} size={11} />
              </span>
            ) : (
              <IconTile icon={entry.icon} tone={entry.tone} size="small" />
            )}
          </span>
          <div className={cx('min-w-0 flex-1 text-table', layout === 'inline' && 'md:flex md:items-baseline md:gap-2')}>
            <div className={cx('min-w-0 font-medium', layout === 'inline' && 'md:max-w-[65%] md:shrink-0 md:truncate')}>
              {entry.title}
            </div>
            {entry.detail && (
              <div className="min-w-0 truncate text-small text-ink3 touch:whitespace-normal">{entry.detail}</div>
            )}
          </div>
          <div className="figures flex shrink-0 items-baseline gap-2 text-small text-ink3">
            {entry.end}
            {entry.date}
          </div>
        </li>
      ))}
    </ol>
  )
}
