import { IconCheck, IconChevronDown, IconChevronUp, IconClock, IconUserShare, IconUsers } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ReadError } from '../app/ReadError.tsx'
import { useMayWrite } from '../app/use-may-write.ts'
import { Button } from '../ui/Button.tsx'
import { CardFooter } from '../ui/Card.tsx'
import { Glyph } from '../ui/Glyph.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { StatusPill } from '../ui/Pill.tsx'
import { Bone, Skeleton } from '../ui/states.tsx'
import { type TaskRow, taskQuery } from './api.ts'
import { ContactLine } from './ContactLine.tsx'
import { OutcomePart } from './OutcomePart.tsx'
import { TaskCourse } from './TaskCourse.tsx'
import { TaskFacts } from './TaskFacts.tsx'
import { endsByTicking } from './TaskGroups.tsx'
import { TaskPills } from './TaskPills.tsx'
import { taskLook } from './task-look.ts'

export interface TaskPanelProps {
  readonly row: TaskRow
  readonly id: number
  /** The task beside it in the list. */
  readonly onMove: (by: -1 | 1) => void
  readonly onSnooze: () => void
  readonly onAssign: () => void
  /** Called once the task has ended: the next one opens. */
  readonly onEnded: (plan?: number) => void
  readonly onDone: () => void
}

/** One thing to do, with all that is needed to do it without leaving the page. */
export function TaskPanel({ row, id, onMove, ...on }: TaskPanelProps) {
  const { t } = useTranslation('tasks')
  const { data: task, error, refetch } = useQuery(taskQuery(id))
  const { icon, tone } = taskLook[row.kind]
  return (
    <>
      <div className="border-b border-line px-[18px] py-3">
        <div className="flex items-start gap-2">
          <span className="flex min-w-0 flex-1 flex-wrap items-center gap-1.5">
            <StatusPill tone={tone} icon={icon}>
              {t(`kind.${row.kind}`)}
            </StatusPill>
            <TaskPills row={row} />
            {row.assignee && <StatusPill tone="neutral">{row.assignee.name}</StatusPill>}
          </span>
          <span className="flex shrink-0">
            <IconButton icon={IconChevronUp} label={t('previous')} size="small" onPress={() => onMove(-1)} />
            <IconButton icon={IconChevronDown} label={t('next')} size="small" onPress={() => onMove(1)} />
          </span>
        </div>
        <h2 tabIndex={-1} className="rounded-check pt-1.5 text-heading">
          {row.title}
        </h2>
        {row.handed?.note && (
          <p className="pt-1 text-small text-ink2">{t('panel.quoted', { words: row.handed.note })}</p>
        )}
        {task && <ContactLine task={task} />}
        <Acts row={row} {...on} />
      </div>
      {error && !task ? (
        <ReadError what={t('what.one')} error={error} onRetry={refetch} />
      ) : task ? (
        <div className="relative grid min-h-0 flex-1 grid-cols-1 content-start gap-3.5 overflow-auto px-[18px] py-3.5">
          <TaskFacts task={task} />
          <OutcomePart task={task} onEnded={on.onEnded} />
          <TaskCourse course={task.course} />
        </div>
      ) : (
        <PanelSkeleton />
      )}
      {task?.salesRep && <SalesRep name={task.salesRep.name} />}
    </>
  )
}

function Acts({ row, ...on }: Pick<TaskPanelProps, 'row' | 'onSnooze' | 'onAssign' | 'onDone'>) {
  const { t } = useTranslation('tasks')
  const mayWrite = useMayWrite('business')
  const disabledReason = mayWrite ? undefined : t('readonly')
  return (
    <div className="flex flex-wrap gap-2 pt-2.5">
      <Button
        size="small"
        icon={IconCheck}
        hotkey="e"
        onPress={on.onDone}
        disabledReason={disabledReason ?? (endsByTicking(row) ? undefined : t('decideFirst'))}
      >
        {t('act.done')}
      </Button>
      <Button size="small" icon={IconClock} hotkey="s" onPress={on.onSnooze} disabledReason={disabledReason}>
        {t('act.snooze')}
      </Button>
      <Button size="small" icon={IconUserShare} hotkey="a" onPress={on.onAssign} disabledReason={disabledReason}>
        {t('act.assign')}
      </Button>
    </div>
  )
}

function SalesRep({ name }: { readonly name: string }) {
  const { t } = useTranslation('tasks')
  return (
    <CardFooter className="mt-auto">
      <Glyph icon={IconUsers} />
      {t('panel.salesRep', { name })}
    </CardFooter>
  )
}

function PanelSkeleton() {
  return (
    <Skeleton>
      <div className="grid gap-3 px-[18px] py-4">
        <Bone className="h-14 w-full" />
        <Bone className="h-3 w-40" />
        <Bone className="h-24 w-full" />
        <Bone className="h-3 w-40" />
        <Bone className="h-16 w-full" />
      </div>
    </Skeleton>
  )
}
