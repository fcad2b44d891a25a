import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useAct } from '../app/use-act.ts'
import { formatDay } from '../ui/format-day.ts'
import { useLanguage } from '../ui/use-language.ts'
import {
  addRecurrence,
  addTask,
  assignTask,
  endTask,
  type NewRecurrence,
  type NewTask,
  type Outcome,
  reopenTask,
  showEnded,
  snoozeTask,
  stopRecurrence,
  type TaskRow,
} from './api.ts'

interface Person {
  readonly id: number
  readonly name: string
}

/** What can be done with a task, each said in the server's words and taken back by Z. */
export function useTaskActs() {
  const { t } = useTranslation('tasks')
  const act = useAct()
  const client = useQueryClient()
  const language = useLanguage()
  const idOf = ({ id }: Pick<TaskRow, 'id'>): number => id ?? 0

  return {
    end: (task: Pick<TaskRow, 'id'>, outcome: Outcome) => {
      const id = idOf(task)
      // The wrong contact does not end the call: it stays where it is.
      if (outcome.outcome !== 'wrongContact') {
        showEnded(client, id, outcome.outcome !== 'notReached' && outcome.outcome !== 'dropped')
      }
      return act({
        work: () => endTask(id, outcome),
        done: ({ sentence }) => sentence,
        undo: () => reopenTask(id),
      })
    },
    reopen: (task: Pick<TaskRow, 'id'>) => act({ work: () => reopenTask(idOf(task)), done: () => t('done.reopened') }),
    snooze: (task: Pick<TaskRow, 'id'>, until: string) => {
      const id = idOf(task)
      showEnded(client, id, false)
      return act({
        work: () => snoozeTask(id, until),
        done: () => t('done.snoozed', { date: formatDay(asDate(until), 'weekday', language) }),
        undo: () => reopenTask(id),
      })
    },
    assign: (task: Pick<TaskRow, 'id' | 'assignee'>, person: Person, note: string | null) => {
      const before = task.assignee
      return act({
        work: () => assignTask(idOf(task), person.id, note),
        done: () => t('done.assigned', { name: person.name }),
        undo: before ? () => assignTask(idOf(task), before.id, null) : undefined,
      })
    },
    repeat: (given: NewRecurrence) =>
      act({
        work: () => addRecurrence(given),
        done: ({ nextOn }) =>
          t('done.repeated', { date: nextOn ? formatDay(asDate(nextOn), 'weekday', language) : '' }),
        undo: ({ id }) => stopRecurrence(id),
      }),
    add: (task: NewTask) =>
      act({
        work: () => addTask(task),
        done: () => t('done.added', { date: formatDay(asDate(task.dueOn), 'weekday', language) }),
        undo: ({ id }) => endTask(id ?? 0, { outcome: 'dropped' }),
      }),
  }
}
