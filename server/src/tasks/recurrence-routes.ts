import type { FastifyInstance } from 'fastify'
import { refuseOutsidePortfolio } from '../people/whole-house.ts'
import { serve } from '../platform/http/serve.ts'
import { refuseUnlessColleague } from './plan-task.ts'
import { recurrenceEndpoints as endpoints } from './recurrence-contract.ts'
import { type RecurrenceRow, runningRecurrences } from './recurrence-queries.ts'
import { addRecurrence, endRecurrence, takeUpRecurrence } from './recurrences.ts'

/** Routes of tasks that come back. */
export function recurrenceRoutes(app: FastifyInstance): void {
  serve(app, endpoints.recurrences, ({ transaction }) =>
    transaction(async (db) => ({ rows: (await runningRecurrences(db)).map(shown) })),
  )

  serve(app, endpoints.addRecurrence, ({ body, actor, today, transaction }) =>
    transaction(async (db) => {
      if (body.customerId !== null) await refuseOutsidePortfolio(db, body.customerId)
      await refuseUnlessColleague(db, body.assigneeId)
      const given = {
        kind: body.kind,
        title: body.title,
        note: body.note?.trim() || null,
        customer: body.customerId,
        assignee: body.assigneeId ?? actor.person,
        unit: body.unit,
        every: body.every,
        weekday: body.unit === 'week' ? body.weekday : null,
        monthDay: body.unit === 'month' ? body.monthDay : null,
        startsOn: body.startsOn,
      }
      return shown(await addRecurrence(db, given, today))
    }),
  )

  serve(app, endpoints.stopRecurrence, ({ params, today, transaction }) =>
    transaction((db) => endRecurrence(db, params.id, today)),
  )

  serve(app, endpoints.resumeRecurrence, ({ params, today, transaction }) =>
    transaction((db) => takeUpRecurrence(db, params.id, today)),
  )
}

function shown({ last: _last, open, ...row }: RecurrenceRow) {
  return { ...row, nextOn: open?.dueOn ?? null }
}
