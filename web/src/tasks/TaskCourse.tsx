import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import { useTranslation } from 'react-i18next'
import { DateText } from '../ui/DateText.tsx'
import { formatDay } from '../ui/format-day.ts'
import { useLanguage } from '../ui/use-language.ts'
import type { Task } from './api.ts'
import { Part } from './TaskFacts.tsx'

type Event = Task['course'][number]

/** What happened to the task: the hands it went through, the tries, the days it was put off to. */
export function TaskCourse({ course }: Pick<Task, 'course'>) {
  const { t } = useTranslation('tasks')
  if (course.length === 0) return null
  return (
    <Part title={t('course.title')}>
      <ul className="grid gap-1 text-table">
        {course.map((event) => (
          <li key={event.id} className="flex items-baseline gap-2.5">
            <span className="w-11 shrink-0 text-ink3">
              <DateText date={asDate(event.on)} style="short" />
            </span>
            <EventWords event={event} />
          </li>
        ))}
      </ul>
    </Part>
  )
}

function EventWords({ event }: { readonly event: Event }) {
  const { t } = useTranslation('tasks')
  const language = useLanguage()
  const until = event.until ? formatDay(asDate(event.until), 'short', language) : ''
  const told = { to: event.to ?? '', from: event.from ?? '', until }
  return (
    <span className="min-w-0">
      {t(`course.${event.kind === 'assigned' && event.from === null ? 'given' : event.kind}`, told)}
      {event.person && <span className="text-ink3"> ({event.person})</span>}
      {event.note && <span className="block text-ink2">{t('panel.quoted', { words: event.note })}</span>}
    </span>
  )
}
