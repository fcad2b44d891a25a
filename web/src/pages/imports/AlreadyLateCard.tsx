import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { scenariosQuery } from '../../dunning/scenario-api.ts'
import { useStepWords } from '../../dunning/use-step-words.ts'
import { Card } from '../../ui/Card.tsx'
import { Select } from '../../ui/form/Select.tsx'
import { useCount } from '../../ui/use-count.ts'

export interface AlreadyLateCardProps {
  readonly count: number
  /** The step up to which they were chased elsewhere; null: not yet. */
  readonly stepKey: string | null
  readonly onChange: (stepKey: string | null) => void
}

const notYet = '-'

/** « Ces factures ont-elles déjà été relancées ? »: so that nobody gets a first reminder for the third time. */
export function AlreadyLateCard({ count, stepKey, onChange }: AlreadyLateCardProps) {
  const { t } = useTranslation('imports')
  const words = useStepWords()
  const title = t('late.title', { count, written: useCount()(count) })
  const scenario = useQuery(scenariosQuery).data?.find(({ defaultFor }) => defaultFor.includes('company'))
  const steps = scenario?.steps ?? []
  const options = steps
    .filter(({ isActive, delayDays }) => isActive && delayDays >= 0)
    .map((step) => ({
      value: step.key,
      label: t('late.upTo', { day: words.day(step.delayDays), step: words.title(step, steps) }),
    }))
  return (
    <Card padded label={title} className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <div className="min-w-64 flex-1">
        <h2 className="text-section">{t('late.question')}</h2>
        <p className="text-small text-ink2">{title}</p>
      </div>
      <Select
        label={t('late.question')}
        labelHidden
        options={[{ value: notYet, label: t('late.notYet') }, ...options]}
        value={stepKey ?? notYet}
        onChange={(value) => onChange(value === notYet ? null : value)}
        className="w-64"
      />
    </Card>
  )
}
