import { dayOfWeek } from '@quittance/core/calendar/calendar-date.ts'
import { useTranslation } from 'react-i18next'
import { SegmentedControl } from '../ui/form/SegmentedControl.tsx'
import { Select } from '../ui/form/Select.tsx'
import { useToday } from '../ui/today.ts'
import { useLanguage } from '../ui/use-language.ts'
import { type Repeat, weekdayName } from './repeat.ts'
import { useRepeatWords } from './use-repeat-words.ts'

export interface RepeatFieldsProps {
  readonly repeat: Repeat | null
  readonly onChange: (repeat: Repeat | null) => void
}

const weekdays = [1, 2, 3, 4, 5] as const
const everies = [1, 2, 3, 4, 6, 12] as const
const monthDays = Array.from({ length: 31 }, (_, index) => index + 1)

/** Once, or again every so many weeks or months: how often and on which day, said in one sentence. */
export function RepeatFields({ repeat, onChange }: RepeatFieldsProps) {
  const { t } = useTranslation('tasks')
  const language = useLanguage()
  const words = useRepeatWords()
  const weekday = Math.min(5, dayOfWeek(useToday()))
  const choose = (unit: 'once' | 'week' | 'month') => {
    if (unit === 'once') onChange(null)
    else if (unit === 'week') onChange({ unit, every: 1, weekday, monthDay: null })
    else onChange({ unit, every: 1, weekday: null, monthDay: 1 })
  }
  return (
    <div className="grid gap-2">
      <SegmentedControl
        label={t('repeat.label')}
        value={repeat?.unit ?? 'once'}
        onChange={choose}
        options={(['once', 'week', 'month'] as const).map((value) => ({ value, label: t(`repeat.${value}`) }))}
      />
      {repeat && (
        <div className="grid grid-cols-2 gap-3">
          <Select
            label={t('repeat.every')}
            value={String(repeat.every)}
            onChange={(every) => onChange({ ...repeat, every: Number(every) })}
            options={everies.map((count) => ({
              value: String(count),
              label: t(`repeat.${repeat.unit}Count`, { count }),
            }))}
          />
          {repeat.unit === 'week' ? (
            <Select
              label={t('repeat.on')}
              value={String(repeat.weekday)}
              onChange={(on) => onChange({ ...repeat, weekday: Number(on) })}
              options={weekdays.map((on) => ({ value: String(on), label: weekdayName(on, language) }))}
            />
          ) : (
            <Select
              label={t('repeat.on')}
              value={String(repeat.monthDay)}
              onChange={(on) => onChange({ ...repeat, monthDay: Number(on) })}
              options={monthDays.map((on) => ({ value: String(on), label: t('repeat.dayOfMonth', { on }) }))}
            />
          )}
        </div>
      )}
      {repeat && <p className="text-small text-ink2">{t('repeat.explain', { rule: words(repeat) })}</p>}
    </div>
  )
}
