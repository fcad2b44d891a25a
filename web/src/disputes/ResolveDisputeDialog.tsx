import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Drawer.tsx'
import { TextArea } from '../ui/form/TextInput.tsx'

export interface ResolveDisputeDialogProps {
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly onResolve: (resolution: string) => void
}

/** How the dispute ended, in a sentence that stays. */
export function ResolveDisputeDialog({ isOpen, onClose, onResolve }: ResolveDisputeDialogProps) {
  const { t } = useTranslation('disputes')
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t('resolveTitle')}>
      <ResolveForm onResolve={onResolve} />
    </Dialog>
  )
}

function ResolveForm({ onResolve }: Pick<ResolveDisputeDialogProps, 'onResolve'>) {
  const { t } = useTranslation('disputes')
  const [resolution, setResolution] = useState('')
  const isEmpty = resolution.trim() === ''
  return (
    <div className="grid gap-3">
      <TextArea
        label={t('resolution')}
        value={resolution}
        onChange={setResolution}
        autoFocus
        placeholder={t('resolvePlaceholder')}
      />
      <div className="flex justify-end">
        <Button
          variant="primary"
          hotkey="ctrl+enter"
          disabledReason={isEmpty ? t('needsResolution') : undefined}
          onPress={() => !isEmpty && onResolve(resolution.trim())}
        >
          {t('resolve')}
        </Button>
      </div>
    </div>
  )
}
