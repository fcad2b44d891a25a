import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/Button.tsx'
import { TextArea } from '../ui/form/TextInput.tsx'

export interface NoteFormProps {
  readonly onSave: (text: string) => Promise<void>
  readonly onCancel: () => void
}

/** A note written in place, above the history. */
export function NoteForm({ onSave, onCancel }: NoteFormProps) {
  const { t } = useTranslation('invoices')
  const [text, setText] = useState('')
  const [isSaving, setSaving] = useState(false)
  const [error, setError] = useState<string>()
  const save = async () => {
    if (text.trim() === '') return
    setSaving(true)
    try {
      await onSave(text.trim())
    } catch (problem) {
      setError(problem instanceof Error ? problem.message : String(problem))
      setSaving(false)
    }
  }
  return (
    <div className="mb-4 grid gap-2">
      <TextArea
        label={t('act.addNote')}
        labelHidden
        value={text}
        onChange={setText}
        autoFocus
        error={error}
        placeholder={t('page.notePlaceholder')}
      />
      <div className="flex justify-end gap-2">
        <Button size="small" variant="quiet" onPress={onCancel}>
          {t('page.noteCancel')}
        </Button>
        <Button size="small" variant="accent" hotkey="ctrl+enter" isPending={isSaving} onPress={() => void save()}>
          {t('page.noteSave')}
        </Button>
      </div>
    </div>
  )
}
