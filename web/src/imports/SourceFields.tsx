import { useTranslation } from 'react-i18next'
import { useSession } from '../app/session.ts'
import { SegmentedControl } from '../ui/form/SegmentedControl.tsx'
import { Select } from '../ui/form/Select.tsx'
import { Switch } from '../ui/form/Switch.tsx'
import { TextInput } from '../ui/form/TextInput.tsx'
import type { Holds } from './source-api.ts'
import type { SourceField, SourceForm } from './source-form.ts'

export interface SourceFieldsProps {
  readonly form: SourceForm
  readonly onChange: (form: SourceForm) => void
  readonly wrong: readonly SourceField[]
}

export const everyHolds: readonly Holds[] = ['some', 'allOpen', 'all']

/** What holds for every source: its name, what its files hold, whether its age counts. */
export function SourceFields({ form, onChange, wrong, isNew }: SourceFieldsProps & { readonly isNew: boolean }) {
  const { t } = useTranslation('imports')
  const { legalEntities } = useSession()
  const isWatched = form.kind === 'folder' || form.kind === 'sftp'
  return (
    <>
      {isNew && (
        <SegmentedControl
          label={t('source.where')}
          value={form.kind === 'sftp' ? 'sftp' : 'folder'}
          onChange={(kind) => onChange({ ...form, kind, folder: kind === 'sftp' ? '' : form.folder })}
          options={(['folder', 'sftp'] as const).map((value) => ({ value, label: t(`source.kind.${value}`) }))}
        />
      )}
      <TextInput
        label={t('source.name')}
        description={t('source.nameNote')}
        value={form.name}
        onChange={(name) => onChange({ ...form, name })}
        autoComplete="off"
        error={wrong.includes('name') ? t('source.needs.name') : undefined}
      />
      {isWatched && legalEntities.length > 1 && (
        <Select
          label={t('source.firm')}
          value={form.firm}
          onChange={(firm) => onChange({ ...form, firm })}
          options={legalEntities.map((one) => ({ value: String(one.id), label: one.name }))}
        />
      )}
      <Select
        label={t('holds.files')}
        description={t('holds.note')}
        value={form.holds}
        onChange={(holds) => onChange({ ...form, holds })}
        options={everyHolds.map((value) => ({ value, label: t(`holds.${value}`) }))}
      />
      <Switch
        isOn={form.isGuarded}
        onChange={(isGuarded) => onChange({ ...form, isGuarded })}
        words="after"
        description={t('source.guardNote')}
      >
        {t('source.guard')}
      </Switch>
      {!isNew && isWatched && (
        <Switch isOn={form.isActive} onChange={(isActive) => onChange({ ...form, isActive })} words="after">
          {t('source.active')}
        </Switch>
      )}
    </>
  )
}
