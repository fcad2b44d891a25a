import { variableNames } from '@quittance/core/dunning/write-reminder/message-variables.ts'
import { useQuery } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LeaveDialog } from '../app/LeaveDialog.tsx'
import { Button } from '../ui/Button.tsx'
import { CardFooter } from '../ui/Card.tsx'
import { ChipText } from '../ui/form/ChipText.tsx'
import { TextButton } from '../ui/TextButton.tsx'
import { useLanguage } from '../ui/use-language.ts'
import { messageQuery, type ReminderMessage } from './api.ts'
import { NewerNote } from './NewerNote.tsx'
import { SmsLength } from './SmsLength.tsx'

interface Words {
  readonly subject: string
  readonly body: string
}

export interface MessageEditorProps {
  readonly message: ReminderMessage
  /** Null goes back to the text of the tone; `seenEdit`: the last edit its author knows of. Answers what is wrong with the text. */
  readonly onSave: (text: Words | null, seenEdit: string | null) => Promise<string | undefined>
  /** To begin anew on what somebody else wrote meanwhile. */
  readonly onOther: (message: ReminderMessage) => void
  readonly onCancel: () => void
}

const lastEditOf = ({ edited }: ReminderMessage): string | null => edited?.at ?? null

/** This one message in one's own words; what is owed stays in chips that the program writes, the others keep the text of their tone. */
export function MessageEditor({ message, onSave, onOther, onCancel }: MessageEditorProps) {
  const { t } = useTranslation('dunning')
  const { t: own } = useTranslation('scenarios')
  const { data: latest = message } = useQuery(messageQuery(message.id))
  const [seenEdit, setSeenEdit] = useState(lastEditOf(message))
  const [{ subject, body }, setWords] = useState<Words>(message.draft)
  const [problem, setProblem] = useState<string>()
  const [isPending, setPending] = useState(false)
  const chipOf = useChips(message.kept)
  const isChanged = subject !== message.draft.subject || body !== message.draft.body
  const isSms = message.channel === 'sms'
  const isEmpty = body.trim() === '' || (!isSms && subject.trim() === '')

  const save = async (text: Words | null) => {
    setPending(true)
    setProblem(await onSave(text, seenEdit))
    setPending(false)
  }

  return (
    <>
      <LeaveDialog isDirty={isChanged && !isPending} note={t('leave.message')} />
      <div className="grid min-h-0 flex-1 content-start gap-3 overflow-auto px-[18px] py-4">
        <h2 className="text-section">{t('edit.title', { name: message.customer.name })}</h2>
        {!isPending && lastEditOf(latest) !== seenEdit && (
          <NewerNote
            says={own('newer.text')}
            open={own(isChanged ? 'newer.openText' : 'newer.readText')}
            onOpen={() => onOther(latest)}
            onKeep={isChanged ? () => setSeenEdit(lastEditOf(latest)) : undefined}
          />
        )}
        {!isSms && (
          <ChipText
            label={t('message.subject')}
            value={subject}
            onChange={(typed) => setWords((words) => ({ ...words, subject: typed }))}
            chipOf={chipOf}
            isOneLine
          />
        )}
        <ChipText
          label={t('edit.body')}
          value={body}
          onChange={(typed) => setWords((words) => ({ ...words, body: typed }))}
          chipOf={chipOf}
          description={t(isSms ? 'edit.smsNote' : 'edit.note')}
          error={problem}
          autoFocus
        />
        {isSms && <SmsLength text={body.replace(/\{\{[^}]*\}\}/g, (token) => chipOf(token).label)} />}
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
          disabledReason={isEmpty ? t(isSms ? 'edit.smsNeeds' : 'edit.needs') : isChanged ? undefined : t('edit.same')}
          onPress={() => void save({ subject, body })}
        >
          {t('edit.save')}
        </Button>
      </CardFooter>
    </>
  )
}

/** A chip shows what its variable says today, else what it is called: « 10 956,00 € », « Tableau des factures ». */
function useChips(kept: ReminderMessage['kept']) {
  const language = useLanguage()
  return useCallback(
    (token: string) => {
      const name = /[\w.]+/.exec(token)?.[0] ?? ''
      const title = variableNames.find((one) => one.name === name)?.label[language] ?? token
      const value = kept.find((one) => one.name === name)?.value ?? ''
      const isUpper = /\|\s*capitalize/.test(token)
      const shown = isUpper ? value.charAt(0).toLocaleUpperCase(language) + value.slice(1) : value
      return { label: shown === '' ? title : shown, title }
    },
    [kept, language],
  )
}
