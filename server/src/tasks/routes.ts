import { asCurrency, money } from '@quittance/core/money/money.ts'
import type { FastifyInstance } from 'fastify'
import type { z } from 'zod'
import { AppError, found } from '../platform/http/app-error.ts'
import { type Actor, serve } from '../platform/http/serve.ts'
import { planMadeBy } from './act-queries.ts'
import { assignTask } from './assign-task.ts'
import { callSheet } from './call-sheet.ts'
import { type endingBody, endpoints } from './contract.ts'
import { endTask } from './end-task.ts'
import { listTasks, taskRow } from './list-tasks.ts'
import type { Outcome } from './outcome.ts'
import { planTask, refuseUnlessColleague } from './plan-task.ts'
import { taskById } from './queries.ts'
import { recurrenceRoutes } from './recurrence-routes.ts'
import { reopenTask } from './reopen-task.ts'
import { snoozeTask } from './snooze-task.ts'
import type { TaskContext } from './task-context.ts'
import { taskPanel } from './task-panel.ts'

/** Routes of tasks: what is to be done, and what came of it. */
export function taskRoutes(app: FastifyInstance, context: TaskContext): void {
  recurrenceRoutes(app)
  listed(app, context)
  worked(app, context)
}

function listed(app: FastifyInstance, context: TaskContext): void {
  serve(app, endpoints.tasks, ({ query, actor, today, transaction }) =>
    transaction((db) =>
      listTasks(db, { person: query.whose === 'mine' ? actor.person : null, today, language: actor.language }),
    ),
  )

  serve(app, endpoints.callSheet, ({ query, actor, today, transaction }) =>
    transaction(async (db) => {
      const person = query.whose === 'mine' ? actor.person : null
      const calls = await callSheet(db, { person, today, language: actor.language, context })
      return { on: today, caller: actor.name, calls }
    }),
  )

  serve(app, endpoints.task, ({ params, actor, today, transaction }) =>
    transaction((db) => taskPanel(db, params.id, { today, language: actor.language, context })),
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

function worked(app: FastifyInstance, context: TaskContext): void {
  serve(app, endpoints.addTask, ({ body, actor, today, transaction }) =>
    transaction(async (db) => {
      await refuseUnlessColleague(db, body.assigneeId)
      const id = await planTask(db, {
        kind: body.kind,
        title: body.title,
        customer: body.customerId,
        dueOn: body.dueOn,
        assignee: body.assigneeId ?? actor.person,
        note: body.note ?? null,
      })
      return taskRow(found(await taskById(db, id, today)), today, actor.language)
    }),
  )

  serve(app, endpoints.endTask, ({ params, body, actor, today, transaction }) =>
    transaction(async (db) => {
      refuseUnlessDecides(actor, body.decision)
      const sentence = await endTask(db, params.id, outcomeOf(body), { today, language: actor.language, context })
      const task = await taskById(db, params.id, today)
      const nextTask = task?.state === 'snoozed' ? taskRow(task, today, actor.language) : null
      return { sentence, nextTask, plan: await planMadeBy(db, params.id) }
    }),
  )

  serve(app, endpoints.reopenTask, ({ params, today, transaction }) =>
    transaction((db) => reopenTask(db, params.id, today, context)),
  )

  serve(app, endpoints.snoozeTask, ({ params, body, today, transaction }) =>
    transaction((db) => snoozeTask(db, params.id, { until: body.until, today })),
  )

  serve(app, endpoints.assignTask, ({ params, body, today, transaction }) =>
    transaction((db) =>
      assignTask(db, { task: params.id, person: body.personId, note: body.note?.trim() || null, today }),
    ),
  )
}

/** What a person sends, as the outcome it means. */
function outcomeOf(body: z.output<typeof endingBody>): Outcome {
  const { dispute, plan, ...told } = body
  return {
    ...told,
    ...(plan && {
      plan: {
        items: plan.items,
        instalments: plan.instalments.map(({ dueOn, amount }) => ({
          dueOn,
          amount: money(amount.amount, asCurrency(amount.currency)),
        })),
        replaces: plan.replaces,
        replacesPromises: plan.replacesPromises,
      },
    }),
    ...(dispute && {
      dispute: {
        reason: dispute.reason,
        category: dispute.categoryId,
        owner: dispute.ownerId,
        deadline: dispute.deadline,
        part: dispute.part,
      },
    }),
  }
}

/** The end of the road is decided by those who may decide it elsewhere too: accounting and the direction. */
function refuseUnlessDecides({ role }: Actor, decision: Outcome['decision']): void {
  if (decision !== 'handOver' && decision !== 'writeOff') return
  if (role === 'admin' || role === 'director' || role === 'accountant') return
  throw new AppError('notYoursToDecide', 403, {
    fr: 'Confier un dossier ou le passer en perte revient à la comptabilité ou à la direction : affectez-leur cette action.',
    en: 'Accounting or a director hands a customer over or writes invoices off: assign this task to them.',
  })
}
