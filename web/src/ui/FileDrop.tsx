import { IconPaperclip } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Button, DropZone, FileTrigger } from 'react-aria-components'
import { cx } from './class-names.ts'
import { filesOfDrop, folderOf } from './dropped-files.ts'
import { Glyph, type Icon } from './Glyph.tsx'

export interface FileDropProps {
  /** « Glisser un fichier ici, ou » */
  readonly prompt: ReactNode
  /** « choisir un fichier »: the button. */
  readonly action: string
  /** `folder` is the name of the folder they were all in, where one was dropped or chosen. */
  readonly onFiles: (files: readonly File[], folder?: string) => void
  /** Endings or media types: '.csv', '.xlsx', 'application/pdf'. Files of other kinds are still passed on: the caller says what is wrong. */
  readonly accept: readonly string[]
  readonly multiple?: boolean
  /** « un dossier »: a second button, for a whole folder. */
  readonly folderAction?: string
  readonly icon?: Icon
  readonly look?: 'line' | 'zone'
  /** Under the prompt of a zone: formats, a model file. */
  readonly children?: ReactNode
}

const buttonClass = 'rounded-check font-medium text-accent hover:underline'

/** A place to drop a file, with a button for those who do not drag. */
export function FileDrop(props: FileDropProps) {
  const { look = 'line', multiple = false, icon = IconPaperclip } = props
  const take = (files: readonly File[], folder?: string) =>
    files.length > 0 && props.onFiles(multiple ? files : files.slice(0, 1), folder)
  return (
    <DropZone
      onDrop={async ({ items }) => {
        const { files, folder } = await filesOfDrop(items)
        take(files, folder)
      }}
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
          <Button className={buttonClass}>{props.action}</Button>
        </FileTrigger>
        {props.folderAction && (
          <>
            {', '}
            <FileTrigger
              acceptDirectory
              onSelect={(list) => {
                const files = [...(list ?? [])]
                take(files, folderOf(files))
              }}
            >
              <Button className={buttonClass}>{props.folderAction}</Button>
            </FileTrigger>
          </>
        )}
      </span>
      {props.children && <div className="text-small text-ink3">{props.children}</div>}
    </DropZone>
  )
}
