import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LeaveDialog } from '../app/LeaveDialog.tsx'
import { Button } from '../ui/Button.tsx'
import { CardFooter } from '../ui/Card.tsx'
import { TextArea, TextInput } from '../ui/form/TextInput.tsx'
import { TextButton } from '../ui/TextButton.tsx'
import type { ReminderMessage } from './api.ts'
import { KeptValues } from './KeptValues.tsx'

export interface MessageEditorProps {
  readonly message: ReminderMessage
  /** Null goes back to the text of the tone. Answers what is wrong with the text, or undefined when it was kept. */
  readonly onSave: (text: { subject: string; body: string } | null) => Promise<string | undefined>
  readonly onCancel: () => void
}

/** This one message in one's own words; the others keep the text of their tone. */
export function MessageEditor({ message, onSave, onCancel }: MessageEditorProps) {
  const { t } = useTranslation('dunning')
  const [subject, setSubject] = useState(message.draft.subject)
  const [body, setBody] = useState(message.draft.body)
  const [problem, setProblem] = useState<string>()
  const [isPending, setPending] = useState(false)
  const isChanged = subject !== message.draft.subject || body !== message.draft.body
  const isEmpty = subject.trim() === '' || body.trim() === ''

  const save = async (text: { subject: string; body: string } | null) => {
    setPending(true)
    setProblem(await onSave(text))
    setPending(false)
  }

  return (
    <>
      <LeaveDialog isDirty={isChanged && !isPending} note={t('leave.message')} />
      <div className="grid min-h-0 flex-1 content-start gap-3 overflow-auto px-[18px] py-4">
        <h2 className="text-section">{t('edit.title', { name: message.customer.name })}</h2>
        <TextInput label={t('message.subject')} value={subject} onChange={setSubject} autoFocus />
        <TextArea
          label={t('edit.body')}
          value={body}
          onChange={setBody}
          rows={16}
          description={t('edit.note', { open: '{{', close: '}}' })}
          error={problem}
        />
        <KeptValues kept={message.kept} />
      </div>
      <CardFooter className="flex-wrap justify-end gap-2 py-2.5">
        {message.edited && (
          <span className="mr-auto">
            <TextButton onPress={() => void save(null)}>{t('edit.back')}</TextButton>
          </span>
        )}
        <Button onPress={onCancel}>{t('edit.cancel')}</Button>
        <Button
          variant="accent"
          hotkey="ctrl+s"
          isPending={isPending}
          disabledReason={isEmpty ? t('edit.needs') : undefined}
          onPress={() => void save({ subject, body })}
        >
          {t('edit.save')}
        </Button>
      </CardFooter>
    </>
  )
}
