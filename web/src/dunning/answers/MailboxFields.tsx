import { useTranslation } from 'react-i18next'
import { PasswordInput } from '../../people/PasswordInput.tsx'
import { Select } from '../../ui/form/Select.tsx'
import { TextInput } from '../../ui/form/TextInput.tsx'
import { type MailboxField, type MailboxForm, withMailboxSecurity } from './mailbox-form.ts'

export interface MailboxFieldsProps {
  readonly form: MailboxForm
  readonly onChange: (form: MailboxForm) => void
  readonly wrong: readonly MailboxField[]
  readonly hasPassword: boolean
  readonly isDisabled: boolean
}

const securities = ['tls', 'starttls', 'none'] as const

/** Where the mailbox is, who reads it, which folder, and where messages go once read. */
export function MailboxFields({ form, onChange, wrong, hasPassword, isDisabled }: MailboxFieldsProps) {
  const { t } = useTranslation('answers')
  const text = (name: Exclude<keyof MailboxForm, 'security' | 'isOn'>) => ({
    label: t(`mailbox.field.${name}`),
    value: form[name],
    onChange: (value: string) => onChange({ ...form, [name]: value }),
    error: (wrong as readonly string[]).includes(name) ? t(`mailbox.needs.${name as MailboxField}`) : undefined,
    isDisabled,
  })
  return (
    <div className="grid gap-x-4 gap-y-3.5 md:grid-cols-[1fr_110px]">
      <TextInput {...text('host')} autoComplete="off" placeholder="imap.exemple.fr" />
      <TextInput {...text('port')} inputMode="numeric" autoComplete="off" inputClass="figures" />
      <Select
        label={t('mailbox.field.security')}
        value={form.security}
        onChange={(security) => onChange(withMailboxSecurity(form, security))}
        options={securities.map((value) => ({ value, label: t(`mailbox.security.${value}`) }))}
        description={form.security === 'none' ? t('mailbox.noneNote') : undefined}
        isDisabled={isDisabled}
        className="md:col-span-2"
      />
      <TextInput {...text('username')} autoComplete="off" className="md:col-span-2" />
      <PasswordInput
        {...text('password')}
        use="server"
        {...(hasPassword && { placeholder: t('mailbox.kept') })}
        className="md:col-span-2"
      />
      <TextInput {...text('folder')} autoComplete="off" className="md:col-span-2" />
      <TextInput
        {...text('movesTo')}
        autoComplete="off"
        isOptional
        description={t('mailbox.movesToNote')}
        className="md:col-span-2"
      />
    </div>
  )
}
