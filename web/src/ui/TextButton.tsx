import type { ReactNode } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { textLinkClass } from './ButtonLink.tsx'
import { cx } from './class-names.ts'

export interface TextButtonProps {
  readonly children: ReactNode
  readonly onPress: () => void
  readonly className?: string | undefined
}

/** An act that looks like a link, inside a sentence or at the end of a card's title. */
export function TextButton({ children, onPress, className }: TextButtonProps) {
  return (
    <AriaButton onPress={onPress} className={cx(textLinkClass, 'touch:min-h-11', className)}>
      {children}
    </AriaButton>
  )
}
