import type { ReactNode } from 'react'

export interface TwoLineRowProps {
  readonly title: ReactNode
  readonly detail?: ReactNode
  readonly end?: ReactNode
  /** A badge, under the amount. */
  readonly endDetail?: ReactNode
  /** Before both lines: an icon tile, an avatar. */
  readonly lead?: ReactNode
}

/** A row of two lines: name and amount, then detail and late badge. Lists on a phone, narrow columns. */
export function TwoLineRow({ title, detail, end, endDetail, lead }: TwoLineRowProps) {
  return (
    <span className="flex min-w-0 items-center gap-3 text-body">
      {lead}
      <span className="min-w-0 flex-1">
        <span className="block truncate font-medium">{title}</span>
        {detail && <span className="block truncate text-small font-regular text-ink3">{detail}</span>}
      </span>
      {(end || endDetail) && (
        <span className="flex shrink-0 flex-col items-end gap-0.5">
          {end && <span className="font-semibold">{end}</span>}
          {endDetail}
        </span>
      )}
    </span>
  )
}
