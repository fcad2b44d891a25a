import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { cx } from './class-names.ts'
import { lateTone, tint } from './tones.ts'

export interface LateBadgeProps {
  /** Days after the due date; negative before it. */
  readonly days: number
  /** `short` « 74 j », `long` « 74 j de retard »; `amount` replaces the number by the given words. */
  readonly wording?: 'short' | 'long'
  readonly children?: ReactNode
}

const heights = ['h-1', 'h-1.5', 'h-2', 'h-2.5']

/** How late, in colour, in 0 to 4 bars and in days: reads in black and white, read aloud « 74 jours de retard ». */
export function LateBadge({ days, wording = 'short', children }: LateBadgeProps) {
  const { t } = useTranslation('ui')
  const tone = lateTone(days)
  const bars = Number(tone.slice(1))
  const spoken = days > 0 ? t('late.spoken', { count: days }) : t('late.spokenBefore', { count: -days })
  const shown =
    days > 0
      ? t(wording === 'long' ? 'late.long' : 'late.short', { count: days })
      : days === 0
        ? t('late.today')
        : t('late.before', { count: -days })
  return (
    <span
      className={cx(
        children ? 'whitespace-normal' : 'whitespace-nowrap',
        'figures inline-flex min-h-[22px] max-w-full align-middle items-center gap-[5px] rounded-pill px-1.5 text-[0.75rem] font-semibold',
        tint[tone],
      )}
    >
      <span aria-hidden="true" className="inline-flex shrink-0 items-end gap-[1.5px]">
        {heights.map((height, index) => (
          <span
            key={height}
            className={cx('w-[3px] rounded-[1px] bg-current', height, index >= bars && 'opacity-30')}
          />
        ))}
      </span>
      <span aria-hidden="true">{children ?? shown}</span>
      <span className="sr-only">
        {children}
        {children ? ', ' : ''}
        {spoken}
      </span>
    </span>
  )
}
