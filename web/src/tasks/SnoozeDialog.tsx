import { addDays, type CalendarDate, dayOfWeek } from '@quittance/core/calendar/calendar-date.ts'
import { nextWorkingDay } from '@quittance/core/calendar/working-days.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Drawer.tsx'
import { DateInput } from '../ui/form/DateInput.tsx'
import { formatDay } from '../ui/format-day.ts'
import { useToday } from '../ui/today.ts'
import { useLanguage } from '../ui/use-language.ts'

export interface SnoozeDialogProps {
  /** The title of the task; null while closed. */
  readonly title: string | null
  readonly onSnooze: (until: CalendarDate) => void
  readonly onClose: () => void
}

/** Later: tomorrow, Monday, or a day of one's choice. */
export function SnoozeDialog({ title, onSnooze, onClose }: SnoozeDialogProps) {
  const { t } = useTranslation('tasks')
  return (
    <Dialog isOpen={title !== null} onClose={onClose} title={t('snooze.title')}>
      <p className="pb-3 text-ink2">{title}</p>
      <SnoozeForm onSnooze={onSnooze} />
    </Dialog>
  )
}

function SnoozeForm({ onSnooze }: Pick<SnoozeDialogProps, 'onSnooze'>) {
  const { t } = useTranslation('tasks')
  const today = useToday()
  const language = useLanguage()
  const [on, setOn] = useState<CalendarDate | null>(null)
  const isReady = on !== null && on > today
  const next = nextWorkingDay(today)
  const quick = [
    { key: '1', words: t(next === addDays(today, 1) ? 'snooze.tomorrow' : 'snooze.nextWorking'), day: next },
    { key: '2', words: t('snooze.monday'), day: nextMonday(today) },
    { key: '3', words: t('snooze.week'), day: addDays(today, 7) },
  ]
  return (
    <div className="grid gap-3">
      <div className="grid gap-2">
        {quick.map(({ key, words, day }) => (
          <Button key={key} hotkey={key} hotkeyLabel={words} isWide saves onPress={() => onSnooze(day)}>
            {words} · {formatDay(day, 'weekday', language)}
          </Button>
        ))}
      </div>
      <div className="grid grid-cols-[1fr_auto] items-end gap-2">
        <DateInput label={t('snooze.date')} value={on} onChange={setOn} toward="future" />
        <Button
          variant="primary"
          hotkey="ctrl+enter"
          disabledReason={isReady ? undefined : t('snooze.needs')}
          onPress={() => isReady && onSnooze(on)}
        >
          {t('act.snooze')}
        </Button>
      </div>
    </div>
  )
}

/** The Monday after today, a week from now when today is one. */
const nextMonday = (today: CalendarDate): CalendarDate => addDays(today, 8 - dayOfWeek(today))
