import { useTranslation } from 'react-i18next'
import { Button } from '../ui/Button.tsx'
import { Note } from '../ui/Card.tsx'

export interface NewerNoteProps {
  /** « La version 3 a été enregistrée pendant que vous travailliez… » */
  readonly says: string
  readonly open: string
  readonly onOpen: () => void
  /** To go on with what is on screen, knowing of the other; left out while nothing was typed. */
  readonly onKeep: (() => void) | undefined
}

/** Somebody saved the same thing while it was being changed here: nothing is lost, and nothing is saved over unseen. */
export function NewerNote({ says, open, onOpen, onKeep }: NewerNoteProps) {
  const { t } = useTranslation('scenarios')
  return (
    <Note look="warn">
      <div role="status" className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <p className="min-w-0 flex-1 basis-72">{says}</p>
        <Button size="small" onPress={onOpen}>
          {open}
        </Button>
        {onKeep && (
          <Button size="small" onPress={onKeep}>
            {t('newer.keep')}
          </Button>
        )}
      </div>
    </Note>
  )
}
