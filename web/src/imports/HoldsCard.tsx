import { useTranslation } from 'react-i18next'
import { Card } from '../ui/Card.tsx'
import { Select } from '../ui/form/Select.tsx'
import type { Import } from './api.ts'
import { everyHolds } from './SourceFields.tsx'
import type { Holds } from './source-api.ts'

export interface HoldsCardProps {
  readonly source: Import['source']
  /** What was said of this file; undefined: as its source was. */
  readonly holds: Holds | undefined
  readonly onChange: (holds: Holds) => void
}

/** « Ce fichier contient… »: of a full export, an invoice that is no longer in it is missed. Remembered for the source. */
export function HoldsCard({ source, holds, onChange }: HoldsCardProps) {
  const { t } = useTranslation('imports')
  return (
    <Card padded label={t('holds.label')} className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <div className="min-w-64 flex-1">
        <h2 className="text-section">{t('holds.label')}</h2>
        <p className="text-small text-ink2">
          {t('holds.note')} {source && t('holds.remembered', { name: source.name })}
        </p>
      </div>
      <Select
        label={t('holds.label')}
        labelHidden
        options={everyHolds.map((value) => ({ value, label: t(`holds.${value}`) }))}
        value={holds ?? source?.holds ?? 'some'}
        onChange={onChange}
        className="w-64"
      />
    </Card>
  )
}
