import { type CalendarDate, parseIsoDate } from '@quittance/core/calendar/calendar-date.ts'
import { IconCalendar } from '@tabler/icons-react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Glyph } from '../Glyph.tsx'

export interface DatePickButtonProps {
  readonly value: CalendarDate | null
  readonly onPick: (date: CalendarDate) => void
  readonly isDisabled: boolean
}

/** Opens the calendar of the browser or the phone, the one people know, beside a date field that takes text. */
export function DatePickButton({ value, onPick, isDisabled }: DatePickButtonProps) {
  const { t } = useTranslation('ui')
  const native = useRef<HTMLInputElement>(null)
  return (
    <span className="relative inline-flex">
      <input
        ref={native}
        type="date"
        tabIndex={-1}
        aria-hidden="true"
        disabled={isDisabled}
        value={value ?? ''}
        onChange={(event) => {
          const date = parseIsoDate(event.target.value)
          if (date) onPick(date)
        }}
        className="pointer-events-none absolute right-0 bottom-0 size-0 opacity-0"
      />
      <button
        type="button"
        aria-label={t('date.pick')}
        disabled={isDisabled}
        onClick={() => native.current?.showPicker()}
        className="-m-1 flex rounded-pill p-1 text-ink3 hover:text-ink"
      >
        <Glyph icon={IconCalendar} />
      </button>
    </span>
  )
}
