import { useTranslation } from 'react-i18next'
import { PasswordInput } from '../people/PasswordInput.tsx'
import { Note } from '../ui/Card.tsx'
import { SegmentedControl } from '../ui/form/SegmentedControl.tsx'
import { TextArea, TextInput } from '../ui/form/TextInput.tsx'
import type { SourceFieldsProps } from './SourceFields.tsx'
import type { Source } from './source-api.ts'
import type { SourceField } from './source-form.ts'

type Typed = 'host' | 'passphrase' | 'password' | 'port' | 'privateKey' | 'user'

/** The SFTP server, how one signs in there, and the key it showed. */
export function ServerFields({
  form,
  onChange,
  wrong,
  source,
}: SourceFieldsProps & { readonly source: Source | null }) {
  const { t } = useTranslation('imports')
  const text = (name: Typed) => ({
    label: t(`source.${name}`),
    value: form[name],
    onChange: (value: string) => onChange({ ...form, [name]: value }),
    error: (wrong as readonly string[]).includes(name) ? t(`source.needs.${name as SourceField}`) : undefined,
  })
  const kept = source?.hasSecret ? { placeholder: t('source.kept') } : {}
  return (
    <>
      <div className="grid grid-cols-[1fr_88px] gap-x-3">
        <TextInput {...text('host')} autoComplete="off" placeholder="sftp.exemple.fr" />
        <TextInput {...text('port')} autoComplete="off" inputMode="numeric" inputClass="figures" />
      </div>
      <TextInput {...text('user')} autoComplete="off" />
      <SegmentedControl
        label={t('source.signsInBy')}
        value={form.signsInBy}
        onChange={(signsInBy) => onChange({ ...form, signsInBy })}
        options={(['password', 'key'] as const).map((value) => ({ value, label: t(`source.by.${value}`) }))}
      />
      {form.signsInBy === 'password' ? (
        <PasswordInput {...text('password')} use="server" {...kept} />
      ) : (
        <>
          <TextArea
            {...text('privateKey')}
            placeholder={kept.placeholder ?? '-----BEGIN OPENSSH PRIVATE KEY-----'}
            rows={4}
          />
          <PasswordInput {...text('passphrase')} use="server" isOptional />
        </>
      )}
      {source?.hostKey && (
        <Note>
          <p className="text-small">{t('source.hostKey')}</p>
          <code className="block font-mono text-small break-all">{source.hostKey}</code>
        </Note>
      )}
    </>
  )
}
