import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useMayWrite } from '../app/use-may-write.ts'
import { asMoney } from '../app/wire.ts'
import { Button } from '../ui/Button.tsx'
import { Card, Note } from '../ui/Card.tsx'
import { LateBadge } from '../ui/LateBadge.tsx'
import { Money } from '../ui/Money.tsx'
import { StatusPill } from '../ui/Pill.tsx'
import { type TaskRow, taskQuery } from './api.ts'
import { PhoneLink } from './ContactLine.tsx'
import { OutcomePart } from './OutcomePart.tsx'
import { TaskCourse } from './TaskCourse.tsx'
import { TaskFacts } from './TaskFacts.tsx'
import { TaskPills } from './TaskPills.tsx'
import { taskLook } from './task-look.ts'

export interface TaskCardProps {
  readonly row: TaskRow
  readonly id: number
  readonly onSnooze: () => void
  readonly onAssign: () => void
  readonly onEnded: (plan?: number) => void
}

/** The open task under the thumb: call, then say what came of it; the rest unfolds. */
export function TaskCard({ row, id, onSnooze, onAssign, onEnded }: TaskCardProps) {
  const { t } = useTranslation('tasks')
  const { data: task } = useQuery(taskQuery(id))
  const { icon, tone } = taskLook[row.kind]
  const disabledReason = useMayWrite('business') ? undefined : t('readonly')
  return (
    <Card look="active" label={row.title} className="grid grid-cols-1 gap-2.5 p-3.5">
      <div className="flex items-center justify-between gap-2">
        <StatusPill tone={tone} icon={icon}>
          {t(`kind.${row.kind}`)}
        </StatusPill>
        {row.daysLate !== null && row.daysLate > 0 && <LateBadge days={row.daysLate} />}
      </div>
      <div className="flex flex-wrap gap-1.5 empty:hidden">
        <TaskPills row={row} />
      </div>
      <h2 className="text-heading">{row.title}</h2>
      <p className="flex items-baseline justify-between gap-3">
        <span className="min-w-0 text-ink2">{row.reason}</span>
        {row.amount && <Money of={asMoney(row.amount)} look="strong" />}
      </p>
      {task?.opening && <Note>{t('panel.quoted', { words: task.opening })}</Note>}
      {task?.kind === 'call' && task.contact?.phone && <PhoneLink phone={task.contact.phone} isBig />}
      {task && <OutcomePart task={task} onEnded={onEnded} isCompact />}
      {task && (
        <details>
          <summary className="min-h-11 py-2.5 text-accent">{t('panel.more')}</summary>
          <div className="grid grid-cols-1 gap-3.5 pb-2">
            <TaskFacts task={{ ...task, opening: null }} />
            <TaskCourse course={task.course} />
          </div>
        </details>
      )}
      <div className="grid grid-cols-2 gap-2">
        <Button variant="quiet" onPress={onSnooze} disabledReason={disabledReason}>
          {t('act.snooze')}
        </Button>
        <Button variant="quiet" onPress={onAssign} disabledReason={disabledReason}>
          {t('act.assign')}
        </Button>
      </div>
    </Card>
  )
}
