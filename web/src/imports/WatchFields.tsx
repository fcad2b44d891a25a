import { useTranslation } from 'react-i18next'
import { Switch } from '../ui/form/Switch.tsx'
import { TextInput } from '../ui/form/TextInput.tsx'
import { ServerFields } from './ServerFields.tsx'
import type { SourceFieldsProps } from './SourceFields.tsx'
import type { Source } from './source-api.ts'
import type { SourceField, SourceForm } from './source-form.ts'

interface WatchFieldsProps extends SourceFieldsProps {
  readonly source: Source | null
  readonly folders: readonly string[]
}

type Typed = 'everyMinutes' | 'folder' | 'from' | 'mostToFix' | 'pattern' | 'to'

/** Where the files are, which of them, how often they are looked for and what becomes of them. */
export function WatchFields({ form, onChange, wrong, source, folders }: WatchFieldsProps) {
  const { t } = useTranslation('imports')
  const text = (name: Typed) => ({
    label: t(`source.${name}`),
    value: form[name],
    onChange: (value: string) => onChange({ ...form, [name]: value }),
    error: (wrong as readonly string[]).includes(name) ? t(`source.needs.${name as SourceField}`) : undefined,
    autoComplete: 'off',
  })
  const turn = (name: 'importsByItself' | 'movesToDone') => ({
    isOn: form[name],
    onChange: (isOn: boolean) => onChange({ ...form, [name]: isOn } satisfies SourceForm),
    words: 'after' as const,
    description: t(`source.${name}Note`),
  })
  return (
    <>
      {form.kind === 'sftp' && <ServerFields form={form} onChange={onChange} wrong={wrong} source={source} />}
      <TextInput
        {...text('folder')}
        description={form.kind === 'folder' ? t('source.folderNote', { folders: folders.join(', ') }) : undefined}
      />
      <TextInput {...text('pattern')} description={t('source.patternNote')} isOptional />
      <div className="grid grid-cols-3 gap-x-3">
        <TextInput {...text('everyMinutes')} inputMode="numeric" inputClass="figures" />
        <TextInput {...text('from')} placeholder="07:00" inputClass="figures" />
        <TextInput {...text('to')} placeholder="20:00" inputClass="figures" />
      </div>
      <Switch {...turn('importsByItself')}>{t('source.importsByItself')}</Switch>
      {form.importsByItself && (
        <TextInput
          {...text('mostToFix')}
          inputMode="numeric"
          inputClass="figures"
          description={t('source.mostToFixNote')}
        />
      )}
      <Switch {...turn('movesToDone')}>{t('source.movesToDone')}</Switch>
    </>
  )
}
