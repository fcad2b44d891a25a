import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/Button.tsx'
import { SegmentedControl } from '../ui/form/SegmentedControl.tsx'
import { TextArea } from '../ui/form/TextInput.tsx'
import type { Exchange } from './api.ts'

export interface ExchangeFormProps {
  readonly onSave: (exchange: Exchange) => Promise<void>
  readonly onCancel: () => void
}

const kinds = ['note', 'call', 'email', 'answer', 'letter'] as const
const effects = {
  note: 'exchange.noteOnly',
  answer: 'exchange.answerOnly',
  call: 'exchange.counts',
  email: 'exchange.counts',
  letter: 'exchange.counts',
} as const

/** What was said or written, as the customer could read it; says whether it delays the next reminder. */
export function ExchangeForm({ onSave, onCancel }: ExchangeFormProps) {
  const { t } = useTranslation('customers')
  const [kind, setKind] = useState<Exchange['kind']>('note')
  const [text, setText] = useState('')
  const [isSaving, setSaving] = useState(false)
  const save = async () => {
    setSaving(true)
    await onSave({ kind, summary: text.trim() })
    setSaving(false)
  }
  return (
    <div className="mb-4 grid gap-2">
      <div>
        <SegmentedControl
          label={t('exchange.kindLabel')}
          value={kind}
          onChange={setKind}
          options={kinds.map((value) => ({ value, label: t(`exchange.kind.${value}`) }))}
        />
      </div>
      <TextArea
        label={t('exchange.text')}
        labelHidden
        value={text}
        onChange={setText}
        autoFocus
        placeholder={t('notePlaceholder')}
        description={t(effects[kind])}
      />
      <div className="flex justify-end gap-2">
        <Button size="small" variant="quiet" onPress={onCancel}>
          {t('exchange.cancel')}
        </Button>
        <Button
          size="small"
          variant="accent"
          hotkey="ctrl+enter"
          isPending={isSaving}
          disabledReason={text.trim() === '' ? t('exchange.needs') : undefined}
          onPress={() => void save()}
        >
          {t('exchange.save')}
        </Button>
      </div>
    </div>
  )
}
