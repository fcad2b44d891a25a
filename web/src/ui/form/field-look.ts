import { cx } from '../class-names.ts'

export type FieldSize = 'small' | 'medium' | 'large'

const heights = { small: 'h-[30px] touch:h-11', medium: 'h-9 touch:h-11', large: 'h-[42px] touch:h-11' } as const

/** The box of an input, around the input itself and its icon; takes the focus ring from within. */
export const fieldBox = (size: FieldSize = 'medium', invalid = false): string =>
  cx(
    'motion-quick flex w-full min-w-0 items-center gap-2 rounded-control border bg-surface text-body text-ink',
    'has-[input:focus]:ring-input has-[textarea:focus]:ring-input has-[:disabled]:bg-sunken has-[:disabled]:text-ink3',
    invalid ? 'border-danger' : 'border-control',
    heights[size],
  )

/** The input inside a `fieldBox`: no box of its own. */
export const fieldInput = 'min-w-0 flex-1 bg-transparent px-3 py-1 outline-none truncate'

/** The popover of a select, a menu, a combobox. */
export const floatingBox =
  'motion-float min-w-[var(--trigger-width)] max-w-[min(26rem,calc(100vw-2rem))] overflow-auto rounded-block border border-line bg-raised p-1 text-body shadow-float outline-none'

/** One line of a floating list. */
export const floatingItem =
  'flex min-h-8 touch:min-h-11 cursor-default items-center gap-2.5 rounded-pill px-2.5 py-1 outline-none select-none data-[focused]:bg-accentbg data-[hovered]:bg-accentbg data-[disabled]:text-ink3 data-[disabled]:opacity-70'
