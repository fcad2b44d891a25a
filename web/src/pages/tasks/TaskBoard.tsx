import { IconArrowsSort } from '@tabler/icons-react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { TaskList, TaskRow } from '../../tasks/api.ts'
import { DoneToday } from '../../tasks/DoneToday.tsx'
import { focusCurrentRow } from '../../tasks/focus-current-row.ts'
import { TaskGroups } from '../../tasks/TaskGroups.tsx'
import { TaskPanel } from '../../tasks/TaskPanel.tsx'
import { Card, CardFooter } from '../../ui/Card.tsx'
import { Glyph } from '../../ui/Glyph.tsx'
import { Kbd } from '../../ui/hotkeys/Kbd.tsx'
import { SidePanel } from '../../ui/SidePanel.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { TextButton } from '../../ui/TextButton.tsx'
import { useKeysIn } from '../../ui/use-keys-in.ts'
import { AllDone } from './AllDone.tsx'
import { ApprovePanel } from './ApprovePanel.tsx'
import type { useOpenTask } from './use-open-task.ts'
import { useShowsTeam } from './use-shows-team.ts'

export interface DayProps {
  readonly list: TaskList
  readonly opened: ReturnType<typeof useOpenTask>
  readonly onDone: (task: TaskRow) => void
  readonly onSnooze: (task: TaskRow) => void
  readonly onAssign: (task: TaskRow) => void
  readonly onReopen: (task: TaskRow) => void
  /** Given the payment plan that was agreed, if any. */
  readonly onEnded: (plan?: number) => void
  readonly onOrder: () => void
  readonly onRepeats: () => void
}

/** The list left, the open task right. */
export function TaskBoard({ list, opened, onOrder, ...on }: Omit<DayProps, 'onRepeats'>) {
  const { t } = useTranslation('tasks')
  const { open } = opened
  const panel = useRef<HTMLDivElement>(null)
  // After the address has said which task is open.
  const enterPanel = () => setTimeout(() => panel.current?.querySelector('h2')?.focus())
  useKeysIn(panel, ({ key, defaultPrevented }) => {
    if (key === 'Escape' && !defaultPrevented) focusCurrentRow()
  })
  return (
    <div className="grid min-h-0 flex-1 grid-cols-1 gap-3.5 wide:grid-cols-[1fr_488px]">
      <Card label={t('title')} className="flex min-h-0 flex-col">
        <div className="flex items-center gap-2 border-b border-line px-4 py-2 text-small text-ink2">
          <Glyph icon={IconArrowsSort} />
          {t('order.short')}
          <TextButton onPress={onOrder}>{t('order.title')}</TextButton>
          <span className="ml-auto flex items-center gap-1">
            <Kbd keys="j" />
            <Kbd keys="k" /> {t('keys.walk')}
          </span>
        </div>
        <TaskGroups
          rows={list.rows}
          currentKey={open?.key}
          onOpen={opened.openTask}
          onDone={on.onDone}
          onEnter={enterPanel}
          showsAssignee={useShowsTeam()}
          end={
            <>
              {list.rows.length === 0 && <AllDone list={list} />}
              <DoneToday done={list.done} onReopen={on.onReopen} />
            </>
          }
        />
        <CardFooter>
          {(['e', 's', 'a', 'enter', 'z'] as const).map((key) => (
            <span key={key} className="flex items-center gap-1.5">
              <Kbd keys={key} /> {t(`keys.${key}`)}
            </span>
          ))}
          <span className="ml-auto flex items-center gap-1.5">
            <Kbd keys="?" /> {t('keys.all')}
          </span>
        </CardFooter>
      </Card>
      <div ref={panel} className="contents">
        <SidePanel label={t('panel.label')} isOpen={opened.isChosen} onClose={() => opened.openTask(undefined)}>
          {!open ? (
            <EmptyState title={t('panel.nothing')} />
          ) : open.id === null ? (
            <ApprovePanel row={open} />
          ) : (
            <TaskPanel
              key={open.key}
              row={open}
              id={open.id}
              onMove={opened.move}
              onDone={() => on.onDone(open)}
              onSnooze={() => on.onSnooze(open)}
              onAssign={() => on.onAssign(open)}
              onEnded={on.onEnded}
            />
          )}
        </SidePanel>
      </div>
    </div>
  )
}
