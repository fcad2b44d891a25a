import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Drawer.tsx'
import { Select } from '../ui/form/Select.tsx'
import { TextArea } from '../ui/form/TextInput.tsx'
import type { DisputeReason } from './api.ts'

/** What customers report, most frequent first. */
export const disputeReasons = [
  'notReceived',
  'amount',
  'delivery',
  'quality',
  'purchaseOrder',
  'alreadyPaid',
  'other',
] as const satisfies readonly DisputeReason[]

export interface DisputeDialogProps {
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly onDispute: (dispute: { readonly reason: DisputeReason; readonly note: string | null }) => void
}

/** What the customer contests, in their words: reminders wait until it is resolved. */
export function DisputeDialog({ isOpen, onClose, onDispute }: DisputeDialogProps) {
  const { t } = useTranslation('disputes')
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t('title')}>
      <DisputeForm onDispute={onDispute} />
    </Dialog>
  )
}

function DisputeForm({ onDispute }: Pick<DisputeDialogProps, 'onDispute'>) {
  const { t } = useTranslation('disputes')
  const [reason, setReason] = useState<DisputeReason | null>(null)
  const [note, setNote] = useState('')
  return (
    <div className="grid gap-3">
      <p className="text-body text-ink2">{t('explain')}</p>
      <Select
        label={t('reason')}
        value={reason}
        onChange={setReason}
        options={disputeReasons.map((value) => ({ value, label: t(`name.${value}`) }))}
      />
      <TextArea label={t('note')} isOptional value={note} onChange={setNote} placeholder={t('notePlaceholder')} />
      <div className="flex justify-end">
        <Button
          variant="primary"
          hotkey="ctrl+enter"
          disabledReason={reason === null ? t('needsReason') : undefined}
          onPress={() => reason && onDispute({ reason, note: note.trim() === '' ? null : note.trim() })}
        >
          {t('save')}
        </Button>
      </div>
    </div>
  )
}
