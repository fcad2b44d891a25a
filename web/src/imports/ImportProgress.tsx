import { IconPlayerStop } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMayWrite } from '../app/use-may-write.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { ProgressBar } from '../ui/Progress.tsx'
import { useCount } from '../ui/use-count.ts'
import type { Import } from './api.ts'
import { useUndoImport } from './use-undo-import.ts'

/** How far the server is. The page may be left: the work goes on, and this shows it again. An import can be stopped. */
export function ImportProgress({ file }: { readonly file: Pick<Import, 'id' | 'name' | 'state' | 'progress'> }) {
  const { t } = useTranslation('imports')
  const mayWrite = useMayWrite('business')
  const undo = useUndoImport()
  const [isStopping, setStopping] = useState(false)
  const stop = async () => {
    setStopping(true)
    await undo(file.id, file.name)
    setStopping(false)
  }
  const isEnding = file.state === 'importing' && file.progress.rows === file.progress.total
  const written = useCount()
  const { rows, total, share } = file.progress
  const kind = file.state === 'importing' ? 'importing' : 'checking'
  return (
    <Card padded label={t(`progress.${kind}`)} className="mx-auto grid w-full max-w-xl gap-3 py-8 text-center">
      <h2 className="text-heading">{t(`progress.${kind}`)}</h2>
      {total === null && share === 0 ? (
        <div className="mx-auto h-2 w-full max-w-sm animate-pulse rounded-full bg-accentln" />
      ) : (
        <ProgressBar size="thick" label={t(`progress.${kind}`)} value={share} className="mx-auto w-full max-w-sm" />
      )}
      <p className="figures text-body text-ink2">
        {total === null
          ? t('progress.read', { count: rows, rows: written(rows) })
          : t('progress.of', { rows: written(rows), total: written(total) })}
      </p>
      <p className="text-small text-ink3">{isEnding ? t('progress.ending') : t('progress.leave')}</p>
      {kind === 'importing' && (
        <div>
          <Button
            icon={IconPlayerStop}
            onPress={() => void stop()}
            isPending={isStopping}
            disabledReason={mayWrite ? undefined : t('drop.notYours')}
          >
            {t('progress.stop')}
          </Button>
        </div>
      )}
    </Card>
  )
}
