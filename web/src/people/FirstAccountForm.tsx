import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/Button.tsx'
import { Note } from '../ui/Card.tsx'
import { TextInput } from '../ui/form/TextInput.tsx'
import { useLanguage } from '../ui/use-language.ts'
import { createFirstAccount } from './access.ts'
import { isEmailLike } from './email-like.ts'
import { PasswordInput } from './PasswordInput.tsx'
import { missingCharacters } from './password.ts'

const fields = ['organizationName', 'personName', 'email', 'password'] as const
type Field = (typeof fields)[number]
type Form = Readonly<Record<Field, string>>

const empty: Form = { organizationName: '', personName: '', email: '', password: '' }

function wrongFields({ organizationName, personName, email, password }: Form): readonly Field[] {
  const isRight: Readonly<Record<Field, boolean>> = {
    organizationName: organizationName.trim() !== '',
    personName: personName.trim() !== '',
    email: isEmailLike(email),
    password: missingCharacters(password) === 0,
  }
  return fields.filter((field) => !isRight[field])
}

export interface FirstAccountFormProps {
  /** Founded on the command line: its name stands there to be corrected. */
  readonly waiting: string | null
  readonly onCreated: () => Promise<unknown>
}

/** The company and its first administrator; each field says what it still needs once one has tried. */
export function FirstAccountForm({ waiting, onCreated }: FirstAccountFormProps) {
  const { t } = useTranslation('people')
  const language = useLanguage()
  const [form, setForm] = useState({ ...empty, organizationName: waiting ?? '' })
  const [hasTried, setTried] = useState(false)
  const [isPending, setPending] = useState(false)
  const [refusal, setRefusal] = useState<string>()
  const wrong = hasTried ? wrongFields(form) : []
  const missing = missingCharacters(form.password)

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (isPending || wrongFields(form).length > 0) return
    setPending(true)
    setRefusal(undefined)
    try {
      await createFirstAccount({ ...form, email: form.email.trim(), language })
      await onCreated()
    } catch (problem) {
      setRefusal(problem instanceof Error ? problem.message : String(problem))
      setPending(false)
    }
  }
  const field = (name: Field) => ({
    name,
    label: t(`firstAccount.${name}`),
    isRequired: true,
    value: form[name],
    onChange: (value: string) => setForm({ ...form, [name]: value }),
    error: wrong.includes(name) ? t(`firstAccount.needs.${name}`) : undefined,
  })
  return (
    <form onSubmit={submit} noValidate className="grid gap-4">
      <TextInput {...field('organizationName')} autoComplete="organization" autoFocus />
      <TextInput {...field('personName')} autoComplete="name" />
      <TextInput {...field('email')} type="email" inputMode="email" autoComplete="username" />
      <PasswordInput
        {...field('password')}
        use="new"
        description={
          form.password !== '' && missing > 0
            ? t('password.missing', { count: missing })
            : t(form.password === '' ? 'password.rule' : 'password.long')
        }
      />
      <div role="alert" className="empty:hidden">
        {refusal && <Note look="danger">{refusal}</Note>}
      </div>
      <Button variant="primary" size="touch" type="submit" isPending={isPending}>
        {t(isPending ? 'firstAccount.pending' : waiting === null ? 'firstAccount.submit' : 'firstAccount.take')}
      </Button>
    </form>
  )
}
