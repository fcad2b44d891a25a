import { avatarColor, initialsOf } from './avatar-color.ts'
import { cx } from './class-names.ts'

export interface AvatarProps {
  readonly name: string
  /** 22, 30 or 42 px. `square` is for firms, `quiet` for people of the customer's side. */
  readonly size?: 'small' | 'medium' | 'large'
  readonly shape?: 'round' | 'square'
  readonly look?: 'coloured' | 'quiet'
  /** Read the name aloud: when the avatar stands alone (a column of owners). */
  readonly named?: boolean
}

const sizes = {
  small: 'size-[22px] text-[0.5625rem]',
  medium: 'size-[30px] text-[0.71875rem]',
  large: 'size-[42px] text-[0.9375rem]',
} as const

/** Initials on a colour that stays the same for the same name, on every screen. */
export function Avatar({ name, size = 'small', shape = 'round', look = 'coloured', named = false }: AvatarProps) {
  return (
    <span
      {...(named ? { role: 'img', 'aria-label': name, title: name } : { 'aria-hidden': true })}
      style={look === 'coloured' ? { backgroundColor: avatarColor(name), color: '#fff' } : undefined}
      className={cx(
        'inline-grid align-middle shrink-0 place-items-center font-semibold tracking-normal select-none',
        shape === 'round' ? 'rounded-full' : 'rounded-block',
        look === 'quiet' && 'bg-neutralbg text-ink2',
        sizes[size],
      )}
    >
      {initialsOf(name)}
    </span>
  )
}
