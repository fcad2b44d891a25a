import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../app/session.ts'
import { useAct } from '../app/use-act.ts'
import { useMayWrite } from '../app/use-may-write.ts'
import { Button } from '../ui/Button.tsx'
import { Note } from '../ui/Card.tsx'
import { TextInput } from '../ui/form/TextInput.tsx'
import { type LegalEntity, type SmtpTest, setSmtp, testSmtp } from './api.ts'
import { isEmailLike } from './email-like.ts'
import { SmtpFields } from './SmtpFields.tsx'
import { SmtpTestSteps } from './SmtpTestSteps.tsx'
import { smtpAskedBy, smtpFormOf, wrongSmtpFields } from './smtp-form.ts'

export interface SmtpEditorProps {
  readonly firm: LegalEntity
  readonly onSaved?: () => void
}

/** The mail server of one firm: fill in, try, save. It is one thing, so it is saved as one. */
export function SmtpEditor({ firm, onSaved }: SmtpEditorProps) {
  const { t } = useTranslation('people')
  const { email } = useSession()
  const act = useAct()
  const mayWrite = useMayWrite('sender')
  const [form, setForm] = useState(() => smtpFormOf(firm, email))
  const [hasTried, setTried] = useState(false)
  const wrong = wrongSmtpFields(form)

  const save = async () => {
    setTried(true)
    if (wrong.length > 0) return
    const saved = await act({ work: () => setSmtp(firm.id, smtpAskedBy(form)), done: () => t('smtp.saved') })
    if (!saved) return
    setForm({ ...form, password: '' })
    onSaved?.()
  }
  const refused = mayWrite ? undefined : t('smtp.notYours')
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
      className="grid gap-4"
    >
      <SmtpFields
        form={form}
        onChange={setForm}
        wrong={hasTried ? wrong : []}
        hasPassword={firm.smtp?.hasPassword ?? false}
        isDisabled={!mayWrite}
      />
      <SmtpTry firmId={firm.id} form={form} onTry={() => setTried(true)} refused={refused} />
      <div className="flex flex-wrap justify-end gap-2.5">
        <Button variant="primary" type="submit" disabledReason={refused}>
          {t('smtp.save')}
        </Button>
      </div>
    </form>
  )
}

interface SmtpTryProps {
  readonly firmId: number
  readonly form: Parameters<typeof smtpAskedBy>[0]
  readonly onTry: () => void
  readonly refused: string | undefined
}

function SmtpTry({ firmId, form, onTry, refused }: SmtpTryProps) {
  const { t } = useTranslation('people')
  const { email } = useSession()
  const [sendTo, setSendTo] = useState(email)
  const [isPending, setPending] = useState(false)
  const [test, setTest] = useState<SmtpTest>()
  const [refusal, setRefusal] = useState<string>()
  const run = async () => {
    onTry()
    setTest(undefined)
    setRefusal(undefined)
    if (wrongSmtpFields(form).length > 0) return setRefusal(t('smtp.incomplete'))
    if (!isEmailLike(sendTo)) return setRefusal(t('smtp.needs.sendTo'))
    setPending(true)
    try {
      setTest(await testSmtp(firmId, { ...smtpAskedBy(form), sendTo: sendTo.trim() }))
    } catch (problem) {
      setRefusal(problem instanceof Error ? problem.message : String(problem))
    }
    setPending(false)
  }
  return (
    <div className="grid gap-3 border-t border-line pt-3.5">
      <div className="flex flex-wrap items-end gap-2.5">
        <TextInput
          label={t('smtp.sendTo')}
          type="email"
          inputMode="email"
          autoComplete="email"
          value={sendTo}
          onChange={setSendTo}
          isDisabled={refused !== undefined}
          className="min-w-52 flex-1"
        />
        <Button onPress={() => void run()} isPending={isPending} disabledReason={refused}>
          {t(isPending ? 'smtp.testing' : 'smtp.test')}
        </Button>
      </div>
      <div role="alert" className="empty:hidden">
        {refusal && <Note look="danger">{refusal}</Note>}
      </div>
      {test && <SmtpTestSteps test={test} />}
    </div>
  )
}
