import type { ReactNode } from 'react'
import { cx } from './class-names.ts'
import { toneText } from './tones.ts'

export interface FigureProps {
  /** Plain words: À encaisser, En retard. */
  readonly label: ReactNode
  readonly value: ReactNode
  readonly caption?: ReactNode
  readonly size?: 'xl' | 'l' | 'm'
  readonly tone?: 'plain' | 'late' | 'good'
  readonly className?: string
}

const sizes = { xl: 'text-figure-xl', l: 'text-figure-l', m: 'text-figure-m' } as const
const wrapped =
  'figures whitespace-normal [overflow-wrap:anywhere] [&_.figures]:whitespace-normal max-[359px]:!text-[1.125rem]'
const tones = { plain: '', late: toneText.a3, good: toneText.paid } as const

/** A label, a big number, a grey line under it. */
export function Figure({ label, value, caption, size = 'l', tone = 'plain', className }: FigureProps) {
  return (
    <div className={cx('min-w-0', className)}>
      <div className="truncate text-table text-ink2">{label}</div>
      {/* An amount is never cut short: several currencies go on to the next line. */}
      <div className={cx(wrapped, sizes[size], tones[tone])}>{value}</div>
      {caption && <div className="mt-0.5 flex items-center gap-2 text-small text-ink3">{caption}</div>}
    </div>
  )
}

const strip =
  'grid grid-cols-2 divide-line rounded-card border border-line bg-surface max-md:gap-y-3 max-md:py-3 *:px-4 md:*:py-3'
// Beside a list it is as narrow as on a phone: two by two.
const narrowStrip = '@max-[40rem]:!grid-flow-row @max-[40rem]:!grid-cols-2 @max-[40rem]:!divide-x-0'

/** Figures side by side in one card, separated by hairlines (customer page). */
export function FigureStrip({ children }: { readonly children: ReactNode }) {
  return (
    <div className={cx(strip, 'md:auto-cols-fr md:grid-flow-col md:grid-cols-none md:divide-x', narrowStrip)}>
      {children}
    </div>
  )
}

export interface ChangeProps {
  readonly direction: 'up' | 'down' | 'same'
  /** Down is good for lateness, bad for receipts: the caller knows. */
  readonly isGood: boolean
  readonly children: ReactNode
}

/** A change since last time: a small triangle and the amount, green when good. */
export function Change({ direction, isGood, children }: ChangeProps) {
  const sign = { up: '▲', down: '▼', same: '=' }[direction]
  return (
    <span className={cx('figures font-semibold', isGood ? 'text-paid' : 'text-a3t')}>
      <span aria-hidden="true" className="mr-1 text-[0.8em]">
        {sign}
      </span>
      {children}
    </span>
  )
}
