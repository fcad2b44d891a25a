import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import { useTranslation } from 'react-i18next'
import { asMoney } from '../app/wire.ts'
import { cx } from '../ui/class-names.ts'
import { Checkbox } from '../ui/form/Checkbox.tsx'
import { formatDay } from '../ui/format-day.ts'
import { LateBadge } from '../ui/LateBadge.tsx'
import { Money } from '../ui/Money.tsx'
import { IconTile } from '../ui/Pill.tsx'
import { RowOpener } from '../ui/table/TableRow.tsx'
import { TwoLineRow } from '../ui/table/TwoLineRow.tsx'
import { useIsOnline } from '../ui/use-is-online.ts'
import { useLanguage } from '../ui/use-language.ts'
import { useIsMobile } from '../ui/use-media-query.ts'
import type { TaskRow } from './api.ts'
import { taskLook } from './task-look.ts'

export interface TaskLineProps {
  readonly task: TaskRow
  readonly isCurrent: boolean
  readonly onOpen: (key: string) => void
  readonly onFocus?: (() => void) | undefined
  /** Absent for what is not ended by ticking it: a decision, the messages to approve. */
  readonly onDone?: (() => void) | undefined
  /** The whole team on screen: say whose it is. */
  readonly showsAssignee: boolean
}

/** One thing to do: a circle to tick, a sentence with its verb, why now, how late, how much. */
export function TaskLine({ task, isCurrent, onOpen, onFocus, onDone, showsAssignee }: TaskLineProps) {
  const { t } = useTranslation('tasks')
  const isMobile = useIsMobile()
  const isOnline = useIsOnline()
  const language = useLanguage()
  const { icon, tone } = taskLook[task.kind]
  const badge = task.daysLate !== null && task.daysLate > 0 && <LateBadge days={task.daysLate} />
  const amount = task.amount && <Money of={asMoney(task.amount)} look="strong" />
  const since = task.lateSince && t('late.since', { date: formatDay(asDate(task.lateSince), 'short', language) })
  const reason = [showsAssignee && task.id !== null && (task.assignee?.name ?? t('nobody')), task.reason]
    .filter(Boolean)
    .join(' · ')
  return (
    <li
      data-row={task.key}
      aria-current={isCurrent || undefined}
      onFocus={onFocus}
      className={cx(
        'relative flex min-h-[52px] items-center gap-3 px-4 py-1.5 touch:min-h-16',
        isCurrent ? 'bg-accentbg shadow-[inset_3px_0_0_var(--accent)]' : 'hover:bg-sunken',
      )}
    >
      {!isMobile && (
        <span className="relative z-10 flex w-4 justify-center">
          {onDone ? (
            <Checkbox
              shape="round"
              label={t('finish', { title: task.title })}
              isSelected={false}
              isDisabled={!isOnline}
              onChange={onDone}
            />
          ) : (
            <span aria-hidden="true" className="size-1.5 rounded-full bg-line2" />
          )}
        </span>
      )}
      <div className="min-w-0 flex-1">
        <RowOpener row={task} opening={{ open: () => onOpen(task.key) }} onSpace={undefined}>
          <TwoLineRow
            lead={<IconTile icon={icon} tone={tone} size={isMobile ? 'large' : 'medium'} />}
            title={task.title}
            detail={
              since ? (
                <>
                  <span className="font-medium text-warn">{since}</span>
                  {reason && ` · ${reason}`}
                </>
              ) : (
                reason
              )
            }
            {...(isMobile && { end: amount, endDetail: badge })}
          />
        </RowOpener>
      </div>
      {!isMobile && badge}
      {!isMobile && <span className="min-w-24 shrink-0 text-right text-body">{amount}</span>}
    </li>
  )
}
