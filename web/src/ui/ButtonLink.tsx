import { Link, type LinkProps } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { type ButtonLook, buttonClass } from './button-look.ts'
import { Glyph, type Icon } from './Glyph.tsx'

export interface ButtonLinkProps extends ButtonLook {
  readonly link: LinkProps
  readonly children: ReactNode
  readonly icon?: Icon | undefined
  readonly className?: string | undefined
  /** Besides going there: closes what the link lies in. */
  readonly onFollow?: (() => void) | undefined
}

/** A link that looks like a button: it goes somewhere, it changes nothing. */
export function ButtonLink({ link, children, icon, className, onFollow, ...look }: ButtonLinkProps) {
  return (
    <Link {...link} onClick={onFollow} className={buttonClass(look, className)}>
      {icon && <Glyph icon={icon} className={look.variant === 'primary' ? '' : 'text-ink2'} />}
      <span className="truncate">{children}</span>
    </Link>
  )
}

/** A link within text and at the end of cards: accent, no underline until hovered. */
export const textLinkClass = 'text-accent font-medium rounded-check hover:underline underline-offset-2'

/** The usual link of the house, in text and card headers. */
export function TextLink({ link, children }: { readonly link: LinkProps; readonly children: ReactNode }) {
  return (
    <Link {...link} className={textLinkClass}>
      {children}
    </Link>
  )
}
