import { handoverReceivers, taskDecisions, writeOffReasons } from '@quittance/core/tasks/decision.ts'
import { taskKinds } from '@quittance/core/tasks/kinds.ts'
import { z } from 'zod'
import { contactShape, historyEntry } from '../customers/contract.ts'
import { disputeReason } from '../disputes/contract.ts'
import { openItemRow } from '../invoices/contract.ts'
import { endpoint } from '../platform/http/endpoint.ts'
import {
  enteredAmount,
  enteredDay,
  enteredMoney,
  lineShape,
  noteShape,
  optionalLine,
} from '../platform/http/entered-shapes.ts'
import { dateShape, idParams, keyShape, moneyShape, personRef, sumsShape } from '../platform/http/shapes.ts'
import { outcomeNames } from './outcome.ts'
import { recurrenceEndpoints } from './recurrence-contract.ts'
import { taskEventKinds } from './task-events.ts'
import { taskGroups } from './task-words.ts'

/** A task as lists show it. */
export const taskRow = z
  .object({
    /** 'approve-reminders' for the one row that gathers the messages to approve. */
    key: z.string(),
    id: keyShape.nullable(),
    kind: z.enum([...taskKinds, 'approveReminders']),
    group: z.enum(taskGroups),
    /** « Appeler Mme Gauthier, Menuiseries Castel » */
    title: z.string(),
    /** « Promesse du 30/10 non tenue · 2 factures » */
    reason: z.string(),
    customer: z.object({ id: keyShape, name: z.string() }).nullable(),
    amount: moneyShape.nullable(),
    daysLate: z.int().nullable(),
    dueOn: dateShape,
    isLate: z.boolean(),
    /** The day on which it should have been done, or to which it was put off; null while it is not late. */
    lateSince: dateShape.nullable(),
    /** How often nobody answered, and when to try next. */
    tries: z.int(),
    nextHalf: z.enum(['morning', 'afternoon']).nullable(),
    isRecurring: z.boolean(),
    /** Who put it in these hands, when, and with what words. */
    handed: z.object({ by: z.string().nullable(), on: dateShape, note: z.string().nullable() }).nullable(),
    assignee: personRef.nullable(),
    state: z.enum(['todo', 'snoozed', 'done', 'dropped']),
    endedAt: z.string().nullable(),
  })
  .meta({ id: 'TaskRow' })

const taskEvent = z.object({
  id: keyShape,
  kind: z.enum(taskEventKinds),
  on: dateShape,
  person: z.string().nullable(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  outcome: z.string().nullable(),
  until: dateShape.nullable(),
  note: z.string().nullable(),
})

const callFollows = z.object({
  next: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('again'), attempt: z.int(), on: dateShape, half: z.enum(['morning', 'afternoon']) }),
    z.object({ kind: z.literal('goOn'), attempt: z.int() }),
  ]),
  mostTries: z.int(),
  isStep: z.boolean(),
  /** Up to when a payment that was announced keeps reminders back, and who looks for it. */
  until: dateShape,
  collector: z.string().nullable(),
  copy: z.object({
    attached: z.array(z.string()),
    missing: z.array(z.string()),
    leaves: z.enum(['atOnce', 'afterApproval']),
  }),
})

const endings = {
  dispute: z.object({
    reason: disputeReason,
    categoryId: keyShape.nullable(),
    ownerId: keyShape.nullable(),
    deadline: enteredDay.nullable(),
    /** The part contested of its only item; null: all of it. */
    part: enteredAmount.nullable(),
  }),
  handover: z.object({
    receiver: z.enum(handoverReceivers),
    receiverName: lineShape(200),
    reference: optionalLine(100),
  }),
  plan: z.object({
    /** Of the customer or its subsidiaries; they come to exactly what is left to pay of them. */
    items: z.array(keyShape).min(1).max(1000),
    instalments: z.array(z.object({ dueOn: enteredDay, amount: enteredMoney })).min(1),
    /** The plans, and the promises, in whose place it is agreed. */
    replaces: z.array(keyShape).optional(),
    replacesPromises: z.array(keyShape).optional(),
  }),
  writeOffReason: z.enum(writeOffReasons),
}

/** What came of a task, as a person sends it; what its outcome does not need is left out. */
export const endingBody = z.object({
  outcome: z.enum(outcomeNames),
  note: noteShape(4000).nullable(),
  /** What the outcome is about, of the items of the task; all of them when left out. */
  items: z.array(keyShape).min(1).max(1000).optional(),
  /** For 'promises'; the amount is what is left of the items when left out. */
  promisedFor: enteredDay.optional(),
  promisedAmount: enteredAmount.optional(),
  /** What was promised of single items, in the smallest unit; the others share the rest of the amount. */
  promisedParts: z
    .array(z.object({ item: keyShape, amount: enteredAmount }))
    .max(1000)
    .optional(),
  /** For 'disputes'. */
  dispute: endings.dispute.optional(),
  /** For 'wrongContact': the number, or the person. */
  wrong: z.enum(['phone', 'person']).optional(),
  /** For 'decision' tasks: what was decided. */
  decision: z.enum(taskDecisions).optional(),
  /** For the decision 'plan'. */
  plan: endings.plan.optional(),
  handover: endings.handover.optional(),
  writeOffReason: endings.writeOffReason.optional(),
})

const calledCustomer = z
  .object({
    task: taskRow,
    contact: contactShape.nullable(),
    /** Everybody else with a number that works. */
    others: z.array(z.object({ name: z.string(), phone: z.string() })),
    items: z.array(z.object({ number: z.string(), dueDate: dateShape, daysLate: z.int(), amountDue: moneyShape })),
    total: sumsShape,
    why: z.string(),
    exchanges: z.array(historyEntry),
    brokenPromises: z.array(z.object({ promisedFor: dateShape, amount: moneyShape, received: moneyShape })),
    salesRep: personRef.nullable(),
    note: z.string().nullable(),
    received: z.object({ total: z.int(), emails: z.int(), texts: z.int(), letters: z.int(), calls: z.int() }),
    script: z.array(z.string()),
  })
  .meta({ id: 'CalledCustomer' })

export const endpoints = {
  ...recurrenceEndpoints,
  callSheet: endpoint({
    method: 'GET',
    url: '/api/v1/call-sheet',
    summary: 'The calls of the day, each with what is owed, what was said last, and what to say.',
    query: z.object({ whose: z.enum(['mine', 'team']).default('mine') }),
    answer: z.object({ on: dateShape, caller: z.string(), calls: z.array(calledCustomer) }),
  }),
  tasks: endpoint({
    method: 'GET',
    url: '/api/v1/tasks',
    summary: 'What is to be done now, most recoverable money first in each group.',
    query: z.object({ whose: z.enum(['mine', 'team']).default('mine') }),
    answer: z.object({
      rows: z.array(taskRow),
      done: z.array(taskRow),
      doneToday: z.int(),
      late: z.int(),
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
        /** What to say on the phone, line by line; empty for other tasks. */
        script: z.array(z.string()),
        salesRep: personRef.nullable(),
        reminderId: keyShape.nullable(),
        hasLetter: z.boolean(),
        /** The dispute past its deadline that it is about. */
        dispute: keyShape.nullable(),
        /** What happened to it, latest first. */
        course: z.array(taskEvent),
        /** What the outcomes of a call lead to, to be said before one is chosen; null for other tasks. */
        follows: callFollows.nullable(),
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
    body: endingBody,
    answer: z.object({
      sentence: z.string(),
      nextTask: taskRow.nullable(),
      /** The payment plan that was agreed, to be confirmed to the customer. */
      plan: keyShape.nullable(),
    }),
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
    body: z.object({ personId: keyShape, note: noteShape(500).nullable().optional() }),
  }),
  taskLetter: endpoint({
    method: 'GET',
    url: '/api/v1/tasks/:id/letter.pdf',
    summary: 'The letter, ready to print.',
    params: idParams,
  }),
}
