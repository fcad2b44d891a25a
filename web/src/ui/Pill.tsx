import type { ReactNode } from 'react'
import { cx } from './class-names.ts'
import { Glyph, type Icon } from './Glyph.tsx'
import { type Tone, tint, toneText } from './tones.ts'
import { useCount } from './use-count.ts'

export interface PillProps {
  readonly tone: Tone
  readonly icon?: Icon | undefined
  readonly children: ReactNode
  /** On a tinted ground (a selected card), the pill turns white so that it still shows. */
  readonly onTint?: boolean | undefined
}

/** A status in a word, on the tint of its family (tokens: `paid` good, `warn` attention, `danger` wrong, …). */
export function StatusPill({ tone, icon, children, onTint = false }: PillProps) {
  return (
    <span
      className={cx(
        'inline-flex h-[22px] max-w-full align-middle items-center gap-1.5 rounded-pill px-2 text-[0.78125rem] font-strong whitespace-nowrap',
        onTint ? cx('bg-surface', toneText[tone]) : tint[tone],
        tone === 'accent' && 'in-[[aria-current=true]]:bg-surface', // the ground of an open row is that very tint
      )}
    >
      {icon && <Glyph icon={icon} size={14} />}
      <span className="truncate">{children}</span>
    </span>
  )
}

const toneOfVoice = { friendly: 'accent', neutral: 'neutral', firm: 'warn', formalNotice: 'danger' } as const

/** The tone of a reminder: cordial, neutre, ferme, mise en demeure. The word is the caller's. */
export function TonePill({
  tone,
  children,
}: {
  readonly tone: keyof typeof toneOfVoice
  readonly children: ReactNode
}) {
  return <StatusPill tone={toneOfVoice[tone]}>{children}</StatusPill>
}

const confidenceTone = { high: 'paid', medium: 'promise', low: 'warn', none: 'neutral' } as const
const confidenceBars = { high: 3, medium: 2, low: 1, none: 0 } as const

export interface ConfidenceProps {
  readonly level: keyof typeof confidenceTone
  /** Quasi certain, Probable, À vérifier, À chercher. */
  readonly children: ReactNode
}

/** How sure a match or a forecast is: three bars and a word. */
export function Confidence({ level, children }: ConfidenceProps) {
  return (
    <span
      className={cx(
        'inline-flex items-center gap-1.5 text-small font-semibold whitespace-nowrap',
        toneText[confidenceTone[level]],
      )}
    >
      <span aria-hidden="true" className="inline-flex gap-[2px]">
        {[0, 1, 2].map((bar) => (
          <span
            key={bar}
            className={cx('h-2.5 w-[5px] rounded-[1.5px]', bar < confidenceBars[level] ? 'bg-current' : 'bg-line2')}
          />
        ))}
      </span>
      {children}
    </span>
  )
}

/** A small counter beside a tab, a title or a menu entry. */
export function CountBadge({ count, active = false }: { readonly count: number; readonly active?: boolean }) {
  const written = useCount()
  return (
    <span
      className={cx(
        'figures inline-flex h-[18px] min-w-[18px] items-center justify-center rounded-pill px-1.5 text-micro',
        active ? 'bg-accentbg text-accent' : 'bg-neutralbg text-ink2',
      )}
    >
      {written(count)}
    </span>
  )
}

export interface IconTileProps {
  readonly icon: Icon
  readonly tone: Tone
  readonly size?: 'small' | 'medium' | 'large'
}

const tileSizes = {
  small: 'size-[18px] rounded-full',
  medium: 'size-7 rounded-control',
  large: 'size-9 rounded-control',
}

/** The tinted square (or round, when small) that opens a row: what kind of thing it is. */
export function IconTile({ icon, tone, size = 'medium' }: IconTileProps) {
  return (
    <span aria-hidden="true" className={cx('grid shrink-0 place-items-center', tileSizes[size], tint[tone])}>
      <Glyph icon={icon} size={size === 'small' ? 12 : size === 'large' ? 20 : 16} />
    </span>
  )
}
