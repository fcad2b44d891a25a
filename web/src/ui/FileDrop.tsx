import { IconPaperclip } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Button, DropZone, FileTrigger, isFileDropItem } from 'react-aria-components'
import { cx } from './class-names.ts'
import { Glyph, type Icon } from './Glyph.tsx'

export interface FileDropProps {
  /** « Glisser un fichier ici, ou » */
  readonly prompt: ReactNode
  /** « choisir un fichier »: the button. */
  readonly action: string
  readonly onFiles: (files: readonly File[]) => void
  /** Endings or media types: '.csv', '.xlsx', 'application/pdf'. Files of other kinds are still passed on: the caller says what is wrong. */
  readonly accept: readonly string[]
  readonly multiple?: boolean
  readonly icon?: Icon
  readonly look?: 'line' | 'zone'
  /** Under the prompt of a zone: formats, a model file. */
  readonly children?: ReactNode
}

/** A place to drop a file, with a button for those who do not drag. */
export function FileDrop(props: FileDropProps) {
  const { look = 'line', multiple = false, icon = IconPaperclip } = props
  const take = (files: readonly File[]) => files.length > 0 && props.onFiles(multiple ? files : files.slice(0, 1))
  return (
    <DropZone
      onDrop={async ({ items }) => take(await Promise.all(items.filter(isFileDropItem).map((item) => item.getFile())))}
      className={cx(
        'motion-quick flex items-center justify-center rounded-block border border-dashed border-line2 text-body text-ink2',
        'data-[drop-target]:border-accent data-[drop-target]:bg-accentbg data-[focus-visible]:ring-focus',
        look === 'line' ? 'min-h-[42px] gap-2 px-3 py-1.5' : 'flex-col gap-3 bg-sunken px-6 py-12 text-center',
      )}
    >
      <Glyph icon={icon} size={look === 'line' ? 16 : 28} className="text-ink3" />
      <span>
        {props.prompt}{' '}
        <FileTrigger
          acceptedFileTypes={props.accept}
          allowsMultiple={multiple}
          onSelect={(list) => take([...(list ?? [])])}
        >
          <Button className="rounded-check font-medium text-accent hover:underline">{props.action}</Button>
        </FileTrigger>
      </span>
      {props.children && <div className="text-small text-ink3">{props.children}</div>}
    </DropZone>
  )
}
