import { useTranslation } from 'react-i18next'
import { SegmentedControl } from '../ui/form/SegmentedControl.tsx'
import { Select } from '../ui/form/Select.tsx'
import { useIsMobile } from '../ui/use-media-query.ts'
import type { Means } from './api.ts'

/** Every means of payment, the usual ones first. */
export const allMeans = [
  'transfer',
  'cheque',
  'card',
  'directDebit',
  'billOfExchange',
  'cash',
  'other',
] as const satisfies readonly Means[]
const wide = {
  usual: ['transfer', 'cheque', 'card', 'directDebit'],
  rare: ['billOfExchange', 'cash', 'other'],
} as const
const narrow = {
  usual: ['transfer', 'cheque', 'card'],
  rare: ['directDebit', 'billOfExchange', 'cash', 'other'],
} as const

export interface MeansFieldProps {
  readonly value: Means
  readonly onChange: (means: Means) => void
}

/** Four words for what is usual (three on a phone); « Autre » opens the rest. */
export function MeansField({ value, onChange }: MeansFieldProps) {
  const { t } = useTranslation('payments')
  const { usual, rare }: { usual: readonly Means[]; rare: readonly Means[] } = useIsMobile() ? narrow : wide
  const isRare = rare.includes(value)
  return (
    <div>
      <div className="pb-1 text-table text-ink2">{t('drawer.means')}</div>
      <SegmentedControl
        label={t('drawer.means')}
        isWide
        value={isRare ? 'other' : value}
        onChange={onChange}
        options={[
          ...usual.map((means) => ({
            value: means,
            label: means === 'directDebit' ? t('meansShort.directDebit') : t(`means.${means}`),
          })),
          { value: 'other', label: t('means.other') },
        ]}
      />
      {isRare && (
        <Select
          label={t('drawer.otherMeans')}
          labelHidden
          className="pt-2"
          value={value}
          onChange={onChange}
          options={rare.map((means) => ({ value: means, label: t(`means.${means}`) }))}
        />
      )}
    </div>
  )
}
