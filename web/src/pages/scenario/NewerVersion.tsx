import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/Button.tsx'
import { Note } from '../../ui/Card.tsx'

export interface NewerVersionProps {
  readonly version: number
  readonly hasChanges: boolean
  /** To go on with what is on screen, knowing of the other. */
  readonly onKeep: () => void
  readonly onOpen: () => void
}

/** Somebody saved this scenario while it was being changed here: nothing is lost, and nothing is saved over unseen. */
export function NewerVersion({ version, hasChanges, onKeep, onOpen }: NewerVersionProps) {
  const { t } = useTranslation('scenarios')
  return (
    <Note look="warn">
      <div role="status" className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <p className="min-w-0 flex-1 basis-72">{t('newer.note', { version })}</p>
        <Button size="small" onPress={onOpen}>
          {t(hasChanges ? 'newer.open' : 'newer.read', { version })}
        </Button>
        {hasChanges && (
          <Button size="small" onPress={onKeep}>
            {t('newer.keep')}
          </Button>
        )}
      </div>
    </Note>
  )
}
