import { useTranslation } from 'react-i18next'
import { SectionTitle } from '../../ui/Card.tsx'
import { SegmentedControl } from '../../ui/form/SegmentedControl.tsx'
import { StatusPill } from '../../ui/Pill.tsx'
import { LastMonths } from './LastMonths.tsx'
import { NextDays, type PeriodProps } from './NextDays.tsx'

const periods = ['30-jours', '12-mois'] as const
export type Period = (typeof periods)[number]

export interface SimulationPanelProps extends PeriodProps {
  readonly period?: Period
  /** Left out: only the days to come. */
  readonly onPeriod?: (period: Period) => void
}

/** What the steps on screen would do in the days to come, or would have done in the months that went by. */
export function SimulationPanel({ period = '30-jours', onPeriod, ...of }: SimulationPanelProps) {
  const { t } = useTranslation('scenarios')
  return (
    <>
      <div className="grid gap-2.5 px-4 pt-3 pb-2.5">
        <SectionTitle end={<StatusPill tone="accent">{t('pill')}</StatusPill>}>{t(`title.${period}`)}</SectionTitle>
        {onPeriod && (
          <SegmentedControl
            label={t('period.label')}
            value={period}
            onChange={onPeriod}
            options={periods.map((value) => ({ value, label: t(`period.${value}`) }))}
            isWide
          />
        )}
      </div>
      {period === '30-jours' ? <NextDays {...of} /> : <LastMonths {...of} />}
    </>
  )
}
