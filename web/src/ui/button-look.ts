import { cx } from './class-names.ts'

export interface ButtonLook {
  readonly variant?: 'primary' | 'secondary' | 'quiet' | 'danger' | 'accent' | undefined
  /** 28, 34 or 46 px high; medium grows to 44 px on touch screens. */
  readonly size?: 'small' | 'medium' | 'touch' | undefined
  /** Takes the whole width, words at the start: a choice among outcomes. */
  readonly isWide?: boolean | undefined
}

const variants = {
  primary:
    'border-transparent bg-accent text-onaccent font-strong shadow-lift hover:bg-accenth data-[pressed]:bg-accenth',
  secondary: 'border-line2 bg-surface text-ink hover:bg-sunken hover:border-control data-[pressed]:bg-neutralbg',
  quiet: 'border-transparent bg-transparent text-ink2 hover:bg-neutralbg hover:text-ink',
  accent: 'border-accentln bg-surface text-accent hover:bg-accentbg',
  danger: 'border-line2 bg-surface text-danger hover:bg-dangerbg hover:border-danger',
} as const

const sizes = {
  small: 'h-7 touch:h-11 rounded-control px-2.5 gap-1.5 text-small',
  medium: 'h-[34px] touch:h-11 rounded-control px-3 gap-2.5 text-table',
  touch: 'h-[46px] rounded-block px-4 gap-2.5 text-[0.9375rem]',
} as const

/** The classes of a button, for what looks like one: a link, a file picker. */
export function buttonClass(
  { variant = 'secondary', size = 'medium', isWide = false }: ButtonLook,
  more?: string,
): string {
  return cx(
    'motion-quick inline-flex max-w-full shrink-0 items-center justify-center border font-medium whitespace-nowrap select-none',
    'aria-disabled:opacity-60 aria-disabled:shadow-none',
    variants[variant],
    sizes[size],
    isWide && 'w-full text-left *:[span.truncate]:flex-1',
    more,
  )
}
