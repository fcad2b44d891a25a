import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAct } from '../app/use-act.ts'
import { Button } from '../ui/Button.tsx'
import { Select } from '../ui/form/Select.tsx'
import { TextInput } from '../ui/form/TextInput.tsx'
import { addPerson, changePerson, type Role } from './api.ts'
import { isEmailLike } from './email-like.ts'
import { PasswordInput } from './PasswordInput.tsx'
import { missingCharacters } from './password.ts'
import { useRoleOptions } from './use-role-options.ts'

export interface AddPersonFormProps {
  readonly startRole: Role
  /** The role is already said by what stands above. */
  readonly roleIsFixed?: boolean
  readonly isPrimary?: boolean
  readonly onAdded?: () => void
}

const empty = { name: '', email: '', phone: '', password: '' }

/** A colleague: name, e-mail and role; a password only for those who sign in. */
export function AddPersonForm({ startRole, roleIsFixed = false, isPrimary = false, onAdded }: AddPersonFormProps) {
  const { t } = useTranslation('people')
  const act = useAct()
  const roles = useRoleOptions()
  const [form, setForm] = useState(empty)
  const [role, setRole] = useState(startRole)
  const [hasTried, setTried] = useState(false)
  const [isPending, setPending] = useState(false)
  const wrong = {
    name: form.name.trim() === '',
    email: !isEmailLike(form.email),
    password: form.password !== '' && missingCharacters(form.password) > 0,
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (isPending || wrong.name || wrong.email || wrong.password) return
    setPending(true)
    const { password, phone, ...who } = form
    const body = { ...who, email: who.email.trim(), role, phone: phone.trim() || null, ...(password && { password }) }
    const added = await act({
      work: () => addPerson(body),
      done: ({ name }) => t('add.done', { name }),
      undo: ({ id }) => changePerson(id, { isActive: false }),
    })
    setPending(false)
    if (!added) return
    setForm(empty)
    setTried(false)
    onAdded?.()
  }
  const text = (name: keyof typeof empty) => ({
    value: form[name],
    onChange: (value: string) => setForm({ ...form, [name]: value }),
    error: hasTried && name !== 'phone' && wrong[name] ? t(`add.needs.${name}`) : undefined,
  })
  return (
    <form onSubmit={submit} noValidate className="grid gap-3.5">
      <div className="grid gap-3.5 md:grid-cols-2">
        <TextInput {...text('name')} label={t('name')} autoComplete="off" />
        <TextInput {...text('email')} label={t('email')} type="email" inputMode="email" autoComplete="off" />
        {!roleIsFixed && <Select label={t('role')} value={role} onChange={setRole} options={roles} />}
        {!roleIsFixed && (
          <TextInput {...text('phone')} label={t('phone')} type="tel" inputMode="tel" autoComplete="off" isOptional />
        )}
        <PasswordInput
          {...text('password')}
          label={t('add.password')}
          use="new"
          isOptional
          description={t('add.passwordNote')}
          className="md:col-span-2"
        />
      </div>
      <div className="flex justify-end">
        <Button type="submit" isPending={isPending} {...(isPrimary && { variant: 'primary' as const })}>
          {t('add.submit')}
        </Button>
      </div>
    </form>
  )
}
