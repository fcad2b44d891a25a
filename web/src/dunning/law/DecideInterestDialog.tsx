import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAct } from '../../app/use-act.ts'
import { Dialog } from '../../ui/Drawer.tsx'
import { RadioCards } from '../../ui/form/RadioCards.tsx'
import { Select } from '../../ui/form/Select.tsx'
import { TextArea } from '../../ui/form/TextInput.tsx'
import { decideInterest, endDecision, type InvoiceLaw, resumeDecision } from './api.ts'
import { SaveButton } from './LawDialog.tsx'

export interface DecideInterestDialogProps {
  readonly invoice: InvoiceLaw['invoice']
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** Claim or waive, with the reason: what messages say follows. */
export function DecideInterestDialog({ invoice, isOpen, onClose }: DecideInterestDialogProps) {
  const { t } = useTranslation('law')
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t('decide.title', { number: invoice.number })}>
      {isOpen && <DecideForm invoice={invoice} onDone={onClose} />}
    </Dialog>
  )
}

const covered = { both: ['interest', 'fee'], interest: ['interest'], fee: ['fee'] } as const
type Covered = keyof typeof covered

interface FormProps {
  readonly invoice: InvoiceLaw['invoice']
  readonly onDone: () => void
}

function DecideForm({ invoice, onDone }: FormProps) {
  const { t } = useTranslation('law')
  const act = useAct()
  const [decision, setDecision] = useState<'claimed' | 'waived'>('claimed')
  const [covers, setCovers] = useState<Covered>('both')
  const [reason, setReason] = useState('')
  const save = () => {
    onDone()
    void act({
      work: () => decideInterest(invoice.id, { covers: [...covered[covers]], decision, reason: reason.trim() }),
      done: () => t(`decide.done${decision}`),
      undo: async ({ ids, replaced }) => {
        for (const id of ids) await endDecision(id)
        for (const id of replaced) await resumeDecision(id)
      },
    })
  }
  return (
    <div className="grid grid-cols-1 gap-3.5">
      <RadioCards
        label={t('decide.how')}
        value={decision}
        onChange={setDecision}
        options={(['claimed', 'waived'] as const).map((value) => ({
          value,
          title: t(`decide.${value}`),
          note: t(`decide.${value}Note`),
        }))}
      />
      <Select
        label={t('decide.covers')}
        value={covers}
        onChange={setCovers}
        options={(['both', 'interest', 'fee'] as const).map((value) => ({ value, label: t(`decide.${value}`) }))}
      />
      <TextArea
        label={t('decide.reason')}
        value={reason}
        onChange={setReason}
        placeholder={t('decide.reasonPlaceholder')}
      />
      <SaveButton need={reason.trim() === '' ? t('decide.needsReason') : undefined} onSave={save}>
        {t('decide.save')}
      </SaveButton>
    </div>
  )
}
