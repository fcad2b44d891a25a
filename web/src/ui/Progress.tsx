import { cx } from './class-names.ts'
import { fill, type Tone } from './tones.ts'

export interface ProgressBarProps {
  /** 0 to 1. */
  readonly value: number
  /** Read aloud: « utilisé à 91 % ». */
  readonly label: string
  readonly tone?: Tone
  readonly size?: 'thin' | 'thick'
  readonly className?: string
}

const percent = (value: number): number => Math.round(Math.min(1, Math.max(0, value)) * 100)

/** How much of something is done; never alone, the figures stand beside it. */
export function ProgressBar({ value, label, tone = 'accent', size = 'thin', className }: ProgressBarProps) {
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuenow={percent(value)}
      aria-valuemin={0}
      aria-valuemax={100}
      className={cx('min-w-8 overflow-hidden rounded-full bg-neutralbg', size === 'thick' ? 'h-2' : 'h-1.5', className)}
    >
      <div
        className={cx('h-full', fill[tone], value < 1 && 'rounded-r-[1px]')}
        style={{ width: `${percent(value)}%` }}
      />
    </div>
  )
}

export interface ProgressRingProps {
  readonly done: number
  readonly total: number
  readonly label: string
}

/** The ring of a list of things to do: green for what is done. */
export function ProgressRing({ done, total, label }: ProgressRingProps) {
  const radius = 12.5
  const around = 2 * Math.PI * radius
  const share = total === 0 ? 1 : done / total
  return (
    <svg role="img" aria-label={label} width="31" height="31" viewBox="0 0 31 31" className="shrink-0">
      <title>{label}</title>
      <circle cx="15.5" cy="15.5" r={radius} fill="none" stroke="var(--line)" strokeWidth="4.5" />
      <circle
        cx="15.5"
        cy="15.5"
        r={radius}
        fill="none"
        stroke="var(--paid)"
        strokeWidth="4.5"
        strokeDasharray={`${around * share} ${around}`}
        transform="rotate(-90 15.5 15.5)"
      />
    </svg>
  )
}
