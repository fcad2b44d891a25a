import { useTranslation } from 'react-i18next'
import { DateInput } from '../ui/form/DateInput.tsx'
import { Select } from '../ui/form/Select.tsx'
import { type PlanDraft, replanned, rhythms } from './plan-draft.ts'

const counts = Array.from({ length: 11 }, (_, index) => String(index + 2))

export interface PlanRhythmProps {
  readonly draft: PlanDraft
  readonly onChange: (draft: PlanDraft) => void
}

/** How many dates, from when, how far apart. */
export function PlanRhythm({ draft, onChange }: PlanRhythmProps) {
  const { t } = useTranslation('promises')
  return (
    <div className="grid gap-3 md:grid-cols-3">
      <Select
        label={t('plan.count')}
        value={String(draft.count)}
        onChange={(count) => onChange(replanned(draft, { count: Number(count) }))}
        options={counts.map((value) => ({ value, label: value }))}
      />
      <DateInput
        label={t('plan.firstOn')}
        value={draft.firstOn}
        onChange={(firstOn) => onChange(replanned(draft, { firstOn }))}
        toward="future"
      />
      <Select
        label={t('plan.rhythm')}
        value={draft.rhythm}
        onChange={(rhythm) => onChange(replanned(draft, { rhythm }))}
        options={rhythms.map((value) => ({ value, label: t(`plan.every.${value}`) }))}
      />
    </div>
  )
}
