import { tones } from '@quittance/core/dunning/scenario.ts'
import { z } from 'zod'
import { endpoint } from '../../platform/http/endpoint.ts'
import { cursorShape, dateShape, keyShape, sumsShape } from '../../platform/http/shapes.ts'

const weekRow = z
  .object({
    /** Null: planned, not prepared yet. */
    reminder: keyShape.nullable(),
    customer: z.object({ id: keyShape, name: z.string() }),
    legalEntityId: keyShape,
    on: dateShape,
    stepLabel: z.string().nullable(),
    tone: z.enum(tones).nullable(),
    state: z.enum(['ready', 'pendingApproval', 'sending', 'planned']),
    total: sumsShape,
  })
  .meta({ id: 'WeekReminder' })

export const weekEndpoints = {
  weekReminders: endpoint({
    method: 'GET',
    url: '/api/v1/reminders/week',
    summary: 'What leaves until the end of the week: prepared, then planned if nothing changes.',
    query: z.object({
      cursor: cursorShape.optional(),
      limit: z.coerce.number().int().min(1).max(200).default(100),
    }),
    /** `count` and `total`: of all of it, whatever the page. */
    answer: z.object({
      until: dateShape,
      count: z.int(),
      rows: z.array(weekRow),
      total: sumsShape,
      nextCursor: cursorShape.nullable(),
    }),
  }),
}
