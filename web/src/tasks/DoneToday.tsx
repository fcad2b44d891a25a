import { IconArrowBackUp, IconCircleCheckFilled } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../app/session.ts'
import { SectionTitle } from '../ui/Card.tsx'
import { MomentText } from '../ui/DateText.tsx'
import { Glyph } from '../ui/Glyph.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { TextButton } from '../ui/TextButton.tsx'
import type { TaskRow } from './api.ts'

export interface DoneTodayProps {
  readonly done: readonly TaskRow[]
  readonly onReopen: (task: TaskRow) => void
}

const firstShown = 2

/** What was done today, latest first; each can be brought back. */
export function DoneToday({ done, onReopen }: DoneTodayProps) {
  const { t } = useTranslation('tasks')
  const { timeZone } = useSession().organization
  const [all, setAll] = useState(false)
  if (done.length === 0) return null
  return (
    <section aria-label={t('doneToday')} className="mt-1.5 border-t border-line pt-1.5 pb-2">
      <SectionTitle
        className="px-4 py-1.5"
        note={done.length}
        end={
          done.length > firstShown && (
            <TextButton onPress={() => setAll(!all)}>
              {all ? t('fewer') : t('seeAll', { count: done.length })}
            </TextButton>
          )
        }
      >
        {t('doneToday')}
      </SectionTitle>
      <ul>
        {(all ? done : done.slice(0, firstShown)).map((task) => (
          <li key={task.key} className="flex min-h-9 items-center gap-3 px-4 text-body text-ink2">
            <Glyph icon={IconCircleCheckFilled} size={18} className="text-paid" />
            <span className="min-w-0 flex-1 truncate">{task.title}</span>
            <IconButton
              icon={IconArrowBackUp}
              label={t('reopen', { title: task.title })}
              size="small"
              onPress={() => onReopen(task)}
            />
            <span className="text-small text-ink3">
              {task.endedAt && <MomentText at={task.endedAt} timeZone={timeZone} />}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
