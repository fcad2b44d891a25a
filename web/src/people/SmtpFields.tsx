import { useTranslation } from 'react-i18next'
import { Select } from '../ui/form/Select.tsx'
import { TextInput } from '../ui/form/TextInput.tsx'
import { PasswordInput } from './PasswordInput.tsx'
import { type SmtpForm, type SmtpFormField, withSecurity } from './smtp-form.ts'

export interface SmtpFieldsProps {
  readonly form: SmtpForm
  readonly onChange: (form: SmtpForm) => void
  readonly wrong: readonly SmtpFormField[]
  readonly hasPassword: boolean
  readonly isDisabled: boolean
}

const securities = ['starttls', 'tls', 'none'] as const

/** The mail server, the sign-in there, and whom messages come from. */
export function SmtpFields({ form, onChange, wrong, hasPassword, isDisabled }: SmtpFieldsProps) {
  const { t } = useTranslation('people')
  const text = (name: Exclude<keyof SmtpForm, 'security'>) => ({
    label: t(`smtp.${name}`),
    value: form[name],
    onChange: (value: string) => onChange({ ...form, [name]: value }),
    error: (wrong as readonly string[]).includes(name) ? t(`smtp.needs.${name as SmtpFormField}`) : undefined,
    isDisabled,
  })
  return (
    <div className="grid gap-x-4 gap-y-3.5 md:grid-cols-[1fr_110px]">
      <TextInput {...text('fromName')} autoComplete="organization" className="md:col-span-2" />
      <TextInput
        {...text('fromAddress')}
        type="email"
        inputMode="email"
        autoComplete="email"
        description={t('smtp.fromAddressNote')}
        className="md:col-span-2"
      />
      <TextInput {...text('host')} autoComplete="off" placeholder="smtp.exemple.fr" />
      <TextInput {...text('port')} inputMode="numeric" autoComplete="off" inputClass="figures" />
      <Select
        label={t('smtp.security')}
        value={form.security}
        onChange={(security) => onChange(withSecurity(form, security))}
        options={securities.map((value) => ({ value, label: t(`smtp.${value}`) }))}
        description={form.security === 'none' ? t('smtp.noneNote') : undefined}
        isDisabled={isDisabled}
        className="md:col-span-2"
      />
      <TextInput {...text('username')} autoComplete="off" isOptional className="md:col-span-2" />
      <PasswordInput
        {...text('password')}
        use="server"
        isOptional={form.username === ''}
        {...(hasPassword && { placeholder: t('smtp.kept') })}
        className="md:col-span-2"
      />
      <TextInput
        {...text('replyTo')}
        type="email"
        inputMode="email"
        autoComplete="off"
        isOptional
        description={t('smtp.replyToNote')}
        className="md:col-span-2"
      />
    </div>
  )
}
