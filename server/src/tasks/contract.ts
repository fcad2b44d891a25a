import { z } from 'zod'
import { contactShape, historyEntry } from '../customers/contract.ts'
import { disputeReason } from '../disputes/contract.ts'
import { openItemRow } from '../invoices/contract.ts'
import { endpoint } from '../platform/http/endpoint.ts'
import { enteredDay, lineShape, noteShape } from '../platform/http/entered-shapes.ts'
import { dateShape, idParams, keyShape, moneyShape, personRef, sumsShape } from '../platform/http/shapes.ts'

export const taskKind = z.enum([
  'call',
  'letter',
  'decision',
  'correctAddress',
  'allocateCredit',
  'resolveUncertain',
  'approveReminders',
  'other',
])
export const taskGroup = z.enum(['decide', 'call', 'approve', 'match', 'other'])

export const taskRow = z
  .object({
    /** 'approve-reminders' for the one row that gathers the messages to approve. */
    key: z.string(),
    id: keyShape.nullable(),
    kind: taskKind,
    group: taskGroup,
    /** « Appeler Mme Gauthier, Menuiseries Castel » */
    title: z.string(),
    /** « Promesse du 30/10 non tenue · 2 factures » */
    reason: z.string(),
    customer: z.object({ id: keyShape, name: z.string() }).nullable(),
    amount: moneyShape.nullable(),
    daysLate: z.int().nullable(),
    dueOn: dateShape,
    isLate: z.boolean(),
    assignee: personRef.nullable(),
    state: z.enum(['todo', 'snoozed', 'done', 'dropped']),
    endedAt: z.string().nullable(),
  })
  .meta({ id: 'TaskRow' })

export const endpoints = {
  tasks: endpoint({
    method: 'GET',
    url: '/api/v1/tasks',
    summary: 'What is to be done now, most recoverable money first in each group.',
    query: z.object({ whose: z.enum(['mine', 'team']).default('mine') }),
    answer: z.object({
      rows: z.array(taskRow),
      done: z.array(taskRow),
      doneToday: z.int(),
      minutesLeft: z.int(),
      /** For the empty list: what came in this week, and the next day with something to do. */
      collectedThisWeek: sumsShape,
      nextOn: dateShape.nullable(),
    }),
  }),
  task: endpoint({
    method: 'GET',
    url: '/api/v1/tasks/:id',
    summary: 'One task with all that is needed to do it.',
    params: idParams,
    answer: taskRow
      .extend({
        why: z.string(),
        note: z.string().nullable(),
        contact: contactShape.nullable(),
        items: z.array(openItemRow),
        total: sumsShape,
        exchanges: z.array(historyEntry),
        opening: z.string().nullable(),
        salesRep: personRef.nullable(),
        reminderId: keyShape.nullable(),
        hasLetter: z.boolean(),
      })
      .meta({ id: 'Task' }),
  }),
  addTask: endpoint({
    method: 'POST',
    url: '/api/v1/tasks',
    summary: 'Add an action.',
    body: z.object({
      title: lineShape(300),
      customerId: keyShape.nullable(),
      dueOn: enteredDay,
      assigneeId: keyShape.nullable(),
      kind: z.enum(['call', 'other']).default('other'),
      note: noteShape(4000).nullable().optional(),
    }),
    answer: taskRow,
  }),
  endTask: endpoint({
    method: 'PUT',
    url: '/api/v1/tasks/:id/outcome',
    summary: 'The task is done or dropped; an outcome of a call closes it and proposes the next.',
    params: idParams,
    body: z.object({
      outcome: z.enum(['done', 'dropped', 'promises', 'notReached', 'saysPaid', 'disputes']),
      note: noteShape(4000).nullable(),
      /** For 'promises'. */
      promisedFor: enteredDay.optional(),
      /** For 'disputes'. */
      disputeReason: disputeReason.optional(),
      /** For 'decision' tasks: what was decided. */
      decision: z.enum(['continue', 'handOver', 'plan', 'writeOff', 'wait']).optional(),
    }),
    answer: z.object({ sentence: z.string(), nextTask: taskRow.nullable() }),
  }),
  reopenTask: endpoint({
    method: 'DELETE',
    url: '/api/v1/tasks/:id/outcome',
    summary: 'Undo: the task is to be done again.',
    params: idParams,
  }),
  snoozeTask: endpoint({
    method: 'PUT',
    url: '/api/v1/tasks/:id/snooze',
    summary: 'Later: the task comes back on that day.',
    params: idParams,
    body: z.object({ until: enteredDay }),
  }),
  assignTask: endpoint({
    method: 'PUT',
    url: '/api/v1/tasks/:id/assignee',
    summary: 'Put the task in other hands.',
    params: idParams,
    body: z.object({ personId: keyShape }),
  }),
  taskLetter: endpoint({
    method: 'GET',
    url: '/api/v1/tasks/:id/letter.pdf',
    summary: 'The letter, ready to print.',
    params: idParams,
  }),
}
