import { z } from 'zod'
import { endpoint } from '../platform/http/endpoint.ts'
import { enteredDay, lineShape, noteShape } from '../platform/http/entered-shapes.ts'
import { dateShape, idParams, keyShape, personRef } from '../platform/http/shapes.ts'

/** Every so many weeks on a weekday (1 is Monday), or every so many months on a day (the last one where it has none such). */
const rule = z.object({
  unit: z.enum(['week', 'month']),
  every: z.int().min(1).max(52),
  weekday: z.int().min(1).max(5).nullable(),
  monthDay: z.int().min(1).max(31).nullable(),
})

const recurrence = rule
  .extend({
    id: keyShape,
    kind: z.enum(['call', 'other']),
    title: z.string(),
    note: z.string().nullable(),
    customer: z.object({ id: keyShape, name: z.string() }).nullable(),
    assignee: personRef.nullable(),
    startsOn: dateShape,
    /** The time that is open: when it is to be done. */
    nextOn: dateShape.nullable(),
    doneTimes: z.int(),
    missedTimes: z.int(),
  })
  .meta({ id: 'TaskRecurrence' })

export const recurrenceEndpoints = {
  recurrences: endpoint({
    method: 'GET',
    url: '/api/v1/task-recurrences',
    summary: 'Tasks that come back by themselves, until somebody stops them.',
    answer: z.object({ rows: z.array(recurrence) }),
  }),
  addRecurrence: endpoint({
    method: 'POST',
    url: '/api/v1/task-recurrences',
    summary: 'A task that comes back; one is open at a time, and a day that is no working day moves to the next one.',
    body: rule
      .extend({
        kind: z.enum(['call', 'other']).default('other'),
        title: lineShape(300),
        note: noteShape(4000).nullable().optional(),
        customerId: keyShape.nullable(),
        assigneeId: keyShape.nullable(),
        startsOn: enteredDay,
      })
      .refine(({ unit, weekday, monthDay }) => (unit === 'week' ? weekday !== null : monthDay !== null), {
        message: 'A week has a weekday, a month has a day.',
      }),
    answer: recurrence,
  }),
  stopRecurrence: endpoint({
    method: 'PUT',
    url: '/api/v1/task-recurrences/:id/stop',
    summary: 'It comes back no more; what is open and has come remains to be done.',
    params: idParams,
  }),
  resumeRecurrence: endpoint({
    method: 'DELETE',
    url: '/api/v1/task-recurrences/:id/stop',
    summary: 'Undo: it comes back again.',
    params: idParams,
  }),
}
