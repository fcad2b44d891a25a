import type { ReactNode } from 'react'
import { Card } from './Card.tsx'
import { Drawer } from './Drawer.tsx'
import { useMediaQuery } from './use-media-query.ts'

/** From 1200 px the detail stands beside the list; below, it opens over it. */
export const useIsBeside = (): boolean => useMediaQuery('(width >= 75rem)')

export interface SidePanelProps {
  readonly label: string
  /** Only asked for below 1200 px: beside the list, the panel is always there. */
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly children: ReactNode
}

/** The detail of what is chosen in the list. */
export function SidePanel({ label, isOpen, onClose, children }: SidePanelProps) {
  if (useIsBeside()) {
    return (
      <Card label={label} className="flex min-h-0 flex-col overflow-auto">
        {children}
      </Card>
    )
  }
  return (
    <Drawer isOpen={isOpen} onClose={onClose} title={label}>
      <div className="-mx-[22px] flex min-h-full flex-col">{children}</div>
    </Drawer>
  )
}
