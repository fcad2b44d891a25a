import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Drawer.tsx'
import { SegmentedControl } from '../ui/form/SegmentedControl.tsx'
import type { HeldCustomer, Tone } from './api.ts'

const choices: readonly Tone[] = ['friendly', 'neutral', 'firm']

export interface SendAnywayDialogProps {
  /** Null while closed. */
  readonly held: HeldCustomer | null
  readonly onPrepare: (held: HeldCustomer, tone: Tone) => void
  readonly onClose: () => void
}

/** « Envoyer quand même »: against the rule, so it says which rule, and who did it is kept. */
export function SendAnywayDialog({ held, onPrepare, onClose }: SendAnywayDialogProps) {
  const { t } = useTranslation('dunning')
  const [tone, setTone] = useState<Tone>('neutral')
  return (
    <Dialog
      isOpen={held !== null}
      onClose={onClose}
      title={t('anyway.title', { name: held?.customer.name ?? '' })}
      footer={
        <div className="flex flex-wrap justify-end gap-2">
          <Button onPress={onClose}>{t('approve.back')}</Button>
          <Button variant="primary" hotkey="ctrl+enter" onPress={() => held && onPrepare(held, tone)}>
            {t('anyway.do')}
          </Button>
        </div>
      }
    >
      <div className="grid gap-3">
        <p className="text-ink2">{held?.sentence}</p>
        <div>
          <p className="pb-1 text-table text-ink2">{t('anyway.tone')}</p>
          <SegmentedControl
            label={t('anyway.tone')}
            value={tone}
            onChange={setTone}
            isWide
            options={choices.map((value) => ({ value, label: t(`tone.${value}`) }))}
          />
        </div>
        <p className="text-small text-ink3">{t('anyway.logged')}</p>
      </div>
    </Dialog>
  )
}
