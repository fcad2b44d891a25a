import { IconPlus, IconRepeat } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMayWrite } from '../../app/use-may-write.ts'
import { ConfirmationDialog } from '../../promises/ConfirmationDialog.tsx'
import { AddTaskDialog } from '../../tasks/AddTaskDialog.tsx'
import { AssignTaskDialog } from '../../tasks/AssignTaskDialog.tsx'
import type { TaskList, TaskRow } from '../../tasks/api.ts'
import { OrderDialog } from '../../tasks/OrderDialog.tsx'
import { RepeatsDialog } from '../../tasks/RepeatsDialog.tsx'
import { SnoozeDialog } from '../../tasks/SnoozeDialog.tsx'
import { useTaskActs } from '../../tasks/use-task-acts.ts'
import { formatDay } from '../../ui/format-day.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { Page, PageHeader } from '../../ui/Page.tsx'
import { useToday } from '../../ui/today.ts'
import { useLanguage } from '../../ui/use-language.ts'
import { useIsMobile } from '../../ui/use-media-query.ts'
import { Checklist } from './Checklist.tsx'
import { DayProgress, WhoseChoice } from './DayProgress.tsx'
import { TaskBoard } from './TaskBoard.tsx'
import { TaskStack } from './TaskStack.tsx'
import { useOpenTask } from './use-open-task.ts'

/** The day: what is left, what is open, what was done. */
export function TaskDay({ list }: { readonly list: TaskList }) {
  const { t } = useTranslation('tasks')
  const today = useToday()
  const language = useLanguage()
  const isMobile = useIsMobile()
  const mayWrite = useMayWrite('business')
  const acts = useTaskActs()
  const opened = useOpenTask(list.rows)
  const [isAdding, setAdding] = useState(false)
  const [isOrderOpen, setOrderOpen] = useState(false)
  const [isRepeatsOpen, setRepeatsOpen] = useState(false)
  const [later, setLater] = useState<TaskRow | null>(null)
  const [given, setGiven] = useState<TaskRow | null>(null)
  const [agreed, setAgreed] = useState<number | null>(null)

  const count = list.rows.length
  const left =
    count === 0
      ? t('note.none')
      : [
          t('note.left', { count, minutes: t('note.minutes', { count: list.minutesLeft }) }),
          list.late > 0 && t('note.late', { count: list.late }),
        ]
          .filter(Boolean)
          .join(', ')
  const finish = (task: TaskRow) => {
    if (task.key === opened.open?.key) opened.leave()
    void acts.end(task, { outcome: 'done' })
  }
  const on = {
    onDone: finish,
    onEnded: (plan?: number) => {
      opened.leave()
      setAgreed(plan ?? null)
    },
    onSnooze: setLater,
    onAssign: setGiven,
    onReopen: (task: TaskRow) => void acts.reopen(task),
    onOrder: () => setOrderOpen(true),
    onRepeats: () => setRepeatsOpen(true),
  }

  const add = {
    label: t('add.open'),
    icon: IconPlus,
    hotkey: 'c',
    onPress: () => setAdding(true),
    disabledReason: mayWrite ? undefined : t('readonly'),
  }

  return (
    <Page height="fill">
      <PageHeader
        title={t('title')}
        note={isMobile ? left : `${formatDay(today, 'long', language)} · ${left}`}
        actions={
          <>
            <DayProgress done={list.doneToday} left={count} />
            <IconButton icon={IconRepeat} label={t('repeat.title')} onPress={on.onRepeats} />
            <WhoseChoice />
          </>
        }
        mobileActions={
          <>
            <DayProgress done={list.doneToday} left={count} isCompact />
            <IconButton
              icon={IconPlus}
              label={t('add.open')}
              variant="accent"
              onPress={() => setAdding(true)}
              isDisabled={!mayWrite}
            />
          </>
        }
        {...(!isMobile && { primary: add })}
      />
      <Checklist />
      {isMobile && <WhoseChoice />}
      {isMobile ? <TaskStack list={list} opened={opened} {...on} /> : <TaskBoard list={list} opened={opened} {...on} />}
      <AddTaskDialog
        isOpen={isAdding}
        onClose={() => setAdding(false)}
        onAdd={(task) => {
          setAdding(false)
          void acts.add(task)
        }}
        onRepeat={(given) => {
          setAdding(false)
          void acts.repeat(given)
        }}
      />
      <SnoozeDialog
        title={later?.title ?? null}
        onClose={() => setLater(null)}
        onSnooze={(until) => {
          setLater(null)
          if (!later) return
          if (later.key === opened.open?.key) opened.leave()
          void acts.snooze(later, until)
        }}
      />
      <AssignTaskDialog
        task={given}
        onClose={() => setGiven(null)}
        onAssign={(person, note) => {
          setGiven(null)
          if (given) void acts.assign(given, person, note)
        }}
      />
      <RepeatsDialog isOpen={isRepeatsOpen} onClose={() => setRepeatsOpen(false)} />
      {agreed !== null && <ConfirmationDialog isOpen plan={agreed} onClose={() => setAgreed(null)} />}
      <OrderDialog isOpen={isOrderOpen} onClose={() => setOrderOpen(false)} />
    </Page>
  )
}
