import { addDays, type CalendarDate, dayOfWeek, daysBetween, isBefore } from '@quittance/core/calendar/calendar-date.ts'
import type { Language } from '@quittance/core/money/format-money.ts'
import type { PayerProfile } from '@quittance/core/payers/payer-profile.ts'
import { usualMinutes } from '@quittance/core/tasks/kinds.ts'
import { compareTasks, daysWaiting, lateSince } from '@quittance/core/tasks/order.ts'
import { priority } from '@quittance/core/tasks/priority.ts'
import { profilesOf } from '../payers/queries.ts'
import type { Db } from '../platform/database/db.ts'
import { collectedSince, nextTaskDay, type TaskRecord, tasksDone, tasksToDo, waitingReminders } from './queries.ts'
import { groupOf, taskGroups, taskReason, taskTitle } from './task-words.ts'

/** A task as lists show it. */
export function taskRow(task: TaskRecord, today: CalendarDate, language: Language) {
  const daysLate = task.oldestDue && isBefore(task.oldestDue, today) ? daysBetween(task.oldestDue, today) : null
  return {
    key: `task-${task.id}`,
    id: task.id,
    kind: task.kind,
    group: groupOf[task.kind] ?? ('other' as const),
    title: taskTitle(task, language),
    reason: taskReason(task, language),
    customer: task.customer,
    amount: task.amounts[0] ?? null,
    daysLate,
    dueOn: task.dueOn,
    isLate: daysWaiting(task, today) > 0,
    lateSince: daysWaiting(task, today) > 0 ? lateSince(task) : null,
    tries: task.tries,
    nextHalf: task.nextHalf,
    isRecurring: task.recurrence !== null,
    handed: task.handed,
    assignee: task.assignee,
    state: task.state,
    endedAt: task.endedAt,
  }
}

/** What is to be done now, by group; in a group the most recoverable money first. */
export async function listTasks(db: Db, asked: { person: number | null; today: CalendarDate; language: Language }) {
  const { person, today, language } = asked
  const tasks = await orderedTasks(db, { today, person })
  const done = await tasksDone(db, today, person)
  const reminders = await approvalRow(db, today, language)
  const rows = [...tasks.map((task) => taskRow(task, today, language)), ...(reminders ? [reminders] : [])]
  return {
    rows: rows.toSorted((a, b) => taskGroups.indexOf(a.group) - taskGroups.indexOf(b.group)),
    done: done.map((task) => taskRow(task, today, language)),
    doneToday: done.length,
    late: rows.filter((row) => row.isLate).length,
    minutesLeft: rows.reduce((sum, row) => sum + usualMinutes[row.kind], 0),
    collectedThisWeek: await collectedSince(db, addDays(today, 1 - dayOfWeek(today))),
    nextOn: await nextTaskDay(db, today, person),
  }
}

/** What is to be done, in the order in which it is worth doing, whatever its group. */
export async function orderedTasks(
  db: Db,
  { today, person }: { readonly today: CalendarDate; readonly person: number | null },
): Promise<TaskRecord[]> {
  const tasks = await tasksToDo(db, today, person)
  const profiles = await profilesOf(
    db,
    tasks.flatMap(({ customer }) => customer?.id ?? []),
  )
  const profileOf = ({ customer }: TaskRecord): PayerProfile => profiles.get(customer?.id ?? 0) ?? 'unknown'
  return tasks
    .map((task) => ({
      ...{ task, id: task.id, isBroken: isBroken(task) },
      ...{ daysWaiting: daysWaiting(task, today), rank: rankOf(task, profileOf(task), today) },
    }))
    .toSorted(compareTasks)
    .map(({ task }) => task)
}

const isBroken = ({ brokenPromise, brokenInstalment }: TaskRecord): boolean =>
  brokenPromise !== null || brokenInstalment !== null

const rankOf = (task: TaskRecord, profile: PayerProfile, today: CalendarDate): number =>
  priority({
    amount: task.amounts.reduce((sum, one) => sum + one.amount, 0),
    daysLate: task.oldestDue ? Math.max(0, daysBetween(task.oldestDue, today)) : 0,
    brokenPromise: isBroken(task),
    profile,
    daysWaiting: daysWaiting(task, today),
  })

/** Messages that wait for approval are one action: « Valider les 11 e-mails de relance ». */
async function approvalRow(db: Db, today: CalendarDate, language: Language) {
  const { reminders, items, amounts, hasSms } = await waitingReminders(db)
  if (reminders === 0) return null
  const say = approvalWords[language]
  return {
    key: 'approve-reminders',
    id: null,
    kind: 'approveReminders' as const,
    group: 'approve' as const,
    title: say.title(reminders, hasSms),
    reason: say.reason(items),
    customer: null,
    amount: amounts[0] ?? null,
    daysLate: null,
    dueOn: today,
    isLate: false,
    lateSince: null,
    tries: 0,
    nextHalf: null,
    isRecurring: false,
    handed: null,
    assignee: null,
    state: 'todo' as const,
    endedAt: null,
  }
}

const approvalWords = {
  fr: {
    title: (count: number, hasSms: boolean) => {
      const what = hasSms ? 'message' : 'e-mail'
      return `Valider ${count > 1 ? `les ${count} ${what}s` : `un ${what}`} de relance`
    },
    reason: (items: number) => `${items} facture${items > 1 ? 's' : ''}`,
  },
  en: {
    title: (count: number, hasSms: boolean) => {
      const what = hasSms ? 'message' : 'e-mail'
      return `Approve ${count > 1 ? `the ${count} reminder ${what}s` : `a reminder ${what}`}`
    },
    reason: (items: number) => `${items} invoice${items > 1 ? 's' : ''}`,
  },
}
