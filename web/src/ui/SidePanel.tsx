import type { ReactNode } from 'react'
import { Card } from './Card.tsx'
import { Drawer } from './Drawer.tsx'
import { useMediaQuery } from './use-media-query.ts'

/** From 1200 px the detail stands beside the list; below, it opens over it. */
export const useIsBeside = (): boolean => useMediaQuery('(width >= 75rem)')

/** From 1600 px a list of pages shows the page of its current row beside it. */
export const useHasRoomBeside = (): boolean => useMediaQuery('(width >= 100rem)')

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

export interface BesideProps {
  readonly children: ReactNode
  /** What stands right of the list; nothing where there is no room for it, or no row. */
  readonly panel: ReactNode
}

/** A list, and on a wide screen the page of its current row to the right of it. */
export function Beside({ children, panel }: BesideProps) {
  if (!panel) return children
  return (
    <div className="grid min-h-0 flex-1 grid-cols-[minmax(0,1fr)_minmax(30rem,38%)] grid-rows-[minmax(0,1fr)] gap-3.5">
      {children}
      {panel}
    </div>
  )
}
