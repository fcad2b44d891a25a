import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Card } from '../ui/Card.tsx'
import { Select } from '../ui/form/Select.tsx'
import { useCount } from '../ui/use-count.ts'
import { type Import, vanishedQuery } from './api.ts'
import { everyHolds } from './SourceFields.tsx'
import type { Holds } from './source-api.ts'

export interface HoldsCardProps {
  readonly file: Pick<Import, 'id' | 'ledger' | 'source' | 'summary'>
  /** What was said of this file; undefined: as its source was. */
  readonly holds: Holds | undefined
  readonly onChange: (holds: Holds) => void
}

/** « Ce fichier contient… »: of a full export, an invoice that is no longer in it is missed. Remembered for the source. */
export function HoldsCard({ file, holds, onChange }: HoldsCardProps) {
  const { t } = useTranslation('imports')
  const { ledger, source } = file
  const said = holds ?? source?.holds ?? (ledger ? 'all' : 'some')
  // Of its days a ledger has the paid ones too.
  const offered = everyHolds.filter((value) => !ledger || value !== 'allOpen')
  return (
    <Card padded label={t('holds.label')} className="grid gap-2.5">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <div className="min-w-64 flex-1">
          <h2 className="text-section">{t('holds.label')}</h2>
          <p className="text-small text-ink2">
            {t('holds.note')} {source && t('holds.remembered', { name: source.name })}
          </p>
        </div>
        <Select
          label={t('holds.label')}
          labelHidden
          options={offered.map((value) => ({ value, label: t(`holds.${value}`) }))}
          value={said}
          onChange={onChange}
          className="w-64"
        />
      </div>
      <div role="status" className="empty:hidden">
        {said !== 'some' && source && <WouldVanish file={file} />}
      </div>
    </Card>
  )
}

/** Before anything is marked: how many would be, and which. */
function WouldVanish({ file: { id, summary } }: Pick<HoldsCardProps, 'file'>) {
  const { t } = useTranslation('imports')
  const written = useCount()
  const { data } = useQuery(vanishedQuery(id, `${summary?.ready} ${summary?.toFix}`))
  if (!data || data.of === 0) return null
  if (data.hasUnread) return <p className="text-small text-ink2">{t('holds.unread')}</p>
  if (data.count === 0) return <p className="text-small text-ink2">{t('holds.none')}</p>
  const { count, numbers, of } = data
  const rest = count - numbers.length
  return (
    <div className="grid gap-0.5 rounded-block bg-warnbg px-3 py-2 text-small">
      <p>
        <strong className="font-semibold">
          {t('holds.vanish', { count, written: written(count), of: written(of) })}
        </strong>{' '}
        {t('holds.vanishNote')}
      </p>
      <p className="line-clamp-2 text-ink2">
        {numbers.join(', ')}
        {rest > 0 && ` ${t('holds.others', { count: rest, written: written(rest) })}`}
      </p>
    </div>
  )
}
