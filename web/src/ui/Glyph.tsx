import type { ComponentType } from 'react'

/** Any icon of @tabler/icons-react. */
export type Icon = ComponentType<{ size?: number | string; stroke?: number | string; className?: string }>

export interface GlyphProps {
  readonly icon: Icon
  /** 16 in text, 17 in the navigation, 22 in the mobile bar. */
  readonly size?: number
  readonly className?: string | undefined
}

/** An icon in the house stroke; never speaks to a screen reader, the words beside it do. */
export function Glyph({ icon: IconOf, size = 16, className = '' }: GlyphProps) {
  return (
    <span aria-hidden="true" className={`inline-flex shrink-0 ${className}`}>
      <IconOf size={size} stroke={1.75} />
    </span>
  )
}
