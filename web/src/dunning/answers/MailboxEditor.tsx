import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAct } from '../../app/use-act.ts'
import { useMayWrite } from '../../app/use-may-write.ts'
import { Button } from '../../ui/Button.tsx'
import { Note } from '../../ui/Card.tsx'
import { Switch } from '../../ui/form/Switch.tsx'
import { type Mailbox, removeMailbox, setMailbox, testMailbox } from './api.ts'
import { MailboxFields } from './MailboxFields.tsx'
import { mailboxAskedBy, mailboxFormOf, wrongMailboxFields } from './mailbox-form.ts'

export interface MailboxEditorProps {
  readonly firm: number
  readonly mailbox: Mailbox | null
}

/** The mailbox of one firm: fill in, try, switch on, save as one. */
export function MailboxEditor({ firm, mailbox }: MailboxEditorProps) {
  const { t } = useTranslation('answers')
  const act = useAct()
  const mayWrite = useMayWrite('sender')
  const [form, setForm] = useState(() => mailboxFormOf(mailbox))
  const [hasTried, setTried] = useState(false)
  const wrong = wrongMailboxFields(form)
  const refused = mayWrite ? undefined : t('mailbox.notYours')

  const save = async () => {
    setTried(true)
    if (wrong.length > 0) return
    const done = () => t(form.isOn ? 'mailbox.savedOn' : 'mailbox.savedOff')
    if (await act({ work: () => setMailbox(firm, mailboxAskedBy(form)), done })) setForm({ ...form, password: '' })
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
      className="grid gap-4"
    >
      <MailboxFields
        form={form}
        onChange={setForm}
        wrong={hasTried ? wrong : []}
        hasPassword={mailbox?.hasPassword ?? false}
        isDisabled={!mayWrite}
      />
      <Switch
        isOn={form.isOn}
        onChange={(isOn) => setForm({ ...form, isOn })}
        words="after"
        isDisabled={!mayWrite}
        description={t('mailbox.isOnNote')}
      >
        {t('mailbox.isOn')}
      </Switch>
      <MailboxTry firm={firm} form={form} onTry={() => setTried(true)} refused={refused} />
      <div className="flex flex-wrap justify-end gap-2.5">
        {mailbox && (
          <Button
            variant="danger"
            disabledReason={refused}
            onPress={() => void act({ work: () => removeMailbox(firm), done: () => t('mailbox.removed') })}
          >
            {t('mailbox.remove')}
          </Button>
        )}
        <Button variant="primary" type="submit" disabledReason={refused}>
          {t('mailbox.save')}
        </Button>
      </div>
    </form>
  )
}

interface MailboxTryProps {
  readonly firm: number
  readonly form: Parameters<typeof mailboxAskedBy>[0]
  readonly onTry: () => void
  readonly refused: string | undefined
}

function MailboxTry({ firm, form, onTry, refused }: MailboxTryProps) {
  const { t } = useTranslation('answers')
  const [isPending, setPending] = useState(false)
  const [result, setResult] = useState<{ readonly ok: boolean; readonly sentence: string }>()
  const run = async () => {
    onTry()
    setResult(undefined)
    if (wrongMailboxFields(form).length > 0) return setResult({ ok: false, sentence: t('mailbox.incomplete') })
    setPending(true)
    try {
      setResult(await testMailbox(firm, mailboxAskedBy(form)))
    } catch (problem) {
      setResult({ ok: false, sentence: problem instanceof Error ? problem.message : String(problem) })
    }
    setPending(false)
  }
  return (
    <div className="grid gap-3 border-t border-line pt-3.5">
      <div>
        <Button onPress={() => void run()} isPending={isPending} disabledReason={refused}>
          {t(isPending ? 'mailbox.testing' : 'mailbox.test')}
        </Button>
      </div>
      <div role="status" className="empty:hidden">
        {result && <Note look={result.ok ? 'sunken' : 'danger'}>{result.sentence}</Note>}
      </div>
    </div>
  )
}
