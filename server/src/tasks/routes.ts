import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import type { FastifyInstance } from 'fastify'
import { recordInJournal } from '../people/journal.ts'
import { AppError, found, notFound } from '../platform/http/app-error.ts'
import { serve } from '../platform/http/serve.ts'
import { endpoints } from './contract.ts'
import { endTask, reopenTask } from './end-task.ts'
import { listTasks, taskRow } from './list-tasks.ts'
import { planTask } from './plan-task.ts'
import { assign, snooze, taskById } from './queries.ts'
import type { TaskContext } from './task-context.ts'
import { taskPanel } from './task-panel.ts'

/** Routes of tasks: what is to be done, and what came of it. */
export function taskRoutes(app: FastifyInstance, context: TaskContext): void {
  serve(app, endpoints.tasks, ({ query, actor, today, transaction }) =>
    transaction((db) =>
      listTasks(db, { person: query.whose === 'mine' ? actor.person : null, today, language: actor.language }),
    ),
  )

  serve(app, endpoints.task, ({ params, actor, today, transaction }) =>
    transaction((db) => taskPanel(db, params.id, { today, language: actor.language, context })),
  )

  serve(app, endpoints.addTask, ({ body, actor, today, transaction }) =>
    transaction(async (db) => {
      const id = await planTask(db, {
        kind: body.kind,
        title: body.title,
        customer: body.customerId,
        dueOn: body.dueOn as CalendarDate,
        assignee: body.assigneeId ?? actor.person,
        note: body.note ?? null,
      })
      return taskRow(found(await taskById(db, id, today)), today, actor.language)
    }),
  )

  serve(app, endpoints.endTask, ({ params, body, actor, today, transaction }) =>
    transaction(async (db) => {
      const told = { ...body, promisedFor: body.promisedFor as CalendarDate | undefined }
      const sentence = await endTask(db, params.id, told, { today, language: actor.language, context })
      const task = found(await taskById(db, params.id, today))
      return { sentence, nextTask: task.state === 'snoozed' ? taskRow(task, today, actor.language) : null }
    }),
  )

  serve(app, endpoints.reopenTask, ({ params, today, transaction }) =>
    transaction((db) => reopenTask(db, params.id, today, context)),
  )

  serve(app, endpoints.snoozeTask, ({ params, body, today, transaction }) =>
    transaction(async (db) => {
      if (body.until <= today) throw inThePast()
      if ((await snooze(db, params.id, body.until as CalendarDate)) === 0) throw notFound()
      await recordInJournal(db, {
        act: 'task.snoozed',
        thing: 'task',
        thingId: params.id,
        details: { until: body.until },
      })
    }),
  )

  serve(app, endpoints.assignTask, ({ params, body, transaction }) =>
    transaction(async (db) => {
      if ((await assign(db, params.id, body.personId)) === 0) throw notFound()
      await recordInJournal(db, {
        act: 'task.assigned',
        thing: 'task',
        thingId: params.id,
        details: { person: body.personId },
      })
    }),
  )

  serve(app, endpoints.taskLetter, async ({ params, transaction, reply }) => {
    const letter = found(await transaction((db) => context.letterOf(db, params.id)))
    reply
      .type('application/pdf')
      .header('content-disposition', `inline; filename="${encodeURIComponent(letter.name)}"`)
      .send(letter.pdf)
    return undefined
  })
}

const inThePast = (): AppError =>
  new AppError('dateInThePast', 400, { fr: 'Choisissez un jour à venir.', en: 'Choose a day in the future.' })
