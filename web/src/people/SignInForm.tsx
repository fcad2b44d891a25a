import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/Button.tsx'
import { Note } from '../ui/Card.tsx'
import { TextInput } from '../ui/form/TextInput.tsx'
import { signIn } from './access.ts'
import { PasswordInput } from './PasswordInput.tsx'
import { minutesAndSeconds, useWaiting } from './use-waiting.ts'

export interface SignInFormProps {
  readonly onSignedIn: () => void
  /** Of whoever was there just before. */
  readonly email?: string
}

/** E-mail and password; a wrong one says so, too many say for how long. */
export function SignInForm({ onSignedIn, email: known = '' }: SignInFormProps) {
  const { t } = useTranslation('people')
  const [form, setForm] = useState({ email: known, password: '' })
  const [refusal, setRefusal] = useState<string>()
  const [isPending, setPending] = useState(false)
  const waiting = useWaiting()
  const wait = waiting.seconds > 0 ? t('signIn.wait', { time: minutesAndSeconds(waiting.seconds) }) : undefined

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (isPending || waiting.seconds > 0) return
    if (form.email.trim() === '' || form.password === '') return setRefusal(t('signIn.incomplete'))
    setPending(true)
    setRefusal(undefined)
    try {
      await signIn({ email: form.email.trim(), password: form.password })
      onSignedIn()
    } catch (problem) {
      waiting.heed(problem)
      setRefusal(problem instanceof Error ? problem.message : String(problem))
      setPending(false)
    }
  }
  return (
    <form onSubmit={submit} noValidate className="grid gap-4">
      <TextInput
        label={t('email')}
        name="email"
        type="email"
        inputMode="email"
        autoComplete="username"
        autoFocus={known === ''}
        isRequired
        value={form.email}
        onChange={(email) => setForm({ ...form, email })}
      />
      <PasswordInput
        label={t('password.label')}
        name="password"
        use="current"
        isRequired
        autoFocus={known !== ''}
        value={form.password}
        onChange={(password) => setForm({ ...form, password })}
      />
      <div role="alert" className="empty:hidden">
        {refusal && <Note look="danger">{refusal}</Note>}
      </div>
      <Button variant="primary" size="touch" type="submit" isPending={isPending} disabledReason={wait}>
        {wait ?? t(isPending ? 'signIn.pending' : 'signIn.submit')}
      </Button>
      <p className="text-small text-ink3">{t('signIn.forgotten')}</p>
    </form>
  )
}
