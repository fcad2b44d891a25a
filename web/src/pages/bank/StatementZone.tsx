import type { ReactNode } from 'react'
import { DropZone } from 'react-aria-components'
import { filesOfDrop } from '../../ui/dropped-files.ts'

export interface StatementZoneProps {
  readonly onFile: (file: File) => void
  readonly children: ReactNode
}

/** The whole page takes a statement that is dropped on it; the button does the same for those who do not drag. */
export function StatementZone({ onFile, children }: StatementZoneProps) {
  return (
    <DropZone
      onDrop={async ({ items }) => {
        const { files } = await filesOfDrop(items)
        for (const file of files) onFile(file)
      }}
      className="min-w-0 data-[drop-target]:bg-accentbg"
    >
      {children}
    </DropZone>
  )
}
