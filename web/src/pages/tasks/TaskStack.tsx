import { useTranslation } from 'react-i18next'
import { DoneToday } from '../../tasks/DoneToday.tsx'
import { TaskCard } from '../../tasks/TaskCard.tsx'
import { TaskLine } from '../../tasks/TaskLine.tsx'
import { Card } from '../../ui/Card.tsx'
import { TextButton } from '../../ui/TextButton.tsx'
import { AllDone } from './AllDone.tsx'
import { ApprovePanel } from './ApprovePanel.tsx'
import type { DayProps } from './TaskBoard.tsx'
import { useShowsTeam } from './use-shows-team.ts'

/** On a phone: the open task as a card on top, the others under it; a touch brings one up. */
export function TaskStack({ list, opened, onReopen, onOrder, onRepeats, ...on }: DayProps) {
  const { t } = useTranslation('tasks')
  const { open } = opened
  const showsTeam = useShowsTeam()
  const others = opened.ordered.filter((row) => row !== open)
  return (
    <div className="grid grid-cols-1 gap-2.5">
      {!open && (
        <Card>
          <AllDone list={list} />
        </Card>
      )}
      {open && open.id !== null && (
        <TaskCard
          key={open.key}
          row={open}
          id={open.id}
          onSnooze={() => on.onSnooze(open)}
          onAssign={() => on.onAssign(open)}
          onEnded={on.onEnded}
        />
      )}
      {open && open.id === null && (
        <Card look="active">
          <ApprovePanel row={open} />
        </Card>
      )}
      {others.length > 0 && (
        <Card label={t('others')}>
          <ul className="divide-y divide-line">
            {others.map((task) => (
              <TaskLine
                key={task.key}
                task={task}
                isCurrent={false}
                onOpen={(key) => {
                  opened.openTask(key)
                  window.scrollTo({ top: 0 })
                }}
                showsAssignee={showsTeam}
              />
            ))}
          </ul>
        </Card>
      )}
      {list.done.length > 0 && (
        <Card>
          <DoneToday done={list.done} onReopen={onReopen} />
        </Card>
      )}
      <p className="flex gap-4 px-1 text-small">
        {list.rows.length > 0 && <TextButton onPress={onOrder}>{t('order.title')}</TextButton>}
        <TextButton onPress={onRepeats}>{t('repeat.title')}</TextButton>
      </p>
    </div>
  )
}
